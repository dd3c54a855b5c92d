import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as search from "../../../layers/web/src/core/find.js";
import { findable } from "../../../layers/web/src/core/findable.js";

const town = (id, rank, names) => ({ id, rank, point: [0, 0], names });
const lahasusu = town("lahasusu", 3, [
  { start: 0, end: 19291012, en: "Lahasusu", zh: "拉哈蘇蘇", ru: "Лахасусу" },
  { start: 19291012, end: 99991231, en: "Tongjiang (Lahasusu)", zh: "同江", ru: "Тунцзян (Лахасусу)" },
]);
const dihua = town("urumqi", 1, [
  { start: 0, end: 19540201, en: "Dihua (Urumchi)", zh: "迪化", ru: "Урумчи" },
  { start: 19540201, end: 99991231, en: "Ürümqi", zh: "乌鲁木齐", ru: "Урумчи", local: "ئۈرۈمچی" },
]);
const clash = (id, en, { names, ...more } = {}) => ({
  id,
  start: 19390511,
  end: 19390917,
  names: { en, ...names },
  place: "",
  ...more,
});
const folding = JSON.parse(readFileSync(new URL("../../../data/folding.json", import.meta.url), "utf8"));
const payload = {
  folding,
  base: { towns: [lahasusu, dihua] },
  polities: {
    manchukuo: { names: [{ start: 19320301, end: 19450818, en: "Manchukuo", zh: "滿洲國", ru: "Маньчжоу-го" }] },
    unused: { names: [{ start: 0, end: 1, en: "Nobody" }] },
  },
};
const features = {
  manchuria: [
    {
      id: "m1",
      start: 19320301,
      end: 19450818,
      polity: "manchukuo",
      area: 5,
      names: { en: "Manchukuo", zh: "滿洲國" },
    },
    {
      id: "m2",
      start: 19320301,
      end: 19450818,
      polity: "manchukuo",
      area: 9,
      names: { en: "Manchukuo", zh: "滿洲國" },
      capital: "Hsinking",
    },
  ],
  clashes: [
    clash("nomonhan", "Khalkhin Gol (Nomonhan)", {
      killed_max: 20000,
      names: { zh: "诺门罕战役", ru: "Бои на Халхин-Голе" },
    }),
    clash("lahasusu-1929", "Battle of Lahasusu", { start: 19291012, end: 19291013, place: "Mouth of the Sungari" }),
  ],
  events: [
    { id: "treaty", start: 19450814, end: 19450815, importance: 1, names: { en: "Sino-Soviet Treaty of Friendship" } },
  ],
  railways: [
    {
      id: "r1",
      start: 18980101,
      end: 19030714,
      status: "construction",
      line: "Chinese Eastern Railway",
      segment: "Harbin-Suifenhe",
      names: { en: "Chinese Eastern Railway", zh: "中東鐵路" },
    },
    {
      id: "r2",
      start: 19030714,
      end: 99991231,
      status: "open",
      line: "Chinese Eastern Railway",
      segment: "Harbin-Suifenhe",
      names: { en: "Chinese Eastern Railway", zh: "中東鐵路" },
    },
  ],
};
const kinds = { clash: ["clashes"], event: ["events"], line: ["railways"] };
const model = { payload, features, territories: ["manchuria"], ofKind: (kind) => kinds[kind] || [] };
const index = findable(model);
const first = (text, day = 19300101) => search.find(index, text, { day })[0].results[0];

test("a town is found by any of its names in any language", () => {
  for (const text of ["Лахасусу", "同江", "Lahasusu", "Tongjiang", "tongj", "ЛАХАСУСУ", "拉哈苏苏"]) {
    assert.strictEqual(first(text).entry.id, "lahasusu", text);
  }
  assert.strictEqual(first("urumqi").entry.id, "urumqi");
  assert.strictEqual(first("Urumchi").entry.id, "urumqi");
});

test("a name that holds on the day shown leaves the day, an old name goes to its own day", () => {
  const span = [1900, 1991];
  assert.strictEqual(search.dayOf(first("Lahasusu", 19250101), 19250101, span), null);
  assert.strictEqual(search.dayOf(first("同江", 19250101), 19250101, span), 19291012);
  assert.strictEqual(search.dayOf(first("拉哈苏苏", 19500101), 19500101, span), 19291011);
  assert.strictEqual(search.dayOf(first("Sino-Soviet Treaty"), 19300101, span), 19450814);
  assert.strictEqual(search.dayOf(first("Chinese Eastern"), 19500101, span), null);
});

test("whole names come before beginnings, beginnings before insides", () => {
  const points = ["lahasusu", "lahasusu fort", "old lahasusu", "xlahasusu"].map((text) =>
    search.score("lahasusu", text),
  );
  assert.deepStrictEqual(
    [...points].sort((a, b) => b - a),
    points,
  );
  assert.strictEqual(points[0], 100);
  assert.strictEqual(search.score("gol khal", "khalkhin gol"), 45 + (8 * 8) / 12);
  assert.strictEqual(search.score("as", "lahasusu"), 0);
  assert.strictEqual(search.score("", "lahasusu"), 0);
});

test("one slip in a long word is forgiven", () => {
  for (const text of ["nomonhan", "nomohan", "nomonhaan", "nomonahn", "nomonxan"])
    assert.strictEqual(first(text).entry.id, "nomonhan", text);
  assert.deepStrictEqual(search.find(index, "qqqqqq"), []);
  assert.deepStrictEqual(search.find(index, "  "), []);
});

test("results are grouped, the best group first, and limited", () => {
  const groups = search.find(index, "lahasusu");
  assert.deepStrictEqual(
    groups.map((group) => group.kind),
    ["place", "clash"],
  );
  const short = search.find(index, "a", { limit: 1 });
  for (const group of short) assert.ok(group.results.length === 1 && group.total >= 1);
});

test("a land's tenures and a line's stretches are one entry, the chief one in front", () => {
  const land = index.entries.filter((entry) => entry.kind === "land");
  const rail = index.entries.filter((entry) => entry.kind === "rail");
  assert.deepStrictEqual([land.length, land[0].features[0].id], [1, "m2"]);
  assert.deepStrictEqual([rail.length, rail[0].features[0].id], [1, "r2"]);
  assert.strictEqual(index.entries.filter((entry) => entry.kind === "polity").length, 1);
  assert.ok(search.find(index, "suifenhe")[0].kind === "rail");
});

test("an abbreviation finds what it stands for, not a word that begins with it", () => {
  const names = ["Chinese Eastern Railway", "Ceremony at Harbin", "Republic of China", "Army of CER"];
  const entries = names.map((said) => ({
    kind: "event",
    id: said,
    start: 0,
    end: 99991231,
    texts: [{ said, folded: index.fold(said), weight: 1, row: null }],
  }));
  const found = (text) => search.find({ entries, fold: index.fold }, text).flatMap(({ results }) => results);
  const ids = (text) => found(text).map(({ entry }) => entry.id);
  assert.deepStrictEqual(ids("CER"), ["Chinese Eastern Railway", "Army of CER"]);
  assert.deepStrictEqual(ids("ROC"), ["Republic of China"]);
  assert.deepStrictEqual(ids("CEREM"), ["Ceremony at Harbin"]);
  assert.deepStrictEqual(ids("cer").slice(0, 2), ["Chinese Eastern Railway", "Ceremony at Harbin"]);
});

test("what holds on the day shown comes first", () => {
  const row = (en, start, end) => ({ start, end, en });
  const polities = {
    bogd: { names: [row("Mongolia (Bogd Khanate)", 19111229, 19241126)] },
    mpr: { names: [row("Mongolian People's Republic", 19241126, 19920212)] },
  };
  const lands = Object.keys(polities).map((polity) => ({
    id: polity,
    polity,
    start: 0,
    end: 1,
    names: { en: "Land" },
  }));
  const made = findable({ ...model, payload: { ...payload, polities }, features: { ...features, manchuria: lands } });
  const order = (day) => {
    const polity = search.find(made, "Mongolia", { day }).find(({ kind }) => kind === "polity");
    return polity.results.map(({ entry }) => entry.id);
  };
  assert.deepStrictEqual(order(19690101), ["mpr", "bogd"]);
  assert.deepStrictEqual(order(19150101), ["bogd", "mpr"]);
});

test("points fall with the years between", () => {
  const span = { start: 19110101, end: 19240101 };
  const points = [19240101, 19300101, 19400101, 19910101].map((day) => search.away(span, day));
  assert.deepStrictEqual(points, [2, 4, 2 + 16 / 3, 20]);
  assert.strictEqual(search.away(span, 19110101), 0);
  assert.strictEqual(search.away(span, 19050101), 4);
});

test("a date typed comes first, and brings what happened in it", () => {
  const [date, events] = search.find(index, "14 August 1945", { span: [1900, 1991] });
  assert.deepStrictEqual([date.kind, date.results[0].entry.date], ["date", "1945-08-14"]);
  assert.deepStrictEqual(
    events.results.map(({ entry }) => entry.id),
    ["treaty"],
  );
  assert.deepStrictEqual(
    search.find(index, "1945").map(({ kind }) => kind),
    ["date"],
  );
  assert.deepStrictEqual(search.find(index, "1899", { span: [1900, 1991] }), []);
});

test("other spellings, rivers and islands are found", () => {
  const waters = [
    {
      id: "ussuri",
      kind: "river",
      point: [1, 2],
      box: [0, 0, 2, 2],
      aliases: ["Ussuri river"],
      names: [{ start: 0, end: 99991231, en: "Ussuri", zh: "乌苏里江" }],
    },
  ];
  const towns = [{ ...dihua, aliases: ["Tihwa"] }];
  const made = findable({ ...model, payload: { ...payload, base: { towns, waters } } });
  for (const [text, id] of [
    ["Tihwa", "urumqi"],
    ["Ussuri river", "ussuri"],
    ["ussuririver", "ussuri"],
  ]) {
    const [{ kind, results }] = search.find(made, text);
    assert.deepStrictEqual([kind, results[0].entry.id], ["place", id]);
    assert.strictEqual(search.dayOf(results[0], 19300101, [1900, 1991]), null);
  }
});

test("each way of answering has its points", () => {
  const cases = [
    ["harbin", "harbin", 100],
    ["har bin", "harbin", 98],
    ["cer", "chinese eastern railway", 90],
    ["roc", "republic of china", 90],
    ["harbin", "harbin fort", 85 + (8 * 6) / 11],
    ["har", "harbin", 80 + (8 * 3) / 6],
    ["fort", "harbin fort", 60 + (8 * 4) / 11],
    ["fort har", "harbin fort", 45 + (8 * 8) / 11],
    ["fort xyz", "harbin fort", 0],
    ["rbi", "harbin", 40 + (8 * 3) / 6],
    ["bi", "harbin", 0],
    ["濱", "哈爾濱", 40 + 8 / 3],
    ["harbjn", "harbin", 20],
    ["harb", "hxrb", 0],
    ["c", "chinese", 80 + 8 / 7],
    ["x", "x", 100],
  ];
  for (const [query, text, points] of cases) assert.strictEqual(search.score(query, text), points, `${query} ${text}`);
});

test("one slip is a change, a gap, an extra letter or a swap, never two, never of the first letter", () => {
  for (const query of ["harbxn", "harbn", "harbiin", "harbni", "harbin", "habr"])
    assert.ok(search.oneOff(query, "harbin"), query);
  for (const query of ["xarbin", "harxxn", "hrabni", "arbin"]) assert.ok(!search.oneOff(query, "harbin"), query);
});

test("initials are of two words at least, small words left out or not", () => {
  assert.ok(search.isInitials("rotc", "republic of the china"));
  assert.ok(search.isInitials("rc", "republic of the china"));
  assert.ok(!search.isInitials("r", "republic of"));
  assert.ok(!search.isInitials("re", "republic"));
});

test("of what a month held, what began in it comes before what went on", () => {
  const entry = (id, start, end, more) => ({
    kind: "event",
    id,
    start,
    end,
    dated: true,
    texts: [{ said: id, folded: index.fold(id), weight: 1, row: null }],
    ...more,
  }); // prettier-ignore
  const entries = [
    entry("went on", 19450701, 19450802),
    entry("ended before", 19450701, 19450801),
    entry("began", 19450815, 19450816),
    entry("began great", 19450820, 19450901, { weight: 3 }),
    entry("after", 19450901, 19450902),
    entry("undated", 19450815, 19450816, { dated: false }),
  ];
  const [date, events] = search.find({ entries, fold: index.fold }, "August 1945", { span: [1900, 1991] });
  assert.deepStrictEqual([date.kind, date.results[0].points], ["date", 200]);
  const told = events.results.map(({ entry: { id }, points }) => [id, points]);
  assert.deepStrictEqual(told, [
    ["began great", 63],
    ["began", 60],
    ["went on", 50],
  ]); // prettier-ignore
});

test("of equal points the earlier comes first, and the limit leaves the count", () => {
  const entry = (id, start) => ({
    kind: "event",
    id,
    start,
    end: 99991231,
    texts: [{ said: "x", folded: "xx", weight: 1, row: null }],
  }); // prettier-ignore
  const made = { entries: [entry("b", 19200101), entry("a", 19100101), entry("c", 19300101)], fold: index.fold };
  const [{ results, total }] = search.find(made, "xx", { day: 19400101, limit: 2 });
  assert.deepStrictEqual(
    results.map(({ entry: { id } }) => id),
    ["a", "b"],
  );
  assert.strictEqual(total, 3);
});

test("the day of a result lies within the span", () => {
  const hit = (start, end, more) => ({ entry: { kind: "event", start, end, ...more }, text: { row: null } });
  const span = [1900, 1991];
  assert.strictEqual(search.dayOf(hit(19450814, 19450815), 19450814, span), null);
  assert.strictEqual(search.dayOf(hit(19450814, 19450815), 19450815, span), 19450814);
  assert.strictEqual(search.dayOf(hit(19450814, 19450901, { dated: true }), 19450820, span), 19450814);
  assert.strictEqual(search.dayOf(hit(18950101, 18960101), 19450101, span), 19000101);
  assert.strictEqual(search.dayOf(hit(20040101, 20050101), 19450101, span), 19911231);
  assert.strictEqual(search.dayOf(hit(0, 19120301), 19450101, span), 19120229);
});

test("points say how well a name answers", () => {
  const cases = [
    ["port arthur", "port arthur", 100],
    ["portarthur", "port arthur", 98],
    ["cer", "chinese eastern railway", 90],
    ["roc", "republic of china", 90],
    ["roof", "republic of old forts", 90],
    ["port", "port arthur", 85 + 32 / 11],
    ["port arthu", "port arthur", 80 + 80 / 11],
    ["arthur", "port arthur", 60 + 48 / 11],
    ["arthur port", "port arthur", 45 + 8],
    ["thu", "port arthur", 40 + 24 / 11],
    ["rt", "port arthur", 0],
    ["p", "port arthur", 80 + 8 / 11],
    ["东", "中东铁路", 40 + 2],
    ["artur", "port arthur", 20],
    ["arhur", "port arthur", 20],
    ["arxhur", "port arthur", 20],
    ["arrthur", "port arthur", 20],
    ["atrhur", "port arthur", 20],
    ["xrthur", "port arthur", 0],
    ["artxxr", "port arthur", 0],
    ["rtur", "port arthur", 0],
    ["arur", "port arthur", 0],
    ["中东铁路局", "中东铁路线", 0],
    ["harbin", "", 0],
  ];
  for (const [query, text, points] of cases) assert.strictEqual(search.score(query, text), points, `${query} ${text}`);
});

test("what is named alike keeps the order of the kinds, then the earlier first", () => {
  const named = (kind, id, start, more) => ({
    kind,
    id,
    start,
    end: 99991231,
    texts: [{ said: "Amur", folded: "amur", weight: 1, row: null }],
    ...more,
  });
  const entries = [
    named("rail", "line", 0),
    named("event", "late", 19200101),
    named("event", "early", 19100101),
    named("place", "river", 0),
  ];
  const found = search.find({ entries, fold: index.fold }, "Amur", { day: 19500101 });
  assert.deepStrictEqual(
    found.map(({ kind, results }) => [kind, ...results.map(({ entry }) => entry.id)]),
    [
      ["place", "river"],
      ["event", "early", "late"],
      ["rail", "line"],
    ],
  );
});

test("a month typed brings what began in it before what went on in it, the weightiest first", () => {
  const dated = (id, start, end, weight) => ({
    kind: "event",
    id,
    start,
    end,
    dated: true,
    weight,
    texts: [{ said: id, folded: id, weight: 1, row: null }],
  });
  const entries = [
    dated("war", 19370707, 19450903),
    dated("ended", 19450701, 19450801),
    dated("plain", 19450802, 19450803),
    dated("weighty", 19450809, 19450810, 5),
    dated("next", 19450901, 19450902),
  ];
  const [date, events] = search.find({ entries, fold: index.fold }, "August 1945");
  assert.strictEqual(date.results[0].points, 200);
  assert.deepStrictEqual(
    events.results.map(({ entry, points }) => [entry.id, points]),
    [
      ["weighty", 65],
      ["plain", 60],
      ["war", 50],
    ],
  );
});

test("a result sets the first day it holds, its last if it has none, within the span", () => {
  const span = [1900, 1991];
  const day = (entry, row = null) => search.dayOf({ entry, text: { row } }, 19300101, span);
  assert.strictEqual(day({ kind: "event", start: 19450814, end: 19450901, dated: true }), 19450814);
  assert.strictEqual(day({ kind: "place", start: 0, end: 19291012 }), 19291011);
  assert.strictEqual(day({ kind: "place", start: 0, end: 18990101 }), 19000101);
  assert.strictEqual(day({ kind: "place", start: 19950101, end: 99991231 }), 19911231);
  assert.strictEqual(day({ kind: "event", start: 19300101, end: 19300102, dated: true }), null);
  assert.strictEqual(day({ kind: "polity", start: 19290101, end: 19300101 }), 19290101);
  assert.strictEqual(day({ kind: "land", start: 0, end: 1, features: [{ start: 19320301, end: 19450818 }] }), 19320301);
  assert.strictEqual(day({ kind: "place", start: 0, end: 99991231 }, { start: 19540201, end: 99991231 }), 19540201);
});

test("a name that is the abbreviation itself comes before what it stands for", () => {
  const entries = ["Republic of China", "Army of ROC", "ROC"].map((said) => ({
    kind: "event",
    id: said,
    start: 0,
    end: 99991231,
    texts: [{ said, folded: index.fold(said), weight: 1, row: null }],
  }));
  const [{ results }] = search.find({ entries, fold: index.fold }, "ROC");
  assert.deepStrictEqual(
    results.map(({ entry, points }) => [entry.id, points]),
    [
      ["ROC", 100],
      ["Republic of China", 90],
      ["Army of ROC", 60],
    ],
  );
});

test("a name far off in time and a slip away is still found, with the least of points", () => {
  const text = { said: "Arthur", folded: "arthur", weight: 1, row: null };
  const entries = [{ kind: "place", id: "a", start: 19000101, end: 19000102, texts: [text] }];
  const [{ results }] = search.find({ entries, fold: index.fold }, "artur", { day: 19910101 });
  assert.strictEqual(results[0].points, 1);
});
