"""GeoJSON (RFC 7946) written the same way every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.files import DECIMALS


def _numbers(points: Any) -> list[list[float]]:
    return [[round(float(x), DECIMALS) + 0.0, round(float(y), DECIMALS) + 0.0] for x, y in points]


def _polygon(polygon: shapely.Polygon) -> list[list[list[float]]]:
    """Return rings: outer counter-clockwise, holes clockwise, each from its lowest vertex, holes in order."""
    outer = _ring(polygon.exterior, ccw=True)
    return [outer, *sorted(_ring(ring, ccw=False) for ring in polygon.interiors)]


def _ring(ring: shapely.LinearRing, *, ccw: bool) -> list[list[float]]:
    points = _numbers(ring.coords)[:-1]
    if shapely.is_ccw(ring) != ccw:
        points.reverse()
    first = points.index(min(points))
    points = points[first:] + points[:first]
    return [*points, points[0]]


def geometry_json(geometry: shapely.Geometry | None) -> dict[str, Any] | None:
    """Return a geometry as a GeoJSON object in a canonical order of parts; None for none or empty."""
    if geometry is None or geometry.is_empty:
        return None
    kind = geometry.geom_type
    if kind == "Point":
        return {"type": kind, "coordinates": _numbers(geometry.coords)[0]}
    if kind == "LineString":
        return {"type": kind, "coordinates": _numbers(geometry.coords)}
    if kind == "MultiLineString":
        lines = sorted(_numbers(line.coords) for line in geometry.geoms)
        if len(lines) == 1:
            return {"type": "LineString", "coordinates": lines[0]}
        return {"type": kind, "coordinates": lines}
    if kind == "Polygon":
        return {"type": kind, "coordinates": _polygon(geometry)}
    if kind == "MultiPolygon":
        parts = sorted(_polygon(part) for part in geometry.geoms)
        if len(parts) == 1:
            return {"type": "Polygon", "coordinates": parts[0]}
        return {"type": kind, "coordinates": parts}
    raise ValueError(f"a {kind} has no place in a shipped file: split it into points, lines or polygons")


def feature(properties: dict[str, Any], geometry: shapely.Geometry | None) -> dict[str, Any]:
    """Return one GeoJSON feature, its `id` also as the feature's own."""
    return {
        "type": "Feature",
        "id": properties["id"],
        "properties": properties,
        "geometry": geometry_json(geometry),
    }


def collection(features: Iterable[dict[str, Any]]) -> str:
    """Return a FeatureCollection as text, one feature a line."""
    lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def read_shapes(path: Path) -> dict[str, shapely.Geometry]:
    """Return the geometries of a GeoJSON file by feature id."""
    data = json.loads(path.read_text(encoding="utf-8"))
    ids = [item["id"] for item in data["features"]]
    shapes = shapely.from_geojson([json.dumps(item["geometry"]) for item in data["features"]])
    return dict(zip(ids, np.atleast_1d(shapes), strict=True))
