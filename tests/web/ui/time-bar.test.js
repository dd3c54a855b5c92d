import assert from "node:assert";
import test from "node:test";
import { read } from "../../../layers/web/src/bridge.js";
import { add, has, say, TABLE } from "../../../layers/web/src/core/words.js";
import { away } from "../../../layers/web/src/map/hit.js";
import { dateOf, moved, positionOf } from "../../../layers/web/src/ui/time-bar.js";

const SPAN = [1900, 1991];

test("slider positions and dates are each other's opposite", () => {
  for (const day of [19000131, 19291130, 19911231]) {
    assert.equal(dateOf(positionOf(day, "day"), "day").replaceAll("-", ""), String(day));
    assert.equal(dateOf(positionOf(day, "month"), "month").replaceAll("-", ""), String(day));
  }
  assert.equal(dateOf(positionOf(19290615, "year"), "year"), "1929");
  assert.equal(dateOf(positionOf(19290615, "month"), "month"), "1929-06-30");
});

test("a step by year goes from year's end to year's end", () => {
  assert.equal(moved("1929", "year", 1, SPAN), "1930");
  assert.equal(moved("1929-11-20", "year", 1, SPAN), "1929");
  assert.equal(moved("1929-11-20", "year", -1, SPAN), "1928");
  assert.equal(moved("1991", "year", 1, SPAN), "1991");
  assert.equal(moved("1900", "year", -1, SPAN), "1900");
});

test("a step by month goes from month's end to month's end, a day by day", () => {
  assert.equal(moved("1929", "month", 1, SPAN), "1930-01-31");
  assert.equal(moved("1929-11-20", "month", 1, SPAN), "1929-11-30");
  assert.equal(moved("1929-11-20", "month", -1, SPAN), "1929-10-31");
  assert.equal(moved("1932-02-29", "day", 1, SPAN), "1932-03-01");
  assert.equal(moved("1991-12-31", "day", 1, SPAN), "1991-12-31");
});

test("foreign messages are not ours", () => {
  for (const data of [null, "set", 7, {}, { atlas: "state" }, { atlas: "sets", state: {} }])
    assert.equal(read(data), null);
  assert.deepEqual(read({ atlas: "set", state: "1945" }), { state: {}, fly: null });
  assert.deepEqual(read({ atlas: "set", state: { date: "1945" }, fly: { lat: "45", lon: 126, zoom: 6 } }), {
    state: { date: "1945" },
    fly: { lat: 45, lon: 126, zoom: 6 },
  });
  assert.deepEqual(read({ atlas: "set", fly: { lat: "x", lon: 1 } }).fly, null);
});

test("every word is there in three languages", () => {
  for (const [key, row] of Object.entries(TABLE)) {
    assert.equal(row.length, 3, key);
    for (const text of row) assert.ok(text, key);
    const slots = row.map((text) => (text.match(/\{\w+\}/g) || []).sort().join());
    assert.equal(new Set(slots).size <= 2, true, key);
  }
});

test("words take values; unknown keys show themselves; later parts add theirs", () => {
  assert.equal(say("en", "more", { n: 3 }), "3 more");
  assert.equal(say("en", "no_such_word"), "no_such_word");
  assert.equal(say("en", "toString"), "toString");
  add({ extra_word: ["one", "一", "один"] });
  assert.ok(has("extra_word"));
  assert.equal(say("ru", "extra_word"), "один");
});

test("distance from a line in pixels", () => {
  assert.equal(away([0, 0, 10, 0], 5, 3), 3);
  assert.equal(away([0, 0, 10, 0, 10, 10], 13, 14), 5);
});
