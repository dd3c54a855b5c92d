// The atlas's terms: their words, which of them a feature uses, and a disclosure that defines them where they stand.
import { button, el } from "../dom.js";

// key of payload.glossary: [English, Chinese, Russian]
export const NAMES = {
  sovereign: ["sovereign state", "主權國家", "суверенное государство"],
  sovereignty: ["sovereignty (by treaty)", "主權（依條約）", "суверенитет (по договорам)"],
  suzerainty: ["suzerainty", "宗主權", "сюзеренитет"],
  "de facto": ["de facto", "事實上", "de facto"],
  "de jure": ["de jure", "法理上", "de jure"],
  province: ["province", "省", "провинция"],
  autonomous: ["autonomous", "自治", "автономия"],
  dependency: ["dependency", "藩屬", "зависимая земля"],
  protectorate: ["protectorate", "保護地", "протекторат"],
  satellite: ["satellite", "衛星國", "сателлит"],
  puppet: ["puppet state", "傀儡政權", "марионеточное государство"],
  occupied: ["occupied", "佔領", "оккупация"],
  leased: ["leased territory", "租借地", "арендованная территория"],
  zone: ["railway zone", "鐵路附屬地", "полоса отчуждения"],
  contested: ["contested", "爭議", "спорная земля"],
  insurgent: ["insurgent", "起事", "восстание"],
  "union-republic": ["union republic", "加盟共和國", "союзная республика"],
  colony: ["colony", "殖民地", "колония"],
  clique: ["clique", "軍閥派系", "клика"],
  banner: ["banner", "旗", "хошун"],
  gauge: ["gauge", "軌距", "колея"],
  joint: ["joint railway", "合辦鐵路", "совместная дорога"],
  demarcated: ["demarcated border", "已勘界", "демаркированная граница"],
  treaty: ["border by treaty text", "條約文字之界", "граница по тексту договора"],
  approximate: ["approximate border", "約略之界", "приблизительная граница"],
  front: ["front line", "戰線", "линия фронта"],
  certainty: ["certainty", "確定度", "достоверность"],
  tenure: ["tenure", "據有期", "период владения"],
  edtf: ["uncertain date", "不確定日期", "неточная дата"],
  "31 december": ["31 December rule", "十二月三十一日之例", "правило 31 декабря"],
};

// The terms that a feature's facts use, in reading order.
export function of(feature) {
  const found = [];
  const add = (key) => {
    if (key && !found.includes(key)) found.push(key);
  };
  if (feature.type === "territory") {
    if (feature.status in NAMES) add(feature.status);
    if (feature.controller_key && feature.controller_key !== feature.polity) add("de facto");
    if (feature.sovereign_key && feature.sovereign_key !== feature.polity) add("de jure");
    const said = `${feature.note || ""} ${feature.names?.en || ""}`;
    if (/suzerain/i.test(said)) add("suzerainty");
    if (/\bclique\b/i.test(said)) add("clique");
    if (/\bbanners?\b/i.test(said)) add("banner");
  } else if (feature.type === "line") {
    if (feature.gauge_mm) add("gauge");
    if (feature.zone) add("zone");
    if (/joint/.test(`${feature.owner_key} ${feature.operator_key}`)) add("joint");
  } else if (feature.type === "outline") {
    if (feature.basis in NAMES) add(feature.basis);
  }
  if (feature.start_edtf || feature.end_edtf) add("edtf");
  if (feature.certainty) add("certainty");
  return found;
}

const meaning = (app, key) => {
  const row = app.payload.glossary[key];
  return row ? row[app.store.state.lang] || row.en : "";
};
const name = (app, key) => app.say(`term_${key}`);

let count = 0;

// Buttons of the terms, and one line under them that defines the one pressed (or that has the focus of the keyboard).
export function disclosure(app, keys) {
  const known = keys.filter((key) => meaning(app, key));
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
  const keys = [...new Set([...Object.keys(NAMES), ...Object.keys(app.payload.glossary)])].filter((key) =>
    meaning(app, key),
  );
  const rows = keys.map((key) => ({ title: key in NAMES ? name(app, key) : key, text: meaning(app, key) }));
  rows.sort((a, b) => a.title.localeCompare(b.title, app.store.state.lang));
  return el(
    "dl",
    { class: "term-list" },
    rows.flatMap(({ title, text }) => [el("dt", { text: title }), el("dd", { text })]),
  );
}

export function create(app) {
  app.addWords({
    terms: ["Terms", "術語", "Термины"],
    terms_here: ["What these words mean", "術語說明", "Что значат эти слова"],
    ...Object.fromEntries(Object.entries(NAMES).map(([key, row]) => [`term_${key}`, row])),
  });
  app.addPopupPart((feature) => disclosure(app, of(feature)));
  const legend = document.getElementById("atlas-legend");
  const more = button("", { text: app.say("terms_here"), class: "legend-terms", on: () => app.openAbout("terms") });
  more.querySelector("span").dataset.say = "terms_here";
  legend.append(more);
  return {};
}
