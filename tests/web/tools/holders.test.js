import assert from "node:assert/strict";
import test from "node:test";
import { degrees } from "../../../layers/web/src/tools/holders.js";

test("degrees say their hemisphere", () => {
  assert.strictEqual(degrees([126.64, 45.76]), "45.76° N, 126.64° E");
  assert.strictEqual(degrees([-179.5, 65]), "65.00° N, 179.50° W");
});
