"""Lengths and areas on the WGS84 ellipsoid."""

from __future__ import annotations

import shapely
from pyproj import Geod

_GEOD = Geod(ellps="WGS84")


def area_km2(geometry: shapely.Geometry) -> float:
    """Return the geodesic area of polygons, square kilometres, to three figures below 100 and whole above."""
    area = sum(
        abs(_GEOD.geometry_area_perimeter(shapely.orient_polygons(part))[0])
        for part in shapely.get_parts(geometry)
    )
    area /= 1e6
    return round(area, 2) if area < 100 else float(round(area))


def length_km(geometry: shapely.Geometry) -> float:
    """Return the geodesic length of lines, kilometres, to one decimal."""
    return round(_GEOD.geometry_length(geometry) / 1000, 1)
