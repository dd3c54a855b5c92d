// The tenures of a point through time: which they are, which of them are one span, and the town they belong to.
import * as time from "./time.js";
/** @import { Certainty, Feature, Point, Town } from "../payload.js" */
/** @import { Known, Span } from "./types.js" */

export const NEAR_KM = 25;
const RINGS = [0.03, 0.08, 0.15, 0.3]; // degrees
/** @type {Certainty[]} */
const LEVELS = ["low", "medium", "high"];
/** @type {("polity" | "controller_key" | "sovereign_key" | "status")[]} */
const SAME = ["polity", "controller_key", "sovereign_key", "status"];

/** @type {(one?: Certainty, other?: Certainty) => Certainty | undefined} */
const lesser = (one, other) => LEVELS.find((level) => level === one || level === other);

/** @typedef {{ start: number, end: number, features: Feature[], feature: Feature, certainty?: Certainty }} Tenure */
// Tenures by date -> spans; neighbours with the same holder, title, name and standing are one span.
/** @type {(features: Feature[]) => Tenure[]} */
export function spansFrom(features) {
  /** @type {Tenure[]} */
  const spans = [];
  for (const feature of features) {
    const last = spans[spans.length - 1];
    if (last && last.end === feature.start && alike(last.features[last.features.length - 1], feature)) {
      last.end = feature.end;
      last.features.push(feature);
      last.certainty = lesser(last.certainty, feature.certainty);
      continue;
    }
    spans.push({ start: feature.start, end: feature.end, features: [feature], feature, certainty: feature.certainty });
  }
  return spans;
}

/** @type {(a: Feature, b: Feature) => boolean} */
export function alike(a, b) {
  const same = SAME.every((key) => (a[key] || "") === (b[key] || ""));
  return same && a.names.en === b.names.en;
}

// Place of a day on the strip in per cent; the strip runs over whole years, first and last included.
/** @type {(day: number, days: Span) => number} */
export function shareOf(day, [first, last]) {
  const from = time.ordinal(time.make(time.yearOf(first), 1, 1));
  const to = time.ordinal(time.make(time.yearOf(last) + 1, 1, 1));
  const at = day >= time.OPEN ? to : time.ordinal(day);
  return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)));
}

/** @type {(one: Point, other: Point) => number} */
export function kilometres([lon, lat], [lon2, lat2]) {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat) * rad) / 2) ** 2 +
    Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

/** @type {(towns: Town[], lon: number, lat: number, reach?: number) => { town: Town, away: number } | null} */
export function townNear(towns, lon, lat, reach = NEAR_KM) {
  /** @type {{ town: Town, away: number } | null} */
  let best = null;
  for (const town of towns) {
    const away = kilometres([lon, lat], town.point);
    if (away <= reach && (!best || away < best.away)) best = { town, away };
  }
  return best;
}

// Tenures of a point by date; a harbour that falls into the drawn sea takes the land beside it.
/** @type {(model: { at: (lon: number, lat: number) => Known[] }, lon: number, lat: number, reach?: number[]) => Known[]} */
export function tenuresAt(model, lon, lat, reach = RINGS) {
  let found = model.at(lon, lat);
  for (const radius of reach) {
    for (let turn = 0; turn < 8 && !found.length; turn += 1) {
      const angle = (turn * Math.PI) / 4;
      found = model.at(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
    }
  }
  return found;
}
