// The ground under the layers: sea, graticule, land, and over the lands lakes, rivers and modern borders.
import { svg } from "../dom.js";
import { pixel } from "./surface.js";

export const FRAME = { west: 26, south: 8, east: 180, north: 78 }; // degrees that the data covers
const FAR = 1e6;

export class Base {
  constructor(model, ground, plate) {
    this.model = model;
    const node = (parent, tag, options) => {
      const made = svg(tag, options);
      parent.append(made);
      return made;
    };
    const under = node(ground.world, "g", { class: "ground" });
    this.sea = node(under, "path", { class: "sea" });
    this.land = node(under, "path", { class: "land" });
    this.graticule = node(under, "path", { class: "graticule" });
    this.margin = node(ground.world, "path", { class: "margin", "fill-rule": "evenodd" });
    this.under = under;
    const over = node(plate.world, "g", { class: "waters" });
    this.lakes = node(over, "path", { class: "lake" });
    this.rivers = node(over, "path", { class: "river" });
    this.modern = node(over, "path", { class: "modern-border" });
    this.zoom = null;
  }

  // Draw for a zoom; nothing here depends on the date.
  draw(zoom) {
    if (zoom === this.zoom) return;
    this.zoom = zoom;
    const { base } = this.model.payload;
    const { topology } = this.model;
    const [left, top] = pixel(FRAME.west, FRAME.north, zoom);
    const [right, bottom] = pixel(FRAME.east, FRAME.south, zoom);
    const frame = `M${left} ${top}H${right}V${bottom}H${left}Z`;
    this.sea.setAttribute("d", frame);
    this.margin.setAttribute("d", `${frame}M${-FAR} ${-FAR}H${2 * FAR}V${2 * FAR}H${-FAR}Z`);
    this.land.setAttribute("d", topology.areaPath(base.land || [], zoom));
    this.graticule.setAttribute("d", this.gridPath(zoom));
    this.lakes.setAttribute("d", topology.areaPath(base.lakes || [], zoom));
    this.rivers.setAttribute("d", topology.linePath(base.rivers || [], zoom));
    this.modernPath = null;
    if (this.modernShown) this.showModern(true);
  }

  gridPath(zoom) {
    let d = "";
    for (let lon = FRAME.west + 4; lon < FRAME.east; lon += 10) {
      const [x, top] = pixel(lon, FRAME.north, zoom);
      d += `M${x} ${top}V${pixel(lon, FRAME.south, zoom)[1]}`;
    }
    for (let lat = 10; lat < FRAME.north; lat += 10) {
      const [left, y] = pixel(FRAME.west, lat, zoom);
      d += `M${left} ${y}H${pixel(FRAME.east, lat, zoom)[0]}`;
    }
    return d;
  }

  showModern(on) {
    this.modernShown = on;
    if (on && !this.modernPath) {
      this.modernPath = this.model.topology.linePath(this.model.payload.base.modern_borders || [], this.zoom);
      this.modern.setAttribute("d", this.modernPath);
    }
    this.modern.setAttribute("display", on ? "inline" : "none");
  }

  // With a picture basemap the plain ground is hidden.
  showGround(on) {
    this.under.setAttribute("display", on ? "inline" : "none");
  }
}
