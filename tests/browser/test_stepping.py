"""Stepping shows what loading shows: every year and every month, by steps, Play, drag and Compare."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.visits import opened

YEARS = [str(year) for year in range(1900, 1992)]
MONTHS = [
    f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    for year in range(1900, 1992)
    for month in range(1, 13)
]
TELLING = [
    "1919",
    "1930",
    "1934",
    "1945",
    "1956",
    "1991",
    "1921-09-30",
    "1934-08-31",
    "1945-08-31",
    "1958-03-31",
]

# Timers that Play sets are kept, so that a test can make each of its steps; scenes that Compare makes are kept too.
PREPARE = """() => {
  const every = window.setInterval;
  window.ticks = [];
  window.setInterval = (run, wait) => { window.ticks.push(run); return every(() => {}, 1e6); };
  window.scenes = [];
  const make = Atlas.newScene;
  Atlas.newScene = (...given) => { const made = make(...given); window.scenes.push(made); return made; };
  window.drawn = (scene) => [...scene.lands.placed].map(([f, key]) => `${f.id} ${key}`).sort();
  window.named = (scene) => [...new Set(scene.landsNow())].map((f) => f.id).sort();
}"""
# What a scene that has shown nothing before draws of each date.
FRESH = """([dates, step]) => {
  const found = {};
  Atlas.state.set({ step });
  for (const date of dates) {
    Atlas.state.set({ date });
    const room = document.createElement("div");
    room.style.cssText = "position:absolute;width:60px;height:40px;left:0;top:0";
    document.body.append(room);
    const map = L.map(room, { zoomControl: false, attributionControl: false, zoomAnimation: false }).setView([46, 105], 3);
    const scene = Atlas.newScene(map, {});
    scene.show({ ...Atlas.view, fade: false });
    found[date] = window.drawn(scene);
    map.remove();
    room.remove();
  }
  return found;
}"""

WALK = """([dates, step]) => {
  const found = {};
  Atlas.state.set({ step });
  for (const date of dates) { Atlas.state.set({ date }); found[date] = window.drawn(Atlas.scene); }
  return found;
}"""
KEYS = """([first, step, by, count]) => {
  const found = [];
  Atlas.state.set({ step, date: first });
  for (let i = 0; i < count; i += 1) { Atlas.control.by(by); found.push([Atlas.state.get().date, window.drawn(Atlas.scene)]); }
  return Object.fromEntries(found);
}"""
DRAG = """([step]) => {
  const found = {};
  Atlas.state.set({ step });
  const range = document.getElementById("atlas-range");
  for (let at = Number(range.max); at >= Number(range.min); at -= 1) {
    range.value = String(at);
    range.dispatchEvent(new Event("input", { bubbles: true }));
    found[Atlas.state.get().date] = window.drawn(Atlas.scene);
  }
  return found;
}"""
PLAY = """([first, step, count]) => {
  const found = [];
  Atlas.state.set({ step, date: first });
  Atlas.control.toggle();
  const tick = window.ticks.at(-1);
  for (let i = 0; i < count; i += 1) { tick(); found.push([Atlas.state.get().date, window.named(Atlas.scene)]); }
  if (Atlas.control.playing()) Atlas.control.stop();
  return Object.fromEntries(found);
}"""
SETTLED = """async () => {
  for (let i = 0; i < 100 && Atlas.scene.passing.length; i += 1) await new Promise((done) => setTimeout(done, 50));
}"""
COMPARE = """async ([dates, step]) => {
  const found = {};
  Atlas.state.set({ step, date: dates[0], compare: dates.at(-1) });
  Atlas.openTool("compare");
  for (const date of dates) { Atlas.state.set({ compare: date }); found[date] = window.drawn(window.scenes.at(-1)); }
  return found;
}"""


@pytest.fixture
def page(browser, export) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport={"width": 640, "height": 420})
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    opened(made, f"{export}?embed=1")
    made.evaluate(PREPARE)
    yield made
    context.close()
    assert not faults


@pytest.fixture(scope="module")
def fresh(browser, export) -> dict[str, dict[str, list[str]]]:
    context = browser.new_context(offline=True, viewport={"width": 640, "height": 420})
    made = context.new_page()
    opened(made, f"{export}?embed=1")
    made.evaluate(PREPARE)
    found = {
        step: made.evaluate(FRESH, [dates, step]) for step, dates in (("year", YEARS), ("month", MONTHS))
    }
    context.close()
    assert len(found["year"]) == 92
    assert len(found["month"]) == 1104
    assert min(len(lands) for lands in found["month"].values()) > 30
    return found


def differing(fresh: dict[str, list[str]], seen: dict[str, list[str]]) -> list[str]:
    return [
        f"{day}: {sorted(set(fresh[day]) ^ set(lands))[:3]}"
        for day, lands in seen.items()
        if fresh[day] != lands
    ]


@pytest.mark.parametrize("step", ["year", "month"])
def test_steps_draw_what_a_load_draws(page, fresh, step):
    dates = {"year": YEARS, "month": MONTHS}[step]
    for first, by, rest in ((dates[0], 1, dates[1:]), (dates[-1], -1, dates[-2::-1])):
        seen = page.evaluate(KEYS, [first, step, by, len(rest)])
        assert list(seen) == sorted(rest) if step == "year" else list(seen) == rest
        assert not differing(fresh[step], seen)


@pytest.mark.parametrize("step", ["year", "month"])
def test_a_drag_draws_what_a_load_draws(page, fresh, step):
    seen = page.evaluate(DRAG, [step])
    assert set(seen) == set(fresh[step])
    assert not differing(fresh[step], seen)


@pytest.mark.parametrize("step", ["year", "month"])
def test_play_shows_the_lands_that_a_load_shows(page, fresh, step):
    dates = {"year": YEARS, "month": MONTHS}[step]
    seen = page.evaluate(PLAY, [dates[0], step, len(dates) - 1])
    assert set(seen) == set(dates[1:])
    named = {day: sorted({land.split(" ")[0] for land in lands}) for day, lands in fresh[step].items()}
    assert not differing(named, seen)
    page.evaluate(SETTLED)
    assert page.evaluate("window.drawn(Atlas.scene)") == fresh[step][dates[-1]]


@pytest.mark.parametrize("step", ["year", "month"])
def test_compare_draws_what_a_load_draws(page, fresh, step):
    dates = {"year": YEARS, "month": MONTHS}[step]
    seen = page.evaluate(COMPARE, [dates, step])
    assert set(seen) == set(dates)
    assert not differing(fresh[step], seen)


def test_jumps_draw_what_a_load_draws(page, fresh):
    for step, dates in (("year", YEARS[::7] + YEARS[::-11]), ("month", MONTHS[::61] + MONTHS[::-97])):
        assert not differing(fresh[step], page.evaluate(WALK, [dates, step]))


def test_a_fresh_scene_is_a_fresh_load(browser, export, fresh):
    context = browser.new_context(offline=True, viewport={"width": 640, "height": 420})
    for date in TELLING:
        step = "year" if len(date) == 4 else "month"
        made = context.new_page()
        opened(made, f"{export}?embed=1&step={step}#{date}/46/105/4")
        made.evaluate(PREPARE)
        assert made.evaluate("window.drawn(Atlas.scene)") == fresh[step][date]
        made.close()
    context.close()


@pytest.mark.parametrize("step", ["year", "month"])
def test_no_land_that_holds_is_missing(fresh, atlas_layers, step):
    territories = ("manchuria", "xinjiang", "mongolia", "tuva", "powers")
    rows = [
        (row.id, row.start_date, row.end_date or "9999")
        for key in territories
        for row in atlas_layers[key][["id", "start_date", "end_date"]].itertuples()
    ]
    for date, lands in fresh[step].items():
        day = f"{date}-12-31" if step == "year" else date
        drawn = {land.split(" ")[0] for land in lands}
        missing = [name for name, start, end in rows if start <= day < end and name not in drawn]
        assert not missing, f"{day}: {missing}"


def test_the_walk_covers_every_month():
    assert all(one < two for one, two in pairwise(MONTHS))
