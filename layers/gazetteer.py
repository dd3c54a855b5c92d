"""Names of the day and spellings of places: polities, towns, islands and waters."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import shapely

from geo import dates
from geo.frontier import Frontier
from geo.names import polities_of as names_by_polity
from layers.palette import colour_of, stroke_of

Row = dict[str, Any]


def _read(frontier: Frontier, name: str) -> Any:
    path = frontier.folder / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def _dated_name(row: Row, extra: Iterable[str] = ()) -> dict[str, Any]:
    start, end = dates.period(row.get("start_date"), row.get("end_date"))
    name: dict[str, Any] = {"start": start, "end": end, "en": row["name"]}
    for field, key in (("name_zh", "zh"), ("name_ru", "ru"), ("name_local", "local")):
        if row.get(field):
            name[key] = row[field]
    return name | {field: row[field] for field in extra if row.get(field)}


def polities_of(frontier: Frontier) -> dict[str, dict[str, Any]]:
    """Return each polity's names by date, family, nation and paint, from `polities.json`."""
    polities: dict[str, dict[str, Any]] = {}
    for key, names in names_by_polity(frontier.folder).items():
        fill = colour_of(key, frontier)
        polities[key] = {
            "family": frontier.family_of(key),
            "fill": fill,
            "stroke": stroke_of(fill),
        }
        if frontier.nation_of(key) != key:
            polities[key]["nation"] = frontier.nation_of(key)
        dated = [_dated_name(name, ("capital",)) for name in names]
        polities[key]["names"] = sorted(dated, key=lambda name: name["start"])
    return polities


def towns_of(frontier: Frontier) -> list[dict[str, Any]]:
    """Return the towns of the base map with their names by date, the most important first."""
    towns = []
    for feature in _features(frontier, "towns"):
        facts = feature["properties"]
        names = [_dated_name(name) for name in facts["names"]]
        towns.append(
            {
                "id": facts["id"],
                "point": feature["geometry"]["coordinates"],
                "rank": int(facts["rank"]),
                "names": sorted(names, key=lambda name: name["start"]),
                **_spelled(facts),
            }
        )
    return sorted(towns, key=lambda town: (town["rank"], town["id"]))


def waters_of(frontier: Frontier) -> list[dict[str, Any]]:
    """Return islands, rivers and lakes that have a name: `kind`, `point`, `box` (degrees) and names."""
    found = []
    for stem in ("islands", "rivers", "lakes"):
        for feature in _features(frontier, stem):
            facts, shape = feature["properties"], shapely.geometry.shape(feature["geometry"])
            found.append(
                {
                    "id": facts["id"],
                    "kind": facts.get("kind") or stem.removesuffix("s"),
                    "point": facts.get("label") or feature["geometry"]["coordinates"],
                    "box": [round(side, 2) for side in shape.bounds],
                    "names": [_dated_name(facts)],
                    **_spelled(facts),
                }
            )
    return found


def folding_of(frontier: Frontier) -> dict[str, str]:
    """Return the table of signs that the page's search folds, as `geo.folding` has it."""
    return _read(frontier, "folding.json") or {"from": "", "to": ""}


def _features(frontier: Frontier, stem: str) -> list[dict[str, Any]]:
    content = _read(frontier, f"basemap/{stem}.geojson") or {"features": []}
    listed: list[dict[str, Any]] = content["features"]
    return listed


def _spelled(facts: Row) -> dict[str, list[str]]:
    return {"aliases": facts["aliases"]} if facts.get("aliases") else {}


def tour_of(frontier: Frontier) -> list[dict[str, Any]]:
    """Return the chapters of the frontier's own tour."""
    chapters: list[dict[str, Any]] = _read(frontier, "tour.json") or []
    return chapters
