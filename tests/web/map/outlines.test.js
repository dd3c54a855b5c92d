import assert from "node:assert/strict";
import test from "node:test";
import { Outlines } from "../../../layers/web/src/map/outlines.js";

const [WEST, EAST] = [[[[0, 1]]], [[[~1, 2]]]]; // two lands that share arc 1

test("the border between two lands of one polity is no part of its outline", () => {
  const outlines = new Outlines();
  outlines.turn("roc", WEST);
  assert.deepEqual([...outlines.arcs.get("roc")].sort(), [0, 1]);
  outlines.turn("roc", EAST);
  assert.deepEqual([...outlines.arcs.get("roc")].sort(), [0, 2]);
  outlines.turn("roc", WEST);
  assert.deepEqual([...outlines.arcs.get("roc")].sort(), [1, 2]);
});

test("a land that makes way for one of the same arcs turns nothing", () => {
  const outlines = new Outlines();
  outlines.turn("qing", WEST);
  outlines.settled();
  outlines.turn("qing", WEST);
  outlines.turn("qing", WEST);
  assert.equal(outlines.flipped.get("qing").size, 0);
  outlines.turn("qing", WEST);
  outlines.turn("roc", WEST);
  assert.deepEqual([...outlines.flipped.get("qing")], [0, 1]);
  assert.deepEqual([...outlines.flipped.get("roc")], [0, 1]);
});
