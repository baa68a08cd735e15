// Find a thing by its name; arrow keys and Enter choose.

import { choose, endPath } from "./actions.js";
import { SCENE } from "./data.js";
import { announce, byId, el } from "./dom.js";
import { glyph, KINDS } from "./look.js";
import { QUIET_KINDS, state } from "./state.js";
import { plural } from "./words.js";

(() => {
  const field = byId("search");
  const list = byId("hits");
  let hits = [];
  let at = -1;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // Words of statements are found too, after the things that have a name.
  const named = SCENE.nodes.filter((node) => !QUIET_KINDS.includes(node.kind));
  const all = [...named, ...SCENE.nodes.filter((node) => QUIET_KINDS.includes(node.kind))];
  let known = null; // things with their words, made at the first search

  function look() {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const whole = words.join(" ");
    // A name that is just this comes first, then names that begin with it, then the rest in their order.
    const rank = (node) => QUIET_KINDS.includes(node.kind) ? 3 : (plain(node.label) === whole ? 0 : plain(node.label).startsWith(whole) ? 1 : 2);
    known ??= all.map((node) => [node, plain(`${node.label} ${node.title} ${node.code ?? ""} ${node.note ?? ""}`)]);
    const found = known.filter(([, text]) => words.every((word) => text.includes(word))).map(([node]) => node);
    hits = words.length ? found.sort((a, b) => rank(a) - rank(b)).slice(0, 9) : [];
    at = hits.length ? 0 : -1;
    list.replaceChildren(
      ...hits.map((node, index) =>
        el("li", { role: "option", id: `hit-${index}`, "aria-selected": String(index === at), onmousedown: (event) => { event.preventDefault(); go(node); } },
          glyph(node.kind, 15), el("span", {}, node.label), el("small", {}, KINDS[node.kind].label))),
    );
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    mark();
    if (words.length) announce(hits.length ? plural(hits.length, "hit") : "Nothing found");
  }

  function mark() {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) field.setAttribute("aria-activedescendant", `hit-${at}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function go(node) {
    field.value = "";
    close();
    state.kinds.add(node.kind);
    if (state.asking) endPath(node.id);
    else choose(node.id, { move: true });
  }

  field.addEventListener("input", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      mark();
    } else if (event.key === "Enter" && hits[at]) go(hits[at]);
    else if (event.key === "Escape") {
      field.value = "";
      close();
    }
  });
})();
