// Words of the page in its languages. `say(lang, key, {name: value})` fills {name}.
import en from "../locales/en.json" with { type: "json" };
import ru from "../locales/ru.json" with { type: "json" };
import zh from "../locales/zh.json" with { type: "json" };

/** @import { Lang } from "./types.js" */

/** @type {Record<string, Record<string, string>>} */
const TABLES = { en, zh, ru };
/** @type {Lang[]} */
export const LANGS = ["en", "zh", "ru"];
export const KEYS = Object.keys(en);

/** @type {(key: string) => boolean} */
export const has = (key) => Object.hasOwn(en, key);

// A key without a word shows itself.
/** @type {(lang: string, key: string, values?: Record<string, unknown>) => string} */
export function say(lang, key, values = {}) {
  const table = TABLES[lang] || en;
  if (!has(key)) return key;
  return table[key].replace(/\{(\w+)\}/g, (_, name) => (values[name] === undefined ? "" : String(values[name])));
}
