"""A still picture of the map as SVG, for readers without JavaScript: small, in the page's projection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from math import asinh, degrees, radians, tan
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.dates import iso_from_number, moment
from geo.frontier import Bounds, Frontier, shipped
from layers.palette import FILL_OPACITY, GROUND, INK, SEA, colour_of, land_look, stroke_of
from layers.print.frame import MapFrame, Points
from layers.print.labels import Extent, LabelBoxes, Name, land_labels
from layers.registry import Layer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

WIDTH, HEIGHT = 960, 600
MAX_BYTES = 80_000
_FOOT = 46
"""Pixels at the foot that the date takes."""


def still_from_layers(
    layers: Mapping[str, GeoDataFrame],
    declarations: Iterable[Layer],
    date: str,
    *,
    title: str,
    frontier: Frontier | None = None,
) -> str:
    """Return layers (WGS 84, by key) on a date (a year: its last day) as an SVG of at most 80 kB."""
    declared, frontier = list(declarations), frontier or shipped()
    extent = Extent(0, 0, WIDTH, HEIGHT)
    project = partial(_mercator, bounds=frontier.picture)
    svg = ""
    for tolerance in (1.2, 1.8, 2.5, 4.0, 8.0):
        frame = MapFrame(layers, declared, frontier, project=project, extent=extent, tolerance=tolerance)
        svg = _drawn(frame, moment(date), title)
        if len(svg.encode("utf-8")) <= MAX_BYTES:
            break
    return svg


def _drawn(frame: MapFrame, day: int, title: str) -> str:
    date = iso_from_number(day)
    lands = frame.lands(day)
    parts = [_area(frame.ground, GROUND, "#b9b3a3", 1)]
    for land in lands:
        fill = colour_of(land_look(land.row, frame.frontier).ground, frame.frontier)
        parts.append(_area(land.shape, fill, stroke_of(fill), FILL_OPACITY))
    parts.append(_area(frame.lakes, SEA, "none", 1))
    parts += [_line(line.shape) for line in frame.lines(day)]
    boxes = LabelBoxes(Extent(0, 0, WIDTH, HEIGHT - _FOOT))
    for label in land_labels(frame.names(lands), boxes, _measured, reach=2.2):
        parts.append(
            f'<text x="{label.x:.0f}" y="{label.y:.0f}" text-anchor="middle" dominant-baseline="central" '
            f'font-size="{label.size:g}" font-family="Georgia,serif" fill="{INK}">{escape(label.text)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" width="100%">'
        f'<title>{escape(title)}: {date}</title><rect width="{WIDTH}" height="{HEIGHT}" fill="{SEA}"/>'
        + "".join(parts)
        + f'<text x="12" y="{HEIGHT - 14}" font-family="Georgia,serif" font-size="26" fill="{INK}">'
        f"{date}</text></svg>"
    )


def _measured(name: Name) -> tuple[float, float, float]:
    return 13, len(name.text) * 3.4, 8


def _mercator(lonlat: Points, bounds: Bounds) -> Points:
    """Web Mercator onto the picture (x to the right, y down)."""
    top, bottom = (degrees(asinh(tan(radians(edge)))) for edge in (bounds.north, bounds.south))
    x = (lonlat[:, 0] - bounds.west) / (bounds.east - bounds.west) * WIDTH
    y = (top - np.degrees(np.arcsinh(np.tan(np.radians(lonlat[:, 1]))))) / (top - bottom) * HEIGHT
    return np.stack([x, y], axis=1)


def _area(shape: Any, fill: str, stroke: str, opacity: float) -> str:
    rings = [
        ring
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and part.area > 1
        for ring in (part.exterior, *part.interiors)
    ]
    if not rings:
        return ""
    d = "".join(_walk(shapely.get_coordinates(ring)[:-1]) + "Z" for ring in rings)
    return (
        f'<path d="{d}" fill="{fill}" fill-opacity="{opacity}" fill-rule="evenodd" '
        f'stroke="{stroke}" stroke-width=".8"/>'
    )


def _line(shape: Any) -> str:
    d = "".join(_walk(shapely.get_coordinates(part)) for part in shapely.get_parts(shape))
    return f'<path d="{d}" fill="none" stroke="{INK}" stroke-width="1"/>' if d else ""


def _walk(points: Points) -> str:
    whole = np.rint(points).astype(int)
    steps = np.diff(whole, axis=0)
    moves = " ".join(f"{dx} {dy}" for dx, dy in steps.tolist() if dx or dy)
    return f"M{whole[0][0]} {whole[0][1]}" + (f"l{moves}" if moves else "")
