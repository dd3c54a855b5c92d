"""The base map: land, rivers, lakes, modern borders, towns."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import shapely
from shapely.geometry import Point

from .borders import Segment, shared_segments
from .cut import Shapes
from .names import text_or_none
from .pieces import country_of
from .tables import Authored, split_list
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


def make_towns(authored: Authored) -> list[Feature]:
    """Return the towns, each with its names by date."""
    names: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in authored["place_names"]:
        names[row["place_id"]].append(
            {
                "start_date": text_or_none(row["start"]),
                "end_date": text_or_none(row["end"]),
                **{key: text_or_none(row[key]) for key in ("name", "name_zh", "name_ru", "name_local")},
                "sources": split_list(row["sources"]),
            }
        )
    features = []
    for row in authored["places"]:
        own = sorted(names[row["id"]], key=lambda item: item["start_date"] or "")
        properties = {
            "id": row["id"],
            "name": own[-1]["name"] if own else row["id"],
            "rank": int(row["rank"]),
            "kind": text_or_none(row["kind"]),
            "names": own,
        }
        features.append(feature(properties, Point(float(row["lon"]), float(row["lat"]))))
    return features
