"""Which name a polity or a town bore on a day, or in a span: the rule for build, page, print and charts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from geo import dates
from geo.dates import Span

POLITIES = "polities.json"
"""File of a data folder with the polities' names by date."""
Row = TypeVar("Row", bound=Mapping[str, Any])


@cache
def polities_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the names of the polities of a data folder by key, as its file has them; none without it."""
    path = folder / POLITIES
    found: dict[str, list[dict[str, Any]]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def polity_on(folder: Path, key: str, day: int) -> str:
    """Return the English name of a polity on a day (YYYYMMDD); its key if it has none."""
    row = name_on(polities_of(folder).get(key, ()), day)
    return row["name"] if row else key


def name_on(rows: Sequence[Row], day: int) -> Row | None:
    """Return the row whose name was borne on a day (YYYYMMDD); None if there are no rows.

    Of several at once the one begun last; between two and after the last the one borne before; before the
    first, the first. A row has its half-open period as integers `start` and `end`, or as `start_date` and
    `end_date` as a file has them.
    """
    spans = [_span(row) for row in rows]
    held = [place for place, span in enumerate(spans) if span.contains(day)]
    begun = held or [place for place, span in enumerate(spans) if span.start <= day]
    if begun:
        return rows[max(begun, key=lambda place: spans[place].start)]
    return rows[min(range(len(rows)), key=lambda place: spans[place].start)] if rows else None


def name_over(rows: Sequence[Row], span: tuple[int, int]) -> Row | None:
    """Return the row whose name was borne longest in a half-open span of days; None if there is none."""

    def borne(row: Row) -> int:
        start, end = _span(row)
        return dates.days_between(max(start, span[0]), min(end, span[1]))

    return max(rows, key=borne, default=None)


def _span(row: Mapping[str, Any]) -> Span:
    if "start" in row:
        return Span(row["start"], row["end"])
    return dates.period(row["start_date"], row["end_date"])
