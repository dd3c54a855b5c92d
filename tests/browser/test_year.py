"""One year in brief: the terminal, the page and the app say the same numbers and the same lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from benchmarks.browser import served
from geo.__main__ import main
from geo.brief import NOBODY
from tests.browser.visits import BRIEF, WIDE, idle, opened, visit

ROOT = Path(__file__).resolve().parents[2]
YEARS = (1900, 1928, 1945, 1972, 1991)
SECTIONS = {
    "hands": "hands",
    "standing": "standing",
    "rail": "railways",
    "clashes": "clashes",
    "events": "events",
}


@cache
def terminal(year: int) -> dict[str, Any]:
    """Return what `python -m geo year` says."""
    done = CliRunner().invoke(main, ["year", str(year), "--json"])
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.output)
    return told


def agree(told: dict[str, Any], shown: dict[str, Any]) -> None:
    """Hold what a panel shows to what the terminal says."""
    assert shown["headline"] == told["headline"]["en"]
    numbers = {key: int(found[1]) for key, found in (
        ("hands", re.search(r"changes of hands: (\d+)", shown["counts"])),
        ("lands", re.search(r"lands: (\d+)", shown["counts"])),
        ("standing", re.search(r"changes of standing: (\d+)", shown["counts"])),
        ("railways", re.search(r"railway changes: (\d+)", shown["counts"])),
        ("clashes", re.search(r"clashes: (\d+)", shown["counts"])),
        ("events", re.search(r"events: (\d+)", shown["counts"])),
    ) if found}  # fmt: skip
    assert numbers == {
        key: told["counts"][key] for key in told["counts"] if key != "km2" and told["counts"][key]
    }
    area = re.search(r"([\d,]+) km", shown["counts"])
    assert int(area[1].replace(",", "") if area else 0) == told["counts"]["km2"]
    for section, key in SECTIONS.items():
        listed = [[part["id"] for part in one.get("parts", [one])] for one in told[key]]
        assert [ids for _, ids in shown[section]] == listed, section
    for (words, _), change in zip(shown["hands"], told["hands"], strict=True):
        sides = [change[side]["name"] if change[side] else NOBODY for side in ("from", "to")]
        assert words == " -> ".join(sides)


@pytest.fixture(scope="module")
def page(browser, atlas_page) -> Iterator[Page]:
    with visit(browser, WIDE) as shown:
        yield opened(shown, atlas_page.as_uri())


@pytest.mark.parametrize("year", YEARS)
def test_page_and_terminal_say_the_same_of_a_year(page, year):
    page.evaluate("(date) => { Atlas.state.set({ date }); return Atlas.idle(); }", str(year))
    expect(page.locator(".brief-title")).to_have_text(f"{year} in brief")
    agree(terminal(year), page.locator(".panel-brief").evaluate(BRIEF))


def test_the_app_says_it_too(browser):
    with served(ROOT / "streamlit_app.py") as address:
        page = browser.new_page(viewport=WIDE)
        page.goto(f"{address}/?year=1945")
        panel = page.frame_locator(".atlas-frame iframe").locator(".panel-brief")
        expect(panel.locator(".brief-title")).to_have_text("1945 in brief", timeout=60_000)
        idle(next(frame for frame in page.frames if frame.parent_frame))
        agree(terminal(1945), panel.evaluate(BRIEF))
        page.close()
