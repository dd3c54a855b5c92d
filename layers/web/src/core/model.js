// The atlas in memory: features by id and layer, names of the day, what lies at a point, what a year brought.
import { Topology } from "./arcs.js";
import { nameOn } from "./names.js";
import { holds, Schedule } from "./schedule.js";
import * as time from "./time.js";

/** @import { Box, DatedNames, Kind, Layer, Payload, Point, Table, Town } from "../payload.js" */
/** @import { Known, Lang } from "./types.js" */

/**
 * What began in a window and changed hands, standing or operator: `feature` is the largest of `features`.
 * @typedef {{ date: number, feature: Known, before: Known | null, features: Known[], hands?: boolean, area?: number }} Change
 * @typedef {{ date: number, feature: Known }} Begun
 * @typedef {{ hands: Change[], standing: Change[], rail: Change[], clashes: Begun[], events: Begun[] }} Brought
 */

// Features come as a table: a null, or what a short row lacks, is not there. What features share stands once in
// payload.texts, and the cells of those columns are places in it.
/** @type {(table: Table, texts: unknown[]) => Known[]} */
function featuresOf(table, texts) {
  const shared = table.columns.map((name) => table.shared.includes(name));
  return table.rows.map((row) => {
    /** @type {Record<string, unknown>} */
    const feature = {};
    row.forEach((value, at) => {
      if (value !== null) feature[table.columns[at]] = shared[at] ? texts[/** @type {number} */ (value)] : value;
    });
    return /** @type {Known} */ (/** @type {unknown} */ (feature));
  });
}

export class Model {
  /** @param {Payload} payload */
  constructor(payload) {
    this.payload = payload;
    this.topology = new Topology(payload.topology);
    this.layers = payload.layers;
    // What stands on the atlas's first day didn't begin on it.
    this.sinceFirst = time.addDays(payload.begins, 1);
    /** @type {Record<string, Layer>} */
    this.declared = Object.fromEntries(payload.layers.map((layer) => [layer.key, layer]));
    this.kinds = Object.fromEntries(payload.layers.map((layer) => [layer.key, layer.kind]));
    /** @type {Map<string, Known>} */
    this.byId = new Map();
    /** @type {Record<string, Known[]>} */
    this.features = {};
    /** @type {Record<string, Schedule<Known>>} */
    this.schedules = {};
    /** @type {Map<number, Brought>} */
    this.years = new Map();
    for (const { key, kind } of payload.layers) {
      const listed = featuresOf(payload.features[key], payload.texts);
      for (const feature of listed) {
        feature.layer = key;
        feature.type = kind;
        const parts = feature.polygons || feature.lines;
        if (parts) feature.box = null;
        this.byId.set(feature.id, feature);
      }
      this.features[key] = listed;
      this.schedules[key] = new Schedule(listed);
    }
    this.territories = payload.layers.filter((layer) => layer.kind === "territory").map((layer) => layer.key);
  }

  /** @type {(id: string) => Known | null} */
  get(id) {
    return this.byId.get(id) || null;
  }

  /** @type {(kind: Kind) => string[]} */
  ofKind(kind) {
    return this.layers.filter((layer) => layer.kind === kind).map((layer) => layer.key);
  }

  /** @type {(feature: Known) => Box} */
  boxOf(feature) {
    if (!feature.box) feature.box = this.topology.bounds(feature.polygons || feature.lines || []);
    return feature.box;
  }

  // A feature's name in a language, English where it has none.
  /** @type {(feature: Known, lang?: Lang) => string} */
  name(feature, lang = "en") {
    const names = feature.names || {};
    return names[lang] || names.en || names.local || feature.id;
  }

  // The names that a polity or a town bears on a day: {en, zh, ru, local}; null if it has none then.
  /** @type {(thing: { names?: DatedNames[] } | null | undefined, day: number) => DatedNames | null} */
  namesOn(thing, day) {
    const row = nameOn(thing?.names || [], day);
    return row && holds(row, day) ? row : null;
  }

  /** @type {(key: string, day: number, lang?: Lang) => string} */
  polityName(key, day, lang = "en") {
    const polity = this.payload.polities[key];
    if (!polity) return key || "";
    const row = nameOn(polity.names, day);
    return row ? row[lang] || row.en : key;
  }

  /** @type {(feature: Known, lon: number, lat: number) => boolean} */
  holdsPoint(feature, lon, lat) {
    const [west, south, east, north] = this.boxOf(feature);
    return (
      lon >= west &&
      lon <= east &&
      lat >= south &&
      lat <= north &&
      this.topology.contains(feature.polygons || [], lon, lat)
    );
  }

  // Territory features that contain a point: on a day, or of all time (by date) without one.
  /** @type {(lon: number, lat: number, day?: number | null) => Known[]} */
  at(lon, lat, day = null) {
    const found = [];
    for (const key of this.territories) {
      for (const feature of this.features[key]) {
        if (feature.polygons && (day === null || holds(feature, day)) && this.holdsPoint(feature, lon, lat))
          found.push(feature);
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  // A place to fly to: the feature's own point, its label, or the middle of its box.
  /** @type {(feature: Known) => Point | null} */
  placeOf(feature) {
    if (feature.point) return feature.point;
    if (feature.label) return feature.label;
    if (!feature.lines && !feature.polygons) return null;
    const [west, south, east, north] = this.boxOf(feature);
    return [(west + east) / 2, (south + north) / 2];
  }

  // Towns inside a land, the larger first: they say which land it is.
  /** @type {(feature: Known, most?: number) => Town[]} */
  townsIn(feature, most = 2) {
    if (!feature.polygons) return [];
    if (!feature.towns) {
      feature.towns = [...(this.payload.base.towns || [])]
        .sort((a, b) => a.rank - b.rank)
        .filter((town) => this.holdsPoint(feature, town.point[0], town.point[1]));
    }
    return feature.towns.slice(0, most);
  }

  // What held a land's label point, or a line's name and stretch, just before.
  /** @type {(feature: Known) => Known | null} */
  before(feature) {
    const day = time.addDays(feature.start, -1);
    if (feature.type === "line") {
      return (
        this.features[feature.layer].find(
          (one) => one !== feature && holds(one, day) && one.line === feature.line && one.segment === feature.segment,
        ) || null
      );
    }
    return feature.label ? this.at(feature.label[0], feature.label[1], day)[0] || null : null;
  }

  // What holds a land's label point on the day that it ends.
  /** @type {(feature: Known) => Known | null} */
  after(feature) {
    if (!feature.label || feature.end >= time.OPEN) return null;
    return this.at(feature.label[0], feature.label[1], feature.end)[0] || null;
  }

  // What a year brought, each list by date: changes of hands, changes of standing, rail, clashes, events.
  /** @type {(year: number) => Brought} */
  year(year) {
    const found = this.years.get(year) ?? this.between(time.make(year, 1, 1), time.make(year + 1, 1, 1));
    this.years.set(year, found);
    return found;
  }

  // The same for any half-open window. Lands that pass from one hand to another on one day are one entry.
  /** @type {(from: number, to: number) => Brought} */
  between(from, to) {
    /** @type {Brought} */
    const found = { hands: [], standing: [], rail: [], clashes: [], events: [] };
    /** @type {Map<string, Change>} */
    const groups = new Map();
    for (const { key, kind } of this.layers) {
      for (const feature of this.schedules[key].begunIn(Math.max(from, this.sinceFirst), to)) {
        if (kind === "territory") this.addChange(groups, feature);
        else if (kind === "line")
          found.rail.push({ date: feature.start, feature, before: this.before(feature), features: [feature] });
      }
      if (kind === "clash" || kind === "event") {
        const list = kind === "clash" ? found.clashes : found.events;
        for (const feature of this.schedules[key].begunIn(from, to)) list.push({ date: feature.start, feature });
      }
    }
    for (const entry of groups.values()) {
      entry.features.sort((a, b) => (b.area || 0) - (a.area || 0));
      entry.area = entry.features.reduce((sum, one) => sum + (one.area || 0), 0);
      entry.feature = entry.features[0];
      found[entry.hands ? "hands" : "standing"].push(entry);
    }
    found.rail = mergeRail(found.rail);
    for (const list of Object.values(found)) list.sort((a, b) => a.date - b.date);
    return found;
  }

  /** @type {(groups: Map<string, Change>, feature: Known) => void} */
  addChange(groups, feature) {
    const before = this.before(feature);
    const hands = !before || before.polity !== feature.polity || before.controller_key !== feature.controller_key;
    if (before && !hands && before.names.en === feature.names.en && before.status === feature.status) return;
    const key = [
      feature.start,
      before ? (hands ? before.polity : before.names.en) : "",
      hands ? feature.polity : "",
      feature.names.en,
    ].join("|");
    const entry = groups.get(key) || { date: feature.start, hands, before, feature, features: [] };
    entry.features.push(feature);
    groups.set(key, entry);
  }

  // Counts by year for the track: {year: {changes, clashes}}.
  /** @type {() => { year: number, changes: number, clashes: number }[]} */
  counts() {
    const [first, last] = this.payload.span;
    const found = [];
    for (let year = first; year <= last; year += 1) {
      let changes = 0;
      let clashes = 0;
      const [from, to] = [time.make(year, 1, 1), time.make(year + 1, 1, 1)];
      for (const { key, kind } of this.layers) {
        if (kind === "outline" || kind === "event") continue;
        const began = this.schedules[key].begunIn(Math.max(from, kind === "clash" ? from : this.sinceFirst), to).length;
        if (kind === "clash") clashes += began;
        else changes += began;
      }
      found.push({ year, changes, clashes });
    }
    return found;
  }
}

// Stretches of one line that changed in the same way on one day are one entry.
/** @type {(entries: Change[]) => Change[]} */
function mergeRail(entries) {
  /** @type {Map<string, Change>} */
  const groups = new Map();
  for (const entry of entries) {
    const f = entry.feature;
    const key = [entry.date, f.line || f.names.en, f.status, f.operator, f.owner, f.gauge_mm].join("|");
    const group = groups.get(key);
    if (group) group.features.push(f);
    else groups.set(key, { ...entry, features: [f] });
  }
  return [...groups.values()];
}
