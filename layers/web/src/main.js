// The page put together. What its parts may use of each other is listed in app.js.
import { App } from "./app.js";
import * as bridge from "./bridge.js";
import { parseHash, Store } from "./core/state.js";
import * as time from "./core/time.js";
import { Cycle, soon } from "./cycle.js";
import { byId, narrow } from "./dom.js";
import { makeMap, place, warm } from "./map/leaflet.js";
import { setTiles } from "./map/tiles.js";
import * as about from "./tools/about.js";
import * as cite from "./tools/cite.js";
import * as compare from "./tools/compare.js";
import * as holders from "./tools/holders.js";
import * as search from "./tools/search-box.js";
import * as terms from "./tools/terms.js";
import * as tour from "./tools/tour.js";
import { dress } from "./ui/dress.js";
import * as hint from "./ui/hint.js";
import * as keys from "./ui/keys.js";
import * as menu from "./ui/layers-menu.js";
import * as legend from "./ui/legend.js";
import * as panel from "./ui/panel.js";
import * as popup from "./ui/popup.js";
import * as control from "./ui/time-bar.js";
import * as toolbar from "./ui/toolbar.js";
import * as tooltip from "./ui/tooltip.js";

const PARTS = { toolbar, control, panel, legend, menu, popup, tooltip, keys };
// In the order of their parts in a popup and of their listeners.
const TOOLS = { terms, about, cite, hint, compare, tour, holders, search };

// State and app of a payload; the state from the URL, its hash before its query.
function open(payload, map) {
  const store = new Store(payload);
  const { hash, search: asked } = window.location;
  const query = Object.fromEntries(new URLSearchParams(asked));
  const given = { ...query, ...parseHash(hash) };
  store.set(given);
  const app = new App({
    payload,
    store,
    map,
    placed: "lat" in given && "lon" in given,
  });
  const selected = app.model.get(store.state.sel);
  if (selected && !given.date) store.set({ date: time.iso(Math.max(selected.start, payload.begins)) });
  return app;
}

function start(payload, map) {
  const app = open(payload, map);
  place(app);
  app.build(PARTS);
  const outside = bridge.create(app);
  const note = byId("atlas-note");
  note.textContent = payload.note || "";
  note.hidden = !payload.note;

  const cycle = new Cycle(app, outside);
  app.cycle = cycle;
  dress(app);
  setTiles(app);
  cycle.show();
  cycle.rest();
  outside.ready();
  warm(app, soon);
  map.on("moveend", () => warm(app, soon));
  if (narrow()) document.documentElement.classList.add("narrow");
  app.addTools(TOOLS);
  app.showSelected();
  window.Atlas = app;
}

// The data as layers/payload.py packs it.
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}

const data = byId("atlas-data");
if (data) {
  const map = makeMap(byId("map"));
  window.atlasMap = map;
  unpacked(data.textContent).then((payload) => start(payload, map));
}
