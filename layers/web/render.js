// The scene: what the map shows on a day. A step touches only the lands, borders and rails that change.
const AtlasRender = (() => {
  "use strict";
  const node = typeof require === "function";
  const time = node ? require("./time.js") : AtlasTime;
  const style = node ? require("./style.js") : AtlasStyle;
  const { svg, reduced } = node ? require("./dom.js") : AtlasDom;
  const { Schedule } = node ? require("./schedule.js") : AtlasSchedule;
  const { outlineArcs } = node ? require("./topology.js") : AtlasTopology;
  const { GroupSet, path } = node ? require("./groups.js") : AtlasGroups;
  const { patternUrl } = node ? require("./patterns.js") : AtlasPatterns;
  const { addSurface } = node ? require("./surface.js") : AtlasSurface;
  const { Base } = node ? require("./base.js") : AtlasBase;
  const FADE = 120; // milliseconds
  let scenes = 0;

  const soft = {
    start: (f) => (f.start_range ? Math.min(f.start, f.start_range[0]) : f.start),
    end: (f) => (f.end_range && f.end < time.OPEN ? Math.max(f.end, f.end_range[1]) : f.end),
  };

  class Scene {
    // `marks` and `labels` are classes drawn over the lands; the compare view makes a second scene of its own map.
    constructor(map, model, { marks: Marks, labels: Labels } = {}) {
      this.map = map;
      this.model = model;
      this.prefix = `atlas${(scenes += 1)}`;
      this.ground = addSurface(map, "atlas-ground", 250, "atlas-ground");
      this.plate = addSurface(map, "atlas-plate", 350, "atlas-plate");
      const g = (name) => {
        const made = svg("g", { class: name });
        this.plate.world.append(made);
        return made;
      };
      this.rooms = Object.fromEntries(["lands", "patterns", "passing"].map((name) => [name, g(name)]));
      this.base = new Base(model, this.ground, this.plate);
      for (const name of ["edges", "borders", "rails", "highlight"]) this.rooms[name] = g(name);
      this.schedules = {};
      for (const { key, kind } of model.layers) {
        this.schedules[key] = new Schedule(model.features[key], kind === "territory" ? soft : {});
      }
      this.lands = new GroupSet({
        styleOf: (f) => this.landKey(f),
        paint: (key) => this.paintLand(key),
        trace: (features) => this.traceLand(features),
      });
      this.borders = new GroupSet({
        styleOf: (f) => style.borderStyle(f, this.view.state.certainty === "1").key,
        paint: (key) => this.paintBorder(key),
        trace: (features) => this.traceLines(features, ["line"]),
      });
      this.rails = new GroupSet({
        styleOf: (f) => (f.status === "dismantled" ? null : style.railStyle(f, model.payload.operators).key),
        paint: (key) => this.paintRail(key),
        trace: (features) => this.traceLines(features, ["casing", "ticks"]),
      });
      this.ranged = new Set();
      this.traces = new Map();
      this.passing = [];
      this.view = null;
      this.shown = new Set();
      this.marks = Marks ? new Marks(this) : null;
      this.labels = Labels ? new Labels(this) : null;
      this.plate.on("update", () => this.reframe());
    }

    // Show a moment: {day, window: [from, to], state, layers: Set, fade}.
    show(view) {
      const before = this.view;
      this.view = view;
      this.settle();
      const zoom = this.map.getZoom();
      const anew = !before || ["color", "certainty", "dark"].some((key) => before.state[key] !== view.state[key]);
      if (anew) for (const set of [this.lands, this.borders, this.rails]) set.clear();
      const redrawn = this.zoom !== zoom;
      if (redrawn) this.setZoom(zoom);
      this.base.showModern(view.state.borders === "1");
      this.base.showGround(view.state.base === "plain");
      const fade = view.fade && before && !anew && !redrawn && !reduced();
      for (const { key, kind } of this.model.layers) this.moveLayer(key, kind, anew, fade);
      if (this.ranged.size) for (const feature of this.ranged) if (this.lands.placed.has(feature)) this.lands.place(feature);
      for (const set of [this.lands, this.borders, this.rails]) set.write(redrawn);
      this.applyOpacity();
      if (this.marks) this.marks.show(view, redrawn || anew);
      if (this.labels) this.labels.show(view);
    }

    setOf(kind) {
      return { territory: this.lands, outline: this.borders, line: this.rails }[kind];
    }

    moveLayer(key, kind, anew, fade) {
      const set = this.setOf(kind);
      if (!set) return;
      const schedule = this.schedules[key];
      const on = this.view.layers.has(key);
      const was = this.shown.has(key);
      const { enter, leave } = schedule.moveTo(this.view.day);
      const drawable = (f) => f.polygons || f.lines;
      for (const f of leave) {
        this.ranged.delete(f);
        set.take(f);
      }
      for (const f of enter) if (kind === "territory" && (f.start_range || f.end_range)) this.ranged.add(f);
      if (!on) {
        if (was) for (const f of schedule.current()) set.take(f);
        this.shown.delete(key);
        return;
      }
      this.shown.add(key);
      const coming = anew || !was ? schedule.current() : enter;
      if (fade && was && kind === "territory") {
        for (const f of leave) if (drawable(f)) this.pass(f, "fade-out");
        for (const f of coming) if (drawable(f)) this.pass(f, "fade-in");
      } else {
        for (const f of coming) if (drawable(f)) set.place(f);
      }
    }

    // While playing, a land that comes or goes is drawn by itself for the length of the cross-fade.
    pass(feature, motion) {
      const { owner } = style.landStyle(feature, this.view.state.color, this.model.payload.polities);
      const { fill } = style.polityOf(this.model.payload.polities, owner);
      const made = path(this.rooms.passing, { class: motion, fill, d: this.areaOf(feature) });
      this.passing.push({ node: made, feature, coming: motion === "fade-in" });
      if (this.passing.length === 1) this.settling = setTimeout(() => { this.settle(); this.lands.write(); }, FADE);
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
      const { owner, pattern, tint } = style.landStyle(feature, this.view.state.color, this.model.payload.polities);
      const weight = feature.start_range || feature.end_range ? style.weightOf(feature, this.view.day, time.ordinal) : 1;
      return [owner, pattern || "", tint || "", weight].join("|");
    }

    paintLand(key) {
      const [owner, pattern, tint, weight] = key.split("|");
      const { polities } = this.model.payload;
      const polity = style.polityOf(polities, owner);
      const dark = this.view.state.dark === "1";
      const inked = (name) => style.polityOf(polities, name)[dark ? "fill" : "stroke"];
      const nodes = { fill: path(this.rooms.lands, { class: "land-fill", fill: polity.fill, "fill-opacity": style.FILL_OPACITY * weight, "data-polity": owner }) };
      if (pattern) {
        const url = patternUrl(this.plate.defs, this.prefix, pattern, inked(tint || owner));
        nodes.pattern = path(this.rooms.patterns, { class: "land-pattern", fill: url, opacity: 0.5 * weight });
      }
      nodes.edge = path(this.rooms.edges, { class: "land-edge", stroke: inked(owner), "stroke-opacity": 0.55 * weight });
      return nodes;
    }

    paintBorder(key) {
      const [level, basis] = key.split("-");
      const { width, opacity } = style.LEVEL[level];
      const dash = basis ? style.DASH[basis] : "";
      return { line: path(this.rooms.borders, { class: `border border-${level}`, "stroke-width": width, "stroke-opacity": opacity, "stroke-dasharray": dash || null }) };
    }

    paintRail(key) {
      const [, operator, status, gauge] = /^(.*)-(\w+)-(\w+)$/.exec(key);
      const colour = this.model.payload.operators[operator]?.colour || "#4a4a4a";
      const nodes = { casing: path(this.rooms.rails, { class: `rail rail-${status}`, stroke: colour, "data-gauge": gauge, "data-operator": operator }) };
      if (status === "open") nodes.ticks = path(this.rooms.rails, { class: "rail-ticks", "data-gauge": gauge });
      this.sizeRail(nodes, status, gauge === "broad");
      return nodes;
    }

    sizeRail(nodes, status, broad) {
      const width = style.railWidth(this.map.getZoom(), broad) * (status === "open" ? 1 : 0.62);
      nodes.casing.setAttribute("stroke-width", width.toFixed(2));
      if (nodes.ticks) {
        nodes.ticks.setAttribute("stroke-width", (width * 0.46).toFixed(2));
        nodes.ticks.setAttribute("stroke-dasharray", `${(width * 1.7).toFixed(1)} ${(width * 1.7).toFixed(1)}`);
      }
    }

    setZoom(zoom) {
      this.zoom = zoom;
      if (!this.traces.has(zoom)) this.traces.set(zoom, new Map());
      this.traced = this.traces.get(zoom);
      if (this.traces.size > 4) this.traces.delete([...this.traces.keys()].find((key) => key !== zoom));
      this.base.draw(zoom);
      for (const [key, group] of this.rails.groups) {
        const [, , status, gauge] = /^(.*)-(\w+)-(\w+)$/.exec(key);
        for (const bucket of group.buckets) this.sizeRail(bucket.nodes, status, gauge === "broad");
      }
    }

    cached(key, make) {
      let found = this.traced.get(key);
      if (found === undefined) this.traced.set(key, (found = make()));
      return found;
    }

    areaOf(feature) {
      return this.cached(feature, () => this.model.topology.areaPath(feature.polygons, this.zoom));
    }

    traceLand(features) {
      let fill = "";
      const areas = [];
      for (const feature of features) {
        fill += this.areaOf(feature);
        areas.push(feature.polygons);
      }
      let edge = "";
      for (const arc of outlineArcs(areas)) edge += this.cached(arc, () => this.model.topology.arcPath(arc, this.zoom));
      return { fill, pattern: fill, edge };
    }

    traceLines(features, names) {
      let d = "";
      for (const feature of features) d += this.cached(feature, () => this.model.topology.linePath(feature.lines, this.zoom));
      return Object.fromEntries(names.map((name) => [name, d]));
    }

    // The map was moved or zoomed: other pixels for another zoom, other labels for another view.
    reframe() {
      if (!this.view) return;
      if (this.map.getZoom() !== this.zoom) {
        this.setZoom(this.map.getZoom());
        for (const set of [this.lands, this.borders, this.rails]) set.write(true);
        if (this.marks) this.marks.show(this.view, true);
        if (this.highlighted) this.highlight(this.highlighted);
      }
      if (this.labels) this.labels.show(this.view);
    }

    applyOpacity() {
      const text = this.view.state.opacity;
      if (text === this.opacity) return;
      this.opacity = text;
      const of = Object.fromEntries(text.split(",").filter(Boolean).map((pair) => pair.split(":")));
      const set = (name, key) => this.rooms[name].setAttribute("opacity", of[key] === undefined ? 1 : Number(of[key]));
      ["lands", "patterns", "passing", "edges"].forEach((name) => set(name, "lands"));
      ["borders", "rails"].forEach((name) => set(name, "lines"));
      if (this.marks) this.marks.room.setAttribute("opacity", of.happenings === undefined ? 1 : Number(of.happenings));
    }

    highlight(feature) {
      this.highlighted = feature;
      this.rooms.highlight.replaceChildren();
      if (!feature) return;
      const { topology } = this.model;
      let d = "";
      if (feature.polygons) for (const arc of outlineArcs([feature.polygons])) d += topology.arcPath(arc, this.zoom);
      else if (feature.lines) d = topology.linePath(feature.lines, this.zoom);
      if (d) path(this.rooms.highlight, { class: "highlight", d });
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

  return { Scene };
})();
if (typeof module === "object") module.exports = AtlasRender;
