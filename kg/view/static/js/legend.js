// The legend is the filter: each shape, stage and line with its count, to be switched on and off.

import { views } from "./actions.js";
import { DEALS, SCENE, stageOf } from "./data.js";
import { byId, el, svg } from "./dom.js";
import { colourOf, glyph, KINDS, phaseOf, PHASES, stroke } from "./look.js";
import { state, usual } from "./state.js";

export function showLegend(now) {
  const legend = byId("legend");
  const focused = document.activeElement?.dataset?.filter;
  legend.replaceChildren();
  const spoken = state.kinds.has("statement");
  const count = (list, key) => list.reduce((counts, each) => counts.set(key(each), (counts.get(key(each)) ?? 0) + 1), new Map());
  const kinds = count(SCENE.nodes, (node) => node.kind);
  const phases = count(DEALS, (deal) => phaseOf(stageOf(deal.id, state.to)));
  const lines = count(SCENE.edges, (edge) => edge.kind);
  group("Things", KINDS, state.kinds, kinds, "kind", (key) => glyph(key), (style) => style.many);
  group("Stage of agreement", PHASES, state.phases, phases, "phase", (key) => stroke(key));
  const thin = Object.fromEntries(Object.entries(SCENE.look.lines).filter(([key, style]) => style.dash && !(key === "spoke" && spoken) && !(["said", "about", "raised"].includes(key) && !now.edges.some((edge) => edge.kind === key))));
  group("Other lines", thin, state.lines, lines, "line", (key) => thinLine(key));
  if (now.folded.size) {
    const away = [...now.folded.values()].reduce((sum, number) => sum + number, 0);
    legend.append(el("p", { class: "note" }, `${away} people and sources are folded into their countries (+). Select a country to see its own.`),
      el("button", { type: "button", class: "quiet", "data-filter": "unfold", onclick: () => { state.unfold = true; views.refresh({ fit: true }); } }, "Unfold them all"));
  }
  legend.append(el("button", { type: "button", class: "quiet", "data-filter": "reset", onclick: reset }, "Reset filters"));
  if (focused) [...legend.querySelectorAll("[data-filter]")].find((each) => each.dataset.filter === focused)?.focus();

  function group(title, styles, chosen, counts, name, picture, words = (style) => style.label) {
    const set = el("fieldset", {}, el("legend", {}, title));
    for (const [key, style] of Object.entries(styles)) {
      if (!counts.get(key)) continue;
      const box = el("input", { type: "checkbox", "data-filter": `${name} ${key}`, onchange: () => {
        chosen.has(key) ? chosen.delete(key) : chosen.add(key);
        views.refresh();
      } });
      box.checked = chosen.has(key);
      set.append(el("label", { class: "filter" }, box, el("span", { class: "sign" }, picture(key)), el("span", {}, words(style)), el("span", { class: "count" }, String(counts.get(key)))));
    }
    if (set.children.length > 1) legend.append(set);
  }
}

function thinLine(kind) {
  const style = SCENE.look.lines[kind];
  return svg("svg", { width: 30, height: 12, "aria-hidden": "true" }, svg("line", { x1: 1, y1: 6, x2: 29, y2: 6, stroke: colourOf(style), "stroke-width": 2, "stroke-dasharray": style.dash.join(" ") || null }));
}

function reset() {
  const { kinds, phases, lines, from, to, unfold } = usual();
  Object.assign(state, { kinds, phases, lines, from, to, unfold });
  views.refresh({ fit: true });
}
