// Names on the map, of the day: polities in spaced capitals, their lands smaller, towns plain; none over another.
import { outlineArcs } from "../core/arcs.js";
import { ownerOf } from "../core/polities.js";
import { svg } from "../dom.js";
import { Boxes, broken, CELL, Grid } from "./boxes.js";
import { within } from "./canvas.js";
import { occupied } from "./style.js";
import { pixel } from "./surface.js";

const SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Noto Serif", serif';
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const SPACING = 0.16; // of the size, between capitals
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af]/;

// A name as it stands on a map: what is in brackets is for the tooltip.
export const short = (name) =>
  name
    .replace(/\s*[（(][^)）]*[)）]/g, "")
    .split(/[:,;：，]/)[0]
    .trim();

let pen = null;
const widths = new Map();
function widthOf(text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    pen = pen || document.createElement("canvas").getContext("2d");
    pen.font = font;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

export class Labels {
  constructor(scene) {
    this.scene = scene;
    this.room = svg("g", { class: "labels" });
    scene.over.world.insertBefore(this.room, scene.marks ? scene.marks.room : null);
    this.nodes = new Map();
    this.spots = new Map(); // polity or land -> {features, spot}
  }

  show(view) {
    const { map } = this.scene;
    const bounds = map.getPixelBounds();
    const box = [bounds.min.x, bounds.min.y, bounds.max.x, bounds.max.y];
    const at = `${box}|${map.getZoom()}|${this.scene.covered}`;
    if (at !== this.at) {
      this.at = at;
      this.box = box;
      this.grid = new Grid(box, this.scene.covered);
      this.spots.clear();
    }
    const boxes = new Boxes();
    // What covers the map (legend, heading) leaves no room for names under it.
    for (const [left, top, right, bottom] of this.scene.covered)
      boxes.take([box[0] + left, box[1] + top, box[0] + right, box[1] + bottom]);
    const marks = this.scene.marks ? [...this.scene.marks.drawn.values()] : [];
    this.signs = marks.map(({ x, y, size }) => [x - size / 2, y - size / 2, x + size / 2, y + size / 2]);
    const wanted = new Map();
    this.polities(view, boxes, wanted);
    this.towns(view, boxes, wanted, box);
    this.lands(view, boxes, wanted, box);
    this.apply(wanted);
  }

  clearOfSigns(box) {
    return this.signs.every((sign) => box[2] <= sign[0] || box[0] >= sign[2] || box[3] <= sign[1] || box[1] >= sign[3]);
  }

  // Where a name fits best in some lands together; looked for again only when they are others.
  spotIn(key, features) {
    const kept = this.spots.get(key);
    if (kept && kept.features.length === features.length && kept.features.every((one, i) => one === features[i]))
      return kept.spot;
    const { model, zoom, painter } = this.scene;
    const [, top, right, bottom] = this.box;
    // What lies above, below or to the right of the view encloses none of it.
    const arcs = outlineArcs(features.map((feature) => feature.polygons)).filter((arc) => {
      const { box } = painter.trace(arc);
      return box[0] < right && box[1] < bottom && box[3] > top;
    });
    const spot = this.grid.spot(this.grid.mask(arcs.map((arc) => model.topology.pixels(arc, zoom))));
    this.spots.set(key, { features, spot });
    return spot;
  }

  polities(view, boxes, wanted) {
    const { model } = this.scene;
    const groups = new Map();
    for (const feature of this.scene.landsNow()) {
      const key = this.bearerOf(feature, view);
      const group = groups.get(key) || { key, features: [], area: 0 };
      group.features.push(feature);
      group.area += feature.area || 0;
      groups.set(key, group);
    }
    this.owners = groups;
    for (const group of [...groups.values()].sort((a, b) => b.area - a.area)) {
      const spot = this.spotIn(group.key, group.features);
      if (!spot) continue;
      const [first] = group.features;
      group.text = short(
        group.key === ownerOf(first, view.state.color)
          ? model.polityName(group.key, view.day, view.state.lang)
          : model.name(first, view.state.lang),
      );
      this.capitals(`polity ${group.key}`, group.text, spot, boxes, wanted);
    }
  }

  // Whose name a land bears at large: its owner's, or, under foreign troops, its own.
  bearerOf(feature, view) {
    const { polities } = this.scene.model.payload;
    const own = view.state.color === "control" && occupied(feature, polities);
    return own ? `own ${feature.names.en}` : ownerOf(feature, view.state.color);
  }

  // The name in capitals, as large as fits the spot, on one to three lines.
  capitals(key, name, spot, boxes, wanted, { most = 21, least = 9.5, kind = "polity" } = {}) {
    const text = name.toLocaleUpperCase();
    const wide = WIDE.test(text);
    const roomy = Math.min(most, Math.max(least, Math.sqrt(spot.width * Math.max(spot.height, CELL)) * 0.092));
    for (let size = roomy; size >= least - 0.01; size -= 1.5) {
      for (let lines = 1; lines <= (wide ? 1 : 3); lines += 1) {
        const rows = broken(text, lines);
        if (rows.length < lines) continue;
        const font = `${size.toFixed(1)}px ${SERIF}`;
        const width = Math.max(...rows.map((row) => widthOf(row, font) + (row.length - 1) * SPACING * size));
        const height = rows.length * size * 1.2;
        if (width > spot.width * 0.84 + 6 || height > spot.height * 1.1 + 8) continue;
        const air = size * 0.7;
        const boxAt = (y) => [
          spot.x - width / 2 - air,
          y - height / 2 - 1,
          spot.x + width / 2 + air,
          y + height / 2 + 1,
        ];
        // A little up or down if a sign stands in the way and the land is high enough.
        const moves = [0, -0.75, 0.75, -1.5, 1.5]
          .map((by) => by * height)
          .filter((by) => !by || spot.height > height + 2.2 * Math.abs(by));
        const free = moves.map((by) => spot.y + by).filter((at) => boxes.free(boxAt(at)));
        if (!free.length) continue;
        const calm = free.find((at) => this.clearOfSigns(boxAt(at)));
        if (calm === undefined && size < 13 && spot.width < 110) continue;
        const y = calm ?? free[0];
        boxes.take(boxAt(y));
        wanted.set(key, { kind, rows, size, x: spot.x, y, spacing: SPACING * size });
        return true;
      }
      if (size > least && size - 1.5 < least) size = least + 1.5;
    }
    return false;
  }

  // Lands whose own name says more than their polity's, where there is room.
  lands(view, boxes, wanted, box) {
    const { zoom } = this.scene;
    if (zoom < 4.5) return;
    const said = new Set([...this.owners.values()].map((group) => group.text));
    const around = (feature) => Number(this.scene.model.declared[feature.layer].around || false);
    const lands = this.scene.landsNow().sort((a, b) => around(a) - around(b) || (b.area || 0) - (a.area || 0));
    for (const feature of lands) {
      const text = short(this.scene.model.name(feature, view.state.lang));
      if (said.has(text) || text.length > 44) continue;
      const spot = this.spotIn(feature, [feature]);
      if (spot) {
        if (this.capitals(`land ${feature.id}`, text, spot, boxes, wanted, { most: 12, least: 9, kind: "land" }))
          said.add(text);
      } else if (zoom >= 6 && feature.label) {
        const [x, y] = pixel(feature.label[0], feature.label[1], zoom);
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        if (
          this.capitals(`land ${feature.id}`, text, { x, y, width: 170, height: 40 }, boxes, wanted, {
            most: 9,
            least: 9,
            kind: "land",
          })
        )
          said.add(text);
      }
    }
  }

  towns(view, boxes, wanted, box) {
    const { zoom, model } = this.scene;
    const deepest = zoom < 3.5 ? 0 : zoom < 4.5 ? 1 : zoom < 5.5 ? 2 : zoom < 6.5 ? 3 : 4;
    const towns = (model.payload.base.towns || [])
      .filter((town) => town.rank <= deepest)
      .sort((a, b) => a.rank - b.rank);
    for (const town of towns) {
      const [x, y] = pixel(town.point[0], town.point[1], zoom);
      if (x < box[0] - 5 || x > box[2] + 5 || y < box[1] || y > box[3]) continue;
      const names = model.namesOn(town, view.day);
      if (!names) continue;
      const text = names[view.state.lang] || names.en;
      const size = town.rank === 1 ? 11.5 : 10.5;
      const width = widthOf(text, `${town.rank === 1 ? 600 : 400} ${size}px ${SANS}`);
      const under = this.signs.find((sign) => x > sign[0] && x < sign[2] && y > sign[1] && y < sign[3]);
      const gap = under ? Math.max(6, (under[2] - under[0]) / 2 + 2) : 5;
      const [half, low, base] = [size / 2, gap * 0.7, size * 0.36];
      const tries = [
        [x + gap, y, "start"],
        [x - gap, y, "end"],
        [x, y - gap - half, "middle"],
        [x, y + gap + half, "middle"],
        [x + low, y - low - half, "start"],
        [x + low, y + low + half, "start"],
        [x - low, y - low - half, "end"],
        [x - low, y + low + half, "end"],
      ].map(([at, middle, anchor]) => {
        const left = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
        return [at, middle + base, anchor, [left, middle - half, left + width, middle + half]];
      });
      const dot = [x - 3, y - 3, x + 3, y + 3];
      const fits = (room) => within(room, box) && boxes.free(room) && this.clearOfSigns(room);
      const found = boxes.free(dot) && tries.find((one) => fits(one[3]));
      if (!found) continue;
      boxes.take(found[3]);
      boxes.take(dot);
      wanted.set(`town ${town.id}`, {
        kind: `town rank-${town.rank}`,
        rows: [text],
        size,
        x: found[0],
        y: found[1],
        anchor: found[2],
        dot: [x, y],
      });
    }
  }

  // Bring the drawn names in line with the wanted ones; what stays the same isn't touched.
  apply(wanted) {
    for (const [key, made] of this.nodes) {
      if (!wanted.has(key)) {
        made.root.remove();
        this.nodes.delete(key);
      }
    }
    for (const [key, label] of wanted) {
      const stamp = JSON.stringify(label);
      const made = this.nodes.get(key);
      if (made && made.stamp === stamp) continue;
      const root = this.drawn(label);
      if (made) made.root.replaceWith(root);
      else this.room.append(root);
      this.nodes.set(key, { root, stamp });
    }
  }

  drawn({ kind, rows, size, x, y, anchor, spacing, dot }) {
    const place = (n) => n.toFixed(1);
    const texts = rows.map((row, index) =>
      svg("text", {
        class: "name",
        x: place(x + (spacing ? spacing / 2 : 0)),
        y: place(dot ? y : y + size * 0.35 + (index - (rows.length - 1) / 2) * size * 1.2),
        "font-size": place(size),
        "letter-spacing": spacing ? place(spacing) : null,
        "text-anchor": anchor || "middle",
        text: row,
      }),
    );
    return svg("g", { class: `label ${kind}` }, [
      dot ? svg("circle", { class: "dot", cx: place(dot[0]), cy: place(dot[1]), r: 2.3 }) : null,
      ...texts,
    ]);
  }
}
