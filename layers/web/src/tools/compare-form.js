// The head of the Compare panel: two dates to type or slide, swap, stop; and what is worth comparing.
import { dateFrom } from "../core/dates.js";
import * as time from "../core/time.js";
import { button, el } from "../dom.js";

// The state's dates, by the words of their fields.
const FIELDS = new Map([
  ["compare_one", "date"],
  ["compare_two", "compare"],
]);

export class CompareForm {
  constructor(app, compare) {
    this.app = app;
    this.compare = compare;
    this.lang = "";
    this.fields = {};
  }

  // Made anew in each language; the table goes between the form and what is worth comparing.
  draw(body, table) {
    const { lang } = this.app.store.state;
    if (this.lang === lang) return;
    this.lang = lang;
    this.on = this.running();
    this.off = this.idle();
    const title = el("h2", { class: "panel-title", text: this.app.say("compare_dates") });
    body.replaceChildren(title, this.off, this.on, table, this.worth());
  }

  running() {
    const { app } = this;
    const { store, say } = app;
    this.fault = el("p", { class: "fault", role: "alert" });
    this.year = this.slider();
    const swap = () => this.setDates(store.state.compare, store.state.date);
    return el("div", { class: "compare-on" }, [
      el(
        "div",
        { class: "compare-dates" },
        [...FIELDS.keys()].map((key) => this.field(key)),
      ),
      this.year,
      el("p", { class: "small-note", id: "atlas-compare-hint", text: say("compare_hint") }),
      this.fault,
      el("div", { class: "compare-do" }, [
        button("", { text: say("compare_swap"), class: "plain-button", on: swap }),
        button("", { text: say("compare_stop"), class: "plain-button", on: () => this.compare.stop() }),
      ]),
    ]);
  }

  slider() {
    const { payload, store, say } = this.app;
    const [min, max] = payload.span;
    const input = (event) => store.set({ compare: event.target.value });
    const options = { type: "range", class: "compare-year", min, max, step: 1 };
    return el("input", { ...options, "aria-label": say("compare_year"), on: { input } });
  }

  field(key) {
    const input = el("input", {
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 10,
      id: `atlas-${key}`,
      "aria-describedby": "atlas-compare-hint",
      on: {
        input: () => {
          this.fields[key].typing = true;
        },
        change: () => this.typed(key),
      },
    });
    this.fields[key] = { input, typing: false };
    return el("label", { class: "field" }, [el("span", { text: this.app.say(key) }), input]);
  }

  typed(key) {
    const { store, payload, say } = this.app;
    const field = this.fields[key];
    const text = field.input.value;
    const [first, last] = payload.span;
    const date = dateFrom(text, payload.span);
    field.typing = false;
    field.input.setAttribute("aria-invalid", String(date === null));
    this.fault.textContent = date === null ? say("compare_bad", { text, first, last }) : "";
    if (date !== null) store.set({ [FIELDS.get(key)]: date });
  }

  idle() {
    const { say } = this.app;
    const start = button("", {
      text: say("compare_start"),
      class: "plain-button strong",
      on: () => this.compare.start(),
    });
    return el("div", { class: "compare-off" }, [
      el("p", { text: say("compare_about") }),
      el("div", { class: "compare-do" }, [start]),
    ]);
  }

  worth() {
    const { say, payload, store } = this.app;
    const { lang } = store.state;
    const items = payload.comparisons.map(({ then, now, title }) => {
      const text = title[lang] || title.en;
      const line = button("", { text, class: "line", on: () => this.setDates(then, now) });
      line.append(el("small", { text: `${then} | ${now}` }));
      return el("li", {}, [line]);
    });
    const heading = el("h3", { text: say("compare_worth") });
    return el("section", { class: "compare-worth", hidden: !items.length }, [heading, el("ul", {}, items)]);
  }

  setDates(one, two) {
    this.app.store.set({ date: one, compare: two });
  }

  // What is being typed, or was and is no date, stays until it is.
  sync(running) {
    if (!this.on) return;
    this.on.hidden = !running;
    this.off.hidden = running;
    if (!running) return;
    const { state } = this.app.store;
    for (const [key, { input, typing }] of Object.entries(this.fields)) {
      const invalid = input.getAttribute("aria-invalid") === "true";
      if (document.activeElement === input && (typing || invalid)) continue;
      input.value = state[FIELDS.get(key)];
      input.removeAttribute("aria-invalid");
    }
    this.year.value = time.yearOf(time.fromText(state.compare));
  }
}
