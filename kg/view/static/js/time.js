// The timeline: how many claims fall into each month, and a brush over them.

import { views } from "./actions.js";
import { LAST_DAY, SCENE } from "./data.js";
import { announce, byId, svg } from "./dom.js";
import { FIRST_DAY, state, timeIsSet } from "./state.js";
import { MONTHS } from "./words.js";

export const timeline = (() => {
  const NAMES = MONTHS.map((name) => name.slice(0, 3));
  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const days = SCENE.claims.map((claim) => claim.earliest ?? claim.as_of).filter(Boolean).sort();
  const box = byId("time");
  const [low, high] = [byId("time-from"), byId("time-to")];
  if (!days.length || monthOf(days[0]) === monthOf(LAST_DAY)) {
    box.hidden = true;
    return { show() {} };
  }
  // A few claims from long ago must not squeeze the rest: they stand together in the first month.
  const start = Math.max(monthOf(days[0]), monthOf(days[Math.floor(days.length * 0.02)]) - 1);
  const end = monthOf(LAST_DAY);
  const count = new Array(end - start + 1).fill(0);
  for (const day of days) count[Math.max(0, Math.min(end, monthOf(day)) - start)] += 1;

  const first = (month) => (month <= start ? FIRST_DAY : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`);
  const last = (month) => (month >= end ? LAST_DAY : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-31`);
  const say = (month, edge) => `${edge && month === start && monthOf(days[0]) < start ? "before " : ""}${NAMES[month % 12]} ${Math.floor(month / 12)}`;

  const bars = svg("svg", { viewBox: `0 0 ${count.length} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const most = Math.max(...count);
  // The square root lets single claims be seen beside the crowd.
  const rects = count.map((number, index) => {
    const tall = number ? 12 + 88 * Math.sqrt(number / most) : 0;
    return svg("rect", { x: index + 0.08, width: 0.84, y: 100 - tall, height: tall });
  });
  bars.append(...rects);
  byId("time-bars").append(bars);
  for (const input of [low, high]) {
    input.min = start;
    input.max = end;
    input.addEventListener("input", () => {
      let [from, to] = [Number(low.value), Number(high.value)];
      if (from > to) [from, to] = input === low ? [from, from] : [to, to];
      state.from = first(from);
      state.to = last(to);
      views.refresh();
      announce(`${say(from)} to ${say(to)}: ${byId("shown").textContent}`);
    });
  }
  byId("time-reset").addEventListener("click", () => {
    Object.assign(state, { from: FIRST_DAY, to: LAST_DAY });
    views.refresh();
  });

  function show() {
    const from = state.from === FIRST_DAY ? start : Math.max(start, monthOf(state.from));
    const to = state.to === LAST_DAY ? end : Math.min(end, monthOf(state.to));
    low.value = from;
    high.value = to;
    low.setAttribute("aria-valuetext", say(from));
    high.setAttribute("aria-valuetext", say(to));
    byId("time-says").textContent = `${say(from, true)} – ${say(to)}`;
    byId("time-reset").hidden = !timeIsSet();
    rects.forEach((rect, index) => rect.classList.toggle("out", index + start < from || index + start > to));
  }
  return { show };
})();
