// The column at the right (a sheet on phones): the year in brief, and tabs of panels that are registered.
import { button, byId, el } from "../dom.js";
import { brief, headingOf } from "./brief.js";
import { Tabs } from "./tabs.js";

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
        const next = `${view.state.date}|${view.state.lang}`;
        if (next === stamp) return;
        stamp = next;
        brief(this.app, body);
        this.room.scrollTop = 0;
      },
    });
  }

  rest(view) {
    this.nameHandle();
    // A closed sheet is brought up to date when it opens.
    if (this.room.offsetParent) this.tabs.update(view);
  }

  nameHandle() {
    const { app, handle, root } = this;
    const { title, headline } = headingOf(app);
    handle.querySelector("span").textContent = headline || title;
    const does = app.say(root.classList.contains("open") ? "hide_brief" : "show_brief");
    handle.setAttribute("aria-label", `${does}: ${handle.textContent}`);
  }
}

export const create = (app) => new Panel(app);
