"""Lengths and areas on the WGS 84 ellipsoid."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import shapely


def area_km2(geometry: Any) -> float:
    """Return the geodesic area (km2) of a shapely geometry in WGS 84 degrees."""
    parts = shapely.get_parts(shapely.orient_polygons(geometry))
    return sum(abs(float(_geod().geometry_area_perimeter(part)[0])) for part in parts) / 1e6


def stated_km2(area: float) -> float:
    """Return an area (km2) as it is stated: two decimals below 100 km2, whole above."""
    return round(area, 2) if area < 100 else float(round(area))


def length_km(geometry: Any) -> float:
    """Return the geodesic length (km) of shapely lines in WGS 84 degrees."""
    return float(_geod().geometry_length(geometry)) / 1000


@lru_cache(maxsize=1)
def _geod() -> Any:
    from pyproj import Geod

    return Geod(ellps="WGS84")
