// Where things stand in this window, and how much of it the reader sees.

import { EDGES_OF, NODES, otherEnd, SCENE } from "./data.js";
import { byId } from "./dom.js";
import { frame } from "./frame.js";
import { FACE, SIZES, wrap } from "./look.js";
import { state } from "./state.js";

export let columns = null; // of the story: width of names on each side, distance of the columns from the middle

export const sideOf = (id) => SCENE.places.sides[id] ?? 0;

/** Width of the names beside the story: less in a narrow window. */
export const labelWidth = () => (byId("canvas").clientWidth / frame.text < 720 ? SIZES.label - 44 : SIZES.label);

export const fontOf = (node) => (node.kind === "country" ? `600 15px ${FACE}` : `13.5px ${FACE}`);

/** Places for what is seen: the opening picture has its own, closer together. */
export function placesNow() {
  if (state.layout === "map") return SCENE.places.map;
  const opening = SCENE.places[`${state.layout}-start`];
  return [...frame.nodes].every((id) => id in opening) ? opening : SCENE.places[state.layout];
}

/** In a narrow window the columns of the story stand closer, in a wide one further apart. */
function measureColumns() {
  const ctx = byId("canvas").querySelector("canvas").getContext("2d");
  const widest = { [-1]: 60, 1: 60 };
  ctx.save();
  for (const id of frame.nodes) {
    const side = sideOf(id);
    if (!side) continue;
    ctx.font = fontOf(NODES.get(id));
    for (const line of wrap(ctx, NODES.get(id).label, labelWidth(), 2)) {
      widest[side] = Math.max(widest[side], ctx.measureText(line).width);
    }
  }
  ctx.restore();
  const names = widest[-1] + widest[1] + 2 * (SIZES.country + 9 + 8);
  const free = byId("canvas").clientWidth / frame.text - 24 - SIZES.deal[0] - names;
  const gutter = Math.max(44, Math.min(2 * SIZES.gutter, free / 2));
  columns = { widest, at: SIZES.deal[0] / 2 + SIZES.country + gutter };
}

/** A function that gives each thing its place. */
export function placed(places) {
  if (state.layout === "map") return (id) => ({ x: places[id][0], y: places[id][1] });
  if (state.layout === "story") {
    measureColumns();
    const down = stacked(places);
    return (id) => ({ x: sideOf(id) * columns.at, y: down.get(id) });
  }
  const [across, down] = [closedUp(places, 0, 200), closedUp(places, 1, 110)];
  return (id) => ({ x: across.get(places[id][0]), y: down.get(places[id][1]) });
}

/** Coordinates along one axis, with bands in which nothing is left to see closed up. */
function closedUp(places, axis, room) {
  const order = [...new Set([...frame.nodes].map((id) => places[id][axis]))].sort((a, b) => a - b);
  const moved = new Map();
  let lost = 0;
  order.forEach((value, index) => {
    if (index) lost += Math.max(0, value - order[index - 1] - room);
    moved.set(value, value - lost);
  });
  return moved;
}

/** Heights in the story: the order is given, and what is seen stands as close as its rows allow.
 * Where all is seen they are those of layout.py, which a test holds. */
function stacked(places) {
  const order = [...frame.nodes].sort((a, b) => places[a][1] - places[b][1] || (a < b ? -1 : 1));
  const deals = order.filter((id) => NODES.get(id).kind === "agreement");
  const step = SIZES.deal[1] + (deals.length < 8 ? 2 : 1) * SIZES.gap;
  const heights = new Map(deals.map((id, index) => [id, index * step]));
  const down = new Map(heights);
  for (const side of [-1, 1]) {
    const blocks = [];
    for (const id of order.filter((each) => sideOf(each) === side)) {
      // A voice whose country stands above it belongs to that country's block.
      const own = blocks.find((block) => rootOf(id, block));
      if (own) own.push(id);
      else blocks.push([id]);
    }
    const isCountry = (id) => NODES.get(id).kind === "country";
    const wanted = blocks.map(([id]) => {
      const ends = isCountry(id) ? [...new Set(EDGES_OF.get(id).map((edge) => otherEnd(edge, id)))].map((other) => heights.get(other)).filter((y) => y !== undefined) : [];
      return ends.length ? ends.reduce((sum, y) => sum + y, 0) / ends.length : deals.length * step;
    });
    const tall = blocks.map((block) => (isCountry(block[0]) ? SIZES.block : SIZES.row) + SIZES.row * (block.length - 1) + SIZES.gap / 4);
    settled(wanted, tall).forEach((top, index) => {
      let y = top;
      blocks[index].forEach((id, row) => {
        down.set(id, Math.round(y));
        y += row === 0 && isCountry(id) ? (SIZES.block + SIZES.row) / 2 : SIZES.row;
      });
    });
  }
  return down;
}

function rootOf(id, block) {
  const home = NODES.get(id).home;
  return Boolean(home) && block.includes(home);
}

/** Tops of a stack in this order, without overlap, as near to the wanted ones as can be (least squares). */
function settled(wanted, tall) {
  const before = tall.map((_, index) => tall.slice(0, index).reduce((sum, each) => sum + each, 0));
  const pools = [];
  wanted.forEach((want, index) => {
    pools.push([want - before[index], 1]);
    while (pools.length > 1 && pools.at(-2)[0] >= pools.at(-1)[0]) {
      const [[a, m], [b, n]] = pools.splice(-2);
      pools.push([(a * m + b * n) / (m + n), m + n]);
    }
  });
  const flat = pools.flatMap(([value, count]) => new Array(count).fill(value));
  return flat.map((value, index) => value + before[index]);
}

/** The box around drawn things, names included, in units of the picture. */
export function boundsOf(things) {
  const deal = SIZES.deal;
  const names = (side) => SIZES.country + 9 + (columns?.widest[side] ?? 0);
  const map = state.layout === "map";
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, x, y } of things) {
    const side = state.layout === "story" ? sideOf(id) : 0;
    const kind = NODES.get(id).kind;
    const half = kind === "agreement" ? deal[0] / 2 : side ? 24 : map ? 0 : 72;
    const tall = kind === "agreement" ? deal[1] / 2 : side || map ? 24 : 44;
    box[0] = Math.min(box[0], x - (side < 0 ? names(-1) : half));
    box[1] = Math.min(box[1], y - tall);
    box[2] = Math.max(box[2], x + (side > 0 ? names(1) : half));
    box[3] = Math.max(box[3], y + tall);
  }
  if (state.layout === "story") box[1] -= 46;
  return box;
}

/** Scale and middle that show a box: whole where it stays readable, else the top of the story. */
export function viewOf([left, top, right, bottom]) {
  const { clientWidth, clientHeight } = byId("canvas");
  // On the map, and in a small network, names keep their size: room for them is in pixels of the screen.
  const [beside, most] = state.layout === "map" ? [180 * frame.text, 2.4] : [state.layout === "network" ? 90 : 24, 1.15 * frame.text];
  const wide = Math.min(most, (clientWidth - beside) / (right - left));
  const whole = Math.min(wide, (clientHeight - 40) / (bottom - top));
  const scale = Math.max(0.02, state.layout === "story" ? Math.max(whole, Math.min(wide, 0.8 * frame.text)) : whole);
  const tall = clientHeight / scale;
  const y = bottom - top > tall ? top - 8 / scale + tall / 2 : (top + bottom) / 2;
  return { position: { x: (left + right) / 2, y }, scale };
}
