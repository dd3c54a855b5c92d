import assert from "node:assert/strict";
import test from "node:test";
import { away, featureAt } from "../../../layers/web/src/map/hit.js";
import { Marks } from "../../../layers/web/src/map/marks.js";
import { Scene } from "../../../layers/web/src/map/scene.js";
import { pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install } from "../fakes.js";
import { model, view } from "../made.js";

install();

test("distance from a line in pixels", () => {
  assert.equal(away([0, 0, 10, 0], 5, 3), 3);
  assert.equal(away([0, 0, 10, 0, 10, 10], 13, 14), 5);
  assert.equal(away([0, 0, 10, 0], -3, 4), 5);
  assert.equal(away([2, 2, 2, 2], 2, 5), 3);
});

function scene(date) {
  const made = model();
  const [x, y] = pixel(10, 5, 4);
  const shown = new Scene(new FakeMap({ zoom: 4, size: [800, 600], origin: [x - 400, y - 300] }), made, {
    marks: Marks,
  });
  shown.show(view(made, date));
  return shown;
}
const at = (shown, lng, lat, reach) => featureAt(shown, { lng, lat }, reach);

test("a sign before a railway, a railway before a land", () => {
  const shown = scene("1920");
  const sign = at(shown, 5, 6);
  assert.deepEqual([sign.kind, sign.feature.id], ["mark", "siege"]);
  assert.deepEqual(
    sign.others.map((one) => one.id),
    ["raid"],
  );
  const line = at(shown, 12, 5);
  assert.deepEqual([line.kind, line.feature.id], ["rail", "open"]);
  const land = at(shown, 12, 8);
  assert.deepEqual([land.kind, land.feature.id], ["land", "east"]);
  assert.equal(at(shown, 40, 8), null);
});

test("a line is met within its reach, in pixels", () => {
  const shown = scene("1911");
  const degrees = (pixels) => (360 / (256 * 2 ** 4)) * pixels;
  assert.equal(at(shown, 12, 5 + degrees(4)).kind, "rail");
  assert.equal(at(shown, 12, 5 + degrees(7)).kind, "land");
  assert.equal(at(shown, 12, 5 + degrees(7), 10).kind, "rail");
  assert.equal(at(shown, 18 + degrees(4), 5).kind, "rail");
  assert.equal(at(shown, 18 + degrees(9), 5).kind, "land");
});

test("of lands over each other the smaller is met", () => {
  const shown = scene("1920");
  const small = { ...shown.model.get("east"), id: "small", area: 1 };
  shown.landsNow = () => [shown.model.get("east"), small];
  assert.equal(at(shown, 15, 8).feature.id, "small");
});
