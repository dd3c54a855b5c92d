import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { folder, partsOf } from "../../../layers/web/src/core/fold.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8"));
const fold = folder(read("data/folding.json"));

test("names fold as the terminal folds them", () => {
  for (const [text, folded] of read("tests/cases/fold.json")) {
    assert.strictEqual(fold(text), folded, text);
    assert.strictEqual(fold(folded), folded, folded);
  }
});

test("without a table the signs stay as they are", () => {
  assert.strictEqual(folder()("瀋陽 (Mukden)"), "瀋陽 mukden");
});

test("names in brackets stand alone too", () => {
  assert.deepStrictEqual(partsOf("Kulja (Ghulja, Ining)"), ["Kulja", "Ghulja", "Ining"]);
});
