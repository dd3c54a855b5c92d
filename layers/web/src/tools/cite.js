// Share and cite: the link to this view, its citation in three forms, and the works behind what the map shows.
import { meets } from "../core/in-view.js";
import { bare, filled, workIds, worksOf } from "../core/references.js";
import * as time from "../core/time.js";
import { button, el } from "../dom.js";
import { boxOf } from "../map/leaflet.js";
import * as facts from "../ui/facts.js";
import { colouringOf } from "../ui/legend.js";
import { workItem } from "../ui/works.js";

const ICON = "M6 4h9l4 4v12H6zM15 4v4h4M9 12.5h7M9 16h5";
const COPY = "M9 9h10v11H9zM6 15H5V4h10v2";
const FORMS = { text: "Chicago", bibtex: "BibTeX", csl: "CSL-JSON" };
const ENTITY = { territory: "territory", line: "railway line", clash: "clash", event: "event", outline: "border" };

// The page's own link where its address can be read, else what to append to the page around it.
export function linkOf(href, hash) {
  const protocol = /^([a-z][\w+.-]*:)/i.exec(href || "")?.[1] || "";
  if (["http:", "https:", "file:"].includes(protocol))
    return { text: href.split("#")[0] + hash, kind: protocol === "file:" ? "file" : "page" };
  return { text: queryOf(hash), kind: "inside" };
}

// "#1945/46.0/105.0/4?lang=ru" as "?date=1945&lat=46.0&lon=105.0&zoom=4&lang=ru".
export function queryOf(hash) {
  const [path, query] = hash.replace(/^#/, "").split("?");
  const [date, lat, lon, zoom] = path.split("/");
  const head = Object.entries({ date, lat, lon, zoom })
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
  return `?${head}${query ? `&${query}` : ""}`;
}

// What is cited: the values for the forms of payload.cite.forms. Citations are in English, as the atlas's title is.
export function viewRecord(app, url, accessed) {
  const { payload, view } = app;
  const { state } = view;
  const shown = payload.layers.filter((layer) => view.layers.has(layer.key)).map((layer) => layer.title.en);
  const layers = shown.length === payload.layers.length ? "all layers" : `layers: ${shown.join(", ") || "none"}`;
  const day = time.formatDay(view.day);
  return record(
    payload,
    {
      key: `frontier-atlas-${time.iso(view.day)}`,
      title: `The frontier on ${day}`,
      kind: "Map view",
      detail: [
        layers,
        `colouring: ${colouringOf(app, state.color, "en")}`,
        ...(state.compare ? [`compared with ${time.formatDay(time.fromText(state.compare))}`] : []),
      ],
      works: [],
    },
    url,
    accessed,
  );
}

export function featureRecord(app, feature, url, accessed) {
  const { payload, model } = app;
  const period = time.formatPeriod(feature, "en", { last: facts.happens(feature), first: app.payload.begins });
  return record(
    payload,
    {
      key: `frontier-atlas-${feature.id.replace(/[^\w-]+/g, "-")}`,
      title: `${model.name(feature, "en")}, ${period}`,
      kind: `Entry (${ENTITY[feature.type] || "feature"})`,
      detail: [`id ${feature.id}`, `certainty: ${feature.certainty || "not stated"}`],
      works: workIds(feature).map((id) => bare(payload.sources[id]?.text || id)),
    },
    url,
    accessed,
  );
}

function record(payload, { key, title, kind, detail, works }, url, accessed) {
  const { cite } = payload;
  const [year, month, day] = time.parts(accessed);
  return {
    key,
    title,
    kind: [kind, ...detail].join("; "),
    after: works.length ? `After: ${works.map((text) => text.replace(/\.$/, "")).join("; ")}.` : "",
    atlas: cite.title.replace(/(\d)-(\d)/g, "$1–$2"),
    version: cite.version,
    url: /^https?:/.test(url) ? url : "",
    accessed: time.formatDay(accessed),
    iso: time.iso(accessed),
    year,
    month,
    day,
  };
}

// What is drawn within the window of the map.
function featuresShown(app) {
  const { scene, map, model } = app;
  const window = boxOf(map);
  const marks = scene.marks
    ? [...scene.marks.drawn.values()]
        .flatMap((one) => [one, ...(one.others || [])])
        .filter((one) => !one.faded)
        .map((one) => one.feature)
    : [];
  return [...new Set([...scene.landsNow(), ...scene.railsNow(), ...scene.bordersNow(), ...marks])].filter((feature) =>
    meets(model, feature, window),
  );
}

// Put text on the clipboard; where that isn't allowed, select it for the reader. Says which it was.
async function copy(app, field, status) {
  let done = false;
  try {
    await navigator.clipboard.writeText(field.value);
    done = true;
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    done = document.execCommand("copy");
  }
  status.textContent = app.say(done ? "copied" : "copy_hand");
  setTimeout(() => {
    status.textContent = "";
  }, 4000);
  return done;
}

// A field whose text can be copied: {field, row} with its button and a line that says what happened.
function copyable(app, label, words, { lines = 1, hidden = false } = {}) {
  const options = { class: "copy-text", readonly: true, "aria-label": label, spellcheck: "false", hidden };
  const field = lines > 1 ? el("textarea", { ...options, rows: lines }) : el("input", { type: "text", ...options });
  const status = el("span", { class: "copy-said", role: "status" });
  const press = button("", { icon: COPY, text: app.say(words), class: "copy", on: () => copy(app, field, status) });
  return { field, press, status };
}

// What stands in the drawer while it is open.
class Card {
  constructor(cite, body) {
    this.cite = cite;
    this.app = cite.app;
    const { say } = this.app;
    this.link = copyable(this.app, say("cite_link"), "copy_link");
    this.text = copyable(this.app, say("cite_text"), "copy", { lines: 7 });
    this.works = copyable(this.app, say("sources"), "copy_works", { lines: 6, hidden: true });
    this.note = el("p", { class: "quiet" });
    this.worksHead = el("h3", { text: "" });
    this.list = el("ol", { class: "works" });
    this.subject = el("select", { on: { change: () => cite.choose({ what: this.subject.value }) } });
    this.forms = el(
      "div",
      { class: "choices", role: "group", "aria-label": say("cite_as") },
      Object.entries(FORMS).map(([key, name]) =>
        button("", { text: name, "data-form": key, "aria-pressed": "false", on: () => cite.choose({ form: key }) }),
      ),
    );
    this.stamp = "";
    this.fill(body);
    this.update();
  }

  fill(body) {
    const { link, text, works } = this;
    const { say } = this.app;
    body.append(
      el("h3", { text: say("cite_link") }),
      el("div", { class: "copy-row" }, [link.field, link.press]),
      link.status,
      this.note,
      el("h3", { text: say("cite_text") }),
      el("label", { class: "field" }, [el("span", { text: say("cite_this") }), this.subject]),
      this.forms,
      text.field,
      el("div", { class: "copy-row" }, [text.press, text.status]),
      this.worksHead,
      el("p", { class: "quiet", text: say("cite_works_note") }),
      el("div", { class: "copy-row" }, [works.press, works.status]),
      works.field,
      this.list,
    );
  }

  update() {
    const { app } = this;
    const found = linkOf(window.location.href, app.hash());
    this.link.field.value = found.text;
    const kinds = { file: "cite_link_file", inside: "cite_link_inside", page: "cite_link_note" };
    this.note.textContent = app.say(kinds[found.kind]);
    const chosen = this.offer(app.model.get(app.store.state.sel));
    const { form } = this.cite;
    const now = new Date();
    const today = time.make(now.getFullYear(), now.getMonth() + 1, now.getDate());
    const record = chosen ? featureRecord(app, chosen, found.text, today) : viewRecord(app, found.text, today);
    this.text.field.value = filled(app.payload.cite.forms[form], record, form);
    for (const each of this.forms.children) each.setAttribute("aria-pressed", String(each.dataset.form === form));
    this.listWorks(chosen);
  }

  // The view, or what is selected too; returns the feature that is cited, if one is.
  offer(selected) {
    const { app, cite } = this;
    if (!selected) cite.what = "view";
    const choices = [["view", app.say("cite_view")], ...(selected ? [["feature", app.name(selected)]] : [])];
    const stamp = JSON.stringify(choices);
    if (stamp !== this.stamp)
      this.subject.replaceChildren(...choices.map(([value, text]) => el("option", { value, text })));
    this.stamp = stamp;
    this.subject.value = cite.what;
    return cite.what === "feature" ? selected : null;
  }

  listWorks(chosen) {
    const { app, works } = this;
    const used = worksOf(chosen ? [chosen] : featuresShown(app), app.payload.sources);
    this.worksHead.textContent = app.say("cite_works", { n: used.length });
    works.field.value = used.map((work) => bare(work.text)).join("\n");
    works.press.hidden = !used.length;
    this.list.replaceChildren(...used.map(({ id, count }) => workItem(app, id, { feature: chosen, count })));
    if (!used.length) this.list.replaceChildren(el("li", { class: "quiet", text: app.say("cite_none") }));
  }
}

class Cite {
  constructor(app) {
    this.app = app;
    this.form = "text";
    this.what = "view";
    this.card = null;
    app.registerTool({
      id: "cite",
      label: "cite",
      title: "cite_title",
      icon: ICON,
      order: 70,
      wide: true,
      open: (body) => {
        this.card = new Card(this, body);
      },
      close: () => {
        this.card = null;
      },
    });
    app.onRest(() => this.card?.update());
    app.store.subscribe((_, changed) => {
      if (changed.has("sel")) this.card?.update();
    });
  }

  choose(wanted) {
    Object.assign(this, wanted);
    this.card.update();
  }
}

export const create = (app) => new Cite(app);
