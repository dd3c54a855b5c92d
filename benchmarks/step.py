"""One year further: time until the page shows it and bytes on the socket, against Folium in Streamlit."""

from __future__ import annotations

import time
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browser import ROOT, SCRIPTS, WAIT, chromium, function_in, served, visitor
from benchmarks.table import Row, Sample, Section

STEPS = range(1930, 1936)
BYTES = 3000
FOLLOW = 250
_WATCH = """([what, year]) => {
  window.atlasWait = Promise.all(what.map((one) => atlasStep(one, year)));
  window.atlasWait.catch(() => 0);
}"""


def measure() -> Section:
    """Step through eight years by the app's slider, by the page's, and by two plain scripts."""
    with chromium() as browser:
        with served(ROOT / "streamlit_app.py") as url:
            slider = _steps(browser, url, ["atlas"], "app")
            inside = _steps(browser, url, ["atlas", "slider"], "page")
        with served(SCRIPTS / "rebuild.py") as url:
            rebuilt = _steps(browser, url, ["folium"], "app")
        with served(SCRIPTS / "group.py") as url:
            grouped = _steps(browser, url, ["folium"], "app")
    section = Section("A year's step in the app", notes=_notes())
    ways = {
        "the app's slider": slider,
        "the map page's own slider": inside,
    }
    plain = {"(a) map rebuilt, `st_folium`": rebuilt, "(b) `feature_group_to_add`": grouped}
    for name, ours in ways.items():
        for against, theirs in plain.items():
            section.rows.append(Row(f"{name}: until the map shows it", _times(ours), _times(theirs), against))
    for name, ours in {**ways}.items():
        for against, theirs in plain.items():
            section.rows.append(
                Row(f"{name}: most bytes a step", _bytes(ours), _bytes(theirs), against, most=BYTES)
            )
    section.rows.append(
        Row("the app's slider follows the page's", _times(inside, 1), _times(rebuilt), "(a)", most=FOLLOW)
    )
    return section


Step = tuple[list[float], int]


def _steps(browser: Browser, url: str, what: list[str], slider: str) -> list[Step]:
    """Press the right arrow once a step; returns for each the ms until each of `what` is seen, and bytes."""
    context = visitor(browser)
    page = context.new_page()
    received = [0]

    def count(frame: Any) -> None:
        received[0] += len(frame)

    page.on("websocket", lambda socket: socket.on("framereceived", count))
    page.goto(url)
    handle = _handle(page, slider)
    handle.wait_for(timeout=WAIT)
    if "atlas" in what:
        page.get_by_role("tab").last.wait_for(timeout=WAIT)
    else:
        page.frame_locator("iframe").locator("path.of-1929").first.wait_for(timeout=WAIT, state="attached")
    _settle(page, received)
    page.evaluate(f"{function_in('step.js')}()")
    found = []
    for year in STEPS:
        before = received[0]
        handle.focus()
        page.evaluate(_WATCH, [what, year])
        handle.press("ArrowRight")
        times = page.evaluate("() => window.atlasWait")
        _settle(page, received)
        found.append((times, received[0] - before))
    context.close()
    return found


def _handle(page: Page, slider: str) -> Any:
    if slider == "page":
        return page.frame_locator(".atlas-frame iframe").locator("#atlas-range")
    return page.get_by_role("slider", name="Year").first


def _settle(page: Page, received: list[int], quiet: float = 1.0) -> None:
    """Wait until nothing has come over the socket for a while."""
    before, since = received[0], time.monotonic()
    while time.monotonic() - since < quiet:
        page.wait_for_timeout(100)
        if received[0] != before:
            before, since = received[0], time.monotonic()


def _times(steps: list[Step], place: int = 0) -> Sample:
    """Return the median of the first and of the second half of the steps."""
    half = len(steps) // 2
    return Sample(
        [median(times[place] for times, _ in part) for part in (steps[:half], steps[half:])], "ms", digits=0
    )


def _bytes(steps: list[Step]) -> Sample:
    return Sample([float(max(size for _, size in steps))], "bytes")


def _notes() -> list[str]:
    return [
        f"{len(STEPS)} steps by the right arrow from {STEPS[0] - 1}; from the key press to the frame in which "
        "the year's map is in the page (Folium: its paths; the atlas: its figures, which change with its map "
        "in one task). The median of three steps, the better of two such rounds.",
        "The plain scripts get Leaflet from this machine: no network time is counted against them.",
        "Streamlit's slider waits some 200 ms after the last key before it tells the script.",
        "'Follows': from the key press in the page until the app's own slider stands on the year.",
    ]
