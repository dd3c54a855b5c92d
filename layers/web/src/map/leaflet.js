// The Leaflet map: its options, the first view, and what is readied for a drag in idle moments.
const TURN = 8; // ms of work in an idle moment

export const makeMap = (container, { west, south, east, north }) =>
  L.map(container, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomSnap: 0.5,
    wheelPxPerZoomLevel: 120,
    minZoom: 2.5,
    maxZoom: 11,
    maxBounds: L.latLngBounds([south - 13, west - 21], [north + 5.5, east + 25]),
    maxBoundsViscosity: 0.8,
    zoomAnimation: true,
    fadeAnimation: false,
  });

// The first view: as asked, or the whole frontier on a small screen.
export function place({ map, store, placed, payload }) {
  const { lat, lon, zoom } = store.state;
  const small = payload.view_small;
  if (!placed && map.getSize().x < 700) map.setView([small.lat, small.lon], small.zoom, { animate: false });
  else map.setView([lat, lon], zoom, { animate: false });
  // The legend lies over the west of a wide map: what the payload calls its middle stands in the middle of the rest.
  if (!placed && map.getSize().x >= 1000) map.panBy([-56, 0], { animate: false });
  const at = map.getCenter();
  if (!placed) store.set({ lat: Number(at.lat.toFixed(4)), lon: Number(at.lng.toFixed(4)), zoom: map.getZoom() });
}

// The paths of every feature at this zoom, the record of every year; ends when the map has moved on.
export function warm({ model, scene, payload }, soon) {
  const { zoom } = scene;
  const { reach } = scene.painter.lands;
  const features = model.layers
    .flatMap(({ key, kind }) => (["territory", "line", "outline"].includes(kind) ? model.features[key] : []))
    .filter((feature) => feature.polygons || feature.lines);
  let [at, year] = [0, payload.span[0]];
  function work(deadline) {
    const end = performance.now() + Math.min(TURN, deadline?.timeRemaining ? deadline.timeRemaining() : TURN);
    while (performance.now() < end) {
      if (scene.zoom !== zoom || scene.painter.lands.reach !== reach) return;
      if (at < features.length) scene.painter.ready(features[at++]);
      else if (year <= payload.span[1]) model.year(year++);
      else return;
    }
    soon(work);
  }
  soon(work);
}
