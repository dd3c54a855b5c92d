// About: the method, what a date shows, certainty, sources, limits, terms, keys, licence.
import { button, el, svg } from "../dom.js";
import { DASH } from "../map/style.js";
import * as terms from "./terms.js";

const ICON = "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 11v5.5M12 7.6v.2";
const BORDERS = ["demarcated", "treaty", "approximate", "front", "claim"];

// How a work was known of which something was read.
const READ = ["opened", "excerpt"];
// Sections in reading order, each with its number of paragraphs: words `about_what`, `about_what_0` and so on.
export const SECTIONS = {
  what: 0,
  date: 2,
  hands: 2,
  certainty: 1,
  sources: 1,
  limits: 1,
  terms: 0,
  keys: 0,
  licence: 1,
};
// Keys and the word for what they do: `about_key_step` and so on.
export const SHORTCUTS = [
  ["← →", "step"],
  ["Shift ← →", "month"],
  ["Home End", "ends"],
  ["␣", "play"],
  ["+ −", "zoom"],
  ["← ↑ → ↓", "pan"],
  ["Tab", "tab"],
  ["Esc", "escape"],
  ["?", "help"],
];

// Figures that the text names: works, those of which something was read, entries, those of low certainty, version.
export function figures({ sources, version }, features) {
  const every = Object.values(features).flat();
  return {
    works: Object.keys(sources).length,
    read: Object.values(sources).filter((work) => READ.includes(work.seen)).length,
    all: every.length,
    low: every.filter((one) => one.certainty === "low").length,
    version,
  };
}

const list = (words, lang) =>
  new Intl.ListFormat(lang === "zh" ? "zh-Hant" : lang, { type: "disjunction" }).format(words);

function extra(app, id) {
  if (id === "what") {
    const { lang } = app.store.state;
    return app.payload.about.map((paragraph) => el("p", { text: paragraph[lang] || paragraph.en }));
  }
  if (id === "terms") return [terms.list(app)];
  if (id === "keys") {
    return [
      el(
        "dl",
        { class: "key-list" },
        SHORTCUTS.flatMap(([keys, word]) => [
          el(
            "dt",
            {},
            keys.split(" ").map((one) => el("kbd", { text: one })),
          ),
          el("dd", { text: app.say(`about_key_${word}`) }),
        ]),
      ),
    ];
  }
  if (id !== "certainty") return [];
  return [
    el(
      "ul",
      { class: "strokes" },
      BORDERS.map((basis) =>
        el("li", {}, [
          svg("svg", { class: "swatch", viewBox: "0 0 40 16", "aria-hidden": "true" }, [
            svg("line", {
              x1: 1,
              x2: 39,
              y1: 8,
              y2: 8,
              class: "border",
              "stroke-width": 1.8,
              "stroke-dasharray": DASH[basis] || null,
            }),
          ]),
          el("span", { text: app.say(basis) }),
        ]),
      ),
    ),
  ];
}

export function create(app) {
  const counts = figures(app.payload, app.model.features);
  let at = "";

  function open(body) {
    const heads = Object.keys(SECTIONS).map((id) =>
      button("", { text: app.say(`about_${id}`), "data-section": id, on: () => go(body, id) }),
    );
    const { lang } = app.store.state;
    const capitals = Object.values(app.payload.viewpoints).map((title) => title[lang] || title.en);
    body.append(el("nav", { class: "about-nav", "aria-label": app.say("about_title") }, heads));
    for (const [id, paragraphs] of Object.entries(SECTIONS)) {
      body.append(
        el("section", { class: "about-part", id: `atlas-about-${id}` }, [
          el("h3", { text: app.say(`about_${id}`), tabindex: "-1" }),
          ...Array.from({ length: paragraphs }, (_, n) =>
            el("p", { text: app.say(`about_${id}_${n}`, { ...counts, capitals: list(capitals, lang) }) }),
          ),
          ...extra(app, id),
        ]),
      );
    }
    body.append(
      button("", {
        text: app.say("about_hint"),
        class: "plain-button",
        on: () => {
          app.closeTool({ focus: false });
          app.showHint();
        },
      }),
    );
    if (at) go(body, at);
    at = "";
  }

  function go(body, id) {
    const part = body.querySelector(`#atlas-about-${id}`);
    body.scrollTop = part.offsetTop - body.offsetTop;
    part.querySelector("h3").focus({ preventScroll: true });
  }

  function openAt(id = "") {
    at = id;
    app.openTool("about");
  }
  app.registerTool({ id: "about", label: "about", title: "about_title", icon: ICON, order: 90, wide: true, open });
  app.registerKey("?", () => openAt(), { shift: true });
  app.registerKey("Escape", () => {
    if (!app.toolOpen()) return false;
    app.closeTool();
    return true;
  });
  return { open: openAt };
}
