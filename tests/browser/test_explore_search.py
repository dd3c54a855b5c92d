"""Search, and who held a place, on an exported page: what a reader types, clicks and sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.visits import SIZES, idle, opened, visit


@pytest.fixture(params=SIZES)
def page(request, browser, export) -> Iterator[Page]:
    with visit(browser, SIZES[request.param], has_touch=request.param == "phone") as shown:
        yield opened(shown, f"{export}#1929/46.0/126.0/5")


def date_of(page: Page) -> str:
    idle(page)
    return str(page.evaluate("Atlas.state.get().date"))


def test_a_click_shows_who_held_the_place_and_a_span_goes_to_its_day(page):
    at = page.evaluate(
        "(() => { const p = atlasMap.latLngToContainerPoint([46.9, 126.2]); return [p.x, p.y]; })()"
    )
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    strip = page.locator(".leaflet-popup .held-strip")
    strip.wait_for()
    spans = strip.locator(".held-span")
    assert spans.count() >= 8
    titles = spans.locator("title").all_text_contents()
    assert any("Manchukuo" in title for title in titles)
    assert any("1 March 1932" in title for title in titles)
    page.evaluate(
        """() => [...document.querySelectorAll('.leaflet-popup .held-span')]
            .find((one) => one.textContent.includes('1 March 1932 –'))
            .dispatchEvent(new MouseEvent('click', { bubbles: true }))"""
    )
    assert date_of(page) == "1932-03-01"
    assert "Manchukuo" in page.locator(".leaflet-popup h2").inner_text()


def test_the_rows_of_a_place_are_worked_by_keyboard(page):
    page.keyboard.press("/")
    page.keyboard.type("Harbin")
    page.keyboard.press("Enter")
    panel = page.locator("#atlas-panel-held")
    panel.locator(".held-row").first.wait_for()
    assert panel.locator("h2").inner_text() == "Harbin"
    rows = panel.locator(".held-go")
    assert rows.count() >= 10
    assert panel.locator(".held-go[aria-current]").count() == 1
    text = panel.inner_text()
    for said in (
        "Held by: Manchukuo",
        "Decided by: Japan",
        "In law: Republic of China",
        "Certainty: high",
    ):
        assert said in text
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "held-go"
    page.keyboard.press("Enter")
    assert date_of(page) == "1900-01-01"
    assert page.evaluate("document.activeElement.hasAttribute('aria-current')")
    source = panel.locator(".held-proof").first
    assert not source.locator("li").first.is_visible()
    source.locator("summary").click()
    assert source.locator("li").first.is_visible()


def test_the_middle_of_the_map_needs_no_mouse(page):
    page.evaluate("Atlas.showPanel('held'); Atlas.showSheet(true)")
    page.get_by_role("button", name="The middle of the map").press("Enter")
    assert page.locator("#atlas-panel-held .held-row").count() >= 5


@pytest.mark.parametrize("text", ["Лахасусу", "同江", "lahasusu", "TONGJIANG"])
def test_a_town_is_found_by_any_name(page, text):
    page.keyboard.press("/")
    page.locator("#atlas-ask").fill(text)
    first = page.locator("#atlas-found [role=option]").first
    assert first.get_attribute("data-id") == "lahasusu"
    assert page.locator("#atlas-ask").get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("Enter")
    page.locator("#atlas-panel-held .held-row").first.wait_for()
    lat, lon, zoom = page.evaluate("[atlasMap.getCenter().lat, atlasMap.getCenter().lng, atlasMap.getZoom()]")
    assert abs(lon - 132.51) < 0.1
    assert zoom >= 6
    point = page.evaluate("atlasMap.latLngToContainerPoint([47.65, 132.51]).y")
    sheet = page.locator("#atlas-panel").bounding_box()
    assert point > 0
    assert sheet["x"] > 0 or point < sheet["y"]
    assert abs(lat - 47.65) < 4


def test_results_are_grouped_and_moved_through_by_arrows(page):
    page.keyboard.press("/")
    page.locator("#atlas-ask").fill("Khalkhin")
    page.locator("#atlas-found [role=group]").nth(1).wait_for()
    chosen = page.locator("#atlas-found [aria-selected=true]")
    start = chosen.get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert chosen.get_attribute("id") != start
    page.keyboard.press("ArrowUp")
    assert chosen.get_attribute("id") == start
    page.keyboard.press("Escape")
    assert page.locator("#atlas-drawer").is_hidden()


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("Nomonhan", "clash", "1939"),
        ("Treaty of Friendship", "event", None),
        ("滿洲國", "polity", "1932"),
        ("Manchukuo", "polity", "1932"),
    ],
)
def test_a_result_sets_its_date(page, text, kind, year):
    page.keyboard.press("/")
    page.locator("#atlas-ask").fill(text)
    page.locator(f"#atlas-found [data-kind={kind}]").first.click()
    assert page.locator("#atlas-drawer").is_hidden()
    date = date_of(page)
    assert date != "1929"
    if year:
        assert date.startswith(year)


def test_a_railway_is_found_and_drawn_out(page):
    page.keyboard.press("/")
    page.locator("#atlas-ask").fill("Turkestan-Siberia")
    page.keyboard.press("Enter")
    idle(page)
    sel = page.evaluate("Atlas.name(Atlas.model.get(Atlas.state.get().sel))")
    assert sel == "Turkestan-Siberia Railway"


def test_nothing_is_wider_than_the_screen(page):
    page.keyboard.press("/")
    page.locator("#atlas-ask").fill("railway")
    box = page.locator("#atlas-drawer").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
