// The toolbar over the map and its one drawer.
import { button, byId, el } from "../dom.js";

const CONTROLS = "input, button, select, textarea, a[href], [tabindex]";
const CLOSE = "M6.5 6.5l11 11M17.5 6.5l-11 11";
const ORDER = 50; // of a tool that names none

class Toolbar {
  constructor(app) {
    this.app = app;
    this.room = byId("atlas-tools");
    this.drawer = byId("atlas-drawer");
    this.tools = new Map();
    this.shown = ""; // id of the tool whose drawer is open
    this.lang = app.store.state.lang;
    this.drawer.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  register(tool) {
    const order = tool.order ?? ORDER;
    const node = button("", { icon: tool.icon, text: " ", class: "tool", "data-tool": tool.id, "data-order": order });
    if (tool.open) {
      node.setAttribute("aria-expanded", "false");
      node.setAttribute("aria-controls", "atlas-drawer");
    }
    node.addEventListener("click", () => this.press(tool));
    const next = [...this.room.children].find((other) => Number(other.dataset.order) > order);
    this.room.insertBefore(node, next || null);
    this.tools.set(tool.id, { tool, node });
    this.label(node, tool);
    return node;
  }

  label(node, tool) {
    const text = this.app.say(tool.label);
    node.querySelector("span").textContent = text;
    node.setAttribute("aria-label", text);
    node.title = text;
  }

  press(tool) {
    if (tool.run) tool.run();
    else if (this.shown === tool.id) this.close();
    else this.open(tool.id);
  }

  close({ focus = true } = {}) {
    if (!this.shown) return;
    const { tool, node } = this.tools.get(this.shown);
    this.shown = "";
    node.setAttribute("aria-expanded", "false");
    const inside = this.drawer.contains(document.activeElement);
    this.drawer.hidden = true;
    this.drawer.replaceChildren();
    tool.close?.();
    if (focus && inside) node.focus({ preventScroll: true });
  }

  open(id) {
    const found = this.tools.get(id);
    if (!found) return null;
    const { tool, node } = found;
    if (tool.run) return tool.run();
    this.close({ focus: false });
    this.shown = id;
    node.setAttribute("aria-expanded", "true");
    const body = this.fill(tool);
    this.drawer.hidden = false;
    tool.open(body, () => this.close());
    const first = body.querySelector("input, button, select, a[href], [tabindex]");
    if (first && node === document.activeElement) first.focus({ preventScroll: true });
    return body;
  }

  // The drawer's head and its empty body, which the tool fills.
  fill(tool) {
    const title = this.app.say(tool.title || tool.label);
    const body = el("div", { class: "drawer-body" });
    const head = el("div", { class: "drawer-head" }, [
      el("h2", { text: title }),
      button(this.app.say("close"), { icon: CLOSE, class: "close", on: () => this.close() }),
    ]);
    this.drawer.className = `drawer drawer-${tool.id}${tool.wide ? " wide" : ""}`;
    this.drawer.setAttribute("aria-label", title);
    this.drawer.replaceChildren(head, body);
    return body;
  }

  // In another language the drawer is made anew: the focus goes back to the control that had it.
  view({ state }) {
    if (state.lang === this.lang) return;
    this.lang = state.lang;
    for (const { tool, node } of this.tools.values()) this.label(node, tool);
    if (!this.shown) return;
    const at = [...this.drawer.querySelectorAll(CONTROLS)].indexOf(document.activeElement);
    this.open(this.shown);
    if (at >= 0) this.drawer.querySelectorAll(CONTROLS)[at]?.focus({ preventScroll: true });
  }
}

export const create = (app) => new Toolbar(app);
