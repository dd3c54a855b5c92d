"""Faults of GeoJSON geometry: degrees, decimals, rings, winding, crossings, the antimeridian (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from math import isfinite
from typing import Any

import shapely

from geo.faults import Fault, Kind, feature_name
from geo.files import DECIMALS

_DEPTH = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
Position = tuple[float, ...]
_Found = tuple[Kind, str, str]


def shape_faults(
    features: Iterable[Mapping[str, Any]], *, file: str, allowed: Collection[str] = ()
) -> list[Fault]:
    """Return the faults of the features' geometries; `allowed` are the types the layer has (all if empty)."""
    faults: list[Fault] = []
    for number, feature in enumerate(features):
        if not isinstance(feature, Mapping):
            continue
        name = feature_name(feature, number)
        found = _geometry_faults(feature.get("geometry"), allowed)
        faults += [Fault(file, name, what, remedy, kind=kind) for kind, what, remedy in found]
    return faults


def _geometry_faults(geometry: Any, allowed: Collection[str]) -> Iterator[_Found]:
    name = geometry.get("type") if isinstance(geometry, Mapping) else None
    if geometry is None:
        if allowed and "null" not in allowed:
            shape = allowed[0] if isinstance(allowed, tuple) else "shape"
            yield Kind.SHAPE, "has no geometry", f"draw a {shape}"
        return
    if name not in _DEPTH or (allowed and name not in allowed):
        wanted = " or ".join(allowed) or "a GeoJSON geometry"
        yield Kind.SHAPE, f"geometry {name!r} doesn't fit", f"draw {wanted}"
        return
    lines = list(_lines(geometry.get("coordinates"), _DEPTH[name]))
    if not lines or not all(lines):
        yield Kind.SHAPE, "geometry has no positions", "draw it or write null"
        return
    faults = [*_position_faults(lines), *_part_faults(name, lines)]
    yield from faults
    if any(kind is Kind.SHAPE for kind, _, _ in faults):
        return
    if "Polygon" in name:
        for polygon in [geometry["coordinates"]] if name == "Polygon" else geometry["coordinates"]:
            yield from _winding_faults(polygon)
    shape = shapely.from_geojson(json.dumps(geometry))
    if not shapely.is_valid(shape):
        reason = shapely.is_valid_reason(shape)
        yield Kind.SHAPE, f"geometry crosses or touches itself: {reason}", "redraw it there"


def _lines(part: Any, depth: int) -> Iterator[list[Any]]:
    """Yield the rings, lines or points of a geometry as lists of positions."""
    if depth == 0:
        yield [part] if part else []
    elif not isinstance(part, list):
        yield []
    elif depth == 1:
        yield part
    else:
        for one in part:
            yield from _lines(one, depth - 1)


_POSITION_FAULTS = {
    "position": (Kind.SHAPE, "position {} is not two numbers", "write [longitude, latitude]"),
    "longitude": (
        Kind.SHAPE,
        "longitude {} is outside -180..180 degrees",
        "give WGS 84 degrees, longitude first",
    ),
    "latitude": (
        Kind.SHAPE,
        "latitude {} is outside -90..90 degrees",
        "give WGS 84 degrees, longitude first",
    ),
    "decimals": (Kind.STYLE, f"{{}} has more than {DECIMALS} decimals", f"round to {DECIMALS}"),
    "antimeridian": (
        Kind.SHAPE,
        "stretch {} crosses the antimeridian",
        "split the geometry at 180 degrees",
    ),
}


def _position_faults(lines: list[list[Any]]) -> Iterator[_Found]:
    """Yield a fault of each sort with its first case and the number of them."""
    off: dict[str, list[Any]] = {}
    for line in lines:
        for position in line:
            for sort, value in _off(position):
                off.setdefault(sort, []).append(value)
        for one, other in pairwise(line):
            if _is_position(one) and _is_position(other) and abs(one[0] - other[0]) > 180:
                off.setdefault("antimeridian", []).append([one, other])
    for sort, cases in off.items():
        kind, what, remedy = _POSITION_FAULTS[sort]
        more = f" (and {len(cases) - 1} more)" if len(cases) > 1 else ""
        yield kind, what.format(cases[0]) + more, remedy


def _off(position: Any) -> Iterator[tuple[str, Any]]:
    """Yield each sort of fault that a position has, with the value that has it."""
    if not _is_position(position):
        yield "position", position
        return
    lon, lat = position[0], position[1]
    if not -180 <= lon <= 180:
        yield "longitude", lon
    if not -90 <= lat <= 90:
        yield "latitude", lat
    if any(round(value, DECIMALS) != value for value in (lon, lat)):
        yield "decimals", position[:2]


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(type(value) in (int, float) and isfinite(value) for value in position)
    )


def _part_faults(name: str, lines: list[list[Any]]) -> Iterator[_Found]:
    """Yield the faults of rings and lines that are too short or not closed."""
    if "Polygon" in name:
        for ring in lines:
            if len(ring) < 4:
                yield (
                    Kind.SHAPE,
                    f"ring at {ring[0]} has {len(ring)} positions",
                    "a ring needs at least four",
                )
            elif ring[0] != ring[-1]:
                yield (
                    Kind.SHAPE,
                    f"ring at {ring[0]} is not closed",
                    "repeat its first position at the end",
                )
    elif "Line" in name and min(map(len, lines)) < 2:
        yield Kind.SHAPE, "line has a single position", "give it two or more"


def _winding_faults(polygon: list[list[Position]]) -> Iterator[_Found]:
    for place, ring in enumerate(polygon):
        x, y = ring[0][:2]  # measured from here: tiny rings far from 0/0 would drown in rounding
        double = sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in pairwise(ring))
        if double and (double > 0) != (place == 0):
            which = "outer ring" if place == 0 else "hole"
            turn = "counter-clockwise" if place == 0 else "clockwise"
            what = f"{which} at {list(ring[0])} winds the wrong way"
            yield Kind.STYLE, what, f"RFC 7946 wants it {turn}: reverse it"
