import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import { filled } from "../../../layers/web/src/core/references.js";
import * as cite from "../../../layers/web/src/tools/cite.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8"));
const { forms } = read("data/references.json");
const write = (one, format = "text") => filled(forms[format], one, format);

const payload = {
  title: "Frontier Atlas: the frontier, 1900-1991",
  version: "abc123",
  cite: { title: "Frontier Atlas: the frontier, 1900-1991", version: "abc123", forms },
  layers: [
    { key: "manchuria", title: { en: "Manchuria" } },
    { key: "clashes", title: { en: "Clashes & raids" } },
  ],
  sources: { ONE: { text: "Paine, A. 1996. <i>Two Empires</i>. Hill." }, TWO: { text: "“Borders”, Li, 2004." } },
  features: { manchuria: [{ certainty: "low" }, { certainty: "high" }], clashes: [] },
};
const app = {
  payload,
  model: { name: (feature) => feature.names.en },
  view: { day: 19321231, layers: new Set(["manchuria"]), state: { color: "treaty", compare: "1931-09-01" } },
};
const feature = {
  id: "mukden_1~x",
  type: "territory",
  start: 19320301,
  end: 19320915,
  start_edtf: null,
  names: { en: "Manchukuo" },
  certainty: "high",
  sources: ["ONE"],
};

test("a link is the page's address with the view's hash", () => {
  assert.deepStrictEqual(cite.linkOf("https://a.org/m.html?embed=0#1900/1/2/3", "#1945/46.00/105.00/4"), {
    text: "https://a.org/m.html?embed=0#1945/46.00/105.00/4",
    kind: "page",
  });
  assert.strictEqual(cite.linkOf("file:///home/me/atlas.html", "#1945/46/105/4").kind, "file");
});

test("inside another page the query to append is given instead", () => {
  for (const href of ["about:srcdoc", "blob:null/1", ""]) {
    assert.deepStrictEqual(cite.linkOf(href, "#1945-08-20/46.00/105.00/4?color=treaty&lang=ru"), {
      text: "?date=1945-08-20&lat=46.00&lon=105.00&zoom=4&color=treaty&lang=ru",
      kind: "inside",
    });
  }
});

test("the view is cited with its date, layers, colouring, comparison and data version", () => {
  const one = cite.viewRecord(app, "https://a.org/#1932", 20260102);
  assert.strictEqual(
    write(one),
    "Frontier Atlas: the frontier, 1900–1991. n.d. “The frontier on 31 December 1932.” Map view; layers: Manchuria; " +
      "colouring: Whose in law; compared with 1 September 1931. Version abc123. Accessed 2 January 2026. " +
      "https://a.org/#1932.",
  );
});

test("BibTeX escapes what TeX would read as commands and keeps its braces balanced", () => {
  const all = { ...app, view: { ...app.view, layers: new Set(["clashes"]) } };
  const one = cite.viewRecord(all, "https://a.org/#1932?sel=a_b", 20260102);
  const text = write({ ...one, title: "50% of {A} \\ B_C~" }, "bibtex");
  assert.match(text, /^@misc\{frontier-atlas-1932-12-31,\n/);
  assert.match(text, /Clashes \\& raids/);
  assert.match(text, /50\\% of \\\{A\\\} \\textbackslash\{\} B\\_C\\textasciitilde\{\}/);
  assert.match(text, /url = \{https:\/\/a\.org\/#1932\?sel=a_b\}/);
  const bare = text.replace(/\\[{}]/g, "");
  assert.strictEqual(bare.split("{").length, bare.split("}").length);
});

test("CSL-JSON is an array of one item, without an address that isn't the web's", () => {
  const [item] = JSON.parse(write(cite.viewRecord(app, "?date=1932", 20260102), "csl"));
  assert.strictEqual(item.type, "webpage");
  assert.strictEqual(item.version, "abc123");
  assert.deepStrictEqual(item.accessed, { "date-parts": [[2026, 1, 2]] });
  assert.strictEqual(item.URL, undefined);
});

test("a feature is cited by name, period, id, certainty and the works it rests on", () => {
  const one = cite.featureRecord(app, feature, "file:///x", 20260102);
  const text = write(one);
  for (const part of [
    "Manchukuo, 1 March 1932 – 15 September 1932",
    "id mukden_1~x",
    "certainty: high",
    "After: Paine, A. 1996. Two Empires. Hill.",
  ])
    assert.ok(text.includes(part), text);
  assert.match(JSON.parse(write(one, "csl"))[0].note, /^After: Paine/);
  assert.match(write(one, "bibtex"), /^@misc\{frontier-atlas-mukden_1-x,/);
});
