// What the reader has chosen.

import { LAST_DAY, SCENE } from "./data.js";
import { KINDS, PHASES } from "./look.js";

export const PICTURES = ["story", "network", "map"];
export const FIRST_DAY = SCENE.claims.reduce((first, claim) => {
  const day = claim.earliest ?? claim.as_of ?? LAST_DAY;
  return day && day < first ? day : first;
}, LAST_DAY);

export const QUIET_KINDS = ["statement", "concern"];
export const QUIET_LINES = ["nationals", "onward", "reported"];
export const MANY = 300; // things beyond which the voices are folded into their countries
export const usual = () => ({
  layout: "story",
  picture: "story", // the picture last looked at
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
  panel: true, // whether the panel on the right is open
  all: false, // everything, not only what the page starts with
  ask: null, // the query in the field
  asking: false, // whether the next choice is the other end of a path
});
export const state = usual();

export const timeIsSet = () => state.from !== FIRST_DAY || state.to !== LAST_DAY;
