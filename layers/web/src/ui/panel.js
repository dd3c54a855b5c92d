// The column at the right (a sheet on phones): the year in brief, and tabs of panels that are registered.
import * as time from "../core/time.js";
import { button, byId, el } from "../dom.js";
import { short } from "../map/labels.js";
import * as facts from "./facts.js";
import { Tabs } from "./tabs.js";

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

// In a quiet year: who held the lands of the frontier.
function stillHeld(app) {
  const { model, view } = app;
  const items = model.layers
    .filter((layer) => layer.kind === "territory" && !layer.around)
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

// The panel beside the map, a sheet on a phone: a handle, the tabs, and the year in brief as the first of them.
class Panel {
  constructor(app) {
    this.app = app;
    this.root = byId("atlas-panel");
    this.room = el("div", { class: "panel-room" });
    this.tabs = new Tabs(app, this.room);
    this.handle = button("", {
      text: " ",
      class: "handle",
      "aria-expanded": "false",
      on: () => this.unfold(!this.root.classList.contains("open")),
    });
    this.root.append(this.handle, this.tabs.list, this.room);
    this.addBrief();
  }

  register(panel) {
    this.tabs.add(panel);
  }

  show(id) {
    this.tabs.show(id);
  }

  unfold(on) {
    this.root.classList.toggle("open", on);
    this.handle.setAttribute("aria-expanded", String(on));
    if (on) this.tabs.show(this.tabs.shown);
  }

  addBrief() {
    let body = null;
    let stamp = "";
    this.register({
      id: "brief",
      label: "brief",
      order: 0,
      mount: (made) => {
        body = made;
      },
      update: (view) => {
        const next = `${time.yearOf(view.day)}|${view.state.lang}`;
        if (next === stamp) return;
        stamp = next;
        brief(this.app, body);
        this.room.scrollTop = 0;
      },
    });
  }

  rest(view) {
    this.nameHandle(view);
    // A closed sheet is brought up to date when it opens.
    if (this.room.offsetParent) this.tabs.update(view);
  }

  nameHandle(view) {
    const { app, handle, root } = this;
    const top = topOf(app.model.year(time.yearOf(view.day)));
    handle.querySelector("span").textContent = top ? short(app.name(top)) : app.say("brief");
    const does = app.say(root.classList.contains("open") ? "hide_brief" : "show_brief");
    handle.setAttribute("aria-label", `${does}: ${handle.textContent}`);
  }
}

export const create = (app) => new Panel(app);
