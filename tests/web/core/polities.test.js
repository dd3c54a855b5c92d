import assert from "node:assert/strict";
import test from "node:test";
import { nationOf, ownerOf, polityOf } from "../../../layers/web/src/core/polities.js";

const polities = { prc: { nation: "china", fill: "#123456" }, ussr: { fill: "#654321" } };

test("a polity by its key; one that the payload lacks is grey and of no name", () => {
  assert.equal(polityOf(polities, "prc"), polities.prc);
  const unknown = polityOf(polities, "atlantis");
  assert.deepEqual([unknown.family, unknown.fill, unknown.names], ["other", "#B8B4A8", []]);
});

test("regimes of one state are one nation, any other polity is its own", () => {
  assert.equal(nationOf(polities, "prc"), "china");
  assert.equal(nationOf(polities, "ussr"), "ussr");
  assert.equal(nationOf(polities, "atlantis"), "atlantis");
});

test("whose colour a land has: its holder's, its owner's by treaty, its owner's as a capital saw it", () => {
  const land = { polity: "manchukuo", sovereign_key: "roc", view_tokyo: "manchukuo" };
  assert.equal(ownerOf(land, "control"), "manchukuo");
  assert.equal(ownerOf(land, "treaty"), "roc");
  assert.equal(ownerOf(land, "tokyo"), "manchukuo");
  assert.equal(ownerOf(land, "moscow"), "roc");
  assert.equal(ownerOf({ polity: "tuva" }, "treaty"), "tuva");
});
