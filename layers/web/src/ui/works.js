// A work as a list item: its reference with titles in italics, the places cited in it, how it was known.
import { parted } from "../core/references.js";
import { el } from "../dom.js";

// `feature` names the places; `count` says for how many things the work stands.
export function workItem(app, id, { feature = null, count = 0 } = {}) {
  const { sources, places_cited: places = {} } = app.payload;
  const work = sources[id] || { text: id };
  const known = [
    feature ? places[feature.id]?.[id] : "",
    work.seen ? app.say(`seen_${work.seen.replace("-", "_")}`) : "",
  ];
  const said = known.filter(Boolean).join("; ");
  return el("li", { "data-source": id }, [
    ...parted(work.text).map((part, i) => (i % 2 ? el("cite", { text: part }) : part)),
    said ? el("small", { class: "known", text: ` [${said}]` }) : null,
    count ? el("small", { text: ` ${count}` }) : null,
  ]);
}
