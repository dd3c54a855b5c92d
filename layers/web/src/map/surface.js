// One SVG over the map that pans and zooms with it; its content is drawn in pixels of the current zoom.
import { TILE, worldX, worldY } from "../core/arcs.js";
import { svg } from "../dom.js";

let Renderer = null;

// Leaflet's renderer base gives the padding, the zoom animation and the events; paths are ours.
function rendererClass() {
  return L.Renderer.extend({
    _initContainer() {
      this._container = svg("svg", {
        class: `atlas-surface ${this.options.class || ""}`,
        "aria-hidden": "true",
        focusable: "false",
      });
      this.defs = svg("defs");
      this.world = svg("g", { class: "world" });
      this._container.append(this.defs, this.world);
    },
    _destroyContainer() {
      this._container.remove();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      if (!this._size?.equals(size)) {
        this._size = size;
        this._container.setAttribute("width", size.x);
        this._container.setAttribute("height", size.y);
      }
      L.DomUtil.setPosition(this._container, min);
      this._container.setAttribute("viewBox", [min.x, min.y, size.x, size.y].join(" "));
      const origin = this._map.getPixelOrigin();
      this.world.setAttribute("transform", `translate(${-origin.x} ${-origin.y})`);
      this.fire("update");
    },
    _updatePaths() {},
  });
}

export function addSurface(map, pane, zIndex) {
  Renderer = Renderer || rendererClass();
  const made = map.getPane(pane) || map.createPane(pane);
  made.style.zIndex = zIndex;
  made.style.pointerEvents = "none";
  const surface = new Renderer({ pane, padding: 0.02, class: pane });
  surface.addTo(map);
  return surface;
}

// Degrees to pixels of a zoom.
export const pixel = (lon, lat, zoom) => {
  const size = TILE * 2 ** zoom;
  return [worldX(lon) * size, worldY(lat) * size];
};
