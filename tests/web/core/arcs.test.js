import assert from "node:assert/strict";
import test from "node:test";
import { decodeVlq, encodeVlq, outlineArcs, Topology, worldX, worldY } from "../../../layers/web/src/core/arcs.js";

test("VLQ goes there and back, large, small and negative", () => {
  const numbers = [0, 1, -1, 15, 16, -16, 31, 32, 1000, -1000, 123456, -123456, 154000, 2147483, -2147483];
  assert.deepEqual(decodeVlq(encodeVlq(numbers)), numbers);
});

test("VLQ is the source-map form", () => {
  assert.equal(encodeVlq([0, 1, -1, 16]), "ACDgB");
  assert.deepEqual(decodeVlq("gB"), [16]);
});

test("a sign that isn't VLQ is refused", () => {
  assert.throws(() => decodeVlq("A*"), /VLQ/);
});

// Two squares side by side on one shared arc (0), each with its own outer arc (1, 2).
const coded = (points) =>
  encodeVlq(points.flatMap(([x, y], i) => (i ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y])));
const topology = new Topology({
  scale: [0.1, 0.1],
  translate: [100, 40],
  arcs: [
    coded([
      [10, 0],
      [10, 10],
    ]),
    coded([
      [10, 10],
      [0, 10],
      [0, 0],
      [10, 0],
    ]),
    coded([
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
    ]),
  ],
});
const west = [[[0, 1]]];
const east = [[[~0, 2]]];

test("arcs come back in degrees", () => {
  assert.deepEqual(
    Array.from(topology.arcs[0], (n) => Math.round(n * 10) / 10),
    [101, 40, 101, 41],
  );
});

test("rings join their arcs and close", () => {
  const ring = topology.ringLonLat(east[0][0]);
  assert.deepEqual(ring[0], ring[ring.length - 1]);
  assert.equal(ring.length, 5);
});

test("neighbours share the very same pixels along their border at every zoom", () => {
  for (const zoom of [3, 4.5, 8]) {
    const shared = topology.pixels(0, zoom);
    assert.ok(topology.areaPath(west, zoom).startsWith(`M${shared[0]} ${shared[1]}L`));
    assert.ok(topology.areaPath(east, zoom).includes(`${shared[2]} ${shared[3]}`));
  }
});

test("a point is in one square or the other", () => {
  assert.ok(topology.contains(west, 100.5, 40.5));
  assert.ok(!topology.contains(east, 100.5, 40.5));
  assert.ok(topology.contains(east, 101.5, 40.5));
  assert.ok(!topology.contains(west, 103, 40.5));
});

test("a hole is outside", () => {
  const holed = new Topology({
    scale: [1, 1],
    translate: [0, 0],
    arcs: [
      coded([
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ]),
      coded([
        [3, 3],
        [6, 3],
        [6, 6],
        [3, 6],
        [3, 3],
      ]),
    ],
  });
  assert.ok(holed.contains([[[0], [1]]], 1, 1));
  assert.ok(!holed.contains([[[0], [1]]], 4, 4));
});

test("the outline of a polity leaves out what lies inside it", () => {
  assert.deepEqual(outlineArcs([west]).sort(), [0, 1]);
  assert.deepEqual(outlineArcs([west, east]).sort(), [1, 2]);
});

test("a box is the box of all its arcs", () => {
  assert.deepEqual(
    topology.bounds(west).map((n) => Math.round(n * 10) / 10),
    [100, 40, 101, 41],
  );
});

test("Web Mercator: the middle is the middle, north is up", () => {
  assert.equal(worldX(0), 0.5);
  assert.ok(Math.abs(worldY(0) - 0.5) < 1e-12);
  assert.ok(worldY(60) < worldY(50));
});

test("thinning keeps both ends of an arc", () => {
  const line = new Topology({
    scale: [0.001, 0.001],
    translate: [100, 45],
    arcs: [coded(Array.from({ length: 500 }, (_, i) => [i * 3, i % 2]))],
  });
  const pixels = line.pixels(0, 3);
  assert.ok(pixels.length < 100);
  const size = 256 * 8;
  assert.ok(Math.abs(pixels[pixels.length - 2] - worldX(100 + 1.497) * size) < 0.06);
});

test("a thinned arc runs within half a pixel of every vertex left out", () => {
  const jagged = Array.from({ length: 400 }, (_, i) => [
    i * 7,
    Math.round(90 * Math.sin(i / 9) + 20 * Math.sin(i * 1.7)),
  ]);
  const line = new Topology({ scale: [0.01, 0.01], translate: [80, 45], arcs: [coded(jagged)] });
  for (const zoom of [3, 5, 7]) {
    const kept = line.pixels(0, zoom);
    const whole = [...line.world(0)].map((part) => part * 256 * 2 ** zoom);
    for (let i = 0; i < whole.length; i += 2) {
      let near = Infinity;
      for (let k = 2; k < kept.length; k += 2) {
        const [x, y, dx, dy] = [kept[k - 2], kept[k - 1], kept[k] - kept[k - 2], kept[k + 1] - kept[k - 1]];
        const along = Math.max(
          0,
          Math.min(1, ((whole[i] - x) * dx + (whole[i + 1] - y) * dy) / (dx * dx + dy * dy || 1)),
        );
        near = Math.min(near, Math.hypot(whole[i] - x - along * dx, whole[i + 1] - y - along * dy));
      }
      assert.ok(near < 0.65, `zoom ${zoom}: ${near}`);
    }
  }
});

test("areas close, lines stay open", () => {
  assert.ok(topology.areaPath(west, 4).endsWith("Z"));
  assert.ok(!topology.linePath([[1]], 4).includes("Z"));
  assert.ok(!topology.arcPath(1, 4).includes("Z"));
  assert.equal(topology.linePath([[1], [2]], 4).match(/M/g).length, 2);
});

test("a ring takes each arc as it runs, or turned round", () => {
  const said = (ring) => topology.ringLonLat(ring).map(([lon, lat]) => [lon, lat].map((n) => Math.round(n * 10) / 10));
  assert.deepEqual(said(west[0][0]), [
    [101, 40],
    [101, 41],
    [100, 41],
    [100, 40],
    [101, 40],
  ]);
  assert.deepEqual(said([~0]), [
    [101, 41],
    [101, 40],
  ]);
});
