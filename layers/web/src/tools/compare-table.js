// The table of a comparison: who lost what to whom, by area, and what changed its government within a state.
import { polityOf } from "../core/polities.js";
import * as time from "../core/time.js";
import { button, el } from "../dom.js";
import * as facts from "../ui/facts.js";

const NAMED = 3; // lands named in a row

export class CompareTable {
  constructor(app, choose) {
    this.app = app;
    this.choose = choose;
    this.root = el("div", { class: "compare-result" });
  }

  // `days` are the two days in order; `stamp` stands for all that the table depends on but the language.
  draw(found, days, stamp) {
    const { app, root } = this;
    const { lang } = app.store.state;
    const key = `${stamp}|${lang}`;
    if (root.dataset.key === key) return;
    root.dataset.key = key;
    const [then, now] = days.map((day) => time.formatDay(day, lang));
    const about = found.rows.length
      ? el("p", { class: "small-note", text: app.say("compare_lines") })
      : el("p", { text: app.say("compare_none") });
    const tables = ["hands", "rule"].map((kind) => this.table(found, kind, days)).filter(Boolean);
    root.replaceChildren(
      el("h3", { class: "compare-title", text: app.say("compare_title", { then, now }) }),
      about,
      ...tables,
    );
  }

  table(found, kind, days) {
    const rows = found.rows.filter((row) => row.kind === kind);
    if (!rows.length) return null;
    const { say, store } = this.app;
    const head = el("tr", {}, [
      el("th", { scope: "col", text: `${say("compare_from")} → ${say("compare_to")}` }),
      el("th", { scope: "col", class: "km", text: "km²" }),
    ]);
    const total = facts.number(found[kind], store.state.lang);
    const body = rows.map((row) => this.row(row, days));
    return el("table", { class: `compare-table compare-${kind}` }, [
      el("caption", { text: say(`compare_${kind}`) }),
      el("thead", {}, [head]),
      el("tbody", {}, body),
      el("tfoot", {}, [el("tr", {}, [el("td", {}), el("td", { class: "km", text: total })])]),
    ]);
  }

  row(row, [then, now]) {
    const { app } = this;
    const names = [app.polity(row.from, then), app.polity(row.to, now)];
    const line = button("", { class: "compare-row", text: " ", on: () => this.press(row, line) });
    line.title = app.say("compare_fly");
    line.replaceChildren(this.holder(row.from, names[0]), this.holder(row.to, `→ ${names[1]}`));
    const lands = [...new Set(row.parts.map((part) => app.name(part.after)))].filter((it) => !it.startsWith(names[1]));
    const more = lands.length > NAMED ? " …" : "";
    if (lands.length) line.append(el("small", { text: lands.slice(0, NAMED).join(" · ") + more }));
    return el("tr", { data: { from: row.from, to: row.to, area: row.area.toFixed(1) } }, [
      el("td", {}, [line]),
      el("td", { class: "km", text: this.area(row.area) }),
    ]);
  }

  area(area) {
    const { lang } = this.app.store.state;
    return area < 10 ? area.toLocaleString(lang, { maximumFractionDigits: 1 }) : facts.number(area, lang);
  }

  holder(key, text) {
    const { fill, stroke } = polityOf(this.app.payload.polities, key);
    const swatch = el("i", { class: "holder-swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = fill;
    swatch.style.borderColor = stroke;
    return el("span", { class: "holder" }, [swatch, el("span", { text })]);
  }

  press(row, line) {
    this.choose(row);
    for (const other of this.root.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    line.setAttribute("aria-current", "true");
  }
}
