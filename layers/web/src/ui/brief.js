// The year in brief: headline, counts, and what changed from whom to whom; a run of districts unfolds, railways come last.
import { nameOn } from "../core/names.js";
import { polityOf } from "../core/polities.js";
import * as time from "../core/time.js";
import { passed, within } from "../core/years.js";
import { button, el } from "../dom.js";
import * as facts from "./facts.js";

const FIRST = 7; // lines of a section before "more"
const BEGUN = { open: "opened", construction: "construction", closed: "closed", dismantled: "dismantled" };
const BEFORE = { construction: "rail_under", closed: "rail_shut" };

const headlineOf = (found, lang) => found.headline[{ en: 0, zh: 1, ru: 2 }[lang]] || "";

const join = (app, listed) => listed.filter(Boolean).join(app.store.state.lang === "zh" ? "、" : ", ");

function km2(app, area) {
  return area ? app.say("square_km", { n: area < 1 ? area : facts.number(area, app.store.state.lang) }) : "";
}

// What each side of a change is called on a day; of a railway the side after says what was done.
const SIDES = {
  hands(app, [polity, controller = polity], day) {
    const [name, other] = [app.polity(polity, day), app.polity(controller, day)];
    return name === other ? name : app.say("under", { polity: name, controller: other });
  },
  standing: (app, [sovereign, status], day) =>
    join(app, [sovereign && app.polity(sovereign, day), status && app.say(`status_${status}`)]),
  rail(app, [status, operator, owner, gauge], _, after) {
    const word = status && (after ? BEGUN : BEFORE)[status];
    const title = (key) => {
      const named = app.payload.operators[key]?.title;
      return named ? named[app.store.state.lang] || named.en : key;
    };
    return join(app, [
      word && app.say(word),
      operator && title(operator),
      owner && app.say("owned_by", { owner: title(owner) }),
      gauge && `${facts.number(gauge, app.store.state.lang)} mm`,
    ]);
  },
};

function sideOf(app, kind, side, day, after) {
  if (!side.length) return kind === "rail" ? "" : app.say("nobody");
  return SIDES[kind](app, side, day, after);
}

// A side's name behind the colour of its polity: a border of the text, so that no line breaks between the two.
function sideNode(app, kind, side, text) {
  if (!text) return null;
  const name = el("b", { text });
  const { fill } = polityOf(app.payload.polities, side[0]);
  if (kind !== "rail" && app.payload.polities[side[0]]) name.style.borderLeft = `10px solid ${fill}`;
  return el("span", { class: "side" }, [name]);
}

// "From → to", each with its swatch; what had no "from" says only what it is now.
function passing(app, kind, { before, after, parts }) {
  const first = sideOf(app, kind, before, time.addDays(parts[0].date, -1), false);
  const last = sideOf(app, kind, after, parts[parts.length - 1].date, true);
  const arrow = first && last ? el("span", { class: "to", text: " → " }) : null;
  return el("span", { class: "pass" }, [sideNode(app, kind, before, first), arrow, sideNode(app, kind, after, last)]);
}

const placeOf = (feature, lang) => (lang === "en" ? "" : feature[`place_${lang}`]) || feature.place || feature.segment;

// A part in words: its name, and its chief towns as they were called, its stretch or its place.
function named(app, { feature, date, towns = [] }) {
  const { lang } = app.store.state;
  const names = towns.map((town) => nameOn(town.names, date)).map((row) => row?.[lang] || row?.en);
  const place = names.length ? join(app, names) : placeOf(feature, lang);
  return { name: app.name(feature), place: place || "" };
}

const shortOf = ({ date, words }, lang) => time.formatShort(date, lang, words) || String(time.yearOf(date));

// The days of a run, each "c." if it isn't known to the day.
function daysOf(app, parts) {
  const { lang } = app.store.state;
  const ends = [parts[0], parts[parts.length - 1]].map(({ date, words }) => {
    const day = time.formatShort(date, lang);
    return words ? app.say("about_day", { day }) : day;
  });
  return ends[0] === ends[1] ? ends[0] : ends.join(" – ");
}

function line({ id, when, what, more, on, ...rest }) {
  const made = button("", { text: " ", class: "line", "data-id": id, on, ...rest });
  made.querySelector("span").replaceChildren(...[what].flat());
  made.prepend(el("time", { text: when }));
  if (more) made.append(el("small", { text: more }));
  return made;
}

function go(app, id) {
  app.select(id, { fly: true, day: true });
  app.showSheet(false);
}

// One feature of the year: a press goes to it and to its day. A land that is called like its holder is named once.
function partLine(app, part, what = null) {
  const { name, place } = named(app, part);
  const own = what && what.lastChild.textContent.trim() !== name ? name : "";
  const more = [own, place, km2(app, part.area)];
  return line({
    id: part.feature.id,
    when: shortOf(part, app.store.state.lang),
    what: what || name,
    more: more.filter(Boolean).join(" · "),
    on: () => go(app, part.feature.id),
  });
}

// One change: of one part as such, of several a line that unfolds.
function changeItem(app, kind, change) {
  const { parts, area } = change;
  if (parts.length === 1) return el("li", {}, [partLine(app, parts[0], passing(app, kind, change))]);
  const list = el("ul", { class: "parts", hidden: true });
  const count = app.say(kind === "rail" ? "n_stretches" : "n_lands", { n: parts.length });
  const made = line({
    when: daysOf(app, parts),
    what: passing(app, kind, change),
    more: [count, km2(app, area)].filter(Boolean).join(" · "),
    "aria-expanded": "false",
    on: () => {
      if (!list.children.length) list.append(...parts.map((part) => el("li", {}, [partLine(app, part)])));
      list.hidden = !list.hidden;
      made.setAttribute("aria-expanded", String(!list.hidden));
    },
  });
  return el("li", {}, [made, list]);
}

function section(app, key, title, items) {
  const parts = [el("h3", { text: title }), el("ul", {}, items)];
  if (items.length > FIRST + 1) {
    const rest = items.slice(FIRST);
    const fold = (folded) => {
      for (const item of rest) item.hidden = folded;
    };
    fold(true);
    const more = button("", {
      text: app.say("more", { n: rest.length }),
      class: "more",
      "aria-expanded": "false",
      on: () => {
        const opened = rest[0].hidden;
        fold(!opened);
        more.setAttribute("aria-expanded", String(opened));
        more.querySelector("span").textContent = opened ? app.say("fewer") : app.say("more", { n: rest.length });
      },
    });
    parts.push(more);
  }
  return el("section", { class: `brief-${key}` }, parts);
}

function sections(app, found) {
  const titled = (title, kind) =>
    `${app.say(title)}${found[kind].some((one) => one.before.length) ? app.say("before_after") : ""}`;
  const changes = (kind) => found[kind].map((change) => changeItem(app, kind, change));
  const happened = (kind) => found[kind].map((part) => el("li", {}, [partLine(app, part)]));
  return [
    ["hands", titled("changes", "hands"), changes("hands")],
    ["standing", titled("standing_changes", "standing"), changes("standing")],
    ["clashes", app.say("clashes"), happened("clashes")],
    ["events", app.say("events"), happened("events")],
    ["rail", titled("rail", "rail"), changes("rail")],
  ]
    .filter(([, , items]) => items.length)
    .map((one) => section(app, ...one));
}

// What a year counts, nothing that it has none of.
export function countsOf(app, found) {
  const { lands, area } = passed(found);
  const hands = { n: found.hands.length, lands, area: facts.number(area, app.store.state.lang) };
  return [
    hands.n ? app.say("n_changes", { n: hands.n }) + app.say("of_lands", hands) : "",
    ...[
      ["n_standing", found.standing],
      ["n_rail", found.rail],
      ["n_clashes", found.clashes],
      ["n_events", found.events],
    ].map(([key, list]) => (list.length ? app.say(key, { n: list.length }) : "")),
  ].filter(Boolean);
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

// What is still to come that year, folded: nothing later than the day is in sight unasked.
function laterPart(app, found, headline) {
  const counts = countsOf(app, found).join(" · ");
  if (!counts) return null;
  const made = el("details", { class: "later" }, [
    el("summary", { text: app.say("later_this_year", { year: time.yearOf(app.view.day) }) }),
  ]);
  made.addEventListener("toggle", () => {
    if (!made.open || made.children.length > 1) return;
    made.append(...paragraph("headline", headline), ...paragraph("counts", counts), ...sections(app, found));
  });
  return made;
}

const paragraph = (name, text) => (text ? [el("p", { class: name, text })] : []);

// What is shown of its year, in words; the year's headline once the day shown has all of it.
export function headingOf(app) {
  const { window, day, state } = app.view;
  const { date, lang } = state;
  const year = time.yearOf(day);
  const whole = app.model.years.year(year);
  const all = date.length === 4;
  const come = all || !countsOf(app, within(whole, window[1], time.OPEN)).length;
  const title = all ? app.say("brief_of", { year }) : app.say("brief_to", { year, date: time.formatText(date, lang) });
  return { title, headline: come ? headlineOf(whole, lang) : "" };
}

// A whole year is told at once; up to a day it is parted into what has come and what is later.
export function brief(app, body) {
  const { view } = app;
  const whole = app.model.years.year(time.yearOf(view.day));
  const all = view.state.date.length === 4;
  const found = all ? whole : within(whole, 0, view.window[1]);
  const quiet = !found.hands.length && !found.clashes.length;
  const { title, headline } = headingOf(app);
  const later = all
    ? null
    : laterPart(app, within(whole, view.window[1], time.OPEN), headlineOf(whole, view.state.lang));
  body.replaceChildren(
    el("h2", { class: "brief-title", text: title }),
    ...paragraph("headline", headline),
    ...paragraph("counts", countsOf(app, found).join(" · ")),
    ...(quiet ? paragraph("counts", app.say(all ? "quiet" : "quiet_so_far")) : []),
    ...sections(app, found),
    ...(quiet ? [stillHeld(app)] : []),
    ...(later ? [later] : []),
  );
}
