// A date that a reader types, in any of the page's languages, as the state writes it: "1945", "1945-08", "1945-08-20".
import * as time from "./time.js";

/** @import { Span, Step } from "./types.js" */

const MONTH = { en: time.MONTHS.en, ru: time.MONTHS.ru };
/** @type {(n: string | number) => string} */
const pad = (n) => String(n).padStart(2, "0");

/** @type {(word: string) => number} */
function monthOf(word) {
  const asked = word.toLowerCase().replace(/\.$/, "");
  if (asked === "май") return 5;
  for (const names of Object.values(MONTH)) {
    const at = names.findIndex((name) => asked.length >= 3 && name.toLowerCase().slice(0, asked.length) === asked);
    if (at >= 0) return at + 1;
    // "август" for "августа", "июнь" for "июня", "Sept" for "September".
    const near = names.findIndex((name) => asked.length > 3 && name.toLowerCase().slice(0, 3) === asked.slice(0, 3));
    if (near >= 0 && Math.abs(names[near].length - asked.length) <= 1) return near + 1;
  }
  return 0;
}

/** @type {[RegExp, (match: string[]) => (string | number | undefined)[]][]} */
const READERS = [
  [/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, d, m, y]) => [y, m, d]],
  [/^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+\.?),?\s+(\d{4})(?:\s*г\.?)?$/u, ([, d, m, y]) => [y, monthOf(m), d]],
  [/^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, ([, m, d, y]) => [y, monthOf(m), d]],
  [/^(\d{4})\s*(?:г\.?|год)$/, ([, y]) => [y]],
];

// The date within the span of years, or null.
/** @type {(text: string, span: Span) => string | null} */
export function dateAsked(text, [first, last]) {
  const asked = text.trim();
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(asked);
    if (!match) continue;
    const [year, month, day] = read(match);
    const date = [year, month && pad(month), month && day && pad(day)].filter((part) => part !== undefined).join("-");
    const valid = month !== 0 && time.fromText(date) !== null && Number(year) >= first && Number(year) <= last;
    return valid ? date : null;
  }
  return null;
}

// What a date's text tells: a year, a month or a day.
/** @type {(date: string) => Step} */
export const textOfDate = (date) => (date.length === 4 ? "year" : date.length === 7 ? "month" : "day");
