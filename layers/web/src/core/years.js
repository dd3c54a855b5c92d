// What each year brought, as geo/year.py computed it and layers/years.py ships it; here it is only read, and cut at a day.
import * as time from "./time.js";

/** @import { Change as Coded, Payload, State, Town, Words, Year as CodedYear } from "../payload.js" */
/** @import { Known, Span } from "./types.js" */
/** @import { Schedule } from "./schedule.js" */

/**
 * A feature's share in a year on its day; of a land the area that passed and its chief towns.
 * @typedef {{ feature: Known, date: number, words?: Words, area?: number, towns?: Town[] }} Part
 * What changed alike in one run of days; an empty side is nobody.
 * @typedef {{ before: State, after: State, parts: Part[], area: number }} Change
 * @typedef {{ headline: string[], hands: Change[], standing: Change[], rail: Change[], clashes: Part[], events: Part[] }} Year
 */

/** @type {CodedYear} */
const EMPTY = [[], [], [], []];

/** @type {(a: Part, b: Part) => number} */
const byDay = (a, b) => a.date - b.date || (a.feature.id < b.feature.id ? -1 : 1);

/** @type {(change: { before: State, after: State, parts: Part[] }) => Change} */
const lineOf = (change) => ({ ...change, area: change.parts.reduce((sum, { area = 0 }) => sum + area, 0) });

export class Years {
  /** @param {Payload} payload @param {Known[]} features @param {Record<string, Schedule<Known>>} schedules */
  constructor(payload, features, schedules) {
    this.payload = payload;
    this.features = features;
    /** @type {(kind: string) => Schedule<Known>[]} */
    this.of = (kind) => payload.layers.filter((layer) => layer.kind === kind).map((layer) => schedules[layer.key]);
    /** @type {Map<number, Year>} */
    this.read = new Map();
  }

  // Each list by date.
  /** @type {(year: number) => Year} */
  year(year) {
    const found = this.read.get(year) ?? this.decoded(year);
    this.read.set(year, found);
    return found;
  }

  /** @type {(year: number) => Year} */
  decoded(year) {
    const [headline, hands, standing, rail] = this.payload.years[year] || EMPTY;
    /** @type {(listed: Coded[]) => Change[]} */
    const changes = (listed) => listed.map((one) => this.change(one)).filter(({ parts }) => parts.length);
    return {
      headline,
      hands: changes(hands),
      standing: changes(standing),
      rail: changes(rail),
      clashes: this.begun("clash", year),
      events: this.begun("event", year),
    };
  }

  /** @type {(coded: Coded) => Change} */
  change([before, after, parts]) {
    return lineOf({
      before,
      after,
      parts: parts.map(([place, area = 0, ...towns]) => {
        const feature = this.features[place];
        const [date, words] = after.length ? [feature.start, feature.start_words] : [feature.end, feature.end_words];
        return { feature, date, words, area, towns: towns.map((town) => this.payload.base.towns[town]) };
      }),
    });
  }

  /** @type {(kind: string, year: number) => Part[]} */
  begun(kind, year) {
    const [from, to] = [time.make(year, 1, 1), time.make(year + 1, 1, 1)];
    return this.of(kind)
      .flatMap((schedule) => schedule.begunIn(from, to))
      .map((feature) => ({ feature, date: feature.start, words: feature.start_words }))
      .sort(byDay);
  }

  // Changes of hands and clashes of each year of a span, for the track.
  /** @type {(span: Span) => { year: number, changes: number, clashes: number }[]} */
  counts([first, last]) {
    const found = [];
    for (let year = first; year <= last; year += 1) {
      const { hands, clashes } = this.year(year);
      found.push({ year, changes: hands.length, clashes: clashes.length });
    }
    return found;
  }
}

// What of a year came in a half-open window of days: lines keep the parts of those days.
/** @type {(whole: Year, from: number, to: number) => Year} */
export function within(whole, from, to) {
  /** @type {(part: Part) => boolean} */
  const there = ({ date }) => from <= date && date < to;
  /** @type {(changes: Change[]) => Change[]} */
  const cut = (changes) =>
    changes.map((one) => lineOf({ ...one, parts: one.parts.filter(there) })).filter(({ parts }) => parts.length);
  return {
    headline: whole.headline,
    hands: cut(whole.hands),
    standing: cut(whole.standing),
    rail: cut(whole.rail),
    clashes: whole.clashes.filter(there),
    events: whole.events.filter(there),
  };
}

// How many lands passed, and their area in km2, as stated.
/** @type {(year: Year) => { lands: number, area: number }} */
export const passed = ({ hands }) => ({
  lands: hands.reduce((sum, { parts }) => sum + parts.length, 0),
  area: hands.reduce((sum, { area }) => sum + area, 0),
});
