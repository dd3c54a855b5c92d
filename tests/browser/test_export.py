"""The export in Chromium, from disk and with the network off: what a reader who got the file sees."""

from __future__ import annotations

import html as html_text
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import layers
from tests.browser.visits import idle, opened

SMALL = {"width": 800, "height": 500}


class Watched:
    """A page of an offline browser, with every request, console error and exception it made."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context = browser.new_context(offline=True, **{"viewport": SMALL, **options})
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on(
            "console",
            lambda message: (
                self.faults.append(message.text) if message.type in ("error", "warning") else None
            ),
        )

    def open(self, url: str) -> Page:
        return opened(self.page, url, hint=True)

    def assert_quiet(self, files: int = 1) -> None:
        outside = [url for url in self.requests if not url.startswith(("file:", "data:", "blob:", "about:"))]
        assert not outside
        assert sum(url.startswith("file:") for url in self.requests) <= files
        assert not self.faults


@pytest.fixture
def watched(browser) -> Iterator[Watched]:
    found = Watched(browser)
    yield found
    found.context.close()


def shown_hash(page: Page) -> str:
    idle(page)
    return str(page.evaluate("location.hash"))


def picture(page: Page) -> str:
    return sha256(page.locator(".leaflet-container").first.screenshot(animations="disabled")).hexdigest()


def test_opens_from_disk_without_a_request_or_an_error(watched, export):
    page = watched.open(export)
    assert page.locator(".leaflet-container path, .leaflet-container canvas").count() > 0
    assert "1929" in page.inner_text("body")
    watched.assert_quiet()


def test_stepping_through_the_years_gives_forty_pictures(watched, export):
    page = watched.open(export + "#1900/46.0/105.0/4")
    page.locator("body").press("Home")
    seen = set()
    for _ in range(92):
        seen.add(picture(page))
        page.keyboard.press("ArrowRight")
    assert len(seen) >= 40
    assert shown_hash(page).startswith("#1991")
    watched.assert_quiet()


def test_a_hash_link_opens_its_year_and_view(watched, export):
    page = watched.open(export + "#1945/44.0/85.0/5")
    year = page.locator("#atlas-bar .year")
    assert year.inner_text() == "1945"
    view = page.evaluate("[atlasMap.getCenter().lat, atlasMap.getCenter().lng, atlasMap.getZoom()]")
    assert view == pytest.approx([44, 85, 5], abs=0.6)
    page.evaluate("location.hash = '#1912/50.0/100.0/4'")
    idle(page)
    assert year.inner_text() == "1912"
    watched.assert_quiet()


def test_tuva_enters_the_union_in_1944(watched, export):
    """The land under Kyzyl changes its fill between the end of 1943 and the end of 1944."""
    page = watched.open(export + "#1943/51.7/94.5/6")
    idle(page)
    before = picture(page)
    page.evaluate("location.hash = '#1944/51.7/94.5/6'")
    idle(page)
    assert picture(page) != before
    data = page.evaluate("Atlas.model.features.tuva.map(({start, end, polity}) => ({start, end, polity}))")
    held = {day: {f["polity"] for f in data if f["start"] <= day < f["end"]} for day in (19431231, 19441231)}
    assert held == {19431231: {"tuva"}, 19441231: {"ussr"}}


@pytest.mark.parametrize("how", ["src", "srcdoc"])
def test_works_in_an_iframe(watched, export, atlas_page, tmp_path, how):
    inner = export if how == "src" else html_text.escape(atlas_page.read_text(encoding="utf-8"))
    outer = tmp_path / "outer.html"
    outer.write_text(
        f'<!doctype html><meta charset="utf-8"><iframe width="780" height="480" {how}="{inner}"></iframe>',
        encoding="utf-8",
    )
    watched.page.goto(outer.as_uri())
    frame = watched.page.frames[1]
    idle(frame)
    assert "1929" in frame.inner_text("body")
    frame.locator("input[type=range]").first.press("ArrowRight")
    idle(frame)
    assert frame.evaluate("Atlas.view.day") == 19301231
    watched.assert_quiet(files=2)


def test_embed_hides_extras(watched, export):
    page = watched.open(export)
    full = page.inner_text("body")
    watched.open(f"{export}?embed=1")
    assert len(page.inner_text("body")) < len(full)


def test_without_javascript_a_picture_and_a_sentence(browser, export):
    found = Watched(browser, java_script_enabled=False)
    found.page.goto(export)
    assert found.page.locator("svg path").count() > 5
    assert "Who held Manchuria" in found.page.inner_text("body")
    box = found.page.locator("svg").first.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] > 150
    found.context.close()


def test_a_request_of_the_page_is_refused_by_its_policy(browser, export):
    found = Watched(browser)
    sent: list[str] = []
    found.context.route("http*://**", lambda route: (sent.append(route.request.url), route.abort()))
    page = found.open(export)
    refused = page.evaluate(
        """async () => {
            const violations = [];
            const note = (event) => violations.push(event.effectiveDirective);
            document.addEventListener("securitypolicyviolation", note);
            new Image().src = "https://example.org/a.png";
            await fetch("https://example.org/").catch(() => {});
            const script = document.createElement("script");
            script.textContent = "window.intruder = true";
            document.body.append(script);
            await new Promise((resolve) => setTimeout(resolve, 200));
            return [violations, window.intruder === undefined];
        }"""
    )
    assert {"img-src", "connect-src"} <= set(refused[0])
    assert refused[1]
    assert not sent
    found.context.close()


def test_one_year_opens_on_it(watched, atlas_layers, tmp_path):
    path = tmp_path / "1945.html"
    path.write_text(layers.to_html(layers.build_map(atlas_layers, year=1945)), encoding="utf-8")
    page = watched.open(path.as_uri())
    assert "1945" in page.inner_text("body")
    watched.assert_quiet()
