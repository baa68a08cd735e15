// The picture: vis-network with positions given, so that nothing ever moves by itself.

const BLUNT = ["takes-part", "holds", "said"];
const unseen = () => ({ drawNode() {}, nodeDimensions: { width: 1, height: 1 } });

const graph = (() => {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(
    byId("canvas"),
    { nodes, edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, hoverConnectedEdges: false, multiselect: false, selectable: false, dragNodes: false },
      nodes: { shape: "custom", chosen: false },
      edges: { chosen: false, arrowStrikethrough: false },
    },
  );
  const ports = new Map();
  let columns = null;
  let shown = { layout: null, places: null };
  let seen = { nodes: new Set(), edges: [] };
  const outline = { land: new Path2D(SCENE.map.land), borders: new Path2D(SCENE.map.borders) };

  /** Where things stand now: the opening picture has places of its own, closer together. */
  function placesNow() {
    if (state.layout === "map") return SCENE.places.map;
    const start = [...seen.nodes].every((id) => id in SCENE.places[`${state.layout}-start`]);
    return SCENE.places[start ? `${state.layout}-start` : state.layout];
  }

  /** Width of the names on each side, and how far the columns stand from the middle in this window. */
  function measure() {
    const ctx = byId("canvas").querySelector("canvas").getContext("2d");
    const widest = { [-1]: 60, 1: 60 };
    ctx.save();
    for (const id of seen.nodes) {
      const side = sideOf(id);
      if (!side) continue;
      ctx.font = fontOf(NODES.get(id));
      for (const line of wrap(ctx, NODES.get(id).label, labelWidth(), 2)) widest[side] = Math.max(widest[side], ctx.measureText(line).width);
    }
    ctx.restore();
    const names = widest[-1] + widest[1] + 2 * (SIZES.country + 9 + 8);
    const free = byId("canvas").clientWidth - 24 - SIZES.deal[0] - names;
    columns = { widest, at: SIZES.deal[0] / 2 + SIZES.country + Math.max(44, Math.min(2 * SIZES.gutter, free / 2)) };
  }

  /** Close up bands of the picture in which nothing is left to see. */
  function squeezed(places) {
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
      measure();
      const [dy, column] = [shrink(1, 90), columns.at];
      return (id) => ({ x: Math.sign(places[id][0]) * column, y: dy.get(places[id][1]) });
    }
    const [dx, dy] = [shrink(0, 200), shrink(1, 110)];
    return (id) => ({ x: dx.get(places[id][0]), y: dy.get(places[id][1]) });
  }

  /** Lines of the map: one arc for each arrangement and pair of countries. */
  function arcs() {
    const pairs = new Map();
    return DEALS.filter((deal) => seen.nodes.has(deal.id)).flatMap((deal) => {
      const ends = (kind) => partiesOf(deal.id, kind).filter((each) => SCENE.places.map[each.id]);
      const pairsOfDeal = ends("sends").flatMap((from) => ends("receives").map((to) => [from, to, true]));
      const loose = ends("takes-part");
      loose.forEach((from, index) => loose.slice(index + 1).forEach((to) => pairsOfDeal.push([from, to, false])));
      return pairsOfDeal.map(([from, to, directed]) => {
        const pair = [from.id, to.id].sort().join(" ");
        const turn = pairs.get(pair) ?? 0;
        pairs.set(pair, turn + 1);
        return { id: `arc ${deal.id} ${from.id} ${to.id}`, source: from.id, target: to.id, deal: deal.id, directed, turn };
      });
    });
  }

  /** In the story lines meet the side of a card, not its middle: an unseen point there holds their end. */
  function port(id, edge, other, here) {
    if (state.layout !== "story" || NODES.get(id).kind !== "agreement") return id;
    const side = other.x < here.x ? -1 : 1;
    const name = `port ${side} ${edge.deal ? 1 : 2} ${id}`;
    ports.set(name, { x: here.x + (side * SIZES.deal[0]) / 2, y: here.y + (edge.deal ? 0 : SIZES.deal[1] / 4) });
    return name;
  }

  function visEdge(edge, at) {
    const style = lineStyle(edge);
    const strong = Boolean(edge.deal);
    const map = state.layout === "map";
    const [from, to] = [at(edge.source), at(edge.target)];
    let smooth = { enabled: false };
    if (map) smooth = { enabled: true, type: "curvedCW", roundness: 0.16 + 0.12 * edge.turn };
    else if (state.layout === "story") {
      const column = Math.abs(from.x - to.x) < 40;
      smooth = column && edge.kind !== "holds"
        ? { enabled: true, type: (from.y < to.y) === (from.x > 0) ? "curvedCCW" : "curvedCW", roundness: 0.22 }
        : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 };
    }
    return {
      id: edge.id,
      from: port(edge.source, edge, to, from),
      to: port(edge.target, edge, from, to),
      arrows: { to: { enabled: edge.directed !== false && !BLUNT.includes(edge.kind), scaleFactor: strong ? 0.62 : 0.38 } },
      dashes: style.dash.length ? style.dash : false,
      width: style.width,
      smooth,
      ...colours(edge),
    };
  }

  function colours(edge) {
    const colour = colourOf(lineStyle(edge));
    const opacity = faded(edge.id) ? 0.1 : 1;
    return { color: { color: colour, highlight: colour, hover: colour, opacity, inherit: false } };
  }

  /** Bring the picture to what the state says, touching only what changed. */
  function update({ fit = false } = {}) {
    seen = visible();
    const map = state.layout === "map";
    const lines = map ? arcs() : seen.edges;
    const things = map ? new Set(lines.flatMap((line) => [line.source, line.target])) : seen.nodes;
    if (map && EDGES_OF.has(state.selected) && SCENE.places.map[state.selected]) things.add(state.selected);
    const places = placesNow();
    const at = map ? (id) => ({ x: places[id][0], y: places[id][1] }) : squeezed(places);
    if (shown.layout !== state.layout) {
      nodes.clear();
      edges.clear();
    }
    ports.clear();
    const drawn = lines.map((line) => visEdge(line, at));
    const wantedNodes = new Map([...things].map((id) => [id, at(id)]).concat([...ports]));
    nodes.remove(nodes.getIds().filter((id) => !wantedNodes.has(id)));
    const change = [];
    for (const [id, { x, y }] of wantedNodes) {
      const old = nodes.get(id);
      if (!old) change.push({ id, x, y, ctxRenderer: ports.has(id) ? unseen : drawing(NODES.get(id), state.layout) });
      else if (old.x !== x || old.y !== y) change.push({ id, x, y });
    }
    nodes.update(change);
    mark();
    const signature = (edge) => JSON.stringify([edge.from, edge.to, edge.smooth, edge.dashes, edge.width, edge.color.color]);
    const wanted = new Map(lines.map((line) => [line.id, line]));
    edges.remove(edges.getIds().filter((id) => !wanted.has(id)));
    edges.update(
      drawn.filter((edge) => {
        const old = edges.get(edge.id);
        return !old || signature(old) !== signature(edge);
      }),
    );
    const moved = shown.layout !== state.layout || shown.places !== places;
    shown = { layout: state.layout, places, lines: wanted, above: leaning(lines, at) };
    paint();
    if (fit || moved) fitAll(moved ? false : !calm());
  }

  /** Things most of whose lines go down: their names stand above them. */
  function leaning(lines, at) {
    const down = new Map();
    for (const { source, target } of lines) {
      const way = Math.sign(at(target).y - at(source).y);
      down.set(source, (down.get(source) ?? 0) + way);
      down.set(target, (down.get(target) ?? 0) - way);
    }
    return new Set([...down.keys()].filter((id) => down.get(id) > 0));
  }

  /** Which things and lines stand back. */
  function mark() {
    const id = state.selected;
    if (!id) {
      faded = () => false;
      return;
    }
    const near = new Set([id]);
    const edge = EDGES.get(id);
    if (edge) {
      for (const each of [edge.source, edge.target, edge.deal]) near.add(each);
      if (edge.deal) for (const each of EDGES_OF.get(edge.deal)) if (each.deal) near.add(otherEnd(each, edge.deal));
    } else {
      for (const each of EDGES_OF.get(id)) {
        near.add(each.id);
        near.add(otherEnd(each, id));
        // Of a deal next to a country the other side belongs to the story too.
        if (each.deal && each.deal !== id) {
          for (const far of EDGES_OF.get(each.deal)) if (far.deal) near.add(far.id).add(otherEnd(far, each.deal));
        }
      }
    }
    faded = (each) => {
      if (near.has(each)) return false;
      const arc = shown.lines?.get(each);
      return !(arc?.deal && state.layout === "map" && near.has(arc.deal));
    };
  }

  /** Colours and fading alone: set on the lines themselves, for an update of a thousand lines takes a second. */
  function paint() {
    for (const [id, line] of shown.lines ?? []) {
      const drawn = network.body.edges[id];
      if (drawn) drawn.options.color = colours(line).color;
    }
    network.redraw();
  }

  function select() {
    mark();
    paint();
  }

  /** The box around all that is seen, labels included, in units of the picture. */
  function bounds() {
    const deal = SIZES.deal;
    const names = (side) => SIZES.country + 9 + (columns?.widest[side] ?? 0);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { id, x, y } of things()) {
      const side = state.layout === "story" ? sideOf(id) : 0;
      const kind = NODES.get(id).kind;
      const half = kind === "agreement" ? deal[0] / 2 : side ? 24 : state.layout === "map" ? 0 : 72;
      const tall = kind === "agreement" ? deal[1] / 2 : side || state.layout === "map" ? 24 : 44;
      box[0] = Math.min(box[0], x - (side < 0 ? names(-1) : half));
      box[1] = Math.min(box[1], y - (side || state.layout === "map" ? tall : 26));
      box[2] = Math.max(box[2], x + (side > 0 ? names(1) : half));
      box[3] = Math.max(box[3], y + tall);
    }
    if (state.layout === "story") box[1] -= 46;
    return box;
  }

  function fitAll(animated) {
    if (!nodes.length) return;
    const [left, top, right, bottom] = bounds();
    const { clientWidth, clientHeight } = byId("canvas");
    // On the map names keep their size: room for them is in pixels of the screen.
    const [beside, most] = state.layout === "map" ? [230, 2.4] : [24, 1.15];
    const scale = Math.min(most, (clientWidth - beside) / (right - left), (clientHeight - 40) / (bottom - top));
    network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.max(0.02, scale),
      animation: animated ? { duration: 250, easingFunction: "easeInOutQuad" } : false,
    });
  }

  /** The drawn things, without the points that only hold lines. */
  const things = () => nodes.get({ filter: (node) => !ports.has(node.id) });
  const labelAbove = (id) => shown.above?.has(id) ?? false;
  const sideOf = (id) => SCENE.places.sides[id] ?? 0;
  const scale = () => network.getScale();

  network.on("beforeDrawing", (ctx) => {
    if (state.layout === "map") {
      ctx.fillStyle = tone("land");
      ctx.fill(outline.land);
      ctx.strokeStyle = tone("border");
      ctx.lineWidth = 1.2 / Math.min(2, scale());
      ctx.stroke(outline.borders);
      labelSpots = placeLabels(ctx, nodes.get(), scale(), alongArcs());
    }
    if (state.layout === "story" && nodes.length) drawHeads(ctx);
  });

  /** Points along the arcs, which names on the map keep clear of. */
  function alongArcs() {
    const steps = [0.06, 0.12, 0.18, 0.25, 0.5, 0.6, 0.7, 0.78, 0.84, 0.9, 0.95];
    return [...(shown.lines?.keys() ?? [])].flatMap((id) => {
      const drawn = network.body.edges[id];
      return drawn?.connected ? steps.map((step) => drawn.edgeType.getPoint(step)) : [];
    });
  }

  function drawHeads(ctx) {
    const top = bounds()[1] + 18;
    ctx.font = `600 12.5px ${FACE}`;
    ctx.fillStyle = tone("soft");
    ctx.textBaseline = "middle";
        for (const [side, text] of SCENE.places.heads) {
      ctx.textAlign = ["right", "center", "left"][side + 1];
      ctx.fillText(text, side * (columns.at - SIZES.country), top);
    }
  }

  return { network, nodes, things, update, select, paint, fit: () => fitAll(!calm()), sideOf, labelAbove, scale, seen: () => seen };
})();
