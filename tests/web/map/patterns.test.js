import assert from "node:assert/strict";
import test from "node:test";
import { swatch, tile } from "../../../layers/web/src/map/patterns.js";
import { install } from "../fakes.js";

install();
const ink = { colour: "#111111", opacity: 0.5 };
const under = { colour: "#eeeeee", opacity: 0.62 };

test("a tile is one repeat of its pattern in device pixels, the fill under it if there is one", () => {
  const made = tile("hatch", ink, 2, under);
  assert.deepEqual([made.getAttribute("width"), made.getAttribute("height")], ["14", "14"]);
  const { pen } = made;
  assert.deepEqual(pen.called("fillRect")[0].given, [0, 0, 14, 14]);
  assert.deepEqual(pen.called("scale")[0].given, [2, 2]);
  const [stroke] = pen.called("stroke");
  assert.deepEqual([stroke.strokeStyle, stroke.globalAlpha], ["#111111", 0.5]);
  assert.equal(tile("cross", ink, 1).pen.called("fillRect").length, 0);
});

test("dots are filled circles", () => {
  const { pen } = tile("dots", ink, 1, under);
  assert.equal(pen.called("arc").length, 2);
  assert.equal(pen.called("fill").length, 2);
  assert.equal(pen.called("stroke").length, 0);
  assert.equal(pen.called("fill")[0].fillStyle, "#111111");
});

test("the patterns differ", () => {
  const drawn = ["hatch", "bars", "cross", "fringe"].map(
    (kind) => tile(kind, ink, 1).pen.called("stroke")[0].given[0].d,
  );
  assert.equal(new Set(drawn).size, 4);
});

test("a swatch shows the fill, the pattern over it and a rim; without a pattern the fill alone", () => {
  const plain = swatch("#abcdef", null, null, "one");
  assert.deepEqual(
    plain.children.map((node) => node.tagName),
    ["rect", "rect", "rect"],
  );
  assert.equal(plain.children[1].getAttribute("fill"), "#abcdef");
  assert.equal(plain.children[2].getAttribute("stroke"), "currentColor");
  const dotted = swatch("#abcdef", "dots", "#123456", "two");
  const [defs, , , pattern] = dotted.children;
  assert.equal(pattern.getAttribute("fill"), "url(#two)");
  assert.deepEqual(
    defs.children[0].children.map((node) => [node.tagName, node.getAttribute("fill")]),
    [
      ["circle", "#123456"],
      ["circle", "#123456"],
    ],
  );
  const [lines] = swatch(null, "bars", "#123456", "three").children[0].children[0].children;
  assert.deepEqual([lines.tagName, lines.getAttribute("stroke")], ["path", "#123456"]);
});
