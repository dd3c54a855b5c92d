// The card in which a date is typed: opened by the year in the bar, read by core/dates-asked.js, kept if it is wrong.
import { periodAsked, textOfDate } from "../core/dates-asked.js";
import * as time from "../core/time.js";
import { button, el } from "../dom.js";

const CLOSE = "M6.5 6.5l11 11M17.5 6.5l-11 11";
const EXAMPLES = ["1931", "1931-09", { en: "18 September 1931", ru: "18 сентября 1931", zh: "1931年9月18日" }];

export class DateCard {
  // `opener` is the button that has `aria-expanded` and gets the focus back; `show` takes {date, step}.
  constructor(app, opener, show) {
    Object.assign(this, { app, opener, show });
    this.root = el("form", {
      class: "date-card",
      id: "atlas-date",
      role: "dialog",
      hidden: true,
      novalidate: true,
      on: { submit: (event) => this.submit(event), keydown: (event) => this.key(event) },
    });
    app.stage.append(this.root);
    opener.setAttribute("aria-controls", "atlas-date");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", () => this.toggle());
    document.addEventListener("pointerdown", ({ target }) => {
      if (this.opened() && !this.root.contains(target) && !opener.contains(target)) this.close({ focus: false });
    });
  }

  opened() {
    return !this.root.hidden;
  }

  toggle() {
    if (this.opened()) this.close();
    else this.open();
  }

  open(text = this.now()) {
    const { app, root } = this;
    this.lang = app.store.state.lang;
    root.setAttribute("aria-label", app.say("date_go"));
    root.replaceChildren(...this.parts(text));
    root.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.input.focus({ preventScroll: true });
    this.input.select();
  }

  close({ focus = true } = {}) {
    this.root.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    if (focus) this.opener.focus({ preventScroll: true });
  }

  // What is shown, as it would be typed.
  now() {
    return time.formatText(this.app.store.state.date, this.app.store.state.lang);
  }

  parts(text) {
    const { app } = this;
    const { lang } = app.store.state;
    const examples = EXAMPLES.map((one) => (one[lang] || one).replaceAll(" ", "\u00a0")).join(" · ");
    this.input = el("input", {
      type: "text",
      id: "atlas-date-text",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-describedby": "atlas-date-help atlas-date-wrong",
      prop: { value: text },
      on: { input: () => this.complain("") },
    });
    this.wrong = el("p", { class: "date-wrong", id: "atlas-date-wrong", role: "alert" });
    return [
      el("div", { class: "date-head" }, [
        el("label", { for: "atlas-date-text", text: app.say("date_go") }),
        button(app.say("close"), { icon: CLOSE, class: "close", on: () => this.close() }),
      ]),
      el("div", { class: "date-row" }, [
        this.input,
        el("button", { type: "submit", class: "date-show", text: app.say("date_show") }),
      ]),
      this.wrong,
      el("p", { class: "date-help", id: "atlas-date-help", text: app.say("date_help", { examples }) }),
    ];
  }

  submit(event) {
    event.preventDefault();
    const { app, input } = this;
    const [first, last] = app.payload.span;
    const text = input.value.trim();
    const asked = periodAsked(text, [first, last]);
    if (asked && asked !== "turned" && !asked.from) {
      this.close();
      this.show({ date: asked.date, step: textOfDate(asked.date) });
      return;
    }
    this.complain(app.say("date_bad", { text, first, last }));
    input.focus();
  }

  complain(text) {
    this.wrong.textContent = text;
    if (text) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  key(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
  }

  // In another language it is made anew, with what has been typed.
  view({ lang }) {
    if (this.opened() && lang !== this.lang) this.open(this.input.value);
  }
}
