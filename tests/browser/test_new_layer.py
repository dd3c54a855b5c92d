"""Three layers more, each a declaration and a file: on the page as the others are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.visits import WIDE, exported, go, idle, opened, visit
from tests.frontiers import DECLARATION, FEATURES, NEW, NEW_FEATURES, write_frontier

LAYERS = {
    "salt-pans": ("salt-island", "Salt Island", "1620", "1640"),
    "post-roads": ("coast-road", "Coast Road", "1620", "1646"),
    "beacons": ("beacon-of-vell", "Beacon Of Vell", "1618", "1619"),
}
"""By layer: a feature, its name, a year that has it and one that doesn't."""


@pytest.fixture(scope="module")
def export(tmp_path_factory) -> Path:
    declaration = DECLARATION | {"layers": [*DECLARATION["layers"], *NEW]}
    folder = write_frontier(
        tmp_path_factory.mktemp("new"), declaration=declaration, features=FEATURES | NEW_FEATURES
    )
    return exported(folder, tmp_path_factory.mktemp("page") / "atlas.html")


@pytest.fixture
def page(browser, export) -> Iterator[Page]:
    with visit(browser, WIDE) as shown:
        yield opened(shown, export.as_uri())


def drawn(page: Page) -> set[str]:
    """Return the ids of what the scene shows."""
    return set(
        page.evaluate(
            """() => [...Atlas.scene.landsNow(), ...Atlas.scene.railsNow(),
                ...[...Atlas.scene.marks.drawn.values()].map((one) => one.feature)].map((one) => one.id)"""
        )
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_a_feature_is_drawn_in_its_period_alone(page, layer):
    feature, _, shown, hidden = LAYERS[layer]
    go(page, shown)
    assert feature in drawn(page)
    go(page, hidden)
    assert feature not in drawn(page)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_turned_off_in_the_menu(page, layer):
    feature, _, shown, _ = LAYERS[layer]
    go(page, shown)
    page.evaluate("Atlas.openTool('layers')")
    title = next(one["title"]["en"] for one in NEW if one["key"] == layer)
    page.locator("#atlas-drawer").get_by_label(title, exact=True).uncheck()
    idle(page)
    assert feature not in drawn(page)


@pytest.mark.parametrize("layer", LAYERS)
def test_search_finds_it(page, layer):
    _, name, _, _ = LAYERS[layer]
    page.evaluate("Atlas.openSearch()")
    page.locator("#atlas-drawer input").first.fill(name.lower())
    page.locator("#atlas-drawer").get_by_text(name).first.wait_for()


def test_the_legend_names_it_in_its_colour(page):
    go(page, "1618")
    legend = page.locator("#atlas-legend")
    text = legend.text_content()
    assert "Harbour League" in text
    assert "Post roads" in text
    assert "Beacons" in text
    road = legend.locator(".post-roads svg line").first
    assert road.get_attribute("stroke") == "#117733"
    sign = legend.locator(".legend-marks path.sign").first
    assert sign.evaluate("(node) => node.style.fill") == "rgb(170, 68, 153)"


def test_a_popup_shows_the_fields_that_the_declaration_names(page):
    page.evaluate("Atlas.select('coast-road', { popup: true, fly: false })")
    popup = page.locator(".leaflet-popup article.facts")
    popup.wait_for()
    words = popup.locator("dl").first.locator("dt").all_text_contents()
    assert words == ["Horses at each stage", "Owner"]
    assert "12" in popup.locator("dl").first.inner_text()
    page.evaluate("Atlas.state.set({ lang: 'zh' })")
    page.evaluate("Atlas.select('coast-road', { popup: true, fly: false })")
    page.get_by_text("每站馬匹").first.wait_for()


def test_a_tooltip_shows_the_fields_that_the_declaration_names(page):
    go(page, "1620")
    box = page.locator("#map").bounding_box()
    x, y = page.evaluate(
        "(() => { const p = atlasMap.latLngToContainerPoint([55.5, -3.5]); return [p.x, p.y]; })()"
    )
    page.mouse.move(box["x"] + x + 4, box["y"] + y)
    page.mouse.move(box["x"] + x, box["y"] + y)
    tip = page.locator("#atlas-tip")
    tip.wait_for()
    assert "Vell to Karst · Horses at each stage: 12" in tip.inner_text()
