"""A made-up frontier, written to a folder: two rivals on an island sea, 1600 to 1650, with three units of land."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Feature = dict[str, Any]


def titles(en: str, zh: str = "名", ru: str = "Имя") -> dict[str, str]:
    """Return a text in the three languages of the page."""
    return {"en": en, "zh": zh, "ru": ru}


DECLARATION: dict[str, Any] = {
    "title": titles("Atlas of Arvenna: the straits, 1600-1650"),
    "summary": "Who held the shores of Arvenna, {years}.",
    "span": [1600, 1650],
    "date": "1620",
    "bounds": {"west": -12, "south": 48, "east": 12, "north": 62},
    "view": {"west": -6, "south": 52, "east": 6, "north": 58},
    "picture": {"west": -8, "south": 51, "east": 8, "north": 59},
    "viewpoints": {"karst": titles("Karst"), "port-vell": titles("Port Vell")},
    "sections": {"war": "The war of the straits"},
    "families": {
        "north": {"nation": "norrland", "polities": {"crown": "#3366AA", "league": "#6699CC"}},
        "south": {"polities": {"duchy": "#AA6633"}},
    },
    "operators": {},
    "groups": {
        "shores": titles("Shores of the straits"),
        "beyond": titles("Lands beyond"),
        "doings": titles("What happened"),
    },
    "layers": [
        {"key": "beyond", "kind": "territory", "group": "beyond", "order": 1, "around": True,
         "about": "The mainland.", "title": titles("Mainland")},
        {"key": "shores", "kind": "territory", "group": "shores", "order": 2,
         "about": "Two shores of the straits.", "title": titles("Shores")},
        {"key": "fights", "kind": "clash", "group": "doings", "order": 3,
         "about": "Fights at sea and on land.", "title": titles("Fights")},
    ],
    "about": [titles("A map of the straits of Arvenna, made up for a test.")],
    "comparisons": [{"then": "1600", "now": "1650", "title": titles("Fifty years of the straits")}],
}  # fmt: skip

POLITIES = {
    "crown": [{"start_date": "1500-01-01", "end_date": "1625-05-01", "name": "Crown of Norrland"},
              {"start_date": "1625-05-01", "end_date": None, "name": "Protectorate of Norrland"}],
    "league": [{"start_date": None, "end_date": None, "name": "Harbour League"}],
    "duchy": [{"start_date": None, "end_date": None, "name": "Duchy of Sarn"}],
}  # fmt: skip


def square(west: float, south: float, size: float = 3) -> dict[str, Any]:
    """Return a square polygon (degrees), its outer ring counter-clockwise."""
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def land(name: str, unit: str, start: str, end: str | None, polity: str, shape: Any, **more: Any) -> Feature:
    """Return a territory that keeps the schema."""
    row = {
        "id": name, "name": name.replace("-", " ").title(), "name_zh": None, "name_ru": None,
        "name_local": None, "polity": polity, "controller": polity, "controller_key": polity,
        "sovereign": polity, "sovereign_key": polity, "claimants": [], "status": "province",
        "units": [unit], "area_km2": 60000.0, "capital": None, "start_date": start, "end_date": end,
        "start_edtf": None, "end_edtf": None, "certainty": "high", "note": None, "sources": ["CHRON"],
        "view_karst": polity, "view_port-vell": polity,
    } | more  # fmt: skip
    return {"type": "Feature", "id": name, "properties": row, "geometry": shape}


def clash(name: str, start: str, end: str, point: tuple[float, float]) -> Feature:
    """Return a clash that keeps the schema."""
    row = {
        "id": name, "name": name.replace("-", " ").title(), "name_zh": None, "name_ru": None,
        "name_local": None, "section": "war", "kind": "battle", "place": "The straits",
        "belligerents": [{"side": "a", "name": "Norrland"}, {"side": "b", "name": "Sarn"}],
        "commanders": [], "strength": [], "casualties": [], "outcome": "Norrland kept the straits",
        "killed_max": 300, "start_date": start, "end_date": end, "start_edtf": None, "end_edtf": None,
        "certainty": "medium", "note": None, "sources": ["CHRON"],
    }  # fmt: skip
    return {
        "type": "Feature",
        "id": name,
        "properties": row,
        "geometry": {"type": "Point", "coordinates": point},
    }


FEATURES: dict[str, list[Feature]] = {
    "beyond": [land("great-sarn", "sarn", "1600-01-01", None, "duchy", square(-1.5, 50, 3))],
    "shores": [
        land("west-shore", "west", "1600-01-01", "1632-04-10", "crown", square(-5, 54)),
        land("west-shore-taken", "west", "1632-04-10", None, "duchy", square(-5, 54), sovereign_key="crown",
             status="occupied", note="Taken by the fleet of Sarn."),
        land("east-shore", "east", "1600-01-01", None, "league", square(2, 54)),
    ],
    "fights": [clash("battle-of-the-straits", "1632-04-08", "1632-04-10", (0, 55.5))],
}  # fmt: skip

WORKS = [{"id": "CHRON", "type": "book", "title": "A Chronicle of the Straits", "publisher": "Vell",
          "issued": {"date-parts": [[1701]]}, "author": [{"family": "Orm", "given": "Ada"}]}]  # fmt: skip


def write_frontier(
    folder: Path,
    *,
    declaration: dict[str, Any] = DECLARATION,
    features: dict[str, list[Feature]] = FEATURES,
) -> Path:
    """Write a frontier's declaration, layers, names and works; returns the folder."""
    write_json(folder / "frontier.json", declaration)
    write_json(folder / "polities.json", POLITIES)
    write_json(folder / "sources.json", WORKS)
    for key, listed in features.items():
        write_json(folder / f"{key}.geojson", {"type": "FeatureCollection", "features": listed})
    return folder


def write_json(path: Path, content: Any) -> None:
    """Write a JSON file."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


SALT: dict[str, Any] = {
    "key": "salt-pans", "kind": "territory", "group": "beyond", "order": 4, "about": "Islands of salt.",
    "title": titles("Salt islands", "鹽島", "Соляные острова"),
}  # fmt: skip
POSTS: dict[str, Any] = {
    "key": "post-roads", "kind": "line", "group": "doings", "order": 5, "about": "Riders changed horses here.",
    "title": titles("Post roads", "驛路", "Почтовые тракты"), "colour": "#117733",
    "tooltip": ["segment", "horses"], "popup": ["horses", "owner", "note", "sources"],
    "labels": {"horses": titles("Horses at each stage", "每站馬匹", "Лошадей на станции")},
}  # fmt: skip
BEACONS: dict[str, Any] = {
    "key": "beacons", "kind": "event", "group": "doings", "order": 6, "about": "Fires lit as a sign.",
    "title": titles("Beacons", "烽火", "Маяки"), "colour": "#aa4499",
}  # fmt: skip
NEW = (SALT, POSTS, BEACONS)
"""Declarations of three layers more, of areas, lines and points."""


def road(name: str, start: str, end: str | None, points: list[list[float]], **more: Any) -> Feature:
    """Return a stretch of line that keeps the schema."""
    row = {
        "id": name, "name": name.replace("-", " ").title(), "name_zh": None, "name_ru": None,
        "name_local": None, "line": "coast", "segment": "Vell to Karst", "status": "open", "gauge_mm": None,
        "owner": "The Crown's posts", "operator": None, "length_km": 120.0, "start_date": start,
        "end_date": end, "start_edtf": None, "end_edtf": None, "certainty": "high", "note": None,
        "sources": ["CHRON"],
    } | more  # fmt: skip
    return {
        "type": "Feature",
        "id": name,
        "properties": row,
        "geometry": {"type": "LineString", "coordinates": points},
    }


def event(name: str, start: str, end: str, point: tuple[float, float]) -> Feature:
    """Return an event that keeps the schema."""
    made = clash(name, start, end, point)
    for field in ("belligerents", "commanders", "strength", "casualties", "outcome", "killed_max"):
        del made["properties"][field]
    made["properties"] |= {"kind": "sign", "importance": 1}
    return made


NEW_FEATURES: dict[str, list[Feature]] = {
    "salt-pans": [
        land("salt-island", "salt", "1605-01-01", "1640-01-01", "league", square(-7, 51, 2)),
    ],
    "post-roads": [road("coast-road", "1610-06-01", "1645-03-01", [[-4.5, 54.5], [-2.5, 56.5]], horses=12)],
    "beacons": [event("beacon-of-vell", "1618-02-03", "1618-02-04", (3.5, 55.5))],
}
