"""Territory layers: one feature a tenure row, its land the union of the row's units."""

from __future__ import annotations

from typing import Any

import shapely

from geo.frontier import Frontier
from geo.measure import area_km2

from .check_tenures import parse_views
from .cut import Shapes
from .names import Polities, text_or_none
from .tables import Authored, Row, split_list
from .write import feature

Feature = dict[str, Any]


def merge_units(units: Shapes, names: list[str]) -> shapely.Geometry:
    """Return the union of some units of the coverage, with their common vertices kept."""
    parts = [units[name] for name in names]
    merged = parts[0] if len(parts) == 1 else shapely.coverage_union_all(parts)
    return shapely.multipolygons(shapely.get_parts(merged))


def tenure_properties(row: Row, polities: Polities, area: float, frontier: Frontier) -> dict[str, Any]:
    """Return the shipped properties of a tenure row."""
    views, _ = parse_views(row["views"], frontier.viewpoints)
    start = row["start"]
    return {
        "id": row["id"],
        "name": row["name"],
        "name_zh": text_or_none(row["name_zh"]),
        "name_ru": text_or_none(row["name_ru"]),
        "name_local": text_or_none(row["name_local"]),
        "polity": row["polity"],
        "controller": polities.name(row["controller"], start),
        "controller_key": row["controller"],
        "sovereign": polities.name(row["sovereign"], start),
        "sovereign_key": row["sovereign"],
        "claimants": split_list(row["claimants"]),
        **{f"view_{viewpoint}": views.get(viewpoint, row["sovereign"]) for viewpoint in frontier.viewpoints},
        "status": row["status"],
        "capital": text_or_none(row["capital"]),
        "units": sorted(split_list(row["units"])),
        "area_km2": area,
        "start_date": start,
        "end_date": text_or_none(row["end"]),
        "start_edtf": text_or_none(row["start_edtf"]),
        "end_edtf": text_or_none(row["end_edtf"]),
        "certainty": row["certainty"],
        "note": text_or_none(row["note"]),
        "sources": split_list(row["sources"]),
    }


def make_territories(authored: Authored, layer: str, units: Shapes) -> list[Feature]:
    """Return the features of one territory layer, ordered by start and id."""
    polities = Polities(authored["polities"])
    known: dict[tuple[str, ...], shapely.Geometry] = {}
    features = []
    for row in sorted(authored[layer], key=lambda row: (row["start"], row["id"])):
        names = tuple(sorted(split_list(row["units"])))
        if names not in known:
            known[names] = merge_units(units, list(names))
        land = known[names]
        features.append(
            feature(tenure_properties(row, polities, _stated(area_km2(land)), authored.frontier), land)
        )
    return features


def _stated(km2: float) -> float:
    """Return an area as the file states it: two decimals below 100 km2, whole above."""
    return round(km2, 2) if km2 < 100 else float(round(km2))
