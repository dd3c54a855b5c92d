"""Dragging the slider through all years: time from input event to painted frame, and long tasks.

Chromium gets real mouse moves (CDP) on the page's own slider, a year a move and one move a frame, to and
fro for ten seconds. `scripts/probe.js` notes for each `input` event when the main thread had painted its
frame, and how far apart frames come: a picture that is slow to put together delays the next one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Frame, Page

from benchmarks.browser import ROOT, SCRIPTS, SIZE, WAIT, chromium, function_in, served
from benchmarks.table import Row, Sample, Section, spread

SLIDER = "#atlas-range"
YEARS = range(1900, 1992)
SECONDS = 10
RUNS = 2
PACE = 1 / 60
LONG = 50
EMPTY = "empty handler"
FRAME = 16.7
MANY_FRAME = 33


def measure() -> Section:
    """Drag the slider of an empty page, the export, ten thousand features, and the app."""
    with TemporaryDirectory() as folder, chromium() as browser, served(ROOT / "streamlit_app.py") as app:
        pages = {
            EMPTY: (SCRIPTS / "empty.html").as_uri(),
            "the export": _export(Path(folder)).as_uri(),
            "10,000 features": _many(Path(folder)).as_uri(),
            "the app": app,
        }
        found = {name: [drag(browser, url) for _ in range(RUNS)] for name, url in pages.items()}
    section = Section("Scrubbing: from input event to painted frame", notes=_notes(found))
    for name in ("the app", "the export", "10,000 features"):
        most = MANY_FRAME if name.startswith("10,000") else FRAME
        for what, part, place, target in (
            ("event to painted, median", "painted", 0, None),
            ("event to painted, p95", "painted", 1, most),
            ("event to painted, max", "painted", 2, None),
            ("pointer to painted, p95", "pointer", 1, None),
            ("processor time of a frame, median", "work", 0, None),
            ("processor time of a frame, p95", "work", 1, most),
        ):
            ours, empty = (
                Sample([spread(run[part])[place] for run in found[one]], "ms", digits=1)
                for one in (name, EMPTY)
            )
            section.rows.append(Row(f"{name}: {what}", ours, empty, EMPTY, most=target))
        ours, empty = (
            Sample([len(run["long"]) for run in found[one]], "tasks", digits=0) for one in (name, EMPTY)
        )
        what = f"{name}: over {LONG} ms of processor time, in {SECONDS} s"
        section.rows.append(Row(what, ours, empty, EMPTY, most=0))
    return section


def drag(browser: Browser, url: str) -> dict[str, Any]:
    """Drag the slider of one page for `SECONDS`; times in ms."""
    page = browser.new_page(viewport=SIZE)
    page.goto(url)
    frame = _frame_with_slider(page)
    page.wait_for_timeout(2500)
    frame.evaluate(function_in("probe.js"), SLIDER)
    slider = frame.locator(SLIDER)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    browser.start_tracing(page=page, categories=["toplevel"])
    _move(page, box, _to_and_fro())
    page.wait_for_timeout(300)
    tasks = _task_times(browser.stop_tracing())
    probe = frame.evaluate("atlasProbe")
    page.close()
    inputs = probe["inputs"]
    assert len(inputs) > 20, f"{url}: only {len(inputs)} input events came of the drag"
    return {
        "painted": [one["painted"] - one["event"] for one in inputs],
        "pointer": [one["painted"] - one["pointer"] for one in inputs],
        "work": sorted(tasks)[-len(inputs) :],
        "long": [length for length in tasks if length > LONG],
        "tasks": probe["tasks"],
        "frames": probe["frames"],
        "shifts": probe["shifts"],
    }


def _task_times(trace: bytes) -> list[float]:
    """Return the processor time (ms) of each task of the main thread, from a Chromium trace."""
    events = json.loads(trace)["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event.get("name") == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    return [
        event.get("tdur", event["dur"]) / 1000
        for event in events
        if event.get("ph") == "X"
        and event["name"] == "ThreadControllerImpl::RunTask"
        and (event["pid"], event["tid"]) in main
    ]


def _frame_with_slider(page: Page) -> Frame:
    deadline = time.monotonic() + WAIT / 1000
    while time.monotonic() < deadline:
        for frame in page.frames:
            if frame.locator(SLIDER).count():
                return frame
        page.wait_for_timeout(100)
    raise TimeoutError(f"{page.url} has no {SLIDER}")


def _to_and_fro() -> Iterable[float]:
    """Yield places on the slider, 0 to 1, a year further each time."""
    while True:
        for way in (YEARS, reversed(YEARS)):
            for year in way:
                yield (year - YEARS[0]) / (len(YEARS) - 1)


def _move(page: Page, box: dict[str, float], places: Iterable[float], thumb: float = 18) -> None:
    left, width, y = box["x"] + thumb / 2, box["width"] - thumb, box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()
    begin = due = time.monotonic()
    for place in places:
        page.mouse.move(left + width * place, y)
        due = max(due + PACE, time.monotonic())
        if due - begin > SECONDS:
            break
        time.sleep(max(0, due - time.monotonic()))
    page.mouse.up()


def _export(folder: Path) -> Path:
    path = folder / "atlas.html"
    subprocess.run(
        [sys.executable, "-m", "layers", "export", "-o", str(path)], cwd=ROOT, check=True, capture_output=True
    )
    return path


def _many(folder: Path) -> Path:
    import layers
    from benchmarks.features import made_up

    path = folder / "many.html"
    path.write_text(layers.to_html(layers.build_map(made_up())), encoding="utf-8")
    return path


def _notes(found: dict[str, list[dict[str, Any]]]) -> list[str]:
    notes = [
        f"Measured over {SECONDS} s of dragging by real mouse moves, one year a move, at most 60 moves a "
        "second. 'Painted' is the first task after the frame's style, layout and paint on the main thread; the "
        "event's clock starts at the `input` event, or, 'pointer to painted', when the mouse moved (Chromium "
        "holds moves back until the next frame). Pictures are put together in other threads, and one that is "
        "slow delays the next frame (below).",
        "Processor time: the main thread alone, from a Chromium trace; a frame's events, script, style, layout, "
        "paint and canvas drawing are one task, so the heaviest tasks, one an event, are taken. It doesn't count "
        "the time for which other programs had the processor.",
    ]
    for name, runs in found.items():
        best = min(runs, key=lambda run: spread(run["painted"])[1])
        beat = spread(best["frames"])
        notes.append(
            f"{name}: {len(best['painted'])} events; frames every {beat[0]:.1f} ms (p95 {beat[1]:.1f}, max "
            f"{beat[2]:.0f}); "
            f"layout shift {best['shifts']:.3f}; {len(best['tasks'])} tasks over {LONG} ms by the clock; heaviest "
            f"task {max(best['work']):.0f} ms of processor time."
        )
    return notes
