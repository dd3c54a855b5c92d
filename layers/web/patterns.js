// The second channel of a land: hatch, bars, cross and dots in a colour, made once per surface and colour.
const AtlasPatterns = (() => {
  "use strict";
  const { svg } = typeof require === "function" ? require("./dom.js") : AtlasDom;
  const SIZE = { hatch: 7, bars: 7, cross: 9, dots: 7 };

  const marks = {
    hatch: (colour) => [svg("path", { d: "M-1 8L8 -1M-1 1L1 -1M6 8L8 6", stroke: colour, "stroke-width": 1.1, fill: "none" })],
    bars: (colour) => [svg("path", { d: "M-1 -1L8 8M-1 6L1 8M6 -1L8 1", stroke: colour, "stroke-width": 0.9, fill: "none" })],
    cross: (colour) => [svg("path", { d: "M0 0L9 9M9 0L0 9", stroke: colour, "stroke-width": 0.9, fill: "none" })],
    dots: (colour) => [svg("circle", { cx: 1.75, cy: 1.75, r: 1.05, fill: colour }), svg("circle", { cx: 5.25, cy: 5.25, r: 1.05, fill: colour })],
  };

  // Returns "url(#id)" of a pattern in `defs`, made at its first use.
  function patternUrl(defs, prefix, kind, colour) {
    const id = `${prefix}-${kind}-${colour.replace("#", "").toLowerCase()}`;
    if (!defs.querySelector(`[id="${id}"]`)) {
      const size = SIZE[kind];
      defs.append(svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, marks[kind](colour)));
    }
    return `url(#${id})`;
  }

  // A swatch for the legend: fill with its pattern over it.
  function swatch(fill, kind, tint, prefix) {
    const defs = svg("defs");
    const box = svg("svg", { class: "swatch", viewBox: "0 0 26 16", "aria-hidden": "true" }, [
      defs,
      svg("rect", { x: 0.5, y: 0.5, width: 25, height: 15, rx: 1.5, class: "swatch-ground" }),
      fill ? svg("rect", { x: 0.5, y: 0.5, width: 25, height: 15, rx: 1.5, fill, "fill-opacity": 0.62 }) : null,
    ]);
    if (kind) box.append(svg("rect", { x: 0.5, y: 0.5, width: 25, height: 15, rx: 1.5, fill: patternUrl(defs, prefix, kind, tint), opacity: 0.7 }));
    box.append(svg("rect", { x: 0.5, y: 0.5, width: 25, height: 15, rx: 1.5, fill: "none", stroke: tint && !kind ? tint : "currentColor", "stroke-opacity": tint && !kind ? 1 : 0.35 }));
    return box;
  }

  return { patternUrl, swatch };
})();
if (typeof module === "object") module.exports = AtlasPatterns;
