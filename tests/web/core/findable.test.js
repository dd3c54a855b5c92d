import assert from "node:assert/strict";
import test from "node:test";
import { findable } from "../../../layers/web/src/core/findable.js";

const OPEN = 99991231;
const lands = [
  { id: "a", start: 19000101, end: 19200101, polity: "tuva", area: 5, names: { en: "Tuva" }, capital: "Kyzyl" },
  { id: "b", start: 19200101, end: OPEN, polity: "tuva", area: 9, names: { en: "Tuva", zh: "唐努" } },
  { id: "c", start: 19000101, end: OPEN, polity: "ussr", names: { en: "Amur" } },
];
const rails = [
  {
    id: "r1",
    start: 18980101,
    end: 19030714,
    status: "construction",
    line: "CER",
    segment: "west",
    names: { en: "x" },
  },
  { id: "r2", start: 19030714, end: OPEN, status: "open", line: "CER", segment: "east", names: { en: "x" } },
  { id: "r0", start: 19000101, end: OPEN, status: "open", line: "CER", segment: "west", names: { en: "x" } },
  { id: "other", start: 19050101, end: OPEN, status: "open", names: { en: "Branch" } },
];
const model = {
  payload: {
    folding: { from: "", to: "" },
    base: {
      towns: [
        { id: "kyzyl", rank: 1, point: [0, 0], names: [{ start: 0, end: OPEN, en: "Kyzyl (Khem, X)" }], aliases: ["Q"] },
        { id: "small", rank: 4, point: [0, 0], names: [{ start: 0, end: OPEN, en: "Small" }] },
      ],
      waters: [{ id: "amur", kind: "river", point: [0, 0], names: [{ start: 0, end: OPEN, en: "Amur" }] }],
    },
    polities: {
      tuva: {
        names: [
          { start: 19210814, end: 19261124, en: "Tannu Tuva" },
          { start: 19261124, end: 19441011, en: "Tuvan People's Republic" },
        ],
      },
      idle: { names: [{ start: 0, end: OPEN, en: "Nobody" }] },
    },
  },
  features: {
    lands,
    rails,
    fights: [
      { id: "big", start: 19000101, end: 19000102, killed_max: 999_999, names: { en: "Big" }, place: "Ford" },
      { id: "none", start: 19000101, end: 19000102, names: { en: "Small fight" } },
    ],
    events: [{ id: "treaty", start: 19240531, end: 19240601, importance: 1, names: { en: "Treaty" } }],
  },
  territories: ["lands"],
  ofKind: (kind) => ({ line: ["rails"], clash: ["fights"], event: ["events"] })[kind] || [],
}; // biome-ignore format: rows
const { entries } = findable(model);
const of = (kind) => entries.filter((entry) => entry.kind === kind);
const one = (id) => entries.find((entry) => entry.id === id);

test("everything with a name is there once, polities without land left out", () => {
  assert.deepEqual(
    entries.map((entry) => entry.id),
    ["kyzyl", "small", "amur", "tuva", "land:Tuva", "land:Amur", "big", "none", "treaty", "rail:CER", "rail:Branch"],
  );
});

test("a name in brackets also stands alone, at a little less; single letters and aliases less still", () => {
  const said = one("kyzyl").texts.map((text) => [text.folded, text.weight]);
  assert.deepEqual(said, [
    ["kyzyl khem x", 1],
    ["kyzyl", 0.97],
    ["khem", 0.97],
    ["q", 0.99],
  ]);
  assert.equal(one("kyzyl").texts[0].row.en, "Kyzyl (Khem, X)");
});

test("the great come first: towns by rank, clashes by their dead, events by their importance", () => {
  assert.deepEqual(
    ["kyzyl", "small", "amur", "tuva", "big", "none", "treaty"].map((id) => one(id).weight),
    [4, 1, 0, 3, 2, 0, 2],
  );
});

test("rows of one name are one entry over all their time, the largest or first open one in front", () => {
  const tuva = one("land:Tuva");
  assert.deepEqual(
    tuva.features.map((land) => land.id),
    ["b", "a"],
  );
  assert.deepEqual([tuva.start, tuva.end], [19000101, OPEN]);
  assert.deepEqual(
    tuva.texts.map((text) => text.folded),
    ["tuva", "唐努", "kyzyl"],
  );
  const cer = one("rail:CER");
  assert.deepEqual(
    cer.features.map((line) => line.id),
    ["r0", "r2", "r1"],
  );
  assert.deepEqual(
    cer.texts.map((text) => text.folded),
    ["x", "cer", "west", "east"],
  );
});

test("a polity lives as long as its names and knows its lands", () => {
  const [tuva] = of("polity");
  assert.deepEqual([tuva.start, tuva.end], [19210814, 19441011]);
  assert.deepEqual(
    tuva.lands.map((land) => land.id),
    ["a", "b"],
  );
});

test("what happened is dated and also found by its place", () => {
  assert.ok([...of("clash"), ...of("event")].every((entry) => entry.dated));
  assert.deepEqual(
    one("big").texts.map((text) => [text.folded, text.weight]),
    [
      ["big", 1],
      ["ford", 0.6],
    ],
  );
});
