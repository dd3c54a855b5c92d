"""The frame of still plates: projection, what is drawn on a day, and where names find room.

Albers' equal-area conic on WGS 84 with standard parallels 35 and 55 N and centre 46 N, 107 E: areas
compare truly, and the frontier runs level. Plate coordinates are metres.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity

from layers.arcs import lonlat_arcs, polygon_from_shape, ring_points
from layers.days import day_from_number

CRS = "+proj=aea +lat_1=35 +lat_2=55 +lat_0=46 +lon_0=107 +datum=WGS84 +units=m"
WEST, EAST, SOUTH, NORTH = -2_900_000.0, 2_900_000.0, -1_720_000.0, 1_560_000.0
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Land:
    """A territory as the plate draws it."""

    feature: dict[str, Any]
    shape: Any
    label: tuple[float, float]


@lru_cache(maxsize=1)
def _transformer() -> Any:
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", CRS, always_xy=True)


def project(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return plate coordinates (n, 2) of lon/lat degrees (n, 2)."""
    x, y = _transformer().transform(lonlat[:, 0], lonlat[:, 1])
    return np.stack([x, y], axis=1)


class Plate:
    """A payload's geometry on the plate, projected and clipped once for all days."""

    def __init__(self, payload: dict[str, Any], *, tolerance: float = 0.0) -> None:
        """Project the payload's arcs; `tolerance` (metres) thins what is drawn small."""
        self.payload = payload
        self.tolerance = tolerance
        self._arcs = [project(arc) for arc in lonlat_arcs(payload["topology"])]
        self._shapes: dict[str, Any] = {}
        base = payload["base"]
        self.ground = self._area("land", base["land"])
        self.lakes = self._area("lakes", base["lakes"])
        self.rivers = self._lines("rivers", base["rivers"])

    def lands(self, day: int) -> list[Land]:
        """Return the territories as of a day (YYYYMMDD), in drawing order."""
        return [
            Land(feature, self._area(feature["id"], feature["polygons"]), self.point(feature["label"]))
            for feature in self._on(day, "territory")
            if feature.get("polygons")
        ]

    def railways(self, day: int) -> list[tuple[dict[str, Any], Any]]:
        """Return the railways as of a day with their lines."""
        return [
            (feature, self._lines(feature["id"], feature["lines"]))
            for feature in self._on(day, "line")
            if feature.get("lines") and feature.get("status") != "dismantled"
        ]

    def outlines(self, day: int) -> list[tuple[dict[str, Any], Any]]:
        """Return the borders as of a day with their lines."""
        return [
            (feature, self._lines(feature["id"], feature["lines"]))
            for feature in self._on(day, "outline")
            if feature.get("lines")
        ]

    def clashes(self, first: int, last: int) -> list[tuple[dict[str, Any], tuple[float, float]]]:
        """Return the clashes that touch the days from `first` to `last`, with their places."""
        return [
            (feature, self.point(feature["point"]))
            for key in self._keys("clash")
            for feature in self.payload["features"][key]
            if "point" in feature and feature["start"] <= last and feature["end"] > first
        ]

    def towns(self, day: int) -> Iterator[tuple[int, str, tuple[float, float]]]:
        """Yield rank, name of the day and place of each town in the frame."""
        for town in self.payload["base"]["towns"]:
            x, y = self.point(town["point"])
            name = next((name["en"] for name in town["names"] if name["start"] <= day < name["end"]), None)
            if name and WEST < x < EAST and SOUTH < y < NORTH:
                yield town["rank"], name.split(" (")[0], (x, y)

    def point(self, lonlat: Iterable[float]) -> tuple[float, float]:
        """Return the plate coordinates of one lon/lat pair."""
        x, y = project(np.array([list(lonlat)]))[0]
        return float(x), float(y)

    def _keys(self, kind: str) -> list[str]:
        return [layer["key"] for layer in self.payload["layers"] if layer["kind"] == kind]

    def _on(self, day: int, kind: str) -> Iterator[dict[str, Any]]:
        for key in self._keys(kind):
            for feature in self.payload["features"][key]:
                if feature["start"] <= day < feature["end"]:
                    yield feature

    def _area(self, key: str, shape: Any) -> Any:
        if key not in self._shapes:
            whole = polygon_from_shape(shape, self._arcs) if shape else shapely.MultiPolygon()
            self._shapes[key] = self._kept(shapely.make_valid(whole))
        return self._shapes[key]

    def _lines(self, key: str, lines: Any) -> Any:
        if key not in self._shapes:
            whole = shapely.MultiLineString([ring_points(line, self._arcs) for line in lines])
            self._shapes[key] = self._kept(whole)
        return self._shapes[key]

    def _kept(self, shape: Any) -> Any:
        margin = 60_000
        cut = shapely.clip_by_rect(shape, WEST - margin, SOUTH - margin, EAST + margin, NORTH + margin)
        return shapely.simplify(cut, self.tolerance) if self.tolerance else cut


class Room:
    """Places for labels: a box is granted only if it meets no other."""

    def __init__(self) -> None:
        """Start with an empty plate."""
        self._taken: list[Box] = []

    def take(self, box: Box) -> bool:
        """Claim a box (left, bottom, right, top); False if part of it is taken or off the plate."""
        left, bottom, right, top = box
        if left < WEST or right > EAST or bottom < SOUTH or top > NORTH:
            return False
        if any(left < b[2] and right > b[0] and bottom < b[3] and top > b[1] for b in self._taken):
            return False
        self._taken.append(box)
        return True


def labelled(lands: list[Land]) -> list[tuple[str, tuple[float, float], float]]:
    """Return one label per name on the map (name, place, area in m2), largest first.

    Lands of one name are named once, in the middle of what of them is in the frame.
    """
    shapes: dict[str, list[Land]] = {}
    for land in lands:
        shapes.setdefault(land.feature["names"].get("en", land.feature["id"]).split(" (")[0], []).append(land)
    labels = []
    for name, group in shapes.items():
        place, area = _middle(tuple(land.feature["id"] for land in group), group)
        if area > 0:
            labels.append((name, place, area))
    return sorted(labels, key=lambda one: (-one[2], one[0]))


_middles: dict[tuple[str, ...], tuple[tuple[float, float], float]] = {}


def _middle(key: tuple[str, ...], group: list[Land]) -> tuple[tuple[float, float], float]:
    """Return the widest place of some lands within the frame, and the area of their largest piece."""
    if key not in _middles:
        inset = 60_000
        whole = shapely.union_all([shapely.buffer(land.shape, 0) for land in group])
        shown = shapely.clip_by_rect(whole, WEST + inset, SOUTH + inset, EAST - inset, NORTH - inset)
        pieces = [piece for piece in shapely.get_parts(shown) if piece.geom_type == "Polygon"]
        if not pieces:
            _middles[key] = (0.0, 0.0), 0.0
        else:
            widest = max(pieces, key=lambda one: one.area)
            # Squeezed sideways, the widest place is one for a line of text.
            squeezed = affinity.scale(widest.simplify(15_000), xfact=0.4, origin=(0, 0))
            point = shapely.maximum_inscribed_circle(squeezed, tolerance=20_000).coords[0]
            _middles[key] = (point[0] / 0.4, point[1]), widest.area
    return _middles[key]


def spoken(day: int) -> str:
    """Return a day (YYYYMMDD) in words: `31 December 1932`."""
    year, month, number = (int(part) for part in day_from_number(day).split("-"))
    return f"{number} {_MONTHS[month - 1]} {year}"
