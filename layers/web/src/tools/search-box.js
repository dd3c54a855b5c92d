// The search's drawer: a field, the results under it in groups, and what choosing one does to the map.
import { dayOf, find } from "../core/find.js";
import { findable } from "../core/findable.js";
import { nameOn } from "../core/names.js";
import * as time from "../core/time.js";
import { button, el, narrow } from "../dom.js";
import { townName } from "./holders.js";

const ICON = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.4 15.4L20.5 20.5";
const EXAMPLES = ["Лахасусу", "同江", "Dalny", "Khalkhin Gol", "20 August 1945"];
const CLOSE_UP = { place: 6.5, island: 10, clash: 5.5 }; // zooms of a place, an islet and a happening

// "1931–1945"; open ends are left out.
export function years({ start, end }, [first, last]) {
  const from = time.yearOf(start);
  const to = end >= time.OPEN ? last : time.yearOf(time.addDays(end, -1));
  if (from < first) return end >= time.OPEN ? "" : `–${to}`;
  if (end >= time.OPEN) return `${from}–`;
  return from === to ? String(from) : `${from}–${to}`;
}

const inLanguage = (names, lang) => names[lang] || names.en || names.local;
const during = (features, day) => features.filter((one) => one.start <= day && day < one.end);

// What a result says of itself, in the page's language: {title, more, when}.
export function describe(app, { entry, text }) {
  const { lang } = app.store.state;
  if (entry.kind === "date") return { title: time.formatText(entry.date, lang), more: "", when: "" };
  const feature = entry.features?.[0];
  const place = entry.town || entry.water;
  const row = text.row || (place && nameOn(place.names, app.view.day));
  const title = row ? inLanguage(row, lang) : app.name(feature);
  const more = [];
  if (text.said !== title) more.push(text.said);
  if (entry.town) {
    const today = townName(app, entry.town);
    if (today !== title && !more.includes(today)) more.push(today);
  }
  const happened = entry.kind === "clash" || entry.kind === "event";
  if (happened && !more.length) more.push((lang !== "en" && feature[`place_${lang}`]) || feature.place);
  return { title, more: more.filter(Boolean).join(" · "), when: whenOf(app, entry, text.row, lang) };
}

function whenOf(app, entry, row, lang) {
  const { span } = app.payload;
  if (row) return years(row, span);
  if (entry.kind === "place") return "";
  if (entry.kind !== "land" && entry.kind !== "rail") return time.formatStart(entry.features[0], lang);
  return years({ start: entry.start, end: Math.max(...entry.features.map((one) => one.end)) }, span);
}

// The map goes where a result is, and to a day on which it is there.
class Destination {
  constructor(app) {
    this.app = app;
  }

  choose(result) {
    const { app } = this;
    const { entry } = result;
    const day = entry.kind === "date" ? null : dayOf(result, app.view.day, app.payload.span);
    const date = day === null ? entry.date : time.iso(day);
    app.closeTool();
    if (date) app.state.set({ date });
    if (entry.kind === "date") return;
    if (entry.water) this.water(entry.water);
    else if (entry.town) this.place(entry.town);
    else if (entry.kind === "polity") this.polity(entry.lands);
    else if (entry.kind === "rail" || entry.kind === "land") this.stretch(entry);
    else this.happening(entry.features[0]);
  }

  place(town) {
    const { app } = this;
    const [lon, lat] = town.point;
    const zoom = Math.max(app.map.getZoom(), CLOSE_UP.place);
    app.showHistory({ lon, lat, town, zoom });
    if (zoom === app.map.getZoom() && !narrow()) app.flyTo({ lon, lat });
  }

  // An island is a place like a town; a river or lake is shown whole, its names where it lies.
  water(water) {
    const { app } = this;
    const [lon, lat] = water.point;
    app.map.closePopup();
    if (water.kind === "island") {
      app.showHistory({ lon, lat, town: water, zoom: CLOSE_UP.island });
      return;
    }
    app.fitTo(water.box);
    const [names] = water.names;
    const title = inLanguage(names, app.store.state.lang);
    const others = [names.en, names.zh, names.ru].filter((name) => name && name !== title);
    const content = el("article", { class: "facts" }, [
      el("h2", { text: title }),
      el("p", { class: "period", text: others.join(" · ") }),
    ]);
    L.popup({ className: "atlas-popup", minWidth: 160 }).setLatLng([lat, lon]).setContent(content).openOn(app.map);
  }

  polity(lands) {
    const { app } = this;
    const now = during(lands, app.view.day);
    const shown = now.length ? now : lands.slice(0, 1);
    if (!now.length) {
      const first = time.make(app.payload.span[0], 1, 1);
      app.state.set({ date: time.iso(Math.max(shown[0].start, first)) });
    }
    this.fit(shown);
    const largest = [...shown].sort((a, b) => (b.area || 0) - (a.area || 0))[0];
    app.select(largest.id, { fly: false, day: false });
  }

  // A land of that name, or the stretches of a railway that are there.
  stretch({ kind, features }) {
    const now = during(features, this.app.view.day);
    const feature = now[0] || features[0];
    this.fit(kind === "rail" ? now : [feature]);
    this.app.select(feature.id, { fly: false, day: false });
  }

  happening(feature) {
    const { map, model } = this.app;
    const [lon, lat] = model.placeOf(feature);
    map.setView([lat, lon], Math.max(map.getZoom(), CLOSE_UP.clash), { animate: false });
    this.app.openPopup(feature);
  }

  fit(features) {
    if (!features.length) return;
    const boxes = features.map((one) => this.app.model.boxOf(one));
    this.app.fitTo([0, 1, 2, 3].map((side) => Math[side < 2 ? "min" : "max"](...boxes.map((box) => box[side]))));
  }
}

class SearchBox {
  constructor(app) {
    this.app = app;
    this.destination = new Destination(app);
    this.index = null;
    this.last = ""; // what was asked when the drawer closed
    app.registerTool({ id: "search", label: "search", icon: ICON, order: 10, open: (body) => this.open(body) });
    const open = () => {
      if (app.state.get().embed !== "1") app.openSearch();
    };
    for (const shift of [false, true]) app.registerKey("/", open, { shift });
  }

  // The index is made at the first opening.
  open(body) {
    this.index ||= findable(this.app.model);
    this.list = el("div", {
      class: "found",
      id: "atlas-found",
      role: "listbox",
      "aria-label": this.app.say("search_results"),
    });
    this.about = el("div", { class: "found-about" });
    this.count = el("p", { class: "unseen", role: "status" });
    this.input = this.field();
    body.append(this.input, this.count, this.list, this.about);
    this.render();
    this.input.focus({ preventScroll: true });
    this.input.select();
  }

  field() {
    return el("input", {
      type: "text",
      class: "ask",
      id: "atlas-ask",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "atlas-found",
      "aria-autocomplete": "list",
      "aria-label": this.app.say("search"),
      placeholder: this.app.say("search_ask"),
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      prop: { value: this.last },
      on: { input: () => this.ask(this.input.value), keydown: (event) => this.key(event) },
    });
  }

  ask(text) {
    this.last = text;
    this.render();
  }

  move(to) {
    const { options } = this;
    if (!options.length) return;
    this.at = (to + options.length) % options.length;
    for (const [i, { item }] of options.entries()) item.setAttribute("aria-selected", String(i === this.at));
    const { item } = options[this.at];
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const { at, options } = this;
    if (event.key === "ArrowDown") this.move(at + 1);
    else if (event.key === "ArrowUp") this.move(at < 0 ? options.length - 1 : at - 1);
    else if (event.key === "Enter" && options.length && !event.isComposing)
      this.destination.choose(options[Math.max(at, 0)].result);
    else return;
    event.preventDefault();
  }

  option(result) {
    const said = describe(this.app, result);
    const item = el(
      "div",
      {
        class: "found-one",
        role: "option",
        id: `atlas-found-${this.options.length}`,
        "aria-selected": "false",
        data: { kind: result.entry.kind, id: result.entry.id },
        on: { click: () => this.destination.choose(result) },
      },
      [
        el("span", { class: "found-name", text: said.title }),
        el("time", { text: said.when }),
        said.more ? el("small", { text: said.more }) : null,
      ],
    );
    this.options.push({ item, result });
    return item;
  }

  group({ kind, results, total }) {
    const some = total > results.length ? ` · ${results.length}/${total}` : "";
    const title = `${this.app.say(`search_${kind}`)}${some}`;
    return el("div", { role: "group", "aria-label": title, class: "found-group" }, [
      el("div", { class: "found-kind", "aria-hidden": "true", text: title }),
      ...results.map((result) => this.option(result)),
    ]);
  }

  render() {
    const { app, input } = this;
    this.options = [];
    this.at = -1;
    input.removeAttribute("aria-activedescendant");
    const groups = find(this.index, input.value, { day: app.view.day, span: app.payload.span });
    this.list.replaceChildren(...groups.map((group) => this.group(group)));
    this.list.hidden = !groups.length;
    input.setAttribute("aria-expanded", String(groups.length > 0));
    const asked = this.index.fold(input.value);
    this.count.textContent = asked ? app.say("search_found", { n: this.options.length }) : "";
    if (groups.length) this.about.replaceChildren();
    else if (asked) this.about.replaceChildren(el("p", { text: app.say("search_none", { text: input.value.trim() }) }));
    else this.about.replaceChildren(...this.hints());
    this.move(0);
  }

  hints() {
    const tries = EXAMPLES.map((text) => button("", { text, class: "found-try", on: () => this.tryOne(text) }));
    return [el("p", { text: this.app.say("search_hint") }), el("p", {}, tries)];
  }

  tryOne(text) {
    this.input.value = text;
    this.input.focus();
    this.ask(text);
  }
}

export const create = (app) => new SearchBox(app);
