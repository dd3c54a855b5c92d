// Which features are there: starts and ends sorted once, so that moving in time touches only what changes.
// First index in sorted `keys` whose key is not below `value`.
/** @import { Flat, Known, Period } from "./types.js" */
/** @type {(keys: Flat, value: number) => number} */
export function lower(keys, value) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (keys[mid] < value) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** @type {(values: Float64Array) => Uint32Array} */
const order = (values) => Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);

// Periods are half-open [start, end), integers YYYYMMDD. A window is half-open too; a day is [day, day + 1).
/** @template {Period} T */
export class Schedule {
  /** @param {T[]} features @param {{ start?: (f: T) => number, end?: (f: T) => number }} [ends] */
  constructor(features, { start = (f) => f.start, end = (f) => f.end } = {}) {
    this.features = features;
    this.start = Float64Array.from(features, start);
    this.end = Float64Array.from(features, end);
    this.byStart = order(this.start);
    this.byEnd = order(this.end);
    this.starts = Float64Array.from(this.byStart, (i) => this.start[i]);
    this.ends = Float64Array.from(this.byEnd, (i) => this.end[i]);
    this.present = new Uint8Array(features.length);
    this.begun = 0; // how many of byStart have begun before the window's end
    this.gone = 0; // how many of byEnd have ended by the window's start
    this.size = 0;
  }

  // Go to a window; returns the features that enter and leave, in the order given at the start.
  /** @type {(from: number, to?: number) => { enter: T[], leave: T[] }} */
  moveTo(from, to = from + 1) {
    const begun = lower(this.starts, to);
    const gone = lower(this.ends, from + 1);
    const touched = new Set();
    for (let i = Math.min(begun, this.begun); i < Math.max(begun, this.begun); i += 1) touched.add(this.byStart[i]);
    for (let i = Math.min(gone, this.gone); i < Math.max(gone, this.gone); i += 1) touched.add(this.byEnd[i]);
    this.begun = begun;
    this.gone = gone;
    /** @type {T[]} */
    const enter = [];
    /** @type {T[]} */
    const leave = [];
    for (const i of [...touched].sort((a, b) => a - b)) {
      const there = this.start[i] < to && this.end[i] > from ? 1 : 0;
      if (there === this.present[i]) continue;
      this.present[i] = there;
      (there ? enter : leave).push(this.features[i]);
    }
    this.size += enter.length - leave.length;
    return { enter, leave };
  }

  // What is there now.
  current() {
    return this.features.filter((_, i) => this.present[i]);
  }

  // What shares a day with a window, without moving.
  /** @type {(from: number, to?: number) => T[]} */
  within(from, to = from + 1) {
    const found = [];
    for (let k = 0; k < lower(this.starts, to); k += 1) {
      if (this.end[this.byStart[k]] > from) found.push(this.byStart[k]);
    }
    return found.sort((a, b) => a - b).map((i) => this.features[i]);
  }

  // What began in a window, by date.
  /** @type {(from: number, to: number) => T[]} */
  begunIn(from, to) {
    return Array.from(this.byStart.subarray(lower(this.starts, from), lower(this.starts, to)), (i) => this.features[i]);
  }

  // What ended in a window, by date.
  /** @type {(from: number, to: number) => T[]} */
  endedIn(from, to) {
    return Array.from(this.byEnd.subarray(lower(this.ends, from), lower(this.ends, to)), (i) => this.features[i]);
  }
}

/** @type {(feature: Period, day: number) => boolean} */
export const holds = (feature, day) => feature.start <= day && day < feature.end;

// Whether a feature is of what is shown: what holds on the day, what has happened by then.
/** @type {(feature: Known, view: { day: number, window: [from: number, to: number], past: number }) => boolean} */
export function seenIn(feature, { day, window, past }) {
  const happens = feature.type === "clash" || feature.type === "event";
  return happens ? feature.start < window[1] && feature.end > past : holds(feature, day);
}
