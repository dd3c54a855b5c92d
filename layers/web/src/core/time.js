// Dates as integers YYYYMMDD: arithmetic, the state's date text, and words for readers.
export const OPEN = 99991231;
const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
};
const RU_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const SHORT = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  ru: "янв фев мар апр мая июн июл авг сен окт ноя дек".split(" "),
};

export const make = (year, month, day) => year * 10000 + month * 100 + day;
export const parts = (n) => [Math.floor(n / 10000), Math.floor(n / 100) % 100, n % 100];
export const yearOf = (n) => Math.floor(n / 10000);
const leap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysIn = (year, month) => (month === 2 ? 28 + leap(year) : [4, 6, 9, 11].includes(month) ? 30 : 31);

// Days since 0000-03-01 in the proleptic Gregorian calendar.
export function ordinal(n) {
  const [year, month, day] = parts(n);
  const y = month < 3 ? year - 1 : year;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

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

export const addDays = (n, days) => (n >= OPEN ? OPEN : fromOrdinal(ordinal(n) + days));
export const lastOfMonth = (year, month) => make(year, month, daysIn(year, month));

// The same day some months later, or the month's last day where it has no such day.
export function addMonths(n, months) {
  const [year, month, day] = parts(n);
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return make(y, m, day === daysIn(year, month) ? daysIn(y, m) : Math.min(day, daysIn(y, m)));
}

const pad = (n, width = 2) => String(n).padStart(width, "0");
export const iso = (n) => {
  const [y, m, d] = parts(n);
  return `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
};

// "1929" is its 31 December; "1929-11-20" is that day. Null for anything else.
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

// What a date shows of things that happen: [first day, day after the last].
export function windowOf(text, step) {
  const day = fromText(text);
  const [year, month] = parts(day);
  if (step === "day") return [day, addDays(day, 1)];
  if (step === "month" && String(text).length > 4) return [make(year, month, 1), addDays(lastOfMonth(year, month), 1)];
  return [make(year, 1, 1), make(year + 1, 1, 1)];
}

export function formatDay(n, lang = "en") {
  const [year, month, day] = parts(n);
  if (lang === "zh") return `${year}年${month}月${day}日`;
  if (lang === "ru") return `${day} ${MONTHS.ru[month - 1]} ${year} г.`;
  return `${day} ${MONTHS.en[month - 1]} ${year}`;
}

export function formatDayOfYear(n, lang = "en") {
  const [, month, day] = parts(n);
  return lang === "zh" ? `${month}月${day}日` : `${day} ${MONTHS[lang][month - 1]}`;
}

export function formatMonth(year, month, lang = "en") {
  if (lang === "zh") return `${year}年${month}月`;
  return `${lang === "ru" ? RU_MONTHS[month - 1] : MONTHS.en[month - 1]} ${year}`;
}

// A few characters for a list: "18 Sep", or the month alone where the day isn't known.
export function formatShort(n, lang = "en", edtf = "") {
  const [, month, day] = parts(n);
  const known = precision(edtf);
  if (known === "year") return "";
  if (lang === "zh") return known === "month" ? `${month}月` : `${month}月${day}日`;
  return known === "month" ? SHORT[lang][month - 1] : `${day} ${SHORT[lang][month - 1]}`;
}

export const precision = (edtf) => {
  if (!edtf || edtf.includes("/")) return "day";
  const text = edtf.replace(/[~?%]/g, "");
  return text.length <= 4 || text.includes("X") ? "year" : text.length <= 7 ? "month" : "day";
};

const ABOUT = { en: "about ", zh: "約", ru: "около " };
const MAYBE = { en: "probably ", zh: "可能", ru: "вероятно, " };
const BETWEEN = { en: ["between ", " and "], zh: ["", "至", "之間"], ru: ["между ", " и "] };

// EDTF in words: "1934-06~" is "about June 1934", "a/b" is "between a and b".
export function formatEdtf(edtf, lang = "en") {
  if (edtf.includes("/")) {
    const [one, two] = edtf.split("/");
    const words = BETWEEN[lang];
    return words[0] + formatEdtf(one, lang) + words[1] + formatEdtf(two, lang) + (words[2] || "");
  }
  const text = edtf.replace(/[~?%]/g, "");
  const lead = /[~%]/.test(edtf) ? ABOUT[lang] : edtf.includes("?") ? MAYBE[lang] : "";
  const [year, month, day] = text.split("-").map(Number);
  if (Number.isNaN(year)) return edtf;
  if (!month) return lead + (lang === "zh" ? `${year}年` : String(year));
  return lead + (day ? formatDay(make(year, month, day), lang) : formatMonth(year, month, lang));
}

const said = (n, edtf, lang) => (edtf ? formatEdtf(edtf, lang) : formatDay(n, lang));

// A feature's life in words; `last` shows the last day included (things that happen) instead of the day after.
export function formatPeriod(feature, lang = "en", { last = false, first = 19000101 } = {}) {
  const open = feature.end >= OPEN;
  const from = feature.start <= first ? null : said(feature.start, feature.start_edtf, lang);
  const to = open ? null : said(last ? addDays(feature.end, -1) : feature.end, feature.end_edtf, lang);
  if (last) return to === null || to === from ? from || "" : `${from || formatDay(feature.start, lang)} – ${to}`;
  const words = { en: ["to", "from", "all along"], zh: ["至", "自", "始終"], ru: ["до", "с", "всё время"] }[lang];
  if (from && to) return `${from} – ${to}`;
  if (to) return `${words[0]} ${to}`;
  return from ? `${words[1]} ${from}` : words[2];
}
