import assert from "node:assert/strict";
import test from "node:test";
import { spots } from "../../../layers/web/src/map/marks.js";

test("signs on one spot share it under the heaviest; others stay apart", () => {
  const mark = (id, x, y, rank) => ({ id, x, y, rank });
  const found = spots([mark("a", 0, 0, 1), mark("b", 3, 3, 9), mark("c", 40, 0, 2), mark("d", 2, 1, 5)]);
  assert.deepEqual(
    found.map((one) => [one.mark.id, one.others.map((other) => other.id)]),
    [
      ["b", ["d", "a"]],
      ["c", []],
    ],
  );
});
