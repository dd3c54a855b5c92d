import assert from "node:assert/strict";
import test from "node:test";
import { Looks } from "../../../layers/web/src/map/groups.js";

const [a, b] = [{ id: "a" }, { id: "b" }];

test("what looks the same is one group; what comes and goes is told", () => {
  const keys = new Map([[a, "red"], [b, "red"]]); // biome-ignore format: pairs
  const told = [];
  const looks = new Looks(
    (one) => keys.get(one),
    (one, key) => told.push(`${one.id} ${key}`),
  );
  looks.place(a);
  looks.place(b);
  looks.place(b);
  assert.deepEqual([...looks.groups.get("red")], [a, b]);
  assert.deepEqual(told, ["a red", "b red"]);
  assert.deepEqual([...looks.changed], [a, b]);
  looks.settled();
  keys.set(a, "blue");
  looks.place(a);
  assert.deepEqual([...looks.groups.get("red")], [b]);
  assert.deepEqual([...looks.groups.get("blue")], [a]);
  assert.deepEqual(told.slice(2), ["a red", "a blue"]);
  assert.deepEqual([...looks.changed], [a]);
  keys.set(a, null);
  looks.place(a);
  assert.deepEqual([...looks.features()], [b]);
  looks.take(a);
  assert.equal(told.length, 5);
});

test("all that was placed is forgotten at once", () => {
  const looks = new Looks(() => "one");
  looks.place(a);
  looks.clear();
  assert.deepEqual([...looks.features()], []);
  looks.place(a);
  assert.deepEqual([...looks.groups.get("one")], [a]);
});
