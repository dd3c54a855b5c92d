"""The app in Chromium: slider and map move together, the view survives, a step is small, files open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from benchmarks.browser import served
from tests.browser.visits import until

ROOT = Path(__file__).resolve().parents[2]
STEP_BYTES = 3000
WAIT = 60_000


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    subprocess.run([sys.executable, "-m", "layers", "warm"], cwd=ROOT, check=True)
    with served(ROOT / "streamlit_app.py") as address:
        yield address


class Visit:
    """One reader's page of the app, with what it asked of the network and the bytes on its socket."""

    def __init__(
        self, browser: Browser, url: str, query: str = "", size: tuple[int, int] = (1440, 900)
    ) -> None:
        self.page: Page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.received = 0
        host = urlsplit(url).netloc
        self.page.on(
            "request",
            lambda request: (
                self.outside.append(request.url) if urlsplit(request.url).netloc not in (host, "") else None
            ),
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))
        self.page.goto(f"{url}/{query}")
        self.map = self.page.frame_locator(".atlas-frame iframe")
        self.range = self.map.locator("#atlas-range")
        self.range.wait_for(timeout=WAIT)
        expect(self.page.get_by_role("tab", name="Method")).to_be_visible(timeout=WAIT)
        self.settle()

    def _count(self, frame: str | bytes) -> None:
        self.received += len(frame)

    def settle(self) -> None:
        """Wait until the script has run and nothing has come over the socket for a moment."""
        before = -1
        while before != self.received:
            before = self.received
            expect(self.page.get_by_test_id("stApp")).to_have_attribute(
                "data-test-script-state", "notRunning", timeout=WAIT
            )
            self.page.wait_for_timeout(200)  # the app may ask for one run more

    def key(self, key: str) -> None:
        self.range.focus()
        self.range.press(key)

    def shows(self, year: int) -> None:
        expect(self.map.locator("#atlas-bar")).to_contain_text(str(year), timeout=WAIT)
        expect(self.page.get_by_role("slider", name="Year")).to_have_value(str(year), timeout=WAIT)

    @property
    def inside(self) -> Frame:
        return next(frame for frame in self.page.frames if frame.parent_frame)

    def view(self) -> dict[str, float]:
        return self.inside.evaluate(
            "() => { const {lat, lon, zoom} = window.Atlas.state.get(); return {lat, lon, zoom}; }"
        )


@pytest.fixture
def visit(browser, url) -> Iterator[Visit]:
    one = Visit(browser, url)
    yield one
    assert one.errors == []
    assert one.outside == []
    one.page.close()


def test_it_opens_on_1929_with_the_railway_war(visit):
    visit.shows(1929)
    expect(visit.map.locator("#atlas-panel")).to_contain_text("Chinese Eastern Railway")


def test_the_year_of_the_url_is_shown(browser, url):
    one = Visit(browser, url, "?year=1945")
    one.shows(1945)
    assert one.errors == []
    one.page.close()


def test_the_app_slider_moves_the_map(visit):
    slider = visit.page.get_by_role("slider", name="Year")
    slider.focus()
    slider.press("ArrowRight")
    visit.shows(1930)
    visit.page.wait_for_url("**year=1930**")


def test_the_maps_own_slider_moves_the_app(visit):
    for _ in range(3):
        visit.key("ArrowRight")
    visit.shows(1932)
    expect(visit.map.locator("#atlas-panel")).to_contain_text("Manchukuo")
    visit.page.wait_for_url("**year=1932**")


def test_pan_and_zoom_survive_a_step_of_either_slider(visit):
    visit.inside.evaluate("() => window.atlasMap.setView([44, 84], 6, {animate: false})")
    visit.settle()
    before = visit.view()
    visit.key("ArrowRight")
    visit.shows(1930)
    slider = visit.page.get_by_role("slider", name="Year")
    slider.focus()
    slider.press("ArrowRight")
    visit.shows(1931)
    assert visit.view() == before
    assert before["zoom"] == 6


def test_a_step_costs_at_most_three_kilobytes(visit):
    costs = []
    for year in range(1930, 1936):
        before = visit.received
        visit.key("ArrowRight")
        visit.shows(year)
        visit.settle()
        costs.append(visit.received - before)
    assert max(costs) <= STEP_BYTES, costs


def test_this_years_map_downloads_and_opens_offline(visit, browser, tmp_path):
    with visit.page.expect_download(timeout=WAIT) as waiting:
        visit.page.get_by_role("button", name="This map of 1929 as one HTML file").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors, requests = [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    expect(page.locator("#atlas-bar")).to_contain_text("1929")
    assert path.name == "frontier-atlas-1929.html"
    assert errors == []
    assert requests == [path.as_uri()]
    context.close()


def test_it_fits_a_phone_without_sideways_scroll(browser, url):
    one = Visit(browser, url, size=(390, 844))
    width = one.page.evaluate("() => document.scrollingElement.scrollWidth")
    assert width <= 390
    one.key("ArrowRight")
    one.shows(1930)
    assert one.errors == []
    one.page.close()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_axe_finds_nothing_serious(browser, url, size):
    one = Visit(browser, url, size=size)
    found = Axe().run(one.page).response["violations"]
    serious = {
        violation["id"]: [node["html"][:160] for node in violation["nodes"]]
        for violation in found
        if violation["impact"] in ("serious", "critical")
    }
    assert serious == {}
    one.page.close()


def test_a_bar_of_a_chart_takes_the_map_to_its_year(visit):
    chart = visit.page.locator(
        "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"
    ).first
    chart.scroll_into_view_if_needed()
    expect(chart).to_be_visible(timeout=WAIT)
    expect(visit.page.get_by_text("Who held Manchuria, by area")).to_be_visible()
    box = chart.bounding_box()
    chart.click(position={"x": box["width"] * 0.75, "y": box["height"] * 0.2})
    title = visit.map.locator(".brief-title")
    expect(title).not_to_have_text("1929 in brief", timeout=WAIT)
    year = int(title.inner_text()[:4])
    assert 1955 <= year <= 1985
    visit.shows(year)


def test_the_numbers_of_a_chart_can_be_had(visit, tmp_path):
    with visit.page.expect_download(timeout=WAIT) as waiting:
        visit.page.get_by_role("button", name="These numbers (CSV)").first.click()
    path = tmp_path / "area.csv"
    waiting.value.save_as(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "year,region,polity,area_km2"
    assert len(lines) > 92


def test_a_line_of_the_maps_own_brief_flies_and_sets_the_day(visit):
    visit.map.locator("#atlas-panel").get_by_text("Lahasusu").first.click()
    visit.page.wait_for_url("**date=1929-10-12**")
    until(visit.inside, "Atlas.state.get().zoom >= 5.5")
    there = visit.view()
    assert (round(there["lat"]), round(there["lon"])) == (48, 133)
