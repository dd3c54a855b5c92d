// The time control: the year in large figures, play and steps, the slider over its track, the step's length.
import { dateOf, moved, positionOf } from "../core/dates.js";
import * as time from "../core/time.js";
import { button, byId, el, icon } from "../dom.js";
import * as histogram from "./histogram.js";

const THUMB = 18;
const PACE = { year: 850, month: 320, day: 120 }; // milliseconds a step while playing
const ICONS = {
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  earlier: "M15 5.5L8.5 12l6.5 6.5",
  later: "M9 5.5l6.5 6.5L9 18.5",
};

export function create(app) {
  const { store, payload } = app;
  const { span } = payload;
  const bar = byId("atlas-bar");
  const year = el("output", { class: "year", for: "atlas-range" });
  const day = el("span", { class: "when-day" });
  const range = el("input", { type: "range", id: "atlas-range", class: "range", "data-say-label": "year", step: 1 });
  const canvas = el("canvas", { class: "histogram", "aria-hidden": "true" });
  const decades = el("div", { class: "decades", "aria-hidden": "true" }, histogram.decades(span, 2));
  const play = button("", { class: "play", "data-say-label": "play", icon: ICONS.play });
  const back = button("", { class: "step", "data-say-label": "earlier", icon: ICONS.earlier, on: () => by(-1) });
  const on = button("", { class: "step", "data-say-label": "later", icon: ICONS.later, on: () => by(1) });
  const choice = el(
    "select",
    { class: "step-choice", "data-say-label": "step_by" },
    ["year", "month", "day"].map((step) => el("option", { value: step, "data-say": step })),
  );
  bar.append(
    el("div", { class: "when" }, [year, day]),
    el("div", { class: "steps" }, [back, play, on]),
    el("div", { class: "track" }, [canvas, range, decades]),
    choice,
  );
  const counts = app.model.years.counts(span);
  let timer = 0;
  let step = null;

  function by(count, unit = store.state.step, note = {}) {
    store.set({ date: moved(store.state.date, unit, count, span) }, note);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.replaceChildren(icon(ICONS.play));
    play.dataset.sayLabel = "play";
    play.setAttribute("aria-label", app.say("play"));
    play.title = app.say("play");
  }

  function toggle() {
    if (timer) {
      stop();
      return;
    }
    if (time.fromText(store.state.date) >= time.make(span[1], 12, 31)) store.set({ date: String(span[0]) });
    play.replaceChildren(icon(ICONS.pause));
    play.dataset.sayLabel = "pause";
    play.setAttribute("aria-label", app.say("pause"));
    play.title = app.say("pause");
    timer = setInterval(() => {
      by(1, store.state.step, { fade: true });
      if (time.fromText(store.state.date) >= time.make(span[1], 12, 31)) stop();
    }, PACE[store.state.step]);
  }

  function bounds(next) {
    if (next === step) return;
    step = next;
    range.min = positionOf(time.make(span[0], 1, 1), step);
    range.max = positionOf(time.make(span[1], 12, 31), step);
    choice.value = step;
    range.dataset.sayLabel = step;
  }

  play.addEventListener("click", toggle);
  range.addEventListener("input", () => {
    if (timer) stop();
    store.set({ date: dateOf(Number(range.value), store.state.step) });
  });
  choice.addEventListener("change", () => store.set({ step: choice.value }));

  const resize = () => histogram.paint(canvas, counts, span, THUMB);
  new ResizeObserver(resize).observe(canvas);
  let dark = null;

  return {
    by,
    toggle,
    stop,
    resize,
    playing: () => timer !== 0,
    view({ day: shown, state }) {
      bounds(state.step);
      const value = String(positionOf(shown, state.step));
      if (range.value !== value) range.value = value;
      const figures = String(time.yearOf(shown));
      if (year.value !== figures) year.value = figures;
      const text = time.formatDayOfYear(shown, state.lang);
      if (day.textContent !== text) day.textContent = text;
      range.setAttribute("aria-valuetext", time.formatDay(shown, state.lang));
      if (dark !== null && dark !== state.dark) resize();
      dark = state.dark;
    },
  };
}
