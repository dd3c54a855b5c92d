// Dates as integers YYYYMMDD: arithmetic, the state's date text, and words for readers.
/** @import { Words } from "../payload.js" */
/** @import { Lang, Period, Step } from "./types.js" */
export const OPEN = 99991231;
/** @type {Record<string, string[]>} */
export const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
};
/** @type {Record<string, string[]>} */
const SHORT = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  ru: "янв фев мар апр мая июн июл авг сен окт ноя дек".split(" "),
};

/** @type {(year: number, month: number, day: number) => number} */
export const make = (year, month, day) => year * 10000 + month * 100 + day;
/** @type {(n: number) => [year: number, month: number, day: number]} */
export const parts = (n) => [Math.floor(n / 10000), Math.floor(n / 100) % 100, n % 100];
/** @type {(n: number) => number} */
export const yearOf = (n) => Math.floor(n / 10000);
/** @type {(year: number) => boolean} */
const leap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** @type {(year: number, month: number) => number} */
export const daysIn = (year, month) =>
  month === 2 ? 28 + Number(leap(year)) : [4, 6, 9, 11].includes(month) ? 30 : 31;

// Days since 0000-03-01 in the proleptic Gregorian calendar.
/** @type {(n: number) => number} */
export function ordinal(n) {
  const [year, month, day] = parts(n);
  const y = month < 3 ? year - 1 : year;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

/** @type {(count: number) => number} */
export function fromOrdinal(count) {
  let year = Math.floor((10000 * count + 14780) / 3652425);
  let rest = count - (365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400));
  if (rest < 0) {
    year -= 1;
    rest = count - (365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400));
  }
  const m = Math.floor((100 * rest + 52) / 3060);
  const month = ((m + 2) % 12) + 1;
  return make(year + Math.floor((m + 2) / 12), month, rest - Math.floor((153 * m + 2) / 5) + 1);
}

/** @type {(n: number, days: number) => number} */
export const addDays = (n, days) => (n >= OPEN ? OPEN : fromOrdinal(ordinal(n) + days));
/** @type {(year: number, month: number) => number} */
export const lastOfMonth = (year, month) => make(year, month, daysIn(year, month));

// The same day some months later, or the month's last day where it has no such day.
/** @type {(n: number, months: number) => number} */
export function addMonths(n, months) {
  const [year, month, day] = parts(n);
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return make(y, m, day === daysIn(year, month) ? daysIn(y, m) : Math.min(day, daysIn(y, m)));
}

/** @type {(n: number, width?: number) => string} */
const pad = (n, width = 2) => String(n).padStart(width, "0");
/** @type {(n: number) => string} */
export const iso = (n) => {
  const [y, m, d] = parts(n);
  return `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
};

// "1929" is its 31 December; "1929-11-20" is that day. Null for anything else.
/** @type {(text: string) => number | null} */
export function fromText(text) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(String(text));
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return make(year, 12, 31);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return lastOfMonth(year, month);
  const day = Number(match[3]);
  return day >= 1 && day <= daysIn(year, month) ? make(year, month, day) : null;
}

// The day of a date as the state writes it; RangeError for anything else.
/** @type {(text: string) => number} */
export function dayFrom(text) {
  const day = fromText(text);
  if (day === null) throw new RangeError(`not a date of the state: ${text}`);
  return day;
}

// The first day of a date as the state writes it: 1 January of "1929".
/** @type {(text: string) => number} */
export function firstOf(text) {
  const [year, month, day] = parts(dayFrom(text));
  return text.length === 4 ? make(year, 1, 1) : make(year, month, text.length === 7 ? 1 : day);
}

// What a date shows of things that happen: [first day, day after the last].
/** @type {(text: string, step: Step) => [from: number, to: number]} */
export function windowOf(text, step) {
  const day = dayFrom(text);
  const [year, month] = parts(day);
  if (step === "day") return [day, addDays(day, 1)];
  if (step === "month" && String(text).length > 4) return [make(year, month, 1), addDays(lastOfMonth(year, month), 1)];
  return [make(year, 1, 1), make(year + 1, 1, 1)];
}

// What a date shows of things that happen, nothing later than its day: `window` is the year so far, `fresh` the first
// day of what is news (that year, that month, the thirty days up to a day), `past` that of what is shown pale.
/** @type {(text: string, step: Step) => { window: [from: number, to: number], fresh: number, past: number }} */
export function seenUpTo(text, step) {
  const day = dayFrom(text);
  const [year, month] = parts(day);
  const whole = String(text).length === 4;
  const monthly = String(text).length === 7 || step === "month";
  const fresh = whole ? make(year, 1, 1) : monthly ? make(year, month, 1) : addDays(day, -29);
  const from = Math.min(fresh, make(year, 1, 1));
  return { window: [from, addDays(day, 1)], fresh, past: whole ? make(year - 1, 1, 1) : from };
}

/** @type {(n: number, lang?: Lang) => string} */
export function formatDay(n, lang = "en") {
  const [year, month, day] = parts(n);
  if (lang === "zh") return `${year}年${month}月${day}日`;
  if (lang === "ru") return `${day} ${MONTHS.ru[month - 1]} ${year} г.`;
  return `${day} ${MONTHS.en[month - 1]} ${year}`;
}

// A date as the state writes it, "1945", "1945-08" or "1945-08-20", in words.
/** @type {(text: string, lang?: Lang) => string} */
export function formatText(text, lang = "en") {
  if (text.length !== 7) return text.length === 4 ? text : formatDay(dayFrom(text), lang);
  const [year, month] = text.split("-").map(Number);
  if (lang === "zh") return `${year}年${month}月`;
  const day = new Date(Date.UTC(2000, month - 1, 1));
  return `${day.toLocaleDateString(lang, { month: "long", timeZone: "UTC" })} ${year}`;
}

/** @type {(n: number, lang?: Lang) => string} */
export function formatDayOfYear(n, lang = "en") {
  const [, month, day] = parts(n);
  return lang === "zh" ? `${month}月${day}日` : `${day} ${MONTHS[lang][month - 1]}`;
}

// What Python made of an uncertain date (layers/words.py): in words in each language, short in each, and behind
// a preposition, where `{}` stands for it and `$` for the words.
/** @type {Lang[]} */
const LANGS = ["en", "zh", "ru"];
/** @type {(words: Words, part: number, lang: Lang) => string | null | undefined} */
const wordsOf = (words, part, lang) => words[part * LANGS.length + LANGS.indexOf(lang)];

/** @type {(words: Words, lang: Lang) => string} */
export const formatUncertain = (words, lang) => wordsOf(words, 0, lang) ?? "";

// A few characters for a list under its year: "18 Sep", "c. Jun", nothing where only the year is known.
/** @type {(n: number, lang?: Lang, words?: Words | null) => string} */
export function formatShort(n, lang = "en", words = null) {
  if (words) return wordsOf(words, 1, lang) ?? "";
  const [, month, day] = parts(n);
  return lang === "zh" ? `${month}月${day}日` : `${day} ${SHORT[lang][month - 1]}`;
}

// The first day of something in words, as exactly as it is known.
/** @typedef {Period & { start_words?: Words, end_words?: Words }} Dated */
/** @type {(feature: Dated, lang?: Lang) => string} */
export const formatStart = (feature, lang = "en") => said(feature.start, feature.start_words, lang);

/** @type {(n: number, words: Words | null | undefined, lang: Lang) => string} */
const said = (n, words, lang) => (words ? formatUncertain(words, lang) : formatDay(n, lang));

/** @type {(preposition: string, n: number, words: Words | null | undefined, lang: Lang) => string} */
function after(preposition, n, words, lang) {
  const pattern = (words && wordsOf(words, 2, lang)) || (lang === "zh" ? "{}$" : "{} $");
  return pattern.replace("{}", preposition).replace("$", () => said(n, words, lang));
}

/** @type {Record<Lang, string[]>} */
const WORDS = { en: ["to", "from", "all along"], zh: ["至", "自", "始終"], ru: ["до", "с", "всё время"] };

// A feature's life in words; `last` shows the last day included (things that happen) instead of the day after.
/** @type {(feature: Dated, lang?: Lang, how?: { last?: boolean, first?: number }) => string} */
export function formatPeriod(feature, lang = "en", { last = false, first = 0 } = {}) {
  const { start, start_words: startWords, end_words: endWords } = feature;
  const end = last ? addDays(feature.end, -1) : feature.end;
  const [begun, over] = [start > first, feature.end < OPEN];
  const from = begun ? said(start, startWords, lang) : null;
  const to = over ? said(end, endWords, lang) : null;
  if (last) return to === null || to === from ? from || "" : `${from || formatDay(start, lang)} – ${to}`;
  if (from && to) return `${from} – ${to}`;
  if (to) return after(WORDS[lang][0], end, endWords, lang);
  return from ? after(WORDS[lang][1], start, startWords, lang) : WORDS[lang][2];
}
