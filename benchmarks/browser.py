"""Chromium by Playwright, and Streamlit servers to point it at."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright
from xstatic.pkg import leaflet

from benchmarks.machine import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(__file__).resolve().parent / "scripts"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZE = {"width": 1280, "height": 800}
WAIT = 30_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser) -> BrowserContext:
    """Return a new visitor of a browser, for whom what Folium links is answered here, at once.

    Leaflet comes from its registry package and the other links (jQuery, Bootstrap, icons, tiles) are empty: the
    baselines need no network, and none of its time is counted against them.
    """
    context = browser.new_context(viewport=SIZE)
    context.route(re.compile("^https:"), _answer)
    return context


def _answer(route: Route) -> None:
    name = route.request.url.rpartition("/")[2].partition("?")[0]
    path = Path(leaflet.BASE_DIR) / name
    if name in ("leaflet.js", "leaflet.css"):
        route.fulfill(path=path)
    else:
        kind = {"js": "text/javascript", "css": "text/css"}.get(name.rpartition(".")[2], "image/png")
        route.fulfill(body="", content_type=kind)


@contextmanager
def served(script: Path, *, wait: bool = True) -> Iterator[str]:
    """Yield the address of a Streamlit script that runs for the while; `wait` until it answers."""
    port = _free_port()
    options = {"port": str(port), "headless": "true", "address": "127.0.0.1", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [part for name, value in options.items() for part in (f"--server.{name}", value)]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    server = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        url = f"http://127.0.0.1:{port}"
        if wait:
            wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(url: str, seconds: float = 60) -> None:
    """Wait until a Streamlit server answers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2)
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"{url} didn't answer within {seconds:g} s: run its script by hand to see why")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def function_in(name: str) -> str:
    """Return the JavaScript function of a file of `scripts/` as an expression (linters end it with a semicolon)."""
    return f"({(SCRIPTS / name).read_text(encoding='utf-8').rstrip().rstrip(';')})"
