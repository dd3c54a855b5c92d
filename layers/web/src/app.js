// The page's one object, `window.Atlas`: its data, its parts, and what tools and panels may use of each other.
//
// DATA     payload, model, map, scene, store: the data, Model of core/model.js, the L.Map, Scene of map/scene.js,
//          Store of core/state.js; stage: the element that holds the map, for overlays
// view     {day, window: [from, to], fresh, past, state, layers: Set} of what is shown (days as YYYYMMDD, end
//          exclusive; the last two by time.seenUpTo)
// state    get() -> {date, step, lat, ...}; set(partial, note?);
//          subscribe((state, changed, before, note) => {}) -> stop
// HEARD    onView(run): run(view) after every change of what is shown, in the same task (keep it short)
//          onRest(run): run(view) some 80 ms later at most, once for a burst of changes: lists, charts, text
//          onMapClick(run): run({lat, lon, hit, event}) on a click; return true to keep the popup closed
//          idle(): a promise kept when all that a change set off has run (for tests and pictures)
//          onPopup(run): run(feature, [lon, lat]) when a popup opens
// WORDS    say(key, values?) from locales/; name(feature), polity(key, day?) in the page's language; announce(text) to
//          screen readers
// MOVES    flyTo({lat, lon, zoom}), fitTo([west, south, east, north]), hash() -> "#1945/46.00/105.00/4?..."
//          select(id or "", {fly, day, popup}): highlight a feature; fly to it, go to its first day, open its popup
//          openPopup(feature, latlng?, others?); showSelected()
// ADDED    addPopupPart(run, {first}?): run(feature, [lon, lat]) -> node or null, put under the facts, or above them
//          registerTool({id, label, icon, order?, wide?, open(body, close), close?}) -> button: a drawer
//          registerTool({id, label, icon, order?, run()}) -> button: it only runs;
//          openTool(id), closeTool(), toolOpen()
//          registerPanel({id, label, order?, mount(body), update(view)}): a tab beside the year in brief;
//          showPanel(id), showSheet(on)
//          registerKey(key, run, {shift}?): a key of the page, not while typing; run(event), false to let it pass
//          newScene(map, {marks, labels}?): a second scene on another L.Map; call scene.show({...Atlas.view, ...})
// TOOLS    compare, tour, control (the time bar); openAbout(id?), showHint(), openSearch(),
//          showHistory({lon, lat, town?, zoom?})
// `label` is a key of `say`, `icon` is SVG path data on a 24 x 24 grid (stroked, no fill). Strings only ever enter by
// el(tag, {text}) of dom.js; no markup is built from data.
import { Model } from "./core/model.js";
import { seenIn } from "./core/schedule.js";
import * as time from "./core/time.js";
import * as words from "./core/words.js";
import { byId, reduced } from "./dom.js";
import { Labels } from "./map/labels.js";
import { Marks } from "./map/marks.js";
import { Scene } from "./map/scene.js";

const nearOf = (feature) => (feature.type === "territory" ? 4.5 : 5.5); // the zoom that shows one well

export class App {
  constructor({ payload, store, map, placed }) {
    Object.assign(this, { payload, store, map, placed });
    this.model = new Model(payload);
    this.view = null;
    this.cycle = null;
    this.stage = byId("atlas-stage");
    this.heard = { view: [], rest: [], click: [], popup: [] };
    this.popupParts = [];
    this.parts = {};
    this.tools = {};
    this.state = {
      get: () => store.get(),
      set: (partial, note) => store.set(partial, note),
      subscribe: (run) => store.subscribe(run),
    };
  }

  // Parts are made in this order: each may use those before it.
  build(parts) {
    this.scene = this.newScene(this.map);
    for (const [name, part] of Object.entries(parts)) this.parts[name] = part.create(this);
  }

  addTools(tools) {
    for (const [name, tool] of Object.entries(tools)) this.tools[name] = tool.create(this);
  }

  get control() {
    return this.parts.control;
  }

  get compare() {
    return this.tools.compare;
  }

  get tour() {
    return this.tools.tour;
  }

  // Functions, not methods, since parts take them out of the object: const { say } = app.
  say = (key, values) => words.say(this.store.state.lang, key, values);
  name = (feature) => this.model.name(feature, this.store.state.lang);
  polity = (key, day = this.view.day) => this.model.polityName(key, day, this.store.state.lang);
  hash = () => this.store.hash();
  newScene = (map, signs = { marks: Marks, labels: Labels }) => new Scene(map, this.model, signs);

  idle() {
    return this.cycle.idle();
  }

  announce(text) {
    byId("atlas-live").textContent = text;
  }

  onView(run) {
    this.heard.view.push(run);
  }

  onRest(run) {
    this.heard.rest.push(run);
  }

  onMapClick(run) {
    this.heard.click.push(run);
  }

  onPopup(run) {
    this.heard.popup.push(run);
  }

  addPopupPart(run, { first = false } = {}) {
    this.popupParts.push({ run, first });
  }

  flyTo({ lat, lon, zoom }) {
    const to = [Number(lat), Number(lon)];
    const level = zoom === undefined ? this.map.getZoom() : Number(zoom);
    if (reduced()) this.map.setView(to, level, { animate: false });
    else this.map.flyTo(to, level, { duration: 0.7 });
  }

  fitTo([west, south, east, north]) {
    const corners = L.latLngBounds([south, west], [north, east]);
    this.map.fitBounds(corners, { animate: !reduced(), padding: [30, 30] });
  }

  select(id, { fly = true, day = true, popup = false } = {}) {
    const feature = this.model.get(id);
    const wanted = { sel: feature ? id : "" };
    if (feature && day && (feature.start > this.payload.begins || !seenIn(feature, this.view)))
      wanted.date = time.iso(Math.max(feature.start, this.payload.begins));
    this.store.set(wanted);
    const at = feature && this.model.placeOf(feature);
    if (fly && at) this.flyTo({ lat: at[1], lon: at[0], zoom: Math.max(this.map.getZoom(), nearOf(feature)) });
    if (popup && feature) this.openPopup(feature);
  }

  // What a link selects: its card is opened, its outline ringed, its place brought into view.
  showSelected() {
    const feature = this.model.get(this.store.state.sel);
    if (!feature) return;
    this.scene.highlight(feature);
    const at = this.model.placeOf(feature);
    const spot = at && L.latLng(at[1], at[0]);
    if (spot && !(this.placed && this.map.getBounds().contains(spot)))
      this.map.setView(spot, Math.max(this.map.getZoom(), nearOf(feature)), { animate: false });
    this.openPopup(feature);
  }

  openPopup(feature, latlng, others) {
    this.parts.popup.open(feature, latlng, others);
  }

  registerTool(tool) {
    return this.parts.toolbar.register(tool);
  }

  openTool(id) {
    return this.parts.toolbar.open(id);
  }

  closeTool(options) {
    this.parts.toolbar.close(options);
  }

  toolOpen() {
    return this.parts.toolbar.shown;
  }

  registerPanel(panel) {
    this.parts.panel.register(panel);
  }

  showPanel(id) {
    this.parts.panel.show(id);
  }

  showSheet(on) {
    this.parts.panel.unfold(on);
  }

  registerKey(key, run, options) {
    this.parts.keys.register(key, run, options);
  }

  openAbout(id) {
    this.tools.about.open(id);
  }

  showHint(options) {
    this.tools.hint.show(options);
  }

  openSearch() {
    this.openTool("search");
  }

  showHistory(place) {
    this.tools.holders.showPlace(place);
  }
}
