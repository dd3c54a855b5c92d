// The panel of a place: its name, its strip, its holders day by day, the names its town bore.
import * as time from "../core/time.js";
import { button, el } from "../dom.js";
import { calledBy } from "./holders.js";
import { row, strip } from "./strip.js";

export class HoldersPanel {
  constructor(app, { go, middle }) {
    Object.assign(this, { app, go, middle });
    this.place = null;
    this.body = null;
    this.stamp = "";
    app.registerPanel({
      id: "held",
      label: "held",
      order: 10,
      mount: (body) => {
        this.body = body;
      },
      update: () => this.render(),
    });
  }

  show(place, { focus = false } = {}) {
    this.place = place;
    this.render();
    if (!focus) return;
    this.current(true);
    this.body.querySelector(".held-title").focus({ preventScroll: true });
  }

  render() {
    const { place, body } = this;
    const { lang } = this.app.store.state;
    const stamp = place ? `${place.lon}|${place.lat}|${lang}` : lang;
    if (stamp !== this.stamp) {
      this.stamp = stamp;
      body.replaceChildren(...(place ? this.filled() : this.empty()));
    } else if (place) {
      // Only the town's name of the day can have changed.
      const { name, below } = calledBy(this.app, place);
      const [shown, under] = body.querySelectorAll(".held-title, .held-title + .counts");
      shown.textContent = name;
      if (under) under.textContent = below;
    }
    this.current();
  }

  filled() {
    const { app, place, go } = this;
    const { spans } = place;
    const { name, below } = calledBy(app, place);
    const top = el("div", { class: "held-top" }, [
      el("h2", { class: "headline held-title", tabindex: "-1", text: name }),
      below ? el("p", { class: "counts", text: below }) : null,
      spans.length ? strip(app, spans, 28, go) : null,
    ]);
    const hint = el("p", { class: "held-hint", text: app.say(spans.length ? "held_hint" : "held_none") });
    const rows = spans.map((span) => row(app, span, go, place.town?.kind === "island" ? null : place.town));
    const list = rows.length ? [el("ol", { class: "held-rows", "aria-label": app.say("held_strip") }, rows)] : [];
    return [top, hint, ...list, ...this.townNames()];
  }

  townNames() {
    const { town } = this.place;
    if (!town || (town.names.length < 2 && !town.names[0].local)) return [];
    const { lang } = this.app.store.state;
    const items = town.names.map((names) => {
      const all = [...new Set([names[lang] || names.en, names.en, names.zh, names.ru, names.local].filter(Boolean))];
      return el("li", { data: { start: names.start, end: names.end } }, [
        el("b", { text: all[0] }),
        el("span", { class: "held-other", text: all.slice(1).join(" · ") }),
        el("time", { text: time.formatPeriod(names, lang, { first: this.app.payload.begins }) }),
      ]);
    });
    const title = el("h3", { text: this.app.say("held_names") });
    return [el("section", { class: "held-names" }, [title, el("ul", {}, items)])];
  }

  empty() {
    const { app } = this;
    const [first, last] = app.payload.span;
    return [
      el("h2", { class: "headline", text: app.say("held_who") }),
      el("p", { class: "held-hint", text: app.say("held_pick", { first, last }) }),
      el("p", { class: "held-ways" }, [
        button("", { class: "held-open", text: app.say("held_middle"), on: this.middle }),
        button("", { class: "held-open", text: app.say("search"), on: () => app.openSearch() }),
      ]),
    ];
  }

  // Rows of the day shown, for eyes and for screen readers; the holder's row comes into view when it changes.
  current(scroll = false) {
    const { day } = this.app.view;
    for (const item of this.body.querySelectorAll("li[data-start]")) {
      const now = Number(item.dataset.start) <= day && day < Number(item.dataset.end);
      const target = item.querySelector("button") || item;
      const was = target.hasAttribute("aria-current");
      if (now) target.setAttribute("aria-current", "true");
      else target.removeAttribute("aria-current");
      if (now && (scroll || !was) && item.matches(".held-row") && !this.body.hidden) this.reveal(item);
    }
  }

  // Scrolls the panel alone, below its standing head.
  reveal(item) {
    const room = this.body.parentElement;
    const head = this.body.querySelector(".held-top").getBoundingClientRect().height;
    const box = item.getBoundingClientRect();
    const frame = room.getBoundingClientRect();
    if (box.top < frame.top + head || box.bottom > frame.bottom) room.scrollTop += box.top - frame.top - head - 6;
  }
}
