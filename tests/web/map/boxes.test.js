import assert from "node:assert";
import test from "node:test";
import { Boxes, broken, Grid } from "../../../layers/web/src/map/boxes.js";

test("no box over another; touching is fine", () => {
  const boxes = new Boxes();
  assert.ok(boxes.take([0, 0, 10, 10]));
  assert.ok(!boxes.take([9, 9, 20, 20]));
  assert.ok(boxes.take([10, 0, 20, 10]));
  assert.equal(boxes.taken.length, 2);
});

test("a name stands in the widest part of its land, inside the view", () => {
  const grid = new Grid([0, 0, 1000, 600]);
  const spot = grid.spot(grid.mask([[100, 100, 900, 100, 900, 300, 100, 300, 100, 100]]));
  assert.ok(Math.abs(spot.x - 500) < 22);
  assert.ok(spot.y > 120 && spot.y < 280);
  assert.ok(spot.width > 700 && spot.width <= 810);
});

test("a land that reaches out of the view has its name in the part that is seen", () => {
  const grid = new Grid([0, 0, 1000, 600]);
  const spot = grid.spot(grid.mask([[600, -900, 5000, -900, 5000, 400, 600, 400, 600, -900]]));
  assert.ok(spot.x > 600 && spot.x < 1000);
  assert.ok(spot.y > 0 && spot.y < 400);
});

test("a hole and a covered corner are no room", () => {
  const outer = [0, 0, 1000, 0, 1000, 600, 0, 600];
  const hole = [300, 0, 700, 0, 700, 600, 300, 600];
  const grid = new Grid([0, 0, 1000, 600], [[0, 0, 300, 600]]);
  const spot = grid.spot(grid.mask([outer, hole]));
  assert.ok(spot.x > 700);
  assert.equal(grid.spot(grid.mask([[0, 0, 200, 0, 200, 200, 0, 200, 0, 0]])), null);
});

test("long names break into lines as even as can be", () => {
  assert.deepEqual(broken("MONGOLIAN PEOPLE'S REPUBLIC", 2), ["MONGOLIAN", "PEOPLE'S REPUBLIC"]);
  assert.deepEqual(broken("TUVA", 2), ["TUVA"]);
  assert.equal(broken("FAR EASTERN REPUBLIC", 3).length, 3);
});
