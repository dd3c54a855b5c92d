import assert from "node:assert/strict";
import test from "node:test";
import { Labels } from "../../../layers/web/src/map/labels.js";
import { Marks } from "../../../layers/web/src/map/marks.js";
import { Scene } from "../../../layers/web/src/map/scene.js";
import { pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install, Point } from "../fakes.js";
import { model, view } from "../made.js";

const { rest } = install();

function scene(date = "1920", more = {}) {
  const made = model();
  const [x, y] = pixel(10, 5, 4);
  const map = new FakeMap({ zoom: 4, size: [800, 600], origin: [x - 400, y - 300] });
  const shown = new Scene(map, made, { marks: Marks, labels: Labels });
  shown.show(view(made, date, more));
  return shown;
}
const ids = (features) => [...features].map((feature) => feature.id).sort();
const go = (shown, date, more) => shown.show(view(shown.model, date, more));

test("a day's lands, lines and borders are drawn, what is dismantled is not", () => {
  const shown = scene("1909");
  assert.deepEqual(ids(shown.landsNow()), ["east", "west-qing"]);
  assert.deepEqual(ids(shown.railsNow()), ["built"]);
  assert.deepEqual(ids(shown.bordersNow()), ["line"]);
  go(shown, "1912");
  assert.deepEqual(ids(shown.landsNow()), ["east", "west-roc"]);
  go(shown, "1941");
  assert.deepEqual(ids(shown.railsNow()), []);
});

test("stepping back and forth draws what a fresh scene draws", () => {
  const shown = scene("1900");
  for (const date of ["1911", "1912", "1920", "1911", "1950", "1909"]) {
    go(shown, date);
    assert.deepEqual(ids(shown.landsNow()), ids(scene(date).landsNow()), date);
    assert.deepEqual(ids(shown.railsNow()), ids(scene(date).railsNow()), date);
  }
});

test("a layer that is off is not drawn, and comes back whole", () => {
  const shown = scene("1909");
  go(shown, "1909", { layers: "borders,rails" });
  assert.deepEqual(ids(shown.landsNow()), []);
  go(shown, "1912", { layers: "borders,rails" });
  go(shown, "1912");
  assert.deepEqual(ids(shown.landsNow()), ["east", "west-roc"]);
});

test("another colouring or certainty draws all of it anew", () => {
  const shown = scene("1920");
  shown.painter.canvases.lands.stale = [];
  go(shown, "1920", { color: "treaty" });
  assert.deepEqual(ids(shown.landsNow()), ["east", "west-roc"]);
  assert.equal(scene("1920", { certainty: "0" }).borders.groups.has("state"), true);
  assert.equal(scene("1920").borders.groups.has("state-treaty"), true);
});

test("a land whose day is known to a range has a fringe of the other holder meanwhile", () => {
  const made = model();
  made.get("west-roc").start = 19120212;
  const shown = scene("1912-02-20");
  assert.deepEqual(shown.fringe(), ["roc", "qing"]);
  go(shown, "1912-03-15");
  assert.equal(shown.fringe(), null);
  go(shown, "1912-02-20");
  assert.deepEqual(shown.fringe(), ["roc", "qing"]);
});

test("while it plays, lands that come and go are drawn by themselves, then settle", () => {
  const shown = scene("1911");
  shown.show({ ...view(shown.model, "1912"), fade: true });
  assert.deepEqual(
    shown.passing.map(({ feature, coming }) => [feature.id, coming]),
    [
      ["west-qing", false],
      ["west-roc", true],
    ],
  );
  assert.equal(shown.rooms.passing.children.length, 2);
  assert.deepEqual(ids(shown.landsNow()), ["east", "west-roc"]);
  shown.settle();
  assert.equal(shown.rooms.passing.children.length, 0);
  assert.deepEqual(ids(shown.lands.features()), ["east", "west-roc"]);
});

test("who wants less motion sees no fading", () => {
  window.matchMedia = () => ({ matches: true });
  const shown = scene("1911");
  shown.show({ ...view(shown.model, "1912"), fade: true });
  window.matchMedia = () => ({ matches: false });
  assert.equal(shown.passing.length, 0);
});

test("halos are drawn in an idle moment, once", () => {
  const shown = scene("1920");
  let halos = 0;
  shown.painter.paintHalos = () => {
    halos += 1;
  };
  assert.ok(shown.haloing);
  shown.haloSoon();
  rest();
  assert.equal(halos, 1);
  assert.ok(!shown.haloing);
});

test("another zoom draws all again; a drag past what is drawn goes on", () => {
  const shown = scene("1920");
  shown.highlight(shown.model.get("east"));
  const before = shown.rooms.highlight.children[0].getAttribute("d");
  shown.map.zoom = 5;
  shown.reframe();
  assert.equal(shown.painter.zoom, 5);
  assert.notEqual(shown.rooms.highlight.children[0].getAttribute("d"), before);
  let heard = 0;
  shown.over.on("update", () => {
    heard += 1;
  });
  shown.map.moved = new Point(5, 5);
  shown.map.heard.move();
  assert.equal(heard, 0);
  shown.map.moved = new Point(50, 0);
  shown.map.heard.move();
  assert.equal(heard, 1);
});

test("what is selected has an outline, a line along it, or a ring round its sign", () => {
  const shown = scene("1920");
  for (const [id, tag] of [["east", "path"], ["open", "path"], ["siege", "circle"]]) {
    shown.highlight(shown.model.get(id));
    assert.deepEqual(
      shown.rooms.highlight.children.map((node) => node.tagName),
      [tag],
    );
  }
  shown.highlight(null);
  assert.equal(shown.rooms.highlight.children.length, 0);
}); // biome-ignore format: pairs

test("opacities go to their panes", () => {
  const shown = scene("1920", { opacity: "lands:0.6,happenings:0.3" });
  assert.equal(shown.rooms.lands.style.opacity, "0.6");
  assert.equal(shown.rooms.lines.style.opacity, "");
  assert.equal(shown.marks.room.style.opacity, "0.3");
  go(shown, "1920", { opacity: "" });
  assert.equal(shown.rooms.lands.style.opacity, "");
});

test("names are placed anew when other panels lie over the map", () => {
  const shown = scene("1920");
  let placed = 0;
  shown.labels.show = () => {
    placed += 1;
  };
  shown.cover([[0, 0, 100, 100]]);
  shown.cover([[0, 0, 100, 100]]);
  assert.equal(placed, 1);
});

test("the ground follows the state: modern borders, no plain ground under a picture", () => {
  const shown = scene("1920", { borders: "1" });
  assert.equal(shown.base.modern.getAttribute("display"), "inline");
  go(shown, "1920", { borders: "0" });
  assert.equal(shown.base.modern.getAttribute("display"), "none");
  assert.equal(shown.base.under.getAttribute("display"), "inline");
});
