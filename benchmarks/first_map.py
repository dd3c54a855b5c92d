"""From `streamlit run` to a drawn map: the atlas against the least script that shows one."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import ROOT, SCRIPTS, WAIT, chromium, served, visitor, wait_for
from benchmarks.table import Row, Sample, Section

RUNS = 3
REST = 4
"""Seconds between two visitors, for the first one's work to end."""
_ATLAS = """() => [...document.querySelectorAll(".atlas-frame iframe")].some((frame) =>
  frame.contentWindow.Atlas?.view && frame.contentDocument.querySelector(".atlas-surface"))"""
_FOLIUM = """() => [...document.querySelectorAll("iframe")].some((frame) =>
  frame.contentDocument?.querySelector(".leaflet-container .leaflet-control-zoom"))"""


def measure() -> Section:
    """Start both scripts in turn, the page of the atlas being in its cache."""
    from layers.cache import cached_page

    cached_page(tiles=True)
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    with chromium() as browser:
        for _ in range(RUNS):
            ours.append(_start(browser, ROOT / "streamlit_app.py", _ATLAS))
            bare.append(_start(browser, SCRIPTS / "default_map.py", _FOLIUM))
    rows = [
        Row(
            what,
            Sample([run[place] for run in ours], "s", digits=2),
            Sample([run[place] for run in bare], "s", digits=2),
            "bare script",
            most_ratio=1.3,
        )
        for place, what in enumerate(("start to drawn map", "second visitor to drawn map"))
    ]
    rows[1].most_ratio = None
    return Section(
        "First map",
        rows,
        [
            "From the start of `streamlit run` in a new process, the page of the atlas in its cache, to the "
            "first frame with a map; the bare script shows `st_folium(folium.Map())`, whose tiles are not "
            "waited for, and whose Leaflet comes from this machine. Both are started in turn; Chromium runs already, each visit has an empty cache.",
        ],
    )


def _start(browser: Browser, script: Path, drawn: str) -> tuple[float, float]:
    """Return the seconds to the first visitor's map from the start, and to the second's from the visit."""
    begin = time.monotonic()
    with served(script, wait=False) as url:
        wait_for(url)
        _visit(browser, url, drawn)
        first = time.monotonic() - begin
        time.sleep(REST)
        begin = time.monotonic()
        _visit(browser, url, drawn)
        return first, time.monotonic() - begin


def _visit(browser: Browser, url: str, drawn: str) -> None:
    context = visitor(browser)
    page = context.new_page()
    page.goto(url, wait_until="commit")
    page.wait_for_function(drawn, timeout=WAIT, polling="raf")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    context.close()
