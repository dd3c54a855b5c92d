import assert from "node:assert/strict";
import test from "node:test";
import { setTiles } from "../../../layers/web/src/map/tiles.js";
import { FakeMap, install, Node } from "../fakes.js";

install();

test("a picture basemap comes with its credit, as text, and goes with it", () => {
  const app = {
    map: new FakeMap(),
    stage: new Node("div"),
    store: { state: { base: "osm" } },
    payload: {
      basemaps: [{ key: "osm", url: "https://example.org/{z}", max_zoom: 12, attribution: "(C) <a href='x'>OSM</a>" }],
    },
  };
  setTiles(app);
  assert.equal(app.map.tiles.length, 1);
  assert.equal(app.map.tiles[0].options.maxZoom, 12);
  assert.equal(app.stage.all("credit")[0].textContent, "(C) OSM");
  setTiles(app);
  assert.equal(app.map.tiles.length, 1);
  assert.equal(app.stage.children.length, 1);
  app.store.state.base = "plain";
  setTiles(app);
  assert.equal(app.map.tiles.length, 0);
  assert.equal(app.stage.children.length, 0);
});
