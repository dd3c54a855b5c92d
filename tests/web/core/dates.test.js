import assert from "node:assert/strict";
import test from "node:test";
import { dateFrom, dateOf, inOrder, moved, otherDate, positionOf } from "../../../layers/web/src/core/dates.js";

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
  assert.equal(moved("1900-01-01", "day", -1, SPAN), "1900-01-01");
  assert.equal(moved("1991-12-31", "month", 1, SPAN), "1991-12-31");
});

test("dates as a reader types them", () => {
  const span = [1900, 1991];
  const cases = [
    ["1932", "1932"],
    [" 1932-03-01 ", "1932-03-01"],
    ["1932/03/01", "1932-03-01"],
    ["1932.03.01", "1932-03-01"],
    ["1932-02", "1932-02-29"],
    ["1899", null],
    ["1992", null],
    ["1932-13-01", null],
    ["1931-02-29", null],
    ["March", null],
    ["", null],
  ];
  for (const [typed, want] of cases) assert.equal(dateFrom(typed, span), want, typed);
});

test("a second date to begin with stays in the span", () => {
  assert.equal(otherDate("1929", [1900, 1991]), "1939");
  assert.equal(otherDate("1985-06-01", [1900, 1991]), "1975");
  assert.equal(otherDate("1945", [1945, 1945]), "1945");
  assert.deepEqual(inOrder("1945", "1931-09-01"), ["1931-09-01", "1945"]);
  assert.deepEqual(inOrder("1931-12-31", "1931"), ["1931-12-31", "1931"]);
});
