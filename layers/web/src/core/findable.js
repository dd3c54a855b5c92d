// Everything that can be found by name: places by all their spellings, powers, lands, clashes, events, railways.
import { folder, partsOf } from "./fold.js";
import { groupBy } from "./group.js";
import * as time from "./time.js";

/** @import { Kind, Names, Payload, Polity, Town, Water } from "../payload.js" */
/** @import { Entry, Known, Period, Said } from "./types.js" */

/** @type {(keyof Names)[]} */
const LANGS = ["en", "zh", "ru", "local"];

/** @type {(values: (string | undefined)[]) => string[]} */
const once = (values) => [...new Set(values.flatMap((value) => value || []))];

/**
 * What is asked of the model.
 * @typedef {{
 *   payload: Pick<Payload, "folding" | "base" | "polities">,
 *   features: Record<string, Known[]>,
 *   territories: string[],
 *   ofKind: (kind: Kind) => string[],
 * }} Findable
 * @typedef {{
 *   plain: (values: (string | undefined)[], weight: number) => Said[],
 *   names: (named: Names, weight?: number, row?: Period | null) => Said[],
 * }} Speller
 */

// {entries, fold}, made once for a payload's model. An entry is {kind, id, start, end, weight, texts} and what it is
// of: town, water, lands or features; a text is {said, folded, weight, row?}, `row` a name's own period.
/** @type {(model: Findable) => { entries: Entry[], fold: (text: string) => string }} */
export function findable(model) {
  const { payload } = model;
  const fold = folder(payload.folding);
  const spell = speller(fold);
  const lands = model.territories.flatMap((key) => model.features[key]);
  const rails = model.ofKind("line").flatMap((key) => model.features[key]);
  const entries = [
    ...payload.base.towns.map((town) => placeEntry({ town }, town, 5 - (town.rank || 4), spell)),
    ...(payload.base.waters || []).map((water) => placeEntry({ water }, water, 0, spell)),
    ...polityEntries(payload.polities, lands, spell),
    ...grouped(lands, (one) => one.names.en, "land", spell),
    ...happened(model, "clash", spell),
    ...happened(model, "event", spell),
    ...grouped(rails, (one) => one.line || one.names.en, "rail", spell),
  ];
  return { entries, fold };
}

// How names become texts: a name in brackets, or between strokes, also stands alone.
/** @type {(fold: (text: string) => string) => Speller} */
function speller(fold) {
  /** @type {Speller["plain"]} */
  const plain = (values, weight) => once(values).map((said) => ({ said, folded: fold(said), weight, row: null }));
  /** @type {Speller["names"]} */
  const names = (named, weight = 1, row = null) => {
    return once(LANGS.map((key) => named[key])).flatMap((one) => {
      const parts = partsOf(one).map(fold);
      const alone = parts.length > 1 || /[()（）/]/.test(one) ? parts.filter((part) => part.length > 1) : [];
      return [
        { said: one, folded: fold(one), weight, row },
        ...alone.map((folded) => ({ said: one, folded, weight: weight * 0.97, row })),
      ];
    });
  };
  return { plain, names };
}

/** @type {(own: Partial<Entry>, place: Town | Water, weight: number, spell: Speller) => Entry} */
function placeEntry(own, { id, names, aliases = [] }, weight, spell) {
  const dated = names.flatMap((row) => spell.names(row, 1, row));
  return {
    kind: "place",
    id,
    ...own,
    weight,
    start: 0,
    end: time.OPEN,
    texts: [...dated, ...spell.plain(aliases, 0.99)],
  };
}

/** @type {(polities: Record<string, Polity>, lands: Known[], spell: Speller) => Entry[]} */
function polityEntries(polities, lands, spell) {
  const held = groupBy(lands, (land) => land.polity);
  return Object.entries(polities)
    .filter(([key]) => held.has(key))
    .map(([key, { names }]) => ({
      kind: "polity",
      id: key,
      weight: 3,
      start: names[0]?.start || 0,
      end: Math.max(0, ...names.map((row) => row.end)),
      lands: held.get(key),
      texts: names.flatMap((row) => spell.names(row, 1, row)),
    }));
}

/** @type {(model: Findable, kind: Kind, spell: Speller) => Entry[]} */
function happened(model, kind, spell) {
  return model
    .ofKind(kind)
    .flatMap((key) => model.features[key])
    .map((feature) => ({
      kind,
      id: feature.id,
      features: [feature],
      dated: true,
      weight:
        kind === "clash" ? Math.min(2, Math.log10(1 + (feature.killed_max || 0)) / 2) : 3 - (feature.importance || 3),
      start: feature.start,
      end: feature.end ?? feature.start + 1,
      texts: [...spell.names(feature.names), ...spell.plain([feature.place, feature.place_zh, feature.place_ru], 0.6)],
    }));
}

/** @type {Record<"land" | "rail", (a: Known, b: Known) => number>} */
const ORDER = {
  land: (a, b) => (b.area || 0) - (a.area || 0),
  rail: (a, b) => (a.status === "open" ? 0 : 1) - (b.status === "open" ? 0 : 1) || a.start - b.start,
};

// Rows of one name, a land's tenures or a line's stretches, are one entry, the largest or first open one in front.
/** @type {(features: Known[], nameOf: (one: Known) => string | undefined, kind: "land" | "rail", spell: Speller) => Entry[]} */
function grouped(features, nameOf, kind, spell) {
  return [...groupBy(features, nameOf)].map(([name, all]) => {
    const named = new Map(all.flatMap((one) => spell.names(one.names)).map((text) => [text.folded, text]));
    const more = all.flatMap((one) => (kind === "rail" ? [one.line, one.segment] : [one.capital]));
    return {
      kind,
      id: `${kind}:${name}`,
      features: [...all].sort(ORDER[kind]),
      weight: 0,
      start: Math.min(...all.map((one) => one.start)),
      end: Math.max(...all.map((one) => one.end)),
      texts: [...named.values(), ...spell.plain(more, 0.6)],
    };
  });
}
