// The tour's drawer: the chapter's text and sources, arrows, and the list of all chapters.
import * as time from "../core/time.js";
import { button, el, icon, narrow } from "../dom.js";
import { workItem } from "../ui/works.js";

const LEFT = "M15 5.5L8.5 12l6.5 6.5";
const RIGHT = "M9 5.5l6.5 6.5L9 18.5";

// "1926" is said as a year, a day as a day.
const dayOf = (chapter, lang) =>
  chapter.date.length === 4 ? chapter.date : time.formatDay(time.fromText(chapter.date), lang);

export class TourCard {
  constructor(tour, body) {
    this.tour = tour;
    this.app = tour.app;
    this.body = body;
    const { say } = this.app;
    this.count = el("p", { class: "tour-count" });
    this.bar = el("i");
    this.date = el("p", { class: "tour-date" });
    this.title = el("h3", { class: "tour-title", id: "atlas-tour-title" });
    this.text = el("p", { class: "tour-text" });
    this.works = el("ul");
    this.cited = el("details", { class: "tour-sources", open: !narrow() }, [
      el("summary", { text: say("sources") }),
      this.works,
    ]);
    this.previous = this.arrow("previous", -1);
    this.next = this.arrow("next", 1);
    this.list = el(
      "ol",
      {},
      tour.chapters.map((chapter, at) => this.line(chapter, at)),
    );
    this.all = el("details", { class: "tour-list" }, [el("summary", { text: say("tour_chapters") }), this.list]);
    this.fill();
  }

  fill() {
    const { say } = this.app;
    this.previous.prepend(icon(LEFT));
    this.next.append(icon(RIGHT));
    this.body.append(
      el("div", { class: "tour-bar", "aria-hidden": "true" }, [this.bar]),
      el("div", { class: "tour-do" }, [this.previous, this.count, this.next]),
      el("article", { "aria-labelledby": "atlas-tour-title" }, [this.date, this.title, this.text, this.cited]),
      button("", { text: say("tour_again"), class: "tour-again", on: () => this.tour.again() }),
      this.all,
      el("p", { class: "small-note tour-keys", text: say("tour_keys") }),
    );
  }

  arrow(which, by) {
    const text = this.app.say(by < 0 ? "tour_previous" : "tour_next");
    return button("", { text, class: `plain-button tour-${which}`, on: () => this.tour.step(by) });
  }

  line(chapter, at) {
    const line = button("", {
      text: chapter.title,
      class: "line",
      data: { chapter: chapter.id },
      on: () => {
        this.all.open = false;
        this.tour.go(chapter);
      },
    });
    line.prepend(el("span", { class: "number", text: at + 1 }));
    line.append(el("small", { text: dayOf(chapter, this.app.store.state.lang) }));
    return el("li", {}, [line]);
  }

  show(chapter) {
    const { app, tour } = this;
    const at = tour.chapters.indexOf(chapter);
    const total = tour.chapters.length;
    this.count.textContent = app.say("tour_of", { n: at + 1, total });
    this.bar.style.width = `${((at + 1) / total) * 100}%`;
    this.date.textContent = dayOf(chapter, app.store.state.lang);
    this.title.textContent = chapter.title;
    this.text.textContent = chapter.text;
    const cited = (chapter.sources || []).filter((id) => app.payload.sources[id]);
    this.cited.hidden = !cited.length;
    this.works.replaceChildren(...cited.map((id) => workItem(app, id)));
    this.previous.setAttribute("aria-disabled", String(at === 0));
    this.next.setAttribute("aria-disabled", String(at === total - 1));
    for (const line of this.list.querySelectorAll("button")) {
      if (line.dataset.chapter === chapter.id) line.setAttribute("aria-current", "step");
      else line.removeAttribute("aria-current");
    }
    this.body.scrollTop = 0;
    app.announce(`${this.count.textContent}: ${chapter.title}. ${this.date.textContent}. ${chapter.text}`);
  }
}
