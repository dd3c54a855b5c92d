"""Cut the base pieces along the authored lines into faces: snap, node, polygonize."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, Point

from .faults import Faults
from .tables import Row, split_list

GRID = 1e-5
"""Grid of all coordinates, degrees (about a metre)."""
REACH = 0.35
"""How far from a border an end may stop and still be led to it, degrees."""
PAST = 0.004
"""How far beyond the border a led end goes on, degrees."""
Shapes = dict[str, shapely.Geometry]
CUTTING = ("cut", "zone")
"""Kinds of line that cut; a `zone` rings a strip along a railway, and its sides are no borders to draw."""


@dataclass(frozen=True)
class CutLine:
    """A line of lines.csv with its vertices, and the base pieces it cuts."""

    id: str
    line: LineString
    cuts: tuple[str, ...]
    kind: str

    @property
    def closed(self) -> bool:
        """Tell whether the line is a ring around a unit of its own."""
        return bool(self.line.is_closed)


def read_lines(rows: list[Row], vertices: list[Row], rivers: Shapes, faults: Faults) -> list[CutLine]:
    """Return the lines in table order; one that `follows` a river takes its course between its two ends."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for vertex in vertices:
        points[vertex["line_id"]].append((float(vertex["lon"]), float(vertex["lat"])))
    lines = []
    for row in rows:
        name = row["line_id"]
        line = LineString(points[name])
        if row["follows"]:
            if row["follows"] not in rivers:
                faults.add(
                    "lines.csv", name, f"follows {row['follows']!r}, which is not in data/base/rivers.geojson"
                )
                continue
            line = along_river(line, rivers[row["follows"]])
        lines.append(CutLine(name, line, tuple(split_list(row["cuts"])), row["kind"]))
    return lines


def along_river(line: LineString, river: shapely.Geometry) -> LineString:
    """Return the course of a river between the points nearest to a line's ends, the ends themselves kept."""
    first, last = Point(line.coords[0]), Point(line.coords[-1])
    parts = shapely.get_parts(shapely.line_merge(river))
    course = parts[int(np.argmin(shapely.distance(parts, first) + shapely.distance(parts, last)))]
    begin, end = course.project(first), course.project(last)
    stretch = shapely.ops.substring(course, begin, end)
    return LineString([first, *stretch.coords, last])


def lead_ends(line: LineString, border: shapely.Geometry, inside: shapely.Geometry) -> LineString | None:
    """Lead each end that stops inside the pieces to the nearest border and a little past it.

    Return None if an end lies farther than `REACH` from any border.
    """
    coords = [tuple(point[:2]) for point in line.coords]
    for last in (True, False):
        end = coords[-1] if last else coords[0]
        point = Point(end)
        if not inside.contains(point):
            continue
        target = shapely.ops.nearest_points(point, border)[1]
        gap = point.distance(target)
        if gap > REACH:
            return None
        if gap < 1e-9:
            continue
        dx, dy = (target.x - end[0]) / gap, (target.y - end[1]) / gap
        beyond = (target.x + dx * PAST, target.y + dy * PAST)
        coords = [*coords, beyond] if last else [beyond, *coords]
    return LineString(coords)


def snap_lines(lines: list[CutLine], pieces: Shapes, faults: Faults) -> dict[str, LineString]:
    """Return the cut lines with every open end led past a border of its pieces or another cut line."""
    ready: dict[str, LineString] = {}
    cutting = [line for line in lines if line.kind in CUTTING]
    for line in cutting:
        unknown = [piece for piece in line.cuts if piece not in pieces]
        if unknown or not line.cuts:
            faults.add("lines.csv", line.id, f"cuts {', '.join(unknown) or 'nothing'}: name base pieces")
            continue
        if line.closed:
            ready[line.id] = line.line
            continue
        inside = shapely.union_all([pieces[piece] for piece in line.cuts])
        edges = [pieces[piece].boundary for piece in line.cuts]
        others = [other.line for other in cutting if other.id != line.id]
        led = lead_ends(line.line, shapely.union_all([*edges, *others]), inside)
        if led is None:
            faults.add(
                "line_vertices.csv",
                line.id,
                f"an end lies more than {REACH} degrees from any border: go on to it",
            )
            continue
        ready[line.id] = led
    return ready


def make_faces(pieces: Shapes, lines: dict[str, LineString]) -> dict[str, list[shapely.Polygon]]:
    """Return the faces of each piece after cutting; all faces together share their vertices exactly."""
    work = [piece.boundary for piece in pieces.values()] + list(lines.values())
    noded = shapely.union_all(np.array(work, dtype=object), grid_size=GRID)
    made = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    codes = list(pieces)
    tree = shapely.STRtree([pieces[code] for code in codes])
    faces: dict[str, list[shapely.Polygon]] = {code: [] for code in codes}
    inner = shapely.point_on_surface(made)
    for face, hit in zip(*tree.query(inner, predicate="within"), strict=True):
        faces[codes[hit]].append(made[face])
    return faces
