// What happens when: one selection, one refresh, and the controls that cause them.

/** Select a thing or a line (or nothing), and show what is claimed about it. */
function choose(id, { move = false, claim = null } = {}) {
  if (asking && id && NODES.has(id)) return endPath(id);
  const before = visible().nodes.size;
  Object.assign(state, { selected: id, claim, path: null, found: id ? state.found : null });
  setAsking(false);
  if (PICTURES.includes(state.layout) && visible().nodes.size !== before) refresh();
  else graph.select();
  showPanel();
  writeAddress();
  if (move && id) graph.reveal(id);
  announce(id ? `Selected: ${NODES.get(id)?.title ?? EDGES.get(id)?.label}` : "Nothing selected");
}

/** Show a thing with its surroundings alone, or everything again. */
function setFocus(id) {
  state.focus = id;
  refresh({ fit: true });
  showPanel();
}

/** Light up the things that an answer names, in the picture last looked at. */
function showFound(things) {
  Object.assign(state, { found: things, selected: null, path: null, focus: null, layout: lastPicture });
  refresh({ fit: true });
  showPanel();
}

function setAsking(on) {
  asking = on;
  byId("asking").hidden = !on;
}

/** Ask for the other end of a path: the next thing that is clicked or found. */
function askForPath() {
  setAsking(true);
  byId("search").focus();
  announce("Choose the other thing: find it by name, or click it");
}

function endPath(id) {
  setAsking(false);
  state.path = id === state.selected ? null : id;
  refresh();
  showPanel();
}

let lastPicture = "story";

/** What would be so if everything were shown. */
function withAll(ask) {
  const before = state.all;
  state.all = true;
  const answer = ask();
  state.all = before;
  return answer;
}

/** Bring everything to what the state says. */
function refresh({ fit = false } = {}) {
  const table = state.layout === "table";
  const picture = PICTURES.includes(state.layout);
  byId("table").hidden = !table;
  byId("canvas").hidden = !picture;
  byId("query")?.toggleAttribute("hidden", state.layout !== "query");
  for (const button of document.querySelectorAll("[data-layout]")) {
    button.setAttribute("aria-pressed", String(button.dataset.layout === state.layout));
  }
  if (picture) graph.update({ fit });
  const now = visible();
  const more = withAll(() => visible().nodes.size) - now.nodes.size;
  byId("shown").textContent = `${now.nodes.size} of ${plural(SCENE.nodes.length, "thing")} · ${now.edges.length} of ${plural(SCENE.edges.length, "relation")}`;
  byId("more").hidden = !state.all && more <= 0;
  byId("more").textContent = state.all ? "Show fewer" : `Show ${more} more`;
  if (table) showTable(now);
  showLegend(now);
  timeline.show();
  writeAddress();
}

graph.network.on("click", ({ pointer }) => {
  const hit = graph.network.getNodeAt(pointer.DOM);
  const node = NODES.has(hit) ? hit : null; // not a point that only holds lines
  const edge = node ? null : graph.network.getEdgeAt(pointer.DOM);
  choose(node ?? dealEdge(edge) ?? edge ?? null);
  tip.hide();
});
graph.network.on("hoverNode", ({ node, pointer }) => tip.show(node, pointer.DOM));
graph.network.on("hoverEdge", ({ edge, pointer }) => tip.show(edge, pointer.DOM));
for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) graph.network.on(leave, tip.hide);

for (const button of document.querySelectorAll("[data-layout]")) {
  button.addEventListener("click", () => {
    if (PICTURES.includes(state.layout)) lastPicture = state.layout;
    state.layout = button.dataset.layout;
    tip.hide();
    refresh({ fit: true });
  });
}
byId("fit").addEventListener("click", () => graph.fit());
byId("more").addEventListener("click", () => {
  state.all = !state.all;
  refresh({ fit: true });
});
byId("asking-stop").addEventListener("click", () => setAsking(false));
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    save[button.dataset.save]();
    byId("menu").open = false;
  });
}
document.addEventListener("click", (event) => {
  if (!byId("menu").contains(event.target)) byId("menu").open = false;
});
byId("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
byId("filters").addEventListener("click", () => {
  const open = byId("app").classList.toggle("filters-open");
  byId("filters").setAttribute("aria-expanded", String(open));
});

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  refresh();
  graph.paint();
  showPanel();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && byId("menu").open) byId("menu").open = false;
  else if (event.key === "Escape" && asking) setAsking(false);
  else if (event.key === "Escape" && !typing) choose(null);
  if (typing || event.target instanceof HTMLTextAreaElement) return;
  const action = {
    "/": () => byId("search").focus(),
    f: () => graph.fit(),
    1: () => document.querySelector("[data-layout=story]").click(),
    2: () => document.querySelector("[data-layout=network]").click(),
    3: () => document.querySelector("[data-layout=map]").click(),
    4: () => document.querySelector("[data-layout=table]").click(),
    5: () => document.querySelector("[data-layout=query]")?.click(),
  }[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

// In the picture, arrow keys step to the nearest thing that way; Enter moves on to the panel.
byId("canvas").addEventListener("keydown", (event) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.key === "Enter" && state.selected) byId("detail").querySelector("h2").focus();
  if (event.key === "+" || event.key === "-") {
    graph.network.moveTo({ scale: graph.scale() * (event.key === "+" ? 1.25 : 0.8) });
  }
  if (!way) return;
  event.preventDefault();
  const all = graph.things();
  const here = state.selected && graph.at(state.selected);
  if (!here) {
    choose(all.reduce((best, node) => (node.x + node.y < best.x + best.y ? node : best)).id, { move: false });
    return;
  }
  const cost = (node) => {
    const [dx, dy] = [node.x - here.x, node.y - here.y];
    const along = dx * way[0] + dy * way[1];
    const across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    return along > 1 ? along + 2.5 * across : Infinity;
  };
  const next = all.reduce((best, node) => (cost(node) < cost(best) ? node : best));
  if (cost(next) < Infinity) choose(next.id);
});

addEventListener("hashchange", () => {
  readAddress();
  refresh();
  showPanel();
  if (state.claim) openClaim(state.claim);
});

// For whoever embeds or tests the page: where a thing is drawn, in pixels of the window.
window.migkg = Object.freeze({
  where(id) {
    if (!graph.has(id)) return null;
    const { x, y } = graph.network.canvasToDOM(graph.at(id));
    const { left, top } = byId("canvas").getBoundingClientRect();
    return { x: left + x, y: top + y };
  },
});

readAddress();
document.documentElement.dataset.theme ||= matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
byId("theme").textContent = isDark() ? "Light" : "Dark";
refresh();
showPanel();
if (state.claim) openClaim(state.claim);
let width = byId("stage").clientWidth;
new ResizeObserver(() => {
  if (byId("stage").clientWidth === width || !PICTURES.includes(state.layout)) return;
  width = byId("stage").clientWidth;
  graph.update({ fit: true });
}).observe(byId("stage"));
// Sizes of shapes are known only once drawn: lines meet them from the second drawing on.
graph.network.redraw();
requestAnimationFrame(() => {
  graph.network.redraw();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
});
