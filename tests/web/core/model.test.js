import assert from "node:assert/strict";
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
  base: {},
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

test("names of the day, in a language or else in English", () => {
  const model = new Model(payload());
  assert.equal(model.polityName("roc", 19200101), "Republic (Peking)");
  assert.equal(model.polityName("roc", 19300101, "zh"), "國民政府");
  assert.equal(model.polityName("roc", 19300101, "ru"), "Republic (Nanking)");
  assert.equal(model.name(model.get("c"), "zh"), "滿洲國");
  assert.equal(model.name(model.get("d"), "zh"), "Land under ussr");
});

test("a polity that the page does not know, or that had no name then, is its key", () => {
  const model = new Model(payload());
  assert.equal(model.polityName("atlantis", 19200101), "atlantis");
  assert.equal(model.polityName("", 19200101), "");
});

test("who held a point comes by date, whatever the order of layers and rows", () => {
  const turned = payload();
  turned.layers.unshift({ key: "powers", kind: "territory" });
  turned.features.powers = table([land("late", 19600101, 99991231, "prc"), land("early", 18900101, 19000101, "qing")]);
  assert.deepEqual(
    new Model(turned).at(5, 5).map((f) => f.id),
    ["early", "a", "b", "c", "d", "late"],
  );
});

test("what held a land's ground before it and what holds it after", () => {
  const model = new Model(payload());
  const id = (found) => found?.id ?? null;
  assert.deepEqual(
    ["a", "b", "d"].map((one) => id(model.before(model.get(one)))),
    [null, "a", "c"],
  );
  assert.deepEqual(
    ["a", "b", "d"].map((one) => id(model.after(model.get(one)))),
    ["b", "c", null],
  );
  assert.equal(model.before({ ...model.get("b"), label: undefined }), null);
  assert.equal(model.after({ ...model.get("b"), label: undefined }), null);
});

test("a feature's place is its point, its label, or the middle of its box", () => {
  const model = new Model(payload());
  assert.deepEqual(model.placeOf(model.get("k")), [5, 5]);
  assert.deepEqual(model.placeOf(model.get("a")), [5, 5]);
  assert.deepEqual(model.placeOf({ ...model.get("a"), label: undefined, id: "x", box: [2, 4, 4, 10] }), [3, 7]);
  assert.equal(model.placeOf(model.get("e")), null);
});
