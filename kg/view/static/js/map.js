// Names on the map, and the headings of the story.

import { EDGES_OF, NODES, SCENE } from "./data.js";
import { frame } from "./frame.js";
import { FACE, SIZES, tone } from "./look.js";
import { columns } from "./places.js";
import { state } from "./state.js";

const NEAR = 8; // spots beside the dot itself, before those at the end of a leader line
const RINGS = [30, 46, 64];
const LEADER = 3; // crossed lines that a spot beside the dot may have before a leader line is better

/** Where a name may stand around its dot: beside it, or further off. */
function spotsFor(width, high) {
  const near = [
    [13, 0], [-13 - width, 0], [-width / 2, high + 2], [-width / 2, -high - 2],
    [11, 0.8 * high], [11, -0.8 * high], [-11 - width, 0.8 * high], [-11 - width, -0.8 * high],
  ];
  const far = RINGS.flatMap((ring) =>
    Array.from({ length: 12 }, (_, hour) => {
      const [x, y] = [ring * Math.cos((hour * Math.PI) / 6), ring * Math.sin((hour * Math.PI) / 6)];
      return [x < 0 ? x - width : x, y];
    }),
  );
  return [...near, ...far];
}

/** Whether a leader line from a dot to (dx, dy) would run through another dot. */
function crosses(dx, dy, x, y) {
  const along = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - along * dx, y - along * dy) < 10;
}

/** Names keep their size on the screen and never cover each other: each takes the clearest free spot. */
export function placeLabels(ctx, things, scale, points, view) {
  const around = (far) => ({ x, y }) => [x * scale - far, y * scale - far, x * scale + far, y * scale + far];
  const taken = things.map(around(9));
  const lines = points.map(around(2));
  const spots = new Map();
  const high = 18 * frame.text;
  ctx.font = `600 ${13.5 * frame.text}px ${FACE}`;
  const weight = (id) => (state.selected === id ? 1e6 : 0) + EDGES_OF.get(id).length;
  const order = [...things].sort((a, b) => weight(b.id) - weight(a.id) || (a.id < b.id ? -1 : 1));
  for (const { id, x, y } of order) {
    const width = ctx.measureText(NODES.get(id).label).width;
    let best = null;
    spotsFor(width, high).some(([dx, dy], index) => {
      const far = index >= NEAR;
      const box = [x * scale + dx - 2, y * scale + dy - high / 2, x * scale + dx + width + 2, y * scale + dy + high / 2];
      const free = (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3];
      if (!taken.every(free) || (far && things.some((other) => other.id !== id && crosses(dx, dy, (other.x - x) * scale, (other.y - y) * scale)))) return false;
      // Best a spot inside the window that no line crosses; else the one that the fewest cross.
      const outside = box[0] < view.left + 4 || box[2] > view.right - 4;
      const cost = lines.filter((other) => !free(other)).length + (outside ? 20 : 0) + (far ? LEADER : 0);
      if (!best || cost < best.cost) best = { dx, dy, box, cost, far, to: [dx < 0 ? dx + width + 2 : dx - 2, dy] };
      // A spot beside the dot that is good enough ends the search.
      return !cost || (index === NEAR - 1 && best.cost <= LEADER);
    });
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
