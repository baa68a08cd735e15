// Colours, line styles and shapes. Every difference is told twice: by colour and by dash or form.

import { SCENE } from "./data.js";
import { el, svg } from "./dom.js";

export const PHASES = SCENE.look.phases;
export const KINDS = SCENE.look.kinds;
export const SIZES = SCENE.look.sizes;
const PHASE_OF = Object.fromEntries(
  Object.entries(PHASES).flatMap(([key, phase]) => phase.statuses.map((status) => [status, key])),
);
export const phaseOf = (status) => PHASE_OF[status] ?? "unknown";
export const FACE = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

export const isDark = () => document.documentElement.dataset.theme === "dark";

/** A colour of the style sheet, read once per theme. */
export const tone = (() => {
  let theme = null;
  let known = {};
  return (name) => {
    if (theme !== document.documentElement.dataset.theme) {
      theme = document.documentElement.dataset.theme;
      known = {};
    }
    known[name] ??= getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    return known[name];
  };
})();

export const colourOf = (style) => (isDark() ? style.dark : style.light);
export const GLYPHS = Object.fromEntries(
  Object.entries(KINDS).map(([kind, style]) => [kind, new Path2D(style.glyph)]),
);

/** The shape of a kind of thing for the legend, 24 units wide in `KINDS`. */
export function glyph(kind, size = 18) {
  const style = KINDS[kind];
  const colour = colourOf(style);
  return svg(
    "svg",
    { width: size, height: size, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", {
      d: style.glyph,
      fill: style.open ? "none" : colour,
      stroke: colour,
      "stroke-width": style.open ? 2 : 0,
      "stroke-linejoin": "round",
      "fill-rule": "evenodd",
    }),
  );
}

/** A piece of line in the style of a phase. */
export function stroke(phase, width = 30) {
  const style = PHASES[phase];
  return svg(
    "svg",
    { width, height: 12, "aria-hidden": "true" },
    svg("line", {
      x1: 1, y1: 6, x2: width - 1, y2: 6,
      stroke: colourOf(style),
      "stroke-width": style.width,
      "stroke-dasharray": style.dash.join(" ") || null,
    }),
  );
}

/** A stage as a coloured label with its line beside it. */
export function pill(status) {
  const phase = phaseOf(status);
  const node = el("span", { class: "pill" }, stroke(phase, 22), stageName(status));
  node.style.color = colourOf(PHASES[phase]);
  return node;
}

export const stageName = (status) => {
  const name = SCENE.labels[`status/${status}`] ?? PHASES[status]?.label ?? status;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const WRAPPED = new Map();

/** Words broken into at most `most` lines that fit a width; the last is cut with an ellipsis. */
export function wrap(context, text, width, most) {
  // Measuring text is the dearest part of a drawing, and the same words come back in every one.
  const key = `${context.font} ${width} ${most} ${text}`;
  if (!WRAPPED.has(key)) WRAPPED.set(key, wrapped(context, text, width, most));
  return WRAPPED.get(key);
}

function wrapped(context, text, width, most) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || context.measureText(longer).width <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(" "));
  return lines.map((each) => cut(context, each, width));
}

export function cut(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  const points = [...text.slice(0, 400)];
  while (points.length > 1 && context.measureText(`${points.join("")}…`).width > width) points.pop();
  return `${points.join("")}…`;
}
