"""Names of the day: polities and towns, by language and period, with the paint that polities have."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geo.files import DATA
from layers.days import ALWAYS, OPEN, number_from_day
from layers.palette import colour_of, family_of, stroke_of

_AUTHORED = DATA / "authored"
Row = dict[str, Any]


def _rows(name: str) -> list[Row]:
    path = _AUTHORED / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _dated_name(row: Row, extra: Iterable[str] = ()) -> dict[str, Any]:
    name: dict[str, Any] = {
        "start": number_from_day(row["start"]) if row["start"] else ALWAYS,
        "end": number_from_day(row["end"]) if row["end"] else OPEN,
        "en": row["name"],
    }
    for field, key in (("name_zh", "zh"), ("name_ru", "ru"), ("name_local", "local")):
        if row.get(field):
            name[key] = row[field]
    return name | {field: row[field] for field in extra if row.get(field)}


def polities_from_table() -> dict[str, dict[str, Any]]:
    """Return each polity's names by date, family and paint."""
    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows("polities.csv"):
        named[row["key"]].append(_dated_name(row, ("capital",)))
    polities: dict[str, dict[str, Any]] = {}
    for key, names in named.items():
        paint = colour_of(key)
        polities[key] = {"family": family_of(key), "fill": paint.fill, "stroke": stroke_of(paint.fill)}
        if paint.pattern:
            polities[key]["pattern"] = paint.pattern
        polities[key]["names"] = sorted(names, key=lambda name: name["start"])
    return polities


def towns_from_geojson(path: Path = DATA / "basemap" / "towns.geojson") -> list[dict[str, Any]]:
    """Return the towns of the map with their names by date, the most important first."""
    if not path.exists():
        return []
    towns = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        names = [
            _dated_name({**name, "start": name["start_date"], "end": name["end_date"]})
            for name in facts["names"]
        ]
        towns.append(
            {
                "id": facts["id"],
                "point": feature["geometry"]["coordinates"],
                "rank": int(facts["rank"]),
                "names": sorted(names, key=lambda name: name["start"]),
            }
        )
    return sorted(towns, key=lambda town: (town["rank"], town["id"]))


def sections() -> dict[str, str]:
    """Return the sections of the source article that clashes, events and the tour belong to."""
    return {
        "context": "Before and around",
        "comparison": "Two countries compared",
        "civil-war-mongolia": "Russian Civil War and Mongolia",
        "kmt-ccp": "Kuomintang, Communists and Moscow",
        "conflict-1929": "The conflict of 1929",
        "invasion-xinjiang": "Soviet invasion of Xinjiang, 1934",
        "xinjiang-1937": "Xinjiang, 1937",
        "second-world-war": "Second World War",
        "victory-1945": "Victory of 1945",
        "ili-rebellion": "Ili rebellion",
        "beitashan": "Peitashan",
        "prc": "The People's Republic and the alliance",
        "split": "The split",
        "post-mao": "After Mao",
        "dissolution": "Dissolution of the Soviet Union",
    }


def tour_path() -> Path:
    """Path of the tour that ships with the atlas."""
    return _AUTHORED / "tour.json"
