"""What is worth computing once per frame: its periods as integers, and its polygons in a spatial index.

An index is kept beside the frame, never in it (`attrs` travel to slices and would lie there). It
holds the two date columns, so pandas' copy-on-write puts any later change of the frame into new arrays: then
the columns no longer share memory, and the index is made again.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from geo import dates
from geo.errors import DataFileError, DateError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_KEPT: dict[int, tuple[weakref.ref[Any], FrameIndex]] = {}


class FrameIndex:
    """Periods and polygons of one frame, by position of the row."""

    def __init__(self, frame: GeoDataFrame) -> None:
        """Read the periods of a frame; its polygons are taken up when first asked for."""
        missing = [name for name in ("start_date", "end_date") if name not in frame]
        if missing:
            raise DataFileError(
                f"the layer has no column {' or '.join(missing)}: load it with geo.load_layers"
            )
        self._columns = (frame["start_date"], frame["end_date"])
        self.start = _numbers(frame, "start_date", empty=dates.ALWAYS)
        """First days, YYYYMMDD."""
        self.end = _numbers(frame, "end_date", empty=dates.OPEN)
        """Days after the last, YYYYMMDD."""
        self._tree: Any = None

    def fits(self, frame: GeoDataFrame) -> bool:
        """Tell whether the frame still has the dates that were read."""
        return len(frame) == len(self.start) and all(
            column.name in frame and _same(frame[column.name], column) for column in self._columns
        )

    def holding(self, day: int) -> Numbers:
        """Return the rows whose period contains a day (YYYYMMDD)."""
        return np.flatnonzero((self.start <= day) & (day < self.end))

    def touching(self, span: tuple[int, int]) -> Numbers:
        """Return the rows whose period shares a day with a half-open span (YYYYMMDD)."""
        return np.flatnonzero((self.start < span[1]) & (span[0] < self.end))

    def pairs(
        self, frame: GeoDataFrame, points: Any, days: Numbers | None, near: float = 0
    ) -> tuple[Numbers, Numbers]:
        """Return which points (lon/lat) lie in which rows' polygons, on the points' days if given.

        `near` (degrees) widens the search: only boxes are compared then, the caller measures.
        """
        tree = frame.sindex  # geopandas keeps it until the geometry changes
        if tree is not self._tree:
            shapely.prepare(tree.geometries)
            self._tree = tree
        if near:
            boxes = shapely.get_coordinates(points)
            points = shapely.box(*(boxes - near).T, *(boxes + near).T)
        which, row = tree.query(points)
        if days is not None:
            then = (self.start[row] <= days[which]) & (days[which] < self.end[row])
            which, row = which[then], row[then]
        shapes = np.asarray(tree.geometries, dtype=object)[row]
        if near:
            return which, row
        by_shape = np.argsort(row, kind="stable")  # one prepared polygon after the other
        which, row, shapes = which[by_shape], row[by_shape], shapes[by_shape]
        inside = shapely.intersects_xy(shapes, shapely.get_x(points)[which], shapely.get_y(points)[which])
        inside &= shapely.get_dimensions(shapes) == 2
        return which[inside], row[inside]


def index_of(frame: GeoDataFrame) -> FrameIndex:
    """Return the frame's index, made at first use and again when its dates have changed."""
    kept = _KEPT.get(id(frame))
    if kept is not None and kept[0]() is frame and kept[1].fits(frame):
        return kept[1]
    index = FrameIndex(frame)
    key = id(frame)

    def forget(gone: weakref.ref[Any]) -> None:
        if key in _KEPT and _KEPT[key][0] is gone:
            del _KEPT[key]

    _KEPT[key] = (weakref.ref(frame, forget), index)
    return index


def _same(now: pd.Series, then: pd.Series) -> bool:
    one, other = now.array, then.array
    if isinstance(one, pd.arrays.NumpyExtensionArray) and isinstance(other, pd.arrays.NumpyExtensionArray):
        return bool(np.shares_memory(one.to_numpy(), other.to_numpy()))
    return now.equals(then)


def _numbers(frame: GeoDataFrame, name: str, *, empty: int) -> Numbers:
    """Return a column of dates (text or datetimes) as YYYYMMDD; each distinct date is read once."""
    column = frame[name]
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    codes, values = pd.factorize(column.to_numpy(dtype=object), use_na_sentinel=True)
    numbers = np.full(len(values) + 1, empty, dtype=np.int64)
    for place, value in enumerate(values):
        try:
            if value != "":
                numbers[place] = dates.earliest(value)
        except DateError as error:
            row = int(np.flatnonzero(codes == place)[0])
            of = f" of feature {frame['id'].iat[row]}" if "id" in frame else ""
            raise DateError(f"{name}{of}: {error}") from None
    return numbers[codes]
