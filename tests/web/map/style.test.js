import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { polityOf } from "../../../layers/web/src/core/polities.js";
import * as style from "../../../layers/web/src/map/style.js";

const polities = {
  roc: { nation: "china", family: "china", fill: "#1", stroke: "#1s" },
  prc: { nation: "china", family: "china-red", fill: "#2", stroke: "#2s" },
  japan: { family: "japan", fill: "#3", stroke: "#3s" },
  manchukuo: { family: "japan", fill: "#4", stroke: "#4s" },
  ussr: { nation: "russia", family: "soviet", fill: "#5", stroke: "#5s" },
  mpr: { family: "mongolia", fill: "#6", stroke: "#6s" },
  fengtian: { nation: "china", family: "china", fill: "#7", stroke: "#7s" },
};
const manchukuo = {
  polity: "manchukuo",
  controller_key: "japan",
  sovereign_key: "roc",
  status: "puppet",
  view_tokyo: "manchukuo",
};
const mongolia = {
  polity: "mpr",
  controller_key: "mpr",
  sovereign_key: "roc",
  status: "satellite",
  view_ulaanbaatar: "mpr",
  view_moscow: "mpr",
};

const shared = JSON.parse(readFileSync(new URL("../../cases/land_style.json", import.meta.url), "utf8"));
for (const { name, land, ground, pattern, tint } of shared.cases) {
  test(`by control: ${name}`, () => {
    const nations = Object.fromEntries(Object.entries(shared.nations).map(([key, nation]) => [key, { nation }]));
    assert.deepEqual(style.landStyle(land, "control", nations), { owner: land.polity, ground, pattern, tint });
  });
}

test("by treaty: the sovereign's colour, barred in the hue of the holder", () => {
  assert.deepEqual(style.landStyle(manchukuo, "treaty", polities), {
    owner: "roc",
    ground: "roc",
    pattern: "bars",
    tint: "manchukuo",
  });
});

test("Mongolia in 1930 is China's as Nanking saw it, and Mongolia's as Ulaanbaatar did", () => {
  assert.equal(style.landStyle(mongolia, "nanking", polities).owner, "roc");
  assert.equal(style.landStyle(mongolia, "ulaanbaatar", polities).owner, "mpr");
});

test("a polity that the palette lacks is grey, not an error", () => {
  assert.equal(polityOf(polities, "atlantis").fill, "#B8B4A8");
});

test("borders are drawn by how they are known, or all alike", () => {
  assert.deepEqual(style.borderStyle({ level: "state", basis: "demarcated" }, true).dash, "");
  assert.equal(style.borderStyle({ level: "regime", basis: "front" }, true).key, "regime-front");
  assert.equal(style.borderStyle({ level: "claim", basis: "treaty" }, true).basis, "claim");
  assert.equal(style.borderStyle({ level: "state", basis: "approximate" }, false).key, "state");
  assert.equal(style.borderStyle({}, true).key, "regime-approximate");
});

test("rails by operator, state and gauge", () => {
  const operators = { japan: { colour: "#x" } };
  assert.equal(
    style.railStyle({ operator_key: "japan", gauge_mm: 1524, status: "open" }, operators).key,
    "#x open broad",
  );
  const building = { gauge_mm: 1435, status: "construction" };
  assert.equal(style.railStyle(building, operators, "#own").key, "#own construction narrow");
  assert.match(style.railStyle(building, operators).key, /^#\w{6} construction narrow$/);
  assert.equal(style.railStyle(building, operators).operator, null);
  assert.ok(style.railWidth(5, true) > style.railWidth(5, false));
});

test("a bloodier clash has a larger sign, within bounds", () => {
  const sizes = [null, 5, 100, 5000, 1e6].map(style.clashSize);
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => a - b),
  );
  assert.ok(sizes[0] >= 12 && sizes[4] <= 30);
});
