// What lies under the pointer: a sign, a railway, a town, or the land, in that order.
import { pixel } from "./surface.js";

// Distance of a point from a line in pixels.
export function away(points, x, y) {
  let least = Infinity;
  for (let i = 2; i < points.length; i += 2) {
    const [x0, y0] = [points[i - 2], points[i - 1]];
    const [dx, dy] = [points[i] - x0, points[i + 1] - y0];
    const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - x0 - along * dx, y - y0 - along * dy));
  }
  return least;
}

// {kind, feature, others?} at a place of a scene, or null.
export function featureAt(scene, latlng, reach = 4) {
  const { model, zoom } = scene;
  const { lat } = latlng;
  const lon = latlng.lng;
  const [x, y] = pixel(lon, lat, zoom);
  const mark = scene.marks?.hit(x, y, reach / 2);
  if (mark) return { kind: "mark", feature: mark.feature, others: mark.others.map((one) => one.feature) };
  const span = (360 / (256 * 2 ** zoom)) * (reach + 2);
  let best = null;
  for (const feature of scene.railsNow()) {
    const [west, south, east, north] = model.boxOf(feature);
    if (lon < west - span || lon > east + span || lat < south - span || lat > north + span) continue;
    for (const line of feature.lines) {
      const distance = away(model.topology.ringPixels(line, zoom), x, y);
      if (distance <= reach + 1 && (!best || distance < best.distance)) best = { kind: "rail", feature, distance };
    }
  }
  if (best) return best;
  const land = scene
    .landsNow()
    .filter((feature) => model.holdsPoint(feature, lon, lat))
    .sort((a, b) => (a.area || 0) - (b.area || 0))[0];
  return land ? { kind: "land", feature: land } : null;
}
