import assert from "node:assert/strict";
import test from "node:test";
import { glyphOf, Marks, spots } from "../../../layers/web/src/map/marks.js";
import { addSurface, pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install } from "../fakes.js";
import { model, view } from "../made.js";

install();

test("signs on one spot share it under the heaviest; others stay apart", () => {
  const mark = (id, x, y, rank) => ({ id, x, y, rank });
  const found = spots([mark("a", 0, 0, 1), mark("b", 3, 3, 9), mark("c", 40, 0, 2), mark("d", 2, 1, 5)]);
  assert.deepEqual(
    found.map((one) => [one.mark.id, one.others.map((other) => other.id)]),
    [
      ["b", ["d", "a"]],
      ["c", []],
    ],
  );
  assert.equal(spots([mark("a", 0, 0, 1), mark("b", 8, 0, 2)]).length, 2);
  assert.equal(spots([mark("a", 0, 0, 1), mark("b", 7.9, 0, 2)]).length, 1);
});

test("swords for battles, bursts for other clashes, diamonds for events", () => {
  assert.equal(glyphOf({ type: "clash", kind: "siege" }), "swords");
  assert.equal(glyphOf({ type: "clash", kind: "raid" }), "burst");
  assert.equal(glyphOf({ type: "event", kind: "siege" }), "diamond");
});

function marks(zoom = 4) {
  const made = model();
  const map = new FakeMap({ zoom });
  const scene = { model: made, zoom, over: addSurface(map, "names", 1) };
  const shown = new Marks(scene);
  const show = (date, more, redraw = false) => {
    shown.show(view(made, date, more), redraw);
    return [...shown.drawn.keys()].map((feature) => feature.id).sort();
  };
  return { shown, show, made };
}

test("a year's clashes and events stand on their places, those on one spot with their number", () => {
  const { shown, show, made } = marks();
  assert.deepEqual(show("1920"), ["siege", "treaty"]);
  const { root, sign, badge } = shown.nodes.get(made.get("siege"));
  const [x, y] = pixel(5, 6, 4);
  assert.equal(root.getAttribute("transform"), `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  assert.match(sign.getAttribute("transform"), /^scale\([\d.]+\) translate\(-12 -12\)$/);
  assert.equal(badge.children[1].textContent, "2");
  assert.equal(shown.nodes.get(made.get("treaty")).badge, null);
  assert.equal(root.getAttribute("class"), "mark mark-clash mark-swords");
  assert.equal(shown.room.children.length, 2);
});

test("an event has its layer's colour", () => {
  const { shown, show, made } = marks();
  show("1920");
  const [, sign] = shown.nodes.get(made.get("treaty")).sign.children;
  assert.equal(sign.getAttribute("style"), "fill: #aa4499");
});

test("clashes of the year before stay, pale and without a number; events do not", () => {
  const { shown, show, made } = marks();
  assert.deepEqual(show("1921"), ["siege"]);
  const { root, badge } = shown.nodes.get(made.get("siege"));
  assert.ok(root.classList.contains("faded"));
  assert.equal(badge, null);
  assert.deepEqual(show("1922"), []);
  assert.equal(shown.room.children.length, 0);
});

test("a layer that is off shows no signs", () => {
  const { show } = marks();
  assert.deepEqual(show("1920", { layers: "events" }), ["treaty"]);
  assert.deepEqual(show("1920"), ["siege", "treaty"]);
});

test("nothing is placed again while nothing changed, unless asked", () => {
  const { shown, show } = marks();
  show("1920");
  let placed = 0;
  const place = shown.place.bind(shown);
  shown.place = (found) => {
    placed += 1;
    place(found);
  };
  show("1920");
  assert.equal(placed, 0);
  show("1920", {}, true);
  assert.equal(placed, 1);
});

test("signs grow with the zoom, within bounds", () => {
  const { shown } = marks();
  assert.deepEqual(
    [3, 3.5, 4, 6, 20].map((zoom) => Number(shown.growth(zoom).toFixed(3))),
    [0.72, 0.85, 0.95, 1.07, 1.25],
  );
});

test("a sign is met near its middle: the nearest of those within reach", () => {
  const { shown, show } = marks();
  show("1920");
  const [x, y] = pixel(5, 6, 4);
  const { size } = [...shown.drawn.values()].find((mark) => mark.feature.id === "siege");
  const reach = Math.max(10, size / 2) + 6;
  assert.equal(shown.hit(x + reach - 0.5, y).feature.id, "siege");
  assert.equal(shown.hit(x + reach + 0.5, y), null);
  assert.equal(shown.hit(x + reach + 3, y, 10).feature.id, "siege");
});
