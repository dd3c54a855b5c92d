// Shared arcs: decoding (base64 VLQ), Web Mercator, paths in pixels of a zoom, points inside rings.
/** @import { Arcs, Box, Lines, Point, Polygons, Ring } from "../payload.js" */
/** @import { Flat } from "./types.js" */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i += 1) VALUE[DIGITS.charCodeAt(i)] = i;
export const TILE = 256;
const TOLERANCE = 0.5; // pixels: how far a thinned arc may run from its vertices at a zoom

/** @type {(text: string) => number[]} */
export function decodeVlq(text) {
  const found = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = VALUE[text.charCodeAt(i)];
    if (digit === undefined || digit < 0) throw new RangeError(`not base64 VLQ: ${text[i]}`);
    value += (digit & 31) * 2 ** shift;
    if (digit & 32) {
      shift += 5;
    } else {
      const half = Math.floor(value / 2);
      found.push(value % 2 ? -half : half);
      value = shift = 0;
    }
  }
  return found;
}

/** @type {(numbers: Iterable<number>) => string} */
export function encodeVlq(numbers) {
  let text = "";
  for (const number of numbers) {
    let rest = Math.abs(number) * 2 + (number < 0 ? 1 : 0);
    do {
      const digit = rest % 32;
      rest = Math.floor(rest / 32);
      text += DIGITS[digit + (rest ? 32 : 0)];
    } while (rest);
  }
  return text;
}

/** @type {(lon: number) => number} */
export const worldX = (lon) => (lon + 180) / 360;
/** @type {(lat: number) => number} */
export const worldY = (lat) => {
  const s = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
};

/** @type {(n: number) => number} */
const round = (n) => Math.round(n * 10) / 10;

export class Topology {
  /** @param {Arcs} coded */
  constructor({ scale, translate, arcs }) {
    this.arcs = arcs.map((text) => {
      const deltas = decodeVlq(text);
      const points = new Float64Array(deltas.length); // lon, lat
      let x = 0;
      let y = 0;
      for (let i = 0; i < deltas.length; i += 2) {
        x += deltas[i];
        y += deltas[i + 1];
        points[i] = x * scale[0] + translate[0];
        points[i + 1] = y * scale[1] + translate[1];
      }
      return points;
    });
    /** @type {Float64Array[]} */
    this.worlds = new Array(arcs.length);
    /** @type {Map<number, number[][]>} */
    this.zooms = new Map();
  }

  // An arc in world units (0..1), kept for every zoom.
  /** @type {(index: number) => Float64Array} */
  world(index) {
    let found = this.worlds[index];
    if (!found) {
      const points = this.arcs[index];
      found = this.worlds[index] = new Float64Array(points.length);
      for (let i = 0; i < points.length; i += 2) {
        found[i] = worldX(points[i]);
        found[i + 1] = worldY(points[i + 1]);
      }
    }
    return found;
  }

  // An arc in pixels of a zoom, thinned to what that zoom can show; both ends stay, so neighbours still meet.
  /** @type {(index: number, zoom: number) => number[]} */
  pixels(index, zoom) {
    let at = this.zooms.get(zoom);
    if (!at) {
      at = new Array(this.arcs.length);
      this.zooms.set(zoom, at);
    }
    if (at[index]) return at[index];
    const points = this.world(index).map((part) => part * TILE * 2 ** zoom);
    const found = [];
    for (const i of thinned(points, points.length < 16 ? 0 : TOLERANCE))
      found.push(round(points[i]), round(points[i + 1]));
    at[index] = found;
    return found;
  }

  // Points of a ring (arc indexes, ~i reversed) in pixels: x, y, x, y ...
  /** @type {(ring: Ring, zoom: number) => number[]} */
  ringPixels(ring, zoom) {
    /** @type {number[]} */
    const points = [];
    for (const index of ring) {
      const reversed = index < 0;
      const arc = this.pixels(reversed ? ~index : index, zoom);
      const skip = points.length ? 2 : 0;
      if (!reversed) for (let i = skip; i < arc.length; i += 1) points.push(arc[i]);
      else for (let i = arc.length - 2 - skip; i >= 0; i -= 2) points.push(arc[i], arc[i + 1]);
    }
    return points;
  }

  // SVG path data of polygons ([ring, hole ..] ..) and of lines ([arc ..] ..) at a zoom.
  /** @type {(polygons: Polygons, zoom: number) => string} */
  areaPath(polygons, zoom) {
    return polygons
      .flat()
      .map((ring) => pathOf(this.ringPixels(ring, zoom), true))
      .join("");
  }

  /** @type {(lines: Lines, zoom: number) => string} */
  linePath(lines, zoom) {
    return lines.map((line) => pathOf(this.ringPixels(line, zoom), false)).join("");
  }

  /** @type {(index: number, zoom: number) => string} */
  arcPath(index, zoom) {
    return pathOf(this.pixels(index, zoom), false);
  }

  /** @type {(ring: Ring) => Point[]} */
  ringLonLat(ring) {
    /** @type {Point[]} */
    const points = [];
    for (const index of ring) {
      const arc = this.arcs[index < 0 ? ~index : index];
      const skip = points.length ? 2 : 0;
      if (index >= 0) for (let i = skip; i < arc.length; i += 2) points.push([arc[i], arc[i + 1]]);
      else for (let i = arc.length - 2 - skip; i >= 0; i -= 2) points.push([arc[i], arc[i + 1]]);
    }
    return points;
  }

  // [west, south, east, north] of polygons or lines.
  /** @type {(parts: Polygons | Lines) => Box} */
  bounds(parts) {
    /** @type {Box} */
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const index of parts.flat(2)) {
      const arc = this.arcs[index < 0 ? ~index : index];
      for (let i = 0; i < arc.length; i += 2) {
        if (arc[i] < box[0]) box[0] = arc[i];
        if (arc[i] > box[2]) box[2] = arc[i];
        if (arc[i + 1] < box[1]) box[1] = arc[i + 1];
        if (arc[i + 1] > box[3]) box[3] = arc[i + 1];
      }
    }
    return box;
  }

  // Even-odd test over every ring at once: holes count themselves out.
  /** @type {(polygons: Polygons, lon: number, lat: number) => boolean} */
  contains(polygons, lon, lat) {
    let inside = false;
    for (const index of polygons.flat(2)) {
      const arc = this.arcs[index < 0 ? ~index : index];
      for (let i = 2; i < arc.length; i += 2) {
        const [x0, y0, x1, y1] = [arc[i - 2], arc[i - 1], arc[i], arc[i + 1]];
        if (y0 > lat !== y1 > lat && lon < ((x1 - x0) * (lat - y0)) / (y1 - y0) + x0) inside = !inside;
      }
    }
    return inside;
  }
}

// Where the vertices stand in x, y, x, y ... that keep a line within a tolerance (Douglas and Peucker); both ends stay.
/** @type {(points: Flat, tolerance: number) => number[]} */
function thinned(points, tolerance) {
  const last = points.length - 2;
  const kept = new Set([0, last]);
  const spans = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [x, y] = [points[from], points[from + 1]];
    const [dx, dy] = [points[to] - x, points[to + 1] - y];
    const length = dx * dx + dy * dy;
    let far = tolerance * tolerance;
    let at = -1;
    for (let i = from + 2; i < to; i += 2) {
      const [px, py] = [points[i] - x, points[i + 1] - y];
      const along = length ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
      const off = (px - along * dx) ** 2 + (py - along * dy) ** 2;
      if (off > far) [far, at] = [off, i];
    }
    if (at < 0) continue;
    kept.add(at);
    spans.push([from, at], [at, to]);
  }
  return [...kept].sort((a, b) => a - b);
}

/** @type {(points: Flat, closed: boolean) => string} */
export function pathOf(points, closed) {
  if (points.length < 4) return "";
  let d = `M${points[0]} ${points[1]}L`;
  for (let i = 2; i < points.length; i += 2) d += `${points[i]} ${points[i + 1]} `;
  return closed ? `${d}Z` : d;
}

// Arcs of the outline of a set of areas: an arc used in both directions lies inside and is left out.
/** @type {(areas: Polygons[]) => number[]} */
export function outlineArcs(areas) {
  const used = new Map();
  for (const polygons of areas) {
    for (const index of polygons.flat(2)) {
      const arc = index < 0 ? ~index : index;
      used.set(arc, (used.get(arc) || 0) + 1);
    }
  }
  return [...used].filter(([, times]) => times % 2 === 1).map(([arc]) => arc);
}
