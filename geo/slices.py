"""Slices in time: what stood on a day, what happened in a span, what changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo import dates
from geo.dates import Dateish
from geo.frontier import Frontier, shipped
from geo.index import index_of
from geo.passages import Passage, passages
from geo.schema import rule_of
from geo.states import Rows

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CHANGE_FIELDS = (
    "date", "layer", "change", "id", "name", "name_zh", "name_ru", "controller", "sovereign", "status",
    "before", "before_name", "before_controller", "brings", "certainty", "sources",
)  # fmt: skip


def as_of(frame: GeoDataFrame, date: Dateish) -> GeoDataFrame:
    """Return the features whose period contains a day; a year or month means its last day.

    Raises DateError.
    """
    return frame.take(index_of(frame).holding(dates.moment(date)))


def during(frame: GeoDataFrame, start: Dateish, end: Dateish | None = None) -> GeoDataFrame:
    """Return the features whose period shares a day with a span, `end` exclusive.

    Without `end` the span is all that `start` says: `during(clashes, 1929)` is the whole year. Raises
    DateError.
    """
    return frame.take(index_of(frame).touching(dates.span(start, end)))


def shown(
    frame: GeoDataFrame, date: Dateish, *, layer: str, frontier: Frontier | None = None
) -> GeoDataFrame:
    """Return what a layer shows for a date: clashes and events during it, the others as of it."""
    return during(frame, date) if rule_of(layer, frontier) == "during" else as_of(frame, date)


def changes(
    layers: Mapping[str, GeoDataFrame],
    start: Dateish,
    end: Dateish | None = None,
    *,
    frontier: Frontier | None = None,
) -> pd.DataFrame:
    """Return the rows that began or ceased in a span (`end` exclusive; all of `start` without it), by date.

    `change` is `begins`, or `ends` where nothing of some of its land, or of its line, follows that day.
    `before` has the ids that a beginning feature follows, with the first one's name and controller. `brings`
    says what that changes, as `geo.year` tells it: `hands`, `standing`, `railways`; None where a row begins
    and none of it changes, and for what merely happens. What has stood since the frontier's first day didn't
    begin in it; borders follow from territories and are left out. Raises DateError.
    """
    frontier = frontier or shipped()
    span = dates.span(start, end)
    rows: list[dict[str, Any]] = []
    for key, frame in layers.items():
        if rule_of(key, frontier) == "during":
            rows += _happenings(Rows(key, frame), span)
        elif frontier.kind_of(key) != "outline":
            rows += _successions(Rows(key, frame), span, frontier)
    lands = frontier.territories
    rows.sort(key=lambda row: (row["date"], row["layer"] not in lands, row["layer"], row["id"]))
    return pd.DataFrame(rows, columns=list(CHANGE_FIELDS), dtype=object)


def _happenings(rows: Rows, span: dates.Span) -> list[dict[str, Any]]:
    start = index_of(rows.frame).start
    begun = ((start >= span.start) & (start < span.end)).nonzero()[0]
    return [_change(rows, row, int(start[row]), "begins", [], None) for row in begun.tolist()]


def _successions(rows: Rows, span: dates.Span, frontier: Frontier) -> list[dict[str, Any]]:
    passed: dict[tuple[int, int, str], list[Passage]] = {}
    for one in passages(rows.frame, span, since=frontier.days.start):
        passed.setdefault((one.day, one.row, "ends" if one.after is None else "begins"), []).append(one)
    line = frontier.kind_of(rows.key) == "line"
    found = []
    for (day, row, change), listed in passed.items():
        differences = (rows.line_difference(one) if line else rows.land_difference(one) for one in listed)
        brings = {difference.what for difference in differences if difference}
        before = [one.before for one in listed if one.before is not None]
        found.append(_change(rows, row, day, change, before, min(brings, default=None)))
    return found


def _change(
    rows: Rows, row: int, day: int, change: str, before: list[int], brings: str | None
) -> dict[str, Any]:
    found = {name: rows.cell(row, name) for name in CHANGE_FIELDS}
    found |= {"date": dates.iso_from_number(day), "layer": rows.key, "change": change, "brings": brings}
    found["before"] = [str(rows.cell(one, "id")) for one in before]
    for field in ("name", "controller"):
        found[f"before_{field}"] = rows.cell(before[0], field) if before else None
    return found
