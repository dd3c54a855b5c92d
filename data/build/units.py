"""Give every face to a unit by the seeds of units.csv, and prove that the units are a coverage."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from .cut import Shapes, make_faces, read_lines, snap_lines
from .faults import Faults
from .tables import Authored, split_list

LARGE = 0.6
"""A face of this size, square degrees, joined to a neighbour without a seed is worth a fault."""
FILE = "units.csv"


def read_seed(text: str) -> tuple[float, float] | None:
    """Return the point of a `lon lat` seed, None if it is not one."""
    parts = text.split()
    if len(parts) != 2:
        return None
    try:
        return float(parts[0]), float(parts[1])
    except ValueError:
        return None


def assign(
    authored: Authored, faces: dict[str, list[shapely.Polygon]], lines: dict[str, LineString]
) -> dict[str, list[shapely.Polygon]]:
    """Return the faces of each unit; faces without a seed join the neighbour they share most border with."""
    faults = authored.faults
    owner: dict[tuple[str, int], str] = {}
    default: dict[str, str] = {}
    for row in authored["units"]:
        for piece in split_list(row["base"]):
            if piece not in faces:
                faults.add(FILE, row["unit"], f"base {piece!r} is not in data/base/pieces.geojson")
        for seed in split_list(row["seeds"]):
            hits = _faces_of_seed(seed, split_list(row["base"]), faces, lines)
            if not hits:
                faults.add(FILE, row["unit"], f"seed {seed!r} lies on no land of {row['base']}")
            for hit in hits:
                if owner.get(hit, row["unit"]) != row["unit"]:
                    faults.add(
                        FILE, row["unit"], f"shares a face with {owner[hit]}: no line parts them at {seed}"
                    )
                owner[hit] = row["unit"]
        if not row["seeds"]:
            for piece in split_list(row["base"]):
                if piece in default:
                    faults.add(
                        FILE, row["unit"], f"takes all of {piece}, and so does {default[piece]}: give seeds"
                    )
                default[piece] = row["unit"]
    units: dict[str, list[shapely.Polygon]] = defaultdict(list)
    claimed = {piece for piece, _ in owner} | default.keys()
    for piece in sorted(claimed):
        for index, unit in _settle(piece, faces[piece], owner, default.get(piece), faults).items():
            units[unit].append(faces[piece][index])
    return units


def _faces_of_seed(
    seed: str, bases: list[str], faces: dict[str, list[shapely.Polygon]], lines: dict[str, LineString]
) -> list[tuple[str, int]]:
    point = read_seed(seed)
    hits = []
    for piece in bases:
        for index, face in enumerate(faces.get(piece, [])):
            if point is not None:
                inside = face.contains(Point(point))
            else:
                ring = lines.get(seed)
                inside = ring is not None and shapely.Polygon(ring).contains(face.point_on_surface())
            if inside:
                hits.append((piece, index))
    return hits


def _settle(
    piece: str,
    faces: list[shapely.Polygon],
    owner: dict[tuple[str, int], str],
    default: str | None,
    faults: Faults,
) -> dict[int, str]:
    """Return the unit of each face of a piece."""
    found = {index: owner[piece, index] for index in range(len(faces)) if (piece, index) in owner}
    if default:
        return {index: found.get(index, default) for index in range(len(faces))}
    loose = [index for index in range(len(faces)) if index not in found]
    seeded = list(found)
    edges = [faces[index].boundary for index in seeded]
    for index in loose:
        shared = [shapely.length(shapely.intersection(faces[index].boundary, edge)) for edge in edges]
        if max(shared) > 0:
            best = int(np.argmax(shared))
            if faces[index].area > LARGE:
                where = faces[index].point_on_surface()
                faults.add(FILE, piece, f"a large face at {where.x:.2f} {where.y:.2f} has no seed")
        else:
            best = int(np.argmin([faces[index].distance(faces[other]) for other in seeded]))
        found[index] = found[seeded[best]]
    return found


def make_units(
    authored: Authored, pieces: Shapes, rivers: Shapes
) -> tuple[Shapes, Shapes, dict[str, LineString]]:
    """Return the units, the plain land by piece, and the cut lines as they were used.

    Units and plain land together are a valid coverage; raise `BuildError` with every fault otherwise.
    """
    lines = read_lines(authored["lines"], authored["line_vertices"], rivers, authored.faults)
    ready = snap_lines(lines, pieces, authored.faults)
    faces = make_faces(pieces, ready)
    parts = assign(authored, faces, ready)
    for row in authored["units"]:
        if not parts.get(row["unit"]):
            authored.faults.add(FILE, row["unit"], "has no land: check base and seeds")
    authored.faults.raise_if_any()
    units = {row["unit"]: _merge(parts[row["unit"]]) for row in authored["units"]}
    used = {piece for row in authored["units"] for piece in split_list(row["base"])}
    plain = {piece: _merge(faces[piece]) for piece in pieces if piece not in used and faces[piece]}
    if not shapely.coverage_is_valid([*units.values(), *plain.values()]):
        authored.faults.add(FILE, "coverage", "units and plain land overlap or leave slivers")
        authored.faults.raise_if_any()
    return units, plain, ready


def _merge(parts: list[shapely.Polygon]) -> shapely.Geometry:
    return shapely.multipolygons(shapely.get_parts(shapely.coverage_union_all(parts)))
