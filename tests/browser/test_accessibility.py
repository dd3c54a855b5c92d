"""axe-core on the exported page, with every tool open; keyboard, focus, motion, announcements, width."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visits import SIZES, idle, opened, visit

GROUNDS = {"light": "0", "dark": "1"}
FOCUSABLE = (
    "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex='0']"
)


@pytest.fixture(params=SIZES)
def page(request, browser) -> Iterator[Page]:
    with visit(browser, SIZES[request.param]) as shown:
        yield shown


def tools(page: Page) -> list[str]:
    """Return the ids of the tools that have a drawer."""
    return [str(node.get_attribute("data-tool")) for node in page.locator("[data-tool][aria-controls]").all()]


def serious(page: Page, where: str) -> list[str]:
    """Return axe's serious and critical findings, each with its place, target and remedy."""
    found: dict[str, Any] = Axe().run(page).response
    return [
        f"{where}: {rule['id']} ({rule['impact']}) at {json.dumps(node['target'])}: {node['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("ground", GROUNDS)
def test_axe_finds_nothing_serious(page, export, ground):
    opened(page, export + f"#1932/46.00/105.00/4?dark={GROUNDS[ground]}", hint=True)
    findings = serious(page, "first steps")
    page.keyboard.press("Escape")
    findings += serious(page, "plain")
    if page.locator(".legend.closed").count():
        page.locator(".legend-head").click()
        findings += serious(page, "legend")
        page.locator(".legend-head").click()
    for tool in tools(page):
        page.evaluate("(id) => Atlas.openTool(id)", tool)
        idle(page)
        findings += serious(page, f"tool {tool}")
        page.evaluate("Atlas.closeTool()")
    page.evaluate(
        "Atlas.select(Atlas.model.features.clashes.find((one) => one.casualties).id, {popup: true})"
    )
    idle(page)
    page.evaluate(
        "document.querySelectorAll('.leaflet-popup details').forEach((one) => { one.open = true; })"
    )
    page.evaluate("document.querySelector('.term')?.click()")
    findings += serious(page, "popup")
    page.evaluate("Atlas.map.closePopup()")
    for tab in [node.get_attribute("aria-controls") for node in page.locator(".tab").all()]:
        page.evaluate(
            "(id) => { Atlas.showPanel(id.replace('atlas-panel-', '')); Atlas.showSheet(true); }", tab
        )
        idle(page)
        findings += serious(page, f"panel {tab}")
    page.evaluate("Atlas.showSheet(false); Atlas.state.set({compare: '1931-09-01'})")
    idle(page)
    findings += serious(page, "comparing")
    page.evaluate("Atlas.state.set({compare: '', chapter: Atlas.payload.tour[0]?.id ?? ''})")
    idle(page)
    findings += serious(page, "chapter")
    page.evaluate("Atlas.state.set({chapter: ''}); Atlas.openTool('search')")
    page.locator("#atlas-drawer input").first.fill("Harbin")
    idle(page)
    findings += serious(page, "search results")
    assert not findings, "\n".join(sorted(set(findings)))


def test_nothing_scrolls_sideways(page, export):
    opened(page, export)
    overflowing = """() => {
        const rooms = '.drawer-body, .panel-room, .legend-body, .leaflet-popup-content';
        const wide = [...document.querySelectorAll(rooms)]
            .filter((one) => one.offsetParent && one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.className);
        if (document.documentElement.scrollWidth > innerWidth) wide.push('page');
        return wide;
    }"""
    found = {"plain": page.evaluate(overflowing)}
    for lang in ("en", "zh", "ru"):
        page.evaluate("(lang) => Atlas.state.set({lang})", lang)
        for tool in tools(page):
            page.evaluate("(id) => Atlas.openTool(id)", tool)
            idle(page)
            found[f"{tool} {lang}"] = page.evaluate(overflowing)
            box = page.locator("#atlas-drawer").bounding_box()
            bar = page.locator("#atlas-bar").bounding_box()
            assert box["x"] >= 0, tool
            assert box["x"] + box["width"] <= page.viewport_size["width"], tool
            assert box["y"] + box["height"] <= bar["y"], tool
        page.evaluate("Atlas.closeTool()")
    assert not {where: what for where, what in found.items() if what}


def test_every_control_is_reached_by_tab_and_shows_its_focus(page, export):
    opened(page, export)
    page.evaluate(
        """(selector) => {
            window.wanted = [...document.querySelectorAll(selector)]
                .filter((one) => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0);
            document.activeElement.blur();
        }""",
        FOCUSABLE,
    )
    reached, unseen = [], []
    for _ in range(page.evaluate("wanted.length") + 25):
        page.keyboard.press("Tab")
        at, seen, text = page.evaluate(
            """() => {
                const one = document.activeElement;
                const style = getComputedStyle(one);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                const seen = ring || style.boxShadow !== 'none';
                return [wanted.indexOf(one), seen, one.outerHTML.slice(0, 90)];
            }"""
        )
        if at >= 0:
            reached.append(at)
            if not seen:
                unseen.append(text)
    missed = page.evaluate(
        "(got) => wanted.filter((_, at) => !got.includes(at)).map((one) => one.outerHTML.slice(0, 99))",
        reached,
    )
    assert not missed
    assert not unseen


def test_tools_open_and_close_by_keyboard_and_give_the_focus_back(page, export):
    opened(page, export)
    for tool in tools(page):
        button = page.locator(f"[data-tool='{tool}']")
        button.focus()
        page.keyboard.press("Enter")
        idle(page)
        assert button.get_attribute("aria-expanded") == "true", tool
        assert page.evaluate("!!document.activeElement.closest('#atlas-drawer')"), tool
        page.keyboard.press("Escape")
        assert page.locator("#atlas-drawer").is_hidden(), tool
        assert button.evaluate("(node) => node === document.activeElement"), tool


def test_a_change_of_language_keeps_the_focus_in_the_drawer(page, export):
    opened(page, export)
    page.locator("[data-tool=layers]").click()
    choice = page.locator("#atlas-drawer select").last
    choice.focus()
    choice.select_option("ru")
    idle(page)
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    assert page.evaluate("document.activeElement.value") == "ru"


def test_date_and_changes_are_announced(page, export):
    opened(page, export + "#1931/46.00/105.00/4")
    live = page.locator("#atlas-live")
    assert live.get_attribute("aria-live") == "polite"
    page.locator("body").press("ArrowRight")
    idle(page)
    said = live.inner_text()
    assert "31 December 1932" in said
    assert "changes of hands: " in said
    assert page.locator("#atlas-range").get_attribute("aria-valuetext") == "31 December 1932"


def test_reduced_motion_is_honoured(page, export):
    opened(page, export)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
            const style = getComputedStyle(one);
            const times = [...style.transitionDuration.split(','), ...style.animationDuration.split(',')];
            return one.checkVisibility() && times.some((text) => parseFloat(text) > 0.01);
        }).map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert not moving
    page.evaluate("Atlas.flyTo({lat: 43.8, lon: 87.6, zoom: 6})")
    idle(page)
    assert page.evaluate("Atlas.map.getCenter().lng") == pytest.approx(87.6, abs=0.1)


def test_touch_targets_on_a_phone_are_large_enough(browser, export):
    with visit(browser, SIZES["phone"], has_touch=True) as page:
        opened(page, export)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, select, input')].filter((one) => {
                const box = one.getBoundingClientRect();
                return one.checkVisibility() && box.width > 0 && (box.width < 24 || box.height < 24);
            }).map((one) => one.outerHTML.slice(0, 100))"""
        )
    assert not small
