import assert from "node:assert/strict";
import test from "node:test";
import { seen } from "../../../layers/web/src/ui/legend.js";
import { model } from "../made.js";

const land = (made, id, more = {}) => ({ ...made.get(id), ...more });

test("holders of the frontier stand before those around, then by what they take of the window", () => {
  const made = model();
  made.declared.far = { key: "far", kind: "territory", around: true };
  const [east, west] = [land(made, "east"), land(made, "west-roc")];
  const shares = (a, b) =>
    new Map([
      [east, a],
      [west, b],
    ]); // prettier-ignore
  assert.deepEqual(seen(shares(0.2, 0.5), "control", made).owners, [west.polity, east.polity]);
  assert.deepEqual(seen(shares(0.6, 0.1), "control", made).owners, [east.polity, west.polity]);
  const around = land(made, "east", { layer: "far" });
  const mixed = new Map([
    [around, 0.9],
    [west, 0],
  ]); // prettier-ignore
  assert.deepEqual(seen(mixed, "control", made).owners, [west.polity, east.polity]);
});

test("a pattern is explained once, by the land that shows most of it", () => {
  const made = model();
  const puppet = { status: "puppet", sovereign_key: "qing" };
  const [small, large] = [land(made, "east", { ...puppet, polity: "fer" }), land(made, "east", puppet)];
  const { patterns } = seen(
    new Map([
      [small, 0.1],
      [large, 0.4],
      [land(made, "west-roc"), 0.3],
    ]),
    "control",
    made,
  ); // prettier-ignore
  assert.deepEqual([...patterns.keys()], ["hatch"]);
  assert.equal(patterns.get("hatch").size, 0.4);
});
