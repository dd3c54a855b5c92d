"""The base map: land and modern borders."""

from __future__ import annotations

from collections import defaultdict

import shapely

from .borders import Segment, shared_segments
from .cut import Shapes
from .pieces import country_of
from .territories import Feature
from .write import feature


def make_land(units: Shapes, plain: Shapes) -> list[Feature]:
    """Return all land as one feature, vertex for vertex the outline of units and plain land."""
    whole = shapely.coverage_union_all([*units.values(), *plain.values()])
    return [feature({"id": "land", "name": "Land"}, shapely.multipolygons(shapely.get_parts(whole)))]


def make_modern_borders(pieces: Shapes) -> list[Feature]:
    """Return the land borders between the countries of Natural Earth, one line feature a pair."""
    pairs: dict[str, list[Segment]] = defaultdict(list)
    for (left, right), segments in shared_segments(pieces).items():
        countries = sorted((country_of(left), country_of(right)))
        if countries[0] != countries[1]:
            pairs["-".join(countries)] += segments
    return [
        feature({"id": key, "name": key}, shapely.line_merge(shapely.multilinestrings(segments)))
        for key, segments in sorted(pairs.items())
    ]
