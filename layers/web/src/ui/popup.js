// The popup of a feature: names, dates, who held it and whose it was, note, losses, sources.
import { seenIn } from "../core/schedule.js";
import { button, el, narrow, reduced } from "../dom.js";
import { featureAt } from "../map/hit.js";
import * as facts from "./facts.js";

function body(app, feature, others, lonlat) {
  const parts = (first) => app.popupParts.filter((part) => part.first === first);
  const added = (first) =>
    parts(first)
      .map(({ run }) => run(feature, lonlat))
      .filter(Boolean);
  return el("article", { class: `facts facts-${feature.type}`, "data-id": feature.id }, [
    ...facts.head(app, feature),
    ...added(true),
    ...facts.told(app, feature),
    ...added(false),
    sameSpot(app, others),
  ]);
}

function sameSpot(app, others) {
  if (!others?.length) return null;
  const items = others.map((other) =>
    el("li", {}, [
      button("", {
        text: `${facts.period(app, other)}: ${app.name(other)}`,
        class: "line",
        on: () => app.openPopup(other),
      }),
    ]),
  );
  return el("section", { class: "same-spot" }, [
    el("h3", { text: app.say("at_this_spot", { n: others.length + 1 }) }),
    el("ul", {}, items),
  ]);
}

export function create(app) {
  const { map } = app;
  let popup = null;

  function open(feature, latlng, others) {
    const at = latlng || placed(app, feature);
    for (const run of app.heard.popup) run(feature, [at.lng, at.lat]);
    const size = map.getSize();
    const content = body(app, feature, others, [at.lng, at.lat]);
    popup = L.popup({
      className: "atlas-popup",
      maxWidth: narrow() ? Math.min(300, size.x - 50) : 340,
      minWidth: narrow() ? 230 : 280,
      maxHeight: Math.round(Math.min(430, size.y * 0.55)),
      autoPanPadding: [16, 60],
      closeButton: true,
    });
    popup.setLatLng(at).setContent(content).openOn(map);
    const closer = popup.getElement()?.querySelector(".leaflet-popup-close-button");
    if (closer) closer.setAttribute("aria-label", app.say("close"));
    app.store.set({ sel: feature.id });
  }

  map.on("popupclose", () => {
    if (app.store.state.sel) app.store.set({ sel: "" });
  });
  map.on("click", (event) => {
    const hit = featureAt(app.scene, event.latlng, event.originalEvent.pointerType === "touch" ? 12 : 5);
    const click = { lat: event.latlng.lat, lon: event.latlng.lng, hit, event };
    if (app.heard.click.some((run) => run(click) === true)) return;
    if (!hit) return;
    const at = hit.kind === "mark" ? L.latLng(hit.feature.point[1], hit.feature.point[0]) : event.latlng;
    app.openPopup(hit.feature, at, hit.others);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && popup && popup.isOpen()) {
      map.closePopup();
      if (!reduced()) map.getContainer().focus({ preventScroll: true });
    }
  });
  return {
    open,
    view: (view) => {
      const selected = app.model.get(view.state.sel);
      if (selected && !seenIn(selected, view)) {
        map.closePopup();
        app.store.set({ sel: "" });
      }
      if (popup?.isOpen() && popup.lang !== view.state.lang && popup.lang) map.closePopup();
      if (popup) popup.lang = view.state.lang;
    },
  };
}

function placed(app, feature) {
  const at = app.model.placeOf(feature);
  return at ? L.latLng(at[1], at[0]) : app.map.getCenter();
}
