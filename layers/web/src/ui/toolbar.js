// The toolbar over the map and its one drawer: registerTool, openTool, closeTool.
import { button, byId, el } from "../dom.js";

const CONTROLS = "input, button, select, textarea, a[href], [tabindex]";
const CLOSE = "M6.5 6.5l11 11M17.5 6.5l-11 11";

export function create(app) {
  const room = byId("atlas-tools");
  const drawer = byId("atlas-drawer");
  const tools = new Map();
  let open = null;

  function label(node, tool) {
    const text = app.say(tool.label);
    node.querySelector("span").textContent = text;
    node.setAttribute("aria-label", text);
    node.title = text;
  }

  app.registerTool = (tool) => {
    const node = button("", {
      icon: tool.icon,
      text: " ",
      class: "tool",
      "data-tool": tool.id,
      "data-order": tool.order ?? 50,
    });
    if (tool.open) {
      node.setAttribute("aria-expanded", "false");
      node.setAttribute("aria-controls", "atlas-drawer");
    }
    node.addEventListener("click", () =>
      tool.run ? tool.run() : open === tool ? app.closeTool() : app.openTool(tool.id),
    );
    const next = [...room.children].find((other) => Number(other.dataset.order) > (tool.order ?? 50));
    room.insertBefore(node, next || null);
    tools.set(tool.id, { tool, node });
    label(node, tool);
    return node;
  };

  app.closeTool = ({ focus = true } = {}) => {
    if (!open) return;
    const { tool, node } = tools.get(open.id);
    open = null;
    node.setAttribute("aria-expanded", "false");
    const inside = drawer.contains(document.activeElement);
    drawer.hidden = true;
    drawer.replaceChildren();
    if (tool.close) tool.close();
    if (focus && inside) node.focus({ preventScroll: true });
  };

  app.openTool = (id) => {
    const found = tools.get(id);
    if (!found) return null;
    if (found.tool.run) return found.tool.run();
    app.closeTool({ focus: false });
    const { tool, node } = found;
    open = tool;
    node.setAttribute("aria-expanded", "true");
    const title = app.say(tool.title || tool.label);
    const body = el("div", { class: "drawer-body" });
    drawer.className = `drawer drawer-${id}${tool.wide ? " wide" : ""}`;
    drawer.setAttribute("aria-label", title);
    drawer.replaceChildren(
      el("div", { class: "drawer-head" }, [
        el("h2", { text: title }),
        button(app.say("close"), { icon: CLOSE, class: "close", on: () => app.closeTool() }),
      ]),
      body,
    );
    drawer.hidden = false;
    tool.open(body, app.closeTool);
    const first = body.querySelector("input, button, select, a[href], [tabindex]");
    if (first && node === document.activeElement) first.focus({ preventScroll: true });
    return body;
  };
  app.toolOpen = () => (open ? open.id : "");

  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    app.closeTool();
  });
  let lang = app.store.state.lang;
  return {
    view({ state }) {
      if (state.lang === lang) return;
      lang = state.lang;
      for (const { tool, node } of tools.values()) label(node, tool);
      if (!open) return;
      // The drawer is made anew: the focus goes back to the control that had it.
      const at = [...drawer.querySelectorAll(CONTROLS)].indexOf(document.activeElement);
      app.openTool(open.id);
      if (at >= 0) drawer.querySelectorAll(CONTROLS)[at]?.focus({ preventScroll: true });
    },
  };
}
