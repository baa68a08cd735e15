// The panel on the right: what is selected, everything claimed about it, and the article with the words marked.

const SECTIONS = [
  ["status", "Stages"], ["transfer", "People moved"], ["payment", "Money"], ["ruling", "Rulings"],
  ["concern", "Concerns"], ["statement", "Statements"], ["office", "Offices"], ["event", "Events"],
];

function showPanel() {
  const panel = byId("detail");
  panel.replaceChildren();
  const edge = EDGES.get(state.selected);
  const node = NODES.get(state.selected);
  if (edge) showEdge(panel, edge);
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
    el("p", {}, `${plural(SCENE.claims.length, "claim")} from ${plural(SCENE.articles.length, "article")} on ${plural(DEALS.length, "arrangement")}; ${checked === SCENE.claims.length ? "all" : checked} checked by hand. Choose a shape, a line or a name: the sentence behind it appears here.`),
  );
  for (const [key, phase] of Object.entries(PHASES)) {
    const deals = DEALS.filter((deal) => phaseOf(stageOf(deal.id, state.to)) === key);
    if (!deals.length) continue;
    const title = el("h3", { class: "phase" }, stroke(key), phase.label);
    title.style.color = colourOf(phase);
    panel.append(title, el("ul", { class: "plain" }, ...deals.map((deal) => el("li", {}, jump(deal.id), el("small", {}, plural(CLAIMS_OF.get(deal.id).length, "claim"))))));
  }
}

function showNode(panel, node) {
  const extra = [];
  if (node.kind === "agreement") extra.push(parties(node), stages(node));
  if (node.note) extra.push(el("p", { class: "note" }, node.note));
  heading(panel, node.kind, node.title, ...extra);
  showDisputes(panel, node.id);
  if (node.kind === "country") {
    const deals = [...new Set(EDGES_OF.get(node.id).map((edge) => edge.deal).filter(Boolean))];
    if (deals.length) panel.append(el("h3", {}, `Arrangements (${deals.length})`), el("ul", { class: "plain" }, ...deals.map((id) => el("li", {}, jump(id), pill(stageOf(id, state.to))))));
  }
  showClaims(panel, CLAIMS_OF.get(node.id));
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
  const pairs = SCENE.disputes.filter(([left, right]) => mine.has(left) && mine.has(right));
  if (!pairs.length) return;
  panel.append(el("h3", { class: "dispute" }, "Sources disagree"));
  for (const pair of pairs) {
    panel.append(el("div", { class: "versus" }, ...pair.map((claim) => card(CLAIMS.get(claim)))));
  }
}

function showClaims(panel, claims) {
  for (const [kind, title] of SECTIONS) {
    const some = claims.filter((claim) => claim.kind === kind);
    if (some.length) panel.append(el("h3", {}, `${title} (${some.length})`), ...some.map(card));
  }
  const first = (state.claim && claims.find((claim) => claim.id === state.claim)) || claims[0];
  if (first) showPassage(first.id, first.evidence[0], { quiet: true });
}

/** Scroll the panel to a claim's card and mark its words. */
function openClaim(id) {
  const node = [...byId("detail").querySelectorAll("[data-claim]")].find((each) => each.dataset.claim === id);
  const claim = CLAIMS.get(id);
  showPassage(id, claim.evidence[0]);
  if (node) byId("detail").scrollTop = node.offsetTop - byId("detail").offsetTop - 8;
}

/** Mark a passage in its article. Only the pane scrolls, never the page. */
function showPassage(id, item, { quiet = false } = {}) {
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
