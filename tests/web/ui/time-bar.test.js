import assert from "node:assert";
import test from "node:test";
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
