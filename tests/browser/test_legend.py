"""The legend lists what is in view, frontier first, and stands closed where room is short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import WIDE, idle, opened, visit


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visit(browser, WIDE) as shown:
        yield shown


def holders(page: Page) -> list[str]:
    return page.locator(".legend-lands li").all_inner_texts()


def test_zoomed_to_kashgar_it_lists_who_holds_what_is_seen(page: Page, export: str) -> None:
    opened(page, export + "#1933-11-20/39.5/76/6.5")
    assert holders(page)[:2] == ["East Turkestan Republic", "Khotan Emirate"]
    assert not {"Japan", "Manchukuo", "Mongolian People's Republic"} & set(holders(page))
    patterns = page.locator(".legend-patterns")
    expect(patterns).to_contain_text("insurgents or base area")
    expect(patterns).not_to_contain_text("client state")


def test_it_follows_the_view_and_names_the_frontier_first(page: Page, export: str) -> None:
    opened(page, export + "#1929-06-01")
    listed = holders(page)
    around = ["Tibet", "Ma clique", "Guominjun"]
    assert [name for name in listed if name in ("Mongolian People's Republic", "Tuvan People's Republic")]
    first = max(listed.index(name) for name in listed if name.endswith("People's Republic"))
    assert all(listed.index(name) > first for name in around if name in listed)
    page.evaluate("Atlas.flyTo({ lat: 51.6, lon: 94.5, zoom: 7 })")
    idle(page)
    assert holders(page)[0] == "Tuvan People's Republic"
    assert "Japan" not in holders(page)


def test_no_pattern_means_two_things(page: Page, export: str) -> None:
    opened(page, export + "#1945-08-20")
    said = page.locator(".legend-patterns li").all_inner_texts()
    assert len(said) == len(set(said)) >= 4


@pytest.mark.parametrize(("width", "closed"), [(1280, True), (1440, False)])
def test_it_is_closed_at_first_where_room_is_short(
    browser: Browser, export: str, width: int, closed: bool
) -> None:
    with visit(browser, {"width": width, "height": 720}) as page:
        opened(page, export + "#1929")
        assert page.locator(".legend-body").is_hidden() is closed
        colour = page.locator(".legend").evaluate("(node) => getComputedStyle(node).backgroundColor")
        assert colour.startswith("rgb(")  # opaque: names on the map don't shine through
