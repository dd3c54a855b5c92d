"""Territory layers: one feature a tenure row, its land the union of the row's units."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import shapely

from geo.measure import area_km2, stated_km2

from .cut import Shapes
from .names import Polities, text_or_none
from .recognition import Recognitions
from .seats import Seats
from .tables import Authored, Row, split_list
from .write import feature

Feature = dict[str, Any]


def merge_units(units: Shapes, names: list[str]) -> shapely.Geometry:
    """Return the union of some units of the coverage, with their common vertices kept."""
    parts = [units[name] for name in names]
    merged = parts[0] if len(parts) == 1 else shapely.coverage_union_all(parts)
    return shapely.multipolygons(shapely.get_parts(merged))


@dataclass(frozen=True)
class Lookups:
    """What a tenure reads from other tables by day: names of polities, views of capitals, seats."""

    polities: Polities
    recognitions: Recognitions
    seats: Seats


def lookups(authored: Authored) -> Lookups:
    """Return the dated tables that tenures are read with."""
    return Lookups(
        Polities(authored["polities"]),
        Recognitions(authored["recognitions"], authored.frontier.viewpoints, authored.days),
        Seats(authored["capitals"], authored["place_names"], authored.days),
    )


def parts_of_tenure(row: Row, recognitions: Recognitions) -> list[Row]:
    """Return a tenure cut where a capital's view of it changes; later parts are called `id-tYY`."""
    marks = [*(day for day, _ in recognitions.parts(row)), row["end"]]
    parts = []
    for index, (start, end) in enumerate(pairwise(marks)):
        part = dict(row, start=start, end=end)
        if index:
            part |= {"id": f"{row['id']}-t{start[2:4]}", "start_edtf": ""}
        if index < len(marks) - 2:
            part["end_edtf"] = ""
        parts.append(part)
    named = Counter(part["id"] for part in parts)
    for part in parts[1:]:
        if named[part["id"]] > 1:
            part["id"] = f"{row['id']}-t{part['start'][2:].replace('-', '')}"
    return parts


def tenure_properties(row: Row, known: Lookups, area: float) -> dict[str, Any]:
    """Return the shipped properties of a tenure row."""
    views = known.recognitions.parts(row)[0][1]
    start = row["start"]
    return {
        "id": row["id"],
        "name": row["name"],
        "name_zh": text_or_none(row["name_zh"]),
        "name_ru": text_or_none(row["name_ru"]),
        "name_local": text_or_none(row["name_local"]),
        "polity": row["polity"],
        "controller": known.polities.name(row["controller"], start),
        "controller_key": row["controller"],
        "sovereign": known.polities.name(row["sovereign"], start),
        "sovereign_key": row["sovereign"],
        "claimants": split_list(row["claimants"]),
        **{f"view_{viewpoint}": view for viewpoint, view in views.items()},
        "status": row["status"],
        "capital": known.seats.text(row["capital"], start, row["end"]),
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
    tables = lookups(authored)
    known: dict[tuple[str, ...], shapely.Geometry] = {}
    features = []
    cut = (part for row in authored[layer] for part in parts_of_tenure(row, tables.recognitions))
    for row in sorted(cut, key=lambda row: (row["start"], row["id"])):
        names = tuple(sorted(split_list(row["units"])))
        if names not in known:
            known[names] = merge_units(units, list(names))
        land = known[names]
        features.append(feature(tenure_properties(row, tables, stated_km2(area_km2(land))), land))
    return features
