"""Geometry stored once: shared arcs, quantised and delta-coded.

All rings and lines of the page are put on one grid, cut where they meet or part, and each arc is kept
a single time, whoever uses it and in whichever direction. Neighbours that share vertices therefore
still fit exactly after rounding. The idea is that of TopoJSON (Bostock 2013); the arcs are coded as
base64 VLQ, the coding of source maps (revision 3).

Precision: the grid is `STEP` = 0.002 degree, so a vertex moves at most half a step in each direction,
157 m at the equator and 136 m at 45 degrees north.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

STEP = 0.002
"""Size of the grid in degrees."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIGITS = {letter: number for number, letter in enumerate(_ALPHABET)}

Ring = list[int]
"""Arc numbers in order; `~n` is arc n walked backwards."""
Shape = list[Any]
"""Polygons as lists of rings (outer first), or lines as lists of arc numbers."""


@dataclass
class Topology:
    """Arcs on a grid: `lon = x * scale[0] + translate[0]`, likewise lat (WGS 84 degrees)."""

    scale: tuple[float, float]
    translate: tuple[float, float]
    arcs: list[NDArray[np.int64]] = field(default_factory=list)

    def coded(self) -> dict[str, Any]:
        """Return the topology as the page reads it."""
        return {
            "scale": list(self.scale),
            "translate": list(self.translate),
            "arcs": [vlq_from_points(arc) for arc in self.arcs],
        }


def topology_from_geometries(
    geometries: Sequence[Any], *, step: float = STEP
) -> tuple[Topology, list[Shape | None]]:
    """Return the shared arcs and each geometry's shape in terms of them.

    Geometries are shapely polygons or lines, single or multi, in WGS 84 degrees; None stays None, and
    a part that is smaller than the grid is left out (its geometry becomes None if nothing is left).
    """
    paths = _Paths(geometries, step)
    if not len(paths.points):
        return Topology((step, step), (0.0, 0.0)), [None] * len(geometries)
    junction = paths.junctions()
    topology = Topology((step, step), (paths.origin[0] * step, paths.origin[1] * step))
    known: dict[bytes, int] = {}
    shapes: list[Shape | None] = [None] * len(geometries)
    last_part = -1
    for number, (begin, end) in enumerate(paths.bounds):
        walked = [
            _arc_number(arc, known, topology.arcs, paths.points)
            for arc in _cut(paths.ids[begin:end], junction, closed=bool(paths.closed[number]))
        ]
        owner, part = int(paths.owner[number]), int(paths.part[number])
        shape = shapes[owner]
        if shape is None:
            shape = shapes[owner] = []
        if not paths.closed[number]:
            shape.append(walked)
        elif part == last_part:
            shape[-1].append(walked)
        else:
            shape.append([walked])
        last_part = part
    return topology, shapes


def _cut(ids: NDArray[np.int64], junction: NDArray[np.bool_], *, closed: bool) -> list[NDArray[np.int64]]:
    """Cut one path (vertex numbers, a ring without its closing vertex) at its junctions."""
    stops = np.flatnonzero(junction[ids])
    if closed:
        first = stops[0] if len(stops) else int(np.argmin(ids))
        ids = np.append(np.roll(ids, -first), ids[first])
        stops = np.append(stops - first, len(ids) - 1) if len(stops) else np.array([0, len(ids) - 1])
    return [ids[a : b + 1] for a, b in pairwise(stops)]


def _arc_number(
    ids: NDArray[np.int64],
    known: dict[bytes, int],
    arcs: list[NDArray[np.int64]],
    points: NDArray[np.int64],
) -> int:
    forward, backward = ids.tobytes(), ids[::-1].tobytes()
    if forward in known:
        return known[forward]
    if backward in known:
        return ~known[backward]
    known[forward] = len(arcs)
    arcs.append(points[ids])
    return known[forward]


class _Paths:
    """Every ring and line of the geometries, on the grid, as numbers of distinct vertices."""

    def __init__(self, geometries: Sequence[Any], step: float) -> None:
        parts, part_owner = shapely.get_parts(np.asarray(geometries, dtype=object), return_index=True)
        is_area = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
        rings, ring_part = shapely.get_rings(parts[is_area], return_index=True)
        lines = parts[~is_area]
        path = np.concatenate([rings, lines])
        part = np.concatenate([np.flatnonzero(is_area)[ring_part], np.flatnonzero(~is_area)]).astype(np.int64)
        closed = np.arange(len(path)) < len(rings)
        xy, owner = shapely.get_coordinates(path, return_index=True)
        grid = np.rint(xy / step).astype(np.int64)
        grid, owner = _without_repeats(grid, owner, closed)
        count = np.bincount(owner, minlength=len(path))
        # A ring needs three corners, a line two ends; what the grid swallowed goes, with its holes.
        fits = count >= np.where(closed, 3, 2)
        outer = np.ones(len(path), dtype=bool)
        outer[1:] = part[1:] != part[:-1]
        lost = set(part[outer & ~fits].tolist())
        keep = fits & np.array([number not in lost for number in part.tolist()], dtype=bool)
        order = np.argsort(part_owner[part], kind="stable")
        order = order[keep[order]]
        self.closed, self.part = closed[order], part[order]
        self.owner = part_owner[part][order]
        starts = np.concatenate([[0], np.cumsum(count)])
        pieces = [grid[starts[n] : starts[n + 1]] for n in order]
        ends = np.cumsum([len(piece) for piece in pieces], dtype=np.int64)
        self.bounds = list(zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True)) if pieces else []
        if not pieces:
            self.points = np.empty((0, 2), dtype=np.int64)
            return
        joined = np.concatenate(pieces)
        self.origin = joined.min(axis=0)
        joined = joined - self.origin
        packed, self.ids = np.unique(joined[:, 0] * 2**31 + joined[:, 1], return_inverse=True)
        self.points = np.stack([packed // 2**31, packed % 2**31], axis=1)

    def junctions(self) -> NDArray[np.bool_]:
        """Tell which vertices have to end an arc.

        A vertex is a junction if a line ends there, or if two visits to it come from or go to
        different neighbours.
        """
        before, after = np.roll(self.ids, 1), np.roll(self.ids, -1)
        junction = np.zeros(len(self.points), dtype=bool)
        inner = np.ones(len(self.ids), dtype=bool)
        for (begin, end), closed in zip(self.bounds, self.closed, strict=True):
            if closed:
                before[begin], after[end - 1] = self.ids[end - 1], self.ids[begin]
            else:
                junction[self.ids[[begin, end - 1]]] = True
                inner[[begin, end - 1]] = False
        low, high = np.minimum(before, after)[inner], np.maximum(before, after)[inner]
        ids = self.ids[inner]
        order = np.lexsort((high, low, ids))
        ids, low, high = ids[order], low[order], high[order]
        differs = (ids[1:] == ids[:-1]) & ((low[1:] != low[:-1]) | (high[1:] != high[:-1]))
        junction[ids[1:][differs]] = True
        return junction


def _without_repeats(
    grid: NDArray[np.int64], owner: NDArray[np.int64], closed: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Drop vertices that repeat the one before, and the closing vertex of each ring."""
    same_path = owner[1:] == owner[:-1]
    keep = np.ones(len(grid), dtype=bool)
    keep[1:] = ~(same_path & (grid[1:] == grid[:-1]).all(axis=1))
    grid, owner = grid[keep], owner[keep]
    last = np.flatnonzero(np.append(owner[1:] != owner[:-1], True))
    keep = np.ones(len(grid), dtype=bool)
    keep[last[closed[owner[last]]]] = False
    return grid[keep], owner[keep]


def vlq_from_points(points: NDArray[np.int64]) -> str:
    """Code grid points (n, 2) as base64 VLQ: the first point, then the differences."""
    numbers = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=points.dtype)).ravel()
    return "".join(_vlq(int(number)) for number in numbers)


def _vlq(number: int) -> str:
    rest = (-number << 1) | 1 if number < 0 else number << 1
    text = ""
    while True:
        digit, rest = rest & 31, rest >> 5
        text += _ALPHABET[digit | 32 if rest else digit]
        if not rest:
            return text


def points_from_vlq(text: str) -> NDArray[np.int64]:
    """Decode what `vlq_from_points` coded (n, 2)."""
    numbers: list[int] = []
    value = shift = 0
    for letter in text:
        digit = _DIGITS[letter]
        value |= (digit & 31) << shift
        if digit & 32:
            shift += 5
            continue
        numbers.append(-(value >> 1) if value & 1 else value >> 1)
        value = shift = 0
    return np.cumsum(np.array(numbers, dtype=np.int64).reshape(-1, 2), axis=0)


def lonlat_arcs(coded: dict[str, Any]) -> list[NDArray[np.float64]]:
    """Decode a payload's topology to arcs in degrees, each (n, 2) lon/lat."""
    scale, translate = np.array(coded["scale"]), np.array(coded["translate"])
    return [points_from_vlq(text) * scale + translate for text in coded["arcs"]]


def ring_points(ring: Ring, arcs: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Walk a ring's or line's arcs and return its vertices (n, 2)."""
    walked = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return np.concatenate([walked[0], *(arc[1:] for arc in walked[1:])])


def polygon_from_shape(shape: Shape, arcs: list[NDArray[np.float64]]) -> Any:
    """Return the shapely multipolygon (WGS 84) of a payload feature's `polygons`."""
    polygons = []
    for rings in shape:
        outer, *holes = (ring_points(ring, arcs) for ring in rings)
        polygons.append(shapely.Polygon(outer, holes))
    return shapely.MultiPolygon(polygons)
