// The atlas's terms: their words, which of them a feature uses, and a disclosure that defines them where they stand.
import { has, KEYS } from "../core/words.js";
import { button, el } from "../dom.js";

// A term is what has a meaning in the locales; a standing is named by the word for that status.
const TERMS = KEYS.filter((key) => key.startsWith("meaning_")).map((key) => key.slice("meaning_".length));
const isTerm = (key) => has(`meaning_${key}`);

// The terms that a feature's facts use, in reading order.
export function of(feature) {
  const found = [];
  const add = (key) => {
    if (key && !found.includes(key)) found.push(key);
  };
  if (feature.type === "territory") {
    if (isTerm(feature.status)) add(feature.status);
    if (feature.controller_key && feature.controller_key !== feature.polity) add("de_facto");
    if (feature.sovereign_key && feature.sovereign_key !== feature.polity) add("de_jure");
    const said = `${feature.note || ""} ${feature.names?.en || ""}`;
    if (/suzerain/i.test(said)) add("suzerainty");
    if (/\bclique\b/i.test(said)) add("clique");
    if (/\bbanners?\b/i.test(said)) add("banner");
  } else if (feature.type === "line") {
    if (feature.gauge_mm) add("gauge");
    if (feature.zone) add("zone");
    if (/joint/.test(`${feature.owner_key} ${feature.operator_key}`)) add("joint");
  } else if (feature.type === "outline") {
    if (isTerm(feature.basis)) add(feature.basis);
  }
  if (feature.start_edtf || feature.end_edtf) add("edtf");
  if (feature.certainty) add("certainty");
  return found;
}

// What a term means, with an example of this frontier where it has one.
function meaning({ payload, say, store }, key) {
  const example = payload.examples[key];
  return [say(`meaning_${key}`), example && (example[store.state.lang] || example.en)].filter(Boolean).join(" ");
}

const name = (app, key) => app.say(has(`term_${key}`) ? `term_${key}` : `status_${key}`);

let count = 0;

// Buttons of the terms, and one line under them that defines the one pressed (or that has the focus of the keyboard).
export function disclosure(app, keys) {
  const known = keys.filter(isTerm);
  if (!known.length) return null;
  count += 1;
  const line = el("p", { class: "term-text", id: `atlas-term-${count}`, hidden: true, role: "status" });
  let pressed = null;

  function show(key) {
    pressed = key;
    line.hidden = key === null;
    line.textContent = key === null ? "" : `${name(app, key)}: ${meaning(app, key)}`;
    for (const node of buttons) node.setAttribute("aria-expanded", String(node.dataset.term === key));
  }

  const buttons = known.map((key) =>
    button("", {
      text: name(app, key),
      class: "term",
      title: meaning(app, key),
      "data-term": key,
      "aria-expanded": "false",
      "aria-controls": line.id,
      on: () => show(pressed === key ? null : key),
    }),
  );
  return el("section", { class: "terms" }, [
    el("h3", { text: app.say("terms") }),
    el("div", { class: "term-row" }, buttons),
    line,
  ]);
}

// All terms as a list of definitions.
export function list(app) {
  const rows = TERMS.map((key) => ({ title: name(app, key), text: meaning(app, key) }));
  rows.sort((a, b) => a.title.localeCompare(b.title, app.store.state.lang));
  return el(
    "dl",
    { class: "term-list" },
    rows.flatMap(({ title, text }) => [el("dt", { text: title }), el("dd", { text })]),
  );
}

export function create(app) {
  app.addPopupPart((feature) => disclosure(app, of(feature)));
  const legend = document.getElementById("atlas-legend");
  const more = button("", { text: app.say("terms_here"), class: "legend-terms", on: () => app.openAbout("terms") });
  more.querySelector("span").dataset.say = "terms_here";
  legend.append(more);
  return {};
}
