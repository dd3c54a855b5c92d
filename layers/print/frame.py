"""The map frame of a still picture: what of the layers is drawn on a day, projected and cut to the frame.

Plates and films use Albers' equal-area conic on WGS 84 with standard parallels 35 and 55 N and centre 46 N,
107 E: areas compare truly, and the frontier runs level. Frame coordinates are metres then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo import as_of, during
from geo.dates import Span, next_day
from geo.files import plain
from geo.frontier import Frontier, shipped
from layers import gazetteer
from layers.basemap import base_shapes
from layers.print.labels import Extent, Name, widest_place
from layers.registry import Layer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CRS = "+proj=aea +lat_1=35 +lat_2=55 +lat_0=46 +lon_0=107 +datum=WGS84 +units=m"
EXTENT = Extent(-2_900_000.0, -1_720_000.0, 2_900_000.0, 1_560_000.0)
"""What of the Albers plane a plate shows, metres."""

_FIELDS = (
    "id",
    "name",
    "polity",
    "sovereign_key",
    "status",
    "operator_key",
    "gauge_mm",
    "level",
    "basis",
    "killed_max",
)

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """A feature as it is drawn."""

    row: dict[str, Any]
    """Those of its properties that a picture reads."""
    shape: Any
    """Its geometry in frame coordinates."""


@dataclass(frozen=True)
class Town:
    """A town under its name of the day, at frame coordinates."""

    rank: int
    name: str
    point: tuple[float, float]


@lru_cache(maxsize=1)
def _transformer() -> Any:
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", CRS, always_xy=True)


def albers(lonlat: Points) -> Points:
    """Return Albers coordinates (n, 2), metres, of lon/lat degrees (n, 2)."""
    x, y = _transformer().transform(lonlat[:, 0], lonlat[:, 1])
    return np.stack([x, y], axis=1)


class MapFrame:
    """Layers and base map in one projection and extent; each geometry is projected and cut once."""

    def __init__(
        self,
        layers: Mapping[str, GeoDataFrame],
        declarations: Iterable[Layer],
        frontier: Frontier | None = None,
        *,
        project: Callable[[Points], Points] = albers,
        extent: Extent = EXTENT,
        tolerance: float = 0.0,
    ) -> None:
        """Hold GeoDataFrames (WGS 84) by key; `tolerance` (frame units) thins what is drawn small.

        Base map and towns are those of the frontier, the shipped one by default.
        """
        self.frontier = frontier or shipped()
        self.extent = extent
        self._project = project
        self._tolerance = tolerance
        self._layers = [(layer.kind, layers[layer.key]) for layer in declarations if layer.key in layers]
        self._shapes: dict[Any, Any] = {}
        self._places: dict[tuple[str, ...], tuple[tuple[float, float], float]] = {}
        base = base_shapes(self.frontier.folder)
        self.ground, self.lakes, self.rivers = (
            self._cut(_gathered(base[part])) for part in ("land", "lakes", "rivers")
        )

    def lands(self, day: int) -> list[Drawn]:
        """Return the territories as of a day (YYYYMMDD), in drawing order."""
        return list(self._on(day, "territory"))

    def lines(self, day: int) -> list[Drawn]:
        """Return the railways as of a day, the dismantled left out."""
        return [line for line in self._on(day, "line") if line.row.get("status") != "dismantled"]

    def outlines(self, day: int) -> list[Drawn]:
        """Return the borders as of a day."""
        return list(self._on(day, "outline"))

    def clashes(self, first: int, last: int) -> list[Drawn]:
        """Return the clashes of the days from `first` to `last` (both included) as points."""
        return [
            drawn
            for frame in self._of_kind("clash")
            for drawn in self._rows(during(frame, first, next_day(last)))
        ]

    def towns(self, day: int) -> Iterator[Town]:
        """Yield the towns in the frame that bear a name on a day, the most important first."""
        for town in gazetteer.towns_of(self.frontier):
            x, y = self._project(np.array([town["point"]]))[0].tolist()
            for name in town["names"]:
                if Span(name["start"], name["end"]).contains(day) and self.extent.contains(x, y):
                    yield Town(town["rank"], short_name(name["en"]), (x, y))

    def names(self, lands: Iterable[Drawn]) -> list[Name]:
        """Return one name for all lands that bear it, in the widest place in the frame, largest first."""
        bearers: dict[str, list[Drawn]] = {}
        for land in lands:
            bearers.setdefault(short_name(land.row.get("name") or land.row["id"]), []).append(land)
        names = []
        for text, group in bearers.items():
            key = tuple(land.row["id"] for land in group)
            if key not in self._places:
                self._places[key] = widest_place([land.shape for land in group], self.extent)
            point, area = self._places[key]
            if area > 0:
                names.append(Name(text, point, area))
        return sorted(names, key=lambda name: (-name.area, name.text))

    def line(self, lonlat: Iterable[tuple[float, float]]) -> Points:
        """Return frame coordinates of some lon/lat pairs."""
        return self._project(np.array(list(lonlat), dtype=float))

    def _of_kind(self, kind: str) -> Iterator[GeoDataFrame]:
        return (frame for layer_kind, frame in self._layers if layer_kind == kind)

    def _on(self, day: int, kind: str) -> Iterator[Drawn]:
        for frame in self._of_kind(kind):
            yield from self._rows(as_of(frame, day))

    def _rows(self, frame: GeoDataFrame) -> Iterator[Drawn]:
        """Yield what a slice holds, but for features without a place in the frame."""
        fields = [field for field in _FIELDS if field in frame]
        table = frame[fields].itertuples(index=False, name=None)
        for values, shape in zip(table, frame.geometry, strict=True):
            drawn = None if shape is None else self._drawn(shape)
            if drawn is not None and not drawn.is_empty:
                row = {field: plain(value) for field, value in zip(fields, values, strict=True)}
                yield Drawn(row, drawn)

    def _drawn(self, shape: Any) -> Any:
        """Return a geometry (WGS 84) in the frame; features that share one share the work."""
        if shape not in self._shapes:
            self._shapes[shape] = self._cut(shape)
        return self._shapes[shape]

    def _cut(self, shape: Any) -> Any:
        flat = shapely.transform(shape, self._project)
        if flat.geom_type == "Point":
            return flat
        if flat.geom_type in ("Polygon", "MultiPolygon"):
            flat = shapely.make_valid(flat)
        cut = shapely.clip_by_rect(flat, *self.extent.grown(0.01))
        return shapely.simplify(cut, self._tolerance) if self._tolerance else cut


def _gathered(shapes: Iterable[Any]) -> Any:
    """Return the parts of some areas, or of some lines, as one."""
    parts = shapely.get_parts(list(shapes))
    areas = shapely.get_dimensions(parts) == 2
    return shapely.multipolygons(parts) if areas.all() else shapely.multilinestrings(parts)


def short_name(name: str) -> str:
    """Return a name without what stands in brackets after it."""
    return name.split(" (")[0]
