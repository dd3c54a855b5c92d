// DOM building: the only way text gets into the page. Data is always set as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, options, children) {
  for (const [name, value] of Object.entries(options || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "class") node.setAttribute("class", value);
    else if (name === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "prop") Object.assign(node, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...(children || []).filter((child) => child !== null && child !== undefined));
  return node;
}

// el("p", {class, text, on: {click}, data: {..}, prop: {..}, any attribute}, [children])
export const el = (tag, options, children) => fill(document.createElement(tag), options, children);
export const svg = (tag, options, children) => fill(document.createElementNS(SVG, tag), options, children);

// A small line icon from path data on a 24 x 24 grid.
export const icon = (d) =>
  svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, [svg("path", { d })]);

export function button(label, { icon: d, text, on, ...rest } = {}) {
  return el(
    "button",
    { type: "button", "aria-label": text ? null : label, title: text ? null : label, on: on && { click: on }, ...rest },
    [d ? icon(d) : null, text ? el("span", { text }) : null],
  );
}

export const byId = (id) => document.getElementById(id);
export const reduced = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
export const narrow = () => window.matchMedia("(max-width: 899px)").matches;
