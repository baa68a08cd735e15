// What follows from the choices: the things, lines and claims to be shown.

import { CLAIMS, CLAIMS_OF, EDGES_OF, inWindow, NODES, otherEnd, SCENE, stageOf } from "./data.js";
import { phaseOf } from "./look.js";
import { MANY, state, timeIsSet } from "./state.js";
import { pathThings, surroundings } from "./ways.js";

/** What the reader sees now: ids of things, the lines between them, and how many voices are folded away. */
export function visible() {
  const whole = sift(() => true);
  if (whole.nodes.size <= MANY || state.unfold) return { ...whole, folded: new Map() };
  const near = surroundings(state.selected) ?? new Set();
  const folds = (id) => FOLDING.includes(NODES.get(id).kind) && !near.has(id);
  const folded = new Map();
  for (const id of whole.nodes) {
    const home = NODES.get(id).home;
    if (folds(id) && home) folded.set(home, (folded.get(home) ?? 0) + 1);
  }
  return { ...sift((id) => !folds(id)), folded };
}
const FOLDING = ["official", "body", "source", "outlet", "statement", "concern"];

/** What an answer named, and the parties of the deals among it. */
function foundAround() {
  return [...(state.found ?? [])].flatMap((id) => [
    id,
    ...EDGES_OF.get(id).filter((edge) => edge.deal === id).map((edge) => otherEnd(edge, id)),
  ]);
}

function sift(also) {
  const current = (claim) => !timeIsSet() || inWindow(claim, state.from, state.to);
  const kept = state.path ? pathThings() : new Set([...(surroundings(state.selected) ?? []), ...foundAround()]);
  const inFocus = surroundings(state.focus);
  const allowed = (node) =>
    (state.kinds.has(node.kind) || node.id === state.selected || node.id === state.path) &&
    (inFocus ? inFocus.has(node.id) || node.id === state.selected : state.all || node.start || kept.has(node.id)) &&
    (node.kind !== "agreement" || state.phases.has(phaseOf(stageOf(node.id, state.to)))) &&
    (!timeIsSet() || CLAIMS_OF.get(node.id).some(current)) &&
    also(node.id);
  const candidates = new Set(SCENE.nodes.filter(allowed).map((node) => node.id));
  const spoken = state.kinds.has("statement");
  const edges = SCENE.edges.filter(
    (edge) =>
      candidates.has(edge.source) &&
      candidates.has(edge.target) &&
      (state.lines.has(edge.kind) || (state.path && kept.has(edge.id))) &&
      !(spoken && edge.kind === "spoke") &&
      (!timeIsSet() || edge.claims.some((id) => current(CLAIMS.get(id)))),
  );
  // A thing without any line tells nothing, unless it is an agreement or has none at all.
  const tied = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const tells = (id) =>
    tied.has(id) || id === state.selected || NODES.get(id).kind === "agreement" || !EDGES_OF.get(id).length;
  return { nodes: new Set([...candidates].filter(tells)), edges };
}

/** The claims behind what is seen. */
export function visibleClaims({ nodes, edges }) {
  const ids = new Set(edges.flatMap((edge) => edge.claims));
  for (const id of nodes) {
    if (NODES.get(id).kind === "agreement") for (const claim of CLAIMS_OF.get(id)) ids.add(claim.id);
  }
  return SCENE.claims.filter(
    (claim) => ids.has(claim.id) && (!timeIsSet() || inWindow(claim, state.from, state.to)),
  );
}
