import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { dateAsked, periodAsked, textOfDate } from "../../../layers/web/src/core/dates-asked.js";
import { dayFrom, firstOf } from "../../../layers/web/src/core/time.js";

const SPAN = [1900, 1991];

test("a date is read in the page's languages", () => {
  const cases = {
    1945: "1945",
    "1945-08": "1945-08",
    "1945-8-3": "1945-08-03",
    "1945-08-20": "1945-08-20",
    "20 August 1945": "1945-08-20",
    " 20 aug 1945 ": "1945-08-20",
    "20th August, 1945": "1945-08-20",
    "August 20, 1945": "1945-08-20",
    "Aug. 1945": "1945-08",
    "Sept 1931": "1931-09",
    "May 1939": "1939-05",
    "March 1969": "1969-03",
    "20 августа 1945 г.": "1945-08-20",
    "Август 1945": "1945-08",
    "июнь 1950": "1950-06",
    "июля 1950": "1950-07",
    "май 1939": "1939-05",
    "9 мая 1945": "1945-05-09",
    "март 1969": "1969-03",
    "1945 год": "1945",
    "1945年8月20日": "1945-08-20",
    "1945年8月": "1945-08",
    "1945年": "1945",
    "20.8.1945": "1945-08-20",
  };
  for (const [text, date] of Object.entries(cases)) assert.strictEqual(dateAsked(text, SPAN), date, text);
});

test("what is no date of the span is none", () => {
  for (const text of ["", "1899", "1992", "31 February 1945", "1945-13", "Harbin 1945", "20 Harbin 1945", "194", "May"])
    assert.strictEqual(dateAsked(text, SPAN), null, text);
});

test("what geo reads as a date is read alike", () => {
  const cases = JSON.parse(readFileSync(new URL("../../cases/dates_typed.json", import.meta.url), "utf8"));
  for (const [text, days] of Object.entries(cases.read)) {
    const { from, date } = periodAsked(text, SPAN);
    assert.deepStrictEqual([firstOf(from || date), dayFrom(date)], days, text);
  }
  for (const text of cases.refused) assert.ok(["turned", null].includes(periodAsked(text, SPAN)), text);
});

test("a range is read in the page's languages", () => {
  const cases = {
    "1929–45": ["1929", "1945"],
    "1929-45": ["1929", "1945"],
    "1929-1945": ["1929", "1945"],
    "1929 - 1945": ["1929", "1945"],
    "from 1929 to 1945": ["1929", "1945"],
    "18 September 1931 – 1 March 1932": ["1931-09-18", "1932-03-01"],
    "Sept 1931 to Mar 1932": ["1931-09", "1932-03"],
    "1931-09-18..1932-03": ["1931-09-18", "1932-03"],
    "с 1929 по 1945 г.": ["1929", "1945"],
    "сентябрь 1931 — март 1932": ["1931-09", "1932-03"],
    自1929年至1945年: ["1929", "1945"],
    "1930s": ["1930", "1939"],
    "1930年代": ["1930", "1939"],
    "1929/..": ["1929", "1991"],
    "../1945": ["1900", "1945"],
  };
  for (const [text, [from, date]] of Object.entries(cases))
    assert.deepStrictEqual(periodAsked(text, SPAN), { from, date }, text);
});

test("a moment is no range, a range is told from one that is turned round or out of the span", () => {
  assert.deepStrictEqual(periodAsked(" 1931-12 ", SPAN), { from: "", date: "1931-12" });
  assert.strictEqual(periodAsked("1945 to 1929", SPAN), "turned");
  for (const text of ["1890–1945", "1945-1999", "1929 to Harbin", "1929–1930–1931", "Harbin"])
    assert.strictEqual(periodAsked(text, SPAN), null, text);
});

test("what a date's text tells, and the edges of what is a date", () => {
  assert.deepStrictEqual(["1945", "1945-08", "1945-08-20"].map(textOfDate), ["year", "month", "day"]);
  for (const [text, date] of [
    ["1900", "1900"],
    ["1991", "1991"],
    ["1 January 1900", "1900-01-01"],
    ["31 December 1991", "1991-12-31"],
  ]) // prettier-ignore
    assert.strictEqual(dateAsked(text, SPAN), date, text);
  for (const text of ["1945-00", "1945-00-10", "1945-02-30", "0 May 1945", "31.12.1899", "1.1.1992"])
    assert.strictEqual(dateAsked(text, SPAN), null, text);
});

test("a date tells how exact it is", () => {
  assert.deepStrictEqual(["1945", "1945-08", "1945-08-20"].map(textOfDate), ["year", "month", "day"]);
});
