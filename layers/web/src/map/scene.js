// The scene: what the map shows on a day. A step touches only the lands, borders and rails that change.
//
// Lands and lines are drawn on canvas, names and signs in SVG: measured in headless Chromium on two cores, a year's
// step in SVG alone took 36 ms to the next frame (66 ms with outlines in one path), on canvas 17 to 22 ms, because a
// browser rasterises every tile that a changed path touches anew, and here only the box that changed is drawn.
import { outlineArcs } from "../core/arcs.js";
import { doubtOn, doubtsOf } from "../core/doubt.js";
import { ownerOf, polityOf } from "../core/polities.js";
import { Schedule } from "../core/schedule.js";
import { reduced, svg } from "../dom.js";
import { addCanvas } from "./canvas.js";
import { Base } from "./ground.js";
import { Looks } from "./groups.js";
import { Painter } from "./painter.js";
import * as style from "./style.js";
import { addSurface, pixel } from "./surface.js";

const FADE = 120; // milliseconds
const RING = 15; // pixels round the sign of what is selected

export class Scene {
  // `marks` and `labels` are classes drawn over the lands; the compare view makes a second scene of its own map.
  constructor(map, model, { marks: Marks, labels: Labels } = {}) {
    this.map = map;
    this.model = model;
    this.view = null;
    this.ground = addSurface(map, "atlas-ground", 250);
    const lands = addCanvas(map, "atlas-lands", 340);
    this.waters = addSurface(map, "atlas-waters", 345);
    const halos = addCanvas(map, "atlas-halos", 348);
    const lines = addCanvas(map, "atlas-lines", 350);
    this.over = addSurface(map, "atlas-names", 360);
    this.plate = this.over; // what overlays of others hang on: `world`, `defs`, its "update" event
    this.painter = new Painter(model, { lands, halos, lines });
    this.rooms = { lands: lands.getPane(), halos: halos.getPane(), lines: lines.getPane() };
    for (const name of ["passing", "highlight"]) {
      this.rooms[name] = svg("g", { class: name });
      this.over.world.append(this.rooms[name]);
    }
    this.base = new Base(model, this.ground, this.waters);
    this.schedules = {};
    for (const { key } of model.layers) {
      this.schedules[key] = new Schedule(model.features[key].filter((f) => f.polygons || f.lines));
    }
    this.doubts = new Schedule(
      model.layers
        .filter(({ kind }) => kind === "territory")
        .flatMap(({ key }) => model.features[key])
        .flatMap((feature) => doubtsOf(feature).map(({ from, to }) => ({ feature, start: from, end: to }))),
    );
    this.lands = new Looks(
      (f) => this.landKey(f),
      (f, key) => this.painter.turnLand(f, key),
    );
    this.borders = new Looks(
      (f) => style.borderStyle(f, this.view.state.certainty === "1").key,
      (f, key) => this.painter.turnBorder(f, key),
    );
    this.rails = new Looks((f) =>
      f.status === "dismantled"
        ? null
        : style.railStyle(f, model.payload.operators, model.declared[f.layer].colour).key,
    );
    this.covered = []; // boxes [left, top, right, bottom] of the map's frame that panels lie over
    this.beside = new Map(); // what held a land before its "start" or after its "end", by side and id
    this.passing = [];
    this.shown = new Set();
    this.marks = Marks ? new Marks(this) : null;
    this.labels = Labels ? new Labels(this) : null;
    this.over.on("update", () => this.reframe());
    const surfaces = [this.ground, lands, this.waters, halos, lines, this.over];
    map.on("move", () => this.follow(surfaces));
  }

  // A drag that reaches the end of what is drawn goes on being drawn, not only when it stops.
  follow(surfaces) {
    const { map } = this;
    if (!this.view || map.getZoom() !== this.zoom) return;
    const size = map.getSize();
    const [from, to] = [map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(size)];
    const { min, max } = this.over._bounds;
    if (from.x < min.x || from.y < min.y || to.x > max.x || to.y > max.y)
      for (const surface of surfaces) surface._update();
  }

  // Show a moment: {day, window: [from, to], fresh, past, state, layers: Set, fade}.
  show(view) {
    const before = this.view;
    this.view = view;
    this.settle();
    const zoom = this.map.getZoom();
    const anew = !before || ["color", "certainty", "dark"].some((key) => before.state[key] !== view.state[key]);
    if (anew) {
      this.painter.dress(view.state.dark === "1");
      for (const looks of [this.lands, this.borders, this.rails]) looks.clear();
      this.painter.forget();
      this.spoil();
    }
    const redrawn = this.zoom !== zoom;
    if (redrawn) this.setZoom(zoom);
    this.base.showModern(view.state.borders === "1");
    this.base.showGround(view.state.base === "plain");
    const fade = view.fade && before && !anew && !redrawn && !reduced();
    for (const { key, kind } of this.model.layers) this.moveLayer(key, kind, anew, fade);
    this.turnFringes();
    this.paint();
    this.applyOpacity();
    if (this.marks) this.marks.show(view, redrawn || anew);
    if (this.labels) this.labels.show(view);
  }

  moveLayer(key, kind, anew, fade) {
    const looks = { territory: this.lands, outline: this.borders, line: this.rails }[kind];
    if (!looks) return;
    const schedule = this.schedules[key];
    const was = this.shown.has(key);
    const { enter, leave } = schedule.moveTo(this.view.day);
    const drawn = leave.filter((f) => looks.placed.has(f));
    for (const f of leave) looks.take(f);
    if (!this.view.layers.has(key)) {
      if (was) for (const f of schedule.current()) looks.take(f);
      this.shown.delete(key);
      return;
    }
    this.shown.add(key);
    const coming = anew || !was ? schedule.current() : enter;
    if (fade && was && kind === "territory") {
      for (const f of drawn) this.pass(f, "fade-out");
      for (const f of coming) this.pass(f, "fade-in");
    } else {
      for (const f of coming) looks.place(f);
    }
  }

  // Lands whose fringe comes or goes inside their period.
  turnFringes() {
    const { enter, leave } = this.doubts.moveTo(this.view.day);
    for (const { feature } of [...leave, ...enter]) if (this.lands.placed.has(feature)) this.lands.place(feature);
  }

  // While playing, a land that comes or goes is drawn by itself for the length of the cross-fade.
  pass(feature, motion) {
    const { polities } = this.model.payload;
    const { fill } = polityOf(polities, style.landStyle(feature, this.view.state.color, polities).ground);
    const made = svg("path", { class: motion, fill, d: this.model.topology.areaPath(feature.polygons, this.zoom) });
    this.rooms.passing.append(made);
    this.passing.push({ node: made, feature, coming: motion === "fade-in" });
    if (this.passing.length === 1) {
      this.settling = setTimeout(() => {
        this.settle();
        this.paint();
      }, FADE);
    }
  }

  settle() {
    clearTimeout(this.settling);
    for (const { node: made, feature, coming } of this.passing) {
      made.remove();
      if (coming && this.shown.has(feature.layer)) this.lands.place(feature);
    }
    this.passing = [];
  }

  landKey(feature) {
    const { polities } = this.model.payload;
    const { owner, ground, pattern, tint } = style.landStyle(feature, this.view.state.color, polities);
    return [owner, ground, pattern || "", tint || "", this.fringeOf(feature, owner)].join("|");
  }

  // Whose ink the fringe of a land has, "" for none: the other of a change of owner whose day is known to a range.
  fringeOf(feature, owner) {
    const side = doubtOn(feature, this.view.day);
    if (!side) return "";
    const key = `${side} ${feature.id}`;
    if (!this.beside.has(key))
      this.beside.set(key, side === "start" ? this.model.before(feature) : this.model.after(feature));
    const other = this.beside.get(key);
    const theirs = other && ownerOf(other, this.view.state.color);
    return theirs && theirs !== owner ? theirs : "";
  }

  paint() {
    const { painter, lands, borders, rails } = this;
    painter.paintLands(lands);
    painter.paintLines(borders, rails);
    for (const looks of [lands, borders, rails]) looks.settled();
    this.haloSoon();
  }

  // Halos are drawn when the frame that changed is out: wide pale strokes cost as much as all the rest of it.
  haloSoon() {
    if (this.haloing) return;
    const draw = () => {
      this.haloing = false;
      this.painter.paintHalos();
    };
    this.haloing = true;
    if (window.requestIdleCallback) requestIdleCallback(draw, { timeout: 250 });
    else setTimeout(draw, 50);
  }

  spoil() {
    for (const canvas of Object.values(this.painter.canvases)) canvas.spoil();
  }

  setZoom(zoom) {
    this.zoom = zoom;
    this.painter.setZoom(zoom);
    this.base.draw(zoom);
    this.spoil();
  }

  // The map was moved or zoomed: other pixels for another zoom, other names for another view.
  reframe() {
    if (!this.view) return;
    const zoomed = this.map.getZoom() !== this.zoom;
    if (zoomed) this.setZoom(this.map.getZoom());
    this.paint();
    if (zoomed && this.marks) this.marks.show(this.view, true);
    if (zoomed && this.highlighted) this.highlight(this.highlighted);
    if (this.labels) this.labels.show(this.view);
  }

  // Names keep out of what lies over the map.
  cover(boxes) {
    if (String(boxes) === String(this.covered)) return;
    this.covered = boxes;
    if (this.labels && this.view) this.labels.show(this.view);
  }

  applyOpacity() {
    const text = this.view.state.opacity;
    if (text === this.opacity) return;
    this.opacity = text;
    const of = Object.fromEntries(
      text
        .split(",")
        .filter(Boolean)
        .map((pair) => pair.split(":")),
    );
    const strength = (key) => (of[key] === undefined ? "" : of[key]);
    this.rooms.lands.style.opacity = strength("lands");
    this.rooms.halos.style.opacity = this.rooms.lines.style.opacity = strength("lines");
    if (this.marks) this.marks.room.style.opacity = strength("happenings");
  }

  highlight(feature) {
    this.highlighted = feature;
    this.rooms.highlight.replaceChildren();
    if (!feature || this.zoom === undefined) return;
    const { topology } = this.model;
    let d = "";
    if (feature.polygons) for (const arc of outlineArcs([feature.polygons])) d += topology.arcPath(arc, this.zoom);
    else if (feature.lines) d = topology.linePath(feature.lines, this.zoom);
    if (d) this.rooms.highlight.append(svg("path", { class: "highlight", d }));
    if (feature.point) {
      const [cx, cy] = pixel(...feature.point, this.zoom);
      this.rooms.highlight.append(svg("circle", { class: "highlight", cx, cy, r: RING }));
    }
  }

  // [ground, other] of a land drawn with a fringe, for the legend; null if none is.
  fringe() {
    for (const key of this.lands.groups.keys()) {
      const [, ground, , , other] = key.split("|");
      if (other && this.lands.groups.get(key).size) return [ground, other];
    }
    return null;
  }

  // Features drawn now, by kind.
  landsNow() {
    return [...this.lands.features(), ...this.passing.filter((one) => one.coming).map((one) => one.feature)];
  }

  railsNow() {
    return [...this.rails.features()];
  }

  bordersNow() {
    return [...this.borders.features()];
  }
}
