// The same as the picture, as tables.

import { choose } from "./actions.js";
import { openClaim } from "./article.js";
import { jump, readingOf, sayer } from "./cards.js";
import { nameOf, stageOf } from "./data.js";
import { byId, el, link } from "./dom.js";
import { pill } from "./look.js";
import { visibleClaims } from "./sift.js";
import { state } from "./state.js";
import { plural } from "./words.js";

/** The words of a passage, or the link of a source. */
function wordsOf(item) {
  if (!item) return "";
  return item.article === undefined ? link(item.url, item.words) : el("q", {}, item.words);
}

export function showTable(now) {
  const claims = visibleClaims(now);
  const cell = (...content) => el("td", {}, ...content);
  byId("claims-caption").textContent = `${plural(claims.length, "claim")} behind what is shown`;
  byId("claim-rows").replaceChildren(
    ...claims.map((claim) =>
      el("tr", {},
        el("th", { scope: "row" }, el("button", { class: "jump", type: "button", onclick: () => { choose(claim.agreement ?? claim.things[0], { claim: claim.id }); openClaim(claim.id); } }, claim.headline)),
        cell(claim.status ? pill(claim.status) : KIND_NAMES[claim.kind] ?? claim.kind),
        cell(claim.note ?? "", claim.note ? " " : "", wordsOf(claim.evidence[0])),
        cell(sayer(claim)),
        cell(nameOf("factuality", claim.factuality)),
        cell(claim.when ?? ""),
        cell(readingOf(claim)),
      )),
  );
  byId("lines-caption").textContent = `${plural(now.edges.length, "relation")} between ${plural(now.nodes.size, "thing")}`;
  byId("line-rows").replaceChildren(
    ...now.edges.map((edge) =>
      el("tr", {},
        el("th", { scope: "row" }, jump(edge.source)),
        cell(el("button", { class: "jump", type: "button", onclick: () => choose(edge.id) }, edge.label)),
        cell(jump(edge.target)),
        cell(edge.deal ? pill(stageOf(edge.deal, state.to)) : ""),
        cell(plural(edge.claims.length, "claim")),
      )),
  );
}

const KIND_NAMES = { status: "stage", transfer: "people moved", payment: "money", office: "office" };
