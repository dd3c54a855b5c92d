// The page put together, and `window.Atlas`: what tools and panels added later may use.
//
// HOOKS (all are methods or fields of window.Atlas, there when a tool's `create(app)` runs)
//   payload, model, map, scene, store       the data, Model of core/model.js, the L.Map, Scene of map/scene.js, Store of core/state.js
//   state.get() -> {date, step, lat, ...}   state.set(partial, note?)   state.subscribe((state, changedKeys, before, note) => {}) -> stop
//   view                                    {day, window: [from, to], state, layers: Set} of what is shown (ints YYYYMMDD, end exclusive)
//   onView(run)                             run(view) after every change of what is shown, in the same task (keep it short)
//   onRest(run)                             run(view) some 80 ms later at most, once for a burst of changes: lists, charts, text
//   say(key, values?)                       words in the page's language, from locales/
//   name(feature), polity(key, day?)        names in the page's language
//   flyTo({lat, lon, zoom}), fitTo([w, s, e, n])
//   select(id or "", {fly, day, popup})     highlight a feature; fly to it, go to its first day, open its popup
//   openPopup(feature, latlng?)             the popup of a feature; addPopupPart(run): run(feature, [lon, lat]) -> node or null, put under it
//   onMapClick(run)                         run({lat, lon, hit, event}) on a click; return true to keep the popup closed
//   registerTool({id, label, icon, order?, wide?, open(body, close), close?})   a button in the toolbar with a drawer
//   registerTool({id, label, icon, order?, run()})                              a button that only runs
//   openTool(id), closeTool()
//   registerPanel({id, label, order?, mount(body), update(view)})               a tab beside the year in brief
//   showPanel(id)
//   registerKey(key, run, {shift?})         a key of the page (not while typing); run(event)
//   announce(text)                          said by screen readers
//   hash()                                  the view as "#1945/46.00/105.00/4?..."
//   newScene(map, {marks, labels})          a second scene on another L.Map (compare); call scene.show({...Atlas.view, ...})
//   stage                                   the element that holds the map: overlays (a swipe, say) go in here
// `label` is a key of `say`, `icon` is SVG path data on a 24 x 24 grid (stroked, no fill). Strings only ever enter by
// el(tag, {text}) of dom.js; no markup is built from data.
import * as bridge from "./bridge.js";
import { Model } from "./core/model.js";
import { parseHash, Store } from "./core/state.js";
import * as time from "./core/time.js";
import * as words from "./core/words.js";
import { byId, narrow, reduced } from "./dom.js";
import { Labels } from "./map/labels.js";
import { Marks } from "./map/marks.js";
import { Scene } from "./map/scene.js";
import * as about from "./tools/about.js";
import * as cite from "./tools/cite.js";
import * as compare from "./tools/compare.js";
import * as holders from "./tools/holders.js";
import * as search from "./tools/search.js";
import * as terms from "./tools/terms.js";
import * as tour from "./tools/tour.js";
import * as hint from "./ui/hint.js";
import * as keys from "./ui/keys.js";
import * as layersMenu from "./ui/layers-menu.js";
import * as legend from "./ui/legend.js";
import * as panel from "./ui/panel.js";
import * as popup from "./ui/popup.js";
import * as timeBar from "./ui/time-bar.js";
import * as toolbar from "./ui/toolbar.js";
import * as tooltip from "./ui/tooltip.js";

const REST = 80;
// In the order of their parts in a popup and of their listeners.
const TOOLS = [terms, about, cite, hint, compare, tour, holders, search];

function start() {
  const payload = JSON.parse(byId("atlas-data").textContent);
  const store = new Store(payload);
  const query = Object.fromEntries(new URLSearchParams(window.location.search));
  store.set({ ...query, ...parseHash(window.location.hash) });
  const placed = /^#[^/]*\/-?\d/.test(window.location.hash) || ("lat" in query && "lon" in query);

  const map = makeMap(byId("map"));
  window.atlasMap = map;
  const model = new Model(payload);
  const classes = { marks: Marks, labels: Labels };
  const heard = { view: [], rest: [], click: [], part: [] };
  const app = {
    payload,
    model,
    map,
    store,
    view: null,
    placed,
    stage: byId("atlas-stage"),
    state: {
      get: () => store.get(),
      set: (partial, note) => store.set(partial, note),
      subscribe: (run) => store.subscribe(run),
    },
    onView: (run) => heard.view.push(run),
    onRest: (run) => heard.rest.push(run),
    onMapClick: (run) => heard.click.push(run),
    addPopupPart: (run) => heard.part.push(run),
    say: (key, values) => words.say(store.state.lang, key, values),
    name: (feature) => model.name(feature, store.state.lang),
    polity: (key, day = app.view.day) => model.polityName(key, day, store.state.lang),
    hash: () => store.hash(),
    newScene: (other, options = classes) => new Scene(other, model, options),
    announce(text) {
      byId("atlas-live").textContent = text;
    },
    flyTo({ lat, lon, zoom }) {
      const to = [Number(lat), Number(lon)];
      const level = zoom === undefined ? map.getZoom() : Number(zoom);
      if (reduced()) map.setView(to, level, { animate: false });
      else map.flyTo(to, level, { duration: 0.7 });
    },
    fitTo: ([west, south, east, north]) =>
      map.fitBounds(
        [
          [south, west],
          [north, east],
        ],
        { animate: !reduced(), padding: [30, 30] },
      ),
    select(id, { fly = true, day = true, popup = false } = {}) {
      const feature = model.get(id);
      const wanted = { sel: feature ? id : "" };
      if (feature && day && feature.start > 19000101) wanted.date = time.iso(feature.start);
      store.set(wanted);
      const at = feature && model.placeOf(feature);
      if (fly && at)
        app.flyTo({ lat: at[1], lon: at[0], zoom: Math.max(map.getZoom(), feature.type === "territory" ? 4.5 : 5.5) });
      if (popup && feature) app.openPopup(feature);
    },
  };
  window.Atlas = app;
  app.parts = heard.part;
  app.clicks = heard.click;

  place(app);
  app.scene = new Scene(map, model, classes);
  dressMarkup(app);
  const updates = [
    toolbar.create(app),
    timeBar.create(app),
    panel.create(app),
    legend.create(app),
    layersMenu.create(app),
    popup.create(app),
    tooltip.create(app),
    keys.create(app),
  ];
  const outside = bridge.create(app);
  const note = byId("atlas-note");
  note.textContent = payload.note || "";
  note.hidden = !payload.note;

  // Boxes of the map that the heading and the legend lie over.
  function covers() {
    const frame = map.getContainer().getBoundingClientRect();
    return ["atlas-head", "atlas-legend", "atlas-tools"]
      .map((id) => byId(id).getBoundingClientRect())
      .filter((box) => box.width && box.height && box.right > frame.left && box.left < frame.right)
      .map((box) =>
        [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top].map(Math.round),
      );
  }

  let resting = 0;
  const soon = window.requestIdleCallback || ((run) => setTimeout(run, 1));
  const later = () => {
    if (!resting) resting = setTimeout(() => soon(rest, { timeout: 120 }), REST);
  };

  function rest() {
    resting = 0;
    for (const part of updates) if (part.rest) part.rest(app.view);
    app.scene.cover(covers());
    for (const run of heard.rest) run(app.view);
    announceView(app);
    outside.report();
  }

  function show(fade = false) {
    const { state } = store;
    app.view = {
      day: time.fromText(state.date),
      window: time.windowOf(state.date, state.step),
      state,
      layers: store.layers(),
      fade,
    };
    app.scene.show(app.view);
    for (const part of updates) if (part.view) part.view(app.view);
    for (const run of heard.view) run(app.view);
    later();
  }

  const LOOK = ["date", "step", "layers", "color", "lang", "certainty", "base", "borders", "dark", "opacity"];
  store.subscribe((state, changed, _before, about) => {
    if (changed.has("lang") || changed.has("dark") || changed.has("embed")) dress(app);
    if (changed.has("base")) layersMenu.setBase(app);
    if (!about.fromMap && ["lat", "lon", "zoom"].some((key) => changed.has(key))) {
      map.setView([state.lat, state.lon], state.zoom, { animate: false });
    }
    if (LOOK.some((key) => changed.has(key))) show(about.fade);
    else later();
    if (changed.has("sel")) app.scene.highlight(model.get(state.sel));
  });
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    store.set({ lat: Number(lat.toFixed(4)), lon: Number(lng.toFixed(4)), zoom: map.getZoom() }, { fromMap: true });
  });
  map.on("moveend", () => {
    if (app.view) later();
  });
  window.addEventListener("hashchange", () => {
    if (window.location.hash !== store.hash()) store.set(parseHash(window.location.hash));
  });
  window.addEventListener("resize", () => app.control?.resize());

  dress(app);
  layersMenu.setBase(app);
  show();
  app.scene.highlight(model.get(store.state.sel));
  rest();
  outside.ready();
  warm(app, soon);
  map.on("moveend", () => warm(app, soon));
  if (narrow()) document.documentElement.classList.add("narrow");
  for (const tool of TOOLS) tool.create(app);
  return app;
}

function makeMap(container) {
  return L.map(container, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomSnap: 0.5,
    wheelPxPerZoomLevel: 120,
    minZoom: 2.5,
    maxZoom: 11,
    maxBounds: [
      [-5, 5],
      [83.5, 205],
    ],
    maxBoundsViscosity: 0.8,
    zoomAnimation: true,
    fadeAnimation: false,
  });
}

// In idle moments, ready what a drag will need: the paths of every feature at this zoom, the record of every year.
function warm({ model, scene, payload }, soon) {
  const { zoom } = scene;
  const { reach } = scene.painter.lands;
  const features = model.layers
    .flatMap(({ key, kind }) => (["territory", "line", "outline"].includes(kind) ? model.features[key] : []))
    .filter((feature) => feature.polygons || feature.lines);
  let [at, year] = [0, payload.span[0]];
  function work(deadline) {
    const end = performance.now() + Math.min(8, deadline?.timeRemaining ? deadline.timeRemaining() : 8);
    while (performance.now() < end) {
      if (scene.zoom !== zoom || scene.painter.lands.reach !== reach) return;
      if (at < features.length) scene.painter.ready(features[at++]);
      else if (year <= payload.span[1]) model.year(year++);
      else return;
    }
    soon(work);
  }
  soon(work);
}

// The first view: as asked, or the whole frontier on a small screen.
function place({ map, store, placed }) {
  const { lat, lon, zoom } = store.state;
  if (!placed && map.getSize().x < 700) map.setView([49, 107], 3, { animate: false });
  else map.setView([lat, lon], zoom, { animate: false });
  // The legend lies over the west of a wide map: what the payload calls its middle stands in the middle of the rest.
  if (!placed && map.getSize().x >= 1000) map.panBy([-56, 0], { animate: false });
  const at = map.getCenter();
  if (!placed) store.set({ lat: Number(at.lat.toFixed(4)), lon: Number(at.lng.toFixed(4)), zoom: map.getZoom() });
}

// Words in the markup follow the language.
function dressMarkup(app) {
  document.querySelectorAll("[data-say]").forEach((node) => {
    node.textContent = app.say(node.dataset.say);
  });
  document.querySelectorAll("[data-say-label]").forEach((node) => {
    const text = app.say(node.dataset.sayLabel);
    node.setAttribute("aria-label", text);
    if (node.tagName === "BUTTON") node.title = text;
  });
}

function dress(app) {
  const { dark, embed } = app.store.state;
  const root = document.documentElement;
  root.lang = app.say("language_tag");
  root.classList.toggle("dark", dark === "1");
  root.classList.toggle("embed", embed === "1");
  dressMarkup(app);
}

function announceView(app) {
  const { view, model } = app;
  const year = time.yearOf(view.day);
  if (app.said === `${view.day}${view.state.lang}`) return;
  app.said = `${view.day}${view.state.lang}`;
  const { hands, clashes } = model.year(year);
  const counts = [app.say("n_changes", { n: hands.length }), app.say("n_clashes", { n: clashes.length })];
  app.announce(`${time.formatDay(view.day, view.state.lang)}. ${counts.join(", ")}.`);
}

if (byId("atlas-data")) start();
