// The page's one state object: what it may hold, its text in the URL, and who hears of changes.
import keep from "../../../state.json" with { type: "json" };
import * as time from "./time.js";
import { LANGS } from "./words.js";
/** @import { Payload } from "../payload.js" */
/** @import { Lang, Step } from "./types.js" */

/**
 * What the page shows, all but the view as text.
 * @typedef {Record<string, string | number> & {
 *   date: string, step: string, layers: string, color: string, lang: string, compare: string, sel: string,
 *   opacity: string, lat: number, lon: number, zoom: number,
 * }} State
 * @typedef {(value: string) => string | number | undefined} Rule
 * @typedef {(state: State, changed: Set<string>, before: State, note: object) => void} Reader
 */

export const { keys: KEYS, steps: STEPS, flags: FLAGS } = keep;
// Ways to colour the lands: by who held them, by treaty, by the view of each capital that the payload has.
/** @type {(payload: Pick<Payload, "viewpoints">) => string[]} */
export const coloursOf = (payload) => ["control", "treaty", ...Object.keys(payload.viewpoints)];

// Defaults follow the payload: its first date, its view, the layers that are on.
/** @type {(payload: Payload) => State} */
export function defaultsFrom(payload) {
  return {
    ...keep.defaults,
    date: String(payload.date || payload.span[0]),
    lat: (payload.view.south + payload.view.north) / 2,
    lon: (payload.view.west + payload.view.east) / 2,
    zoom: 4,
    layers: payload.layers
      .filter((layer) => layer.on !== false)
      .map((layer) => layer.key)
      .join(","),
  };
}

/** @type {(text: string, span: readonly number[]) => string | undefined} */
function date(text, [first, last]) {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return undefined;
  const year = Math.min(Math.max(Number(text.slice(0, 4)), first), last);
  if (text.length === 4 || year !== Number(text.slice(0, 4))) return String(year);
  return time.fromText(text) === null ? String(year) : text;
}

/** @type {(low: number, high: number) => Rule} */
const number = (low, high) => (value) => {
  const n = Number(value);
  return value === "" || !Number.isFinite(n) ? undefined : Math.min(Math.max(n, low), high);
};
/** @type {(allowed: readonly string[]) => Rule} */
const oneOf = (allowed) => (value) => (allowed.includes(value) ? value : undefined);
/** @type {(pattern: RegExp) => Rule} */
const text = (pattern) => (value) => (pattern.test(value) ? value : undefined);

// A cleaned copy of what was asked: unknown keys and bad values are left out.
/** @type {(asked: Record<string, unknown> | null | undefined, payload: Payload) => Record<string, string | number>} */
export function clean(asked, payload) {
  const known = new Set(payload.layers.map((layer) => layer.key));
  /** @type {Record<string, Rule>} */
  const rules = {
    date: (v) => date(v, payload.span),
    compare: (v) => (v === "" ? "" : date(v, payload.span)),
    step: oneOf(STEPS),
    color: oneOf(coloursOf(payload)),
    lang: oneOf(LANGS),
    base: oneOf(["plain", ...payload.basemaps.map((base) => base.key)]),
    lat: number(-85, 85),
    lon: number(-180, 360),
    zoom: number(1, 18),
    layers: (v) =>
      v
        .split(",")
        .filter((key) => known.has(key))
        .join(","),
    sel: text(/^[\w.:~+-]{0,120}$/u),
    chapter: text(/^[\w.-]{0,60}$/u),
    opacity: text(/^([a-z-]+:[\d.]+(,[a-z-]+:[\d.]+)*)?$/),
  };
  for (const flag of FLAGS)
    rules[flag] = (v) => (v === "1" || v === "true" ? "1" : v === "0" || v === "false" ? "0" : undefined);
  /** @type {Record<string, string | number>} */
  const found = {};
  for (const [key, value] of Object.entries(asked || {})) {
    if (!Object.hasOwn(rules, key) || value === null || value === undefined || typeof value === "object") continue;
    const checked = rules[key](String(value));
    if (checked !== undefined) found[key] = checked;
  }
  return found;
}

// "#1945/46.0/105.0/4?color=treaty" to a partial state (not yet cleaned).
/** @type {(hash: string) => Record<string, string>} */
export function parseHash(hash) {
  const [path, query] = hash.replace(/^#/, "").split("?");
  const asked = Object.fromEntries(new URLSearchParams(query || ""));
  const [day, lat, lon, zoom] = path.split("/");
  if (day) asked.date = decodeURIComponent(day);
  if (lat && lon) Object.assign(asked, { lat, lon });
  if (zoom) asked.zoom = zoom;
  return asked;
}

/** @type {(state: State, defaults: State) => string} */
export function formatHash(state, defaults) {
  const place = [Number(state.lat).toFixed(2), Number(state.lon).toFixed(2), String(Number(state.zoom))];
  const query = new URLSearchParams();
  for (const key of KEYS) {
    if (["date", "lat", "lon", "zoom"].includes(key)) continue;
    if (String(state[key]) !== String(defaults[key])) query.set(key, String(state[key]));
  }
  const rest = query.toString().replace(/%2C/g, ",").replace(/%3A/g, ":");
  return `#${[state.date, ...place].join("/")}${rest ? `?${rest}` : ""}`;
}

export class Store {
  /** @param {Payload} payload */
  constructor(payload) {
    this.payload = payload;
    this.defaults = Object.freeze(defaultsFrom(payload));
    /** @type {State} */
    this.state = { ...this.defaults };
    /** @type {Reader[]} */
    this.readers = [];
  }

  /** @type {() => State} */
  get() {
    return { ...this.state };
  }

  // Take a partial state; readers hear (state, changed keys, state before, note) if anything changed.
  /** @type {(partial: Record<string, unknown>, note?: object) => Set<string>} */
  set(partial, note = {}) {
    const before = this.state;
    const asked = clean(partial, this.payload);
    const changed = new Set(Object.keys(asked).filter((key) => String(asked[key]) !== String(before[key])));
    if (!changed.size) return changed;
    this.state = { ...before, ...asked };
    for (const read of this.readers) read(this.state, changed, before, note);
    return changed;
  }

  // Returns a function that ends the subscription.
  /** @type {(read: Reader) => () => void} */
  subscribe(read) {
    this.readers.push(read);
    return () => {
      this.readers = this.readers.filter((other) => other !== read);
    };
  }

  /** @type {() => Set<string>} */
  layers() {
    return new Set(this.state.layers.split(",").filter(Boolean));
  }

  hash() {
    return formatHash(this.state, this.defaults);
  }
}
