"""Where a name stands on a polygon: inside it, as far from its edges as can be."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians
from typing import Any

import shapely
from shapely import affinity

_COARSE = 0.03


def label_point(geometry: Any) -> list[float]:
    """Return lon/lat (WGS 84) of the middle of the widest place in the largest part."""
    return list(_label_point(shapely.to_wkb(geometry)))


@lru_cache(maxsize=4096)
def _label_point(wkb: bytes) -> tuple[float, float]:
    geometry = shapely.from_wkb(wkb)
    part = max(shapely.get_parts(geometry), key=lambda one: one.area)
    stretch = cos(radians(part.centroid.y))
    coarse = part.simplify(min(_COARSE, part.area**0.5 / 50))
    seen = affinity.scale(coarse, xfact=stretch, yfact=1, origin=(0, 0))
    middle = shapely.maximum_inscribed_circle(seen, tolerance=seen.area**0.5 / 50).coords[0]
    point = shapely.Point(middle[0] / stretch, middle[1])
    if not part.contains(point):
        point = part.representative_point()
    return round(point.x, 3), round(point.y, 3)
