import assert from "node:assert";
import test from "node:test";
import * as tenures from "../../../layers/web/src/core/tenures.js";

const land = (id, start, end, more = {}) => ({
  id,
  start,
  end,
  names: { en: "Harbin" },
  polity: "qing",
  controller_key: "qing",
  sovereign_key: "qing",
  status: "province",
  certainty: "high",
  ...more,
});

test("neighbouring tenures of one holder and one name are one span", () => {
  const spans = tenures.spansFrom([
    land("a", 19000101, 19050905),
    land("b", 19050905, 19120212, { certainty: "low" }),
    land("c", 19120212, 19280608, {
      polity: "roc-beiyang",
      controller_key: "roc-beiyang",
      sovereign_key: "roc-beiyang",
    }),
  ]);
  assert.deepStrictEqual(
    spans.map((span) => [span.start, span.end, span.features.length]),
    [
      [19000101, 19120212, 2],
      [19120212, 19280608, 1],
    ],
  );
  assert.strictEqual(spans[0].certainty, "low");
});

test("another name, title or standing, or a gap, parts two spans", () => {
  const first = land("a", 19000101, 19050905);
  for (const change of [
    { names: { en: "Other" } },
    { sovereign_key: "russia" },
    { status: "occupied" },
    { controller_key: "japan" },
  ]) {
    assert.strictEqual(
      tenures.spansFrom([first, land("b", 19050905, 19120212, change)]).length,
      2,
      JSON.stringify(change),
    );
  }
  assert.strictEqual(tenures.spansFrom([first, land("b", 19060101, 19120212)]).length, 2);
  assert.deepStrictEqual(tenures.spansFrom([]), []);
});

test("the strip runs from the first day of 1900 to the last of 1991", () => {
  const span = [19000101, 19910101];
  assert.strictEqual(tenures.shareOf(19000101, span), 0);
  assert.strictEqual(tenures.shareOf(18980327, span), 0);
  assert.strictEqual(tenures.shareOf(99991231, span), 100);
  assert.strictEqual(tenures.shareOf(19920101, span), 100);
  assert.ok(Math.abs(tenures.shareOf(19460101, span) - 50) < 0.01);
});

test("the nearest town counts only within reach", () => {
  const towns = [
    { id: "harbin", point: [126.64, 45.76] },
    { id: "kirin", point: [126.55, 43.84] },
  ];
  assert.strictEqual(tenures.townNear(towns, 126.7, 45.8).town.id, "harbin");
  assert.strictEqual(tenures.townNear(towns, 126.6, 44.8), null);
  assert.ok(Math.abs(tenures.kilometres([126.64, 45.76], [126.55, 43.84]) - 213.6) < 1);
});

test("a point in the drawn sea takes the land beside it, one far out none", () => {
  const held = land("dalian", 19000101, 99991231);
  const model = { at: (lon) => (lon < 121.5 ? [held] : []) };
  assert.deepStrictEqual(tenures.tenuresAt(model, 121.4, 38.9), [held]);
  assert.deepStrictEqual(tenures.tenuresAt(model, 121.62, 38.92), [held]);
  assert.deepStrictEqual(tenures.tenuresAt(model, 130, 38.92), []);
});

test("from the drawn sea the land beside is taken, looked for in eight directions, the nearest ring first", () => {
  const asked = [];
  const shore = (holds) => ({
    at: (lon, lat) => {
      asked.push([Number(lon.toFixed(3)), Number(lat.toFixed(3))]);
      return holds(lon, lat) ? [{ id: "land" }] : [];
    },
  });
  const north = tenures.tenuresAt(
    shore((lon, lat) => lat > 0.9 && Math.abs(lon) < 0.1),
    0,
    0,
    [0.5, 1],
  );
  assert.deepEqual(north, [{ id: "land" }]);
  assert.deepEqual(asked.slice(0, 4), [
    [0, 0],
    [0.5, 0],
    [0.354, 0.354],
    [0, 0.5],
  ]); // prettier-ignore
  assert.deepEqual(asked.at(-1), [0, 1]);
  assert.equal(asked.length, 1 + 8 + 3);
  asked.length = 0;
  assert.deepEqual(
    tenures.tenuresAt(
      shore((lon) => lon === 0),
      0,
      0,
      [1],
    ),
    [{ id: "land" }],
  );
  assert.equal(asked.length, 1);
  assert.deepEqual(
    tenures.tenuresAt(
      shore(() => false),
      0,
      0,
      [1],
    ),
    [],
  ); // prettier-ignore
});

test("the land beside a point is sought all round it, near before far, to 0.3 degrees", () => {
  const asked = [];
  const model = {
    at: (lon, lat) => {
      asked.push([lon - 121, lat - 38]);
      return [];
    },
  };
  tenures.tenuresAt(model, 121, 38);
  const [here, ...round] = asked;
  assert.deepStrictEqual(here, [0, 0]);
  const radii = round.map(([x, y]) => Number(Math.hypot(x, y).toFixed(6)));
  assert.deepStrictEqual(
    radii,
    [0.03, 0.08, 0.15, 0.3].flatMap((radius) => Array(8).fill(radius)),
  );
  const turns = round.slice(0, 8).map(([x, y]) => Math.round((Math.atan2(y, x) * 4) / Math.PI + 8) % 8);
  assert.deepStrictEqual(turns, [0, 1, 2, 3, 4, 5, 6, 7]);
});

test("kilometres are those of a great circle, north and south as east and west", () => {
  const quarter = (12742 * Math.PI) / 4;
  for (const [one, other, km] of [
    [[0, 0], [90, 0], quarter],
    [[0, 0], [0, 90], quarter],
    [[120, 60], [-60, 60], (quarter * 2) / 3],
    [[131.9, 43.1], [141.35, 43.06], 767.3],
  ])
    assert.ok(Math.abs(tenures.kilometres(one, other) - km) < 1, `${tenures.kilometres(one, other)} ${km}`);
});
