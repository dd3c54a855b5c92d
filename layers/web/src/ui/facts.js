// A feature in words, as its layer declares: the rows, notes, losses and sources of its popup, the line of its tooltip.
import { doubtOn } from "../core/doubt.js";
import * as time from "../core/time.js";
import { el } from "../dom.js";
import { workItem } from "./works.js";

export const number = (n, lang) => Math.round(n).toLocaleString({ en: "en", zh: "zh-Hant", ru: "ru" }[lang]);
const range = (value) => String(value).replace(/(\d)-(\d)/, "$1–$2");
export const happens = (feature) => feature.type === "clash" || feature.type === "event";

export function period(app, feature) {
  return time.formatPeriod(feature, app.store.state.lang, { last: happens(feature), first: app.payload.begins });
}

// A territory's polities are called what they were called on the first day that is both the feature's and shown.
function wordsFor(app, feature) {
  const day = Math.min(Math.max(app.view.day, feature.start), feature.end >= time.OPEN ? 99991230 : feature.end - 1);
  return {
    say: app.say,
    lang: app.store.state.lang,
    polity: (key) => (key ? app.polity(key, day) : ""),
    measure: (value, unit) => (value ? `${number(value, app.store.state.lang)} ${unit}` : ""),
    payload: app.payload,
  };
}

const plain = (field) => (feature) => feature[field];
const sides = (feature) => (feature.belligerents || []).map((side) => side.name).join(" — ");

// How each field that a layer may declare is written: its word, its text in the popup (none if empty) and, where it
// differs, in the tooltip (`brief`). `bare` fields need no word there.
const ROWS = {
  polity: { word: "holder", text: (feature, { polity }) => polity(feature.polity) },
  controller: {
    word: "decides",
    text: (feature, { polity }) => (feature.controller_key === feature.polity ? "" : polity(feature.controller_key)),
  },
  sovereign: {
    word: "sovereign",
    text: (feature, { polity }) => polity(feature.sovereign_key),
    brief: (feature, { polity }) => (feature.sovereign_key === feature.polity ? "" : polity(feature.sovereign_key)),
  },
  claimants: {
    word: "claimants",
    text: (feature, { polity, lang }) => (feature.claimants || []).map(polity).join(lang === "zh" ? "、" : ", "),
  },
  status: { word: "status", text: (feature, { say }) => (feature.status ? say(`status_${feature.status}`) : "") },
  capital: { word: "capital", text: plain("capital") },
  area_km2: { word: "area", text: (feature, { measure }) => (feature.area >= 1 ? measure(feature.area, "km²") : "") },
  segment: { word: "segment", text: plain("segment"), bare: true },
  owner: { word: "owner", text: plain("owner") },
  operator: { word: "operator", text: plain("operator"), bare: true },
  gauge_mm: { word: "gauge", text: (feature, { measure }) => measure(feature.gauge_mm, "mm"), bare: true },
  zone: { word: "zone", text: plain("zone") },
  length_km: { word: "length", text: (feature, { measure }) => measure(feature.length_km, "km") },
  published_length_km: {
    word: "published_length",
    text: (feature, { measure }) => measure(feature.published_length_km, "km"),
  },
  basis: { word: "basis", text: (feature, { say }) => (feature.basis ? say(feature.basis) : "") },
  place: { word: "place", text: (feature, { lang }) => feature[`place_${lang}`] || feature.place },
  place_certainty: {
    word: "place_certainty",
    text: (feature, { say }) => unsure(feature.place_certainty, say),
  },
  belligerents: { word: "sides", text: sides, bare: true },
  commanders: { word: "commanders", text: (feature) => bySide(feature, feature.commanders) },
  strength: { word: "strength", text: (feature) => bySide(feature, feature.strength) },
  outcome: { word: "outcome", text: plain("outcome") },
  certainty: {
    word: "certainty",
    text: (feature, { say }) => (feature.certainty ? say(feature.certainty) : ""),
    brief: (feature, { say }) => unsure(feature.certainty, say),
  },
};
// Fields that are more than a row.
const BLOCKS = {
  note: (_, feature) => (feature.note ? el("p", { class: "note", text: feature.note }) : null),
  casualties: losses,
  sources,
};
export const FIELDS = [...Object.keys(ROWS), ...Object.keys(BLOCKS)];

const unsure = (certainty, say) => (certainty && certainty !== "high" ? say(certainty) : "");

// A field that only this layer has: its declared label and the value as it is.
function ownRow(layer, field, lang) {
  const label = layer.labels?.[field];
  if (!label) return null;
  const text = (feature) => {
    const value = feature[field];
    return typeof value === "number" ? value.toLocaleString(lang) : Array.isArray(value) ? value.join(", ") : value;
  };
  return { label: label[lang] || label.en, text };
}

function rowOf(app, layer, field, words) {
  const row = ROWS[field] || ownRow(layer, field, words.lang);
  return row && { ...row, label: row.label || app.say(row.word) };
}

// What the feature's layer declares for its popup, in that order: rows gathered into lists, notes, losses, sources.
export function told(app, feature) {
  const layer = app.model.declared[feature.layer];
  const words = wordsFor(app, feature);
  const found = [];
  for (const field of layer.popup) {
    if (BLOCKS[field]) {
      found.push(BLOCKS[field](app, feature));
      continue;
    }
    const row = rowOf(app, layer, field, words);
    const text = row?.text(feature, words);
    if (text === undefined || text === null || text === "") continue;
    if (found.at(-1)?.tagName !== "DL") found.push(el("dl", {}, []));
    found.at(-1).append(el("dt", { text: row.label }), el("dd", { text: String(text) }));
  }
  return found.filter(Boolean);
}

// What the layer declares for its tooltip, in one line of text.
export function brief(app, feature) {
  const layer = app.model.declared[feature.layer];
  const words = wordsFor(app, feature);
  return layer.tooltip
    .map((field) => {
      const row = rowOf(app, layer, field, words);
      const text = row && (row.brief || row.text)(feature, words);
      return text ? (row.bare ? String(text) : `${row.label}: ${text}`) : "";
    })
    .filter(Boolean)
    .join(" · ");
}

// What is not sure on the day shown: that the land has passed to its holder, or is its holder's still.
export function doubt(app, feature) {
  const side = happens(feature) ? null : doubtOn(feature, app.view.day);
  if (!side) return "";
  const date = time.formatUncertain(feature[`${side}_words`], app.store.state.lang);
  return side === "start" ? app.say("doubt_start", { date }) : app.say("doubt_end", { date });
}

// Name, other names and dates, over what is told.
export const head = (app, feature) => [
  el("h2", { text: app.name(feature) }),
  otherNames(app, feature),
  el("p", { class: "period", text: period(app, feature) }),
  ...(doubt(app, feature) ? [el("p", { class: "period", text: doubt(app, feature) })] : []),
];

// [{side, text}] or plain text, each side under its own name.
function bySide(feature, value) {
  if (!Array.isArray(value)) return value;
  const names = Object.fromEntries((feature.belligerents || []).map((side) => [side.side, side.name]));
  return value.map((one) => `${names[one.side] || one.side}: ${one.text}`).join("; ");
}

// What each account says of each side's losses.
function losses(app, feature) {
  if (!feature.casualties?.length) return null;
  const names = Object.fromEntries((feature.belligerents || []).map((side) => [side.side, side.name]));
  const items = feature.casualties.map((claim) => {
    const counts = ["killed", "wounded", "captured"]
      .filter((key) => claim[key] !== null && claim[key] !== undefined && claim[key] !== "")
      .map((key) => app.say(key, { n: range(claim[key]) }));
    const text = [counts.join(", "), claim.text].filter(Boolean).join("; ");
    return el("li", {}, [
      el("b", { text: app.say("losses_of", { side: names[claim.side] || claim.side }) }),
      el("span", { text: `: ${text} ` }),
      claim.claimed_by ? el("i", { text: `(${app.say("claimed_as", { who: claim.claimed_by })})` }) : null,
    ]);
  });
  return el("details", { class: "losses", open: true }, [
    el("summary", { text: app.say("losses") }),
    el("ul", {}, items),
  ]);
}

function sources(app, feature) {
  const listed = feature.sources || [];
  if (!listed.length) return null;
  const items = listed.map((id) => workItem(app, id, { feature }));
  return el("details", { class: "sources" }, [
    el("summary", { text: `${app.say("sources")} (${listed.length})` }),
    el("ul", {}, items),
  ]);
}

// The names in the other languages, and the local one.
export function otherNames(app, feature) {
  const { lang } = app.store.state;
  const names = feature.names || {};
  const said = new Set([app.name(feature)]);
  const found = [];
  for (const key of ["en", "zh", "ru", "local"]) {
    if (key === lang || !names[key] || said.has(names[key])) continue;
    said.add(names[key]);
    found.push(
      el("span", {
        lang: { zh: "zh-Hant", local: null }[key] === undefined ? key : { zh: "zh-Hant" }[key],
        text: names[key],
      }),
    );
  }
  return found.length ? el("p", { class: "other-names" }, found) : null;
}
