import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as references from "../../../layers/web/src/core/references.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8"));
const { forms, works } = read("data/references.json");
const view = read("tests/cases/view.json");

test("signs that TeX reads as commands are escaped as in the terminal", () => {
  for (const { plain, tex } of read("tests/cases/tex.json")) assert.strictEqual(references.tex(plain), tex);
});

test("a view is cited as the terminal cites it", () => {
  const [year, month, day] = view.accessed.split("-").map(Number);
  const values = {
    key: `frontier-atlas-${view.date}`,
    title: "The frontier on 20 August 1945",
    atlas: "Frontier Atlas: The Sino-Soviet Frontier, 1900–1991",
    kind: `Map view; layers: ${view.layers.join(", ")}`,
    version: view.version,
    url: view.url,
    accessed: "5 January 2026",
    iso: view.accessed,
    year,
    month,
    day,
  };
  for (const format of ["text", "bibtex", "csl"])
    assert.strictEqual(references.filled(forms[format], values, format), view[format], format);
});

test("a line that lacks its value goes, a value is never filled again", () => {
  assert.strictEqual(references.filled("a @b@\nc @d@", { b: "@d@", d: "" }, "text"), "a @d@");
});

test("titles are told from the rest", () => {
  const { text } = works.find((work) => work.id === "PAINE96");
  assert.match(text, /<i>Imperial Rivals/);
  assert.match(references.parted(text)[1], /^Imperial Rivals/);
  assert.doesNotMatch(references.bare(text), /[<>]/);
});

test("works stand in the order of the bibliography, counted over features and casualty figures", () => {
  const sources = { TWO: { text: "Ab" }, ONE: { text: "Ba" } };
  const clash = { sources: ["ONE", "GONE"], casualties: [{ sources: ["TWO"] }, { sources: ["ONE"] }] };
  assert.deepStrictEqual(
    references.worksOf([{ sources: ["ONE"] }, clash], sources).map(({ id, text, count }) => [id, text, count]),
    [
      ["TWO", "Ab", 1],
      ["ONE", "Ba", 2],
      ["GONE", "GONE", 1],
    ],
  );
});
