"""A reader's visit to an exported page: opened from disk with the network off, every fault noted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Browser, Frame, Page

from layers.__main__ import cli

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
TURNS = 1000  # of 20 ms at least, until a condition is given up
SIZES = {"wide": WIDE, "phone": PHONE}


@contextmanager
def visit(browser: Browser, size: dict[str, int], **options: Any) -> Iterator[Page]:
    """Yield a new reader's page; afterwards it must have met no error."""
    context = browser.new_context(offline=True, viewport=size, reduced_motion="reduce", **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    context.close()
    assert not faults


def opened(page: Page, url: str, *, hint: bool = False) -> Page:
    """Load a page anew and wait for its rest; the first steps are put away unless `hint`."""
    page.goto("about:blank")  # the same page with another hash would not be loaded
    page.goto(url)
    idle(page)
    if not hint and page.locator(".hint").count():
        page.locator(".hint-skip").click()
    return page


def idle(page: Page | Frame) -> None:
    """Wait until all that a change set off has run, the page's hash included."""
    until(page, "window.Atlas")  # the data is unpacked after the page has loaded
    page.evaluate("Atlas.idle()")


def until(page: Page | Frame, condition: str) -> None:
    """Wait until a JavaScript expression holds, asked inside the page (its policy forbids Playwright's own way)."""
    page.evaluate(
        f"""async () => {{
            for (let turn = 0; !({condition}); turn += 1) {{
                if (turn === {TURNS}) throw new Error("never came true: " + {json.dumps(condition)});
                await new Promise((done) => setTimeout(done, 20));
            }}
        }}"""
    )


def go(page: Page, date: str) -> None:
    """Show a date."""
    page.evaluate("(date) => { Atlas.state.set({ date }); return Atlas.idle(); }", date)


def exported(folder: Path, path: Path) -> Path:
    """Export a folder of layers by the command line; returns the path of the page."""
    done = CliRunner().invoke(cli, ["export", "--data", str(folder), "-o", str(path)])
    assert done.exit_code == 0, done.output
    return path


BRIEF = """(panel) => {
  const shut = () => panel.querySelectorAll("[aria-expanded=false]");
  for (const one of shut()) one.click();
  const ids = (item) => {
    const parts = [...item.querySelectorAll(".parts [data-id]")];
    return (parts.length ? parts : [...item.querySelectorAll("[data-id]")]).map((one) => one.dataset.id);
  };
  const lines = (key) => [...panel.querySelectorAll(`.brief-${key} > ul > li`)].map((item) => {
    const side = item.querySelector(".line .pass");
    return [side ? side.textContent.trim().replaceAll("\\u2192", "->") : "", ids(item)];
  });
  return {
    headline: panel.querySelector(".headline").textContent,
    counts: panel.querySelector(".counts").textContent,
    ...Object.fromEntries(["hands", "standing", "clashes", "events", "rail"].map((key) => [key, lines(key)])),
  };
}"""
"""What the panel of a year says: its headline, its counts, and the words and feature ids of each line."""
