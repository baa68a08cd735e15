// Where things stand in this window, and how much of it the reader sees.

let seen = { nodes: new Set(), edges: [] }; // what is to be seen
let columns = null; // of the story: width of names on each side, distance of the columns from the middle

const sideOf = (id) => SCENE.places.sides[id] ?? 0;

/** Places for what is seen: the opening picture has its own, closer together. */
function placesNow() {
  if (state.layout === "map") return SCENE.places.map;
  const opening = SCENE.places[`${state.layout}-start`];
  return [...seen.nodes].every((id) => id in opening) ? opening : SCENE.places[state.layout];
}

/** In a narrow window the columns of the story stand closer, in a wide one further apart. */
function measureColumns() {
  const ctx = byId("canvas").querySelector("canvas").getContext("2d");
  const widest = { [-1]: 60, 1: 60 };
  ctx.save();
  for (const id of seen.nodes) {
    const side = sideOf(id);
    if (!side) continue;
    ctx.font = fontOf(NODES.get(id));
    for (const line of wrap(ctx, NODES.get(id).label, labelWidth(), 2)) {
      widest[side] = Math.max(widest[side], ctx.measureText(line).width);
    }
  }
  ctx.restore();
  const names = widest[-1] + widest[1] + 2 * (SIZES.country + 9 + 8);
  const free = byId("canvas").clientWidth - 24 - SIZES.deal[0] - names;
  const gutter = Math.max(44, Math.min(2 * SIZES.gutter, free / 2));
  columns = { widest, at: SIZES.deal[0] / 2 + SIZES.country + gutter };
}

/** A function that gives each thing its place; bands in which nothing is left to see are closed up. */
function placed(places) {
  if (state.layout === "map") return (id) => ({ x: places[id][0], y: places[id][1] });
  const shrink = (axis, room) => {
    const order = [...new Set([...seen.nodes].map((id) => places[id][axis]))].sort((a, b) => a - b);
    const moved = new Map();
    let lost = 0;
    order.forEach((value, index) => {
      if (index) lost += Math.max(0, value - order[index - 1] - room);
      moved.set(value, value - lost);
    });
    return moved;
  };
  if (state.layout === "story") {
    measureColumns();
    const down = shrink(1, 90);
    return (id) => ({ x: Math.sign(places[id][0]) * columns.at, y: down.get(places[id][1]) });
  }
  const [across, down] = [shrink(0, 200), shrink(1, 110)];
  return (id) => ({ x: across.get(places[id][0]), y: down.get(places[id][1]) });
}

/** The box around drawn things, names included, in units of the picture. */
function boundsOf(things) {
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
function viewOf([left, top, right, bottom]) {
  const { clientWidth, clientHeight } = byId("canvas");
  // On the map names keep their size: room for them is in pixels of the screen.
  const [beside, most] = state.layout === "map" ? [230, 2.4] : [24, 1.15];
  const wide = Math.min(most, (clientWidth - beside) / (right - left));
  const whole = Math.min(wide, (clientHeight - 40) / (bottom - top));
  const scale = Math.max(0.02, state.layout === "story" ? Math.max(whole, Math.min(wide, 0.8)) : whole);
  const tall = clientHeight / scale;
  const y = bottom - top > tall ? top - 8 / scale + tall / 2 : (top + bottom) / 2;
  return { position: { x: (left + right) / 2, y }, scale };
}
