// Who held this place: the strip through time of a point, in the popup and, day by day, in a panel of its own.
const AtlasHistory = (() => {
  "use strict";
  const node = typeof require === "function";
  const time = node ? require("./time.js") : AtlasTime;
  const dom = node ? require("./dom.js") : AtlasDom;
  const patterns = node ? require("./patterns.js") : AtlasPatterns;
  const look = node ? require("./style.js") : AtlasStyle;
  const { el, svg, button } = dom;
  const NEAR_KM = 25;
  const RINGS = [0.03, 0.08, 0.15, 0.3];
  const LEVELS = ["low", "medium", "high"];
  const LEAST = 0.35; // per cent of the strip: a rule of days stays visible

  // Tenures by date -> spans; neighbours with the same holder, title, name and standing are one span.
  function spansFrom(features) {
    const spans = [];
    for (const feature of features) {
      const last = spans[spans.length - 1];
      if (last && last.end === feature.start && alike(last.features[last.features.length - 1], feature)) {
        last.end = feature.end;
        last.features.push(feature);
        last.certainty = LEVELS[Math.min(LEVELS.indexOf(last.certainty), LEVELS.indexOf(feature.certainty))] || feature.certainty;
        continue;
      }
      spans.push({ start: feature.start, end: feature.end, features: [feature], feature, certainty: feature.certainty });
    }
    return spans;
  }

  function alike(a, b) {
    const same = ["polity", "controller_key", "sovereign_key", "status"].every((key) => (a[key] || "") === (b[key] || ""));
    return same && a.names.en === b.names.en;
  }

  // Place of a day on the strip in per cent; the strip runs over whole years, first and last included.
  function shareOf(day, [first, last]) {
    const from = time.ordinal(time.make(time.yearOf(first), 1, 1));
    const to = time.ordinal(time.make(time.yearOf(last) + 1, 1, 1));
    const at = day >= time.OPEN ? to : time.ordinal(day);
    return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)));
  }

  function kilometres([lon, lat], [lon2, lat2]) {
    const rad = Math.PI / 180;
    const h = Math.sin(((lat2 - lat) * rad) / 2) ** 2
      + Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
    return 12742 * Math.asin(Math.sqrt(h));
  }

  function townNear(towns, lon, lat, reach = NEAR_KM) {
    let best = null;
    for (const town of towns) {
      const away = kilometres([lon, lat], town.point);
      if (away <= reach && (!best || away < best.away)) best = { town, away };
    }
    return best;
  }

  // Tenures of a point by date; a harbour that falls into the drawn sea takes the land beside it.
  function tenuresAt(model, lon, lat, reach = RINGS) {
    let found = model.at(lon, lat);
    for (const radius of reach) {
      for (let turn = 0; turn < 8 && !found.length; turn += 1) {
        const angle = (turn * Math.PI) / 4;
        found = model.at(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
      }
    }
    return found;
  }

  const yearsOf = (app) => app.payload.span.map((year) => time.make(year, 1, 1));
  const firstDay = (app, span) => Math.max(span.start, yearsOf(app)[0]);

  function describe(app, span) {
    const { feature } = span;
    const day = firstDay(app, span);
    const polity = (key) => (key ? app.polity(key, day) : "");
    const holder = polity(feature.polity);
    const decides = feature.controller_key !== feature.polity ? polity(feature.controller_key) : "";
    const owner = feature.sovereign_key && feature.sovereign_key !== feature.polity ? polity(feature.sovereign_key) : "";
    return { name: app.name(feature), holder, decides, owner };
  }

  const begins = (app, span) => time.formatPeriod({ ...span.feature, end: time.OPEN }, app.store.state.lang).trim();

  function periodOf(app, span) {
    const last = span.features[span.features.length - 1];
    return time.formatPeriod(
      { start: span.start, end: span.end, start_edtf: span.feature.start_edtf, end_edtf: last.end_edtf }, app.store.state.lang,
    );
  }

  // "url(#id)" of the map's own pattern as a tile in `defs`, made at its first use.
  function patternUrl(defs, prefix, kind, colour) {
    const id = `${prefix}-${kind}-${colour.replace("#", "")}`;
    if (![...defs.children].some((one) => one.id === id)) {
      const tile = patterns.tile(kind, colour, 2);
      const box = { width: tile.width / 2, height: tile.height / 2 };
      defs.append(svg("pattern", { id, ...box, patternUnits: "userSpaceOnUse" }, [svg("image", { ...box, href: tile.toDataURL() })]));
    }
    return `url(#${id})`;
  }

  // The coloured strip: a pointer's way to a date. Its rows in the panel are the same for keys and readers.
  function strip(app, spans, height, run) {
    const { payload } = app;
    const years = yearsOf(app);
    const defs = svg("defs");
    const prefix = `held-${(strip.count = (strip.count || 0) + 1)}`;
    const x = (day) => shareOf(day, years);
    const top = 1;
    const lane = height - 2;
    const bars = spans.map((span) => {
      const style = look.landStyle(span.feature, "control", payload.polities);
      const polity = look.polityOf(payload.polities, style.owner);
      const from = x(span.start);
      const wide = Math.max(LEAST, x(span.end) - from);
      const box = { x: `${Math.min(from, 100 - wide)}%`, width: `${wide}%`, y: top, height: lane };
      const said = describe(app, span);
      return svg("g", { class: "held-span", "data-id": span.feature.id, on: { click: () => run(span) } }, [
        svg("title", { text: `${periodOf(app, span)}: ${said.name}` }),
        svg("rect", { ...box, class: "held-ground" }),
        svg("rect", { ...box, fill: polity.fill, "fill-opacity": look.FILL_OPACITY }),
        style.pattern
          ? svg("rect", { ...box, opacity: 0.7, fill: patternUrl(defs, prefix, style.pattern, look.polityOf(payload.polities, style.tint).stroke) })
          : null,
      ]);
    });
    const cuts = spans.slice(1).map((span) => svg("line", { class: "held-cut", x1: `${x(span.start)}%`, x2: `${x(span.start)}%`, y1: top, y2: top + lane }));
    const ticks = [1900, 1920, 1940, 1960, 1980].flatMap((year) => {
      const at = x(time.make(year, 1, 1));
      return [
        svg("line", { class: "held-tick", x1: `${at}%`, x2: `${at}%`, y1: height, y2: height + 4 }),
        svg("text", { class: "held-year", x: `${at}%`, y: height + 15, "text-anchor": at < 1 ? "start" : "middle", text: String(year) }),
      ];
    });
    const now = svg("line", { class: "held-now", y1: 0, y2: height + 3 });
    const made = svg("svg", { class: "held-strip", height: height + 18, width: "100%", "aria-hidden": "true", focusable: "false" }, [defs, ...bars, ...cuts, ...ticks, now]);
    place(app, made);
    return made;
  }

  // The line of the day shown, moved without drawing the strip anew.
  function place(app, made) {
    if (!app.view) return;
    const years = yearsOf(app);
    const at = `${shareOf(app.view.day, years)}%`;
    const now = made.querySelector(".held-now");
    now.setAttribute("x1", at);
    now.setAttribute("x2", at);
  }

  function swatchOf(app, feature) {
    const { polities } = app.payload;
    const style = look.landStyle(feature, "control", polities);
    const polity = look.polityOf(polities, style.owner);
    const tint = style.pattern ? look.polityOf(polities, style.tint).stroke : polity.stroke;
    swatchOf.count = (swatchOf.count || 0) + 1;
    return patterns.swatch(polity.fill, style.pattern, tint, `held-row-${swatchOf.count}`);
  }

  function proof(app, span) {
    const notes = [...new Set(span.features.map((one) => one.note).filter(Boolean))];
    const ids = [...new Set(span.features.flatMap((one) => one.sources || []))];
    if (!notes.length && !ids.length) return null;
    return el("details", { class: "held-proof" }, [
      el("summary", { text: `${app.say("sources")} (${ids.length})` }),
      ...notes.map((text) => el("p", { text })),
      el("ul", {}, ids.map((id) => el("li", { "data-source": id, text: app.payload.sources[id]?.text || id }))),
    ]);
  }

  function row(app, span, go) {
    const said = describe(app, span);
    const facts = [];
    if (said.holder !== said.name) facts.push([app.say("holder"), said.holder]);
    if (said.decides) facts.push([app.say("decides"), said.decides]);
    if (said.owner) facts.push([app.say("sovereign"), said.owner]);
    if (span.feature.status) facts.push([app.say("status"), app.say(`status_${span.feature.status}`)]);
    if (span.certainty) facts.push([app.say("certainty"), app.say(span.certainty)]);
    const line = el("button", { type: "button", class: "held-go", "data-id": span.feature.id, on: { click: () => go(span) } }, [
      swatchOf(app, span.feature),
      el("time", { text: span.start <= yearsOf(app)[0] ? periodOf(app, span) : begins(app, span) }),
      el("b", { text: said.name }),
      ...facts.map(([label, text]) => el("small", {}, [el("span", { class: "held-label", text: `${label}: ` }), el("span", { text })])),
    ]);
    return el("li", { class: "held-row", data: { start: span.start, end: span.end } }, [line, proof(app, span)]);
  }

  const WORDS = {
    held: ["This place", "此地", "Это место"],
    held_who: ["Who held this place", "此地歷來歸屬", "Кому принадлежало это место"],
    held_all: ["Day by day: {n}", "逐日列出：{n}", "По дням: {n}"],
    held_none: ["The atlas tells no holder of this place.", "本圖未載此地歸屬。", "Атлас не знает, кто владел этим местом."],
    held_pick: [
      "Click the map or search for a place: its holders from 1900 to 1991 are listed here, day by day.",
      "點擊地圖或搜尋地名，即列出1900至1991年此地之歷任統治者。",
      "Щёлкните по карте или найдите место: здесь появятся все его владельцы с 1900 по 1991 год.",
    ],
    held_middle: ["The middle of the map", "地圖中心", "Середина карты"],
    held_near: ["{km} km from {place}", "距{place} {km} 公里", "{km} км от: {place}"],
    held_names: ["Names of the town", "歷史地名", "Названия города"],
    held_strip: ["Its holders", "歷任統治者", "Владельцы"],
    held_hint: ["A span or a row goes to its first day.", "點選色段或條目即至其首日。", "Отрезок или строка ведёт к первому дню."],
  };

  const degrees = ([lon, lat]) => `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? "W" : "E"}`;
  const townName = (app, town, day = app.view.day) => {
    const row = app.model.namesOn(town, day) || town.names[town.names.length - 1];
    return row[app.store.state.lang] || row.en;
  };

  function create(app) {
    const { map, model, payload } = app;
    let chosen = null; // {lon, lat, town, away, spans}
    let body = null;
    let stamp = "";
    let pin = null;
    app.addWords(WORDS);

    function choose(lon, lat, town = null) {
      const near = town ? { town, away: 0 } : townNear(payload.base.towns, lon, lat);
      chosen = { lon, lat, town: near && near.town, away: near ? near.away : 0, spans: spansFrom(tenuresAt(model, lon, lat)) };
      return chosen;
    }

    function mark() {
      if (pin) pin.remove();
      pin = null;
      if (!chosen || !chosen.pinned) return;
      pin = L.circleMarker([chosen.lat, chosen.lon], { radius: 11, className: "held-pin", interactive: false, fill: false }).addTo(map);
    }

    const go = (span) => app.state.set({ date: time.iso(firstDay(app, span)) });

    // In the popup, the popup itself goes along: to the feature of that day.
    function goFromPopup(span, [lon, lat]) {
      go(span);
      app.openPopup(span.feature, L.latLng(lat, lon));
    }

    function part(feature, lonlat) {
      if (feature.type === "line" || feature.type === "outline") return null;
      const [lon, lat] = feature.point || lonlat;
      const at = choose(lon, lat);
      mark();
      render();
      if (!at.spans.length) return null;
      const made = el("section", { class: "held held-in-popup" }, [
        el("h3", { text: app.say("held_who") }),
        strip(app, at.spans, 20, (span) => goFromPopup(span, [lon, lat])),
        button("", { class: "held-open", text: app.say("held_all", { n: at.spans.length }), on: () => { show(); app.map.closePopup(); } }),
      ]);
      if (feature.type === "territory") {
        // Before the facts: of all that a popup tells, this is what the click asked.
        queueMicrotask(() => {
          const facts = made.parentNode && made.parentNode.querySelector("dl");
          if (facts) made.parentNode.insertBefore(made, facts);
        });
      }
      return made;
    }

    function heading() {
      if (!chosen.town) return [el("h2", { class: "headline held-title", text: degrees([chosen.lon, chosen.lat]) })];
      const place = townName(app, chosen.town);
      if (chosen.away < 5) return [el("h2", { class: "headline held-title", text: place }), el("p", { class: "counts", text: degrees([chosen.lon, chosen.lat]) })];
      return [
        el("h2", { class: "headline held-title", text: degrees([chosen.lon, chosen.lat]) }),
        el("p", { class: "counts", text: app.say("held_near", { km: Math.round(chosen.away), place }) }),
      ];
    }

    function townNames() {
      if (!chosen.town || (chosen.town.names.length < 2 && !chosen.town.names[0].local)) return null;
      const { lang } = app.store.state;
      const items = chosen.town.names.map((row) => {
        const all = [...new Set([row[lang] || row.en, row.en, row.zh, row.ru, row.local].filter(Boolean))];
        return el("li", { data: { start: row.start, end: row.end } }, [
          el("b", { text: all[0] }), el("span", { class: "held-other", text: all.slice(1).join(" · ") }),
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
        const parts = !chosen ? empty() : [
          ...heading(),
          ...(spans.length
            ? [
              strip(app, spans, 30, go),
              el("p", { class: "held-hint", text: app.say("held_hint") }),
              el("section", {}, [el("h3", { text: app.say("held_strip") }), el("ol", { class: "held-rows" }, spans.map((span) => row(app, span, go)))]),
            ]
            : [el("p", { class: "held-hint", text: app.say("held_none") })]),
          townNames(),
        ];
        body.replaceChildren(...parts.filter(Boolean));
      } else if (chosen) {
        body.querySelectorAll(".held-title, .held-title + .counts").forEach((old) => old.remove());
        body.prepend(...heading());
      }
      current();
    }

    // Rows of the day shown, for eyes and for screen readers.
    function current() {
      const { day } = app.view;
      body.querySelectorAll("li[data-start]").forEach((item) => {
        const now = Number(item.dataset.start) <= day && day < Number(item.dataset.end);
        const target = item.querySelector("button") || item;
        if (now) target.setAttribute("aria-current", "true");
        else target.removeAttribute("aria-current");
      });
    }

    function show() {
      app.showPanel("held");
      if (dom.narrow()) app.showSheet(true);
    }

    // Opens the strip of a point or a town; the town keeps its own names. Used by the search too.
    app.showHistory = ({ lon, lat, town = null }) => {
      choose(lon, lat, town);
      chosen.pinned = true;
      mark();
      show();
      render();
    };

    app.registerPanel({ id: "held", label: "held", order: 10, mount: (room) => { body = room; }, update: render });
    app.addPopupPart(part);
    // A click where the land's layer is off, or beside a drawn coast, still tells who held it.
    app.onMapClick(({ lat, lon, hit, event }) => {
      if (hit) return false;
      const held = tenuresAt(model, lon, lat, [0.03]).find((one) => one.start <= app.view.day && app.view.day < one.end);
      if (!held) return false;
      app.openPopup(held, event.latlng);
      return true;
    });
    app.onView(() => document.querySelectorAll(".held-strip").forEach((one) => place(app, one)));
  }

  return {
    NEAR_KM, create, spansFrom, alike, shareOf, kilometres, townNear, tenuresAt, describe, periodOf, townName, degrees,
  };
})();
if (typeof window !== "undefined" && window.Atlas) AtlasHistory.create(window.Atlas);
if (typeof module === "object") module.exports = AtlasHistory;
