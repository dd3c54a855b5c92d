// Compare two dates: a second map beside the first, each with its date, and a table of what changed between them.
import { Differences } from "../core/difference.js";
import { ownerOf, polityOf } from "../core/polities.js";
import * as time from "../core/time.js";
import { button, el, narrow } from "../dom.js";
import * as facts from "../ui/facts.js";
import { Twin } from "./second-map.js";

const ICON = "M3.5 5h7v14h-7zM13.5 5h7v14h-7zM12 2.5v19";
const WORTH = [
  // [then, now, what]
  ["1931-09-01", "1932-12-31", "worth_manchuria"],
  ["1911-10-01", "1912-12-31", "worth_1911"],
  ["1943", "1944", "worth_tuva"],
  ["1945-08-01", "1945-09-02", "worth_1945"],
  ["1948", "1949", "worth_1949"],
  ["1900", "1991", "worth_all"],
];
// What was typed as a date of the state: "1932", "1932-03-01"; a month is its last day. Null if it is none.
export function dateFrom(text, [first, last]) {
  const tidy = String(text).trim().replace(/[./]/g, "-");
  const day = time.fromText(tidy);
  if (day === null || time.yearOf(day) < first || time.yearOf(day) > last) return null;
  return tidy.length === 4 ? tidy : time.iso(day);
}

// A date to begin with: ten years on, or back from the end.
export function otherDate(date, [first, last]) {
  const year = time.yearOf(time.fromText(date));
  return String(year + 10 <= last ? year + 10 : Math.max(first, year - 10));
}

export const inOrder = (one, two) => (time.fromText(one) <= time.fromText(two) ? [one, two] : [two, one]);

export function create(app) {
  const { store, payload, say } = app;
  const { span } = payload;
  const differences = new Differences(app.model);
  let twin = null;
  let body = null;
  let found = null;
  let chosen = null;
  let stamp = "";
  let formLang = "";
  let before = null;
  let folded = false;
  const form = {};
  const result = el("div", { class: "compare-result" });

  const labels = ["one", "two"].map((which) => el("p", { class: `when-map when-${which}` }, [el("b"), el("span")]));
  const lang = () => store.state.lang;
  const landsOn = (date) =>
    app.model.territories
      .filter((key) => store.layers().has(key))
      .flatMap((key) => app.model.schedules[key].within(time.fromText(date)));

  const tool = app.registerTool({
    id: "compare",
    label: "compare",
    icon: ICON,
    order: 25,
    run: () => (store.state.compare ? stop() : start()),
  });
  tool.setAttribute("aria-pressed", "false");

  function start() {
    before = { zoom: app.map.getZoom() };
    store.set({ compare: otherDate(store.state.date, span) });
    if (!narrow()) app.map.setZoom(Math.max(app.map.getMinZoom(), before.zoom - 0.5), { animate: false });
    before.now = app.map.getZoom();
    app.showPanel("compare");
  }

  function stop() {
    const back = before && app.map.getZoom() === before.now ? before.zoom : null;
    before = null;
    store.set({ compare: "" });
    if (back !== null) app.map.setZoom(back, { animate: false });
    tool.focus({ preventScroll: true });
  }

  function setDates(one, two) {
    store.set({ date: one, compare: two });
  }

  // The second map comes and goes with the state.
  function dress() {
    const { compare, date } = store.state;
    if (compare && !twin) {
      twin = new Twin(app);
      app.stage.append(...labels);
      unfoldLegend(false);
      tool.setAttribute("aria-pressed", "true");
    } else if (!compare && twin) {
      twin.remove();
      twin = null;
      for (const label of labels) label.remove();
      unfoldLegend(true);
      tool.setAttribute("aria-pressed", "false");
      found = null;
      stamp = "";
    }
    if (twin) {
      twin.show(compare);
      [date, compare].forEach((text, i) => {
        const day = time.fromText(text);
        const [year, rest] = labels[i].children;
        year.textContent = time.yearOf(day);
        rest.textContent = time.formatDayOfYear(day, lang());
      });
    }
    syncForm();
  }

  // Half a map has no room for the legend: it is folded, and comes back if it was open.
  function unfoldLegend(on) {
    const head = document.querySelector(".legend-head[aria-expanded]");
    if (!head || (on && !folded)) return;
    if (head.getAttribute("aria-expanded") !== String(on)) {
      head.click();
      folded = !on;
    }
  }

  function measure() {
    if (!twin) return;
    const { date, compare, color, layers } = store.state;
    const next = [date, compare, color, layers].join("|");
    if (next === stamp) return;
    stamp = next;
    const [then, now] = inOrder(date, compare);
    found = differences.between(landsOn(then), landsOn(now), (land) => ownerOf(land, color), payload.polities);
    chosen = null;
    outline();
    const words = [then, now].map((text) => time.formatDay(time.fromText(text), lang()));
    app.announce(say("compare_said", { from: words[0], to: words[1], area: facts.number(found.hands, lang()) }));
  }

  function outline() {
    if (twin) for (const one of twin.outlines) one.show({ ...found.outlines, one: chosen ? chosen.arcs : [] });
  }

  // The panel: two dates, swap, stop; below, the table.
  function field(key, get, set) {
    const input = el("input", {
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 10,
      id: `atlas-${key}`,
      "aria-describedby": "atlas-compare-hint",
    });
    input.addEventListener("input", () => {
      form[key].typing = true;
    });
    input.addEventListener("change", () => {
      form[key].typing = false;
      const date = dateFrom(input.value, span);
      input.setAttribute("aria-invalid", String(date === null));
      form.fault.textContent =
        date === null ? say("compare_bad", { text: input.value, first: span[0], last: span[1] }) : "";
      if (date !== null) set(date);
    });
    form[key] = { input, get };
    return el("label", { class: "field" }, [el("span", { text: say(key) }), input]);
  }

  function drawForm() {
    formLang = lang();
    form.fault = el("p", { class: "fault", role: "alert" });
    form.year = el("input", {
      type: "range",
      class: "compare-year",
      min: span[0],
      max: span[1],
      step: 1,
      "aria-label": say("compare_year"),
      on: { input: () => store.set({ compare: form.year.value }) },
    });
    form.on = el("div", { class: "compare-on" }, [
      el("div", { class: "compare-dates" }, [
        field(
          "compare_one",
          () => store.state.date,
          (date) => store.set({ date }),
        ),
        field(
          "compare_two",
          () => store.state.compare,
          (compare) => store.set({ compare }),
        ),
      ]),
      form.year,
      el("p", { class: "small-note", id: "atlas-compare-hint", text: say("compare_hint") }),
      form.fault,
      el("div", { class: "compare-do" }, [
        button("", {
          text: say("compare_swap"),
          class: "plain-button",
          on: () => setDates(store.state.compare, store.state.date),
        }),
        button("", { text: say("compare_stop"), class: "plain-button", on: stop }),
      ]),
    ]);
    form.off = el("div", { class: "compare-off" }, [
      el("p", { text: say("compare_about") }),
      el("div", { class: "compare-do" }, [
        button("", { text: say("compare_start"), class: "plain-button strong", on: start }),
      ]),
    ]);
    const worth = WORTH.filter((one) => one.slice(0, 2).every((date) => dateFrom(date, span)));
    form.worth = el("section", { class: "compare-worth" }, [
      el("h3", { text: say("compare_worth") }),
      el(
        "ul",
        {},
        worth.map(([one, two, what]) =>
          el("li", {}, [
            button("", { text: say(what), class: "line", data: { one, two }, on: () => setDates(one, two) }, []),
          ]),
        ),
      ),
    ]);
    for (const line of form.worth.querySelectorAll(".line")) {
      line.append(el("small", { text: `${line.dataset.one} | ${line.dataset.two}` }));
    }
    body.replaceChildren(
      el("h2", { class: "panel-title", text: say("compare_dates") }),
      form.off,
      form.on,
      result,
      form.worth,
    );
  }

  function syncForm() {
    if (!form.on) return;
    const on = Boolean(twin);
    form.on.hidden = !on;
    form.off.hidden = on;
    result.hidden = !on;
    if (!on) return;
    for (const key of ["compare_one", "compare_two"]) {
      const { input, get, typing } = form[key];
      // What is being typed, or was and is no date, stays until it is.
      if (document.activeElement === input && (typing || input.getAttribute("aria-invalid") === "true")) continue;
      input.value = get();
      input.removeAttribute("aria-invalid");
    }
    form.year.value = time.yearOf(time.fromText(store.state.compare));
  }

  function swatch(key) {
    const { fill, stroke } = polityOf(payload.polities, key);
    const made = el("i", { class: "holder-swatch", "aria-hidden": "true" });
    made.style.backgroundColor = fill;
    made.style.borderColor = stroke;
    return made;
  }

  function fly(row, line) {
    chosen = row;
    outline();
    for (const other of result.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    line.setAttribute("aria-current", "true");
    const [west, south, east, north] = row.box;
    if (Math.max(east - west, north - south) < 1.5)
      app.flyTo({ lat: (south + north) / 2, lon: (west + east) / 2, zoom: 7.5 });
    else app.fitTo(row.box);
    app.showSheet(false);
  }

  function tableRow(row, days) {
    const names = [app.polity(row.from, days[0]), app.polity(row.to, days[1])];
    const lands = [...new Set(row.parts.map((part) => app.name(part.after)))].filter(
      (name) => !name.startsWith(names[1]),
    );
    const line = button("", { class: "compare-row", text: " ", on: () => fly(row, line) });
    line.replaceChildren(
      el("span", { class: "holder" }, [swatch(row.from), el("span", { text: names[0] })]),
      el("span", { class: "holder" }, [swatch(row.to), el("span", { text: `→ ${names[1]}` })]),
    );
    if (lands.length)
      line.append(el("small", { text: lands.slice(0, 3).join(" · ") + (lands.length > 3 ? " …" : "") }));
    line.title = say("compare_fly");
    const area =
      row.area < 10 ? row.area.toLocaleString(lang(), { maximumFractionDigits: 1 }) : facts.number(row.area, lang());
    return el("tr", { data: { from: row.from, to: row.to, area: row.area.toFixed(1) } }, [
      el("td", {}, [line]),
      el("td", { class: "km", text: area }),
    ]);
  }

  function table(kind, days) {
    const rows = found.rows.filter((row) => row.kind === kind);
    if (!rows.length) return null;
    return el("table", { class: `compare-table compare-${kind}` }, [
      el("caption", { text: say(`compare_${kind}`) }),
      el("thead", {}, [
        el("tr", {}, [
          el("th", { scope: "col", text: `${say("compare_from")} → ${say("compare_to")}` }),
          el("th", { scope: "col", class: "km", text: "km²" }),
        ]),
      ]),
      el(
        "tbody",
        {},
        rows.map((row) => tableRow(row, days)),
      ),
      el("tfoot", {}, [
        el("tr", {}, [el("td", {}), el("td", { class: "km", text: facts.number(found[kind], lang()) })]),
      ]),
    ]);
  }

  function drawResult() {
    if (!found) return;
    const dates = inOrder(store.state.date, store.state.compare);
    const days = dates.map(time.fromText);
    const key = `${stamp}|${lang()}`;
    if (result.dataset.key === key) return;
    result.dataset.key = key;
    const [then, now] = days.map((day) => time.formatDay(day, lang()));
    result.replaceChildren(
      ...[
        el("h3", { class: "compare-title", text: say("compare_title", { then, now }) }),
        found.rows.length
          ? el("p", { class: "small-note", text: say("compare_lines") })
          : el("p", { text: say("compare_none") }),
        table("hands", days),
        table("rule", days),
      ].filter(Boolean),
    );
  }

  // The folded sheet of a phone says what the table holds.
  function nameSheet() {
    const handle = document.querySelector("#atlas-panel .handle");
    if (!twin || !found || !handle) return;
    handle.querySelector("span").textContent = say("compare_sheet", { area: facts.number(found.hands, lang()) });
  }

  app.registerPanel({
    id: "compare",
    label: "compare",
    order: 30,
    mount: (room) => {
      body = room;
    },
    update: () => {
      if (formLang !== lang()) drawForm();
      syncForm();
      measure();
      drawResult();
    },
  });
  app.registerKey("c", () => (store.state.compare ? stop() : start()));
  app.onView(() => {
    if (twin) dress();
  });
  app.onRest(() => {
    measure();
    drawResult();
    nameSheet();
  });
  store.subscribe((_, changed) => {
    if (changed.has("compare")) {
      dress();
      measure();
      drawResult();
      nameSheet();
    }
  });
  if (store.state.compare) {
    dress();
    app.showPanel("compare");
  }
  app.compare = { start, stop, differences: () => found, twin: () => twin };
}
