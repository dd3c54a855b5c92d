import assert from "node:assert/strict";
import test from "node:test";
import { Base, FRAME } from "../../../layers/web/src/map/ground.js";
import { addSurface, pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install } from "../fakes.js";
import { model } from "../made.js";

install();

function base() {
  const map = new FakeMap();
  return new Base(model(), addSurface(map, "ground", 1), addSurface(map, "waters", 2));
}

test("sea, land and rivers are drawn for a zoom, once; what the base lacks is empty", () => {
  const ground = base();
  ground.draw(2);
  const [left, top] = pixel(FRAME.west, FRAME.north, 2);
  assert.ok(ground.sea.getAttribute("d").startsWith(`M${left} ${top}H`));
  assert.ok(ground.land.getAttribute("d").startsWith("M"));
  assert.equal(ground.lakes.getAttribute("d"), "");
  assert.match(ground.rivers.getAttribute("d"), /^M[\d.]+ [\d.]+L/);
  const before = ground.land.getAttribute("d");
  ground.land.setAttribute("d", "kept");
  ground.draw(2);
  assert.equal(ground.land.getAttribute("d"), "kept");
  ground.draw(3);
  assert.notEqual(ground.land.getAttribute("d"), before);
});

test("a line of the graticule every ten degrees", () => {
  const lines = base().gridPath(2).split("M").length - 1;
  const meridians = [30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170].length;
  const parallels = [10, 20, 30, 40, 50, 60, 70].length;
  assert.equal(lines, meridians + parallels);
});

test("modern borders are drawn when they are shown, and again at another zoom", () => {
  const ground = base();
  ground.draw(2);
  ground.showModern(false);
  assert.equal(ground.modern.getAttribute("d"), null);
  assert.equal(ground.modern.getAttribute("display"), "none");
  ground.showModern(true);
  const drawn = ground.modern.getAttribute("d");
  assert.match(drawn, /^M/);
  assert.equal(ground.modern.getAttribute("display"), "inline");
  ground.draw(4);
  assert.notEqual(ground.modern.getAttribute("d"), drawn);
});

test("under a picture the plain ground is hidden", () => {
  const ground = base();
  ground.showGround(false);
  assert.equal(ground.under.getAttribute("display"), "none");
  ground.showGround(true);
  assert.equal(ground.under.getAttribute("display"), "inline");
});
