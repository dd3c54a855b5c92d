import assert from "node:assert/strict";
import test from "node:test";
import { groupBy } from "../../../layers/web/src/core/group.js";

test("lists by key, keys in the order met, each list in its own", () => {
  const found = groupBy(["bb", "a", "cc", "d", "ee"], (word) => word.length);
  assert.deepEqual(
    [...found],
    [
      [2, ["bb", "cc", "ee"]],
      [1, ["a", "d"]],
    ],
  );
  assert.equal(groupBy([], () => 1).size, 0);
});
