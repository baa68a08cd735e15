// How a thing is drawn on the canvas, and the line styles that vis-network draws for us.

import { CLAIMS_OF, stageOf } from "./data.js";
import { frame } from "./frame.js";
import { colourOf, cut, FACE, GLYPHS, KINDS, phaseOf, PHASES, SIZES, stageName, tone, wrap } from "./look.js";
import { NAME_WIDTH, nameFont } from "./map.js";
import { fontOf, labelWidth, sideOf } from "./places.js";
import { state } from "./state.js";
import { plural } from "./words.js";

export function drawing(node, layout) {
  return ({ ctx, x, y, state: { hover } }) => {
    const draw = { agreement: drawDeal, country: drawCountry }[node.kind] ?? drawSmall;
    const spot = { x, y, layout, hover, chosen: state.selected === node.id };
    const scale = layout === "map" ? frame.scale : 1;
    const round = node.kind === "country" ? (layout === "map" ? 20 : 2 * SIZES.country + 4) : 2 * SIZES.small + 6;
    const [width, height] = node.kind === "agreement" ? SIZES.deal : [round, round];
    return {
      drawNode() {
        spot.faded = frame.faded(node.id);
        // Far off, names and words are no more than noise: shapes and colours stay.
        spot.coarse = layout !== "map" && frame.scale < COARSE && !frame.compact;
        if (spot.coarse) drawCoarse(ctx, node, spot);
        else draw(ctx, node, spot);
      },
      nodeDimensions: { width: width / scale, height: height / scale },
    };
  };
}

export const FAINT = 0.24;
const COARSE = 0.35;

function drawCoarse(ctx, node, { x, y, chosen, faded: faint }) {
  const deal = node.kind === "agreement";
  const [width, height] = deal ? SIZES.deal : node.kind === "country" ? [44, 44] : [22, 22];
  ctx.globalAlpha = faint ? FAINT : 1;
  ctx.fillStyle = deal ? tone("panel") : colourOf(KINDS[node.kind]);
  ctx.fillRect(x - width / 2, y - height / 2, width, height);
  if (!deal && !chosen) return;
  ctx.lineWidth = chosen ? 14 : 5;
  ctx.strokeStyle = chosen ? tone("accent") : colourOf(PHASES[phaseOf(stageOf(node.id, state.to))]);
  ctx.strokeRect(x - width / 2, y - height / 2, width, height);
}

function drawDeal(ctx, node, { x, y, hover, chosen, faded: faint }) {
  const [width, height] = SIZES.deal;
  const status = stageOf(node.id, state.to);
  const style = PHASES[phaseOf(status)];
  const colour = colourOf(style);
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - height / 2, width, height, 9);
  ctx.fillStyle = tone(hover ? "raised" : "panel");
  ctx.fill();
  // Its ground stays solid, so that no line shows through.
  ctx.globalAlpha = faint ? FAINT : 1;
  if (chosen) ring(ctx);
  ctx.setLineDash(style.dash);
  ctx.lineWidth = Math.max(1.5, style.width - 0.6);
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.setLineDash([]);
  const left = x - width / 2 + 14;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  if (frame.compact) {
    // From afar the title alone, as large as fits; colour and dashes tell the stage.
    const size = Math.min((11.5 * frame.text) / frame.scale, 27);
    ctx.font = `600 ${size}px ${FACE}`;
    ctx.fillStyle = tone("ink");
    const rows = wrap(ctx, node.label, width - 16, 2);
    rows.forEach((row, index) => ctx.fillText(row, left - 4, y + (index - (rows.length - 1) / 2) * size * 1.12));
    return;
  }
  ctx.font = `600 14px ${FACE}`;
  ctx.fillStyle = tone("ink");
  const lines = wrap(ctx, node.label, width - 28, 2);
  const top = y - (lines.length * 18 + 18) / 2 + 9;
  lines.forEach((line, index) => ctx.fillText(line, left, top + index * 18));
  const under = top + lines.length * 18 + 1;
  ctx.font = `12.5px ${FACE}`;
  const count = plural(CLAIMS_OF.get(node.id).length, "claim");
  ctx.fillStyle = tone("soft");
  ctx.textAlign = "right";
  ctx.fillText(count, x + width / 2 - 14, under);
  const room = width - 40 - ctx.measureText(count).width;
  ctx.textAlign = "left";
  ctx.fillStyle = colour;
  ctx.font = `600 12.5px ${FACE}`;
  ctx.fillText(cut(ctx, status === "reported" ? "Transfers reported" : stageName(status), room), left, under);
}

/** Radius of a country on the map: smaller where there are many. */
export const mapDot = () => (frame.count > 24 ? 5.5 : 8);

function drawCountry(ctx, node, spot) {
  const { x, y, layout, chosen, hover } = spot;
  const scale = layout === "map" ? frame.scale : 1;
  const radius = (layout === "map" ? mapDot() : SIZES.country) / scale;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = tone("stage");
  if (layout !== "map") ctx.fill();
  ctx.globalAlpha = spot.faded ? FAINT : 1;
  ctx.fillStyle = colourOf(KINDS.country);
  ctx.fill();
  ctx.lineWidth = 2 / scale;
  ctx.strokeStyle = tone("stage");
  ctx.stroke();
  if (chosen || hover) ring(ctx, scale);
  if (layout === "map") {
    drawName(ctx, node, spot, scale);
    return;
  }
  ctx.fillStyle = tone("stage");
  ctx.font = `700 11px ${FACE}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(node.code ?? "", x, y + 0.5);
  label(ctx, node, spot, radius, 19);
}

function drawSmall(ctx, node, spot) {
  const style = KINDS[node.kind];
  const size = 2 * SIZES.small;
  ctx.globalAlpha = spot.faded ? FAINT : 1;
  ctx.save();
  ctx.translate(spot.x - size / 2, spot.y - size / 2);
  ctx.scale(size / 24, size / 24);
  // What lies behind must not show through an open shape.
  ctx.fillStyle = style.open ? tone("stage") : colourOf(style);
  ctx.fill(GLYPHS[node.kind], "evenodd");
  if (style.open) {
    ctx.lineWidth = 2.2;
    ctx.strokeStyle = colourOf(style);
    ctx.stroke(GLYPHS[node.kind]);
  }
  ctx.restore();
  if (spot.chosen || spot.hover) {
    ctx.beginPath();
    ctx.arc(spot.x, spot.y, SIZES.small + 4, 0, 2 * Math.PI);
    ring(ctx);
  }
  label(ctx, node, spot, SIZES.small, 16);
}

function ring(ctx, scale = 1) {
  ctx.save();
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = tone("accent");
  ctx.stroke();
  ctx.restore();
}

/** A name beside its shape in the story (outside the columns), below it in the network. */
function label(ctx, node, { x, y, layout }, radius, leading) {
  if (frame.compact) return drawName(ctx, node, { x, y }, frame.scale);
  ctx.font = fontOf(node);
  ctx.textBaseline = "middle";
  const side = layout === "story" ? sideOf(node.id) : 0;
  ctx.textAlign = side === 0 ? "center" : side < 0 ? "right" : "left";
  const more = frame.folded.get(node.id);
  const lines = wrap(ctx, more ? `${node.label} +${more}` : node.label, layout === "story" ? labelWidth() : SIZES.label - 24, 2);
  const at = x + side * (radius + 9);
  const above = side === 0 && frame.above.has(node.id);
  const under = y + (above ? -radius - 4 - (lines.length - 0.5) * leading : radius + leading / 2 + 4);
  const top = side === 0 ? under : y - ((lines.length - 1) * leading) / 2;
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  ctx.strokeStyle = tone("stage");
  ctx.fillStyle = tone("ink");
  lines.forEach((line, index) => {
    ctx.strokeText(line, at, top + index * leading);
    ctx.fillText(line, at, top + index * leading);
  });
}

/** A name that keeps its size on the screen, where room was found for it. */
function drawName(ctx, node, { x, y }, scale) {
  const spot = frame.names.get(node.id);
  if (!spot) return;
  ctx.font = nameFont(node.kind, scale);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 4 / scale;
  ctx.lineJoin = "round";
  ctx.strokeStyle = tone("stage");
  ctx.fillStyle = tone("ink");
  if (spot.far) drawLeader(ctx, x, y, spot, scale);
  const words = cut(ctx, node.label, (NAME_WIDTH * frame.text) / scale);
  ctx.strokeText(words, x + spot.dx / scale, y + spot.dy / scale);
  ctx.fillText(words, x + spot.dx / scale, y + spot.dy / scale);
}

/** A thin line from a shape to its name, where there was no room beside it. */
function drawLeader(ctx, x, y, spot, scale) {
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + spot.to[0] / scale, y + spot.to[1] / scale);
  ctx.lineWidth = 1 / scale;
  ctx.strokeStyle = tone("soft");
  ctx.stroke();
  ctx.restore();
}
