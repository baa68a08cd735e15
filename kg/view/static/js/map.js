// Names on the map, and the headings of the story.

import { EDGES_OF, NODES, SCENE } from "./data.js";
import { FACE, SIZES, tone } from "./look.js";
import { columns } from "./places.js";
import { state } from "./state.js";

/** Names keep their size on the screen and never cover each other: each takes the clearest free spot. */
export function placeLabels(ctx, things, scale, points, view) {
  const around = (far) => ({ x, y }) => [x * scale - far, y * scale - far, x * scale + far, y * scale + far];
  const taken = things.map(around(9));
  const lines = points.map(around(2));
  const spots = new Map();
  ctx.font = `600 13.5px ${FACE}`;
  const weight = (id) => (state.selected === id ? 1e6 : 0) + EDGES_OF.get(id).length;
  const order = [...things].sort((a, b) => weight(b.id) - weight(a.id) || (a.id < b.id ? -1 : 1));
  for (const { id, x, y } of order) {
    const width = ctx.measureText(NODES.get(id).label).width;
    const choices = [
      [13, 0], [-13 - width, 0], [-width / 2, 20], [-width / 2, -20],
      [11, 15], [11, -15], [-11 - width, 15], [-11 - width, -15],
    ];
    let best = null;
    for (const [dx, dy] of choices) {
      const box = [x * scale + dx - 2, y * scale + dy - 9, x * scale + dx + width + 2, y * scale + dy + 9];
      const free = (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3];
      if (!taken.every(free)) continue;
      // Best a spot inside the window that no line crosses; else the one that the fewest cross.
      const outside = box[0] < view.left + 4 || box[2] > view.right - 4;
      const cost = lines.filter((other) => !free(other)).length + (outside ? 20 : 0);
      if (!best || cost < best.cost) best = { dx, dy, box, cost };
      if (!cost) break;
    }
    if (best) {
      taken.push(best.box);
      spots.set(id, best);
    }
  }
  return spots;
}

export function drawHeads(ctx, top) {
  ctx.font = `600 12.5px ${FACE}`;
  ctx.fillStyle = tone("soft");
  ctx.textBaseline = "middle";
  for (const [side, text] of SCENE.places.heads) {
    ctx.textAlign = ["right", "center", "left"][side + 1];
    ctx.fillText(text, side * (columns.at - SIZES.country), top);
  }
}
