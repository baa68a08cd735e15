// The controls around the picture, the keys, and what the pointer does in it.

import { choose, setAsking, showSide, views } from "./actions.js";
import { writeAddress } from "./address.js";
import { NODES } from "./data.js";
import { byId } from "./dom.js";
import { save } from "./export.js";
import { graph } from "./graph.js";
import { dealEdge } from "./lines.js";
import { isDark } from "./look.js";
import { PICTURES, state } from "./state.js";
import { tip } from "./tip.js";

graph.network.on("click", ({ pointer }) => {
  const hit = graph.network.getNodeAt(pointer.DOM);
  const node = NODES.has(hit) ? hit : null; // not a point that only holds lines
  const edge = node ? null : graph.network.getEdgeAt(pointer.DOM);
  choose(node ?? dealEdge(edge) ?? edge ?? null);
  tip.hide();
});
graph.network.on("hoverNode", ({ node, pointer }) => tip.show(node, pointer.DOM));
graph.network.on("hoverEdge", ({ edge, pointer }) => tip.show(edge, pointer.DOM));
for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) graph.network.on(leave, tip.hide);

for (const button of document.querySelectorAll("[data-layout]")) {
  button.addEventListener("click", () => {
    if (PICTURES.includes(state.layout)) state.picture = state.layout;
    state.layout = button.dataset.layout;
    tip.hide();
    views.refresh({ fit: true });
  });
}
byId("fit").addEventListener("click", () => graph.fit());
byId("more").addEventListener("click", () => {
  state.all = !state.all;
  views.refresh({ fit: true });
});
byId("asking-stop").addEventListener("click", () => setAsking(false));
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    save[button.dataset.save]();
    byId("menu").open = false;
  });
}
document.addEventListener("click", (event) => {
  if (!byId("menu").contains(event.target)) byId("menu").open = false;
});
byId("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
byId("side").addEventListener("click", () => {
  state.panel = !state.panel;
  showSide();
  writeAddress();
});
byId("filters").addEventListener("click", () => {
  const open = byId("app").classList.toggle("filters-open");
  byId("filters").setAttribute("aria-expanded", String(open));
});

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  views.refresh();
  graph.paint();
  views.panel();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && byId("menu").open) byId("menu").open = false;
  else if (event.key === "Escape" && state.asking) setAsking(false);
  else if (event.key === "Escape" && !typing) choose(null);
  if (event.key === "Escape" && typing) (state.layout === "table" ? byId("table") : byId("query")?.hidden === false ? byId("sparql") : byId("canvas")).focus();
  if (typing || event.target instanceof HTMLTextAreaElement) return;
  const action = {
    "/": () => byId("search").focus(),
    f: () => graph.fit(),
    1: () => document.querySelector("[data-layout=story]").click(),
    2: () => document.querySelector("[data-layout=network]").click(),
    3: () => document.querySelector("[data-layout=map]").click(),
    4: () => document.querySelector("[data-layout=table]").click(),
    5: () => document.querySelector("[data-layout=query]")?.click(),
  }[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
