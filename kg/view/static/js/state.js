// What the reader has chosen, what follows to be shown, and the address that brings it back.

const PICTURES = ["story", "network", "map"];
const LAYOUTS = [...PICTURES, "table", ...(byId("query") ? ["query"] : [])];
const FIRST_DAY = SCENE.claims.reduce((first, claim) => {
  const day = claim.earliest ?? claim.as_of ?? LAST_DAY;
  return day && day < first ? day : first;
}, LAST_DAY);

const QUIET_KINDS = ["statement", "concern"];
const QUIET_LINES = ["nationals", "onward", "reported"];
const MANY = 300; // things beyond which the voices are folded into their countries
const usual = () => ({
  layout: "story",
  kinds: new Set(Object.keys(KINDS).filter((kind) => !QUIET_KINDS.includes(kind))),
  phases: new Set(Object.keys(PHASES)),
  lines: new Set(Object.keys(SCENE.look.lines).filter((line) => !QUIET_LINES.includes(line))),
  from: FIRST_DAY,
  to: LAST_DAY,
  selected: null, // id of a thing or of a line
  claim: null, // id of the claim whose words are marked
  focus: null, // id of the thing whose surroundings alone are shown
  found: null, // ids of the things that an answer named
  path: null, // id of the thing to which the way from the selected one is shown
  unfold: false, // people and sources in full, however many
  all: false, // everything, not only what the page starts with
});
const state = usual();

const timeIsSet = () => state.from !== FIRST_DAY || state.to !== LAST_DAY;

/** What the reader sees now: ids of things, the lines between them, and how many voices are folded away. */
function visible() {
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
function visibleClaims({ nodes, edges }) {
  const ids = new Set(edges.flatMap((edge) => edge.claims));
  for (const id of nodes) {
    if (NODES.get(id).kind === "agreement") for (const claim of CLAIMS_OF.get(id)) ids.add(claim.id);
  }
  return SCENE.claims.filter(
    (claim) => ids.has(claim.id) && (!timeIsSet() || inWindow(claim, state.from, state.to)),
  );
}

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.layout !== "story") parts.set("view", state.layout);
  if (state.selected) parts.set("at", state.selected);
  if (state.claim) parts.set("claim", state.claim);
  if (state.focus) parts.set("around", state.focus);
  if (state.path) parts.set("to", state.path);
  if (state.layout === "query") parts.set("ask", asker.text());
  if (state.all) parts.set("all", "1");
  if (state.unfold) parts.set("unfold", "1");
  if (timeIsSet()) parts.set("time", `${state.from}/${state.to}`);
  const off = (set, every, usual) => every.filter((key) => set.has(key) !== usual(key)).join(" ");
  const kinds = off(state.kinds, Object.keys(KINDS), (kind) => !QUIET_KINDS.includes(kind));
  const phases = off(state.phases, Object.keys(PHASES), () => true);
  const lines = off(state.lines, Object.keys(SCENE.look.lines), (line) => !QUIET_LINES.includes(line));
  if (kinds) parts.set("kinds", kinds);
  if (phases) parts.set("stages", phases);
  if (lines) parts.set("lines", lines);
  try {
    history.replaceState(null, "", `#${parts}`);
  } catch (error) {
    // A sandboxed frame has no address of its own.
    if (!(error instanceof DOMException)) throw error;
  }
}

function readAddress() {
  Object.assign(state, usual());
  const parts = new URLSearchParams(location.hash.slice(1));
  const flip = (set, every, names) => {
    for (const name of (names ?? "").split(" ")) {
      if (every[name]) set.has(name) ? set.delete(name) : set.add(name);
    }
  };
  if (LAYOUTS.includes(parts.get("view"))) state.layout = parts.get("view");
  const at = parts.get("at");
  if (NODES.has(at) || EDGES.has(at)) state.selected = at;
  if (CLAIMS.has(parts.get("claim"))) state.claim = parts.get("claim");
  if (NODES.has(parts.get("around"))) state.focus = parts.get("around");
  if (NODES.has(at) && NODES.has(parts.get("to"))) state.path = parts.get("to");
  state.all = parts.get("all") === "1";
  state.unfold = parts.get("unfold") === "1";
  const time = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(parts.get("time") ?? "");
  if (time) [state.from, state.to] = time.slice(1);
  if (asker && parts.get("ask")) asker.put(parts.get("ask"));
  flip(state.kinds, KINDS, parts.get("kinds"));
  flip(state.phases, PHASES, parts.get("stages"));
  flip(state.lines, SCENE.look.lines, parts.get("lines"));
}
