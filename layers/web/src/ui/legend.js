// The legend, made from what is in view that day, in words a student knows: who holds it, and what the patterns mean.

import { landsIn } from "../core/in-view.js";
import { polityOf } from "../core/polities.js";
import * as words from "../core/words.js";
import { button, byId, el, svg } from "../dom.js";
import { short } from "../map/labels.js";
import { boxOf, roomy } from "../map/leaflet.js";
import { GLYPHS } from "../map/marks.js";
import { swatch } from "../map/patterns.js";
import * as style from "../map/style.js";

const ICON = "M4 6h3M10 6h10M4 12h3M10 12h10M4 18h3M10 18h10";
const LEAST = 6; // holders that the legend names at least
const [ROW, OTHER] = [22, 330]; // pixels of a row, and of all that isn't a holder

const sample = (children) => svg("svg", { class: "swatch", viewBox: "0 0 26 16", "aria-hidden": "true" }, children);
const item = (sign, text) => el("li", {}, [sign, el("span", { text })]);

// Owners of the lands in view, those of the frontier first, then by the share of the window that they take; and the
// patterns in use, each with its largest example. `shares` is landsIn of core/in-view.js.
export function seen(shares, color, model) {
  const owners = new Map();
  const patterns = new Map();
  for (const [feature, share] of shares) {
    const { owner, ground, pattern, tint } = style.landStyle(feature, color, model.payload.polities);
    const size = share || 1e-3;
    const rank = size + (model.declared[feature.layer].around ? 0 : 1);
    owners.set(owner, Math.max(rank, (owners.get(owner) || 0) + size));
    if (pattern && !(patterns.get(pattern)?.size >= size)) patterns.set(pattern, { ground, tint, size });
  }
  return { owners: [...owners].sort((a, b) => b[1] - a[1]).map(([key]) => key), patterns };
}

function holderRows(app, owners, all, toggle) {
  const most = Math.max(LEAST, Math.floor((app.map.getSize().y - OTHER) / ROW));
  const shown = all || owners.length <= most + 1 ? owners : owners.slice(0, most);
  const rows = shown.map((key) => {
    const { fill, stroke } = polityOf(app.payload.polities, key);
    return item(swatch(fill, null, stroke, `key-${key}`), short(app.polity(key)));
  });
  if (owners.length > most + 1) {
    const text = all ? app.say("fewer_lands") : app.say("other_lands", { n: owners.length - most });
    rows.push(el("li", {}, [button("", { text, class: "more", on: toggle })]));
  }
  return rows;
}

function patternRows(app, view, patterns) {
  const { polities } = app.payload;
  const rows = [...patterns].map(([pattern, { ground, tint }]) =>
    item(
      swatch(polityOf(polities, ground).fill, pattern, polityOf(polities, tint).stroke, `key-${pattern}`),
      app.say(view.state.color === "control" ? pattern : "holder_differs"),
    ),
  );
  const fringe = app.scene.fringe();
  if (fringe) {
    const [owner, other] = fringe.map((key) => polityOf(polities, key));
    rows.push(item(swatch(owner.fill, "fringe", other.stroke, "key-fringe"), app.say("fringe")));
  }
  return rows;
}

function lineRows(app, view) {
  const borders = app.scene.bordersNow();
  const found = [];
  const stroke = (dash, width) =>
    sample([
      svg("line", {
        x1: 1,
        x2: 25,
        y1: 8,
        y2: 8,
        class: "border",
        "stroke-width": width,
        "stroke-dasharray": dash || null,
      }),
    ]);
  if (view.state.certainty === "1") {
    const bases = new Set(borders.map((feature) => style.borderStyle(feature, true).basis));
    for (const basis of ["demarcated", "treaty", "approximate", "front", "claim"]) {
      if (bases.has(basis)) found.push(item(stroke(style.DASH[basis], 1.7), app.say(basis)));
    }
  } else if (borders.length) {
    found.push(item(stroke("", 1.6), app.say("all_borders")));
  }
  if (view.state.borders === "1")
    found.push(
      item(sample([svg("line", { x1: 1, x2: 25, y1: 8, y2: 8, class: "modern-border" })]), app.say("river_legend")),
    );
  return found;
}

export function capitalOf({ payload, store }, view, lang = store.state.lang) {
  const title = payload.viewpoints[view];
  return title[lang] || title.en;
}

// What a colouring of the lands is called: by who held them, by law, or by what a capital claimed.
export function colouringOf(app, color, lang = app.store.state.lang) {
  const key = { control: "control", treaty: "by_treaty" }[color];
  return key ? words.say(lang, key) : words.say(lang, "claims_of", { capital: capitalOf(app, color, lang) });
}

const titleOf = (layer, lang) => layer.title[lang] || layer.title.en;

function track(colour, width) {
  const ends = { x1: 1, x2: 25, y1: 8, y2: 8 };
  return sample([
    svg("line", { ...ends, stroke: colour, "stroke-width": width }),
    svg("line", { ...ends, class: "rail-ticks", "stroke-width": width * 0.46, "stroke-dasharray": "4 4" }),
  ]);
}

// A layer of lines: by who runs them, or by the layer's name where no operator is known.
function railRows(app, layer, lines) {
  const { operators } = app.payload;
  const { lang } = app.store.state;
  const styles = lines.map((feature) => style.railStyle(feature, operators, layer.colour));
  const open = styles.filter((one) => one.status === "open");
  const found = Object.keys(operators)
    .filter((key) => open.some((one) => one.operator === key))
    .map((key) => item(track(operators[key].colour, 3), operators[key].title[lang] || operators[key].title.en));
  const other = open.find((one) => !one.operator);
  if (other) found.push(item(track(other.colour, 3), titleOf(layer, lang)));
  if (open.some((one) => one.broad)) found.push(item(track("#5b574e", 4.4), app.say("rail_broad")));
  for (const status of ["construction", "closed"]) {
    if (!styles.some((one) => one.status === status)) continue;
    const dash = svg("line", {
      x1: 1,
      x2: 25,
      y1: 8,
      y2: 8,
      class: `rail rail-${status}`,
      stroke: "#5b574e",
      "stroke-width": 1.6,
    });
    found.push(item(sample([dash]), app.say(status === "construction" ? "rail_under" : "rail_shut")));
  }
  return found;
}

// [title, rows, class] for each layer of lines that the map shows.
function railParts(app) {
  const lines = app.scene.railsNow();
  return app.model.layers
    .filter((layer) => layer.kind === "line")
    .map((layer) => {
      const own = lines.filter((feature) => feature.layer === layer.key);
      const run = own.some((feature) => feature.operator_key);
      const title = titleOf(layer, app.store.state.lang);
      return [run ? app.say("run_by", { layer: title }) : title, railRows(app, layer, own), `legend-rail ${layer.key}`];
    });
}

function markRows(app) {
  const drawn = app.scene.marks ? [...app.scene.marks.drawn.values()] : [];
  const found = [];
  const sign = (glyph, type, colour, faded = false) =>
    svg("svg", { class: "swatch", viewBox: "-1 0 26 24", "aria-hidden": "true" }, [
      svg("g", { class: `mark mark-${type}${faded ? " faded" : ""}` }, [
        svg("path", { class: "sign", d: GLYPHS[glyph], style: colour ? `fill: ${colour}` : null }),
      ]),
    ]);
  for (const layer of app.model.layers) {
    if (!drawn.some((one) => one.feature.layer === layer.key && !one.faded)) continue;
    const text = titleOf(layer, app.store.state.lang);
    if (layer.kind === "clash")
      found.push(item(sign("swords", "clash", layer.colour), app.say("clash_legend", { layer: text })));
    else found.push(item(sign("diamond", "event", layer.colour), text));
  }
  if (drawn.some((one) => one.faded)) found.push(item(sign("swords", "clash", null, true), app.say("clash_faded")));
  return found;
}

export function create(app) {
  const room = byId("atlas-legend");
  const body = el("div", {
    class: "legend-body",
    id: "atlas-legend-body",
    tabindex: "0",
    role: "group",
    "data-say-label": "legend",
  });
  let open = roomy(app.map);
  let all = false;
  const unfolded = new Set();
  const head = button("", {
    icon: ICON,
    text: app.say("legend"),
    class: "legend-head",
    "aria-controls": body.id,
    "aria-expanded": String(open),
    on: () => set(!open),
  });
  head.querySelector("span").dataset.say = "legend";
  room.append(head, body);

  function set(on) {
    open = on;
    head.setAttribute("aria-expanded", String(on));
    room.classList.toggle("closed", !on);
    if (on && app.view) draw(app.view);
  }

  function draw(view) {
    const { color } = view.state;
    const title =
      color === "control"
        ? app.say("held_by")
        : color === "treaty"
          ? app.say("treaty_of")
          : app.say("claimed_by", { capital: capitalOf(app, color) });
    const part = (text, rows, name) =>
      rows.length ? el("section", { class: name }, [el("h3", { text }), el("ul", {}, rows)]) : null;
    const folded = (text, rows, name) => {
      if (!rows.length) return null;
      const made = el("details", { class: name, open: unfolded.has(name) }, [
        el("summary", { text }),
        el("ul", {}, rows),
      ]);
      made.addEventListener("toggle", () => (made.open ? unfolded.add(name) : unfolded.delete(name)));
      return made;
    };
    const { owners, patterns } = seen(landsIn(app.model, app.scene.landsNow(), boxOf(app.map)), color, app.model);
    const toggle = () => {
      all = !all;
      draw(app.view);
    };
    const parts = [
      part(title, holderRows(app, owners, all, toggle), "legend-lands"),
      part(app.say("patterns"), patternRows(app, view, patterns), "legend-patterns"),
      folded(app.say("lines"), lineRows(app, view), "legend-lines"),
      ...railParts(app).map(([text, rows, name]) => folded(text, rows, name)),
      folded(app.say("happenings"), markRows(app), "legend-marks"),
    ];
    body.replaceChildren(...parts.filter(Boolean));
  }

  set(open);
  return {
    rest: (view) => {
      if (open) draw(view);
    },
  };
}
