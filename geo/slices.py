"""Slices in time: what stood on a day, what happened in a span, what changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo import dates
from geo.dates import Dateish
from geo.files import plain
from geo.frontier import Frontier, shipped
from geo.index import index_of
from geo.schema import rule_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CHANGE_FIELDS = (
    "date", "layer", "change", "id", "name", "name_zh", "name_ru", "controller", "sovereign", "status",
    "before", "before_name", "before_controller", "certainty", "sources",
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
    """Return what began or ceased in a span (`end` exclusive; all of `start` without it), by date.

    `change` is `begins`, or `ends` where nothing of the same land or line follows that day. `before` has the
    ids that a beginning feature follows on the same units (territories) or line (railways), with the first
    one's name and controller. What has stood since the frontier's first day didn't begin in it; borders
    follow from territories and are left out. Raises DateError.
    """
    frontier = frontier or shipped()
    span = dates.span(start, end)
    rows: list[dict[str, Any]] = []
    for key, frame in layers.items():
        if frontier.kind_of(key) != "outline":
            rows += _layer_changes(key, frame, span, frontier)
    lands = frontier.territories
    rows.sort(key=lambda row: (row["date"], row["layer"] not in lands, row["layer"], row["id"]))
    return pd.DataFrame(rows, columns=list(CHANGE_FIELDS), dtype=object)


def _layer_changes(
    key: str, frame: GeoDataFrame, span: dates.Span, frontier: Frontier
) -> list[dict[str, Any]]:
    index = index_of(frame)
    rows: list[dict[str, Any]] = []
    happening = rule_of(key, frontier) == "during"
    begins = ((index.start >= span.start) & (index.start < span.end)).nonzero()[0]
    ends = ((index.end >= span.start) & (index.end < span.end)).nonzero()[0]
    ids = frame["id"].to_numpy()
    parts = _parts(frame)
    ending: dict[int, list[int]] = {}
    for row in ends.tolist():
        ending.setdefault(int(index.end[row]), []).append(row)
    followed: set[int] = set()
    for row in begins.tolist():
        day = int(index.start[row])
        before = [] if happening else [one for one in ending.get(day, []) if parts[one] & parts[row]]
        followed.update(before)
        if day > frontier.days.start or happening:
            rows.append(_change(key, frame, row, day, "begins", before, ids))
    for row in () if happening else ends.tolist():
        if row not in followed:
            rows.append(_change(key, frame, row, int(index.end[row]), "ends", [row], ids))
    return rows


def _parts(frame: GeoDataFrame) -> list[set[str]]:
    """Return what each row is a state of: its units, or its stretch of line, or itself."""
    if "units" in frame:
        return [set(units or ()) for units in frame["units"]]
    for fields in (("line_id", "segment"), ("line", "segment")):
        if all(field in frame for field in fields):
            return [{"|".join(map(str, row))} for row in frame[list(fields)].itertuples(index=False)]
    return [{name} for name in frame["id"]]


def _change(
    key: str, frame: GeoDataFrame, row: int, day: int, change: str, before: list[int], ids: Any
) -> dict[str, Any]:
    found = {name: plain(frame[name].iat[row]) for name in CHANGE_FIELDS if name in frame}
    found |= {"date": dates.iso_from_number(day), "layer": key, "change": change}
    found["before"] = [str(ids[one]) for one in before]
    for field in ("name", "controller"):
        found[f"before_{field}"] = plain(frame[field].iat[before[0]]) if before and field in frame else None
    return found
