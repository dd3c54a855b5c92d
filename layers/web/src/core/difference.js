// What differs between two dates: areas by who held them then and now, from the arcs that the lands share.
//
// Lands of both dates are unions of one set of arcs, interior on the left. Each side of an arc so lies in one pair
// (land then, land now); by Green's theorem the sum over a pair's arcs is its area. Nothing is intersected.
import { nationOf } from "./polities.js";

/** @import { Box, Polity } from "../payload.js" */
/** @import { Flat, Known, Land } from "./types.js" */

/**
 * @typedef {{
 *   topology: { arcs: Flat[] }, holdsPoint: (land: Land, lon: number, lat: number) => boolean,
 * }} Ground what is asked of the model
 * @typedef {[left: Land | null, right: Land | null]} Sides
 * @typedef {"hands" | "rule"} Sort
 * @typedef {{ before: Land, after: Land, area: number }} Part
 * @typedef {{
 *   from: string, to: string, kind: Sort, area: number, box: Box, arcs: number[], lands: Land[], parts: Part[],
 * }} Row
 * @typedef {{ rows: Row[], outlines: Record<Sort, number[]>, hands: number, rule: number }} Difference
 * @typedef {(land: Land) => string} OwnerOf
 */

const RADIUS = 6371.0072; // km, of the sphere with the area of the WGS 84 ellipsoid
const E2 = 0.00669437999014;
const E = Math.sqrt(E2);
/** @type {(s: number) => number} */
const q = (s) => (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
const RAD = Math.PI / 180;
/** @type {(lat: number) => number} */
const height = (lat) => q(Math.sin(lat * RAD)) / q(1); // sine of the authalic latitude

// Square kilometres that an arc adds to the area on its left (lon, lat, lon, lat ... in degrees).
/** @type {(points: Flat) => number} */
export function swept(points) {
  let sum = 0;
  let before = height(points[1]);
  for (let i = 2; i < points.length; i += 2) {
    const now = height(points[i + 1]);
    sum -= ((before + now) / 2) * (points[i] - points[i - 2]);
    before = now;
  }
  return sum * RAD * RADIUS * RADIUS;
}

export class Differences {
  /** @param {Ground} model */
  constructor(model) {
    this.model = model;
    /** @type {Map<number, number>} */
    this.areas = new Map();
    /** @type {Map<string, boolean>} */
    this.inside = new Map();
  }

  /** @type {(arc: number) => number} */
  sweptBy(arc) {
    const area = this.areas.get(arc) ?? swept(this.model.topology.arcs[arc]);
    this.areas.set(arc, area);
    return area;
  }

  // The land that an arc runs through (an arc that is no border of any of them).
  /** @type {(lands: Land[], arc: number) => Land | null} */
  landAround(lands, arc) {
    const points = this.model.topology.arcs[arc];
    const mid = Math.floor(points.length / 4) * 2;
    const at =
      points.length > 4 ? [points[mid], points[mid + 1]] : [(points[0] + points[2]) / 2, (points[1] + points[3]) / 2];
    const around = lands.find((land) => {
      const key = `${arc} ${land.id}`;
      const inside = this.inside.get(key) ?? this.model.holdsPoint(land, at[0], at[1]);
      this.inside.set(key, inside);
      return inside;
    });
    return around || null;
  }

  // The lands left and right of each arc: Map arc -> [left, right].
  /** @type {(lands: Land[]) => Map<number, Sides>} */
  sidesOf(lands) {
    /** @type {Map<number, Sides>} */
    const sides = new Map();
    for (const land of lands) {
      for (const index of land.polygons.flat(2)) {
        const arc = index < 0 ? ~index : index;
        const pair = sides.get(arc) ?? [null, null];
        pair[index < 0 ? 1 : 0] = land;
        sides.set(arc, pair);
      }
    }
    return sides;
  }

  // The lands left and right of an arc.
  /** @type {(arc: number, sides: Map<number, Sides>, lands: Land[]) => Sides} */
  beside(arc, sides, lands) {
    const found = sides.get(arc);
    if (found) return found;
    const land = this.landAround(lands, arc);
    return [land, land];
  }

  // Rows, largest first, and outlines by kind. `ownerOf(land)` is the polity that counts; kind is "hands" (another
  // state) or "rule" (another regime of one state).
  /** @type {(then: Known[], now: Known[], ownerOf: OwnerOf, polities: Record<string, Polity>) => Difference} */
  between(landsThen, landsNow, ownerOf, polities) {
    const [then, now] = [drawn(landsThen), drawn(landsNow)];
    const [sidesThen, sidesNow] = [this.sidesOf(then), this.sidesOf(now)];
    const passed = new Passed(ownerOf, polities);
    /** @type {Record<Sort, number[]>} */
    const outlines = { hands: [], rule: [] };
    for (const arc of movedArcs(then, now)) {
      const before = this.beside(arc, sidesThen, then);
      const after = this.beside(arc, sidesNow, now);
      const left = passed.of(before[0], after[0]);
      const right = passed.of(before[1], after[1]);
      if (left?.part === right?.part) continue;
      if (left) left.part.area += this.sweptBy(arc);
      if (right) right.part.area -= this.sweptBy(arc);
      if (left?.row === right?.row) continue;
      const rows = [left, right].flatMap((side) => (side ? side.row : []));
      for (const row of rows) {
        row.arcs.push(arc);
        widen(row.box, this.model.topology.arcs[arc]);
      }
      outlines[rows.some((row) => row.kind === "hands") ? "hands" : "rule"].push(arc);
    }
    return summed([...passed.rows.values()], outlines);
  }
}

// What passed from whom to whom, by pair of owners and by pair of lands.
class Passed {
  /** @param {OwnerOf} ownerOf @param {Record<string, Polity>} polities */
  constructor(ownerOf, polities) {
    this.ownerOf = ownerOf;
    this.polities = polities;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {Map<string, Part>} */
    this.parts = new Map();
  }

  // Where a land then and a land now lie over each other: null if nothing passed there.
  /** @type {(before: Land | null, after: Land | null) => { row: Row, part: Part } | null} */
  of(before, after) {
    if (!before || !after || before === after) return null;
    const [from, to] = [this.ownerOf(before), this.ownerOf(after)];
    if (from === to) return null;
    const row = this.row(from, to);
    const key = `${before.id}|${after.id}`;
    const known = this.parts.get(key);
    if (known) return { row, part: known };
    const part = { before, after, area: 0 };
    this.parts.set(key, part);
    row.parts.push(part);
    return { row, part };
  }

  /** @type {(from: string, to: string) => Row} */
  row(from, to) {
    const key = `${from}|${to}`;
    const known = this.rows.get(key);
    if (known) return known;
    const kind = nationOf(this.polities, from) === nationOf(this.polities, to) ? "rule" : "hands";
    /** @type {Row} */
    const row = {
      from,
      to,
      kind,
      area: 0,
      box: [Infinity, Infinity, -Infinity, -Infinity],
      arcs: [],
      parts: [],
      lands: [],
    };
    this.rows.set(key, row);
    return row;
  }
}

/** @type {(lands: Known[]) => Land[]} */
const drawn = (lands) => lands.flatMap((land) => (land.polygons ? /** @type {Land} */ (land) : []));

// Arcs of the lands that are not there on both dates.
/** @type {(then: Land[], now: Land[]) => Set<number>} */
function movedArcs(then, now) {
  const [before, after] = [new Set(then), new Set(now)];
  const moved = [...then.filter((land) => !after.has(land)), ...now.filter((land) => !before.has(land))];
  return new Set(moved.flatMap((land) => land.polygons.flat(2)).map((index) => (index < 0 ? ~index : index)));
}

/** @type {(rows: Row[], outlines: Record<Sort, number[]>) => Difference} */
function summed(rows, outlines) {
  for (const row of rows) {
    row.parts.forEach(fitted);
    row.parts.sort((a, b) => b.area - a.area);
    row.area = row.parts.reduce((sum, part) => sum + part.area, 0);
    row.lands = [...new Set(row.parts.map((part) => part.after))];
  }
  const listed = rows.filter((row) => row.area > 0.05).sort((a, b) => b.area - a.area);
  /** @type {(kind: Sort) => number} */
  const total = (kind) => listed.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.area, 0);
  return { rows: listed, outlines, hands: total("hands"), rule: total("rule") };
}

// Where a whole land passed, the area is the one that the land carries: drawn and told in one figure.
/** @type {(part: Part) => void} */
function fitted(part) {
  const whole = [part.before, part.after].find(
    (land) => land.area && Math.abs(land.area - part.area) < 0.004 * land.area,
  );
  if (whole?.area) part.area = whole.area;
}

/** @type {(box: Box, points: Flat) => void} */
function widen(box, points) {
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
}
