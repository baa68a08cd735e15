// SPARQL in the page: Oxigraph runs here, over the graph that the page carries.

import { choose, showFound } from "./actions.js";
import { writeAddress } from "./address.js";
import { openClaim } from "./article.js";
import { jump } from "./cards.js";
import { bytesOf, CLAIMS, NODES, SCENE } from "./data.js";
import { announce, byId, download, el, link } from "./dom.js";
import { csvCell } from "./export.js";
import { state } from "./state.js";
import { plural } from "./words.js";

function makeAsker() {
  const [field, coloured, table] = [byId("sparql"), byId("coloured"), byId("rows")];
  const SHOWN = 500;
  let store = null;
  let answer = null;

  /** The engine with the graph loaded, made at the first question. */
  async function opened() {
    if (store) return store;
    const { initSync, Store } = globalThis.oxigraph;
    initSync({ module: await WebAssembly.compile(await bytesOf(byId("engine"))) });
    const made = new Store();
    made.load(await bytesOf(byId("quads")), { format: "application/n-quads" });
    store = made;
    return store;
  }

  /** Known prefixes need not be written: they go before the first line, so that lines keep their numbers. */
  function withPrefixes(text) {
    const said = new Set([...text.matchAll(/\bprefix\s+([\w-]*):/gi)].map((match) => match[1]));
    const used = new Set([...text.matchAll(/(?<![\w<])([a-z][\w-]*):/g)].map((match) => match[1]));
    return Object.entries(SCENE.prefixes)
      .filter(([name]) => used.has(name) && !said.has(name))
      .map(([name, iri]) => `PREFIX ${name}: <${iri}> `)
      .join("");
  }

  async function run() {
    byId("query-error").hidden = true;
    byId("run-says").textContent = "Running …";
    const began = performance.now();
    const before = withPrefixes(field.value);
    try {
      const engine = await opened();
      const found = JSON.parse(engine.query(before + field.value, { use_default_graph_as_union: true, results_format: resultsFormat(field.value) }));
      show(found, performance.now() - began);
    } catch (error) {
      fail(String(error.message ?? error), before);
    }
    writeAddress();
  }

  /** Rows come as SPARQL JSON; the engine takes no such format for triples. */
  function resultsFormat(text) {
    const plain = text.replace(/#[^\n]*/g, "").replace(/<[^>]*>/g, "").replace(/"(\\.|[^"])*"/g, "");
    if (/\b(construct|describe)\b/i.test(plain) && !/\bselect\b/i.test(plain.split("{")[0])) {
      throw new Error("This page shows rows: ask with SELECT or ASK.");
    }
    return "json";
  }

  function fail(message, before) {
    // Columns of the first line count the prefixes that were put before it.
    const fixed = message.replace(/\b1:(\d+)\b/, (_, column) => `1:${Math.max(1, Number(column) - before.length)}`);
    answer = null;
    table.replaceChildren();
    byId("run-says").textContent = "";
    byId("show-found").hidden = byId("save-rows").hidden = true;
    byId("query-error").textContent = fixed.replace(/^error at (\d+):(\d+): /i, "Line $1, column $2: ");
    byId("query-error").hidden = false;
  }

  function show(found, took) {
    if (found.boolean !== undefined) found = { head: { vars: ["answer"] }, results: { bindings: [{ answer: { type: "literal", value: found.boolean ? "yes" : "no" } }] } };
    const names = found.head.vars;
    const rows = found.results.bindings;
    answer = { names, rows };
    const body = rows.slice(0, SHOWN).map((row) => el("tr", {}, ...names.map((name) => el("td", {}, row[name] ? termNode(row[name]) : ""))));
    table.replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, ...body)));
    table.scrollTop = 0;
    const more = rows.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    byId("run-says").textContent = `${plural(rows.length, "row")}${more}, ${Math.round(took)} ms`;
    byId("show-found").hidden = !foundThings().size;
    byId("save-rows").hidden = !rows.length;
    announce(byId("run-says").textContent);
  }

  const idOf = (iri) => (iri.startsWith(`${SCENE.base}id/`) ? iri.slice(SCENE.base.length + 3) : null);

  function termNode(term) {
    if (term.type !== "uri") return term.value;
    const id = idOf(term.value);
    if (NODES.has(id)) return jump(id);
    const claim = id?.startsWith("claim/") && CLAIMS.get(id.slice(6));
    if (claim) return el("button", { class: "jump", type: "button", onclick: () => { choose(claim.agreement ?? claim.things[0], { claim: claim.id }); openClaim(claim.id); } }, claim.id);
    const prefix = Object.entries(SCENE.prefixes).filter(([, iri]) => term.value.startsWith(iri)).sort((a, b) => b[1].length - a[1].length)[0];
    return prefix ? `${prefix[0]}:${term.value.slice(prefix[1].length)}` : link(term.value, term.value);
  }

  /** Things of the picture that the answer names, themselves or by their claims. */
  function foundThings() {
    const things = new Set();
    for (const row of answer?.rows ?? []) {
      for (const term of Object.values(row)) {
        const id = term.type === "uri" ? idOf(term.value) : null;
        if (NODES.has(id)) things.add(id);
        for (const thing of CLAIMS.get(id?.replace(/^claim\//, ""))?.things ?? []) if (NODES.get(thing).kind === "agreement") things.add(thing);
      }
    }
    return things;
  }

  const WORDS = /^(select|ask|construct|describe|where|prefix|base|filter|optional|union|minus|graph|values|bind|as|order|by|group|having|limit|offset|distinct|reduced|exists|not|in|asc|desc|a|true|false|undef|from|named)$/i;
  const TOKEN = /(#[^\n]*)|("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(<[^<>"{}|^\u0060\\\s]*>|[\w-]*:[\w.%-]*)|([?$]\w+)|([A-Za-z]+)|([\s\S])/g;

  function colour() {
    const parts = [...field.value.matchAll(TOKEN)].map(([all, note, text, iri, variable, word]) => {
      const kind = note ? "note" : text ? "text" : iri ? "iri" : variable ? "var" : word && WORDS.test(word) ? "word" : null;
      return kind ? el("span", { class: `t-${kind}` }, all) : all;
    });
    coloured.replaceChildren(...parts, "\n");
    coloured.scrollTop = field.scrollTop;
    coloured.scrollLeft = field.scrollLeft;
  }

  function put(text) {
    field.value = state.ask = text;
    field.scrollTop = 0;
    colour();
  }

  byId("questions").append(
    ...SCENE.questions.map(([name, summary, text]) =>
      el("button", { type: "button", title: name, "aria-pressed": "false", onclick: (event) => {
        for (const each of byId("questions").children) each.setAttribute("aria-pressed", String(each === event.target));
        put(text);
        run();
      } }, summary)),
  );
  field.addEventListener("input", () => {
    state.ask = field.value;
    colour();
  });
  field.addEventListener("scroll", colour);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    event.stopPropagation();
  });
  byId("run").addEventListener("click", run);
  byId("show-found").addEventListener("click", () => showFound(foundThings()));
  byId("save-rows").addEventListener("click", () => {
    const rows = answer.rows.map((row) => answer.names.map((name) => row[name]?.value));
    download("answer.csv", "text/csv", `\ufeff${[answer.names, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`);
  });
  put(SCENE.questions[0]?.[2] ?? "SELECT * WHERE { ?s ?p ?o } LIMIT 10");
  return { put, run };
}

export const asker = byId("query") ? makeAsker() : null;
