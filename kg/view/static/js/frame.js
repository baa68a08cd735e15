// What the drawing of the moment needs to know; graph.js keeps it up to date.

export const frame = {
  nodes: new Set(), // ids of what is to be seen
  edges: [],
  folded: new Map(), // how many voices are folded into their country
  count: 0, // things drawn
  scale: 1,
  text: 1, // how much larger than usual the reader has text
  faded: () => false, // whether a thing or line stands back because something else is selected
  above: new Set(), // things with their names above them, in the network
  names: new Map(), // where names go that keep their size on the screen
  compact: false, // the network seen from so far that names keep their size
};
