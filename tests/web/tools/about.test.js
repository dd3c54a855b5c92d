import assert from "node:assert/strict";
import test from "node:test";
import { figures } from "../../../layers/web/src/tools/about.js";

test("About counts works and entries of low certainty", () => {
  const payload = { version: "abc123", sources: { ONE: {}, TWO: {} } };
  const features = { manchuria: [{ certainty: "low" }, { certainty: "high" }], clashes: [{ certainty: "low" }] };
  assert.deepEqual(figures(payload, features), { works: 2, all: 3, low: 2, version: "abc123" });
});
