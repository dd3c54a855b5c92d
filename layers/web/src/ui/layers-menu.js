// The layers menu: groups with their strength, colouring, language, certainty, modern borders, ground. And zoom.
import * as words from "../core/words.js";
import { button, byId, el } from "../dom.js";
import { colouringOf } from "./legend.js";

const ICON = "M12 4l8.5 4.5L12 13 3.5 8.5zM3.5 12.5L12 17l8.5-4.5M3.5 16.3L12 20.8l8.5-4.5";
const STRENGTH_OF = { territory: "lands", line: "lines", outline: "lines", clash: "happenings", event: "happenings" };

const labelled = (text, control) => el("label", { class: "field" }, [el("span", { text }), control]);

function check(text, on, run, about = null) {
  const box = el("input", { type: "checkbox", prop: { checked: on }, on: { change: () => run(box.checked) } });
  return el("label", { class: "check", title: about }, [box, el("span", { text })]);
}

function select(options, value, run) {
  const made = el(
    "select",
    { on: { change: () => run(made.value) } },
    options.map(([key, text]) => el("option", { value: key, text })),
  );
  made.value = value;
  return made;
}

function strengths(text) {
  return Object.fromEntries(
    text
      .split(",")
      .filter(Boolean)
      .map((pair) => pair.split(":")),
  );
}

function setStrength(app, key, value) {
  const of = strengths(app.store.state.opacity);
  if (value >= 1) delete of[key];
  else of[key] = value.toFixed(2);
  app.store.set({
    opacity: Object.entries(of)
      .map((pair) => pair.join(":"))
      .join(","),
  });
}

// `key` is the strength that the group sets, null if one before it does.
function layersGroup(app, group, layers, key) {
  const { store, say } = app;
  const { lang } = store.state;
  const shown = store.layers();
  const boxes = layers.map((layer) =>
    check(
      layer.title[lang] || layer.title.en,
      shown.has(layer.key),
      (on) => {
        const next = store.layers();
        if (on) next.add(layer.key);
        else next.delete(layer.key);
        store.set({
          layers: app.payload.layers
            .map((one) => one.key)
            .filter((key) => next.has(key))
            .join(","),
        });
      },
      layer.about,
    ),
  );
  const title = app.payload.groups[group];
  const text = title[lang] || title.en;
  const range = el("input", {
    type: "range",
    class: "strength",
    min: 0.1,
    max: 1,
    step: 0.05,
    value: strengths(store.state.opacity)[key] || 1,
    "aria-label": `${say("opacity")}: ${text}`,
    title: say("opacity"),
    on: { input: () => setStrength(app, key, Number(range.value)) },
  });
  return el("fieldset", {}, [el("legend", { text }), key ? range : null, ...boxes]);
}

function open(app, body) {
  const { store, say, payload } = app;
  const { state } = store;
  const groups = new Map();
  for (const layer of payload.layers) groups.set(layer.group, [...(groups.get(layer.group) || []), layer]);
  const order = Object.keys(payload.groups).filter((group) => groups.has(group));
  const strength = order.map((group) => STRENGTH_OF[groups.get(group)[0].kind]);
  const flag = (key, text) => check(say(text), state[key] === "1", (on) => store.set({ [key]: on ? "1" : "0" }));
  const colours = ["control", "treaty", ...Object.keys(payload.viewpoints)].map((key) => [key, colouringOf(app, key)]);
  body.append(
    labelled(
      say("colouring"),
      select(colours, state.color, (color) => store.set({ color })),
    ),
    ...order.map((group, at) =>
      layersGroup(app, group, groups.get(group), strength.indexOf(strength[at]) === at ? strength[at] : null),
    ),
    el("fieldset", {}, [flag("certainty", "certainty_drawn"), flag("borders", "modern_borders"), flag("dark", "dark")]),
    labelled(
      say("language"),
      select(
        words.LANGS.map((lang) => [lang, words.say(lang, "language_own")]),
        state.lang,
        (lang) => store.set({ lang }),
      ),
    ),
  );
  if (payload.basemaps.length) {
    const bases = [["plain", say("plain")], ...payload.basemaps.map((base) => [base.key, base.title])];
    body.append(
      labelled(
        say("ground"),
        select(bases, state.base, (base) => store.set({ base })),
      ),
    );
  }
}

export function create(app) {
  app.registerTool({ id: "layers", label: "layers", icon: ICON, order: 40, open: (body) => open(app, body) });
  const zoom = el("div", { class: "zoom" }, [
    button("", { class: "tool", "data-say-label": "zoom_in", icon: "M12 6v12M6 12h12", on: () => app.map.zoomIn() }),
    button("", { class: "tool", "data-say-label": "zoom_out", icon: "M6 12h12", on: () => app.map.zoomOut() }),
  ]);
  byId("atlas-stage").append(zoom);
  return {};
}
