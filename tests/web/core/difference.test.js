// Differences between two dates: who took what from whom, by how many square kilometres, and where the outlines run.

import assert from "node:assert/strict";
import test from "node:test";
import { encodeVlq, Topology } from "../../../layers/web/src/core/arcs.js";
import { Differences, swept } from "../../../layers/web/src/core/difference.js";
import { Model } from "../../../layers/web/src/core/model.js";
import { table } from "../payloads.js";

// Two squares of 2 degrees side by side, west (0..2) and east (2..4), on the equator; 4 is a hole's island in neither.
// Arcs: 0 the west's outer border from (2,0) round to (2,2), 1 the shared border (2,0)-(2,2), 2 the east's outer
// border.
const arc = (...points) =>
  encodeVlq(points.flatMap(([x, y], i) => (i ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y])));
const topology = {
  scale: [1, 1],
  translate: [0, 0],
  arcs: [arc([2, 2], [0, 2], [0, 0], [2, 0]), arc([2, 0], [2, 2]), arc([2, 0], [4, 0], [4, 2], [2, 2])],
};
const WEST = [[[0, 1]]];
const EAST = [[[2, ~1]]];
const BOTH = [[[0, 2]]];
const land = (id, start, end, polity, polygons) => ({
  id,
  start,
  end,
  polity,
  polygons,
  names: { en: id },
  status: "province",
});
const polities = {
  qing: { nation: "china", family: "china", names: [] },
  roc: { nation: "china", family: "china", names: [] },
  ussr: { family: "soviet", names: [] },
};
const LANDS = [
  land("all-qing", 19000101, 19120101, "qing", BOTH),
  land("west-roc", 19120101, 99991231, "roc", WEST),
  land("east-roc", 19120101, 19200101, "roc", EAST),
  land("east-ussr", 19200101, 99991231, "ussr", EAST),
];
const payload = {
  topology,
  polities,
  span: [1900, 1991],
  layers: [{ key: "powers", kind: "territory" }],
  features: { powers: table(LANDS) },
};
const model = new Model(payload);
const SQUARE = swept([0, 0, 2, 0, 2, 2, 0, 2, 0, 0]);

function between(then, now) {
  const at = (day) => model.schedules.powers.within(day);
  return new Differences(model).between(at(then), at(now), (one) => one.polity, polities);
}

test("a square of two degrees on the equator has its area on the ellipsoid", () => {
  assert.ok(Math.abs(SQUARE - 49_233) < 40, `${SQUARE}`); // 222.64 km by 221.15 km, a little less at its northern edge
  assert.ok(Math.abs(swept([0, 0, 0, 2, 2, 2, 2, 0, 0, 0]) + SQUARE) < 1e-6);
});

test("a land that passes whole is one row with its area, outlined by its border", () => {
  const found = between(19150101, 19300101);
  assert.deepEqual(
    found.rows.map(({ from, to, kind }) => [from, to, kind]),
    [["roc", "ussr", "hands"]],
  );
  assert.ok(Math.abs(found.rows[0].area - SQUARE) < 1);
  assert.equal(found.rule, 0);
  assert.deepEqual(found.rows[0].box, [2, 0, 4, 2]);
  assert.deepEqual(found.outlines.hands.sort(), [1, 2]);
});

test("a land that is split is measured part by part; another regime of one state is told apart", () => {
  const found = between(19050101, 19300101);
  const rows = Object.fromEntries(found.rows.map((row) => [`${row.from}>${row.to}`, row]));
  assert.deepEqual(Object.keys(rows).sort(), ["qing>roc", "qing>ussr"]);
  assert.equal(rows["qing>roc"].kind, "rule");
  assert.equal(rows["qing>ussr"].kind, "hands");
  for (const row of found.rows) assert.ok(Math.abs(row.area - SQUARE) < 1);
  assert.ok(Math.abs(found.hands + found.rule - 2 * SQUARE) < 2);
  assert.ok(found.outlines.hands.includes(1));
  assert.ok(!found.outlines.rule.includes(1));
});

test("the way back gives the same areas, turned round", () => {
  const [one, other] = [between(19050101, 19300101), between(19300101, 19050101)];
  const areas = (found, turned) =>
    found.rows
      .map((row) => `${turned ? row.to : row.from}>${turned ? row.from : row.to} ${row.area.toFixed(1)}`)
      .sort();
  assert.deepEqual(areas(one, false), areas(other, true));
});

test("a change of tenure under one holder is no difference, nor is the same day", () => {
  assert.deepEqual(between(19130101, 19140101).rows, []);
  assert.deepEqual(between(19300101, 19300101).outlines, { hands: [], rule: [] });
});

test("a part's area is the land's own where the whole land passed", () => {
  const named = {
    ...payload,
    features: {
      powers: table(LANDS.map((one) => (one.id === "east-ussr" ? { ...one, area: Math.round(SQUARE) } : one))),
    },
  };
  const other = new Model(named);
  const at = (day) => other.schedules.powers.within(day);
  const found = new Differences(other).between(at(19150101), at(19300101), (one) => one.polity, polities);
  assert.equal(found.rows[0].area, Math.round(SQUARE));
});

test("an island inside a land is cut out of it", () => {
  const ring = arc([1, 1], [3, 1], [3, 2], [1, 2], [1, 1]);
  const around = arc([0, 0], [4, 0], [4, 3], [0, 3], [0, 0]);
  const t = new Topology({ scale: [1, 1], translate: [0, 0], arcs: [around, ring] });
  const lands = [
    { id: "a", start: 19000101, end: 19100101, polity: "qing", polygons: [[[0]]], names: { en: "a" } },
    { id: "b", start: 19100101, end: 99991231, polity: "qing", polygons: [[[0], [~1]]], names: { en: "b" } },
    { id: "c", start: 19100101, end: 99991231, polity: "ussr", polygons: [[[1]]], names: { en: "c" } },
  ];
  const m = new Model({
    ...payload,
    topology: { scale: [1, 1], translate: [0, 0], arcs: [around, ring] },
    features: { powers: table(lands) },
  });
  const at = (day) => m.schedules.powers.within(day);
  const found = new Differences(m).between(at(19050101), at(19200101), (one) => one.polity, polities);
  assert.equal(found.rows.length, 1);
  assert.ok(Math.abs(found.rows[0].area - swept(t.arcs[1])) < 1e-6);
  assert.deepEqual(found.outlines.hands, [1]);
});

test("what the left loses is taken from it, what the right wins is given to it", () => {
  const found = between(19150101, 19300101);
  const [row] = found.rows;
  assert.ok(row.area > 0);
  assert.deepEqual(
    row.parts.map((part) => [part.before.id, part.after.id]),
    [["east-roc", "east-ussr"]],
  );
  assert.equal(found.hands, row.area);
});

test("an arc's area is measured once", () => {
  const one = new Differences(model);
  const area = one.sweptBy(1);
  one.model = { topology: { arcs: [] } };
  assert.equal(one.sweptBy(1), area);
});

test("slivers of less than a twentieth of a square kilometre are not told", () => {
  const speck = (degrees) => {
    const ring = arc([0, 0], [degrees, 0], [degrees, 1], [0, 1], [0, 0]);
    const lands = [land("a", 19000101, 19100101, "qing", [[[0]]]), land("b", 19100101, 99991231, "ussr", [[[0]]])];
    const made = new Model({
      ...payload,
      topology: { scale: [1e-4, 1e-4], translate: [0, 0], arcs: [ring] },
      features: { powers: table(lands) },
    });
    const at = (day) => made.schedules.powers.within(day);
    return new Differences(made).between(at(19050101), at(19200101), (one) => one.polity, polities).rows.length;
  };
  assert.equal(speck(1), 0); // 11 by 11 m
  assert.equal(speck(1000), 1); // 11 km by 11 m
});

test("a border between two takers that runs east and west counts on both its sides", () => {
  const arcs = [
    arc([2, 2], [2, 4], [0, 4], [0, 2]),
    arc([0, 2], [2, 2]), // the north lies on its left
    arc([0, 2], [0, 0], [2, 0], [2, 2]),
  ];
  const lands = [
    land("all", 19000101, 19120101, "qing", [[[0, 2]]]),
    land("north", 19120101, 99991231, "ussr", [[[0, 1]]]),
    land("south", 19120101, 99991231, "roc", [[[2, ~1]]]),
  ];
  const halves = new Model({
    ...payload,
    topology: { scale: [1, 1], translate: [0, 0], arcs },
    features: { powers: table(lands) },
  });
  const at = (day) => halves.schedules.powers.within(day);
  const ground = new Differences(halves);
  const { rows } = ground.between(at(19050101), at(19300101), (one) => one.polity, polities);
  assert.deepEqual(
    rows.map(({ to }) => to),
    ["roc", "ussr"], // the largest first: the north is nearer the pole
  );
  const areas = Object.fromEntries(rows.map((row) => [row.to, row.area]));
  assert.ok(Math.abs(areas.roc - SQUARE) < 1, `${areas.roc}`);
  assert.ok(Math.abs(areas.ussr - swept([0, 2, 2, 2, 2, 4, 0, 4, 0, 2])) < 1, `${areas.ussr}`);
});

test("land that nobody is shown to hold on one of the dates has passed from nobody", () => {
  const found = between(18900101, 19300101);
  assert.deepEqual([found.rows, found.outlines], [[], { hands: [], rule: [] }]);
  const lands = LANDS.filter((one) => one.id !== "west-roc");
  const gone = new Model({ ...payload, features: { powers: table(lands) } });
  const at = (day) => gone.schedules.powers.within(day);
  const { rows } = new Differences(gone).between(at(19050101), at(19300101), (one) => one.polity, polities);
  assert.deepEqual(
    rows.map(({ from, to }) => [from, to]),
    [["qing", "ussr"]],
  );
  assert.ok(Math.abs(rows[0].area - SQUARE) < 1);
});
