import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { holds, Schedule, seenIn } from "../../../layers/web/src/core/schedule.js";

const cases = JSON.parse(readFileSync(new URL("../../cases/period.json", import.meta.url), "utf8"));

for (const { name, start, end, date, from, to, expected } of cases) {
  test(`the shared rule of periods: ${name}`, () => {
    if (date !== undefined) assert.equal(holds({ start, end }, date), expected);
    const schedule = new Schedule([{ start, end }]);
    if (date !== undefined) schedule.moveTo(date);
    else schedule.moveTo(from, to);
    assert.equal(schedule.current().length === 1, expected);
  });
}

// A fixed pseudo-random walk: the same every run.
function numbers(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % most;
  };
}

const pick = numbers(7);
const features = Array.from({ length: 400 }, (_, id) => {
  const start = (1900 + pick(92)) * 10000 + 101 + 100 * pick(12) + pick(28);
  return { id, start, end: pick(5) ? start + 10000 * (1 + pick(9)) : 99991231 };
});

test("moving to any day gives what a scan of all gives, and tells only what changed", () => {
  const schedule = new Schedule(features);
  let before = new Set();
  for (let turn = 0; turn < 500; turn += 1) {
    const day = (1899 + pick(95)) * 10000 + 101 + 100 * pick(12) + pick(28);
    const { enter, leave } = schedule.moveTo(day);
    const now = new Set(features.filter((f) => holds(f, day)));
    assert.deepEqual(new Set(schedule.current()), now);
    assert.equal(schedule.size, now.size);
    assert.deepEqual(new Set(enter), new Set([...now].filter((f) => !before.has(f))));
    assert.deepEqual(new Set(leave), new Set([...before].filter((f) => !now.has(f))));
    before = now;
  }
});

test("a window takes in all that shares a day with it", () => {
  const schedule = new Schedule(features);
  for (let year = 1900; year < 1992; year += 1) {
    const [from, to] = [year * 10000 + 101, (year + 1) * 10000 + 101];
    const expected = features.filter((f) => f.start < to && f.end > from);
    schedule.moveTo(from, to);
    assert.deepEqual(schedule.current(), expected);
    assert.deepEqual(schedule.within(from, to), expected);
    assert.deepEqual(
      new Set(schedule.begunIn(from, to)),
      new Set(features.filter((f) => f.start >= from && f.start < to)),
    );
    assert.deepEqual(new Set(schedule.endedIn(from, to)), new Set(features.filter((f) => f.end >= from && f.end < to)));
  }
});

test("a step looks only at starts and ends between the two days", () => {
  const many = Array.from({ length: 10000 }, (_, i) => ({
    start: 19000101 + (i % 90) * 10000,
    end: 19050101 + (i % 90) * 10000,
  }));
  const schedule = new Schedule(many);
  schedule.moveTo(19501231);
  const { enter, leave } = schedule.moveTo(19511231);
  assert.ok(enter.length + leave.length < 300);
  assert.equal(schedule.moveTo(19511231).enter.length, 0);
});

test("lands may begin earlier and end later than their day where the day is only known to a range", () => {
  const schedule = new Schedule([{ start: 100, end: 200, early: 90 }], { start: (f) => f.early });
  assert.equal(schedule.moveTo(95).enter.length, 1);
});

test("what holds is seen on its days, what happens from then on while it is shown", () => {
  const view = { day: 19310917, window: [19310101, 19310918], fresh: 19310819, past: 19310101 };
  const land = (start, end) => ({ type: "territory", start, end });
  const clash = (start, end) => ({ type: "clash", start, end });
  assert.equal(seenIn(land(19310101, 19310918), view), true);
  assert.equal(seenIn(land(19310101, 19310917), view), false);
  assert.equal(seenIn(land(19310918, 19320101), view), false);
  assert.equal(seenIn(clash(19310918, 19310919), view), false);
  assert.equal(seenIn(clash(19310917, 19310930), view), true);
  assert.equal(seenIn(clash(19300101, 19310101), view), false);
  assert.equal(seenIn(clash(19300101, 19310102), view), true);
});
