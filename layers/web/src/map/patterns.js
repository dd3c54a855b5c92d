// The second channel of a land: hatch, bars, cross and dots in a colour, as a canvas tile and as an SVG swatch.
import look from "../../../style.json" with { type: "json" };
import { el, svg } from "../dom.js";

const SIZE = { hatch: 7, bars: 7, cross: 9, dots: 7, rows: 6, dashes: 9, fringe: 5 };
const LINES = {
  hatch: "M-1 8L8 -1M-1 1L1 -1M6 8L8 6",
  bars: "M-1 -1L8 8M-1 6L1 8M6 -1L8 1",
  cross: "M0 0L9 9M9 0L0 9",
  rows: "M0 3L6 3",
  dashes: "M0.5 4L4 0.5M5 8.5L8.5 5",
  fringe: "M-1 6L6 -1M-1 1L1 -1M4 6L6 4",
};
const WIDTH = { hatch: 1.1, bars: 0.9, cross: 0.9, rows: 1, dashes: 1.2, fringe: 1.3 };
const DOTS = [
  [1.75, 1.75],
  [5.25, 5.25],
];
const RADIUS = 1.05;

// One repeat of a pattern as a canvas, `ratio` device pixels a CSS pixel; `ink` and what is `under` it are
// {colour, opacity}.
export function tile(kind, ink, ratio, under = null) {
  const size = Math.round(SIZE[kind] * ratio);
  const made = el("canvas", { width: size, height: size });
  const pen = made.getContext("2d");
  if (under) {
    pen.fillStyle = under.colour;
    pen.globalAlpha = under.opacity;
    pen.fillRect(0, 0, size, size);
  }
  pen.scale(size / SIZE[kind], size / SIZE[kind]);
  pen.fillStyle = pen.strokeStyle = ink.colour;
  pen.globalAlpha = ink.opacity;
  if (kind === "dots") {
    for (const [x, y] of DOTS) {
      pen.beginPath();
      pen.arc(x, y, RADIUS, 0, 2 * Math.PI);
      pen.fill();
    }
  } else {
    pen.lineWidth = WIDTH[kind];
    pen.stroke(new Path2D(LINES[kind]));
  }
  return made;
}

// A swatch for the legend: fill with its pattern over it.
export function swatch(fill, kind, tint, id) {
  const box = { x: 0.5, y: 0.5, width: 25, height: 15, rx: 1.5 };
  const size = SIZE[kind];
  const marks =
    kind === "dots"
      ? DOTS.map(([cx, cy]) => svg("circle", { cx, cy, r: RADIUS, fill: tint }))
      : kind
        ? [svg("path", { d: LINES[kind], stroke: tint, "stroke-width": WIDTH[kind], fill: "none" })]
        : [];
  return svg("svg", { class: "swatch", viewBox: "0 0 26 16", "aria-hidden": "true" }, [
    kind
      ? svg("defs", {}, [svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, marks)])
      : null,
    svg("rect", { ...box, class: "swatch-ground" }),
    fill ? svg("rect", { ...box, fill, "fill-opacity": look.fill_opacity }) : null,
    kind ? svg("rect", { ...box, fill: `url(#${id})`, opacity: 0.7 }) : null,
    svg("rect", { ...box, fill: "none", stroke: tint || "currentColor", "stroke-opacity": 0.7 }),
  ]);
}
