"""Simplify a coverage finely in the core of the map and coarsely around it, keeping it a coverage."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

CORE = (68.0, 34.0, 146.0, 57.0)
"""West, south, east, north of the region drawn in full detail."""
Array = npt.NDArray[np.float64]


def _squeeze(values: Array, low: float, high: float, slope: float) -> Array:
    """Leave `low`..`high` as it is and shrink what lies beyond by `slope`."""
    return np.where(
        values < low,
        low + (values - low) * slope,
        np.where(values > high, high + (values - high) * slope, values),
    )


def squeeze(points: Array, slope: float) -> Array:
    """Return points (n, 2) in a plane where distances outside the core are `slope` times as long."""
    west, south, east, north = CORE
    return np.column_stack(
        [_squeeze(points[:, 0], west, east, slope), _squeeze(points[:, 1], south, north, slope)]
    )


def simplify_coverage(
    shapes: list[shapely.Geometry], *, tolerance: float, slope: float
) -> list[shapely.Geometry]:
    """Simplify polygons that form a coverage (Visvalingam-Whyatt, degrees); vertices kept are never moved.

    Outside the core the tolerance is `tolerance / slope` degrees: the coverage is simplified in a squeezed
    plane and each vertex that stays is looked up again. Raise ValueError if the result is no coverage.
    """
    original = shapely.get_coordinates(shapes)
    squeezed = squeeze(original, slope)
    back = dict(zip(map(tuple, squeezed.tolist()), map(tuple, original.tolist()), strict=True))
    plane = shapely.transform(np.array(shapes, dtype=object), lambda points: squeeze(points, slope))
    simple = shapely.coverage_simplify(plane, tolerance)
    restored = shapely.transform(
        simple, lambda points: np.array([back[tuple(point)] for point in points.tolist()])
    )
    if not shapely.coverage_is_valid(restored):
        raise ValueError(f"the coverage broke at tolerance {tolerance}, slope {slope}: change one a little")
    return list(restored)


def simplify_line(line: shapely.Geometry, *, fine: float = 0.008, coarse: float = 0.03) -> shapely.Geometry:
    """Simplify lines (degrees): `fine` where they touch the core, `coarse` elsewhere."""
    core = shapely.box(*CORE)
    parts = [
        shapely.simplify(part, fine if shapely.intersects(part, core) else coarse)
        for part in shapely.get_parts(line)
    ]
    return shapely.multilinestrings([part for part in parts if not part.is_empty])
