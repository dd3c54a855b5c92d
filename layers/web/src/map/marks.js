// Signs for clashes and events: crossed swords, bursts and diamonds, sized by weight, with a number where several
// share a spot.
import { Schedule } from "../core/schedule.js";
import { svg } from "../dom.js";
import * as style from "./style.js";
import { pixel } from "./surface.js";

const SAME_SPOT = 8; // pixels
// On a 24 x 24 grid, centre 12,12.
export const GLYPHS = {
  swords:
    "M4 3.2L6.6 3.8 15.9 13.9 18 11.8 19.3 13.1 17.3 15.2 20.6 18.6 18.7 20.5 " +
    "15.3 17.1 13.2 19.2 11.9 17.9 14 15.8 4.7 5.9Z" +
    "M20 3.2L17.4 3.8 8.1 13.9 6 11.8 4.7 13.1 6.7 15.2 3.4 18.6 5.3 20.5 " +
    "8.7 17.1 10.8 19.2 12.1 17.9 10 15.8 19.3 5.9Z",
  burst:
    "M12 2.2L14 8.1 19 4.8 16.2 10.2 21.8 12 16.2 13.8 19 19.2 14 15.9 12 21.8 " +
    "10 15.9 5 19.2 7.8 13.8 2.2 12 7.8 10.2 5 4.8 10 8.1Z",
  diamond: "M12 3.5L20.5 12 12 20.5 3.5 12Z",
};
const BATTLES = new Set(["battle", "siege", "campaign", "war", "landing", "offensive"]);

export const glyphOf = (feature) =>
  feature.type === "event" ? "diamond" : BATTLES.has(feature.kind) ? "swords" : "burst";
const sizeOf = (feature) =>
  feature.type === "event" ? style.eventSize(feature.importance) : style.clashSize(feature.killed_max);
const weightOf = (feature) =>
  feature.type === "event" ? 4 - (feature.importance || 3) : 10 + Math.log10(1 + (feature.killed_max || 0));

// Marks within a few pixels of a heavier one share its spot: [{mark, others}].
export function spots(marks, near = SAME_SPOT) {
  const found = [];
  for (const mark of [...marks].sort((a, b) => b.rank - a.rank)) {
    const home = found.find((one) => Math.abs(one.mark.x - mark.x) < near && Math.abs(one.mark.y - mark.y) < near);
    if (home) home.others.push(mark);
    else found.push({ mark, others: [] });
  }
  return found;
}

export class Marks {
  constructor(scene) {
    this.scene = scene;
    this.room = svg("g", { class: "marks" });
    scene.over.world.append(this.room);
    this.nodes = new Map();
    this.drawn = new Map();
    this.keys = scene.model.layers.filter(({ kind }) => kind === "clash" || kind === "event");
    this.schedules = new Map();
    for (const { key } of this.keys) {
      this.schedules.set(key, new Schedule(scene.model.features[key].filter((f) => f.point)));
    }
    this.present = new Set();
  }

  show(view, redraw) {
    const { zoom } = this.scene;
    let touched = redraw;
    for (const { key, kind } of this.keys) {
      // Clashes of the year before stay a while, pale.
      const from = kind === "clash" ? view.past : view.window[0];
      const { enter, leave } = this.schedules.get(key).moveTo(from, view.window[1]);
      for (const feature of leave) this.present.delete(feature);
      for (const feature of enter) this.present.add(feature);
      touched = touched || enter.length + leave.length > 0;
    }
    const stamp = `${view.window}|${view.fresh}|${view.state.layers}`;
    if (!touched && stamp === this.stamp) return;
    this.stamp = stamp;
    const marks = [];
    for (const feature of this.present) {
      if (!view.layers.has(feature.layer)) continue;
      const [x, y] = pixel(feature.point[0], feature.point[1], zoom);
      const faded = feature.end <= view.fresh;
      marks.push({
        feature,
        x,
        y,
        faded,
        rank: weightOf(feature) - (faded ? 20 : 0),
        size: sizeOf(feature) * this.growth(zoom),
      });
    }
    this.place(spots(marks));
  }

  growth(zoom) {
    return zoom < 3.5 ? 0.72 : zoom < 4 ? 0.85 : Math.min(1.25, 0.95 + (zoom - 4) * 0.06);
  }

  place(found) {
    const before = this.drawn;
    this.drawn = new Map();
    for (const { mark, others } of found) {
      const { feature, x, y, faded, size } = mark;
      const made = this.nodeOf(feature);
      const fresh = others.filter((one) => !one.faded).length;
      const count = faded ? 0 : fresh + 1;
      const stamp = `${x.toFixed(1)} ${y.toFixed(1)} ${size.toFixed(1)} ${faded} ${count}`;
      if (made.stamp !== stamp) {
        made.stamp = stamp;
        made.root.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
        made.sign.setAttribute("transform", `scale(${(size / 24).toFixed(3)}) translate(-12 -12)`);
        made.root.classList.toggle("faded", faded);
        this.badge(made, count, size);
      }
      if (!before.has(feature)) this.room.append(made.root);
      this.drawn.set(feature, { ...mark, others });
    }
    for (const feature of before.keys()) if (!this.drawn.has(feature)) this.nodes.get(feature).root.remove();
  }

  nodeOf(feature) {
    let made = this.nodes.get(feature);
    if (made) return made;
    const glyph = glyphOf(feature);
    const d = GLYPHS[glyph];
    const { colour } = this.scene.model.declared[feature.layer];
    const fill = colour ? `fill: ${colour}` : null;
    const sign = svg("g", {}, [svg("path", { class: "halo", d }), svg("path", { class: "sign", d, style: fill })]);
    made = {
      root: svg("g", { class: `mark mark-${feature.type} mark-${glyph}`, "data-id": feature.id }, [sign]),
      sign,
      badge: null,
    };
    this.nodes.set(feature, made);
    return made;
  }

  badge(made, count, size) {
    if (made.badge) made.badge.remove();
    made.badge = null;
    if (count < 2) return;
    const at = size * 0.42 + 2;
    made.badge = svg("g", { class: "badge", transform: `translate(${at.toFixed(1)} ${(-at).toFixed(1)})` }, [
      svg("circle", { r: 6.5 }),
      svg("text", { y: 3.2, text: String(count) }),
    ]);
    made.root.append(made.badge);
  }

  // The mark nearest to a point in pixels of the zoom, with those that share its spot; null if none is near.
  hit(x, y, reach = 6) {
    let best = null;
    let least = Infinity;
    for (const mark of this.drawn.values()) {
      const away = Math.hypot(mark.x - x, mark.y - y);
      if (away < Math.max(10, mark.size / 2) + reach && away < least) [best, least] = [mark, away];
    }
    return best;
  }
}
