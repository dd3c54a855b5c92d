// Draws lands (fills and patterns), halos and lines (outlines of polities, borders, rails) on their three canvases.
import { polityOf } from "../core/polities.js";
import { joined, meets, within } from "./canvas.js";
import { Outlines } from "./outlines.js";
import { tile } from "./patterns.js";
import * as style from "./style.js";

// Outlines in a polity's hue: firm along coasts, a pale halo where a border line is drawn over it.
const EDGE = { width: 1, opacity: 0.85 }; // one pixel or less is stroked several times faster
const HALO = { width: 4, opacity: 0.22 };
const FRINGE = 8; // pixels from the edge of a land
const KEPT = 4; // zooms whose paths are kept

export class Painter {
  // `canvases`: {lands, halos, lines}.
  constructor(model, canvases) {
    Object.assign(this, { model, canvases, ...canvases });
    this.zooms = new Map();
    this.outlines = new Outlines(); // by polity
    this.borders = new Outlines(); // arcs of borders, by look
    this.hems = new Map(); // "edge owner" or "halo owner" -> path
    this.tiles = new Map();
    this.lined = new Set(); // arcs under a border line
  }

  setZoom(zoom) {
    this.zoom = zoom;
    if (!this.zooms.has(zoom)) this.zooms.set(zoom, new Map());
    this.traces = this.zooms.get(zoom);
    if (this.zooms.size > KEPT) this.zooms.delete([...this.zooms.keys()].find((one) => one !== zoom));
  }

  // Colours that follow the ground, read once.
  dress(dark) {
    const of = getComputedStyle(document.documentElement);
    this.ink = of.getPropertyValue("--border").trim();
    this.accent = of.getPropertyValue("--accent").trim();
    this.tint = dark ? "fill" : "stroke";
  }

  // {path, box} of a feature or {points, box} of an arc at the zoom, in its pixels.
  trace(thing) {
    let found = this.traces.get(thing);
    if (!found) {
      const { topology } = this.model;
      if (typeof thing === "number") {
        const points = topology.pixels(thing, this.zoom);
        found = { points, box: boxAround([points]) };
      } else if (thing.lines) found = traced(thing.lines.map((line) => topology.ringPixels(line, this.zoom)));
      else found = { box: this.boxOf(thing.polygons) };
      this.traces.set(thing, found);
    }
    return found;
  }

  boxOf(polygons) {
    return polygons
      .flat(2)
      .map((index) => this.trace(index < 0 ? ~index : index).box)
      .reduce(joined);
  }

  // The path of a land in the present view: an arc that lies outside it is drawn as its chord, which is outside too.
  areaOf(feature) {
    const { reach } = this.lands;
    if (this.near !== reach) {
      this.near = reach;
      this.areas = new Map();
    }
    const one = this.trace(feature);
    if (one.path) return one.path;
    const whole = within(one.box, reach);
    let path = whole ? null : this.areas.get(feature);
    if (!path) {
      path = new Path2D();
      for (const ring of feature.polygons.flat()) this.addRing(path, ring, whole ? null : reach);
      if (whole) one.path = path;
      else this.areas.set(feature, path);
    }
    return path;
  }

  addRing(path, ring, reach) {
    let begun = false;
    for (const index of ring) {
      const arc = index < 0 ? ~index : index;
      const points = this.model.topology.pixels(arc, this.zoom);
      const last = points.length - 2;
      const by = reach && !meets(this.trace(arc).box, reach) ? last || 2 : 2;
      for (let i = 0; i <= last; i += by) {
        const at = index < 0 ? last - i : i;
        if (begun) path.lineTo(points[at], points[at + 1]);
        else path.moveTo(points[at], points[at + 1]);
        begun = true;
      }
    }
    path.closePath();
  }

  // Make what drawing a feature will need.
  ready(feature) {
    if (feature.polygons && meets(this.trace(feature).box, this.lands.reach)) this.areaOf(feature);
    else this.trace(feature);
  }

  // One path of those of some features that meet a box; null if none does.
  gathered(things, box) {
    let path = null;
    for (const thing of things) {
      const one = this.trace(thing);
      if (!meets(one.box, box)) continue;
      path = path || new Path2D();
      path.addPath(thing.polygons ? this.areaOf(thing) : one.path);
    }
    return path;
  }

  // A land or a border of a look came or went.
  turnLand(feature, key) {
    this.outlines.turn(key.split("|")[0], feature.polygons);
  }

  turnBorder(feature, key) {
    this.borders.turn(key, [feature.lines]);
  }

  forget() {
    for (const one of [this.outlines, this.borders, this.hems]) one.clear();
  }

  paintLands(looks) {
    for (const feature of looks.changed) this.lands.spoil(this.trace(feature).box);
    this.lands.paint((pen, box) => {
      for (const [key, features] of looks.groups) {
        const path = this.gathered(features, box);
        if (!path) continue;
        const [, ground, pattern, tint, fringe] = key.split("|");
        const polity = polityOf(this.model.payload.polities, ground);
        const under = { colour: polity.fill, opacity: style.FILL_OPACITY };
        const ink = { colour: this.inkOf(tint || ground), opacity: 0.5 };
        const make = (ratio) => tile(pattern, ink, ratio, under);
        pen.globalAlpha = pattern ? 1 : under.opacity;
        pen.fillStyle = pattern ? this.patternOf(pen, [ground, pattern, tint].join("|"), make) : polity.fill;
        pen.fill(path);
        if (fringe) this.strokeFringe(pen, path, fringe);
      }
    });
  }

  // Along the inside of a land: strokes in the ink of whoever held it before, or holds it after, about now.
  strokeFringe(pen, path, owner) {
    const ink = { colour: this.inkOf(owner), opacity: 0.9 };
    pen.save();
    pen.clip(path);
    pen.globalAlpha = 1;
    pen.lineWidth = 2 * FRINGE;
    pen.strokeStyle = this.patternOf(pen, `fringe|${owner}`, (ratio) => tile("fringe", ink, ratio));
    pen.stroke(path);
    pen.restore();
  }

  inkOf(owner) {
    return polityOf(this.model.payload.polities, owner)[this.tint];
  }

  // Fill and pattern in one tile: filling a path twice would take twice the time.
  patternOf(pen, key, make) {
    const { ratio } = this.lands;
    const kept = `${key}|${this.tint}|${ratio}`;
    if (!this.tiles.has(kept)) {
      const pattern = pen.createPattern(make(ratio), "repeat");
      pattern.setTransform(new DOMMatrix().scale(1 / ratio));
      this.tiles.set(kept, pattern);
    }
    return this.tiles.get(kept);
  }

  paintLines(borders, rails) {
    for (const feature of rails.changed) this.lines.spoil(this.trace(feature).box);
    for (const arcs of this.borders.flipped.values()) for (const arc of arcs) this.lines.spoil(this.trace(arc).box);
    this.borders.settled();
    this.turnOutlines(borders);
    this.lines.paint((pen, box) => {
      pen.lineJoin = "bevel";
      this.strokeOutlines(pen, "edge", EDGE);
      this.strokeBorders(pen, box, borders);
      this.strokeRails(pen, box, rails);
    });
  }

  paintHalos() {
    this.halos.paint((pen) => {
      pen.lineJoin = "bevel";
      this.strokeOutlines(pen, "halo", HALO);
    });
  }

  // What came to or went from an outline, and what a border line came to or went from, is to be drawn again.
  turnOutlines(borders) {
    const turned = new Set();
    for (const [owner, arcs] of this.outlines.flipped) {
      if (arcs.size) this.dropHems(owner);
      for (const arc of arcs) turned.add(arc);
    }
    this.outlines.settled();
    if (borders.changed.size) {
      const before = this.lined;
      this.lined = new Set();
      for (const feature of borders.features())
        for (const index of feature.lines.flat()) this.lined.add(index < 0 ? ~index : index);
      const moved = [...before]
        .filter((arc) => !this.lined.has(arc))
        .concat([...this.lined].filter((arc) => !before.has(arc)));
      for (const [owner, arcs] of this.outlines.arcs) if (moved.some((arc) => arcs.has(arc))) this.dropHems(owner);
      for (const arc of moved) turned.add(arc);
    }
    for (const arc of turned) {
      const { box } = this.trace(arc);
      this.lines.spoil(box);
      this.halos.spoil(box);
    }
  }

  strokeOutlines(pen, which, { width, opacity }) {
    pen.globalAlpha = opacity;
    pen.lineWidth = width;
    for (const owner of this.outlines.arcs.keys()) {
      const path = this.hemOf(owner, which);
      if (!path) continue;
      pen.strokeStyle = this.inkOf(owner);
      pen.stroke(path);
    }
  }

  // The outline of an owner in the present view, where a border line is drawn over it ("halo") or not ("edge").
  hemOf(owner, which) {
    const { reach } = this.lines;
    if (this.hemmed !== reach) {
      this.hemmed = reach;
      this.hems.clear();
    }
    const key = `${which} ${owner}`;
    if (!this.hems.has(key)) {
      let path = null;
      for (const arc of this.outlines.arcs.get(owner)) {
        if (this.lined.has(arc) !== (which === "halo")) continue;
        const { points, box } = this.trace(arc);
        if (!meets(box, reach)) continue;
        path ??= new Path2D();
        draw(path, points);
      }
      this.hems.set(key, path);
    }
    return this.hems.get(key);
  }

  dropHems(owner) {
    for (const which of ["edge", "halo"]) this.hems.delete(`${which} ${owner}`);
  }

  strokeBorders(pen, box, borders) {
    for (const [key, features] of borders.groups) {
      const path = this.gathered(features, box);
      if (!path) continue;
      const [level, basis] = key.split("-");
      const { width, opacity } = style.LEVEL[level];
      const dash = (basis ? style.DASH[basis] : "").split(" ").filter(Boolean).map(Number);
      pen.globalAlpha = opacity;
      pen.lineWidth = dash[0] < 1 ? width * 1.5 : width;
      pen.lineCap = dash[0] < 1 ? "round" : "butt";
      pen.strokeStyle = level === "claim" ? this.accent : this.ink;
      pen.setLineDash(dash);
      pen.stroke(path);
    }
    pen.setLineDash([]);
    pen.lineCap = "butt";
  }

  // A classic railway line: dark with light ticks; dashed while it is built, dotted when shut.
  strokeRails(pen, box, rails) {
    pen.lineJoin = "round";
    for (const [key, features] of rails.groups) {
      const path = this.gathered(features, box);
      if (!path) continue;
      const [colour, status, gauge] = key.split(" ");
      const width = style.railWidth(this.zoom, gauge === "broad");
      pen.globalAlpha = status === "closed" ? 0.65 : 1;
      pen.strokeStyle = colour;
      pen.lineWidth = status === "open" ? width : width * 0.62;
      pen.setLineDash(status === "construction" ? [5, 3.5] : status === "closed" ? [1.5, 3] : []);
      pen.stroke(path);
      if (status !== "open") continue;
      pen.strokeStyle = "#fffdf6";
      pen.lineWidth = width * 0.46;
      pen.setLineDash([width * 1.7, width * 1.7]);
      pen.stroke(path);
    }
    pen.setLineDash([]);
  }
}

function traced(lines) {
  const path = new Path2D();
  for (const points of lines) draw(path, points);
  return { path, box: boxAround(lines) };
}

function draw(path, points) {
  path.moveTo(points[0], points[1]);
  for (let i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
}

// A straight line has a box without width; every box must be able to meet another.
function boxAround(lines) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lines) {
    for (let i = 0; i < points.length; i += 2) {
      if (points[i] < box[0]) box[0] = points[i];
      if (points[i] > box[2]) box[2] = points[i];
      if (points[i + 1] < box[1]) box[1] = points[i + 1];
      if (points[i + 1] > box[3]) box[3] = points[i + 1];
    }
  }
  return [box[0] - 0.5, box[1] - 0.5, box[2] + 0.5, box[3] + 0.5];
}
