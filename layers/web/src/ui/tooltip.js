// A few lines at the pointer: the name in three languages and the local script, who held it, dates, certainty.
import { byId, el } from "../dom.js";
import { featureAt } from "../map/hit.js";
import * as facts from "./facts.js";

function lines(app, { feature, others }) {
  const { view } = app;
  const found = [el("b", { text: app.name(feature) }), facts.otherNames(app, feature)];
  const add = (text, name) => {
    if (text) found.push(el("p", { class: name, text }));
  };
  add(facts.brief(app, feature));
  add(facts.period(app, feature), "period");
  add(facts.doubt(app, feature), "period");
  if (others?.length) add(app.say("at_this_spot", { n: others.length + 1 }), "period");
  return view ? found.filter(Boolean) : [];
}

export function create(app) {
  const tip = byId("atlas-tip");
  const { map } = app;
  const container = map.getContainer();
  let last = null;
  let asked = 0;

  const hide = () => {
    tip.hidden = true;
    last = null;
  };

  function look(event) {
    asked = 0;
    if (!app.view || map.dragging.moving() || event.buttons) return hide();
    const point = map.mouseEventToContainerPoint(event);
    const hit = featureAt(app.scene, map.containerPointToLatLng(point), 3);
    if (!hit) return hide();
    if (last !== hit.feature) {
      last = hit.feature;
      tip.replaceChildren(...lines(app, hit));
    }
    tip.hidden = false;
    container.classList.toggle("pointing", hit.kind !== "land");
    const size = map.getSize();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const x = point.x + 16 + width > size.x ? point.x - width - 12 : point.x + 16;
    const y = Math.min(point.y + 14, size.y - height - 6);
    tip.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
  }

  container.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    if (event.target.closest(".leaflet-popup")) {
      hide();
      return;
    }
    if (!asked) asked = requestAnimationFrame(() => look(event));
  });
  container.addEventListener("pointerleave", hide);
  map.on("movestart zoomstart popupopen", hide);
  return { view: hide };
}
