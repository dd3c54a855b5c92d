import assert from "node:assert/strict";
import test from "node:test";
import { landsIn, meets } from "../../../layers/web/src/core/in-view.js";
import { model } from "../made.js";

const named = (found) => Object.fromEntries([...found].map(([land, share]) => [land.id, Number(share.toFixed(2))]));
const lands = (made, day = 19200101) => made.features.lands.filter(({ start, end }) => start <= day && day < end);

test("the lands of a window, each with the share of it that it takes", () => {
  const made = model();
  const east = named(landsIn(made, lands(made), [12, 2, 18, 8]));
  assert.deepEqual(east, { east: 1 });
  const both = named(landsIn(made, lands(made), [0, 0, 20, 10]));
  assert.deepEqual(Object.keys(both).sort(), ["east", "west-roc"]);
  assert.ok(Math.abs(both.east + both["west-roc"] - 1) < 0.02);
  assert.ok(both["west-roc"] > both.east);
});

test("what is empty in a window takes no share, and what lies outside isn't found", () => {
  const made = model();
  assert.deepEqual(named(landsIn(made, lands(made), [30, 0, 40, 10])), {});
  const share = named(landsIn(made, lands(made), [-20, 0, 20, 10]))["west-roc"];
  assert.ok(share > 0.2 && share < 0.3);
});

test("a land that no point hits is found by the place of its name", () => {
  const made = model();
  const speck = { ...lands(made)[0], id: "speck", polygons: [], box: [4.9, 4.9, 5.1, 5.1], label: [5, 5] };
  assert.equal(landsIn(made, [speck], [0, 0, 20, 10]).get(speck), 0);
  assert.equal(landsIn(made, [{ ...speck, label: null }], [0, 0, 20, 10]).size, 0);
  assert.equal(landsIn(made, [{ ...speck, label: [25, 5] }], [0, 0, 20, 10]).size, 0);
});

test("a feature meets a window by its point or its box", () => {
  const made = model();
  assert.ok(meets(made, { point: [1, 1] }, [0, 0, 2, 2]));
  assert.ok(!meets(made, { point: [1, 3] }, [0, 0, 2, 2]));
  assert.ok(!meets(made, { point: [3, 1] }, [0, 0, 2, 2]));
  const box = (west, south, east, north) => ({ box: [west, south, east, north] });
  assert.ok(meets(made, box(2, 2, 3, 3), [0, 0, 2, 2]));
  for (const apart of [box(3, 0, 4, 2), box(-2, 0, -1, 2), box(0, 3, 2, 4), box(0, -2, 2, -1)])
    assert.ok(!meets(made, apart, [0, 0, 2, 2]));
});

test("what only touches a window's edge meets it", () => {
  const made = model();
  for (const box of [
    [-2, 0, 0, 2],
    [2, 0, 4, 2],
    [0, -2, 2, 0],
    [0, 2, 2, 4],
  ])
    assert.ok(meets(made, { box }, [0, 0, 2, 2]), String(box));
  for (const point of [
    [0, 0],
    [2, 2],
  ])
    assert.ok(meets(made, { point }, [0, 0, 2, 2]));
});

test("each side of a window is its own", () => {
  const made = model();
  const window = [10, -5, 30, 5];
  for (const box of [
    [9, 0, 10, 1],
    [30, 0, 31, 1],
    [20, 5, 21, 6],
    [20, -6, 21, -5],
    [0, -9, 40, 9],
  ])
    assert.ok(meets(made, { box }, window), String(box));
  for (const box of [
    [8, 0, 9, 1],
    [31, 0, 32, 1],
    [20, 6, 21, 7],
    [20, -7, 21, -6],
  ])
    assert.ok(!meets(made, { box }, window), String(box));
});
