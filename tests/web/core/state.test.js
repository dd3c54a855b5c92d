import assert from "node:assert";
import test from "node:test";
import { clean, defaultsFrom, formatHash, parseHash, Store } from "../../../layers/web/src/core/state.js";

const payload = {
  span: [1900, 1991],
  viewpoints: { nanking: {}, tokyo: {} },
  date: "1929",
  view: { west: 75, south: 34, east: 135, north: 58 },
  basemaps: [{ key: "relief" }],
  layers: [{ key: "powers", on: true }, { key: "tuva" }, { key: "events", on: false }],
};
const defaults = defaultsFrom(payload);

test("a hash with date and view", () => {
  assert.deepEqual(parseHash("#1945/46.0/105.0/4"), { date: "1945", lat: "46.0", lon: "105.0", zoom: "4" });
  assert.deepEqual(parseHash("#1929-11-20"), { date: "1929-11-20" });
  assert.deepEqual(parseHash(""), {});
});

test("what isn't default goes into the hash and comes back", () => {
  const state = {
    ...defaults,
    date: "1934-01-10",
    lat: 42.5,
    lon: 84.25,
    zoom: 5.5,
    color: "nanking",
    lang: "ru",
    layers: "tuva,events",
    dark: "1",
    opacity: "lands:0.50",
  };
  const hash = formatHash(state, defaults);
  assert.equal(hash, "#1934-01-10/42.50/84.25/5.5?layers=tuva,events&color=nanking&lang=ru&dark=1&opacity=lands:0.50");
  assert.deepEqual({ ...defaults, ...clean(parseHash(hash), payload) }, state);
  assert.equal(formatHash(defaults, defaults), "#1929/46.00/105.00/4");
});

test("bad values are left out", () => {
  const asked = {
    date: "soon",
    color: "pink",
    lang: "fr",
    lat: "north",
    zoom: "",
    layers: "tuva,atlantis",
    base: "relief",
    dark: "maybe",
    sel: "<b>",
    unknown: "1",
    __proto__: { x: 1 },
  };
  assert.deepEqual(clean(asked, payload), { layers: "tuva", base: "relief" });
  assert.deepEqual(clean({ date: { toString: () => "1945" } }, payload), {});
  assert.deepEqual(clean(null, payload), {});
});

test("dates are held within the span, and only days that exist", () => {
  assert.equal(clean({ date: "2024" }, payload).date, "1991");
  assert.equal(clean({ date: "1850-05-05" }, payload).date, "1900");
  assert.equal(clean({ date: "1929-02-30" }, payload).date, "1929");
  assert.equal(clean({ date: "1929-11" }, payload).date, "1929-11");
  assert.equal(clean({ date: "1929-13" }, payload).date, "1929");
  assert.equal(clean({ compare: "" }, payload).compare, "");
});

test("readers hear what changed, once, and nothing when nothing did", () => {
  const store = new Store(payload);
  const heard = [];
  const stop = store.subscribe((state, changed, before, note) =>
    heard.push([state.date, [...changed], before.date, note.from]),
  );
  store.set({ date: "1945", dark: "0" }, { from: "test" });
  store.set({ date: "1945" });
  assert.deepEqual(heard, [["1945", ["date"], "1929", "test"]]);
  stop();
  store.set({ date: "1950" });
  assert.equal(heard.length, 1);
  assert.equal(store.get().date, "1950");
  assert.deepEqual([...store.layers()], ["powers", "tuva"]);
});
