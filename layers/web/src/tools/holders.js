// Who held this place: the strip of a point in the popup and, day by day, in a panel of its own.
import { nameOn } from "../core/names.js";
import * as time from "../core/time.js";
import { button, el, narrow } from "../dom.js";
import { firstDay, place, row, spansFrom, strip, tenuresAt, townNear } from "./strip.js";

export const degrees = ([lon, lat]) =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? "W" : "E"}`;
export const townName = (app, town, day = app.view.day) => {
  const row = nameOn(town.names, day);
  return row[app.store.state.lang] || row.en;
};

export function create(app) {
  const { map, model, payload } = app;
  let chosen = null; // {lon, lat, town, away, spans}
  let body = null;
  let stamp = "";
  let pin = null;

  function choose(lon, lat, town = null) {
    const near = town ? { town, away: 0 } : townNear(payload.base.towns, lon, lat);
    chosen = {
      lon,
      lat,
      town: near?.town,
      away: near ? near.away : 0,
      spans: spansFrom(tenuresAt(model, lon, lat)),
    };
    return chosen;
  }

  function mark() {
    if (pin) pin.remove();
    pin = null;
    if (!chosen?.pinned) return;
    pin = L.circleMarker([chosen.lat, chosen.lon], {
      radius: 11,
      className: "held-pin",
      interactive: false,
      fill: false,
    }).addTo(map);
  }

  const go = (span) => app.state.set({ date: time.iso(firstDay(app, span)) });

  // In the popup, the popup itself goes along: to the feature of that day.
  function goFromPopup(span, [lon, lat]) {
    go(span);
    app.openPopup(span.feature, L.latLng(lat, lon));
  }

  function openAll() {
    map.closePopup();
    show();
  }

  function part(feature, lonlat) {
    if (feature.type === "line" || feature.type === "outline") return null;
    const [lon, lat] = feature.point || lonlat;
    const at = choose(lon, lat);
    mark();
    render();
    if (!at.spans.length) return null;
    const made = el("section", { class: "held held-in-popup" }, [
      el("h3", {}, [
        el("span", { text: app.say("held_who") }),
        at.town ? el("span", { class: "held-near", text: at.away < 5 ? townName(app, at.town) : nearText(at) }) : null,
      ]),
      strip(app, at.spans, 20, (span) => goFromPopup(span, [lon, lat])),
      button("", { class: "held-open", text: app.say("held_all", { n: at.spans.length }), on: openAll }),
    ]);
    if (feature.type === "territory") {
      // Before the facts: of all that a popup tells, this is what the click asked.
      queueMicrotask(() => {
        const facts = made.parentNode?.querySelector("dl");
        if (facts) made.parentNode.insertBefore(made, facts);
      });
    }
    return made;
  }

  const nearText = ({ town, away }) => app.say("held_near", { km: Math.round(away), place: townName(app, town) });

  const title = (text) => el("h2", { class: "headline held-title", tabindex: "-1", text });

  function heading() {
    if (!chosen.town) return [title(degrees([chosen.lon, chosen.lat]))];
    if (chosen.away < 5)
      return [title(townName(app, chosen.town)), el("p", { class: "counts", text: degrees([chosen.lon, chosen.lat]) })];
    return [title(degrees([chosen.lon, chosen.lat])), el("p", { class: "counts", text: nearText(chosen) })];
  }

  function townNames() {
    if (!chosen.town || (chosen.town.names.length < 2 && !chosen.town.names[0].local)) return null;
    const { lang } = app.store.state;
    const items = chosen.town.names.map((row) => {
      const all = [...new Set([row[lang] || row.en, row.en, row.zh, row.ru, row.local].filter(Boolean))];
      return el("li", { data: { start: row.start, end: row.end } }, [
        el("b", { text: all[0] }),
        el("span", { class: "held-other", text: all.slice(1).join(" · ") }),
        el("time", { text: time.formatPeriod(row, lang) }),
      ]);
    });
    return el("section", { class: "held-names" }, [el("h3", { text: app.say("held_names") }), el("ul", {}, items)]);
  }

  function empty() {
    return [
      el("h2", { class: "headline", text: app.say("held_who") }),
      el("p", { class: "held-hint", text: app.say("held_pick") }),
      el("p", { class: "held-ways" }, [
        button("", { class: "held-open", text: app.say("held_middle"), on: middle }),
        app.openSearch ? button("", { class: "held-open", text: app.say("search"), on: () => app.openSearch() }) : null,
      ]),
    ];
  }

  function middle() {
    const { lat, lng } = map.getCenter();
    app.showHistory({ lon: lng, lat });
  }

  function render() {
    if (!body) return;
    const key = chosen ? `${chosen.lon}|${chosen.lat}|${app.store.state.lang}` : app.store.state.lang;
    if (key !== stamp) {
      stamp = key;
      const { spans } = chosen || {};
      const parts = !chosen
        ? empty()
        : [
            el("div", { class: "held-top" }, [...heading(), spans.length ? strip(app, spans, 28, go) : null]),
            ...(spans.length
              ? [
                  el("p", { class: "held-hint", text: app.say("held_hint") }),
                  el(
                    "ol",
                    { class: "held-rows", "aria-label": app.say("held_strip") },
                    spans.map((span) => row(app, span, go, chosen.town)),
                  ),
                ]
              : [el("p", { class: "held-hint", text: app.say("held_none") })]),
            townNames(),
          ];
      body.replaceChildren(...parts.filter(Boolean));
    } else if (chosen) {
      // Only the town's name of the day can have changed.
      const [name, below] = heading();
      const [shown, under] = body.querySelectorAll(".held-title, .held-title + .counts");
      shown.textContent = name.textContent;
      if (under) under.textContent = below.textContent;
    }
    current();
  }

  // Rows of the day shown, for eyes and for screen readers; the holder's row comes into view when it changes.
  function current(scroll = false) {
    const { day } = app.view;
    body.querySelectorAll("li[data-start]").forEach((item) => {
      const now = Number(item.dataset.start) <= day && day < Number(item.dataset.end);
      const target = item.querySelector("button") || item;
      const was = target.hasAttribute("aria-current");
      if (now) target.setAttribute("aria-current", "true");
      else target.removeAttribute("aria-current");
      if (now && (scroll || !was) && item.matches(".held-row") && !body.hidden) reveal(item);
    });
  }

  // Scrolls the panel alone, below its standing head.
  function reveal(item) {
    const room = body.parentElement;
    const head = body.querySelector(".held-top").getBoundingClientRect().height;
    const box = item.getBoundingClientRect();
    const frame = room.getBoundingClientRect();
    if (box.top < frame.top + head || box.bottom > frame.bottom) room.scrollTop += box.top - frame.top - head - 6;
  }

  // Opens the panel on the chosen place; on a phone the place goes above the sheet.
  function show(zoom = map.getZoom()) {
    chosen.pinned = true;
    mark();
    app.showPanel("held");
    if (narrow()) app.showSheet(true);
    render();
    current(true);
    body.querySelector(".held-title").focus({ preventScroll: true });
    const sheet = narrow() && document.querySelector(".panel.open");
    if (!sheet && zoom === map.getZoom()) return;
    const down = sheet ? sheet.getBoundingClientRect().height / 2 - 20 : 0;
    const at = map.unproject(map.project([chosen.lat, chosen.lon], zoom).add([0, down]), zoom);
    app.flyTo({ lat: at.lat, lon: at.lng, zoom });
  }

  // Opens the strip of a point or a town; the town keeps its own names. Used by the search too.
  app.showHistory = ({ lon, lat, town = null, zoom }) => {
    choose(lon, lat, town);
    show(zoom);
  };

  app.registerPanel({
    id: "held",
    label: "held",
    order: 10,
    mount: (room) => {
      body = room;
    },
    update: render,
  });
  app.addPopupPart(part);
  // A click where the land's layer is off, or beside a drawn coast, still tells who held it.
  app.onMapClick(({ lat, lon, hit, event }) => {
    if (hit) return false;
    const held = tenuresAt(model, lon, lat, [0.03]).find((one) => one.start <= app.view.day && app.view.day < one.end);
    if (!held) return false;
    app.openPopup(held, event.latlng);
    return true;
  });
  app.onView(() => {
    for (const one of document.querySelectorAll(".held-strip")) place(app, one);
  });
}
