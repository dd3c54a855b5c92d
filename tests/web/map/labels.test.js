import assert from "node:assert/strict";
import test from "node:test";
import { Labels, short } from "../../../layers/web/src/map/labels.js";
import { Marks } from "../../../layers/web/src/map/marks.js";
import { Scene } from "../../../layers/web/src/map/scene.js";
import { pixel } from "../../../layers/web/src/map/surface.js";
import { FakeMap, install } from "../fakes.js";
import { model, view } from "../made.js";

install();

test("what stands in brackets is left to the tooltip", () => {
  assert.equal(short("Republic of China (Peking government)"), "Republic of China");
  assert.equal(short("中華民國（北洋政府）"), "中華民國");
  assert.equal(short("Amur: the left bank"), "Amur");
});

function scene(date, { zoom = 5, size = [900, 700], more = {}, marks = null } = {}) {
  const made = model();
  const [x, y] = pixel(10, 5, zoom);
  const map = new FakeMap({ zoom, size, origin: [x - size[0] / 2, y - size[1] / 2] });
  const shown = new Scene(map, made, { marks, labels: Labels });
  shown.show(view(made, date, more));
  return shown;
}
const said = (shown, kind) =>
  shown.labels.room.all(kind).map((node) =>
    node
      .all("name")
      .map((text) => text.textContent)
      .join(" "),
  );

test("polities of the day in capitals, their lands smaller, towns plain", () => {
  const shown = scene("1920");
  assert.deepEqual(said(shown, "polity").sort(), ["REPUBLIC OF CHINA", "RUSSIA"]);
  assert.deepEqual(said(shown, "town"), ["Vell"]);
  const [town] = shown.labels.room.all("town");
  assert.equal(town.all("dot").length, 1);
  const [polity] = shown.labels.room.all("polity");
  assert.ok(Number(polity.all("name")[0].getAttribute("font-size")) > 9);
  shown.show(view(shown.model, "1911"));
  assert.deepEqual(said(shown, "polity").sort(), ["GREAT QING", "RUSSIA"]);
});

test("a name stands in its land", () => {
  const shown = scene("1920");
  const russia = shown.labels.room.all("polity").find((node) => node.all("name")[0].textContent === "RUSSIA");
  const x = Number(russia.all("name")[0].getAttribute("x"));
  assert.ok(x > pixel(10, 5, 5)[0] && x < pixel(20, 5, 5)[0]);
});

test("no name over another, nor under what covers the map", () => {
  const shown = scene("1920");
  shown.cover([[0, 0, 900, 700]]);
  assert.deepEqual(shown.labels.room.children.length, 0);
  shown.cover([]);
  assert.equal(said(shown, "polity").length, 2);
});

test("far out there are fewer names: no lands, no small towns", () => {
  const near = scene("1920", { zoom: 6, size: [1800, 1400] });
  assert.ok(said(near, "land").length > 0);
  assert.deepEqual(said(scene("1920", { zoom: 4 }), "land"), []);
  assert.deepEqual(said(scene("1920", { zoom: 3 }), "town"), []);
});

test("a town gives way to signs and stands beside them", () => {
  const shown = scene("1920", { marks: Marks, zoom: 6, size: [1800, 1400] });
  const [town] = shown.labels.room.all("town");
  const [x, y] = ["x", "y"].map((side) => Number(town.all("name")[0].getAttribute(side)));
  for (const [left, top, right, bottom] of shown.labels.signs)
    assert.ok(x > right || x < left || y > bottom || y < top);
});

test("a town is named in the page's language, English where it has none", () => {
  assert.deepEqual(said(scene("1920", { more: { lang: "zh" } }), "town"), ["港"]);
  assert.deepEqual(said(scene("1920", { more: { lang: "ru" } }), "town"), ["Vell"]);
});

test("what stays the same isn't drawn again", () => {
  const shown = scene("1920");
  const before = [...shown.labels.room.children];
  shown.labels.show(shown.view);
  assert.deepEqual(shown.labels.room.children, before);
});

test("long names break into lines; Chinese ones stay whole", () => {
  const shown = scene("1920");
  const names = new Map();
  const spot = { x: 0, y: 0, width: 110, height: 200 };
  const room = { free: () => true, take: () => true };
  assert.ok(shown.labels.capitals("a", "Mongolian People's Republic", spot, room, names));
  assert.ok(names.get("a").rows.length > 1);
  assert.equal(names.get("a").rows.join(" "), "MONGOLIAN PEOPLE'S REPUBLIC");
  assert.ok(shown.labels.capitals("b", "蒙古人民共和國", { ...spot, width: 200 }, room, names));
  assert.deepEqual(names.get("b").rows, ["蒙古人民共和國"]);
  assert.ok(
    !shown.labels.capitals("c", "Mongolian People's Republic", { ...spot, width: 20, height: 16 }, room, names),
  );
});
