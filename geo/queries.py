"""Who held a point: on a day, for many points at once, and through time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo import dates
from geo.dates import Dateish
from geo.errors import PointError
from geo.files import plain
from geo.frontier import Frontier, shipped
from geo.index import index_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

HOLDER_FIELDS = (
    "layer", "id", "name", "name_zh", "name_ru", "controller", "sovereign", "status", "start_date",
    "end_date", "certainty", "sources",
)  # fmt: skip
"""Fields of an answer, in order; more may follow."""
_MORE = ("name_local", "polity", "controller_key", "sovereign_key", "claimants")
_REST = ("capital", "start_edtf", "end_edtf", "note")
_KM_PER_DEGREE = 111.2

Layers = Mapping[str, "GeoDataFrame"]


def who_held(
    layers: Layers,
    lon: float,
    lat: float,
    date: Dateish,
    *,
    near: float = 0,
    frontier: Frontier | None = None,
) -> list[dict[str, Any]]:
    """Return what holds a point on a day (a year: its 31 December), territories first.

    `lon`/`lat` in WGS 84 degrees. Each answer has `HOLDER_FIELDS`, then the rest of what is known. With
    `near` (km) a point that nobody holds, such as a harbour off the drawn coast, gets the nearest holder
    within that distance, told in `distance_km`. Raises PointError, DateError.
    """
    return who_held_each(layers, [lon], [lat], [date], near=near, frontier=frontier)[0]


def who_held_each(
    layers: Layers,
    lons: Sequence[float] | np.ndarray,
    lats: Sequence[float] | np.ndarray,
    days: Sequence[Dateish] | np.ndarray,
    *,
    near: float = 0,
    frontier: Frontier | None = None,
) -> list[list[dict[str, Any]]]:
    """Return `who_held` for many points at once, in their order. Raises PointError, DateError."""
    x, y = _checked(lons, lats)
    if len(days) != len(x):
        raise PointError(f"{len(x)} points and {len(days)} days: give each point its day")
    known: dict[Any, int] = {}
    numbers = np.empty(len(x), dtype=np.int64)
    for place, day in enumerate(days):
        if day not in known:
            known[day] = dates.moment(day)
        numbers[place] = known[day]
    return _answers(layers, x, y, numbers, near, frontier or shipped())


def history(
    layers: Layers, lon: float, lat: float, *, near: float = 0, frontier: Frontier | None = None
) -> list[dict[str, Any]]:
    """Return who held a point through time: an answer as of `who_held` for each tenure, by its first day.

    `lon`/`lat` in WGS 84 degrees, `near` in km. Raises PointError.
    """
    x, y = _checked([lon], [lat])
    spans = _answers(layers, x, y, None, near, frontier or shipped())[0]
    return sorted(spans, key=lambda span: (span["start_date"] or "", span["layer"], span["id"]))


def polity_names(layers: Layers) -> dict[str, str]:
    """Return a readable name for each polity key that the layers' controllers and sovereigns have."""
    names: dict[str, str] = {}
    for frame in layers.values():
        for role in ("controller", "sovereign"):
            if role in frame and f"{role}_key" in frame:
                names |= dict(zip(frame[f"{role}_key"], frame[role], strict=True))
    return names


def _checked(lons: Any, lats: Any) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.asarray(lons, dtype=float), np.asarray(lats, dtype=float)
    if x.shape != y.shape or x.ndim != 1:
        raise PointError(f"{x.size} longitudes and {y.size} latitudes: give two flat lists of one length")
    for name, values, limit in (("longitude", x, 180), ("latitude", y, 90)):
        bad = np.flatnonzero(~(np.abs(values) <= limit))
        if len(bad):
            raise PointError(
                f"{name} {values[bad[0]]:g} (point {bad[0] + 1}) is outside -{limit}..{limit}: "
                "give WGS 84 degrees, longitude first"
            )
    return x, y


def _holding_layers(layers: Layers, frontier: Frontier) -> Iterable[tuple[str, GeoDataFrame]]:
    """Yield the layers that can hold land: territories, then those that aren't declared."""
    for key in (*frontier.territories, *(key for key in layers if key not in frontier.declared)):
        if key in layers:
            yield key, layers[key]


def _answers(
    layers: Layers, x: np.ndarray, y: np.ndarray, days: np.ndarray | None, near: float, frontier: Frontier
) -> list[list[dict[str, Any]]]:
    answers: list[list[dict[str, Any]]] = [[] for _ in range(len(x))]
    points = shapely.points(x, y)
    for key, frame in _holding_layers(layers, frontier):
        if len(frame):
            which, rows = index_of(frame).pairs(frame, points, days)
            records = _records(key, frame, rows, frontier)
            for place, row in zip(which.tolist(), rows.tolist(), strict=True):
                answers[place].append(records[row].copy())
    if near:
        for place, answer in enumerate(answers):
            if not answer:
                one = slice(place, place + 1)
                answer += _nearest(layers, points[one], None if days is None else days[one], near, frontier)
    return answers


def _records(
    key: str, frame: GeoDataFrame, rows: np.ndarray, frontier: Frontier
) -> dict[int, dict[str, Any]]:
    names = (*HOLDER_FIELDS, *_MORE, *frontier.views, *_REST)
    columns = {name: frame[name].to_numpy() if name in frame else None for name in names}
    found: dict[int, dict[str, Any]] = {}
    for row in np.unique(rows).tolist():
        record = {
            name: None if values is None else plain(values[row])
            for name, values in columns.items()
            if values is not None or name in HOLDER_FIELDS
        }
        record["layer"] = key
        found[row] = record
    return found


def _nearest(
    layers: Layers, point: Any, days: np.ndarray | None, near: float, frontier: Frontier
) -> list[dict[str, Any]]:
    """Return the holders in the one layer whose land is nearest to a point, within `near` km."""
    lon, lat = float(shapely.get_x(point)[0]), float(shapely.get_y(point)[0])
    stretch = max(np.cos(np.radians(lat)), 0.05)
    best: tuple[float, list[dict[str, Any]]] = (near, [])
    for key, frame in _holding_layers(layers, frontier):
        if not len(frame):
            continue
        _, rows = index_of(frame).pairs(frame, point, days, near / _KM_PER_DEGREE / stretch)
        rows = np.unique(rows)
        away = [_distance_km(frame.geometry.iat[row], lon, lat) for row in rows.tolist()]
        if not away or min(away) > best[0]:
            continue
        close = [row for row, km in zip(rows.tolist(), away, strict=True) if km <= min(away) + 0.05]
        records = _records(key, frame, np.asarray(close), frontier)
        best = (min(away), [records[row] | {"distance_km": round(min(away), 1)} for row in close])
    return best[1]


def _distance_km(shape: Any, lon: float, lat: float) -> float:
    """Return how far a shape is from a point, km, on a plane that is true to scale there."""
    stretch = max(np.cos(np.radians(lat)), 0.05)
    near = shapely.transform(shape, lambda xy: (xy - (lon, lat)) * (stretch * _KM_PER_DEGREE, _KM_PER_DEGREE))
    return float(near.distance(shapely.Point(0, 0)))
