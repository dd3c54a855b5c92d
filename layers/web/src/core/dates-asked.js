// What a reader types as a date, in any of the page's languages or as geo/dates.py reads it (EDTF), as the state
// writes it: a moment "1945", "1945-08", "1945-08-20", or a range of two of these. Both languages are held to
// tests/cases/dates_typed.json.
import * as time from "./time.js";

/** @import { Span, Step } from "./types.js" */

/** What is shown of it: up to `date`, from `from` on, or that moment alone where `from` is "".
 *  @typedef {{ from: string, date: string }} Asked */

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
  [/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?[~?%]?$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{4})(?:-(\d{2}))?(?:-XX){1,2}[~?%]?$/, ([, y, m]) => [y, m]],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{4})-(\d{2})-(\d{2})T[\d:.+Z-]*$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?$/, ([, y, m, d]) => [y, m, d]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, d, m, y]) => [y, m, d]],
  [/^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+\.?),?\s+(\d{4})(?:\s*г\.?)?$/u, ([, d, m, y]) => [y, monthOf(m), d]],
  [/^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, ([, m, d, y]) => [y, monthOf(m), d]],
  [/^(\d{4})\s*(?:г\.?|год)$/, ([, y]) => [y]],
];

/** @type {(text: string) => string | null} */
function read(text) {
  for (const [pattern, partsOf] of READERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, month, day] = partsOf(match);
    const date = [year, month && pad(month), month && day && pad(day)].filter((part) => part !== undefined).join("-");
    return month !== 0 && time.fromText(date) !== null ? date : null;
  }
  return null;
}

/** @type {(date: string, span: Span) => boolean} */
const inside = (date, [first, last]) => Number(date.slice(0, 4)) >= first && Number(date.slice(0, 4)) <= last;

// The date within the span of years, or null.
/** @type {(text: string, span: Span) => string | null} */
export function dateAsked(text, span) {
  const date = read(text.trim());
  return date && inside(date, span) ? date : null;
}

const SEASONS = { 21: 3, 22: 6, 23: 9, 24: 12 }; // EDTF's numbers, and the first month of each

// What stands for several years or months: "193X", "1930s", a season "1931-23".
/** @type {(text: string) => Asked | null} */
function several(text) {
  const decade = /^(\d{3})(?:X|0s|0-е|0年代)[~?%]?$/.exec(text);
  if (decade) return { from: `${decade[1]}0`, date: `${decade[1]}9` };
  const season = /^(\d{4})-(2[1-4])[~?%]?$/.exec(text);
  if (!season) return null;
  const first = SEASONS[/** @type {keyof typeof SEASONS} */ (Number(season[2]))];
  const last = time.addMonths(time.make(Number(season[1]), first, 1), 2);
  return { from: `${season[1]}-${pad(first)}`, date: time.iso(last).slice(0, 7) };
}

const SHORT = /^(\d{2})(\d{2})\s*[–—-]\s*(\d{2})$/; // "1929–45"
const YEARS = /^(\d{4})-(\d{4})$/;
const BETWEEN = /\s*(?:\/|\.{2,}|…|[–—]|\s-\s|\sto\s|\suntil\s|\sпо\s|\sдо\s|至|到)\s*/;
const SINCE = /^(?:(?:from|since|с)\s+|[自從从])/iu;

// A moment or a range within the span of years: null if it can't be read, "turned" if it ends before it begins.
/** @type {(text: string, span: Span) => Asked | "turned" | null} */
export function periodAsked(text, span) {
  const asked = text.trim();
  const whole = dateAsked(asked, span);
  if (whole) return { from: "", date: whole };
  const found = several(asked) || between(asked.replace(SINCE, ""), span);
  if (!found || !inside(found.from, span) || !inside(found.date, span)) return null;
  return time.firstOf(found.from) > time.dayFrom(found.date) ? "turned" : found;
}

/** @type {(asked: string, span: Span) => Asked | null} */
function between(asked, [first, last]) {
  const short = SHORT.exec(asked);
  if (short) return { from: short[1] + short[2], date: short[1] + short[3] };
  const ends = asked.replace(/^\.*\//, `${first}/`).replace(/\/\.*$/, `/${last}`);
  const two = YEARS.exec(ends)?.slice(1) || ends.split(BETWEEN);
  const [from, date] = two.map(read);
  return two.length === 2 && from && date ? { from, date } : null;
}

// What a date's text tells: a year, a month or a day.
/** @type {(date: string) => Step} */
export const textOfDate = (date) => (date.length === 4 ? "year" : date.length === 7 ? "month" : "day");
