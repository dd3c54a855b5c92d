// The strip through time of a point: its tenures as spans, drawn as one coloured bar and as dated rows.
import { polityOf } from "../core/polities.js";
import { shareOf } from "../core/tenures.js";
import * as time from "../core/time.js";
import { el, svg } from "../dom.js";
import * as patterns from "../map/patterns.js";
import * as look from "../map/style.js";
import { workItem } from "../ui/works.js";

let drawn = 0; // strips and swatches so far: the ids of their patterns
const LEAST = 0.35; // per cent of the strip: a rule of days stays visible
const TOP = 1; // pixels above and below the bars
const TICKS = 5;

export const yearsOf = (app) => app.payload.span.map((year) => time.make(year, 1, 1));
export const firstDay = (app, span) => Math.max(span.start, yearsOf(app)[0]);

export function describe(app, span) {
  const { feature } = span;
  const day = firstDay(app, span);
  const polity = (key) => (key ? app.polity(key, day) : "");
  const holder = polity(feature.polity);
  const decides = feature.controller_key !== feature.polity ? polity(feature.controller_key) : "";
  const owner = feature.sovereign_key && feature.sovereign_key !== feature.polity ? polity(feature.sovereign_key) : "";
  return { name: app.name(feature), holder, decides, owner };
}

function begins(app, span) {
  return time.formatStart({ start: span.start, start_words: span.feature.start_words }, app.store.state.lang);
}

// A town's names that share a day with a span, in order.
function namesDuring(town, span, lang) {
  const rows = town.names.filter((row) => row.start < span.end && row.end > span.start);
  return [...new Set(rows.map((row) => row[lang] || row.en))];
}

export function periodOf(app, span) {
  const last = span.features[span.features.length - 1];
  return time.formatPeriod(
    { start: span.start, end: span.end, start_words: span.feature.start_words, end_words: last.end_words },
    app.store.state.lang,
    { first: app.payload.begins },
  );
}

// "url(#id)" of the map's own pattern as a tile in `defs`, made at its first use.
function patternUrl(defs, prefix, kind, colour) {
  const id = `${prefix}-${kind}-${colour.replace("#", "")}`;
  if (![...defs.children].some((one) => one.id === id)) {
    const tile = patterns.tile(kind, { colour, opacity: 1 }, 2);
    const box = { width: tile.width / 2, height: tile.height / 2 };
    defs.append(
      svg("pattern", { id, ...box, patternUnits: "userSpaceOnUse" }, [
        svg("image", { ...box, href: tile.toDataURL() }),
      ]),
    );
  }
  return `url(#${id})`;
}

// One tenure on the strip.
function bar(app, span, { x, lane, defs, prefix, run }) {
  const { polities } = app.payload;
  const style = look.landStyle(span.feature, "control", polities);
  const from = x(span.start);
  const wide = Math.max(LEAST, x(span.end) - from);
  const box = { x: `${Math.min(from, 100 - wide)}%`, width: `${wide}%`, y: TOP, height: lane };
  const pattern = () => patternUrl(defs, prefix, style.pattern, polityOf(polities, style.tint).stroke);
  return svg("g", { class: "held-span", "data-id": span.feature.id, on: { click: () => run(span) } }, [
    svg("title", { text: `${periodOf(app, span)}: ${describe(app, span).name}` }),
    svg("rect", { ...box, class: "held-ground" }),
    svg("rect", { ...box, fill: polityOf(polities, style.ground).fill, "fill-opacity": look.FILL_OPACITY }),
    style.pattern ? svg("rect", { ...box, opacity: 0.7, fill: pattern() }) : null,
  ]);
}

// Round years of a span, some five of them: every 20 years of a century, every 10 of a half.
export function yearsBetween([first, last]) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((one) => (last - first) / one <= TICKS) || 500;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

function ticks(span, x, height) {
  const found = [];
  for (const year of yearsBetween(span)) {
    const at = x(time.make(year, 1, 1));
    const anchor = at < 1 ? "start" : "middle";
    found.push(
      svg("line", { class: "held-tick", x1: `${at}%`, x2: `${at}%`, y1: height, y2: height + 4 }),
      svg("text", { class: "held-year", x: `${at}%`, y: height + 15, "text-anchor": anchor, text: String(year) }),
    );
  }
  return found;
}

// The coloured strip: a pointer's way to a date. Its rows in the panel are the same for keys and readers.
export function strip(app, spans, height, run) {
  const years = yearsOf(app);
  const defs = svg("defs");
  drawn += 1;
  const x = (day) => shareOf(day, years);
  const lane = height - 2 * TOP;
  const bars = spans.map((span) => bar(app, span, { x, lane, defs, prefix: `held-${drawn}`, run }));
  const cuts = spans.slice(1).map((span) => {
    const at = `${x(span.start)}%`;
    return svg("line", { class: "held-cut", x1: at, x2: at, y1: TOP, y2: TOP + lane });
  });
  const now = svg("line", { class: "held-now", y1: 0, y2: height + 3 });
  const made = svg(
    "svg",
    { class: "held-strip", height: height + 18, width: "100%", "aria-hidden": "true", focusable: "false" },
    [defs, ...bars, ...cuts, ...ticks(app.payload.span, x, height), now],
  );
  place(app, made);
  return made;
}

// The line of the day shown, moved without drawing the strip anew.
export function place(app, made) {
  if (!app.view) return;
  const years = yearsOf(app);
  const at = `${shareOf(app.view.day, years)}%`;
  const now = made.querySelector(".held-now");
  now.setAttribute("x1", at);
  now.setAttribute("x2", at);
}

function swatchOf(app, feature) {
  const { polities } = app.payload;
  const style = look.landStyle(feature, "control", polities);
  const polity = polityOf(polities, style.ground);
  const tint = style.pattern ? polityOf(polities, style.tint).stroke : polity.stroke;
  drawn += 1;
  return patterns.swatch(polity.fill, style.pattern, tint, `held-row-${drawn}`);
}

function proof(app, span) {
  const notes = [...new Set(span.features.map((one) => one.note).filter(Boolean))];
  const ids = [...new Set(span.features.flatMap((one) => one.sources || []))];
  if (!notes.length && !ids.length) return null;
  return el("details", { class: "held-proof" }, [
    el("summary", { text: `${app.say("sources")} (${ids.length})` }),
    ...notes.map((text) => el("p", { text })),
    el(
      "ul",
      {},
      ids.map((id) => workItem(app, id, { feature: span.features.find((one) => one.sources?.includes(id)) })),
    ),
  ]);
}

export function row(app, span, go, town) {
  const said = describe(app, span);
  const facts = [];
  if (said.holder !== said.name) facts.push([app.say("holder"), said.holder]);
  if (said.decides) facts.push([app.say("decides"), said.decides]);
  if (said.owner) facts.push([app.say("sovereign"), said.owner]);
  if (town) facts.push([app.say("held_town"), namesDuring(town, span, app.store.state.lang).join(" → ")]);
  const standing = span.feature.status ? app.say(`status_${span.feature.status}`) : "";
  const certainty = span.certainty ? `${app.say("certainty")}: ${app.say(span.certainty)}` : "";
  const line = el(
    "button",
    { type: "button", class: "held-go", "data-id": span.feature.id, on: { click: () => go(span) } },
    [
      swatchOf(app, span.feature),
      el("time", { text: span.start <= yearsOf(app)[0] ? periodOf(app, span) : begins(app, span) }),
      el("b", { text: said.name }),
      ...facts.map(([label, text]) =>
        el("small", {}, [el("span", { class: "held-label", text: `${label}: ` }), el("span", { text })]),
      ),
      el("small", { class: "held-label", text: [standing, certainty].filter(Boolean).join(" · ") }),
    ],
  );
  return el("li", { class: "held-row", data: { start: span.start, end: span.end } }, [line, proof(app, span)]);
}
