// What each year brought, as geo/year.py computed it and layers/years.py ships it; here it is only read, and cut at a day.
import * as time from "./time.js";

const LISTS = ["hands", "standing", "rail"];
const EMPTY = [null, [], [], []];
const byDay = (a, b) => a.date - b.date || (a.feature.id < b.feature.id ? -1 : 1);

export class Years {
  constructor({ years = {}, base, layers }, features, schedules) {
    this.coded = years;
    this.towns = base?.towns || [];
    this.features = features;
    this.of = (kind) => layers.filter((layer) => layer.kind === kind).map((layer) => schedules[layer.key]);
    this.read = new Map();
  }

  // {headline, hands, standing, rail, clashes, events}: changes as {before, after, parts, area}, the rest as parts
  // {feature, date}, each list by date.
  year(year) {
    if (!this.read.has(year)) this.read.set(year, this.decoded(year));
    return this.read.get(year);
  }

  decoded(year) {
    const [headline, ...lists] = this.coded[year] || EMPTY;
    const found = { headline, clashes: this.begun("clash", year), events: this.begun("event", year) };
    LISTS.forEach((name, at) => {
      found[name] = lists[at].map((change) => this.change(change)).filter(({ parts }) => parts.length);
    });
    return found;
  }

  change([before, after, ...parts]) {
    return lineOf({
      before,
      after,
      parts: parts.map((part) => {
        const [place, area = 0, ...towns] = [part].flat();
        const feature = this.features[place];
        const side = after === null ? "end" : "start";
        return {
          feature,
          date: feature[side],
          words: feature[`${side}_words`],
          area,
          towns: towns.map((town) => this.towns[town]),
        };
      }),
    });
  }

  begun(kind, year) {
    const window = [time.make(year, 1, 1), time.make(year + 1, 1, 1)];
    return this.of(kind)
      .flatMap((schedule) => schedule.begunIn(...window))
      .map((feature) => ({ feature, date: feature.start, words: feature.start_words }))
      .sort(byDay);
  }

  // Changes of hands and clashes of each year of a span, for the track.
  counts([first, last]) {
    const found = [];
    for (let year = first; year <= last; year += 1) {
      const { hands, clashes } = this.year(year);
      found.push({ year, changes: hands.length, clashes: clashes.length });
    }
    return found;
  }
}

const lineOf = (change) => ({ ...change, area: change.parts.reduce((sum, part) => sum + part.area, 0) });

// What of a year came in a half-open window of days: lines keep the parts of those days.
export function within(found, from, to) {
  const cut = { headline: found.headline };
  const there = ({ date }) => from <= date && date < to;
  for (const name of LISTS)
    cut[name] = found[name]
      .map((line) => lineOf({ ...line, parts: line.parts.filter(there) }))
      .filter(({ parts }) => parts.length);
  for (const name of ["clashes", "events"]) cut[name] = found[name].filter(there);
  return cut;
}

// How many lands passed, and their area in km2, as stated.
export function passed({ hands }) {
  return {
    lands: hands.reduce((sum, line) => sum + line.parts.length, 0),
    area: hands.reduce((sum, line) => sum + line.area, 0),
  };
}
