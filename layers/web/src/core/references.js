// References as Python made them (geo/citations.py): works as text, and the forms in which a view is cited.
/** @import { Feature, Work } from "../payload.js" */

// A reference without the marks of its titles.
/** @type {(text: string) => string} */
export const bare = (text) => text.replace(/<\/?i>/g, "");

// A reference in parts, every second of them a title: ["Li, Wei. 2004. ", "Borders", " 7: 10."].
/** @type {(text: string) => string[]} */
export const parted = (text) => text.split(/<\/?i>/);

// Every work a feature rests on, those of the casualty figures too.
/** @type {(feature: Pick<Feature, "sources" | "casualties">) => string[]} */
export function workIds(feature) {
  return [
    ...new Set([...(feature.sources || []), ...(feature.casualties || []).flatMap((claim) => claim.sources || [])]),
  ];
}

/** @typedef {{ id: string, count: number | undefined, text: string }} Cited */
// The works of some features in the order of a bibliography, which is that of `sources`: [{id, text, count}].
/** @type {(features: Pick<Feature, "sources" | "casualties">[], sources: Record<string, Work>) => Cited[]} */
export function worksOf(features, sources) {
  const counts = new Map();
  for (const feature of features) for (const id of workIds(feature)) counts.set(id, (counts.get(id) || 0) + 1);
  const known = Object.keys(sources).filter((id) => counts.has(id));
  const unknown = [...counts.keys()].filter((id) => !sources[id]);
  return [...known, ...unknown].map((id) => ({ id, count: counts.get(id), text: sources[id]?.text || id }));
}

// Signs that TeX reads as commands; the cases of tests/cases/tex.json.
/** @type {Record<string, string>} */
const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
/** @type {(text: string | number) => string} */
export const tex = (text) => String(text).replace(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] || `\\${sign}`);

/** @type {(url: string) => string} */
const webAddress = (url) =>
  url.replace(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

/** @type {Record<string, (name: string, value: string) => string>} */
const WRITERS = {
  text: (_, value) => value,
  bibtex: (name, value) => (name === "key" ? value : name === "url" ? webAddress(value) : tex(value)),
  csl: (_, value) => JSON.stringify(value).slice(1, -1),
};

// A form with its values, each escaped as the format asks; a line that lacks its value goes. As geo.citations.filled.
/** @type {(form: string, values: Record<string, string | number | undefined>, format: string) => string} */
export function filled(form, values, format) {
  const lines = form
    .split("\n")
    .filter((line) => [...line.matchAll(/@([a-z]+)@/g)].every(([, name]) => values[name]))
    .map((line) => line.replace(/@([a-z]+)@/g, (_, name) => WRITERS[format](name, String(values[name]))));
  return lines.join(format === "text" ? " " : "\n");
}
