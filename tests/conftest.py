"""Fixtures that several test files share."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(scope="session")
def atlas_layers() -> dict[str, Any]:
    """Return the shipped layers, read once a session; tests must not change them."""
    import geo

    return geo.load_layers()
