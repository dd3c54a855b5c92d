// A made-up land for the tests of the map: a west that passes from Qing to the Republic in 1912, an east of Russia,
// a border between them, a railway through both, a fight and a town; on a grid of degrees.
import { encodeVlq } from "../../layers/web/src/core/arcs.js";
import { Model } from "../../layers/web/src/core/model.js";
import { defaultsFrom } from "../../layers/web/src/core/state.js";
import * as time from "../../layers/web/src/core/time.js";
import { table } from "./payloads.js";

const coded = (...points) => {
  const deltas = points.flatMap(([x, y], i) => (i ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y]));
  return encodeVlq(deltas);
};
// Arc 0 is the border near 10 degrees east, 1 the west's other sides, 2 the east's, 3 a railway along 5 degrees north.
const ARCS = [
  coded([10, 0], [11, 5], [10, 10]),
  coded([10, 10], [0, 10], [0, 0], [10, 0]),
  coded([10, 0], [20, 0], [20, 10], [10, 10]),
  coded([2, 5], [18, 5]),
];
const text = (en) => ({ en, zh: en, ru: en });
const polity = (fill, nation, en) => ({
  family: "one",
  fill,
  stroke: `${fill}-dark`,
  nation,
  names: [{ start: 0, end: time.OPEN, en }],
});
const land = (id, start, end, owner, polygons, more = {}) => ({
  id,
  start,
  end,
  polity: owner,
  controller_key: owner,
  sovereign_key: owner,
  status: "province",
  area: 1000,
  label: [5, 5],
  names: { en: `Land ${id}` },
  polygons,
  ...more,
});
const WEST = [[[0, 1]]];
const EAST = [[[~0, 2]]];

export const payload = () => ({
  title: "Made up",
  span: [1900, 1991],
  begins: 19000101,
  date: "1920",
  view: { west: 0, south: 0, east: 20, north: 10 },
  bounds: { west: 0, south: 0, east: 20, north: 10 },
  viewpoints: {},
  basemaps: [],
  texts: [],
  topology: { scale: [1, 1], translate: [0, 0], arcs: ARCS },
  layers: [
    { key: "lands", kind: "territory", title: text("Lands"), on: true },
    { key: "borders", kind: "outline", title: text("Borders"), on: true },
    { key: "rails", kind: "line", title: text("Rails"), on: true, colour: "#123456" },
    { key: "fights", kind: "clash", title: text("Fights"), on: true },
    { key: "events", kind: "event", title: text("Events"), on: true, colour: "#aa4499" },
  ],
  polities: {
    qing: polity("#010101", "china", "Great Qing"),
    roc: polity("#020202", "china", "Republic of China"),
    russia: polity("#030303", "russia", "Russia"),
  },
  operators: { joint: { colour: "#654321", title: text("Joint") } },
  base: {
    land: [[[0, 1]]],
    lakes: [],
    rivers: [[3]],
    modern_borders: [[0]],
    waters: [],
    towns: [{ id: "vell", point: [3, 1], rank: 1, names: [{ start: 19000101, end: time.OPEN, en: "Vell", zh: "港" }] }],
  },
  features: {
    lands: table([
      land("west-qing", 19000101, 19120212, "qing", WEST),
      land("west-roc", 19120212, time.OPEN, "roc", WEST, { start_range: [19120201, 19120229] }),
      land("east", 19000101, time.OPEN, "russia", EAST, { area: 900, label: [15, 5] }),
    ]),
    borders: table([
      { id: "line", start: 19000101, end: time.OPEN, level: "state", basis: "treaty", names: {}, lines: [[0]] },
    ]),
    rails: table([
      { id: "built", start: 19050101, end: 19100101, status: "construction", names: {}, lines: [[3]], line: "R" },
      { id: "open", start: 19100101, end: 19400101, status: "open", operator_key: "joint", gauge_mm: 1524, names: {},
        lines: [[3]], line: "R" },
      { id: "gone", start: 19400101, end: time.OPEN, status: "dismantled", names: {}, lines: [[3]], line: "R" },
    ]),
    fights: table([
      { id: "siege", start: 19200601, end: 19200610, kind: "siege", killed_max: 900, point: [5, 6], names: {} },
      { id: "raid", start: 19200801, end: 19200802, kind: "raid", point: [5, 6], names: {} },
    ]),
    events: table([{ id: "treaty", start: 19200301, end: 19200302, importance: 1, point: [15, 6], names: {} }]),
  },
}); // biome-ignore format: rows

export const model = () => new Model(payload());

// A view as the page makes it (cycle.js).
export function view(made, date, more = {}) {
  const state = { ...defaultsFrom(made.payload), date, ...more };
  return {
    day: time.fromText(date),
    ...time.seenUpTo(date, state.step),
    state,
    layers: new Set(state.layers.split(",").filter(Boolean)),
    fade: false,
  };
}
