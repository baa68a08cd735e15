// The scene that the page carries, and ways to look things up in it.

import { byId } from "./dom.js";

export const SCENE = JSON.parse(new TextDecoder().decode(await bytesOf(byId("scene"))));
unnumber();
export const NODES = new Map(SCENE.nodes.map((node) => [node.id, node]));
export const EDGES = new Map(SCENE.edges.map((edge) => [edge.id, edge]));
export const CLAIMS = new Map(SCENE.claims.map((claim) => [claim.id, claim]));
export const ARTICLES = new Map(SCENE.articles.map((article) => [article.key, article]));

export const CLAIMS_OF = new Map(SCENE.nodes.map((node) => [node.id, []]));
for (const claim of SCENE.claims) for (const id of claim.things) CLAIMS_OF.get(id)?.push(claim);

export const EDGES_OF = new Map(SCENE.nodes.map((node) => [node.id, []]));
for (const edge of SCENE.edges) {
  EDGES_OF.get(edge.source).push(edge);
  EDGES_OF.get(edge.target).push(edge);
}

export const DEALS = SCENE.nodes.filter((node) => node.kind === "agreement");
export const LAST_DAY = SCENE.claims.reduce((last, claim) => (claim.as_of > last ? claim.as_of : last), "");

/** Columns of the data block as rows; null stands for what a row lacks. */
function rowsOf(table) {
  const entries = Object.entries(table);
  return (entries[0]?.[1] ?? []).map((_, number) => {
    const row = {};
    for (const [name, values] of entries) if (values[number] !== null) row[name] = values[number];
    return row;
  });
}

/** In the data block numbers stand for ids; here each line gets its own id and words too. */
function unnumber() {
  for (const name of ["nodes", "edges", "claims", "passages"]) SCENE[name] = rowsOf(SCENE[name]);
  const ids = SCENE.nodes.map((node) => node.id);
  for (const claim of SCENE.claims) {
    claim.things = claim.things.map((number) => ids[number]);
    claim.evidence = claim.evidence.map((number) => SCENE.passages[number]);
  }
  for (const edge of SCENE.edges) {
    edge.source = ids[edge.source];
    edge.target = ids[edge.target];
    if (edge.deal !== undefined) edge.deal = ids[edge.deal];
    edge.claims = edge.claims.map((number) => SCENE.claims[number].id);
    edge.id = `${edge.kind} ${edge.source} ${edge.target}`;
    edge.label = SCENE.look.lines[edge.kind].says;
  }
  for (const [name, values] of Object.entries(SCENE.places)) {
    if (name === "heads") continue;
    // Without a prototype: an id may be any word.
    const at = Object.create(null);
    values.forEach((value, number) => {
      if (value !== null) at[ids[number]] = value;
    });
    SCENE.places[name] = at;
  }
}

/** The content of a data block: deflated, as base64, in a JSON string. */
export async function bytesOf(block) {
  const packed = Uint8Array.from(atob(JSON.parse(block.textContent)), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The name of a code of a code list. */
export const nameOf = (scheme, code) => SCENE.labels[`${scheme}/${code}`] ?? code;

/** The other end of a line. */
export const otherEnd = (edge, id) => (edge.source === id ? edge.target : edge.source);

/** The countries of a deal on one side: "sends" or "receives". */
export const partiesOf = (deal, kind) =>
  EDGES_OF.get(deal)
    .filter((edge) => edge.kind === kind)
    .map((edge) => NODES.get(otherEnd(edge, deal)));

/** Whether a claim can be true somewhere between two days. */
export function inWindow(claim, from, to) {
  const first = claim.earliest ?? (claim.latest ? "" : claim.as_of ?? "");
  const last = claim.latest ?? (claim.earliest ? "9999" : claim.as_of ?? "9999");
  return first <= to && last >= from;
}

/** The claims that say at which stage a deal was on a day: the latest, or all the latest that differ. */
export function stageClaims(deal, day) {
  const stated = CLAIMS_OF.get(deal).filter(
    (claim) => claim.decides && claim.agreement === deal && (claim.as_of ?? "") <= day,
  );
  const latest = stated.reduce((last, claim) => (claim.as_of > last ? claim.as_of : last), "");
  return stated.filter((claim) => (claim.as_of ?? "") === latest);
}

/** The stage of a deal on a day: a code of the status list, "reported" (only transfers are) or "unknown". */
export const stageOf = (() => {
  const known = new Map();
  return (deal, day) => {
    const key = `${day} ${deal}`;
    if (!known.has(key)) known.set(key, findStage(deal, day));
    return known.get(key);
  };
})();

function findStage(deal, day) {
  const stated = stageClaims(deal, day);
  if (stated.length) return stated.at(-1).status;
  const moved = CLAIMS_OF.get(deal).some(
    (claim) => claim.kind === "transfer" && claim.real && (claim.as_of ?? "") <= day,
  );
  return moved ? "reported" : "unknown";
}

/** Offsets count Unicode code points, JavaScript counts UTF-16 units: where each code point starts. */
export const pointsOf = (() => {
  const known = new Map();
  return (article) => {
    if (!known.has(article.key)) {
      const starts = new Uint32Array(article.text.length + 1);
      let count = 0;
      for (let unit = 0; unit < article.text.length; count += 1) {
        starts[count] = unit;
        unit += article.text.codePointAt(unit) > 0xffff ? 2 : 1;
      }
      starts[count] = article.text.length;
      known.set(article.key, starts);
    }
    return known.get(article.key);
  };
})();

/** A stretch of an article between two offsets in code points. */
export function slice(article, start, end) {
  const starts = pointsOf(article);
  return article.text.slice(starts[start], starts[end]);
}
