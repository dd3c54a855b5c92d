// What differs between two dates: areas by who held them then and now, from the arcs that the lands share.
//
// Lands of both dates are unions of one set of arcs, interior on the left. Each side of an arc so lies in one pair
// (land then, land now); by Green's theorem the sum over a pair's arcs is its area. Nothing is intersected.
import { nationOf } from "./polities.js";

const RADIUS = 6371.0072; // km, of the sphere with the area of the WGS 84 ellipsoid
const E2 = 0.00669437999014;
const E = Math.sqrt(E2);
const q = (s) => (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
const RAD = Math.PI / 180;
const height = (lat) => q(Math.sin(lat * RAD)) / q(1); // sine of the authalic latitude

// Square kilometres that an arc adds to the area on its left (lon, lat, lon, lat ... in degrees).
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
  constructor(model) {
    this.model = model;
    this.areas = new Map();
    this.inside = new Map();
  }

  sweptBy(arc) {
    if (!this.areas.has(arc)) this.areas.set(arc, swept(this.model.topology.arcs[arc]));
    return this.areas.get(arc);
  }

  // The land that an arc runs through (an arc that is no border of any of them).
  landAround(lands, arc) {
    const points = this.model.topology.arcs[arc];
    const mid = Math.floor(points.length / 4) * 2;
    const at =
      points.length > 4 ? [points[mid], points[mid + 1]] : [(points[0] + points[2]) / 2, (points[1] + points[3]) / 2];
    return (
      lands.find((land) => {
        const key = `${arc} ${land.id}`;
        if (!this.inside.has(key)) this.inside.set(key, this.model.holdsPoint(land, at[0], at[1]));
        return this.inside.get(key);
      }) || null
    );
  }

  // The lands left and right of each arc: Map arc -> [left, right].
  sidesOf(lands) {
    const sides = new Map();
    for (const land of lands) {
      for (const index of land.polygons.flat(2)) {
        const arc = index < 0 ? ~index : index;
        if (!sides.has(arc)) sides.set(arc, [null, null]);
        sides.get(arc)[index < 0 ? 1 : 0] = land;
      }
    }
    return sides;
  }

  // Rows {from, to, kind, area, box, arcs, lands, parts: [{before, after, area}]}, largest first, and outlines by kind.
  // `ownerOf(land)` is the polity that counts; kind is "hands" (another state) or "rule" (another regime of one state).
  between(landsThen, landsNow, ownerOf, polities) {
    const then = landsThen.filter((land) => land.polygons);
    const now = landsNow.filter((land) => land.polygons);
    const stayed = new Set(now);
    const common = new Set(then.filter((land) => stayed.has(land)));
    const [sidesThen, sidesNow] = [this.sidesOf(then), this.sidesOf(now)];
    const pairs = new Map();
    const rows = new Map();
    const outlines = { hands: [], rule: [] };
    const moved = [...then, ...now].filter((land) => !common.has(land));
    const arcs = new Set(moved.flatMap((land) => land.polygons.flat(2)).map((index) => (index < 0 ? ~index : index)));

    const rowOf = (before, after) => {
      if (!before || !after || before === after) return null;
      const [from, to] = [ownerOf(before), ownerOf(after)];
      if (from === to) return null;
      const key = `${from}|${to}`;
      if (!rows.has(key)) {
        const kind = nationOf(polities, from) === nationOf(polities, to) ? "rule" : "hands";
        rows.set(key, {
          from,
          to,
          kind,
          area: 0,
          box: [Infinity, Infinity, -Infinity, -Infinity],
          arcs: [],
          parts: [],
        });
      }
      return rows.get(key);
    };

    for (const arc of arcs) {
      const around = (sides, lands) => {
        if (sides.has(arc)) return sides.get(arc);
        const land = this.landAround(lands, arc);
        return [land, land];
      };
      const before = around(sidesThen, then);
      const after = around(sidesNow, now);
      const found = [0, 1].map((side) => {
        const row = rowOf(before[side], after[side]);
        if (!row) return null;
        const key = `${before[side].id}|${after[side].id}`;
        if (!pairs.has(key)) {
          const part = { before: before[side], after: after[side], area: 0 };
          pairs.set(key, part);
          row.parts.push(part);
        }
        return { row, part: pairs.get(key) };
      });
      const [left, right] = found;
      if (left && right && left.part === right.part) continue;
      if (left) left.part.area += this.sweptBy(arc);
      if (right) right.part.area -= this.sweptBy(arc);
      if (left && right && left.row === right.row) continue;
      for (const side of found) {
        if (!side) continue;
        side.row.arcs.push(arc);
        widen(side.row.box, this.model.topology.arcs[arc]);
      }
      const kinds = new Set(found.filter(Boolean).map((side) => side.row.kind));
      if (kinds.size) outlines[kinds.has("hands") ? "hands" : "rule"].push(arc);
    }
    return summed([...rows.values()], outlines);
  }
}

function summed(rows, outlines) {
  for (const row of rows) {
    row.parts.forEach(fitted);
    row.parts.sort((a, b) => b.area - a.area);
    row.area = row.parts.reduce((sum, part) => sum + part.area, 0);
    row.lands = [...new Set(row.parts.map((part) => part.after))];
  }
  const listed = rows.filter((row) => row.area > 0.05).sort((a, b) => b.area - a.area);
  const total = (kind) => listed.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.area, 0);
  return { rows: listed, outlines, hands: total("hands"), rule: total("rule") };
}

// Where a whole land passed, the area is the one that the land carries: drawn and told in one figure.
function fitted(part) {
  const whole = [part.before, part.after].find(
    (land) => land.area && Math.abs(land.area - part.area) < 0.004 * land.area,
  );
  if (whole) part.area = whole.area;
}

function widen(box, points) {
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
}
