import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as time from "../../../layers/web/src/core/time.js";

const cases = JSON.parse(readFileSync(new URL("../../cases/words.json", import.meta.url), "utf8"));

test("days count up through every month of the span and come back", () => {
  let day = 19000101;
  for (let count = time.ordinal(day); day < 19920101; count += 1) {
    assert.equal(time.fromOrdinal(count), day);
    day = time.addDays(day, 1);
  }
});

test("leap days: 1900 has none, 1904 has one", () => {
  assert.equal(time.addDays(19000228, 1), 19000301);
  assert.equal(time.addDays(19040228, 1), 19040229);
  assert.equal(time.daysIn(1904, 2), 29);
  assert.deepEqual(
    [1800, 1900, 2000, 2001, 2004].map((year) => time.daysIn(year, 2)),
    [28, 28, 29, 28, 29],
  );
});

test("months on: the last day stays the last day", () => {
  assert.equal(time.addMonths(19311231, 2), 19320229);
  assert.equal(time.addMonths(19320229, -1), 19320131);
  assert.equal(time.addMonths(19290815, 5), 19300115);
});

test("an open end stays open", () => {
  assert.equal(time.addDays(time.OPEN, 1), time.OPEN);
});

test("a year is its 31 December, a month its last day", () => {
  assert.equal(time.fromText("1929"), 19291231);
  assert.equal(time.fromText("1932-02"), 19320229);
  assert.equal(time.fromText("1929-11-20"), 19291120);
  for (const bad of ["", "29", "1929-13-01", "1929-02-30", "1929-11-20T00:00", "next year"])
    assert.equal(time.fromText(bad), null);
});

test("what a date shows of happenings: its year, its month or its day", () => {
  assert.deepEqual(time.windowOf("1929", "year"), [19290101, 19300101]);
  assert.deepEqual(time.windowOf("1929-11-20", "year"), [19290101, 19300101]);
  assert.deepEqual(time.windowOf("1929-11-30", "month"), [19291101, 19291201]);
  assert.deepEqual(time.windowOf("1929", "month"), [19290101, 19300101]);
  assert.deepEqual(time.windowOf("1929-12-31", "day"), [19291231, 19300101]);
});

test("a date shows what has happened by then: its year so far, the news of it, what is pale", () => {
  const { seenUpTo } = time;
  assert.deepEqual(seenUpTo("1929", "year"), { window: [19290101, 19300101], fresh: 19290101, past: 19280101 });
  assert.deepEqual(seenUpTo("1945-08-31", "month"), { window: [19450101, 19450901], fresh: 19450801, past: 19450101 });
  for (const step of ["year", "day"])
    assert.deepEqual(seenUpTo("1931-09-17", step), { window: [19310101, 19310918], fresh: 19310819, past: 19310101 });
  assert.deepEqual(seenUpTo("1934-01-10", "day"), { window: [19331212, 19340111], fresh: 19331212, past: 19331212 });
});

test("dates in words", () => {
  assert.equal(time.formatDay(19450809), "9 August 1945");
  assert.equal(time.formatDay(19450809, "zh"), "1945年8月9日");
  assert.equal(time.formatDay(19450809, "ru"), "9 августа 1945 г.");
  assert.equal(time.formatDayOfYear(19291231), "31 December");
  assert.equal(time.formatShort(19310918), "18 Sep");
});

test("uncertain dates: the words that Python ships, in every place", () => {
  for (const { edtf, said, short, from, shipped } of cases) {
    for (const [at, lang] of ["en", "zh", "ru"].entries()) {
      const feature = { start: 19300601, end: time.OPEN, start_words: shipped };
      assert.equal(time.formatStart(feature, lang), said[at], edtf);
      assert.equal(time.formatShort(19300601, lang, shipped), short[at], edtf);
      assert.equal(time.formatPeriod(feature, lang), from[at], edtf);
      const ended = { start: 19000101, end: 19300601, end_words: shipped };
      assert.equal(time.formatPeriod({ ...ended, start: 19100101 }, lang).split(" – ")[1], said[at], edtf);
    }
  }
});

test("an end that is uncertain: behind its preposition, in its case", () => {
  const { shipped } = cases.find((one) => one.edtf === "1934-06~");
  const ended = { start: 19000101, end: 19340615, end_words: shipped };
  assert.equal(time.formatPeriod(ended, "en", { first: 19000101 }), "to about June 1934");
  assert.equal(time.formatPeriod(ended, "zh", { first: 19000101 }), "至約1934年6月");
  assert.equal(time.formatPeriod(ended, "ru", { first: 19000101 }), "примерно до июня 1934");
});

test("a feature's life: half-open for lands, last day included for happenings", () => {
  const land = { start: 19320301, end: 19450820 };
  assert.equal(time.formatPeriod(land), "1 March 1932 – 20 August 1945");
  const old = { start: 19000101, end: 19120212 };
  assert.equal(time.formatPeriod(old, "en", { first: 19000101 }), "to 12 February 1912");
  assert.equal(time.formatPeriod(old, "en", { first: 18500101 }), "1 January 1900 – 12 February 1912");
  assert.equal(time.formatPeriod({ start: 19491001, end: time.OPEN }), "from 1 October 1949");
  assert.equal(time.formatPeriod({ start: 19690302, end: 19690303 }, "en", { last: true }), "2 March 1969");
  assert.equal(
    time.formatPeriod({ start: 19390511, end: 19390917 }, "en", { last: true }),
    "11 May 1939 – 16 September 1939",
  );
});

test("days are counted over the century, whose last year is a leap year", () => {
  assert.equal(time.ordinal(20000301) - time.ordinal(19000301), 36525);
  assert.equal(time.ordinal(20010301) - time.ordinal(20000301), 365);
  assert.equal(time.ordinal(16010301) - time.ordinal(15990301), 731);
  for (const day of [15991231, 16000229, 16000301, 19000228, 19000301, 20000229, 20000301, 20041231])
    assert.equal(time.fromOrdinal(time.ordinal(day)), day);
});

test("a number of a day is its year, month and day", () => {
  for (const [n, ...parts] of [
    [19451231, 1945, 12, 31],
    [10101, 1, 1, 1],
    [99991231, 9999, 12, 31],
  ]) {
    assert.deepEqual(time.parts(n), parts);
    assert.equal(time.yearOf(n), parts[0]);
  }
});
