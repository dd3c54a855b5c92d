// One form for all spellings of a name: the rule of geo/folding.py, held to the same cases (tests/cases/fold.json).
/** @import { Folding } from "../payload.js" */
const SILENT = /[’‘ʼ'`´ʹʺ′"ъьʻʾʿ]/g;

// The folding by a table of signs {from, to}: no case, no diacritics, no apostrophes, simplified characters.
/** @type {(table?: Folding) => (text: string) => string} */
export function folder({ from, to } = { from: "", to: "" }) {
  const simple = new Map();
  const plain = Array.from(to);
  for (const [i, sign] of Array.from(from).entries()) simple.set(sign, plain[i]);
  return (text) => {
    const bare = String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
    return Array.from(bare.replace(SILENT, ""), (sign) => simple.get(sign) ?? sign)
      .join("")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  };
}

// "Kulja (Ghulja, Ining)" is also "Kulja", "Ghulja", "Ining".
/** @type {(name: string) => string[]} */
export const partsOf = (name) =>
  name
    .split(/[()（）/,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
