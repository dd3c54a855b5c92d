// A second map beside the first, on another day: moved with it, either leading; and outlines of what differs.
import * as time from "../core/time.js";
import { el, svg } from "../dom.js";
import { featureAt } from "../map/hit.js";
import * as facts from "../ui/facts.js";

const PAN = { ArrowLeft: [-90, 0], ArrowRight: [90, 0], ArrowUp: [0, -90], ArrowDown: [0, 90] };
const GLIDE = { pinch: true }; // Leaflet then moves what is drawn and draws nothing anew

// Each map follows the other; what one does because of the other is not handed back. Returns a function that ends it.
export function sync(one, two) {
  let following = false;
  const heard = [];
  function hand(from, to, event, run) {
    const listen = (what) => {
      if (following) return;
      following = true;
      try {
        run(from, to, what);
      } finally {
        following = false;
      }
    };
    from.on(event, listen);
    heard.push(() => from.off(event, listen));
  }
  for (const [from, to] of [
    [one, two],
    [two, one],
  ]) {
    hand(from, to, "zoomanim", (_, other, { center, zoom }) => {
      other.getPane("mapPane").classList.add("leaflet-zoom-anim");
      other._move(center, zoom, GLIDE);
    });
    hand(from, to, "move", (map, other) => other._move(map.getCenter(), map.getZoom(), GLIDE));
    hand(from, to, "moveend", (map, other) => {
      other.getPane("mapPane").classList.remove("leaflet-zoom-anim");
      other.setView(map.getCenter(), map.getZoom(), { animate: false, reset: true });
    });
  }
  return () => {
    for (const end of heard) end();
  };
}

// A ring on each map where the pointer is on the other.
function echo(one, two) {
  const ends = [];
  for (const [from, to] of [
    [one, two],
    [two, one],
  ]) {
    const ring = el("div", { class: "echo", "aria-hidden": "true", hidden: true });
    to.append(ring);
    const move = (event) => {
      const box = from.getBoundingClientRect();
      ring.hidden = event.pointerType !== "mouse";
      ring.style.transform = `translate(${event.clientX - box.left}px, ${event.clientY - box.top}px)`;
    };
    const leave = () => {
      ring.hidden = true;
    };
    from.addEventListener("pointermove", move);
    from.addEventListener("pointerleave", leave);
    ends.push(() => {
      from.removeEventListener("pointermove", move);
      from.removeEventListener("pointerleave", leave);
      ring.remove();
    });
  }
  return () => {
    for (const end of ends) end();
  };
}

// The arcs around what differs, over a scene's lands: strong for a change of hands, fine for a change of rule.
class Outlines {
  constructor(scene) {
    this.scene = scene;
    this.room = svg("g", { class: "differences" });
    const line = (name) => {
      const made = svg("path", { class: name });
      this.room.append(made);
      return made;
    };
    this.lines = {
      rule: [line("differs-rule")],
      hands: [line("differs-halo"), line("differs-hands")],
      one: [line("differs-halo"), line("differs-one")],
    };
    scene.rooms.highlight.before(this.room);
    this.arcs = { rule: [], hands: [], one: [] };
    this.redraw = () => {
      if (this.zoom !== scene.map.getZoom()) this.draw();
    };
    scene.map.on("moveend", this.redraw);
  }

  show(arcs) {
    Object.assign(this.arcs, arcs);
    this.draw();
  }

  draw() {
    const { map, model } = this.scene;
    const zoom = map.getZoom();
    this.zoom = zoom;
    for (const [name, paths] of Object.entries(this.lines)) {
      const d = this.arcs[name].map((arc) => model.topology.arcPath(arc, zoom)).join("");
      for (const path of paths) path.setAttribute("d", d);
    }
  }

  remove() {
    this.scene.map.off("moveend", this.redraw);
    this.room.remove();
  }
}

export class Twin {
  constructor(app) {
    this.app = app;
    const first = app.map.getContainer();
    this.room = el("div", { class: "map twin", id: "atlas-twin", role: "application", tabindex: "0" });
    first.after(this.room);
    app.stage.classList.add("comparing");
    const [center, zoom] = [app.map.getCenter(), app.map.getZoom()];
    app.map.invalidateSize({ animate: false, pan: false });
    app.map.setView(center, zoom, { animate: false, reset: true });
    this.map = L.map(this.room, { ...app.map.options });
    this.map.setView(center, zoom, { animate: false });
    this.scene = app.newScene(this.map);
    this.outlines = [new Outlines(app.scene), new Outlines(this.scene)];
    this.ends = [sync(app.map, this.map), echo(first, this.room)];
    this.map.on("click", (event) => this.tell(event));
    this.room.addEventListener("keydown", (event) => {
      if (!PAN[event.key] || event.shiftKey || !this.room.matches(":focus-visible")) return;
      event.preventDefault();
      this.map.panBy(PAN[event.key], { animate: false });
    });
  }

  show(date) {
    const { view, say } = this.app;
    const day = time.fromText(date);
    if (this.view && this.view.day !== day) this.map.closePopup();
    this.view = { ...view, day, ...time.seenUpTo(date, view.state.step), fade: false };
    this.scene.show(this.view);
    this.room.setAttribute("aria-label", say("compare_map", { day: time.formatDay(day, view.state.lang) }));
  }

  // What lies under a click, as on the first map, with the names of this map's day.
  tell(event) {
    const hit = featureAt(this.scene, event.latlng, event.originalEvent.pointerType === "touch" ? 12 : 5);
    if (!hit) return;
    const { feature } = hit;
    const app = Object.create(this.app, { view: { value: this.view } });
    const content = el("article", { class: `facts facts-${feature.type}` }, [
      ...facts.head(app, feature),
      ...facts.told(app, feature),
    ]);
    const size = this.map.getSize();
    L.popup({
      className: "atlas-popup",
      maxWidth: Math.min(320, size.x - 40),
      minWidth: 200,
      maxHeight: Math.round(size.y * 0.6),
      autoPanPadding: [16, 60],
    })
      .setLatLng(event.latlng)
      .setContent(content)
      .openOn(this.map);
  }

  remove() {
    for (const end of this.ends) end();
    for (const one of this.outlines) one.remove();
    const [center, zoom] = [this.app.map.getCenter(), this.app.map.getZoom()];
    this.map.remove();
    this.room.remove();
    this.app.stage.classList.remove("comparing");
    this.app.map.invalidateSize({ animate: false, pan: false });
    this.app.map.setView(center, zoom, { animate: false, reset: true });
  }
}
