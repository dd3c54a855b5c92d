// The Leaflet map: its options, the first view, and what is readied for a drag in idle moments.
const TURN = 8; // ms of work in an idle moment

// The map before its data is unpacked: what is added to it by others from Python finds it, with a view.
export function makeMap(container) {
  const { bounds, view } = JSON.parse(container.dataset.frame);
  const { west, south, east, north } = bounds;
  const map = L.map(container, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomSnap: 0.25,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 120,
    minZoom: 2.5,
    maxZoom: 11,
    maxBounds: L.latLngBounds([south - 13, west - 21], [north + 5.5, east + 25]),
    maxBoundsViscosity: 0.8,
    zoomAnimation: true,
    fadeAnimation: false,
  });
  map.setView([(view.south + view.north) / 2, (view.west + view.east) / 2], 4, { animate: false });
  map.once("moveend", () => {
    map.movedByOthers = true;
  });
  return map;
}

const AROUND = 14; // pixels of air round the frontier
const LEGEND = 236; // pixels of the west that the open legend lies over

// Whether the legend stands open beside the frontier without covering it.
export const roomy = (map) => map.getSize().x >= 1000;

// What the map shows: [west, south, east, north].
export function boxOf(map) {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

// The first view: as asked, as others left it, or the frontier filling what the legend leaves free.
export function place({ map, store, placed, payload }) {
  const { lat, lon, zoom } = store.state;
  const { west, south, east, north } = payload.view;
  if (placed) {
    map.setView([lat, lon], zoom, { animate: false });
    return;
  }
  if (!map.movedByOthers)
    map.fitBounds(L.latLngBounds([south, west], [north, east]), {
      animate: false,
      paddingTopLeft: [(roomy(map) ? LEGEND : 0) + AROUND, AROUND],
      paddingBottomRight: [AROUND, AROUND],
    });
  const at = map.getCenter();
  store.set({ lat: Number(at.lat.toFixed(4)), lon: Number(at.lng.toFixed(4)), zoom: map.getZoom() });
}

// The paths of every feature at this zoom; ends when the map has moved on.
export function warm({ model, scene }, soon) {
  const { zoom } = scene;
  const { reach } = scene.painter.lands;
  const features = model.layers
    .flatMap(({ key, kind }) => (["territory", "line", "outline"].includes(kind) ? model.features[key] : []))
    .filter((feature) => feature.polygons || feature.lines);
  let at = 0;
  function work(deadline) {
    const end = performance.now() + Math.min(TURN, deadline?.timeRemaining ? deadline.timeRemaining() : TURN);
    while (performance.now() < end) {
      if (scene.zoom !== zoom || scene.painter.lands.reach !== reach) return;
      if (at === features.length) return;
      scene.painter.ready(features[at++]);
    }
    soon(work);
  }
  soon(work);
}
