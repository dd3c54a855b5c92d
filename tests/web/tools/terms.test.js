import assert from "node:assert/strict";
import test from "node:test";
import { of } from "../../../layers/web/src/tools/terms.js";

test("a feature's terms follow what its facts say", () => {
  assert.deepEqual(
    of({
      type: "territory",
      status: "puppet",
      polity: "manchukuo",
      controller_key: "japan",
      sovereign_key: "roc",
      certainty: "high",
      start_edtf: "1932-03~",
    }),
    ["puppet", "de_facto", "de_jure", "edtf", "certainty"],
  );
  assert.deepEqual(of({ type: "line", gauge_mm: 1524, zone: "CER zone", owner_key: "china-joint" }), [
    "gauge",
    "zone",
    "joint",
  ]);
  assert.deepEqual(of({ type: "outline", basis: "front" }), ["front"]);
});
