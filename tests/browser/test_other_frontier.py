"""Another frontier from another folder: its page has its own years, names, capitals and layers, and none of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from layers.__main__ import cli
from tests.browser.visits import WIDE, exported, go, idle, opened, visit
from tests.frontiers import write_frontier

OURS = re.compile(
    r"Manchuria|Xinjiang|Mongolia|Tuva|Nanking|Peking|Ulaanbaatar|Moscow|Tokyo|Mukden|Qing|Soviet|滿洲|Маньчж|\b19(00|29|91)\b"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return write_frontier(tmp_path_factory.mktemp("arvenna"))


@pytest.fixture(scope="module")
def export(folder, tmp_path_factory) -> Path:
    return exported(folder, tmp_path_factory.mktemp("page") / "atlas.html")


@pytest.fixture
def page(browser, export) -> Iterator[Page]:
    with visit(browser, WIDE) as shown:
        yield opened(shown, export.as_uri())


def legend(page: Page) -> str:
    return page.locator("#atlas-legend").inner_text()


def test_heading_years_and_first_date_are_its_own(page):
    assert page.title() == "Atlas of Arvenna: the straits, 1600-1650"
    assert page.locator("#atlas-head h1").inner_text() == "Atlas of Arvenna"
    slider = page.locator("#atlas-range")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == ("1600", "1650")
    assert page.evaluate("Atlas.state.get().date") == "1620"


def test_the_legend_names_polities_as_of_the_day(page):
    assert "Crown of Norrland" in legend(page)
    assert "Harbour League" in legend(page)
    go(page, "1630")
    assert "Protectorate of Norrland" in legend(page)
    assert "Crown of Norrland" not in legend(page)


def test_a_happening_stands_in_its_year_alone(page):
    go(page, "1631")
    assert page.locator("#map .mark:not(.faded)").count() == 0
    go(page, "1632")
    assert page.locator('#map .mark[data-id="battle-of-the-straits"]').count() == 1
    assert "Fights; larger means more killed" in page.locator("#atlas-legend").text_content()


def test_the_menu_offers_its_capitals_and_groups(page):
    page.evaluate("Atlas.openTool('layers')")
    colours = page.locator("#atlas-drawer select").first.locator("option").all_text_contents()
    assert colours == ["Who held it", "Whose in law", "Claims: Karst", "Claims: Port Vell"]
    groups = page.locator("#atlas-drawer legend").all_text_contents()
    assert [name for name in groups if name] == ["Shores of the straits", "Lands beyond", "What happened"]
    page.evaluate("Atlas.state.set({ color: 'port-vell' })")
    idle(page)
    assert "Claimed, as Port Vell saw it".lower() in legend(page).lower()


def test_a_popup_says_who_held_it_and_whose_it_was(page):
    go(page, "1640")
    page.evaluate("Atlas.select('west-shore-taken', { popup: true, fly: false })")
    popup = page.locator(".leaflet-popup article.facts")
    popup.wait_for()
    text = popup.inner_text()
    assert "Duchy of Sarn" in text
    assert "Protectorate of Norrland" in text
    assert "from 10 April 1632" in text
    assert "Taken by the fleet of Sarn." in text
    assert "Chronicle of the Straits" in popup.locator(".sources").text_content()


def test_what_stood_on_the_first_day_has_no_beginning(page):
    page.evaluate("Atlas.select('west-shore', { popup: true, fly: false, day: false })")
    period = page.locator(".leaflet-popup .period").first
    period.wait_for()
    assert period.inner_text() == "to 10 April 1632"


def test_search_finds_its_lands_and_fights(page):
    page.evaluate("Atlas.openSearch()")
    box = page.locator("#atlas-drawer input, #atlas-search input, input[type=search]").first
    box.fill("straits")
    page.get_by_text("Battle Of The Straits").first.wait_for()
    box.fill("east shore")
    page.get_by_text("East Shore").first.wait_for()


def test_dates_worth_comparing_and_the_words_on_itself_are_its_own(page):
    page.evaluate("Atlas.showPanel('compare')")
    page.get_by_text("Fifty years of the straits").first.wait_for()
    page.evaluate("Atlas.openTool('about')")
    page.get_by_text("A map of the straits of Arvenna").first.wait_for()


def test_nothing_of_the_shipped_frontier_is_in_the_page(export):
    text = export.read_text(encoding="utf-8")
    ours = [text[max(0, found.start() - 40) : found.end() + 40] for found in OURS.finditer(text)]
    assert not ours


def test_the_year_before_the_first_is_refused(folder, tmp_path):
    done = CliRunner().invoke(
        cli, ["export", "--data", str(folder), "--year", "1929", "-o", str(tmp_path / "x.html")]
    )
    assert "choose one from 1600 to 1650" in str(done.exception or done.output)
