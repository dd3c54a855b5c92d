import assert from "node:assert";
import test from "node:test";
import { Model } from "../../../layers/web/src/core/model.js";
import { passed, within } from "../../../layers/web/src/core/years.js";
import { table } from "../payloads.js";

const OPEN = 99991231;
const land = (id, start, end) => ({ id, start, end, names: { en: id } });
const payload = (years) => ({
  span: [1945, 1946],
  topology: { scale: [1, 1], translate: [0, 0], arcs: [] },
  layers: [
    { key: "lands", kind: "territory" },
    { key: "roads", kind: "line" },
    { key: "fights", kind: "clash" },
    { key: "signs", kind: "event" },
  ],
  base: { towns: [{ id: "harbin" }, { id: "mukden" }] },
  polities: {},
  features: {
    lands: table([
      land("west", 19450809, OPEN),
      { ...land("east", 19450820, OPEN), start_words: ["about"] },
      land("old", 19000101, 19450901),
    ]),
    roads: table([land("road", 19450901, OPEN)]),
    fights: table([land("b", 19450809, 19450812), land("a", 19450809, 19450810), land("late", 19460101, 19460102)]),
    signs: table([]),
  },
  years: years || {
    1945: [
      ["A year", "一年", "Год"],
      [
        [
          ["manchukuo", "japan"],
          ["ussr"],
          [
            [0, 1000, 1],
            [1, 20.5],
          ],
        ],
        [["japan"], [], [[2, 7]]],
      ],
      [[["roc"], ["ussr"], [[0, 1000]]]],
      [[[], ["open", "soviet"], [[3]]]],
    ],
  },
});
const year = () => new Model(payload()).years.year(1945);

test("a year's changes name their features, days and towns", () => {
  const { headline, hands, standing, rail } = year();
  assert.deepEqual(headline, ["A year", "一年", "Год"]);
  const [taken, ended] = hands;
  assert.deepEqual([taken.before, taken.after, taken.area], [["manchukuo", "japan"], ["ussr"], 1020.5]);
  assert.deepEqual(
    taken.parts.map(({ feature, date, words, towns }) => [feature.id, date, words, towns.map((town) => town.id)]),
    [
      ["west", 19450809, undefined, ["mukden"]],
      ["east", 19450820, ["about"], []],
    ],
  );
  assert.deepEqual([ended.parts[0].feature.id, ended.parts[0].date], ["old", 19450901]);
  assert.deepEqual(
    [standing, rail].map((list) => list.map(({ parts }) => parts[0].feature.id)),
    [["west"], ["road"]],
  );
});

test("clashes and events are those that began in the year, by day and id", () => {
  const { clashes, events } = year();
  assert.deepEqual(
    clashes.map(({ feature }) => feature.id),
    ["a", "b"],
  );
  assert.deepEqual(events, []);
});

test("a year up to a day has the parts that had come by then, and the rest has the others", () => {
  const whole = year();
  const past = within(whole, 0, 19450820);
  assert.deepEqual(
    past.hands.map(({ parts, area }) => [parts.length, area]),
    [[1, 1000]],
  );
  assert.deepEqual([past.clashes.length, past.rail.length, past.headline[0]], [2, 0, "A year"]);
  const rest = within(whole, 19450820, OPEN);
  assert.deepEqual(passed(past).lands + passed(rest).lands, passed(whole).lands);
  assert.deepEqual(passed(whole), { lands: 3, area: 1027.5 });
});

test("the track counts changes of hands and clashes", () => {
  assert.deepEqual(new Model(payload()).years.counts([1945, 1946]), [
    { year: 1945, changes: 2, clashes: 2 },
    { year: 1946, changes: 0, clashes: 1 },
  ]);
});

test("a page without years has none of its changes", () => {
  const { headline, hands, clashes } = new Model(payload({})).years.year(1945);
  assert.deepEqual([headline, hands, clashes.length], [[], [], 2]);
});
