"""Faults of GeoJSON geometry: degrees, decimals, rings, winding, crossings, the antimeridian (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from math import isfinite
from typing import Any

import shapely

from geo.files import DECIMALS
from geo.schema import Fault, feature_name

_DEPTH = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
Position = tuple[float, ...]


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
        faults += [Fault(file, name, what, remedy) for what, remedy in found]
    return faults


def _geometry_faults(geometry: Any, allowed: Collection[str]) -> Iterator[tuple[str, str]]:
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if geometry is None:
        if allowed and "null" not in allowed:
            yield "has no geometry", f"draw a {allowed[0] if isinstance(allowed, tuple) else 'shape'}"
        return
    if kind not in _DEPTH or (allowed and kind not in allowed):
        yield f"geometry {kind!r} doesn't fit", f"draw {' or '.join(allowed) or 'a GeoJSON geometry'}"
        return
    lines = list(_lines(geometry.get("coordinates"), _DEPTH[kind]))
    if not lines or not all(lines):
        yield "geometry has no positions", "draw it or write null"
        return
    faults = list(_position_faults(lines))
    yield from faults
    if any("position" in what or "degrees" in what for what, _ in faults):
        return
    if _DEPTH[kind] >= 2 and "Polygon" in kind:
        broken = list(_ring_faults(lines))
        yield from broken
        if broken:
            return
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        for polygon in polygons:
            yield from _winding_faults(polygon)
    elif _DEPTH[kind] and "Point" not in kind and min(map(len, lines)) < 2:
        yield "line has a single position", "give it two or more"
        return
    shape = shapely.from_geojson(json.dumps(geometry))
    if not shapely.is_valid(shape):
        yield f"geometry crosses or touches itself: {shapely.is_valid_reason(shape)}", "redraw it there"


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


def _position_faults(lines: list[list[Any]]) -> Iterator[tuple[str, str]]:
    """Yield a fault of each kind with its first case and the number of them."""
    off: dict[str, list[Any]] = {}
    for line in lines:
        for position in line:
            if not _is_position(position):
                off.setdefault("position", []).append(position)
                continue
            lon, lat = position[0], position[1]
            if not -180 <= lon <= 180:
                off.setdefault("longitude", []).append(lon)
            if not -90 <= lat <= 90:
                off.setdefault("latitude", []).append(lat)
            if any(
                len(repr(value).partition(".")[2]) > DECIMALS and _too_fine(value) for value in (lon, lat)
            ):
                off.setdefault("decimals", []).append(position[:2])
        for one, other in pairwise(line):
            if _is_position(one) and _is_position(other) and abs(one[0] - other[0]) > 180:
                off.setdefault("antimeridian", []).append([one, other])
    said = {
        "position": ("position {} is not two numbers", "write [longitude, latitude]"),
        "longitude": ("longitude {} is outside -180..180 degrees", "give WGS 84 degrees, longitude first"),
        "latitude": ("latitude {} is outside -90..90 degrees", "give WGS 84 degrees, longitude first"),
        "decimals": (f"{{}} has more than {DECIMALS} decimals", f"round to {DECIMALS}"),
        "antimeridian": ("stretch {} crosses the antimeridian", "split the geometry at 180 degrees"),
    }
    for kind, cases in off.items():
        what, remedy = said[kind]
        more = f" (and {len(cases) - 1} more)" if len(cases) > 1 else ""
        yield what.format(cases[0]) + more, remedy


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(type(value) in (int, float) and isfinite(value) for value in position)
    )


def _too_fine(value: float) -> bool:
    return round(value, DECIMALS) != value


def _ring_faults(rings: list[list[Any]]) -> Iterator[tuple[str, str]]:
    for ring in rings:
        if len(ring) < 4:
            yield f"ring at {ring[0]} has {len(ring)} positions", "a ring needs at least four"
        elif ring[0] != ring[-1]:
            yield f"ring at {ring[0]} is not closed", "repeat its first position at the end"


def _winding_faults(polygon: list[list[Position]]) -> Iterator[tuple[str, str]]:
    for place, ring in enumerate(polygon):
        x, y = ring[0][:2]  # measured from here: tiny rings far from 0/0 would drown in rounding
        double = sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in pairwise(ring))
        if double and (double > 0) != (place == 0):
            which = "outer ring" if place == 0 else "hole"
            turn = "counter-clockwise" if place == 0 else "clockwise"
            yield f"{which} at {list(ring[0])} winds the wrong way", f"RFC 7946 wants it {turn}: reverse it"
