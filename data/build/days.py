"""Days of the authored tables: full ISO days, which compare as text."""

from __future__ import annotations

import datetime as dt

from geo import dates
from geo.errors import DateError

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


def edtf_bounds(text: str) -> tuple[str, str] | None:
    """Return the first and last ISO day that an EDTF value may mean, None if it can't be read."""
    try:
        low, high = dates.uncertain_bounds(text)
    except DateError:
        return None
    return dates.iso_from_number(low) or "", dates.iso_from_number(high) or OPEN
