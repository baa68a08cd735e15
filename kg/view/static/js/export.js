// What is seen, to take away: picture, table, graph.

import { ARTICLES, NODES, otherEnd, SCENE, stageOf } from "./data.js";
import { byId, download, el, svg } from "./dom.js";
import { FAINT, mapDot } from "./draw.js";
import { frame } from "./frame.js";
import { graph } from "./graph.js";
import { colourOf, FACE, KINDS, phaseOf, PHASES, SIZES, stageName, tone, wrap } from "./look.js";
import { boundsOf, sideOf } from "./places.js";
import { visible, visibleClaims } from "./sift.js";
import { state } from "./state.js";

export const save = {
  png() {
    const canvas = byId("canvas").querySelector("canvas");
    const copy = el("canvas", { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext("2d");
    ctx.fillStyle = tone("stage");
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => download("migkg.png", "image/png", blob));
  },

  svg() {
    const text = new XMLSerializer().serializeToString(drawnAsSvg());
    // What XML cannot hold, not even escaped.
    download("migkg.svg", "image/svg+xml", text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd"));
  },

  csv() {
    const rows = [["claim", "kind", "says", "stage", "agreement", "who", "source", "voice", "how sure", "when", "as of", "words", "article", "start", "end", "address", "reading"]];
    for (const claim of visibleClaims(visible())) {
      for (const item of claim.evidence.length ? claim.evidence : [{}]) {
        const article = ARTICLES.get(item.article);
        rows.push([
          claim.id, claim.kind, claim.headline, claim.status, NODES.get(claim.agreement)?.title, claim.who, claim.source, claim.voice,
          claim.factuality, claim.when, claim.as_of, item.words, article?.title, item.start, item.end, item.url ?? article?.url,
          claim.checked ? "checked" : "machine",
        ]);
      }
    }
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    download("migkg.csv", "text/csv", `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`);
  },

  turtle() {
    download("migkg.ttl", "text/turtle", asTurtle(visible()));
  },
};

/** A cell of CSV. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(value) {
  const text = String(value ?? "");
  const safe = typeof value === "string" && /^([\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Things, lines and claims in the vocabulary of the graph. */
function asTurtle(now) {
  const iri = (path) => `<${SCENE.base}${path.replace(/[\u0000-\u0020<>"{}|\\^\u0060]/g, (sign) => encodeURIComponent(sign))}>`;
  const text = (words) => `"${words.replace(/[\\"\n\r\t\u0000-\u001f]/g, (sign) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
  const type = { country: "Country", agreement: "Agreement", official: "Official", body: "Body", outlet: "Outlet" };
  const party = { sends: "sendingParty", receives: "receivingParty", "takes-part": "party" };
  const code = (scheme, value) => iri(`code/${scheme}/${value.replace("+", "-plus").replace(/-$/, "-minus")}`);
  const lines = [
    `@prefix mig: ${iri("ns#")} .`,
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
    "@prefix oa: <http://www.w3.org/ns/oa#> .",
    "",
  ];
  for (const id of now.nodes) {
    const node = NODES.get(id);
    if (type[node.kind]) lines.push(`${iri(`id/${id}`)} a mig:${type[node.kind]} ; rdfs:label ${text(node.title)} .`);
  }
  for (const edge of now.edges) {
    if (party[edge.kind]) lines.push(`${iri(`id/${edge.deal}`)} mig:${party[edge.kind]} ${iri(`id/${otherEnd(edge, edge.deal)}`)} .`);
  }
  for (const claim of visibleClaims(now)) {
    const says = [`a mig:Claim , mig:${claim.kind[0].toUpperCase()}${claim.kind.slice(1)}Claim`, `rdfs:label ${text(claim.headline)}`];
    if (claim.agreement) says.push(`mig:agreement ${iri(`id/${claim.agreement}`)}`);
    if (claim.status) says.push(`mig:status ${code("status", claim.status)}`);
    if (claim.agent) says.push(`mig:attributedTo ${iri(`id/${claim.agent}`)}`);
    if (claim.who) says.push(`mig:sourceName ${text(claim.who)}`);
    if (claim.edtf) says.push(`mig:edtf ${text(claim.edtf)}^^<http://id.loc.gov/datatypes/edtf/EDTF>`);
    says.push(`mig:factuality ${code("factuality", claim.factuality)}`);
    for (const item of claim.evidence) {
      const where = item.article === undefined ? null : iri(`id/article/${item.article}#char=${item.start},${item.end}`);
      if (where) {
        says.push(`mig:evidence ${where}`);
        lines.push(`${where} a mig:Passage ; oa:exact ${text(item.words)} .`);
      } else if (/^https?:/.test(item.url)) says.push(`mig:evidence <${encodeURI(decodeURI_(item.url))}>`);
    }
    lines.push(`${iri(`id/claim/${claim.id}`)} ${says.join(" ;\n  ")} .`);
  }
  return `${lines.join("\n")}\n`;
}

/** An address as it was before its percent signs, so that encoding it again changes nothing. */
function decodeURI_(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The picture as vectors: lines by points along them, shapes and names as they stand. */
function drawnAsSvg() {
  const things = graph.things();
  const [left, top, right, bottom] = boundsOf(things).map((side, index) => side + (index < 2 ? -20 : 20));
  const picture = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, right - left, bottom - top].join(" "), "font-family": "system-ui, sans-serif", fill: tone("ink") });
  picture.append(svg("title", {}, SCENE.title), svg("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: tone("stage") }));
  const scale = state.layout === "map" ? graph.scale() : 1;
  if (state.layout === "map") picture.append(svg("path", { d: SCENE.map.land, fill: tone("land") }));
  for (const drawn of Object.values(graph.network.body.edges)) {
    const points = Array.from({ length: 25 }, (_, step) => drawn.edgeType.getPoint(step / 24));
    const { color, dashes, width } = drawn.options;
    picture.append(svg("path", { d: `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`, fill: "none", stroke: color.color, opacity: color.opacity, "stroke-width": width / scale, "stroke-dasharray": dashes ? dashes.map((dash) => dash / scale).join(" ") : null }));
  }
  for (const { id, x, y } of things) picture.append(shapeAsSvg(NODES.get(id), x, y, scale));
  return picture;
}

function shapeAsSvg(node, x, y, scale) {
  const style = KINDS[node.kind];
  const group = svg("g", { opacity: frame.faded(node.id) ? FAINT : 1 });
  const say = (words, dx, dy, more = {}) => group.append(svg("text", { x: x + dx / scale, y: y + dy / scale, "font-size": 14 / scale, ...more }, words));
  if (node.kind === "agreement") {
    const [wide, high] = SIZES.deal;
    const status = stageOf(node.id, state.to);
    const phase = PHASES[phaseOf(status)];
    group.append(svg("rect", { x: x - wide / 2, y: y - high / 2, width: wide, height: high, rx: 9, fill: tone("panel"), stroke: colourOf(phase), "stroke-width": phase.width, "stroke-dasharray": phase.dash.join(" ") || null }));
    const ctx = el("canvas").getContext("2d");
    ctx.font = `600 14px ${FACE}`;
    const lines = wrap(ctx, node.label, wide - 28, 2);
    lines.forEach((line, index) => say(line, 14 - wide / 2, index * 18 - lines.length * 9 + 5, { "font-weight": 600 }));
    say(stageName(status), 14 - wide / 2, lines.length * 9 + 8, { "font-size": 12.5, "font-weight": 600, fill: colourOf(phase) });
    return group;
  }
  const radius = node.kind === "country" ? (state.layout === "map" ? mapDot() : SIZES.country) : SIZES.small;
  group.append(svg("path", { d: style.glyph, transform: `translate(${x} ${y}) scale(${radius / 12 / scale}) translate(-12 -12)`, fill: style.open ? tone("stage") : colourOf(style), stroke: style.open ? colourOf(style) : null, "stroke-width": 2, "fill-rule": "evenodd" }));
  const spot = frame.names.get(node.id);
  const side = state.layout === "story" ? sideOf(node.id) : 0;
  if (state.layout === "map") {
    if (spot?.far) group.append(svg("line", { x1: x, y1: y, x2: x + spot.to[0] / scale, y2: y + spot.to[1] / scale, stroke: tone("soft"), "stroke-width": 1 / scale }));
    if (spot) say(node.label, spot.dx, spot.dy + 5, { "font-weight": 600 });
  } else if (side) say(node.label, side * (radius + 9), 5, { "text-anchor": side < 0 ? "end" : "start" });
  else say(node.label, 0, frame.above.has(node.id) ? -radius - 8 : radius + 18, { "text-anchor": "middle" });
  return group;
}
