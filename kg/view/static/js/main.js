// The page: everything brought to what the state says, at the start and after every change.

import { showSide, views } from "./actions.js";
import { readAddress, writeAddress } from "./address.js";
import { openClaim } from "./article.js";
import "./controls.js";
import { SCENE } from "./data.js";
import { byId } from "./dom.js";
import { frame } from "./frame.js";
import { graph } from "./graph.js";
import { showLegend } from "./legend.js";
import { isDark } from "./look.js";
import "./moving.js";
import { showPanel } from "./panel.js";
import "./search.js";
import { visible } from "./sift.js";
import { asker } from "./sparql.js";
import { PICTURES, state } from "./state.js";
import { showTable } from "./table.js";
import { timeline } from "./time.js";
import { plural } from "./words.js";

/** What would be so if everything were shown. */
function withAll(ask) {
  const before = state.all;
  state.all = true;
  const answer = ask();
  state.all = before;
  return answer;
}

/** Bring everything to what the state says. */
function showAll(how) {
  showPicture(how);
  showAround();
}

/** The picture, or what stands in its place. */
function showPicture({ fit = false } = {}) {
  const picture = PICTURES.includes(state.layout);
  byId("table").hidden = state.layout !== "table";
  byId("canvas").hidden = !picture;
  byId("query")?.toggleAttribute("hidden", state.layout !== "query");
  for (const button of document.querySelectorAll("[data-layout]")) {
    button.setAttribute("aria-pressed", String(button.dataset.layout === state.layout));
  }
  if (picture) graph.update({ fit });
  showSide();
}

/** Counts, legend, tables and time. */
function showAround() {
  const now = PICTURES.includes(state.layout) ? frame : visible(); // a picture has just been told
  const more = state.all ? 0 : withAll(() => visible().nodes.size) - now.nodes.size;
  byId("shown").textContent = `${now.nodes.size} of ${plural(SCENE.nodes.length, "thing")} · ${now.edges.length} of ${plural(SCENE.edges.length, "relation")}`;
  byId("more").hidden = !state.all && more <= 0;
  byId("more").textContent = state.all ? "Show fewer" : `Show ${more} more`;
  if (state.layout === "table") showTable(now);
  showLegend(now);
  timeline.show();
  writeAddress();
}

function restore() {
  readAddress();
  if (state.ask) asker?.put(state.ask);
}

addEventListener("hashchange", () => {
  restore();
  showAll();
  showPanel();
  if (state.claim) openClaim(state.claim);
});

// For whoever embeds or tests the page: where a thing is drawn, in pixels of the window.
window.migkg = Object.freeze({
  where(id) {
    if (!graph.has(id)) return null;
    const { x, y } = graph.network.canvasToDOM(graph.at(id));
    const { left, top } = byId("canvas").getBoundingClientRect();
    return { x: left + x, y: top + y };
  },
});

Object.assign(views, { refresh: showAll, panel: showPanel, select: graph.select, reveal: graph.reveal });
restore();
document.documentElement.dataset.theme ||= matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
byId("theme").textContent = isDark() ? "Light" : "Dark";
showPicture();
// Sizes of shapes are known only once drawn: lines meet them from the second drawing on. The rest comes once the
// picture can be seen.
requestAnimationFrame(() => setTimeout(() => {
  graph.network.redraw();
  showAround();
  showPanel();
  if (state.claim) openClaim(state.claim);
  const stage = byId("stage");
  let drawn = [stage.clientWidth, stage.clientHeight];
  new ResizeObserver(() => {
    const [wide, high] = [stage.clientWidth, stage.clientHeight];
    // Small changes of height come with every scroll on a phone.
    const same = wide === drawn[0] && Math.abs(high - drawn[1]) < drawn[1] / 4;
    if (same || !PICTURES.includes(state.layout)) return;
    drawn = [wide, high];
    graph.update({ fit: true });
  }).observe(stage);
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  });
}));
