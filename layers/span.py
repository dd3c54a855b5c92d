"""The span of years of a map, checked against the frontier's."""

from __future__ import annotations

from geo.frontier import Frontier, shipped
from layers.errors import SpanError


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
