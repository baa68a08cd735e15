// Lines as vis-network draws them.

import { DEALS, EDGES_OF, NODES, partiesOf, SCENE, stageOf } from "./data.js";
import { frame } from "./frame.js";
import { colourOf, phaseOf, PHASES, SIZES } from "./look.js";
import { state } from "./state.js";

const BLUNT = ["takes-part", "holds", "said"]; // without an arrow head
const TRUNK = ["holds", "said"]; // straight down a column of the story
export const ports = new Map(); // in the story: where lines meet the side of a card

/** Style of a line: that of its deal's stage, else that of its kind. */
function lineStyle(line) {
  return line.deal ? PHASES[phaseOf(stageOf(line.deal, state.to))] : SCENE.look.lines[line.kind];
}

/** Lines of the map: one arc for each agreement and pair of countries. */
export function arcs() {
  const turns = new Map();
  return DEALS.filter((deal) => frame.nodes.has(deal.id)).flatMap((deal) => {
    const ends = (kind) => partiesOf(deal.id, kind).filter((each) => SCENE.places.map[each.id]);
    // The direction comes last, so that of one pair the directed arc is kept.
    const loose = ends("takes-part");
    const pairs = loose.flatMap((from, index) => loose.slice(index + 1).map((to) => [from, to, false]));
    pairs.push(...ends("sends").flatMap((from) => ends("receives").map((to) => [from, to, true])));
    const once = new Map(pairs.filter(([from, to]) => from !== to).map((pair) => [`${pair[0].id} ${pair[1].id}`, pair]));
    return [...once.values()].map(([from, to, directed]) => {
      const pair = [from.id, to.id].sort().join(" ");
      const turn = turns.get(pair) ?? 0;
      turns.set(pair, turn + 1);
      return { id: `arc ${deal.id} ${from.id} ${to.id}`, source: from.id, target: to.id, deal: deal.id, directed, turn };
    });
  });
}

/** In the story lines meet the side of a card or country, not its middle: an unseen point there holds them. */
function port(id, line, other, here) {
  const kind = NODES.get(id).kind;
  const across = Math.abs(other.x - here.x) > 40;
  if (state.layout !== "story" || !across || (kind !== "agreement" && kind !== "country")) return id;
  const side = other.x < here.x ? -1 : 1;
  const low = kind === "agreement" && !line.deal; // talk meets a card below the agreement's own lines
  const out = kind === "agreement" ? SIZES.deal[0] / 2 : SIZES.country + 1;
  const name = `port ${side} ${low} ${id}`;
  ports.set(name, { x: here.x + side * out, y: here.y + (low ? SIZES.deal[1] / 4 : 0) });
  return name;
}

function bend(line, from, to) {
  if (state.layout === "map") return { enabled: true, type: "curvedCW", roundness: 0.16 + 0.12 * line.turn };
  if (state.layout !== "story") return { enabled: false };
  const inColumn = Math.abs(from.x - to.x) < 40;
  if (inColumn && !TRUNK.includes(line.kind)) {
    // Between two things of one column: inwards, away from the names.
    return { enabled: true, type: (from.y < to.y) === (from.x > 0) ? "curvedCCW" : "curvedCW", roundness: 0.22 };
  }
  return { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 };
}

export function visEdge(line, at) {
  const style = lineStyle(line);
  const [from, to] = [at(line.source), at(line.target)];
  const pointed = line.directed !== false && !BLUNT.includes(line.kind);
  return {
    id: line.id,
    from: port(line.source, line, to, from),
    to: port(line.target, line, from, to),
    arrows: { to: { enabled: pointed, scaleFactor: line.deal ? 0.62 : 0.38 } },
    dashes: style.dash.length ? style.dash : false,
    width: style.width,
    smooth: bend(line, from, to),
    color: inkOf(line),
  };
}

export function inkOf(line) {
  const colour = colourOf(lineStyle(line));
  return { color: colour, highlight: colour, hover: colour, opacity: frame.faded(line.id) ? 0.1 : 1, inherit: false };
}

/** Things most of whose lines go down: their names stand above them. */
export function leaning(lines, at) {
  const down = new Map();
  for (const { source, target } of lines) {
    const way = Math.sign(at(target).y - at(source).y);
    down.set(source, (down.get(source) ?? 0) + way);
    down.set(target, (down.get(target) ?? 0) - way);
  }
  return new Set([...down.keys()].filter((id) => down.get(id) > 0));
}

/** On the map a line stands for a deal: the line of the picture that it is about. */
export function dealEdge(id) {
  const [arc, deal, from] = String(id).split(" ");
  return arc === "arc" ? EDGES_OF.get(deal)?.find((edge) => edge.source === from || edge.target === from)?.id : null;
}
