// The small card beside the pointer: the first claim behind a shape or a line.

import { sayer } from "./cards.js";
import { CLAIMS, CLAIMS_OF, EDGES, nameOf, NODES, stageClaims } from "./data.js";
import { byId, el } from "./dom.js";
import { dealEdge } from "./lines.js";
import { pill } from "./look.js";
import { state } from "./state.js";
import { plural } from "./words.js";

export const tip = (() => {
  const box = byId("tip");

  function show(id, { x, y }) {
    const edge = EDGES.get(id) ?? EDGES.get(dealEdge(id));
    const node = NODES.get(id);
    if (!edge && !node) return;
    const claims = edge ? edge.claims.map((each) => CLAIMS.get(each)) : CLAIMS_OF.get(id) ?? [];
    const title = node ? node.title : edge ? `${NODES.get(edge.source).label} ${edge.label} ${NODES.get(edge.target).label}` : "";
    box.replaceChildren(el("strong", {}, title));
    if (node?.note) box.append(el("div", {}, node.note));
    const claim = (node?.kind === "agreement" && stageClaims(id, state.to).at(-1)) || claims[0];
    if (claim) {
      box.append(
        claim.status ? pill(claim.status) : el("div", {}, claim.headline),
        claim.evidence.length ? el("q", {}, [...claim.evidence[0].words].slice(0, 260).join("")) : "",
        el("small", {}, sayerText(claim), claim.when ? ` · ${claim.when}` : "", ` · ${nameOf("factuality", claim.factuality)}`),
      );
      if (claims.length > 1) box.append(el("small", {}, `and ${plural(claims.length - 1, "more claim")}: click to read`));
    }
    box.hidden = false;
    const stage = byId("stage").getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(x + 16, stage.width - box.offsetWidth - 8))}px`;
    box.style.top = `${y + 20 + box.offsetHeight < stage.height ? y + 20 : Math.max(8, y - box.offsetHeight - 14)}px`;
  }

  return { show, hide: () => { box.hidden = true; } };
})();

const sayerText = (claim) => sayer(claim).textContent;
