import assert from "node:assert/strict";
import test from "node:test";
import { doubtOn, doubtsOf } from "../../../layers/web/src/core/doubt.js";

const came = { start: 19340701, end: 19360101, start_range: [19340601, 19340731] };
const goes = { start: 19330101, end: 19340701, end_range: [19340601, 19340731] };

test("a land is in doubt inside its own period alone, on both sides of the day taken", () => {
  assert.deepEqual(doubtsOf(came), [{ side: "start", from: 19340701, to: 19340801 }]);
  assert.deepEqual(doubtsOf(goes), [{ side: "end", from: 19340601, to: 19340701 }]);
  assert.equal(doubtOn(goes, 19340531), null);
  assert.equal(doubtOn(goes, 19340601), "end");
  assert.equal(doubtOn(goes, 19340630), "end");
  assert.equal(doubtOn(came, 19340701), "start");
  assert.equal(doubtOn(came, 19340731), "start");
  assert.equal(doubtOn(came, 19340801), null);
});

test("a short period is in doubt no longer than it lasts, a sure one never", () => {
  const short = { start: 19340701, end: 19340710, start_range: [19340601, 19340731], end_range: [19340705, 19340801] };
  assert.deepEqual(doubtsOf(short), [
    { side: "start", from: 19340701, to: 19340710 },
    { side: "end", from: 19340705, to: 19340710 },
  ]);
  assert.deepEqual(doubtsOf({ start: 19340701, end: 19350101 }), []);
  assert.deepEqual(doubtsOf({ start: 19340701, end: 19350101, start_range: [19340601, 19340615] }), []);
});

test("a start known to a window that ends on it leaves that day in doubt", () => {
  const edge = { start: 19340701, end: 19360101, start_range: [19340601, 19340701] };
  assert.deepEqual(doubtsOf(edge), [{ side: "start", from: 19340701, to: 19340702 }]);
  const after = { start: 19340701, end: 19360101, end_range: [19360101, 19360201] };
  assert.deepEqual(doubtsOf(after), []);
});
