import assert from "node:assert/strict";
import test from "node:test";
import { addSurface, pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install, Point } from "../fakes.js";

install();

test("degrees are pixels of Web Mercator: the middle at zoom 0, twice as far at each zoom more", () => {
  assert.deepEqual(pixel(0, 0, 0), [128, 128]);
  assert.deepEqual(pixel(180, 0, 1), [512, 256]);
  const [x, y] = pixel(90, 45, 3);
  assert.equal(x, 1536);
  assert.ok(Math.abs(y - 736.7) < 0.1);
});

test("its content is moved by the map's origin, its box by a drag; others hear of it", () => {
  const map = new FakeMap({ origin: [1000, 500] });
  const surface = addSurface(map, "names", 360);
  assert.equal(map.panes.names.style.zIndex, 360);
  assert.equal(map.panes.names.style.pointerEvents, "none");
  assert.equal(surface.world.getAttribute("transform"), "translate(-1000 -500)");
  assert.equal(surface._container.getAttribute("viewBox"), "-10 -10 420 320");
  let heard = 0;
  surface.on("update", () => {
    heard += 1;
  });
  map.moved = new Point(30, 0);
  surface._update();
  assert.equal(heard, 1);
  assert.equal(surface._container.getAttribute("viewBox"), "20 -10 420 320");
  assert.equal(addSurface(map, "names", 360).getPane(), surface.getPane());
});

test("while the map's zoom is animated nothing is moved", () => {
  const map = new FakeMap();
  const surface = addSurface(map, "names", 360);
  map._animatingZoom = true;
  map.moved = new Point(30, 0);
  surface._update();
  assert.equal(surface._container.getAttribute("viewBox"), "-10 -10 420 320");
});
