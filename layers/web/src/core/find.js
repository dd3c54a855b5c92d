// Finding by name: how well a name answers what was typed, and what comes first on the day shown.
import { dateAsked, textOfDate } from "./dates-asked.js";
import { groupBy } from "./group.js";
import * as time from "./time.js";
/** @import { Entry, Hit, Period, Said, Span } from "./types.js" */

/** @typedef {{ entries: Entry[], fold: (text: string) => string }} Index */
/** @typedef {{ kind: string, results: Hit[], total: number }} Group */
/** @typedef {(query: string, text: string) => number} Measure */

export const GROUPS = ["date", "place", "polity", "land", "clash", "event", "rail"];
const PER_GROUP = 7;
/** @type {Span} */
const EVER = [0, 9999];
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const SMALL = new Set(["of", "the", "and", "in", "on"]);

// Is `query` within one edit (change, gap, extra, swap) of a beginning of `text`?
/** @type {(query: string, text: string) => boolean} */
export function oneOff(query, text) {
  if (text[0] !== query[0]) return false;
  let i = 0;
  while (i < query.length && query[i] === text[i]) i += 1;
  const rest = query.slice(i);
  return (
    [text.slice(i + 1), text.slice(i)].some((end) => end.startsWith(rest.slice(1))) ||
    text.slice(i + 1).startsWith(rest) ||
    (rest.length > 1 && text.slice(i).startsWith(rest[1] + rest[0] + rest.slice(2)))
  );
}

/** @type {(text: string) => string} */
const joined = (text) => text.replaceAll(" ", "");

// "cer" of "chinese eastern railway", "roc" of "republic of china".
/** @type {(query: string, text: string) => boolean} */
export function isInitials(query, text) {
  const words = text.split(" ");
  if (query.length < 2 || words.length < 2) return false;
  /** @type {(list: string[]) => string} */
  const of = (list) => list.map((word) => word[0]).join("");
  return of(words) === query || of(words.filter((word) => !SMALL.has(word))) === query;
}

// 0 = no match; whole name 100, initials 90, its beginning 80, a word's beginning 60, every word somewhere 45,
// inside 40, one slip 20.
/** @type {Measure} */
export function score(query, text) {
  if (!query || !text) return 0;
  if (text === query) return 100;
  if (joined(text) === joined(query)) return 98;
  if (isInitials(query, text)) return 90;
  const tight = Math.min(8, (8 * query.length) / text.length);
  if (text.startsWith(`${query} `)) return 85 + tight;
  if (text.startsWith(query)) return 80 + tight;
  if (` ${text}`.includes(` ${query}`)) return 60 + tight;
  const words = query.split(" ");
  if (words.length > 1 && words.every((word) => ` ${text}`.includes(` ${word}`))) return 45 + tight;
  if ((query.length > 2 || CJK.test(query)) && text.includes(query)) return 40 + tight;
  if (query.length >= 5 && !CJK.test(query) && text.split(" ").some((word) => oneOff(query, word))) return 20;
  return 0;
}

// An abbreviation is no beginning of a word: "CER" is a railway, or a word of its own.
/** @type {Measure} */
function scoreShort(query, text) {
  if (text === query) return 100;
  return isInitials(query, text) ? 90 : text.split(" ").includes(query) ? 60 : 0;
}

/** @type {(asked: string) => boolean} */
const isShort = (asked) => /^\p{Lu}{2,5}$/u.test(asked.trim());

// Points taken off what does not hold on the day shown: two, and one for every three years, twenty at most.
/** @type {(period: Period, day: number) => number} */
export function away({ start, end }, day) {
  if (start <= day && day < end) return 0;
  const years = Math.abs(time.yearOf(day) - time.yearOf(day < start ? start : end));
  return Math.min(20, 2 + years / 3);
}

// Best text of an entry: {points, text}. Texts are {said, folded, weight, row?}.
/** @type {(entry: Entry, query: string, day: number, measure: Measure) => { text: Said, points: number } | null} */
function best(entry, query, day, measure) {
  /** @type {{ text: Said, points: number } | null} */
  let found = null;
  for (const text of entry.texts) {
    const plain = measure(query, text.folded) * text.weight;
    const points = plain && Math.max(1, plain - away(text.row || entry, day));
    if (points && (!found || points > found.points)) found = { points, text };
  }
  return found && { ...found, points: found.points + (entry.weight || 0) };
}

/** @type {(entries: Entry[], query: string, day: number, measure: Measure) => Hit[]} */
function hits(entries, query, day, measure) {
  return entries.flatMap((entry) => {
    const found = best(entry, query, day, measure);
    return found ? [{ entry, ...found }] : [];
  });
}

// A date typed, and what happened within it where it is a month or a day.
/** @type {(entries: Entry[], asked: string, span: Span) => Hit[]} */
function datedHits(entries, asked, span) {
  const date = dateAsked(asked, span);
  if (!date) return [];
  /** @type {Said} */
  const said = { said: date, folded: date, weight: 1, row: null };
  /** @type {Entry} */
  const entry = { kind: "date", id: date, date, start: 0, end: time.OPEN, texts: [said] };
  const [first, after] = time.windowOf(date, textOfDate(date));
  const then = date.length > 4 ? entries.filter((one) => one.dated && one.start < after && one.end > first) : [];
  return [
    { entry, text: said, points: 200 },
    // What began then before what went on then.
    ...then.map((one) => ({
      entry: one,
      text: one.texts[0],
      points: (one.start >= first ? 60 : 50) + (one.weight || 0),
    })),
  ];
}

// [{kind, results: [{entry, text, points}], total}], best group first. `index` is {entries, fold}.
/** @type {(index: Index, asked: string, how?: { day?: number, span?: Span, limit?: number }) => Group[]} */
export function find({ entries, fold }, asked, { day = 0, span = EVER, limit = PER_GROUP } = {}) {
  const query = fold(asked);
  if (!query) return [];
  const abbreviated = isShort(asked) ? hits(entries, query, day, scoreShort) : [];
  const found = abbreviated.length ? abbreviated : hits(entries, query, day, score);
  const listed = new Map();
  for (const hit of [...datedHits(entries, asked, span), ...found]) {
    if (!listed.has(hit.entry)) listed.set(hit.entry, hit);
  }
  return grouped([...listed.values()], limit);
}

/** @type {(found: Hit[], limit: number) => Group[]} */
function grouped(found, limit) {
  return [...groupBy(found, (hit) => hit.entry.kind)]
    .map(([kind, results]) => {
      results.sort((a, b) => b.points - a.points || a.entry.start - b.entry.start);
      return { kind, results: results.slice(0, limit), total: results.length };
    })
    .sort((a, b) => b.results[0].points - a.results[0].points || GROUPS.indexOf(a.kind) - GROUPS.indexOf(b.kind));
}

// The day that a result sets: none if the name or the thing holds on the day shown, else its first day (its last,
// where it has no first).
/** @type {(hit: { entry: Entry, text: { row: Period | null } }, day: number, span: Span) => number | null} */
export function dayOf({ entry, text }, day, [first, last]) {
  const front = entry.kind === "land" || entry.kind === "rail" ? entry.features?.[0] : null;
  const span = text.row || front || { start: entry.start, end: entry.dated ? entry.start + 1 : entry.end };
  if (span.start <= day && day < span.end) return null;
  const low = time.make(first, 1, 1);
  const high = time.make(last, 12, 31);
  const to = span.start >= low ? span.start : span.end >= time.OPEN ? low : time.addDays(span.end, -1);
  return Math.min(Math.max(to, low), high);
}
