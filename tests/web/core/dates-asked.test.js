import assert from "node:assert";
import test from "node:test";
import { dateAsked } from "../../../layers/web/src/core/dates-asked.js";

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
