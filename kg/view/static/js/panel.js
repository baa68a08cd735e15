// The panel on the right: what is selected, everything claimed about it, and the article with the words marked.

import { askForPath, choose, setFocus } from "./actions.js";
import { openClaim, showPassage } from "./article.js";
import { card, jump } from "./cards.js";
import { CLAIMS, CLAIMS_OF, DEALS, EDGES, EDGES_OF, nameOf, NODES, otherEnd, partiesOf, SCENE, stageOf } from "./data.js";
import { byId, el } from "./dom.js";
import { colourOf, glyph, KINDS, phaseOf, PHASES, pill, stroke } from "./look.js";
import { state } from "./state.js";
import { wayBetween } from "./ways.js";
import { plural, sayDay } from "./words.js";

const SECTIONS = [
  ["status", "Stages"], ["transfer", "People moved"], ["payment", "Money"], ["ruling", "Rulings"],
  ["concern", "Concerns"], ["statement", "Statements"], ["office", "Offices"], ["event", "Events"],
];

export function showPanel() {
  const panel = byId("detail");
  panel.replaceChildren();
  const edge = EDGES.get(state.selected);
  const node = NODES.get(state.selected);
  if (state.path) showPath(panel);
  else if (edge) showEdge(panel, edge);
  else if (node) showNode(panel, node);
  else showOverview(panel);
  panel.scrollTop = 0;
}

function heading(panel, kind, text, ...rest) {
  const back = el("button", { class: "close", type: "button", "aria-label": "Close, back to the overview", onclick: () => choose(null) }, "×");
  panel.append(el("p", { class: "kind" }, ...(kind ? [glyph(kind, 16), KINDS[kind].label] : ["Relation"]), back), el("h2", { tabindex: "-1" }, text), ...rest);
}

function showOverview(panel) {
  const checked = SCENE.claims.filter((claim) => claim.checked).length;
  panel.append(
    el("h2", {}, "What is known here"),
    el("p", {}, `${plural(SCENE.claims.length, "claim")} on ${plural(DEALS.length, "agreement")}; ${checked === SCENE.claims.length ? "all" : checked} checked by hand. Choose a shape, a line or a name: the sentence behind it appears here.`),
  );
  const few = DEALS.length <= 12;
  for (const [key, phase] of Object.entries(PHASES)) {
    const deals = DEALS.filter((deal) => phaseOf(stageOf(deal.id, state.to)) === key);
    if (!deals.length) continue;
    const title = el("h3", { class: "phase" }, stroke(key), phase.label, el("small", {}, String(deals.length)));
    title.style.color = colourOf(phase);
    const rows = deals.map((deal) => el("li", {}, jump(deal.id), el("small", {}, plural(CLAIMS_OF.get(deal.id).length, "claim"))));
    panel.append(el("details", { class: "group", open: few }, el("summary", {}, title), el("ul", { class: "plain" }, ...rows)));
  }
}

function showNode(panel, node) {
  const extra = [];
  if (node.kind === "agreement") extra.push(parties(node), stages(node));
  if (node.note) extra.push(el("p", { class: "note" }, node.note));
  heading(panel, node.kind, node.title, ...extra, actions(node));
  if (node.kind === "agreement") showDisputes(panel, node.id);
  if (node.kind === "country") {
    const deals = [...new Set(EDGES_OF.get(node.id).map((edge) => edge.deal).filter(Boolean))];
    if (deals.length) panel.append(el("h3", {}, `Agreements (${deals.length})`), el("ul", { class: "plain" }, ...deals.map((id) => el("li", {}, jump(id), pill(stageOf(id, state.to))))));
  }
  showClaims(panel, CLAIMS_OF.get(node.id));
}

function actions(node) {
  const focused = state.focus === node.id;
  return el("p", { class: "actions" },
    el("button", { class: "quiet", type: "button", "aria-pressed": String(focused), onclick: () => setFocus(focused ? null : node.id) },
      focused ? "Show the rest again" : "Show only what is around it"),
    el("button", { class: "quiet", type: "button", onclick: () => askForPath() }, "How is it tied to …"));
}

function showEdge(panel, edge) {
  heading(panel, null, `${NODES.get(edge.source).label} ${edge.label} ${NODES.get(edge.target).label}`,
    el("p", { class: "ends" }, jump(edge.source), " → ", jump(edge.target)));
  showClaims(panel, edge.claims.map((id) => CLAIMS.get(id)));
}

function parties(deal) {
  const line = el("p", { class: "parties" });
  const list = (nodes) => nodes.forEach((each, index) => line.append(index ? ", " : "", jump(each.id)));
  const [from, to, both] = ["sends", "receives", "takes-part"].map((kind) => partiesOf(deal.id, kind));
  if (from.length || to.length) {
    list(from);
    line.append(el("span", { class: "arrow" }, from.length && to.length ? " sends people to " : from.length ? " sends people" : "taken in by "));
    list(to);
  }
  if (both.length) {
    if (from.length || to.length) line.append("; also ");
    list(both);
  }
  return line;
}

/** The stages of a deal in the order of time, each one click from its claim. */
function stages(deal) {
  const stated = CLAIMS_OF.get(deal.id).filter((claim) => claim.status && claim.agreement === deal.id);
  if (!stated.length) return pill(stageOf(deal.id, state.to));
  const list = el("ol", { class: "stages", "aria-label": "Stages in time" });
  for (const claim of stated) {
    const unsure = claim.real ? "" : ` (${nameOf("factuality", claim.factuality)})`;
    list.append(
      el("li", {},
        el("button", { class: "stage", type: "button", onclick: () => openClaim(claim.id) },
          el("span", { class: "date" }, claim.when ?? (claim.as_of ? `reported ${sayDay(claim.as_of)}` : "no date")),
          pill(claim.status), unsure)));
  }
  return list;
}

/** Claims that contradict each other, side by side. */
function showDisputes(panel, id) {
  const mine = new Set(CLAIMS_OF.get(id).map((claim) => claim.id));
  const groups = SCENE.disputes.filter((group) => group.every((claim) => mine.has(claim)));
  if (!groups.length) return;
  panel.append(el("h3", { class: "dispute" }, "Sources disagree"));
  for (const group of groups) {
    panel.append(el("div", { class: "versus" }, ...group.map((claim) => card(CLAIMS.get(claim)))));
  }
}

function showClaims(panel, claims) {
  for (const [kind, title] of SECTIONS) {
    const some = claims.filter((claim) => claim.kind === kind);
    if (!some.length) continue;
    const heading = el("h3", {}, `${title} (${some.length})`);
    // A long list of claims opens at its first kind; the others wait for a click.
    if (claims.length <= 12) panel.append(heading, ...some.map(card));
    else panel.append(el("details", { class: "group", open: !panel.querySelector(".group") }, el("summary", {}, heading), ...some.map(card)));
  }
  const first = (state.claim && claims.find((claim) => claim.id === state.claim)) || claims[0];
  if (first) showPassage(first.id, first.evidence[0] ?? {}, { quiet: true });
}

/** The way between two things, step by step. */
function showPath(panel) {
  const way = wayBetween(state.selected, state.path);
  const [from, to] = [NODES.get(state.selected), NODES.get(state.path)];
  heading(panel, from.kind, `From ${from.label} to ${to.label}`);
  if (!way) {
    panel.append(el("p", {}, "Nothing that is known here ties them together."));
    return;
  }
  const list = el("ol", { class: "way" }, el("li", {}, jump(from.id)));
  let at = from.id;
  for (const edge of way) {
    const on = otherEnd(edge, at);
    list.append(
      el("li", { class: "step" }, edge.source === at ? "↓ " : "↑ ",
        el("button", { class: "jump", type: "button", onclick: () => choose(edge.id) }, edge.label),
        el("small", {}, ` ${plural(edge.claims.length, "claim")}`)),
      el("li", {}, jump(on)),
    );
    at = on;
  }
  panel.append(el("p", { class: "note" }, "An arrow down reads downwards, an arrow up reads upwards."), list);
}
