// What lies around a thing, and how two things hang together.

import { EDGES, EDGES_OF, otherEnd } from "./data.js";
import { state } from "./state.js";

/** A thing or line with all that is next to it; null for nothing. */
export function surroundings(id) {
  if (!id) return null;
  const near = new Set([id]);
  const edge = EDGES.get(id);
  const partiesAlong = (deal) => {
    for (const each of EDGES_OF.get(deal)) if (each.deal) near.add(each.id).add(otherEnd(each, deal));
  };
  if (edge) {
    near.add(edge.source).add(edge.target);
    if (edge.deal) partiesAlong(edge.deal);
    return near;
  }
  for (const each of EDGES_OF.get(id)) {
    near.add(each.id).add(otherEnd(each, id));
    // Of a deal next to a country the other side belongs to the story too.
    if (each.deal && each.deal !== id) partiesAlong(each.deal);
  }
  return near;
}

/** The shortest way between two things: lines in order, or null. Countries joined by deals come before talk. */
export function wayBetween(from, to) {
  const cost = (edge) => (edge.deal ? 1 : ["holds", "spoke", "told"].includes(edge.kind) ? 1.5 : 3);
  const far = new Map([[from, 0]]);
  const last = new Map();
  const open = new Set([from]);
  while (open.size) {
    const here = [...open].reduce((best, id) => (far.get(id) < far.get(best) ? id : best));
    if (here === to) break;
    open.delete(here);
    for (const edge of EDGES_OF.get(here)) {
      const next = otherEnd(edge, here);
      const length = far.get(here) + cost(edge);
      if (length < (far.get(next) ?? Infinity)) {
        far.set(next, length);
        last.set(next, edge);
        open.add(next);
      }
    }
  }
  if (!last.has(to)) return null;
  const way = [];
  for (let at = to; at !== from; at = otherEnd(way[0], at)) way.unshift(last.get(at));
  return way;
}

/** Everything on the chosen path. */
export function pathThings() {
  const way = wayBetween(state.selected, state.path) ?? [];
  return new Set([state.selected, state.path, ...way.flatMap((edge) => [edge.id, edge.source, edge.target])]);
}
