import assert from "node:assert/strict";
import test from "node:test";
import { apart, meets } from "../../../layers/web/src/map/canvas.js";

test("what is drawn again: boxes that meet are one, others stay apart, many become one", () => {
  assert.deepEqual(
    apart([
      [0, 0, 10, 10],
      [20, 20, 30, 30],
      [5, 5, 25, 25],
    ]),
    [[0, 0, 30, 30]],
  );
  const far = Array.from({ length: 8 }, (_, i) => [i * 100, 0, i * 100 + 10, 10]);
  assert.equal(apart(far).length, 8);
  assert.deepEqual(apart([...far, [900, 50, 910, 60]]), [[0, 0, 910, 60]]);
  for (const one of apart(far))
    for (const other of apart(far)) assert.ok(String(one) === String(other) || !meets(one, other));
});
