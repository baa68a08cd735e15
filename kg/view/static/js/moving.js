// Moving about in the picture: by wheel and by keys.

import { choose } from "./actions.js";
import { byId } from "./dom.js";
import { graph } from "./graph.js";
import { state } from "./state.js";
import { tip } from "./tip.js";

// The wheel moves along the tall story, and zooms elsewhere; with Ctrl it always zooms.
byId("canvas").addEventListener("wheel", (event) => {
  event.preventDefault();
  tip.hide();
  const { network } = graph;
  const position = network.getViewPosition();
  const scale = network.getScale();
  if (state.layout === "story" && !event.ctrlKey) {
    network.moveTo({ position: { x: position.x + event.deltaX / scale, y: position.y + event.deltaY / scale } });
    return;
  }
  const next = Math.max(0.02, Math.min(6, scale * 1.0015 ** -event.deltaY));
  const box = byId("canvas").getBoundingClientRect();
  const under = network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  const held = (mine, theirs) => theirs + ((mine - theirs) * scale) / next;
  network.moveTo({ scale: next, position: { x: held(position.x, under.x), y: held(position.y, under.y) } });
}, { passive: false });

// In the picture, arrow keys step to the nearest thing that way; Enter moves on to the panel.
byId("canvas").addEventListener("keydown", (event) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.key === "Enter" && state.selected) byId("detail").querySelector("h2").focus();
  if (event.key === "+" || event.key === "-") {
    graph.network.moveTo({ scale: graph.scale() * (event.key === "+" ? 1.25 : 0.8) });
  }
  if (!way) return;
  event.preventDefault();
  const all = graph.things();
  const here = state.selected && graph.at(state.selected);
  if (!here) {
    choose(all.reduce((best, node) => (node.x + node.y < best.x + best.y ? node : best)).id, { move: false });
    return;
  }
  const cost = (node) => {
    const [dx, dy] = [node.x - here.x, node.y - here.y];
    const along = dx * way[0] + dy * way[1];
    const across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    return along > 1 ? along + 2.5 * across : Infinity;
  };
  const next = all.reduce((best, node) => (cost(node) < cost(best) ? node : best));
  if (cost(next) < Infinity) choose(next.id);
});
