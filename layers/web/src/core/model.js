// The atlas in memory: features by id and layer, names of the day, what lies at a point; years: what each brought.
import { Topology } from "./arcs.js";
import { nameOn } from "./names.js";
import { holds, Schedule } from "./schedule.js";
import * as time from "./time.js";
import { Years } from "./years.js";

/** @import { Box, DatedNames, Kind, Layer, Payload, Point, Table, Town } from "../payload.js" */
/** @import { Known, Lang } from "./types.js" */

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
    /** @type {Record<string, Layer>} */
    this.declared = Object.fromEntries(payload.layers.map((layer) => [layer.key, layer]));
    this.kinds = Object.fromEntries(payload.layers.map((layer) => [layer.key, layer.kind]));
    /** @type {Map<string, Known>} */
    this.byId = new Map();
    /** @type {Record<string, Known[]>} */
    this.features = {};
    /** @type {Record<string, Schedule<Known>>} */
    this.schedules = {};
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
    const every = payload.layers.flatMap((layer) => this.features[layer.key]);
    this.years = new Years(payload, every, this.schedules);
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

  // What held a land's label point just before.
  /** @type {(feature: Known) => Known | null} */
  before(feature) {
    const day = time.addDays(feature.start, -1);
    return feature.label ? this.at(feature.label[0], feature.label[1], day)[0] || null : null;
  }

  // What holds a land's label point on the day that it ends.
  /** @type {(feature: Known) => Known | null} */
  after(feature) {
    if (!feature.label || feature.end >= time.OPEN) return null;
    return this.at(feature.label[0], feature.label[1], feature.end)[0] || null;
  }
}
