import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import look from "../../../layers/style.json" with { type: "json" };
import { GROUPS } from "../../../layers/web/src/core/find.js";
import { has, KEYS, LANGS, say } from "../../../layers/web/src/core/words.js";
import { SECTIONS, SHORTCUTS } from "../../../layers/web/src/tools/about.js";

const WEB = fileURLToPath(new URL("../../../layers/web/", import.meta.url));
const table = (lang) => JSON.parse(readFileSync(path.join(WEB, `src/locales/${lang}.json`), "utf8"));
const sources = readdirSync(path.join(WEB, "src"), { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(path.join(WEB, "src", name), "utf8"));
const text = [...sources, readFileSync(path.join(WEB, "page.html.j2"), "utf8")].join("\n");

const quoted = new Set([...text.matchAll(/["'`]([\w-]+)["'`]/g)].map((match) => match[1]));
// Held to the data's own in tests/test_layers_words.py.
const statuses = KEYS.filter((key) => key.startsWith("status_"));
const terms = KEYS.filter((key) => key.startsWith("meaning_")).map((key) => key.slice("meaning_".length));

// Words whose keys are put together, as `status_${value}`.
const made = [
  ...statuses,
  ...Object.values(look.status_pattern),
  look.title_pattern,
  ...GROUPS.map((group) => `search_${group}`),
  ...["hands", "rule"].map((kind) => `compare_${kind}`),
  ...["opened", "excerpt", "catalogue", "cited_by", "not_seen"].map((word) => `seen_${word}`),
  ...[1, 2, 3].flatMap((step) => [`hint_${step}`, `hint_${step}_text`]),
  ...Object.entries(SECTIONS).flatMap(([id, paragraphs]) => [
    `about_${id}`,
    ...Array.from({ length: paragraphs }, (_, n) => `about_${id}_${n}`),
  ]),
  ...SHORTCUTS.map(([, word]) => `about_key_${word}`),
  ...terms.flatMap((term) => [
    `meaning_${term}`,
    statuses.includes(`status_${term}`) ? `status_${term}` : `term_${term}`,
  ]),
];

test("every locale has the same words, none empty, with the same places to fill", () => {
  const slots = (word) => (word.match(/\{\w+\}/g) || []).sort().join();
  const english = table("en");
  for (const lang of LANGS) {
    const other = table(lang);
    assert.deepEqual(Object.keys(other), KEYS, lang);
    for (const key of KEYS) {
      assert.ok(other[key].trim(), `${lang}: ${key}`);
      assert.equal(slots(other[key]), slots(english[key]), `${lang}: ${key}`);
    }
  }
});

test("every word that the page asks for is there", () => {
  const asked = [
    ...text.matchAll(/\bsay\("([^"]+)"/g),
    ...text.matchAll(/\bsay\("\w\w", "([^"]+)"/g),
    ...text.matchAll(/data-say(?:-label)?"?[=:] ?"([^"]+)"/g),
    ...text.matchAll(/dataset\.say(?:Label)? = "([^"]+)"/g),
    ...text.matchAll(/register(?:Tool|Panel)\(\{[^}]*?\b(?:label|title): "([^"]+)"/g),
  ]
    .map((match) => match[1])
    .filter((key) => !LANGS.includes(key));
  assert.ok(asked.length > 100, `${asked.length}`);
  assert.deepEqual(
    [...asked, ...made].filter((key) => !has(key)),
    [],
  );
});

test("every word is asked for somewhere", () => {
  assert.deepEqual(
    KEYS.filter((key) => !quoted.has(key) && !made.includes(key)),
    [],
  );
});

test("words take values; a key without a word shows itself; an unknown language is English", () => {
  assert.equal(say("en", "more", { n: 3 }), "3 more");
  assert.equal(say("ru", "more", { n: 0 }), "ещё 0");
  assert.equal(say("en", "more"), " more");
  assert.equal(say("en", "no_such_word"), "no_such_word");
  assert.equal(say("en", "toString"), "toString");
  assert.equal(say("de", "year"), "Year");
});
