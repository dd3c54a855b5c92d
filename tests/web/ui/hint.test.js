import assert from "node:assert/strict";
import test from "node:test";
import { remember, seen, wanted } from "../../../layers/web/src/ui/hint.js";

test("the hint comes once, not in an embed, a chapter, a comparison or a link to one feature", () => {
  const plain = { embed: "0", chapter: "", compare: "", sel: "" };
  assert.ok(wanted(plain, false));
  assert.ok(!wanted(plain, true));
  for (const one of [{ embed: "1" }, { chapter: "a" }, { compare: "1931" }, { sel: "x" }])
    assert.ok(!wanted({ ...plain, ...one }, false));
  const shut = () => {
    throw new Error("SecurityError");
  };
  assert.ok(seen(shut));
  remember(shut);
  const kept = new Map();
  const storage = () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) });
  assert.ok(!seen(storage));
  remember(storage);
  assert.ok(seen(storage));
});
