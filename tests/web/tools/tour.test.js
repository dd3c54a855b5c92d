// The tour: stepping through chapters, and the state that a chapter asks for.

import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { clean } from "../../../layers/web/src/core/state.js";
import { indexOf, stateOf, stepped } from "../../../layers/web/src/tools/tour.js";

const chapters = ["one", "two", "three"].map((id) => ({ id, date: "1931" }));
const defaults = { layers: "powers,manchuria", color: "control" };

test("steps stay within the tour", () => {
  const cases = [
    ["one", 1, "two"],
    ["two", 1, "three"],
    ["three", 1, "three"],
    ["one", -1, "one"],
    ["three", -1, "two"],
  ];
  for (const [id, by, want] of cases) assert.equal(stepped(chapters, id, by).id, want, `${id} ${by}`);
});

test("with no chapter open a step begins at the near end", () => {
  assert.equal(stepped(chapters, "", 1).id, "one");
  assert.equal(stepped(chapters, "unknown", -1).id, "three");
  assert.equal(stepped([], "", 1), null);
});

test("a chapter sets all that it says, and the rest to what the page opens with", () => {
  const plain = stateOf({ id: "one", date: "1931-09-18" }, defaults);
  assert.deepEqual(plain, {
    chapter: "one",
    date: "1931-09-18",
    layers: "powers,manchuria",
    color: "control",
    compare: "",
    sel: "",
  });
  const full = stateOf({ id: "two", date: "1926", layers: ["mongolia", "tuva"], color: "beijing" }, defaults);
  assert.equal(full.layers, "mongolia,tuva");
  assert.equal(full.color, "beijing");
});

test("every chapter that ships asks for a state that the page takes", () => {
  const file = new URL("../../../data/authored/tour.json", import.meta.url);
  const frontier = JSON.parse(fs.readFileSync(new URL("../../../data/frontier.json", import.meta.url), "utf8"));
  const shipped = JSON.parse(fs.readFileSync(file, "utf8"));
  const payload = {
    span: [1900, 1991],
    viewpoints: frontier.viewpoints,
    basemaps: [],
    layers: ["powers", "mongolia", "tuva", "xinjiang", "manchuria", "borders", "railways", "events", "clashes"].map(
      (key) => ({ key }),
    ),
  };
  assert.equal(new Set(shipped.map((chapter) => chapter.id)).size, shipped.length);
  for (const chapter of shipped) {
    const asked = stateOf(chapter, { layers: payload.layers.map((layer) => layer.key).join(","), color: "control" });
    assert.deepEqual(clean(asked, payload), asked, chapter.id);
    assert.equal(indexOf(shipped, chapter.id), shipped.indexOf(chapter));
  }
});
