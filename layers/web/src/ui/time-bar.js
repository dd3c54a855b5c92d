// The time control: the year in large figures, play and steps, the slider over its track, the step's length.
import { dateOf, moved, positionOf } from "../core/dates.js";
import * as time from "../core/time.js";
import { button, byId, el, icon } from "../dom.js";
import { DateCard } from "./date-card.js";
import * as histogram from "./histogram.js";

const THUMB = 18;
const PACE = { year: 850, month: 320, day: 120 }; // milliseconds a step while playing
const ICONS = {
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  earlier: "M15 5.5L8.5 12l6.5 6.5",
  later: "M9 5.5l6.5 6.5L9 18.5",
};

class TimeBar {
  constructor(app) {
    this.app = app;
    this.span = app.payload.span;
    this.counts = app.model.years.counts(this.span);
    this.timer = 0; // while playing
    this.step = null;
    this.dark = null;
    this.fill(byId("atlas-bar"));
    new ResizeObserver(() => this.resize()).observe(this.canvas);
  }

  fill(bar) {
    const { app } = this;
    this.year = el("output", { class: "year", for: "atlas-range" });
    this.day = el("span", { class: "when-day" });
    const does = el("span", { class: "unseen", "data-say": "date_type" });
    this.when = el("button", { type: "button", class: "when" }, [this.year, this.day, does]);
    this.card = new DateCard(app, this.when, (wanted) => this.show(wanted));
    this.range = el("input", { type: "range", id: "atlas-range", class: "range", "data-say-label": "year", step: 1 });
    this.canvas = el("canvas", { class: "histogram", "aria-hidden": "true" });
    const decades = el("div", { class: "decades", "aria-hidden": "true" }, histogram.decades(this.span, 2));
    this.play = button("", { class: "play", "data-say-label": "play", icon: ICONS.play, on: () => this.toggle() });
    const arrow = (which, count) =>
      button("", { class: "step", "data-say-label": which, icon: ICONS[which], on: () => this.by(count) });
    this.choice = el(
      "select",
      { class: "step-choice", "data-say-label": "step_by" },
      ["year", "month", "day"].map((step) => el("option", { value: step, "data-say": step })),
    );
    bar.append(
      this.when,
      el("div", { class: "steps" }, [arrow("earlier", -1), this.play, arrow("later", 1)]),
      el("div", { class: "track" }, [this.canvas, this.range, decades]),
      this.choice,
    );
    this.range.addEventListener("input", () => {
      this.stop();
      app.store.set({ date: dateOf(Number(this.range.value), app.store.state.step) });
    });
    this.choice.addEventListener("change", () => app.store.set({ step: this.choice.value }));
  }

  by(count, unit = this.app.store.state.step, note = {}) {
    const { store } = this.app;
    store.set({ date: moved(store.state.date, unit, count, this.span) }, note);
  }

  // What was typed.
  show(wanted) {
    this.stop();
    this.app.store.set(wanted);
  }

  playing() {
    return this.timer !== 0;
  }

  stop() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.dress("play");
  }

  toggle() {
    if (this.timer) {
      this.stop();
      return;
    }
    const { store } = this.app;
    if (this.ended()) store.set({ date: String(this.span[0]) });
    this.dress("pause");
    this.timer = setInterval(() => {
      this.by(1, store.state.step, { fade: true });
      if (this.ended()) this.stop();
    }, PACE[store.state.step]);
  }

  ended() {
    return time.fromText(this.app.store.state.date) >= time.make(this.span[1], 12, 31);
  }

  // What a press of the round button does.
  dress(does) {
    this.play.replaceChildren(icon(ICONS[does]));
    this.play.dataset.sayLabel = does;
    this.play.setAttribute("aria-label", this.app.say(does));
    this.play.title = this.app.say(does);
  }

  resize() {
    histogram.paint(this.canvas, this.counts, this.span, THUMB);
  }

  bounds(step) {
    if (step === this.step) return;
    this.step = step;
    this.range.min = positionOf(time.make(this.span[0], 1, 1), step);
    this.range.max = positionOf(time.make(this.span[1], 12, 31), step);
    this.choice.value = step;
    this.range.dataset.sayLabel = step;
  }

  view({ day: shown, state }) {
    const { day, range, year } = this;
    this.bounds(state.step);
    const value = String(positionOf(shown, state.step));
    if (range.value !== value) range.value = value;
    const figures = String(time.yearOf(shown));
    if (year.value !== figures) year.value = figures;
    const text = time.formatDayOfYear(shown, state.lang);
    if (day.textContent !== text) day.textContent = text;
    range.setAttribute("aria-valuetext", time.formatDay(shown, state.lang));
    if (this.dark !== null && this.dark !== state.dark) this.resize();
    this.dark = state.dark;
    this.card.view(state);
  }
}

export const create = (app) => new TimeBar(app);
