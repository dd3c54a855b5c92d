"""The period rule of the atlas, in its one place.

A period is half-open: its first day belongs to it, its end day is the first day of what follows, an empty
end means "still so". Days are compared as whole numbers YYYYMMDD; an open end is `OPEN`. A date may be known
to the day, the month or the year; a moment given as a year or a month means its last day (the slider's 1945
is 31 December 1945). Uncertain dates are EDTF (ISO 8601-2 level 1), read with the `edtf` package.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from operator import index
from typing import NamedTuple, SupportsIndex

from geo.errors import DateError

ALWAYS = 0
"""Stands for an unknown, earlier start."""
OPEN = 99991231
"""Stands for an open end: still so."""

_REMEDY = "write a year (1945), a month (1945-08), a day (1945-08-20) or EDTF (1934-06~)"
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_OPEN_WORDS = {"", ".."}
_QUALIFIED = re.compile(r"[~?%]")
_WIDTH = {0: 183, 1: 30, 2: 10}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Dateish = str | int | dt.date
"""What the functions take as a date: ISO or EDTF text, a year or YYYYMMDD integer, a date or datetime."""


class Span(NamedTuple):
    """A half-open period as integers YYYYMMDD: `start` belongs to it, `end` doesn't."""

    start: int
    end: int

    def contains(self, day: int) -> bool:
        """Tell whether a day (YYYYMMDD) belongs to the period."""
        return self.start <= day < self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Tell whether two half-open periods share a day."""
        return max(self.start, other[0]) < min(self.end, other[1])


def number_from_date(day: dt.date) -> int:
    """Return a date as the integer YYYYMMDD."""
    return day.year * 10000 + day.month * 100 + day.day


def date_from_number(number: int) -> dt.date:
    """Return the integer YYYYMMDD as a date; raises DateError if there is no such day."""
    try:
        return dt.date(number // 10000, number // 100 % 100, number % 100)
    except ValueError as error:
        raise DateError(f"date {number!r} is not a day YYYYMMDD: {error}; {_REMEDY}") from None


def iso_from_number(number: int) -> str | None:
    """Return the integer YYYYMMDD as an ISO day, None for an open bound (`ALWAYS`, `OPEN`)."""
    if number in (ALWAYS, OPEN):
        return None
    return f"{number // 10000:04d}-{number // 100 % 100:02d}-{number % 100:02d}"


def next_day(number: int, days: int = 1) -> int:
    """Return the day so many days on (negative: back), as integers YYYYMMDD; an open bound stays open."""
    if number in (ALWAYS, OPEN):
        return number
    try:
        return number_from_date(date_from_number(number) + dt.timedelta(days=days))
    except OverflowError:
        raise DateError(f"date {number!r} moved by {days} days leaves the calendar") from None


def bounds(value: Dateish) -> tuple[int, int]:
    """Return the first and last day (YYYYMMDD, both included) of what a date says.

    The text is taken strictly: `1934-06` is all of June, `1934-06~` as well (see `uncertain_bounds`), an
    interval its two ends, `1933/..` runs to `OPEN` and `../1933` from `ALWAYS`. Raises DateError.
    """
    if isinstance(value, dt.date):
        day = number_from_date(value)
        return day, day
    if isinstance(value, bool) or not isinstance(value, str | SupportsIndex):
        raise DateError(f"date {value!r} can't be read: {_REMEDY}")
    if not isinstance(value, str):
        value = index(value)  # numpy's integers as well
    if isinstance(value, int):
        if 1 <= value <= 9999:
            return value * 10000 + 101, value * 10000 + 1231
        if value != OPEN:
            date_from_number(value)
        return value, value
    return _bounds_from_text(value.strip())


def earliest(value: Dateish) -> int:
    """Return the first day (YYYYMMDD) of what a date says: 1945 is 1 January 1945."""
    return bounds(value)[0]


def latest(value: Dateish) -> int:
    """Return the last day (YYYYMMDD) of what a date says: 1945 is 31 December 1945."""
    return bounds(value)[1]


def moment(value: Dateish) -> int:
    """Return the one day (YYYYMMDD) that a moment means: a year or month stands for its last day.

    Raises DateError for an interval, which is no moment.
    """
    if isinstance(value, str) and "/" in value:
        raise DateError(f"date {value!r} is an interval, not one day: give one of its ends")
    return latest(value)


def period(start: Dateish | None, end: Dateish | None = None) -> Span:
    """Return the half-open period from `start` to `end` (exclusive), as a feature's two dates say it.

    Both bounds mean the first day of what they say; None or empty is open. Raises DateError if it is empty
    or turned round.
    """
    first = ALWAYS if start in (None, "") else earliest(start)
    last = OPEN if end in (None, "") else earliest(end)
    if first >= last:
        raise DateError(
            f"period {start!r} to {end!r} is empty: the end, first day of what follows, must be later"
        )
    return Span(first, last)


def whole(value: Dateish) -> Span:
    """Return all that a date says as a half-open period: 1945 is 1945-01-01 to 1946-01-01."""
    first, last = bounds(value)
    return Span(first, next_day(last))


def span(start: Dateish, end: Dateish | None = None) -> Span:
    """Return the period to search in: all of `start` if `end` is None, else up to `end` (exclusive)."""
    return whole(start) if end is None else period(start, end)


@lru_cache(maxsize=8192)
def uncertain_bounds(text: str) -> tuple[int, int]:
    """Return the first and last day (YYYYMMDD) that an EDTF date may mean.

    What is approximate or uncertain (`~`, `?`, `%`) is widened by its own precision: a day by ten days, a
    month by thirty, a year by half a year. Each end of an interval is widened by itself. Raises DateError.
    """
    low, high = bounds(text)
    parts = text.strip().split("/")
    before, after = _width(parts[0]), _width(parts[-1])
    return next_day(low, -before), next_day(high, after)


def precision(text: str) -> str:
    """Return `day`, `month` or `year`: how exactly an ISO or EDTF date is known (an interval: its start)."""
    return ("year", "month", "day")[min(_QUALIFIED.sub("", text.split("/")[0]).count("-"), 2)]


def readable(value: Dateish) -> str:
    """Return a date in words, at its own precision: `20 August 1945`, `about June 1934`, `1912`."""
    if isinstance(value, str) and "/" in value:
        first, last = value.split("/")
        if first in _OPEN_WORDS:
            return f"{readable(last)} or earlier"
        return (
            f"{readable(first)} or later"
            if last in _OPEN_WORDS
            else f"between {readable(first)} and {readable(last)}"
        )
    low, high = bounds(value)
    if low == OPEN:
        return "still so"
    year, month, day = low // 10000, low // 100 % 100, low % 100
    if low == high:
        said = f"{day} {_MONTHS[month - 1]} {year}"
    elif low // 100 == high // 100:
        said = f"{_MONTHS[month - 1]} {year}"
    elif (low % 10000, high) == (101, year * 10000 + 1231):
        said = str(year)
    else:
        said = f"between {readable(low)} and {readable(high)}"
    if isinstance(value, str) and _QUALIFIED.search(value):
        said = f"{'possibly' if '?' in value else 'about'} {said}"
    return said


def _width(text: str) -> int:
    if not _QUALIFIED.search(text):
        return 0
    return _WIDTH[min(_QUALIFIED.sub("", text).count("-"), 2)]


@lru_cache(maxsize=8192)
def _bounds_from_text(text: str) -> tuple[int, int]:
    found = _ISO.fullmatch(text)
    if found:
        return _bounds_from_iso(text, *found.groups())
    if re.fullmatch(r"\d{8}", text):
        day = number_from_date(date_from_number(int(text)))
        return day, day
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]*", text):
        return _bounds_from_text(text[:10])
    if text.count("/") == 1:
        first, last = text.split("/")
        if first in _OPEN_WORDS and last in _OPEN_WORDS:
            raise DateError(f"date {text!r} has no bound at all: {_REMEDY}")
        low = ALWAYS if first in _OPEN_WORDS else _bounds_from_text(first)[0]
        high = OPEN if last in _OPEN_WORDS else _bounds_from_text(last)[1]
        if low > high:
            raise DateError(f"interval {text!r} is turned round: write the earlier end first")
        return low, high
    return _bounds_from_edtf(text)


def _bounds_from_iso(text: str, year: str, month: str | None, day: str | None) -> tuple[int, int]:
    try:
        if day is not None:
            exact = number_from_date(dt.date(int(year), int(month or 0), int(day)))
            return exact, exact
        first, last = int(month or 1), int(month or 12)
        low = number_from_date(dt.date(int(year), first, 1))
        return low, int(year) * 10000 + last * 100 + monthrange(int(year), last)[1]
    except ValueError as error:
        if month is not None and day is None and 21 <= int(month) <= 24:
            return _bounds_from_edtf(text)
        raise DateError(f"date {text!r} is not in the calendar: {error}; {_REMEDY}") from None


def _bounds_from_edtf(text: str) -> tuple[int, int]:
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        found = parse_edtf(text)
        low, high = found.lower_strict(), found.upper_strict()
        return (
            number_from_date(dt.date(*low[:3])),
            number_from_date(dt.date(*high[:3])),
        )
    except (EDTFParseException, AttributeError, TypeError, ValueError, OverflowError):
        raise DateError(f"date {text!r} can't be read: {_REMEDY}") from None
