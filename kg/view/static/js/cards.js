// A claim as a card: what, in whose words, who says so, how sure, when, where.

import { choose } from "./actions.js";
import { origin, showPassage } from "./article.js";
import { ARTICLES, nameOf, NODES } from "./data.js";
import { announce, el, link } from "./dom.js";
import { pill } from "./look.js";
import { state } from "./state.js";
import { plural, sayDay } from "./words.js";

/** Who says it, and in which voice: "Marco Rubio, in quoted words, to the Washington Post". */
export function sayer(claim) {
  const voice = { quote: "in quoted words", paraphrase: "in the writer's words" }[claim.voice];
  const line = el("span", { class: "who" });
  if (claim.source === "narrator") line.append("The article, in its own voice");
  else if (claim.source === "unspecified") line.append("Nobody in particular: the source is not said");
  else {
    line.append(NODES.has(claim.agent) ? jump(claim.agent, claim.who) : el("span", {}, claim.who));
    if (claim.source === "anonymous") line.append(" (unnamed)");
    if (voice) line.append(`, ${voice}`);
  }
  if (claim.outlet) line.append(`, to ${claim.outlet}`);
  return line;
}

/** A button that selects a thing. */
export function jump(id, text) {
  return el("button", { class: "jump", type: "button", onclick: () => choose(id, { move: true }) }, text ?? NODES.get(id).label);
}

/** Who read the words as this claim, and how surely. */
export function readingOf(claim) {
  if (claim.checked) return "✓ checked by hand";
  const sure = `${Math.round(claim.confidence * 100)} % sure`;
  if (!claim.evidence.length) return `no words given, ${sure}`;
  return claim.evidence[0].article === undefined ? `catalogue, ${sure}` : `machine-read, ${sure}`;
}

function sureness(claim) {
  const name = nameOf("factuality", claim.factuality);
  return claim.factuality === "CT+" ? "stated as certain" : `how sure: ${name}`;
}

function dated(claim) {
  if (!claim.when) return claim.as_of ? `no date of its own; reported ${sayDay(claim.as_of)}` : "no date";
  const from = claim.when_text ? `, from “${claim.when_text}”` : "";
  const how = { anchored: " (worked out from the day of publication)", background: " (background knowledge)" }[claim.basis];
  return `${claim.when}${from}${how ?? ""}`;
}

/** The exact words: in an article a button that marks them there, else a quote with its address. */
function passage(claim, item) {
  if (item.article === undefined) {
    return el(
      "div",
      { class: "cited" },
      "Source: ",
      link(item.url, item.words),
      el("small", {}, [item.publisher, item.published].filter(Boolean).join(", ")),
    );
  }
  const article = ARTICLES.get(item.article);
  if (!article.text) return el("blockquote", { class: "words" }, el("q", {}, item.words), " ", origin(article));
  return el(
    "button",
    { class: "words", type: "button", "data-start": item.start, onclick: () => showPassage(claim.id, item) },
    el("q", {}, item.words),
  );
}

export function card(claim) {
  const [first, ...more] = claim.evidence;
  const article = first?.article === undefined ? null : ARTICLES.get(first.article);
  const facts = el("dl", { class: "facts" });
  const fact = (name, value) => facts.append(el("dt", {}, name), el("dd", {}, value));
  fact("Says", sayer(claim));
  fact("Sure", sureness(claim));
  fact("When", dated(claim));
  for (const [name, value] of claim.details ?? []) fact(name, value);
  if (article) fact("Source", origin(article));
  return el(
    "article",
    { class: `card ${claim.id === state.claim ? "current" : ""}`, "data-claim": claim.id },
    el(
      "h4",
      {},
      claim.status ? pill(claim.status) : claim.headline,
      el(
        "span",
        { class: claim.checked ? "badge checked" : "badge", title: `Read by ${claim.extractor}` },
        readingOf(claim),
      ),
    ),
    claim.status ? el("p", { class: "headline" }, claim.headline) : null,
    claim.note ? el("p", { class: "says" }, claim.note) : null,
    first ? passage(claim, first) : el("p", { class: "note" }, "No words or source are given for this claim."),
    more.length
      ? el(
          "details",
          { class: "more", open: more.length <= FEW_MORE },
          el("summary", {}, article ? `said again in ${plural(more.length, "more passage")}` : plural(more.length, "more source")),
          ...more.map((item) => passage(claim, item)),
        )
      : null,
    facts,
    el(
      "button",
      { class: "quiet", type: "button", onclick: (event) => copyCitation(claim, event.target) },
      "Copy citation",
    ),
  );
}

const FEW_MORE = 2; // further passages that are shown without a click

/** A claim in one line of plain text, with its words and where they stand. */
function citation(claim) {
  const item = claim.evidence[0] ?? { words: "no words given" };
  const article = item.article === undefined ? null : ARTICLES.get(item.article);
  const place = article
    ? [article.publisher, `“${article.title}”`, article.published, article.url, `characters ${item.start}–${item.end}`]
    : [item.publisher, item.published, item.url];
  const who = claim.who ?? (claim.source === "narrator" ? "the article" : "source not said");
  const words = article ? `“${item.words}”` : item.words;
  return `${claim.headline}: ${words} (${who}). ${place.filter(Boolean).join(", ")}. Claim ${claim.id}.`;
}

async function copyCitation(claim, button) {
  const text = citation(claim);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard here (a page from disk may have none): the old way.
    const area = el("textarea", { class: "vh" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.textContent = "Copied";
  announce("Citation copied");
  setTimeout(() => { button.textContent = "Copy citation"; }, 1500);
}
