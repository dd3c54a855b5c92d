"""A still picture of the map as SVG, for readers without JavaScript: small, and only from the payload."""

from __future__ import annotations

from html import escape
from math import asinh, degrees, radians, tan
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.frontier import Bounds
from layers.arcs import lonlat_arcs, polygon_from_shape, ring_points
from layers.days import day_from_number
from layers.palette import FILL_OPACITY, GROUND, INK, SEA

WIDTH, HEIGHT = 960, 600
MAX_BYTES = 80_000
_TERRITORIES = "territory"


def still_from_payload(payload: dict[str, Any], day: int | None = None, *, bounds: Bounds) -> str:
    """Return the map on a day (YYYYMMDD; the payload's first date by default) as an SVG of at most 80 kB."""
    date = str(payload["date"])
    day = day or (int(date) * 10000 + 1231 if len(date) == 4 else int(date.replace("-", "")))
    for tolerance in (1.2, 1.8, 2.5, 4.0, 8.0):
        svg = _drawn(payload, day, tolerance, bounds)
        if len(svg.encode("utf-8")) <= MAX_BYTES:
            return svg
    return svg


def _drawn(payload: dict[str, Any], day: int, tolerance: float, bounds: Bounds) -> str:
    arcs = [_project(arc, bounds) for arc in lonlat_arcs(payload["topology"])]
    parts = [_path(_area(payload["base"]["land"], arcs, tolerance), GROUND, "#b9b3a3", 1)]
    labels = []
    for layer in payload["layers"]:
        if layer["kind"] != _TERRITORIES:
            continue
        for feature in payload["features"][layer["key"]]:
            if not feature["start"] <= day < feature["end"] or "polygons" not in feature:
                continue
            polity = payload["polities"].get(feature.get("polity"), {"fill": "#b8b4a8", "stroke": "#777"})
            shape = _area(feature["polygons"], arcs, tolerance)
            parts.append(_path(shape, polity["fill"], polity["stroke"], FILL_OPACITY))
            labels.append((shape.area, feature["label"], feature["names"].get("en", "")))
    parts.append(_path(_area(payload["base"]["lakes"], arcs, tolerance), SEA, "none", 1))
    for layer in payload["layers"]:
        if layer["kind"] == "line":
            parts += [
                _line(feature["lines"], arcs, tolerance)
                for feature in payload["features"][layer["key"]]
                if feature["start"] <= day < feature["end"] and "lines" in feature
            ]
    parts += _names(labels, bounds)
    title = f"{escape(payload['title'])}: {day_from_number(day)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" width="100%">'
        f'<title>{title}</title><rect width="{WIDTH}" height="{HEIGHT}" fill="{SEA}"/>'
        + "".join(parts)
        + f'<text x="12" y="{HEIGHT - 14}" font-family="Georgia,serif" font-size="26" fill="{INK}">'
        f"{day_from_number(day)}</text></svg>"
    )


def _project(lonlat: NDArray[np.float64], bounds: Bounds) -> NDArray[np.float64]:
    """Web Mercator onto the picture (x to the right, y down)."""
    top, bottom = (degrees(asinh(tan(radians(edge)))) for edge in (bounds.north, bounds.south))
    x = (lonlat[:, 0] - bounds.west) / (bounds.east - bounds.west) * WIDTH
    y = (top - np.degrees(np.arcsinh(np.tan(np.radians(lonlat[:, 1]))))) / (top - bottom) * HEIGHT
    return np.stack([x, y], axis=1)


def _area(shape: Any, arcs: list[NDArray[np.float64]], tolerance: float) -> Any:
    if not shape:
        return shapely.MultiPolygon()
    whole = shapely.make_valid(polygon_from_shape(shape, arcs))
    clipped = shapely.clip_by_rect(whole, -5, -5, WIDTH + 5, HEIGHT + 5)
    return shapely.simplify(clipped, tolerance)


def _path(shape: Any, fill: str, stroke: str, opacity: float) -> str:
    rings = [ring for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 1
             for ring in (part.exterior, *part.interiors)]  # fmt: skip
    if not rings:
        return ""
    d = "".join(_walk(shapely.get_coordinates(ring)[:-1]) + "Z" for ring in rings)
    return (
        f'<path d="{d}" fill="{fill}" fill-opacity="{opacity}" fill-rule="evenodd" '
        f'stroke="{stroke}" stroke-width=".8"/>'
    )


def _line(lines: Any, arcs: list[NDArray[np.float64]], tolerance: float) -> str:
    d = ""
    for line in lines:
        drawn = shapely.LineString(ring_points(line, arcs)).simplify(tolerance)
        d += _walk(shapely.get_coordinates(drawn))
    return f'<path d="{d}" fill="none" stroke="{INK}" stroke-width="1"/>'


def _walk(points: NDArray[np.float64]) -> str:
    whole = np.rint(points).astype(int)
    steps = np.diff(whole, axis=0)
    moves = " ".join(f"{dx} {dy}" for dx, dy in steps.tolist() if dx or dy)
    return f"M{whole[0][0]} {whole[0][1]}" + (f"l{moves}" if moves else "")


def _names(labels: list[tuple[float, list[float], str]], bounds: Bounds) -> list[str]:
    """Names from the largest land down, each once, where there is room and none over another."""
    taken: list[tuple[float, float, float, float]] = []
    drawn: dict[str, str] = {}
    for area, point, full in sorted(labels, key=lambda label: -label[0]):
        name = full.split(" (")[0]
        x, y = _project(np.array([point]), bounds)[0]
        half = len(name) * 3.4
        if name in drawn or half > 1.1 * area**0.5:
            continue
        box = x - half, y - 12, x + half, y + 4
        clear = all(box[2] < b[0] or box[0] > b[2] or box[3] < b[1] or box[1] > b[3] for b in taken)
        if clear and box[0] > 0 and box[2] < WIDTH and 12 < y < HEIGHT - 50:
            taken.append(box)
            drawn[name] = (
                f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" font-size="13" '
                f'font-family="Georgia,serif" fill="{INK}">{escape(name)}</text>'
            )
    return list(drawn.values())
