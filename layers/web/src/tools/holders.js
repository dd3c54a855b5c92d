// Who held this place: the strip of a point in the popup and, day by day, in a panel of its own.
import { nameOn } from "../core/names.js";
import { spansFrom, tenuresAt, townNear } from "../core/tenures.js";
import * as time from "../core/time.js";
import { button, el, narrow } from "../dom.js";
import { HoldersPanel } from "./holders-panel.js";
import { firstDay, place, strip } from "./strip.js";

const IN_TOWN = 5; // km: nearer than this a point is called by the town's name
const SHORE = [0.03]; // degrees: how far beside a drawn coast a click still finds the land

export const degrees = ([lon, lat]) =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? "W" : "E"}`;
export const townName = (app, town, day = app.view.day) => {
  const row = nameOn(town.names, day);
  return row[app.store.state.lang] || row.en;
};

// A point with its tenures and the town near it, if there is one: {lon, lat, town, away, spans}.
export function placeAt({ model, payload }, lon, lat, town = null) {
  const near = town ? { town, away: 0 } : townNear(payload.base.towns, lon, lat);
  return { lon, lat, town: near?.town, away: near?.away ?? 0, spans: spansFrom(tenuresAt(model, lon, lat)) };
}

// What a place is called: {name, below}, the second a line under it.
export function calledBy(app, { lon, lat, town, away }) {
  const point = degrees([lon, lat]);
  if (!town) return { name: point, below: "" };
  const name = townName(app, town);
  if (away < IN_TOWN) return { name, below: point };
  return { name: point, below: app.say("held_near", { km: Math.round(away), place: name }) };
}

class Holders {
  constructor(app) {
    this.app = app;
    this.pin = null;
    this.panel = new HoldersPanel(app, { go: (span) => this.go(span), middle: () => this.showMiddle() });
    app.onPopup((feature, lonlat) => this.follow(feature, lonlat));
    app.addPopupPart((feature, lonlat) => (feature.type === "territory" ? this.part(lonlat) : null), { first: true });
    app.addPopupPart((feature) => (feature.type !== "territory" && feature.point ? this.part(feature.point) : null));
    app.onMapClick((click) => this.tellBeside(click));
    app.onView(() => {
      for (const one of document.querySelectorAll(".held-strip")) place(app, one);
    });
  }

  // The panel tells of the place whose popup is open.
  follow(feature, lonlat) {
    const point = feature.point || (feature.type === "territory" ? lonlat : null);
    if (!point) return;
    this.mark(null);
    this.panel.show(placeAt(this.app, ...point));
  }

  go(span) {
    this.app.state.set({ date: time.iso(firstDay(this.app, span)) });
  }

  part([lon, lat]) {
    const { app } = this;
    const at = placeAt(app, lon, lat);
    if (!at.spans.length) return null;
    const called = calledBy(app, at);
    const near = at.away < IN_TOWN ? called.name : called.below;
    // The popup goes along with the strip: to the feature of that day.
    const goAlong = (span) => {
      this.go(span);
      app.openPopup(span.feature, L.latLng(lat, lon));
    };
    return el("section", { class: "held held-in-popup" }, [
      el("h3", {}, [
        el("span", { text: app.say("held_who") }),
        at.town ? el("span", { class: "held-near", text: near }) : null,
      ]),
      strip(app, at.spans, 20, goAlong),
      button("", {
        class: "held-open",
        text: app.say("held_all", { n: at.spans.length }),
        on: () => {
          app.map.closePopup();
          this.open(at);
        },
      }),
    ]);
  }

  mark(place) {
    this.pin?.remove();
    const look = { radius: 11, className: "held-pin", interactive: false, fill: false };
    this.pin = place && L.circleMarker([place.lat, place.lon], look).addTo(this.app.map);
  }

  // The panel on a place; on a phone the place goes above the sheet.
  open(place, zoom = this.app.map.getZoom()) {
    const { app } = this;
    const { map } = app;
    this.mark(place);
    app.showPanel("held");
    if (narrow()) app.showSheet(true);
    this.panel.show(place, { focus: true });
    const sheet = narrow() && document.querySelector(".panel.open");
    if (!sheet && zoom === map.getZoom()) return;
    const down = sheet ? sheet.getBoundingClientRect().height / 2 - 20 : 0;
    const at = map.unproject(map.project([place.lat, place.lon], zoom).add([0, down]), zoom);
    app.flyTo({ lat: at.lat, lon: at.lng, zoom });
  }

  // The strip of a point or a town; the town keeps its own names.
  showPlace({ lon, lat, town = null, zoom }) {
    this.open(placeAt(this.app, lon, lat, town), zoom);
  }

  showMiddle() {
    const { lat, lng } = this.app.map.getCenter();
    this.showPlace({ lon: lng, lat });
  }

  // A click where the land's layer is off, or beside a drawn coast, still tells who held it.
  tellBeside({ lat, lon, hit, event }) {
    if (hit) return false;
    const { app } = this;
    const { day } = app.view;
    const held = tenuresAt(app.model, lon, lat, SHORE).find((one) => one.start <= day && day < one.end);
    if (!held) return false;
    app.openPopup(held, event.latlng);
    return true;
  }
}

export const create = (app) => new Holders(app);
