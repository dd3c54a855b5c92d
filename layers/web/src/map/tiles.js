// Online pictures under the lands, where the page was made with any, and their credit.
import { el } from "../dom.js";

let tiles = null;
let credit = null;

export function setTiles({ map, payload, store, stage }) {
  tiles?.remove();
  credit?.remove();
  tiles = credit = null;
  const base = payload.basemaps.find((one) => one.key === store.state.base);
  if (!base) return;
  tiles = L.tileLayer(base.url, { maxZoom: base.max_zoom, zIndex: 1 }).addTo(map);
  const text = new DOMParser().parseFromString(base.attribution, "text/html").body.textContent;
  credit = el("p", { class: "credit", text });
  stage.append(credit);
}
