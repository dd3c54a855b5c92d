// What a window of the map shows, and how much of it each land takes.

/** @import { Box } from "../payload.js" */
/** @import { Known } from "./types.js" */
/** @import { Model } from "./model.js" */

const [ACROSS, DOWN] = [28, 18]; // points that are asked; what lies between them is found by its name's place

/** @type {(box: Box, lon: number, lat: number) => boolean} */
const within = ([west, south, east, north], lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north;

// Whether a feature's box, or its point, meets a window [west, south, east, north].
/** @type {(model: Model, feature: Known, window: Box) => boolean} */
export function meets(model, feature, window) {
  if (feature.point) return within(window, feature.point[0], feature.point[1]);
  const [west, south, east, north] = model.boxOf(feature);
  return west <= window[2] && east >= window[0] && south <= window[3] && north >= window[1];
}

// Lands that are to be seen in a window, each with its share of it.
/** @type {(model: Model, lands: Known[], window: Box) => Map<Known, number>} */
export function landsIn(model, lands, window) {
  const near = lands.filter((land) => meets(model, land, window));
  const found = new Map();
  const [west, south, east, north] = window;
  for (let column = 0; column < ACROSS; column += 1) {
    const lon = west + ((column + 0.5) / ACROSS) * (east - west);
    for (let row = 0; row < DOWN; row += 1) {
      const lat = south + ((row + 0.5) / DOWN) * (north - south);
      const land = near.find((one) => model.holdsPoint(one, lon, lat));
      if (land) found.set(land, (found.get(land) || 0) + 1 / (ACROSS * DOWN));
    }
  }
  for (const land of near)
    if (!found.has(land) && land.label && within(window, land.label[0], land.label[1])) found.set(land, 0);
  return found;
}
