import assert from "node:assert";
import test from "node:test";
import { encodeVlq } from "../../../layers/web/src/core/arcs.js";
import { Model } from "../../../layers/web/src/core/model.js";
import { table } from "../payloads.js";

const square = encodeVlq([0, 0, 10, 0, 0, 10, -10, 0, 0, -10]);
const land = (id, start, end, polity, more = {}) => ({
  id,
  start,
  end,
  polity,
  controller_key: polity,
  sovereign_key: "roc",
  status: "province",
  area: 100,
  label: [5, 5],
  polygons: [[[0]]],
  names: { en: `Land under ${polity}` },
  ...more,
});
const payload = () => ({
  span: [1900, 1991],
  begins: 19000101,
  topology: { scale: [1, 1], translate: [0, 0], arcs: [square] },
  layers: [
    { key: "manchuria", kind: "territory" },
    { key: "railways", kind: "line" },
    { key: "clashes", kind: "clash" },
    { key: "events", kind: "event" },
  ],
  texts: ["shared note"],
  base: {
    towns: [
      { id: "t", point: [5, 5], rank: 2, names: [] },
      { id: "far", point: [50, 5], rank: 1, names: [] },
    ],
  },
  polities: {
    roc: {
      names: [
        { start: 19120212, end: 19280608, en: "Republic (Peking)" },
        { start: 19280608, end: 99991231, en: "Republic (Nanking)", zh: "國民政府" },
      ],
    },
  },
  features: {
    manchuria: table(
      [
        land("a", 19000101, 19310919, "fengtian", { note: 0 }),
        land("b", 19310919, 19320301, "japan"),
        land("c", 19320301, 19450820, "manchukuo", {
          controller_key: "japan",
          names: { en: "Manchukuo", zh: "滿洲國" },
        }),
        land("d", 19450820, 99991231, "ussr"),
      ],
      ["note"],
    ),
    railways: table([
      {
        id: "r1",
        start: 19030701,
        end: 19350323,
        line: "CER",
        segment: "west",
        operator: "joint",
        names: { en: "CER" },
        lines: [[0]],
      },
      {
        id: "r2",
        start: 19350323,
        end: 99991231,
        line: "CER",
        segment: "west",
        operator: "SMR",
        names: { en: "CER" },
        lines: [[0]],
      },
    ]),
    clashes: table([{ id: "k", start: 19310918, end: 19310920, point: [5, 5], names: { en: "Mukden" } }]),
    events: table([{ id: "e", start: 19320301, end: 19320302, names: { en: "Proclamation" } }]),
  },
});

test("texts that features share are put back", () => {
  assert.equal(new Model(payload()).get("a").note, "shared note");
});

test("who held a point on a day, and of all time", () => {
  const model = new Model(payload());
  assert.deepEqual(
    model.at(5, 5, 19310919).map((f) => f.id),
    ["b"],
  );
  assert.deepEqual(
    model.at(5, 5).map((f) => f.id),
    ["a", "b", "c", "d"],
  );
  assert.deepEqual(model.at(50, 5), []);
});

test("what a year brought: changes of hands with what was before, clashes, events", () => {
  const { hands, clashes, events, rail } = new Model(payload()).year(1931);
  assert.deepEqual(
    hands.map((one) => [one.feature.id, one.before.id]),
    [["b", "a"]],
  );
  assert.deepEqual(
    clashes.map((one) => one.feature.id),
    ["k"],
  );
  assert.equal(events.length + rail.length, 0);
});

test("a railway that changes its operator is a change of the year", () => {
  const { rail } = new Model(payload()).year(1935);
  assert.deepEqual(
    rail.map((one) => [one.feature.id, one.before.id]),
    [["r2", "r1"]],
  );
});

test("what stood since the atlas begins didn't begin in 1900", () => {
  assert.equal(new Model(payload()).year(1900).hands.length, 0);
});

test("names of the day, in a language or else in English", () => {
  const model = new Model(payload());
  assert.equal(model.polityName("roc", 19200101), "Republic (Peking)");
  assert.equal(model.polityName("roc", 19300101, "zh"), "國民政府");
  assert.equal(model.polityName("roc", 19300101, "ru"), "Republic (Nanking)");
  assert.equal(model.name(model.get("c"), "zh"), "滿洲國");
  assert.equal(model.name(model.get("d"), "zh"), "Land under ussr");
});

test("counts for the track", () => {
  const counts = Object.fromEntries(new Model(payload()).counts().map((one) => [one.year, [one.changes, one.clashes]]));
  assert.deepEqual(counts[1931], [1, 1]);
  assert.deepEqual(counts[1935], [1, 0]);
  assert.deepEqual(counts[1900], [0, 0]);
});

test("towns inside a land say which land it is", () => {
  const model = new Model(payload());
  assert.deepEqual(
    model.townsIn(model.get("a")).map((town) => town.id),
    ["t"],
  );
  assert.deepEqual(model.townsIn(model.get("r1")), []);
});
