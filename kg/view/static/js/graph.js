// The picture: vis-network with positions given, so that nothing ever moves by itself.

import { EDGES, NODES, SCENE } from "./data.js";
import { byId, calm } from "./dom.js";
import { drawing } from "./draw.js";
import { frame } from "./frame.js";
import { arcs, inkOf, leaning, ports, visEdge } from "./lines.js";
import { tone } from "./look.js";
import { drawHeads, placeLabels } from "./map.js";
import { boundsOf, placed, placesNow, viewOf } from "./places.js";
import { visible } from "./sift.js";
import { MANY, state } from "./state.js";
import { pathThings, surroundings } from "./ways.js";

const READABLE = 0.75; // the scale below which names of the network keep their size
const MANY_NAMES = 150; // things among which names find no room any more
const unseen = () => ({ drawNode() {}, nodeDimensions: { width: 1, height: 1 } });

export const graph = (() => {
  let nodes = new vis.DataSet();
  let edges = new vis.DataSet();
  let spots = new Map(); // what is to be seen, and where
  let signatures = new Map(); // how each line that vis-network knows was drawn
  const network = new vis.Network(
    byId("canvas"),
    { nodes, edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, hoverConnectedEdges: false, multiselect: false, selectable: false, dragNodes: false, zoomView: false },
      nodes: { shape: "custom", chosen: false },
      edges: { chosen: false, arrowStrikethrough: false },
    },
  );
  let named = null; // the scale and selection for which the names of the network were placed
  let outline = null; // of the lands, made when the map is first drawn
  let shown = { layout: null, places: null, lines: new Map() };

  /** Bring the picture to what the state says, touching only what changed. */
  function update({ fit: again = false } = {}) {
    Object.assign(frame, visible(), { text: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 });
    const map = state.layout === "map";
    const lines = map ? arcs() : frame.edges;
    const wanted = map ? new Set(lines.flatMap((line) => [line.source, line.target])) : frame.nodes;
    if (map && SCENE.places.map[state.selected]) wanted.add(state.selected);
    const places = placesNow();
    const at = placed(places);
    const fresh = shown.layout !== state.layout;
    const moved = shown.layout !== state.layout || shown.places !== places;
    shown = { layout: state.layout, places, lines: new Map(lines.map((line) => [line.id, line])) };
    named = null;
    frame.above = leaning(lines, at);
    mark();
    ports.clear();
    const drawn = lines.map((line) => visEdge(line, at));
    spots = new Map([...wanted].map((id) => [id, at(id)]).concat([...ports]));
    frame.count = spots.size;
    if (fresh) start(drawn);
    else {
      change(drawn);
      paint();
    }
    if (again || moved) fit({ animated: !moved });
    if (state.selected) reveal(state.selected);
  }

  const visNode = ([id, { x, y }]) => ({ id, x, y, ctxRenderer: ports.has(id) ? unseen : drawing(NODES.get(id), state.layout) });
  const signature = ({ from, to, smooth, dashes, width }) => JSON.stringify([from, to, smooth, dashes, width]);

  /** A layout from scratch: all at once, for vis-network takes its time over each single change. */
  function start(drawn) {
    nodes = new vis.DataSet([...spots].map(visNode));
    edges = new vis.DataSet(drawn);
    signatures = new Map(drawn.map((edge) => [edge.id, signature(edge)]));
    network.setData({ nodes, edges });
    // By its options vis-network would go through all things once more.
    network.renderer.options.hideEdgesOnDrag = spots.size > MANY;
  }

  /** The same layout with other things in it. What vis-network knows already is moved, hidden or shown in
   * place: removing and adding a thousand things through its data sets takes a second. */
  function change(drawn) {
    const { nodes: known, edges: lines } = network.body;
    const add = [];
    for (const entry of spots) {
      const node = known[entry[0]];
      if (node) Object.assign(node, entry[1]);
      else add.push(visNode(entry));
    }
    nodes.add(add);
    const now = new Set(drawn.map((edge) => edge.id));
    edges.update(drawn.filter((edge) => signatures.get(edge.id) !== signature(edge)));
    for (const edge of drawn) signatures.set(edge.id, signature(edge));
    for (const id of nodes.getIds()) known[id].options.hidden = !spots.has(id);
    for (const id of edges.getIds()) lines[id].options.hidden = !now.has(id);
    network._updateVisibleIndices();
  }

  /** Which things and lines stand back. */
  function mark() {
    const near = state.path ? pathThings() : surroundings(state.selected) ?? state.found;
    if (!near) {
      frame.faded = () => false;
      return;
    }
    if (near === state.found) {
      const lit = new Set(near);
      for (const edge of SCENE.edges) {
        const [from, to] = [near.has(edge.source), near.has(edge.target)];
        if ((from && to) || (edge.deal && near.has(edge.deal))) lit.add(edge.id).add(edge.source).add(edge.target);
      }
      frame.faded = (id) => !lit.has(id) && !(state.layout === "map" && lit.has(shown.lines.get(id)?.deal));
      return;
    }
    frame.faded = (id) => !near.has(id) && !(state.layout === "map" && near.has(shown.lines.get(id)?.deal));
  }

  /** Colours and fading alone: set on the drawn lines, for a data set's update of a thousand takes a second. */
  function paint() {
    for (const [id, line] of shown.lines) {
      const drawn = network.body.edges[id];
      if (drawn) drawn.options.color = inkOf(line);
    }
    network.redraw();
  }

  function select() {
    mark();
    paint();
  }

  /** The drawn things, without the points that only hold lines. */
  const things = () => [...spots].filter(([id]) => !ports.has(id)).map(([id, { x, y }]) => ({ id, x, y }));
  const has = (id) => spots.has(id);

  function fit({ animated = !calm() } = {}) {
    if (!spots.size) return;
    const animation = animated && !calm() ? { duration: 250, easingFunction: "easeInOutQuad" } : false;
    network.moveTo({ ...viewOf(boundsOf(things())), animation });
  }

  /** Move to a thing, unless it is well in sight already. */
  function reveal(edgeOrThing) {
    const id = EDGES.get(edgeOrThing)?.source ?? edgeOrThing;
    if (!has(id)) return;
    const { x, y } = network.canvasToDOM(spots.get(id));
    const { clientWidth: wide, clientHeight: high } = byId("canvas");
    if (x > 60 && x < wide - 60 && y > 60 && y < high - 60) return;
    network.moveTo({ position: spots.get(id), animation: calm() ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  }

  network.on("beforeDrawing", (ctx) => {
    const scale = (frame.scale = network.getScale());
    if (state.layout === "map") {
      outline ??= { land: new Path2D(SCENE.map.land), borders: new Path2D(SCENE.map.borders) };
      ctx.fillStyle = tone("land");
      ctx.fill(outline.land);
      ctx.strokeStyle = tone("border");
      ctx.lineWidth = 1.2 / Math.min(2, scale);
      ctx.stroke(outline.borders);
      frame.names = placeLabels(ctx, things(), scale, alongArcs(), inSight(scale));
    }
    frame.compact = state.layout === "network" && scale < READABLE && spots.size <= MANY_NAMES;
    if (frame.compact && named !== `${scale} ${state.selected}`) {
      named = `${scale} ${state.selected}`;
      frame.names = placeLabels(ctx, things(), scale, alongArcs(), inSight(scale));
    }
    if (state.layout === "story" && spots.size) drawHeads(ctx, boundsOf(things())[1] + 18);
  });

  /** The left and right of the window, in pixels from the middle of the picture. */
  function inSight(scale) {
    const left = network.DOMtoCanvas({ x: 0, y: 0 }).x * scale;
    return { left, right: left + byId("canvas").clientWidth };
  }

  /** Points along the arcs, which names on the map keep clear of. */
  function alongArcs() {
    const steps = [0.06, 0.12, 0.18, 0.25, 0.5, 0.6, 0.7, 0.78, 0.84, 0.9, 0.95];
    return [...shown.lines.keys()].flatMap((id) => {
      const drawn = network.body.edges[id];
      return drawn?.connected ? steps.map((step) => drawn.edgeType.getPoint(step)) : [];
    });
  }

  const scale = () => network.getScale();
  return { network, has, things, at: (id) => spots.get(id), update, select, paint, fit, reveal, scale };
})();
