// Tabs of the panel: one is shown, the others are kept.
import { button, el } from "../dom.js";

const ORDER = 50; // of a panel that names none

export class Tabs {
  constructor(app, room) {
    this.app = app;
    this.room = room;
    this.list = el("div", { class: "tabs", role: "tablist", hidden: true });
    this.panels = new Map();
    this.shown = null;
    this.list.addEventListener("keydown", (event) => this.step(event));
  }

  add(panel) {
    const body = el("div", {
      class: `panel-body panel-${panel.id}`,
      role: "tabpanel",
      id: `atlas-panel-${panel.id}`,
      hidden: true,
      tabindex: "-1",
    });
    const order = panel.order ?? ORDER;
    const tab = this.tab(panel, body);
    const later = [...this.panels.values()].filter((other) => other.order > order).sort((a, b) => a.order - b.order)[0];
    this.list.insertBefore(tab, later ? later.tab : null);
    this.room.append(body);
    this.panels.set(panel.id, { panel, body, tab, order });
    this.list.hidden = this.panels.size < 2;
    panel.mount?.(body);
    if (!this.shown) this.show(panel.id);
  }

  tab(panel, body) {
    const tab = button("", {
      text: this.app.say(panel.label),
      role: "tab",
      class: "tab",
      "aria-controls": body.id,
      on: () => this.show(panel.id),
    });
    tab.querySelector("span").dataset.say = panel.label;
    return tab;
  }

  show(id) {
    if (!this.panels.has(id)) return;
    this.shown = id;
    for (const [key, one] of this.panels) {
      one.tab.setAttribute("aria-selected", String(key === id));
      one.tab.tabIndex = key === id ? 0 : -1;
      one.body.hidden = key !== id;
    }
    if (this.app.view) this.update(this.app.view);
    this.room.scrollTop = 0;
  }

  update(view) {
    this.panels.get(this.shown)?.panel.update?.(view);
  }

  step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const all = [...this.list.children];
    const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
    next.focus();
    next.click();
  }
}
