import assert from "node:assert/strict";
import test from "node:test";
import { short } from "../../../layers/web/src/map/labels.js";

test("what stands in brackets is left to the tooltip", () => {
  assert.equal(short("Republic of China (Peking government)"), "Republic of China");
  assert.equal(short("中華民國（北洋政府）"), "中華民國");
});
