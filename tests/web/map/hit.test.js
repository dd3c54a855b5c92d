import assert from "node:assert/strict";
import test from "node:test";
import { away } from "../../../layers/web/src/map/hit.js";

test("distance from a line in pixels", () => {
  assert.equal(away([0, 0, 10, 0], 5, 3), 3);
  assert.equal(away([0, 0, 10, 0, 10, 10], 13, 14), 5);
});
