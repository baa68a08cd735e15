// Names on the map.

/** Map labels keep their size on the screen and never cover each other: each takes the first free spot. */
function placeLabels(ctx, things, scale, points) {
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
      [11, 15], [11, -15], [-11 - width, 15], [-11 - width, -15], [16, 30], [-16 - width, 30],
    ];
    let best = null;
    for (const [dx, dy] of choices) {
      const box = [x * scale + dx - 2, y * scale + dy - 9, x * scale + dx + width + 2, y * scale + dy + 9];
      const free = (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3];
      if (!taken.every(free)) continue;
      // Best a spot that no line crosses; else the one that the fewest cross.
      const crossed = lines.filter((other) => !free(other)).length;
      if (!best || crossed < best.crossed) best = { dx, dy, box, crossed };
      if (!crossed) break;
    }
    if (best) {
      taken.push(best.box);
      spots.set(id, best);
    }
  }
  return spots;
}
