// Compare two dates: a second map beside the first, each with its date, and a table of what changed between them.
import { inOrder, otherDate } from "../core/dates.js";
import { Differences } from "../core/difference.js";
import { ownerOf } from "../core/polities.js";
import * as time from "../core/time.js";
import { el, narrow } from "../dom.js";
import * as facts from "../ui/facts.js";
import { CompareForm } from "./compare-form.js";
import { CompareTable } from "./compare-table.js";
import { Twin } from "./second-map.js";

const ICON = "M3.5 5h7v14h-7zM13.5 5h7v14h-7zM12 2.5v19";

class Compare {
  constructor(app) {
    this.app = app;
    this.measures = new Differences(app.model);
    this.second = null; // the second map, while two dates are compared
    this.found = null; // what differs between them
    this.chosen = null; // a row of the table
    this.before = null; // zooms to go back to
    this.stamp = "";
    this.folded = false; // the legend, by us
    this.labels = ["one", "two"].map((which) => el("p", { class: `when-map when-${which}` }, [el("b"), el("span")]));
    this.form = new CompareForm(app, this);
    this.table = new CompareTable(app, (row) => this.choose(row));
    const run = () => this.toggle();
    this.tool = app.registerTool({ id: "compare", label: "compare", icon: ICON, order: 25, run });
    this.tool.setAttribute("aria-pressed", "false");
    app.registerKey("c", run);
    this.addPanel();
    this.listen();
    if (app.store.state.compare) {
      this.dress();
      app.showPanel("compare");
    }
  }

  addPanel() {
    let body = null;
    this.app.registerPanel({
      id: "compare",
      label: "compare",
      order: 30,
      mount: (room) => {
        body = room;
      },
      update: () => {
        this.form.draw(body, this.table.root);
        this.syncForm();
        this.tell();
      },
    });
  }

  listen() {
    const { app } = this;
    app.onView(() => {
      if (this.second) this.dress();
    });
    app.onRest(() => this.tell());
    app.store.subscribe((_, changed) => {
      if (!changed.has("compare")) return;
      this.dress();
      this.tell();
    });
  }

  twin() {
    return this.second;
  }

  differences() {
    return this.found;
  }

  toggle() {
    if (this.app.store.state.compare) this.stop();
    else this.start();
  }

  start() {
    const { map, store, payload } = this.app;
    const zoom = map.getZoom();
    store.set({ compare: otherDate(store.state.date, payload.span) });
    if (!narrow()) map.setZoom(Math.max(map.getMinZoom(), zoom - 0.5), { animate: false });
    this.before = { zoom, now: map.getZoom() };
    this.app.showPanel("compare");
  }

  stop() {
    const { map, store } = this.app;
    const back = this.before && map.getZoom() === this.before.now ? this.before.zoom : null;
    this.before = null;
    store.set({ compare: "" });
    if (back !== null) map.setZoom(back, { animate: false });
    this.tool.focus({ preventScroll: true });
  }

  // The second map comes and goes with the state.
  dress() {
    const { compare } = this.app.store.state;
    if (compare && !this.second) this.open();
    else if (!compare && this.second) this.close();
    if (this.second) {
      this.second.show(compare);
      this.label();
    }
    this.syncForm();
  }

  open() {
    this.second = new Twin(this.app);
    this.app.stage.append(...this.labels);
    this.unfoldLegend(false);
    this.tool.setAttribute("aria-pressed", "true");
  }

  close() {
    this.second.remove();
    this.second = null;
    for (const label of this.labels) label.remove();
    this.unfoldLegend(true);
    this.tool.setAttribute("aria-pressed", "false");
    this.found = null;
    this.stamp = "";
  }

  label() {
    const { date, compare, lang } = this.app.store.state;
    for (const [i, text] of [date, compare].entries()) {
      const day = time.fromText(text);
      const [year, rest] = this.labels[i].children;
      year.textContent = time.yearOf(day);
      rest.textContent = time.formatDayOfYear(day, lang);
    }
  }

  syncForm() {
    this.form.sync(Boolean(this.second));
    this.table.root.hidden = !this.second;
  }

  // Half a map has no room for the legend: it is folded, and comes back if it was open.
  unfoldLegend(on) {
    const head = document.querySelector(".legend-head[aria-expanded]");
    if (!head || (on && !this.folded)) return;
    if (head.getAttribute("aria-expanded") !== String(on)) {
      head.click();
      this.folded = !on;
    }
  }

  tell() {
    this.measure();
    if (!this.found) return;
    const { date, compare } = this.app.store.state;
    this.table.draw(this.found, inOrder(date, compare).map(time.fromText), this.stamp);
    this.nameSheet();
  }

  landsOn(date) {
    const { model, store } = this.app;
    const day = time.fromText(date);
    const shown = model.territories.filter((key) => store.layers().has(key));
    return shown.flatMap((key) => model.schedules[key].within(day));
  }

  measure() {
    if (!this.second) return;
    const { app } = this;
    const { date, compare, color, layers, lang } = app.store.state;
    const stamp = [date, compare, color, layers].join("|");
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    const [then, now] = inOrder(date, compare);
    const owner = (land) => ownerOf(land, color);
    this.found = this.measures.between(this.landsOn(then), this.landsOn(now), owner, app.payload.polities);
    this.chosen = null;
    this.outline();
    const [from, to] = [then, now].map((text) => time.formatDay(time.fromText(text), lang));
    app.announce(app.say("compare_said", { from, to, area: facts.number(this.found.hands, lang) }));
  }

  outline() {
    const one = this.chosen ? this.chosen.arcs : [];
    for (const outlines of this.second?.outlines || []) outlines.show({ ...this.found.outlines, one });
  }

  choose(row) {
    const { app } = this;
    this.chosen = row;
    this.outline();
    const [west, south, east, north] = row.box;
    if (Math.max(east - west, north - south) < 1.5)
      app.flyTo({ lat: (south + north) / 2, lon: (west + east) / 2, zoom: 7.5 });
    else app.fitTo(row.box);
    app.showSheet(false);
  }

  // The folded sheet of a phone says what the table holds.
  nameSheet() {
    const { app } = this;
    const handle = document.querySelector("#atlas-panel .handle span");
    const area = facts.number(this.found.hands, app.store.state.lang);
    if (handle) handle.textContent = app.say("compare_sheet", { area });
  }
}

export const create = (app) => new Compare(app);
