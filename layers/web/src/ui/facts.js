// A feature in words: its rows of facts, its sources, its losses by account. Used by the popup and the tooltip.
import * as time from "../core/time.js";
import { el } from "../dom.js";

export const number = (n, lang) => Math.round(n).toLocaleString({ en: "en", zh: "zh-Hant", ru: "ru" }[lang]);
const range = (value) => String(value).replace(/(\d)-(\d)/, "$1–$2");
export const happens = (feature) => feature.type === "clash" || feature.type === "event";

export function period(app, feature) {
  return time.formatPeriod(feature, app.store.state.lang, { last: happens(feature) });
}

const status = (app, value) => (value ? app.say(`status_${value}`) : "");

// [[label, text], ...] of what is known, in reading order.
export function rows(app, feature) {
  const { say, store } = app;
  const { lang } = store.state;
  // Polities are called what they were called on the first day that is both the feature's and shown.
  const day = Math.min(Math.max(app.view.day, feature.start), feature.end >= time.OPEN ? 99991230 : feature.end - 1);
  const polity = (key) => (key ? app.polity(key, day) : "");
  const found = [];
  const add = (label, value) => {
    if (value !== undefined && value !== null && value !== "") found.push([say(label), String(value)]);
  };
  if (feature.type === "territory") {
    add("holder", polity(feature.polity));
    if (feature.controller_key !== feature.polity) add("decides", polity(feature.controller_key) || feature.controller);
    add("sovereign", polity(feature.sovereign_key) || feature.sovereign);
    add("claimants", (feature.claimants || []).map(polity).join(lang === "zh" ? "、" : ", "));
    add("status", status(app, feature.status));
    add("capital", feature.capital);
    if (feature.area >= 1) add("area", `${number(feature.area, lang)} km²`);
  } else if (feature.type === "line") {
    add("segment", feature.segment);
    add("status", status(app, feature.status));
    add("owner", feature.owner);
    add("operator", feature.operator);
    add("gauge", feature.gauge_mm && `${number(feature.gauge_mm, lang)} mm`);
    add("zone", feature.zone);
    add("length", feature.length_km && `${number(feature.length_km, lang)} km`);
    add("published_length", feature.published_length_km && `${number(feature.published_length_km, lang)} km`);
  } else if (feature.type === "outline") {
    add("basis", say(feature.basis));
  } else {
    add("place", (lang === "en" ? "" : feature[`place_${lang}`]) || feature.place);
    if (feature.place_certainty && feature.place_certainty !== "high")
      add("place_certainty", say(feature.place_certainty));
    add("sides", (feature.belligerents || []).map((side) => side.name).join(" — "));
    for (const field of ["commanders", "strength"]) add(field, bySide(feature, feature[field]));
    add("outcome", feature.outcome);
  }
  if (feature.certainty) add("certainty", say(feature.certainty));
  return found;
}

// [{side, text}] or plain text, each side under its own name.
function bySide(feature, value) {
  if (!Array.isArray(value)) return value;
  const names = Object.fromEntries((feature.belligerents || []).map((side) => [side.side, side.name]));
  return value.map((one) => `${names[one.side] || one.side}: ${one.text}`).join("; ");
}

// What each account says of each side's losses.
export function losses(app, feature) {
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

export function sources(app, feature) {
  const listed = feature.sources || [];
  if (!listed.length) return null;
  const items = listed.map((id) => el("li", { "data-source": id, text: app.payload.sources[id]?.text || id }));
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
