// Days on which a land may not be its holder's yet, or may be another's already: what a range of dates leaves open.
import { addDays } from "./time.js";
/** @import { Feature } from "../payload.js" */

/** @typedef {Pick<Feature, "start" | "end" | "start_range" | "end_range">} Uncertain */
/** @typedef {{ side: "start" | "end", from: number, to: number }} Doubt */

// Half-open windows [from, to) inside a land's own period: after an uncertain start, before an uncertain end.
/** @type {(feature: Uncertain) => Doubt[]} */
export function doubtsOf({ start, end, start_range: starts, end_range: ends }) {
  /** @type {Doubt[]} */
  const found = [];
  if (starts && starts[1] >= start)
    found.push({ side: "start", from: start, to: Math.min(end, addDays(starts[1], 1)) });
  if (ends && ends[0] < end) found.push({ side: "end", from: Math.max(start, ends[0]), to: end });
  return found.filter(({ from, to }) => from < to);
}

// Which end of its period is in doubt on a day: "start", "end" or null.
/** @type {(feature: Uncertain, day: number) => "start" | "end" | null} */
export function doubtOn(feature, day) {
  return doubtsOf(feature).find(({ from, to }) => from <= day && day < to)?.side ?? null;
}
