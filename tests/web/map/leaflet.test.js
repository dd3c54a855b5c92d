import assert from "node:assert/strict";
import test from "node:test";
import { makeMap, place, warm } from "../../../layers/web/src/map/leaflet.js";
import { install } from "../fakes.js";

install();

function placed({ wide, asked = false, movedByOthers = false }) {
  const done = [];
  const map = {
    movedByOthers,
    getSize: () => ({ x: wide }),
    getCenter: () => ({ lat: 46.123456, lng: 104.98765 }),
    getZoom: () => 4,
    setView: (at, zoom) => done.push(["view", at, zoom]),
    fitBounds: (bounds, options) => done.push(["fit", bounds.southWest, bounds.northEast, options.paddingTopLeft]),
  };
  const store = { state: { lat: 46, lon: 105, zoom: 4 }, set: (partial) => done.push(["state", partial]) };
  place({ map, store, placed: asked, payload: { view: { west: 80, south: 35, east: 140, north: 58 } } });
  return done;
}

test("the map may be moved a little past its frontier, and has a view before its data", () => {
  const frame = {
    bounds: { west: 70, south: 30, east: 140, north: 60 },
    view: { west: 80, south: 35, east: 140, north: 58 },
  };
  const made = makeMap({ dataset: { frame: JSON.stringify(frame) } });
  const { options } = made;
  assert.deepEqual(made.getCenter(), { lat: 46.5, lng: 110 });
  assert.deepEqual(options.maxBounds, { southWest: [17, 49], northEast: [65.5, 165] });
});

test("the frontier fills the map, beside the legend where there is room for it; a link is kept", () => {
  assert.deepEqual(placed({ wide: 1200 }), [
    ["fit", [35, 80], [58, 140], [250, 14]],
    ["state", { lat: 46.1235, lon: 104.9877, zoom: 4 }],
  ]);
  assert.deepEqual(placed({ wide: 999 })[0], ["fit", [35, 80], [58, 140], [14, 14]]);
  assert.deepEqual(placed({ wide: 390, asked: true }), [["view", [46, 105], 4]]);
  assert.deepEqual(placed({ wide: 1200, movedByOthers: true }), [["state", { lat: 46.1235, lon: 104.9877, zoom: 4 }]]);
});

test("what a drag will need is made ready in idle moments, until the map has moved on", () => {
  const made = [];
  const scene = { zoom: 4, painter: { lands: { reach: [0] }, ready: (feature) => made.push(feature.id) } };
  const model = {
    layers: [{ key: "lands", kind: "territory" }, { key: "fights", kind: "clash" }, { key: "rails", kind: "line" }],
    features: {
      lands: [{ id: "a", polygons: [] }, { id: "gone" }],
      fights: [{ id: "f", polygons: [] }],
      rails: [{ id: "r", lines: [] }],
    },
  };
  const turns = [];
  const soon = (run) => turns.push(run);
  warm({ model, scene }, soon);
  while (turns.length) turns.shift()({ timeRemaining: () => 50 });
  assert.deepEqual(made, ["a", "r"]);
  warm({ model, scene }, soon);
  scene.zoom = 5;
  while (turns.length) turns.shift()();
  assert.equal(made.length, 2);
}); // biome-ignore format: rows
