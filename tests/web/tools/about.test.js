import assert from "node:assert/strict";
import test from "node:test";
import { figures } from "../../../layers/web/src/tools/about.js";

test("About counts works, those read, and entries of low certainty", () => {
  const payload = { version: "abc123", sources: { ONE: { seen: "excerpt" }, TWO: { seen: "not-seen" } } };
  const features = { manchuria: [{ certainty: "low" }, { certainty: "high" }], clashes: [{ certainty: "low" }] };
  assert.deepEqual(figures(payload, features), { works: 2, read: 1, all: 3, low: 2, version: "abc123" });
});
