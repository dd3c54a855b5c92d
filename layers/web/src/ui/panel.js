// The column at the right (a sheet on phones): the year in brief, and tabs of panels that are registered.
import * as time from "../core/time.js";
import { button, byId, el } from "../dom.js";
import { short } from "../map/labels.js";
import * as facts from "./facts.js";

const FIRST = 7; // lines of a section before "more"

// Kinds of events that decide something stand over those that merely happen; a bloody clash over most.
const DECIDES = {
  foundation: 10,
  annexation: 10,
  dissolution: 10,
  revolution: 9,
  war: 9,
  treaty: 7,
  handover: 6,
  split: 6,
  coup: 6,
  declaration: 4,
  exodus: 4,
};

const SOUTH = 34; // degrees: what happened south of the frontier tops a year only if little else did

function weightOf(feature) {
  return frontierWeight(feature) - (feature.point && feature.point[1] < SOUTH ? 8 : 0);
}

function frontierWeight(feature) {
  if (feature.type === "event")
    return (feature.importance === 1 ? 10 : feature.importance === 2 ? 4 : 0) + (DECIDES[feature.kind] || 2);
  return (
    5 * Math.log10(1 + (feature.killed_max || 1)) + (feature.kind === "war" || feature.kind === "campaign" ? 4 : 0)
  );
}

// What tops a year: its weightiest event or clash, else its largest change of hands.
export function topOf({ events, clashes, hands }) {
  const happened = [...events, ...clashes]
    .map((one) => one.feature)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.start - b.start);
  if (happened.length) return happened[0];
  const [hand] = [...hands].sort((a, b) => b.area - a.area);
  return hand ? hand.feature : null;
}

function railText(app, { feature, before, features }) {
  const { say, store } = app;
  const parts = [];
  if (["construction", "closed", "dismantled"].includes(feature.status)) parts.push(say(feature.status));
  else if (!before || before.status === "construction") parts.push(say("opened"));
  if (before) {
    if (before.operator !== feature.operator && feature.operator)
      parts.push(say("now_run_by", { operator: feature.operator }));
    else if (before.owner !== feature.owner && feature.owner) parts.push(say("owner_now", { owner: feature.owner }));
    if (before.gauge_mm !== feature.gauge_mm && feature.gauge_mm)
      parts.push(say("gauge_now", { gauge: facts.number(feature.gauge_mm, store.state.lang) }));
  }
  const stretch = features.length === 1 && feature.segment ? feature.segment : "";
  return [stretch, parts.join(", ")].filter(Boolean).join(": ");
}

function sections(app, record) {
  const { say, store } = app;
  const { lang } = store.state;
  const land = (entry) => ({
    entry,
    text: app.name(entry.feature),
    more: [
      townsOf(app, entry),
      entry.before && entry.before.names.en !== entry.feature.names.en ? `← ${app.name(entry.before)}` : "",
      entry.area >= 1 ? `${facts.number(entry.area, lang)} km²` : "",
    ]
      .filter(Boolean)
      .join(" · "),
  });
  const happening = (entry) => ({ entry, text: app.name(entry.feature), more: placeOf(entry.feature, lang) });
  return [
    ["hands", say("changes"), record.hands.map(land)],
    ["standing", say("standing_changes"), record.standing.map(land)],
    [
      "rail",
      say("rail"),
      record.rail.map((entry) => ({ entry, text: app.name(entry.feature), more: railText(app, entry) })),
    ],
    ["clashes", say("clashes"), record.clashes.map(happening)],
    ["events", say("events"), record.events.map(happening)],
  ].filter(([, , lines]) => lines.length);
}

// Names of the day of a few towns in the lands of an entry.
function townsOf(app, { date, features }) {
  const { model } = app;
  const { lang } = app.store.state;
  const towns = features
    .flatMap((feature) => model.townsIn(feature))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3);
  const names = towns
    .map((town) => model.namesOn(town, date))
    .filter(Boolean)
    .map((names) => names[lang] || names.en);
  return names.join(lang === "zh" ? "、" : ", ");
}

const placeOf = (feature, lang) => (lang === "en" ? "" : feature[`place_${lang}`]) || feature.place || "";

function line(app, { entry, text, more }) {
  const { feature } = entry;
  const { lang } = app.store.state;
  const made = button("", {
    text,
    class: "line",
    "data-id": feature.id,
    on: () => {
      app.select(feature.id, { fly: true, day: true });
      app.showSheet(false);
    },
  });
  made.prepend(
    el("time", {
      datetime: time.iso(feature.start),
      text: time.formatShort(feature.start, lang, feature.start_words),
    }),
  );
  if (more) made.append(el("small", { text: more }));
  return el("li", {}, [made]);
}

function section(app, [key, title, lines]) {
  const list = el(
    "ul",
    {},
    lines.map((one) => line(app, one)),
  );
  const parts = [el("h3", { text: title }), list];
  if (lines.length > FIRST + 1) {
    const rest = [...list.children].slice(FIRST);
    rest.forEach((item) => {
      item.hidden = true;
    });
    const more = button("", {
      text: app.say("more", { n: rest.length }),
      class: "more",
      "aria-expanded": "false",
      on: () => {
        const opened = rest[0].hidden;
        rest.forEach((item) => {
          item.hidden = !opened;
        });
        more.setAttribute("aria-expanded", String(opened));
        more.querySelector("span").textContent = opened ? app.say("fewer") : app.say("more", { n: rest.length });
      },
    });
    parts.push(more);
  }
  return el("section", { class: `brief-${key}` }, parts);
}

// In a quiet year: who held the four regions.
function stillHeld(app) {
  const { model, view } = app;
  const items = model.layers
    .filter((layer) => layer.group === "Territories")
    .map((layer) => {
      const largest = model.features[layer.key]
        .filter((feature) => feature.start <= view.day && view.day < feature.end)
        .sort((a, b) => (b.area || 0) - (a.area || 0))[0];
      return largest
        ? el("li", {}, [
            el("b", { text: layer.title[view.state.lang] || layer.title.en }),
            el("span", { text: ` ${app.name(largest)}` }),
          ])
        : null;
    });
  return el("section", { class: "brief-still" }, [
    el("h3", { text: app.say("still_held") }),
    el("ul", {}, items.filter(Boolean)),
  ]);
}

function brief(app, body) {
  const { say, view, model } = app;
  const year = time.yearOf(view.day);
  const record = model.year(year);
  const found = sections(app, record);
  const top = topOf(record);
  const counts = [
    ["n_changes", record.hands],
    ["n_rail", record.rail],
    ["n_clashes", record.clashes],
    ["n_events", record.events],
  ]
    .filter(([, list]) => list.length)
    .map(([key, list]) => say(key, { n: list.length }));
  const quiet = !record.hands.length && !record.clashes.length;
  body.replaceChildren(
    el("h2", { class: "brief-title", text: say("brief_of", { year }) }),
    el("p", { class: "headline", text: top ? short(app.name(top)) : say("quiet") }),
    ...(counts.length ? [el("p", { class: "counts", text: counts.join(" · ") })] : []),
    ...(quiet && top ? [el("p", { class: "counts", text: say("quiet") })] : []),
    ...found.map((one) => section(app, one)),
    ...(quiet ? [stillHeld(app)] : []),
  );
}

export function create(app) {
  const panel = byId("atlas-panel");
  const handle = button("", {
    text: " ",
    class: "handle",
    "aria-expanded": "false",
    on: () => app.showSheet(!panel.classList.contains("open")),
  });
  const tabs = el("div", { class: "tabs", role: "tablist", hidden: true });
  const room = el("div", { class: "panel-room" });
  panel.append(handle, tabs, room);
  const panels = new Map();
  let shown = null;
  let stamp = "";

  app.showSheet = (on) => {
    panel.classList.toggle("open", on);
    handle.setAttribute("aria-expanded", String(on));
    if (on && shown) app.showPanel(shown);
  };

  app.showPanel = (id) => {
    const next = panels.get(id);
    if (!next) return;
    shown = id;
    for (const [key, one] of panels) {
      one.tab.setAttribute("aria-selected", String(key === id));
      one.tab.tabIndex = key === id ? 0 : -1;
      one.body.hidden = key !== id;
    }
    if (app.view && next.panel.update) next.panel.update(app.view);
    room.scrollTop = 0;
  };

  app.registerPanel = (one) => {
    const body = el("div", {
      class: `panel-body panel-${one.id}`,
      role: "tabpanel",
      id: `atlas-panel-${one.id}`,
      hidden: true,
      tabindex: "-1",
    });
    const tab = button("", {
      text: app.say(one.label),
      role: "tab",
      class: "tab",
      "aria-controls": body.id,
      on: () => app.showPanel(one.id),
    });
    tab.querySelector("span").dataset.say = one.label;
    const order = one.order ?? 50;
    const next = [...panels.values()].filter((other) => other.order > order).sort((a, b) => a.order - b.order)[0];
    tabs.insertBefore(tab, next ? next.tab : null);
    room.append(body);
    panels.set(one.id, { panel: one, body, tab, order });
    tabs.hidden = panels.size < 2;
    if (one.mount) one.mount(body);
    if (!shown) app.showPanel(one.id);
  };

  tabs.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const all = [...tabs.children];
    const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
    next.focus();
    next.click();
  });

  let briefBody = null;
  app.registerPanel({
    id: "brief",
    label: "brief",
    order: 0,
    mount: (body) => {
      briefBody = body;
    },
    update: (view) => {
      const next = `${time.yearOf(view.day)}|${view.state.lang}`;
      if (next === stamp) return;
      stamp = next;
      brief(app, briefBody);
      room.scrollTop = 0;
    },
  });

  return {
    rest(view) {
      const record = app.model.year(time.yearOf(view.day));
      const top = topOf(record);
      handle.querySelector("span").textContent = top ? short(app.name(top)) : app.say("brief");
      handle.setAttribute(
        "aria-label",
        `${app.say(panel.classList.contains("open") ? "hide_brief" : "show_brief")}: ${handle.textContent}`,
      );
      const one = panels.get(shown);
      if (!room.offsetParent) return; // a closed sheet is brought up to date when it opens
      if (one?.panel.update) one.panel.update(view);
    },
  };
}
