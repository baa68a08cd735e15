// Names that keep their size on the screen, and the headings of the story.

import { EDGES_OF, NODES, SCENE } from "./data.js";
import { frame } from "./frame.js";
import { FACE, SIZES, tone } from "./look.js";
import { columns } from "./places.js";
import { state } from "./state.js";

const NEAR = 8; // spots beside the dot itself, before those at the end of a leader line
const RINGS = [30, 46, 64];
const LEADER = 6; // crossed lines that a spot beside the dot may have before a leader line is better

/** Where a name may stand around its dot: beside it, or further off. */
function spotsFor(width, high, off) {
  const [low, side] = [high / 2 + off - 2, off - 2];
  const near = [
    [off, 0], [-off - width, 0], [-width / 2, low], [-width / 2, -low],
    [side, 0.8 * high], [side, -0.8 * high], [-side - width, 0.8 * high], [-side - width, -0.8 * high],
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

/** The font of such a name, and the most width that it may take. */
export const nameFont = (kind, scale = 1) => `${kind === "country" ? 600 : 400} ${((state.layout === "map" ? 13.5 : 12) * frame.text) / scale}px ${FACE}`;
export const NAME_WIDTH = 170;

/** Half the width and height of a shape on the screen. */
function halfOf(kind, scale) {
  if (state.layout === "map") return [9, 9];
  if (kind === "agreement") return SIZES.deal.map((side) => (side / 2) * scale + 3);
  const radius = (kind === "country" ? SIZES.country : SIZES.small) * scale + 1;
  return [radius, radius];
}

/** Names keep their size on the screen and never cover each other: each takes the clearest free spot. */
export function placeLabels(ctx, things, scale, points, view) {
  const boxed = ({ x, y }, [wide, high]) => [x * scale - wide, y * scale - high, x * scale + wide, y * scale + high];
  const taken = things.map((each) => boxed(each, halfOf(NODES.get(each.id).kind, scale)));
  const lines = points.map((point) => boxed(point, [2, 2]));
  const spots = new Map();
  const high = (state.layout === "map" ? 18 : 15) * frame.text;
  const weight = (id) => (state.selected === id ? 1e6 : 0) + (NODES.get(id).kind === "country" ? 1e3 : 0) + EDGES_OF.get(id).length;
  const order = things.filter(({ id }) => NODES.get(id).kind !== "agreement").sort((a, b) => weight(b.id) - weight(a.id) || (a.id < b.id ? -1 : 1));
  for (const { id, x, y } of order) {
    const { kind, label } = NODES.get(id);
    ctx.font = nameFont(kind);
    const width = Math.min(NAME_WIDTH * frame.text, ctx.measureText(label).width);
    let best = null;
    spotsFor(width, high, halfOf(kind, scale)[0] + 4).some(([dx, dy], index) => {
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
