// The tour: one chapter after another, each with its date, view, layers, text and sources.
import { byId, narrow } from "../dom.js";
import { TourCard } from "./tour-card.js";

const ICON = "M5 20.5V4M5 5c4-2.2 8 2.2 13.5 0v8.5C13 15.7 9 11.3 5 13.5";

const OWN = { tour: true }; // the note of a change that the tour made itself

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

class Tour {
  constructor(app) {
    this.app = app;
    this.chapters = app.payload.tour;
    this.card = null; // the drawer's content while it is open
    this.clearing = 0;
    this.following = 0; // a chapter named from outside is followed in a moment
    this.before = null; // layers and colouring to go back to
    this.last = this.chapters[0].id;
    app.registerTool({
      id: "tour",
      label: "tour",
      icon: ICON,
      order: 20,
      open: (body) => this.open(body),
      close: () => this.close(),
    });
    this.addKeys();
    app.store.subscribe((state, changed, _before, note) => {
      if (!note.tour) this.changed(state, changed);
    });
    if (app.store.state.chapter) {
      if (this.chapterNow()) this.follow(app.placed);
      else app.store.set({ chapter: "" });
    }
  }

  addKeys() {
    const { app } = this;
    for (const key of ["n", "PageDown"]) app.registerKey(key, () => this.step(1));
    for (const key of ["p", "PageUp"]) app.registerKey(key, () => this.step(-1));
    app.registerKey("Escape", () => {
      if (!this.isOpen()) return false;
      app.closeTool();
      return true;
    });
  }

  isOpen() {
    return this.app.toolOpen() === "tour";
  }

  chapterNow() {
    return this.chapters[indexOf(this.chapters, this.app.store.state.chapter)] || null;
  }

  go(chapter) {
    if (!chapter) return;
    const { store } = this.app;
    this.before ||= { layers: store.state.layers, color: store.state.color };
    store.set(stateOf(chapter, store.defaults), OWN);
    if (!this.isOpen()) this.app.openTool("tour");
    this.draw(chapter);
    this.view(chapter);
  }

  step(by) {
    if (!this.isOpen()) return false;
    const { chapter } = this.app.store.state;
    const next = stepped(this.chapters, chapter || this.last, by);
    if (next && next.id !== chapter) this.go(next);
    return true;
  }

  // The chapter shown, or the one read last.
  again() {
    this.go(this.chapterNow() || this.chapters[indexOf(this.chapters, this.last)]);
  }

  // The place stands in the middle of what the drawer and the legend leave free.
  view(chapter) {
    const { map } = this.app;
    const small = narrow();
    const drawer = byId("atlas-drawer");
    const free = small
      ? [0, drawer.offsetHeight / 2]
      : [(drawer.offsetWidth - byId("atlas-legend").offsetWidth) / 2, 0];
    const zoom = small ? Math.max(4, chapter.zoom - 0.5) : chapter.zoom;
    const { lat, lng } = map.unproject(map.project([chapter.lat, chapter.lon], zoom).add(L.point(free)), zoom);
    this.app.flyTo({ lat, lon: lng, zoom });
  }

  draw(chapter) {
    this.last = chapter.id;
    this.card?.show(chapter);
  }

  open(body) {
    clearTimeout(this.clearing);
    this.card = new TourCard(this, body);
    const chapter = this.chapterNow();
    if (chapter) this.draw(chapter);
    else this.again();
  }

  // A drawer that opens anew in another language is closed for a moment only.
  close() {
    this.card = null;
    clearTimeout(this.following);
    clearTimeout(this.clearing);
    this.clearing = setTimeout(() => {
      const back = this.before;
      this.before = null;
      this.app.store.set({ chapter: "", ...(back || {}) });
    }, 0);
  }

  changed(state, changed) {
    if (!changed.has("chapter") || (this.isOpen() && state.chapter === this.last)) return;
    if (!state.chapter && !this.isOpen()) return;
    const placed = ["lat", "lon", "zoom"].some((key) => changed.has(key));
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      if (this.app.store.state.chapter !== this.last || !this.isOpen()) this.follow(placed);
    }, 0);
  }

  // A chapter named from outside (link, message): with a place of its own it is only opened, else taken whole.
  follow(placed) {
    const { app } = this;
    const chapter = this.chapterNow();
    if (!chapter) {
      if (this.isOpen()) app.closeTool({ focus: false });
    } else if (placed) {
      this.before ||= { layers: app.store.defaults.layers, color: app.store.defaults.color };
      if (!this.isOpen()) app.openTool("tour");
      this.draw(chapter);
    } else {
      this.go(chapter);
    }
  }
}

export const create = (app) => (app.payload.tour?.length ? new Tour(app) : null);
