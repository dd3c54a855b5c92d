// Which name is borne on a day: the rule of geo/names.py, held to the same cases (tests/cases/polity_name.json).
import { holds } from "./schedule.js";

/** @import { DatedNames } from "../payload.js" */

/** @type {(one: DatedNames, other: DatedNames) => DatedNames} */
const laterBegun = (one, other) => (other.start > one.start ? other : one);
/** @type {(one: DatedNames, other: DatedNames) => DatedNames} */
const earlierBegun = (one, other) => (other.start < one.start ? other : one);

// Of several at once the one begun last; between two and after the last the one borne before; else the first.
/** @type {(rows: DatedNames[], day: number) => DatedNames | null} */
export function nameOn(rows, day) {
  const held = rows.filter((row) => holds(row, day));
  const begun = held.length ? held : rows.filter((row) => row.start <= day);
  if (begun.length) return begun.reduce(laterBegun);
  return rows.length ? rows.reduce(earlierBegun) : null;
}
