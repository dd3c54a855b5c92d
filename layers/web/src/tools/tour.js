// The tour: one chapter after another, each with its date, view, layers, text and sources.
import * as time from "../core/time.js";
import { button, byId, el, icon, narrow } from "../dom.js";

const ICON = "M5 20.5V4M5 5c4-2.2 8 2.2 13.5 0v8.5C13 15.7 9 11.3 5 13.5";
const LEFT = "M15 5.5L8.5 12l6.5 6.5";
const RIGHT = "M9 5.5l6.5 6.5L9 18.5";
export const indexOf = (chapters, id) => chapters.findIndex((chapter) => chapter.id === id);

// The chapter some steps on, held within the tour; the first (or last, going back) if none is open.
export function stepped(chapters, id, by) {
  const at = indexOf(chapters, id);
  if (at < 0) return chapters[by < 0 ? chapters.length - 1 : 0] || null;
  return chapters[Math.min(Math.max(at + by, 0), chapters.length - 1)];
}

// The state that a chapter asks for; what it leaves open is as the page opens.
export function stateOf(chapter, defaults) {
  const layers = Array.isArray(chapter.layers) ? chapter.layers.join(",") : chapter.layers;
  return {
    chapter: chapter.id,
    date: chapter.date,
    layers: layers || defaults.layers,
    color: chapter.color || defaults.color,
    compare: "",
    sel: "",
  };
}

export function create(app) {
  const { store, payload, say } = app;
  const chapters = payload.tour || [];
  if (!chapters.length) return;
  let parts = null; // the drawer's nodes while it is open
  let clearing = 0;
  let before = null; // layers and colouring to go back to
  let last = chapters[0].id;

  const isOpen = () => app.toolOpen() === "tour";
  const chapterNow = () => chapters[indexOf(chapters, store.state.chapter)] || null;

  // The place stands in the middle of what the drawer and the legend leave free.
  function view(chapter) {
    const { map } = app;
    const small = narrow();
    const drawer = byId("atlas-drawer");
    const legend = byId("atlas-legend");
    const free = small
      ? [0, drawer.offsetHeight / 2]
      : [(drawer.offsetWidth - (legend ? legend.offsetWidth : 0)) / 2, 0];
    const zoom = small ? Math.max(4, chapter.zoom - 0.5) : chapter.zoom;
    const { lat, lng } = map.unproject(map.project([chapter.lat, chapter.lon], zoom).add(L.point(free)), zoom);
    app.flyTo({ lat, lon: lng, zoom });
  }

  function go(chapter) {
    if (!chapter) return;
    if (!before) before = { layers: store.state.layers, color: store.state.color };
    store.set(stateOf(chapter, store.defaults));
    if (!isOpen()) app.openTool("tour");
    draw(chapter);
    view(chapter);
  }

  function step(by) {
    if (!isOpen()) return false;
    const next = stepped(chapters, store.state.chapter || last, by);
    if (next && next.id !== store.state.chapter) go(next);
    return true;
  }

  function draw(chapter) {
    last = chapter.id;
    if (!parts) return;
    const at = indexOf(chapters, chapter.id);
    const { lang } = store.state;
    parts.count.textContent = say("tour_of", { n: at + 1, total: chapters.length });
    parts.bar.style.width = `${((at + 1) / chapters.length) * 100}%`;
    parts.date.textContent = dayOf(chapter, lang);
    parts.title.textContent = chapter.title;
    parts.text.textContent = chapter.text;
    const cited = (chapter.sources || []).map((id) => payload.sources[id]).filter(Boolean);
    parts.cited.hidden = !cited.length;
    parts.cited.querySelector("ul").replaceChildren(...cited.map((source) => el("li", { text: source.text })));
    parts.previous.setAttribute("aria-disabled", String(at === 0));
    parts.next.setAttribute("aria-disabled", String(at === chapters.length - 1));
    parts.list.querySelectorAll("button").forEach((line) => {
      if (line.dataset.chapter === chapter.id) line.setAttribute("aria-current", "step");
      else line.removeAttribute("aria-current");
    });
    parts.body.scrollTop = 0;
    app.announce(`${parts.count.textContent}: ${chapter.title}. ${parts.date.textContent}. ${chapter.text}`);
  }

  function open(body) {
    clearTimeout(clearing);
    const { lang } = store.state;
    const arrow = (key, by) =>
      button("", { text: say(key), class: `plain-button tour-${by < 0 ? "previous" : "next"}`, on: () => step(by) });
    const list = el(
      "ol",
      {},
      chapters.map((chapter, at) => {
        const line = button("", {
          text: chapter.title,
          class: "line",
          data: { chapter: chapter.id },
          on: () => {
            parts.all.open = false;
            go(chapter);
          },
        });
        line.prepend(el("span", { class: "number", text: at + 1 }));
        line.append(el("small", { text: dayOf(chapter, lang) }));
        return el("li", {}, [line]);
      }),
    );
    parts = {
      body,
      count: el("p", { class: "tour-count" }),
      bar: el("i"),
      date: el("p", { class: "tour-date" }),
      title: el("h3", { class: "tour-title", id: "atlas-tour-title" }),
      text: el("p", { class: "tour-text" }),
      cited: el("details", { class: "tour-sources", open: !narrow() }, [
        el("summary", { text: say("sources") }),
        el("ul"),
      ]),
      previous: arrow("tour_previous", -1),
      next: arrow("tour_next", 1),
      list,
      all: el("details", { class: "tour-list" }, [el("summary", { text: say("tour_chapters") }), list]),
    };
    parts.previous.prepend(icon(LEFT));
    parts.next.append(icon(RIGHT));
    const again = button("", {
      text: say("tour_again"),
      class: "tour-again",
      on: () => go(chapterNow() || chapters[indexOf(chapters, last)]),
    });
    body.append(
      el("div", { class: "tour-bar", "aria-hidden": "true" }, [parts.bar]),
      el("div", { class: "tour-do" }, [parts.previous, parts.count, parts.next]),
      el("article", { "aria-labelledby": "atlas-tour-title" }, [parts.date, parts.title, parts.text, parts.cited]),
      again,
      parts.all,
      el("p", { class: "small-note tour-keys", text: say("tour_keys") }),
    );
    const chapter = chapterNow();
    if (chapter) draw(chapter);
    else go(chapters[indexOf(chapters, last)]);
  }

  // A drawer that opens anew in another language is closed for a moment only.
  function close() {
    parts = null;
    clearTimeout(clearing);
    clearing = setTimeout(() => {
      const back = before;
      before = null;
      store.set({ chapter: "", ...(back || {}) });
    }, 0);
  }

  app.registerTool({ id: "tour", label: "tour", icon: ICON, order: 20, open, close });
  for (const key of ["n", "PageDown"]) app.registerKey(key, () => step(1));
  for (const key of ["p", "PageUp"]) app.registerKey(key, () => step(-1));
  app.registerKey("Escape", () => {
    if (!isOpen()) return false;
    app.closeTool();
    return true;
  });

  // A chapter named from outside (link, message): with a place of its own it is only opened, else taken whole.
  function follow(placed) {
    const chapter = chapterNow();
    if (!chapter) {
      if (isOpen()) app.closeTool({ focus: false });
      return;
    }
    if (placed) {
      before = before || { layers: store.defaults.layers, color: store.defaults.color };
      if (!isOpen()) app.openTool("tour");
      draw(chapter);
    } else {
      go(chapter);
    }
  }
  store.subscribe((state, changed) => {
    if (!changed.has("chapter") || (isOpen() && state.chapter === last)) return;
    if (!state.chapter && !isOpen()) return;
    setTimeout(() => {
      if (store.state.chapter !== last || !isOpen()) follow(["lat", "lon", "zoom"].some((key) => changed.has(key)));
    }, 0);
  });
  if (store.state.chapter) {
    if (chapterNow()) follow(app.placed);
    else store.set({ chapter: "" });
  }
  app.tour = { go, step };
}

// "1926" is said as a year, a day as a day.
const dayOf = (chapter, lang) =>
  chapter.date.length === 4 ? chapter.date : time.formatDay(time.fromText(chapter.date), lang);
