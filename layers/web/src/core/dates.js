// Dates as readers give them: typed, chosen by slider or stepped through, within the years of the page.
import * as time from "./time.js";
/** @import { Span, Step } from "./types.js" */

// What was typed as a date of the state: "1932", "1932-03-01"; a month is its last day. Null if it is none.
/** @type {(text: string, span: Span) => string | null} */
export function dateFrom(text, [first, last]) {
  const tidy = String(text).trim().replace(/[./]/g, "-");
  const day = time.fromText(tidy);
  if (day === null || time.yearOf(day) < first || time.yearOf(day) > last) return null;
  return tidy.length === 4 ? tidy : time.iso(day);
}

// A date to begin a comparison with: ten years on, or back from the end.
/** @type {(date: string, span: Span) => string} */
export function otherDate(date, [first, last]) {
  const year = time.yearOf(time.dayFrom(date));
  return String(year + 10 <= last ? year + 10 : Math.max(first, year - 10));
}

/** @type {(one: string, two: string) => [string, string]} */
export const inOrder = (one, two) => (time.dayFrom(one) <= time.dayFrom(two) ? [one, two] : [two, one]);

// Slider positions by step: years, months or days counted up.
/** @type {(day: number, step: Step) => number} */
export function positionOf(day, step) {
  const [year, month] = time.parts(day);
  return step === "year" ? year : step === "month" ? year * 12 + month - 1 : time.ordinal(day);
}

// The state's date at a position: a year as "YYYY", a month as its last day.
/** @type {(value: number, step: Step) => string} */
export function dateOf(value, step) {
  if (step === "year") return String(value);
  if (step === "month") return time.iso(time.lastOfMonth(Math.floor(value / 12), (value % 12) + 1));
  return time.iso(time.fromOrdinal(value));
}

// The date some steps on: year ends, month ends or days, held within the span.
/** @type {(date: string, step: Step, by: number, span: Span) => string} */
export function moved(date, step, by, [first, last]) {
  const day = time.dayFrom(date);
  const [year, month] = time.parts(day);
  let found;
  if (step === "year") {
    const at = day === time.make(year, 12, 31) ? year + by : year + by - (by > 0 ? 1 : 0);
    return String(Math.min(Math.max(at, first), last));
  }
  if (step === "month") {
    const ended = day === time.lastOfMonth(year, month);
    const count = year * 12 + month - 1 + (ended || by < 0 ? by : by - 1);
    found = time.lastOfMonth(Math.floor(count / 12), (count % 12) + 1);
  } else {
    found = time.addDays(day, by);
  }
  return time.iso(Math.min(Math.max(found, time.make(first, 1, 1)), time.make(last, 12, 31)));
}
