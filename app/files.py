"""The files that the app hands out: the map as self-contained HTML."""

from __future__ import annotations

from layers.cache import cached_page


def year_html(year: int) -> bytes:
    """Return the map of one year as a self-contained HTML file (UTF-8)."""
    from layers import build_map, to_html

    return to_html(build_map(year=year)).encode("utf-8")


def all_html() -> bytes:
    """Return the map of all years as a self-contained HTML file (UTF-8)."""
    return cached_page().encode("utf-8")
