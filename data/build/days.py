"""Days of the authored tables: ISO days, their order, and the EDTF forms beside them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser import EDTFParseException

OPEN = "9999-12-31"
"""Stands for an open end in comparisons; ISO days compare as strings."""


def is_day(text: str) -> bool:
    """Tell whether `text` is a full ISO day that exists."""
    if len(text) != 10:
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def next_day(text: str) -> str:
    """Return the day after an ISO day."""
    return (dt.date.fromisoformat(text) + dt.timedelta(days=1)).isoformat()


def days_between(start: str, end: str) -> int:
    """Return the number of days from one ISO day to another."""
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def end_or_open(text: str) -> str:
    """Return an end day for comparison: the day itself, or `OPEN` if empty."""
    return text or OPEN


@lru_cache(maxsize=4096)
def edtf_bounds(text: str) -> tuple[str, str] | None:
    """Return the first and last ISO day that an EDTF value can mean, or None if it does not parse."""
    try:
        value = parse_edtf(text)
        low, high = value.lower_fuzzy(), value.upper_fuzzy()
        first = f"{low.tm_year:04d}-{low.tm_mon:02d}-{low.tm_mday:02d}"
        last = f"{high.tm_year:04d}-{high.tm_mon:02d}-{high.tm_mday:02d}"
    except (EDTFParseException, AttributeError, TypeError, ValueError, OverflowError):
        return None
    return first, last
