// A canvas over the map that pans and zooms with it and redraws only the boxes that changed.
import { el } from "../dom.js";

const SHARP = 2; // device pixels a CSS pixel at most
const BLEED = 6; // pixels that strokes reach beyond the box of what they follow
let Renderer = null;

export const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
export const joined = (a, b) => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

export const within = (a, b) => a[0] >= b[0] && a[2] <= b[2] && a[1] >= b[1] && a[3] <= b[3];

// Boxes that don't meet: those that do are joined, and so are all if there would be many.
export function apart(boxes, most = 8) {
  const found = [];
  for (let box of boxes) {
    for (let i = 0; i < found.length; i += 1) {
      if (!meets(found[i], box)) continue;
      box = joined(box, found[i]);
      found.splice(i, 1);
      i = -1;
    }
    found.push(box);
  }
  return found.length > most ? [found.reduce(joined)] : found;
}

function rendererClass() {
  return L.Renderer.extend({
    _initContainer() {
      this._container = el("canvas", { class: `atlas-surface ${this.options.class || ""}`, "aria-hidden": "true" });
      this.pen = this._container.getContext("2d");
      this.stale = [];
    },
    _destroyContainer() {
      this._container.remove();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = Math.min(SHARP, window.devicePixelRatio || 1);
      this.ratio = ratio;
      const [wide, tall] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
      if (this._container.width !== wide || this._container.height !== tall) {
        Object.assign(this._container, { width: wide, height: tall });
        Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      }
      L.DomUtil.setPosition(this._container, min);
      const origin = this._map.getPixelOrigin();
      this.corner = [origin.x + min.x, origin.y + min.y];
      this.reach = [this.corner[0], this.corner[1], this.corner[0] + size.x, this.corner[1] + size.y];
      this.stale = [this.reach];
      this.fire("update");
    },
    _updatePaths() {},
    // Say that a box [left, top, right, bottom] (pixels of the zoom) has to be drawn again; all of it without one.
    spoil(box) {
      if (!box) this.stale = [this.reach];
      else if (meets(box, this.reach))
        this.stale.push([box[0] - BLEED, box[1] - BLEED, box[2] + BLEED, box[3] + BLEED]);
    },
    // Draw the stale parts: `draw(pen, box)` in pixels of the zoom, each clipped to whole device pixels.
    paint(draw) {
      if (!this.stale.length) return;
      const { pen, ratio, corner } = this;
      const device = this.stale.map((box) => [
        Math.max(0, Math.floor((box[0] - corner[0]) * ratio)),
        Math.max(0, Math.floor((box[1] - corner[1]) * ratio)),
        Math.min(this._container.width, Math.ceil((box[2] - corner[0]) * ratio)),
        Math.min(this._container.height, Math.ceil((box[3] - corner[1]) * ratio)),
      ]);
      this.stale = [];
      for (const [left, top, right, bottom] of apart(device.filter((box) => box[2] > box[0] && box[3] > box[1]))) {
        pen.save();
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.beginPath();
        pen.rect(left, top, right - left, bottom - top);
        pen.clip();
        pen.clearRect(left, top, right - left, bottom - top);
        pen.setTransform(ratio, 0, 0, ratio, -corner[0] * ratio, -corner[1] * ratio);
        draw(pen, [
          corner[0] + left / ratio,
          corner[1] + top / ratio,
          corner[0] + right / ratio,
          corner[1] + bottom / ratio,
        ]);
        pen.restore();
      }
    },
  });
}

export function addCanvas(map, pane, zIndex) {
  Renderer = Renderer || rendererClass();
  const made = map.getPane(pane) || map.createPane(pane);
  made.style.zIndex = zIndex;
  made.style.pointerEvents = "none";
  const canvas = new Renderer({ pane, padding: 0.02, class: pane });
  canvas.addTo(map);
  return canvas;
}
