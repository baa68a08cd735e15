// The article below the panel: the words of the chosen claim marked in their place.

import { choose } from "./actions.js";
import { writeAddress } from "./address.js";
import { ARTICLES, CLAIMS, pointsOf, SCENE, slice } from "./data.js";
import { announce, byId, el, link } from "./dom.js";
import { state } from "./state.js";

/** Where an article stands: medium, title and day. */
export function origin(article) {
  const name = [article.publisher, article.title].filter(Boolean).join(": ");
  const node = el("span", { class: "origin" }, article.url ? link(article.url, name) : name);
  if (article.published) node.append(`, ${article.published}`);
  return node;
}

/** Scroll the panel to a claim's card and mark its words. */
export function openClaim(id) {
  const node = [...byId("detail").querySelectorAll("[data-claim]")].findLast((each) => each.dataset.claim === id);
  const group = node?.closest("details.group");
  if (group) group.open = true;
  const claim = CLAIMS.get(id);
  showPassage(id, claim.evidence[0] ?? {});
  if (node) byId("detail").scrollTop = node.offsetTop - byId("detail").offsetTop - 8;
}

/** Mark a passage in its article. Only the pane scrolls, never the page. */
export function showPassage(id, item, { quiet = false } = {}) {
  state.claim = quiet ? state.claim : id;
  for (const each of byId("detail").querySelectorAll("[data-claim]")) each.classList.toggle("current", each.dataset.claim === id);
  if (!quiet) writeAddress();
  const article = ARTICLES.get(item.article);
  const pane = byId("article");
  if (!article) {
    byId("source").hidden = true;
    return;
  }
  byId("source").hidden = false;
  byId("article-of").replaceChildren(origin(article));
  if (!article.text) {
    pane.replaceChildren(el("p", {}, el("q", {}, item.words)), el("p", { class: "note" }, "The whole text may not be shown here."));
    return;
  }
  if (pane.dataset.key !== article.key) fillArticle(pane, article);
  for (const mark of pane.querySelectorAll("mark")) {
    const inside = Number(mark.dataset.start) >= item.start && Number(mark.dataset.end) <= item.end;
    mark.classList.toggle("on", inside);
  }
  const on = pane.querySelector("mark.on");
  if (on) pane.scrollTop = on.offsetTop - pane.clientHeight / 4;
  if (!quiet) announce(`Marked in the article: ${item.words}`);
}

/** The whole text, every passage that carries a claim marked: cut where any passage begins or ends. */
function fillArticle(pane, article) {
  pane.dataset.key = article.key;
  const spans = SCENE.claims.flatMap((claim) =>
    claim.evidence.filter((item) => item.article === article.key).map((item) => ({ ...item, claim: claim.id })),
  );
  const length = pointsOf(article).indexOf(article.text.length, 0);
  const cuts = [...new Set([0, length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  let paragraph = el("p");
  const parts = [paragraph];
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1];
    const here = spans.filter((span) => span.start <= start && span.end >= end);
    slice(article, start, end).split("\n").forEach((line, number) => {
      if (number) parts.push((paragraph = el("p")));
      if (!line) return;
      if (!here.length) paragraph.append(line);
      else {
        const shortest = here.reduce((best, span) => (span.end - span.start < best.end - best.start ? span : best));
        paragraph.append(el("mark", { "data-start": start, "data-end": end, onclick: () => followMark(shortest) }, line));
      }
    });
  });
  pane.replaceChildren(...parts.filter((part) => part.childNodes.length));
}

/** From marked words to the thing their claim is about. */
function followMark(span) {
  const claim = CLAIMS.get(span.claim);
  if (![...byId("detail").querySelectorAll("[data-claim]")].some((each) => each.dataset.claim === claim.id)) {
    choose(claim.agreement ?? claim.things[0], { claim: claim.id });
  }
  openClaim(claim.id);
}
