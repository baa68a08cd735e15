// What a reader can do, wherever a button for it stands: the state changes, then what shows it.

import { writeAddress } from "./address.js";
import { EDGES, NODES } from "./data.js";
import { announce, byId } from "./dom.js";
import { visible } from "./sift.js";
import { PICTURES, state } from "./state.js";

/** What shows the state; main.js connects it, so that what shows a thing may also act on it. */
export const views = { refresh() {}, panel() {}, select() {}, reveal() {} };

/** Select a thing or a line (or nothing), and show what is claimed about it. */
export function choose(id, { move = false, claim = null } = {}) {
  if (state.asking && id && NODES.has(id)) return endPath(id);
  const before = visible().nodes.size;
  Object.assign(state, { selected: id, claim, path: null, panel: state.panel || Boolean(id), found: id ? state.found : null });
  setAsking(false);
  if (PICTURES.includes(state.layout) && visible().nodes.size !== before) views.refresh();
  else views.select();
  showSide();
  views.panel();
  writeAddress();
  if (move && id) views.reveal(id);
  announce(id ? `Selected: ${NODES.get(id)?.title ?? EDGES.get(id)?.label}` : "Nothing selected");
}

/** Open or close the panel, as the state says. */
export function showSide() {
  byId("app").classList.toggle("panel-hidden", !state.panel);
  byId("side").setAttribute("aria-expanded", String(state.panel));
}

/** Show a thing with its surroundings alone, or everything again. */
export function setFocus(id) {
  state.focus = id;
  views.refresh({ fit: true });
  views.panel();
}

/** Light up the things that an answer names, in the picture last looked at. */
export function showFound(things) {
  Object.assign(state, { found: things, selected: null, path: null, focus: null, layout: state.picture });
  views.refresh({ fit: true });
  views.panel();
}

export function setAsking(on) {
  state.asking = on;
  byId("asking").hidden = !on;
}

/** Ask for the other end of a path: the next thing that is clicked or found. */
export function askForPath() {
  setAsking(true);
  byId("search").focus();
  announce("Choose the other thing: find it by name, or click it");
}

export function endPath(id) {
  setAsking(false);
  state.path = id === state.selected ? null : id;
  views.refresh();
  views.panel();
}
