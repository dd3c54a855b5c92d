// What runs when: the state says what is shown, the map moves the state, and what is slow waits for a rest.
import { parseHash } from "./core/state.js";
import * as time from "./core/time.js";
import { byId } from "./dom.js";
import * as ground from "./map/tiles.js";
import { announceView, dress } from "./ui/dress.js";

const REST = 80; // ms
const GLANCE = 20; // ms between two looks at whether all is done
// Changes of these draw the map anew.
const LOOK = ["date", "step", "layers", "color", "lang", "certainty", "base", "borders", "dark", "opacity"];
const OVER = ["atlas-head", "atlas-legend", "atlas-tools"];

export const soon = window.requestIdleCallback || ((run) => setTimeout(run, 1));

export class Cycle {
  constructor(app, bridge) {
    this.app = app;
    this.bridge = bridge;
    this.resting = 0;
    this.moving = false;
    app.map.on("movestart", () => {
      this.moving = true;
    });
    app.store.subscribe((state, changed, _before, note) => this.changed(state, changed, note));
    app.map.on("moveend", () => this.moved());
    window.addEventListener("hashchange", () => {
      if (window.location.hash === app.store.hash()) return;
      const changed = app.store.set(parseHash(window.location.hash));
      if (changed.has("sel")) app.showSelected();
    });
    window.addEventListener("resize", () => app.control.resize());
  }

  changed(state, changed, note) {
    const { app } = this;
    if (changed.has("lang") || changed.has("dark") || changed.has("embed")) dress(app);
    if (changed.has("base")) ground.setTiles(app);
    if (!note.fromMap && ["lat", "lon", "zoom"].some((key) => changed.has(key))) {
      app.map.setView([state.lat, state.lon], state.zoom, { animate: false });
    }
    if (LOOK.some((key) => changed.has(key))) this.show(note.fade);
    else this.later();
    if (changed.has("sel")) app.scene.highlight(app.model.get(state.sel));
  }

  moved() {
    this.moving = false;
    const { store, map, view } = this.app;
    const { lat, lng } = map.getCenter();
    store.set({ lat: Number(lat.toFixed(4)), lon: Number(lng.toFixed(4)), zoom: map.getZoom() }, { fromMap: true });
    if (view) this.later();
  }

  show(fade = false) {
    const { app } = this;
    const { state } = app.store;
    app.view = {
      day: time.fromText(state.date),
      ...time.seenUpTo(state.date, state.step),
      state,
      layers: app.store.layers(),
      fade,
    };
    app.scene.show(app.view);
    for (const part of Object.values(app.parts)) part.view?.(app.view);
    for (const run of app.heard.view) run(app.view);
    this.later();
  }

  later() {
    if (!this.resting) this.resting = setTimeout(() => soon(() => this.rest(), { timeout: 120 }), REST);
  }

  rest() {
    const { app } = this;
    this.resting = 0;
    for (const part of Object.values(app.parts)) part.rest?.(app.view);
    app.scene.cover(this.covers());
    for (const run of app.heard.rest) run(app.view);
    announceView(app);
    this.bridge.report();
  }

  busy() {
    const { passing, haloing } = this.app.scene;
    return Boolean(this.resting || this.moving || passing.length || haloing || this.bridge.due());
  }

  // Until all that a change set off has run. Two looks in a row: what ends may set off something else.
  async idle() {
    for (let calm = 0; calm < 2; calm = this.busy() ? 0 : calm + 1)
      await new Promise((done) => setTimeout(done, GLANCE));
  }

  // Boxes of the map that the heading, the legend and the toolbar lie over.
  covers() {
    const frame = this.app.map.getContainer().getBoundingClientRect();
    return OVER.map((id) => byId(id).getBoundingClientRect())
      .filter((box) => box.width && box.height && box.right > frame.left && box.left < frame.right)
      .map((box) =>
        [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top].map(Math.round),
      );
  }
}
