"""Days as whole numbers YYYYMMDD, the only dates that reach the browser.

Periods are half-open. The bounds of an uncertain date come from its EDTF text, by the rule in
`geo.dates`.
"""

from __future__ import annotations

from datetime import date, timedelta

from layers.errors import SpanError

ALWAYS, OPEN = 0, 99991231
FIRST_YEAR, LAST_YEAR = 1900, 1991


def number_from_day(day: str) -> int:
    """Return `YYYY-MM-DD` as an integer."""
    return int(day[:4]) * 10000 + int(day[5:7]) * 100 + int(day[8:10])


def day_from_number(number: int) -> str:
    """Return the integer YYYYMMDD as `YYYY-MM-DD`."""
    return f"{number // 10000:04d}-{number // 100 % 100:02d}-{number % 100:02d}"


def span_from_years(year: int | None = None, span: tuple[int, int] | None = None) -> tuple[int, int]:
    """Return the first and last year asked for, the whole atlas when none is.

    Raises
    ------
    SpanError
        If a year is outside 1900-1991, the span is turned round, or both year and span are given.
    """
    if year is not None and span is not None:
        raise SpanError(f"year {year} and span {span}: give one of the two")
    first, last = (year, year) if year is not None else span or (FIRST_YEAR, LAST_YEAR)
    for bound in (first, last):
        if not FIRST_YEAR <= bound <= LAST_YEAR:
            raise SpanError(f"year {bound} is outside the atlas: choose one from {FIRST_YEAR} to {LAST_YEAR}")
    if first > last:
        raise SpanError(f"span {first}-{last} is turned round: write {last}-{first}")
    return first, last


def range_from_edtf(text: str) -> tuple[int, int]:
    """Return the first and last day (integers) that an EDTF date may mean.

    What stands in the text is taken strictly: a month means its days, an interval its two ends. An
    approximate or uncertain date (`~`, `?`) is widened by its own precision: ten days for a day, a month for
    a month, half a year for a year.
    """
    from edtf import parse_edtf

    found = parse_edtf(text)
    low, high = date(*found.lower_strict()[:3]), date(*found.upper_strict()[:3])
    if "~" in text or "?" in text or "%" in text:
        width = {0: 183, 1: 30}.get(text.split("/")[0].count("-"), 10)
        low, high = low - timedelta(days=width), high + timedelta(days=width)
    return number_from_day(low.isoformat()), number_from_day(high.isoformat())
