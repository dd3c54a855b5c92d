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

from geo import words
from geo.errors import DateError
from geo.words import When

ALWAYS = 0
"""Stands for an unknown, earlier start."""
OPEN = 99991231
"""Stands for an open end: still so."""

_REMEDY = "write a year (1945), a month (1945-08), a day (1945-08-20) or EDTF (1934-06~)"
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_OPEN_WORDS = {"", ".."}
_MARKS = ("~", "?", "%")
_QUALIFIED = re.compile(r"[~?%]")
_LEVEL_1 = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)")
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


def year_of(number: int) -> int:
    """Return the year of a day (YYYYMMDD)."""
    return number // 10000


def years(first: int, last: int) -> Span:
    """Return the days of some years, both included, as a half-open period."""
    return period(first, last + 1)


def next_day(number: int, days: int = 1) -> int:
    """Return the day so many days on (negative: back), as integers YYYYMMDD; an open bound stays open."""
    if number in (ALWAYS, OPEN):
        return number
    try:
        return number_from_date(date_from_number(number) + dt.timedelta(days=days))
    except OverflowError:
        raise DateError(f"date {number!r} moved by {days} days leaves the calendar") from None


def days_between(start: int, end: int) -> int:
    """Return the number of days from one day (YYYYMMDD) to another, negative if it is earlier."""
    return (date_from_number(end) - date_from_number(start)).days


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
    month by thirty, a season by half of it, a year or a decade likewise by half. Each end of an interval is
    widened by itself. (The `edtf` package adds up the paddings of all parts instead, a year and a month for
    `1934-06~`: a window of 26 months would let pass nearly any contradiction.) Raises DateError.
    """
    low, high = bounds(text)
    parts = text.strip().split("/")
    before, after = _width(parts[0]), _width(parts[-1])
    return next_day(low, -before), next_day(high, after)


def precision(text: str) -> str:
    """Return how exactly an ISO or EDTF date is known (an interval: its start).

    One of `day`, `month`, `season`, `year`, `decade`, `century`. Raises DateError.
    """
    bounds(text)
    first, _, last = text.strip().partition("/")
    first = last if first in _OPEN_WORDS else first
    found = _date_from_edtf(first)
    if found is None:
        low, high = bounds(first)
        return next(name for name, days in _LENGTHS if days_between(low, high) < days)
    if found.decade:
        return "decade"
    if found.day:
        return "day"
    return "year" if not found.month else "season" if found.month in _SEASON_MONTHS else "month"


def readable(value: Dateish, lang: str = "en") -> str:
    """Return a date in words at its own precision: `20 August 1945`, `about June 1934`, `the 1930s`.

    `lang` is en, zh (traditional) or ru. Raises DateError.
    """
    return _said(value, lang, "")


def short(value: Dateish, lang: str = "en") -> str:
    """Return a date in a few characters for a list under its year: `18 Sep`, `c. Jun`, `7–12 Nov`.

    Empty where no more than the year is known. `lang` as for `readable`. Raises DateError.
    """
    first, last = _ends(value)
    if first is None or last is None:
        return ""
    return words.short(first, lang) if first == last else words.short_between(first, last, lang)


def preceded(word: str, value: Dateish, lang: str = "en") -> str:
    """Return a date behind a preposition (from, to, 自, 至, с, до), in the case that it takes.

    `from about June 1934`, `примерно с июня 1934`, `from a day between 7 and 12 November 1944`.
    Raises DateError.
    """
    return _said(value, lang, word)


def _said(value: Dateish, lang: str, word: str) -> str:
    first, last = _ends(value)
    if first is not None and last is not None:
        if first == last:
            return words.after(word, first, lang) if word else words.said(first, lang)
        return words.after_between(word, first, last, lang) if word else words.between(first, last, lang)
    known, side = (first, "later") if first is not None else (last, "earlier")
    if known is None:
        return {"en": "still so", "zh": "至今", "ru": "по сей день"}[lang]
    return words.or_other(known, lang, side, word=word)


_SEASON_MONTHS = {words.SPRING: 3, words.SUMMER: 6, words.AUTUMN: 9, words.WINTER: 12}
_LENGTHS = (("day", 1), ("month", 31), ("season", 92), ("year", 366), ("decade", 3653), ("century", 10**6))
_WIDTHS = {"day": 10, "month": 30, "season": 45, "year": 183, "decade": 1826, "century": 18262}


def _width(text: str) -> int:
    return _WIDTHS[precision(text)] if _QUALIFIED.search(text) else 0


def _ends(value: Dateish) -> tuple[When | None, When | None]:
    """Return the two ends of what a date says, twice the same if it is no interval; None is open."""
    if isinstance(value, str) and "/" in value:
        bounds(value)
        first, last = ("" if part.strip() in _OPEN_WORDS else part for part in value.split("/"))
        return _ends(first)[0] if first else None, _ends(last)[1] if last else None
    text = value.strip() if isinstance(value, str) else ""
    found = _date_from_edtf(text)
    low, high = bounds(value)
    if found is not None:
        return found, found
    if low == OPEN:
        return None, None
    mark = "".join(sorted(set(_QUALIFIED.findall(text))))
    one, other = _spanned(low, high)
    mark = mark if len(mark) < 2 else "%"
    return one._replace(mark=mark), other._replace(mark=mark)


def _spanned(low: int, high: int) -> tuple[When, When]:
    """Return two days as the largest unit that they bound: a day, a month, a year, or some of these."""
    (year, month, day), (last_year, last_month, last_day) = (
        (number // 10000, number // 100 % 100, number % 100) for number in (low, high)
    )
    if low == high:
        return When(year, month, day), When(year, month, day)
    if (low % 10000, high % 10000) == (101, 1231):
        return When(year), When(last_year)
    if day == 1 and last_day == monthrange(last_year, last_month)[1]:
        return When(year, month), When(last_year, last_month)
    return When(year, month, day), When(last_year, last_month, last_day)


@lru_cache(maxsize=8192)
def _date_from_edtf(text: str) -> When | None:
    """Return one date of EDTF level 1 (no interval) by its parts, None for what has another form."""
    found = _LEVEL_1.fullmatch(text)
    if not found:
        return None
    year, month, day, mark = found.groups()
    if "X" in year:
        decade = not month and year[2] != "X"
        return When(int(year[:3]) * 10, decade=True, mark=mark) if decade else None
    known_month, known_day = (0 if part in (None, "XX") else int(part) for part in (month, day))
    if known_day and not known_month:
        return None
    return When(int(year), known_month, known_day, mark=mark)


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
    if text[-1:] in _MARKS and _ISO.fullmatch(text[:-1]):
        return _bounds_from_text(text[:-1])
    return _bounds_from_edtf(text)


def _bounds_from_iso(text: str, year: str, month: str | None, day: str | None) -> tuple[int, int]:
    try:
        if day is not None:
            exact = number_from_date(dt.date(int(year), int(month or 0), int(day)))
            return exact, exact
        first, last = int(month or 1), int(month or 12)
        if first in _SEASON_MONTHS:
            return _bounds_of_season(int(year), _SEASON_MONTHS[first])
        low = number_from_date(dt.date(int(year), first, 1))
        return low, int(year) * 10000 + last * 100 + monthrange(int(year), last)[1]
    except ValueError as error:
        raise DateError(f"date {text!r} is not in the calendar: {error}; {_REMEDY}") from None


def _bounds_of_season(year: int, month: int) -> tuple[int, int]:
    """Return three months from one on; a winter is that which begins in its year's December."""
    last_year, last = (year, month + 2) if month < 12 else (year + 1, 2)
    low = number_from_date(dt.date(year, month, 1))
    return low, last_year * 10000 + last * 100 + monthrange(last_year, last)[1]


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
