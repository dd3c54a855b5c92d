"""What passed from one row of a layer to another, and on which day.

A row passes something on where it held the day before what another row holds on the day: land by its units
(or its outline, where a layer has none), a railway by its line and course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely

from geo import dates
from geo.index import index_of
from geo.measure import area_km2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geopandas import GeoDataFrame

_SHARE = 1e-3
"""Of a land's area, of a line's length: what is less is the rounding of outlines."""
_LINE_FIELDS = ("line_id", "line")


class Passage(NamedTuple):
    """From one day to the next something went from a row to another; None: nobody's that the layer shows."""

    day: int
    before: int | None
    after: int | None
    area_km2: float
    """Of the land that passed; 0 of a line."""

    @property
    def row(self) -> int:
        """The row that it went to, or else the one that it left."""
        return self.after if self.after is not None else self.before or 0


class Shares:
    """What the rows of a frame have in common, by position of the row."""

    def __init__(self, frame: GeoDataFrame) -> None:
        """Take up the rows' units, lines and outlines."""
        shapes = frame.geometry.to_numpy()
        self._shapes = np.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes))
        self._units = [_listed(units) for units in frame["units"]] if "units" in frame else None
        line = next((field for field in _LINE_FIELDS if field in frame), None)
        self._lines = frame[line].tolist() if line else None
        self._areas: dict[int, float] = {}

    def area(self, row: int) -> float:
        """Return the area of a row's land, km2; rows of one outline are measured once."""
        shape = self._shapes[row]
        if id(shape) not in self._areas:
            self._areas[id(shape)] = area_km2(shape)
        return self._areas[id(shape)]

    def meet(self, one: int, other: int) -> bool:
        """Tell whether two rows have land, or a stretch of one line, in common."""
        if self._units is not None and self._units[one] and self._units[other]:
            return bool(self._units[one] & self._units[other])
        if self._lines is not None and self._lines[one] != self._lines[other]:
            return False
        shapes = self._shapes[one], self._shapes[other]
        if any(shape is None or shape.is_empty for shape in shapes) or not shapely.intersects(*shapes):
            return False
        common = shapely.intersection(*shapes)
        least = min(shape.area or shape.length for shape in shapes)
        return bool((common.area if shapes[0].area else common.length) > _SHARE * least)

    def common_area(self, one: int, other: int) -> float:
        """Return the area of the land that two rows have in common, km2; 0 for lines."""
        if not (self._shapes[one].area and self._shapes[other].area):
            return 0.0
        if self._units is not None and self._units[one] and self._units[other]:
            if self._units[one] <= self._units[other]:
                return self.area(one)
            if self._units[other] <= self._units[one]:
                return self.area(other)
        return area_km2(shapely.intersection(self._shapes[one], self._shapes[other]))

    def rest_area(self, row: int, others: Sequence[int]) -> float | None:
        """Return the area of the land of a row that none of some others has, km2; None if there is none.

        A line is whole: it has a rest of no area if there are no others.
        """
        shape = self._shapes[row]
        if shape is None or not shape.area:
            return None if others else 0.0
        if self._units is not None and self._units[row]:
            if self._units[row] <= frozenset().union(*(self._units[other] for other in others)):
                return None
            return self.area(row) - sum(self.common_area(row, other) for other in others)
        rest = self.area(row) - sum(self.common_area(row, other) for other in others)
        return rest if rest > _SHARE * self.area(row) else None


def _listed(units: Any) -> frozenset[str]:
    """Return the units of a row; none where a reader other than ours has made a text of them."""
    return frozenset() if units is None or isinstance(units, str | float) else frozenset(units)


def passages(frame: GeoDataFrame, span: dates.Span, *, since: int) -> list[Passage]:
    """Return what passed in a layer (WGS 84) on the days of a span, by day.

    What stands since the day `since`, the first that the layer knows of, didn't pass on it.
    """
    index = index_of(frame)
    shares = Shares(frame)
    found: list[Passage] = []
    for row in ((index.start >= span.start) & (index.start < span.end)).nonzero()[0].tolist():
        day = int(index.start[row])
        if day <= since:
            continue
        held = index.holding(dates.next_day(day, -1)).tolist()
        before = [one for one in held if one != row and shares.meet(one, row)]
        found += [Passage(day, one, row, shares.common_area(one, row)) for one in before]
        rest = shares.rest_area(row, before)
        if rest is not None:
            found.append(Passage(day, None, row, rest))
    for row in ((index.end >= span.start) & (index.end < span.end)).nonzero()[0].tolist():
        day = int(index.end[row])
        after = [one for one in index.holding(day).tolist() if one != row and shares.meet(one, row)]
        rest = shares.rest_area(row, after)
        if rest is not None:
            found.append(Passage(day, row, None, rest))
    return sorted(found, key=lambda one: (one.day, one.after is None, one.after or 0, one.before or 0))
