// The address of the page holds what the reader has chosen, and brings it back.

import { CLAIMS, EDGES, NODES, SCENE } from "./data.js";
import { byId } from "./dom.js";
import { KINDS, PHASES } from "./look.js";
import { PICTURES, QUIET_KINDS, QUIET_LINES, state, timeIsSet, usual } from "./state.js";

const LAYOUTS = [...PICTURES, "table", ...(byId("query") ? ["query"] : [])];

export function writeAddress() {
  const parts = new URLSearchParams();
  if (state.layout !== "story") parts.set("view", state.layout);
  if (state.selected) parts.set("at", state.selected);
  if (state.claim) parts.set("claim", state.claim);
  if (state.focus) parts.set("around", state.focus);
  if (state.path) parts.set("to", state.path);
  if (state.layout === "query") parts.set("ask", state.ask ?? "");
  if (!state.panel) parts.set("panel", "0");
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

export function readAddress() {
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
  state.panel = parts.get("panel") !== "0";
  state.all = parts.get("all") === "1";
  state.unfold = parts.get("unfold") === "1";
  const time = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(parts.get("time") ?? "");
  if (time) [state.from, state.to] = time.slice(1);
  state.ask = parts.get("ask");
  flip(state.kinds, KINDS, parts.get("kinds"));
  flip(state.phases, PHASES, parts.get("stages"));
  flip(state.lines, SCENE.look.lines, parts.get("lines"));
}
