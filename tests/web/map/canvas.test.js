import assert from "node:assert/strict";
import test from "node:test";
import { addCanvas, apart, joined, meets, within } from "../../../layers/web/src/map/canvas.js";
import { FakeMap, install, Point } from "../fakes.js";

install();

test("what is drawn again: boxes that meet are one, others stay apart, many become one", () => {
  assert.deepEqual(
    apart([
      [0, 0, 10, 10],
      [20, 20, 30, 30],
      [5, 5, 25, 25],
    ]),
    [[0, 0, 30, 30]],
  );
  const far = Array.from({ length: 8 }, (_, i) => [i * 100, 0, i * 100 + 10, 10]);
  assert.equal(apart(far).length, 8);
  assert.deepEqual(apart([...far, [900, 50, 910, 60]]), [[0, 0, 910, 60]]);
  for (const one of apart(far))
    for (const other of apart(far)) assert.ok(String(one) === String(other) || !meets(one, other));
});

test("boxes that touch don't meet; one within another may share its sides", () => {
  assert.ok(!meets([0, 0, 10, 10], [10, 0, 20, 10]));
  assert.ok(meets([0, 0, 10, 10], [9, 9, 20, 20]));
  assert.deepEqual(joined([0, 5, 10, 10], [5, 0, 8, 20]), [0, 0, 10, 20]);
  assert.ok(within([0, 0, 10, 10], [0, 0, 10, 10]));
  for (const out of [[-1, 0, 5, 5], [0, -1, 5, 5], [0, 0, 11, 5], [0, 0, 5, 11]])
    assert.ok(!within(out, [0, 0, 10, 10]));
}); // biome-ignore format: boxes

test("all is drawn at first, then only the boxes that were spoilt, a bleed around them, each once", () => {
  const map = new FakeMap({ origin: [1000, 500] });
  const canvas = addCanvas(map, "lands", 340);
  assert.deepEqual([canvas._container.width, canvas._container.height], [420, 320]);
  assert.deepEqual(canvas.reach, [990, 490, 1410, 810]);
  const boxes = [];
  canvas.paint((_, box) => boxes.push(box));
  assert.deepEqual(boxes, [[990, 490, 1410, 810]]);
  canvas.paint((_, box) => boxes.push(box));
  assert.equal(boxes.length, 1);
  canvas.spoil([1100, 600, 1110, 620]);
  canvas.spoil([5000, 600, 5010, 620]);
  canvas.paint((_, box) => boxes.push(box));
  assert.deepEqual(boxes.slice(1), [[1094, 594, 1116, 626]]);
  const rects = canvas.pen.called("rect").map(({ given }) => given);
  assert.deepEqual(rects, [
    [0, 0, 420, 320],
    [104, 104, 22, 32],
  ]);
  canvas.spoil();
  canvas.paint((_, box) => boxes.push(box));
  assert.deepEqual(boxes.at(-1), canvas.reach);
});

test("a sharp screen has more device pixels, twice as many at most", () => {
  window.devicePixelRatio = 3;
  const canvas = addCanvas(new FakeMap({ origin: [100, 100] }), "lines", 350);
  window.devicePixelRatio = 1;
  assert.deepEqual([canvas._container.width, canvas._container.height], [840, 640]);
  assert.equal(canvas._container.style.width, "420px");
  const boxes = [];
  canvas.paint((pen, box) => {
    boxes.push(box);
    assert.deepEqual(pen.calls.at(-1).given, [2, 0, 0, 2, -180, -180]);
  });
  assert.deepEqual(boxes, [[90, 90, 510, 410]]);
});

test("a drag moves what is drawn; an animated zoom does not", () => {
  const map = new FakeMap();
  const canvas = addCanvas(map, "halos", 348);
  canvas.paint(() => {});
  map.moved = new Point(50, 0);
  canvas._update();
  assert.deepEqual(canvas.reach, [40, -10, 460, 310]);
  map._animatingZoom = true;
  map.moved = new Point(90, 0);
  canvas._update();
  assert.deepEqual(canvas.reach, [40, -10, 460, 310]);
});
