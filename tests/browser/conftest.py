"""One headless Chromium a worker; the export, made once a run; a reader's page that watches for faults."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window, closed after the run."""
    with chromium() as made:
        yield made


@pytest.fixture(scope="session")
def export(atlas_page) -> str:
    """The address of the whole atlas as a file."""
    return str(atlas_page.as_uri())
