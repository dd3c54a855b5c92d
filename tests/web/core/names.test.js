import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { nameOn } from "../../../layers/web/src/core/names.js";

const cases = JSON.parse(readFileSync(new URL("../../cases/polity_name.json", import.meta.url), "utf8"));

for (const { case: what, names, day, expected } of cases) {
  test(`the name of the day: ${what}`, () => assert.equal(nameOn(names, day)?.name ?? null, expected));
}
