"""Days as whole numbers YYYYMMDD, the only dates that reach the browser.

The rule of periods (half-open, what an uncertain date may mean) is that of `geo.dates`.
"""

from __future__ import annotations

from geo.dates import ALWAYS, OPEN
from geo.frontier import Frontier, shipped
from layers.errors import SpanError

__all__ = [
    "ALWAYS",
    "OPEN",
    "day_from_number",
    "number_from_day",
    "span_from_years",
]


def number_from_day(day: str) -> int:
    """Return `YYYY-MM-DD` as an integer."""
    return int(day[:4]) * 10000 + int(day[5:7]) * 100 + int(day[8:10])


def day_from_number(number: int) -> str:
    """Return the integer YYYYMMDD as `YYYY-MM-DD`."""
    return f"{number // 10000:04d}-{number // 100 % 100:02d}-{number % 100:02d}"


def span_from_years(
    year: int | None = None,
    span: tuple[int | None, int | None] | None = None,
    frontier: Frontier | None = None,
) -> tuple[int, int]:
    """Return the first and last year asked for, the frontier's where none is.

    Raises
    ------
    SpanError
        If a year is outside the frontier, the span is turned round, or both year and span are given.
    """
    if year is not None and span is not None:
        raise SpanError(f"year {year} and span {span}: give one of the two")
    low, high = (frontier or shipped()).span
    first, last = (year, year) if year is not None else span or (None, None)
    first, last = low if first is None else first, high if last is None else last
    for bound in (first, last):
        if not low <= bound <= high:
            raise SpanError(f"year {bound} is outside the atlas: choose one from {low} to {high}")
    if first > last:
        raise SpanError(f"span {first}-{last} is turned round: write {last}-{first}")
    return first, last
