"""What can be found by name: towns, islands and waters with all their spellings, and the folding of signs."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry import Point

from geo.errors import ToolError

from .identifiers import identifiers_of
from .names import text_or_none
from .tables import Authored, split_list
from .territories import Feature
from .write import feature

_SIGNS = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_LETTERS = dict(zip("үұөғқңһҳҷіıłø", "ууогкнххчиilo", strict=True))
"""Letters that readers often type without their mark, and that Unicode doesn't part from it."""


def make_towns(authored: Authored) -> list[Feature]:
    """Return the towns, each with its names by date, its other spellings and identifiers."""
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
    aliases, identifiers = aliases_of(authored), identifiers_of(authored, "place")
    features = []
    for row in authored["places"]:
        own = sorted(names[row["id"]], key=lambda item: item["start_date"] or "")
        properties = {
            "id": row["id"],
            "name": own[-1]["name"] if own else row["id"],
            "rank": int(row["rank"]),
            "kind": text_or_none(row["kind"]),
            "names": own,
            "aliases": aliases[row["id"]],
            "identifiers": identifiers.get(row["id"], {}),
        }
        features.append(feature(properties, Point(float(row["lon"]), float(row["lat"]))))
    return features


def make_islands(authored: Authored) -> list[Feature]:
    """Return the islands that are no town's, points with their names; the land itself is a territory."""
    return [
        feature(
            {"id": row["id"], **_named(row, "island", aliases_of(authored))},
            Point(float(row["lon"]), float(row["lat"])),
        )
        for row in authored["islands"]
    ]


def with_spellings(authored: Authored, waters: list[Feature], kind: str) -> list[Feature]:
    """Return rivers or lakes with their other spellings and a point on them (`label`, degrees)."""
    aliases = aliases_of(authored)
    made = []
    for item in waters:
        row = item["properties"]
        lon, lat = _middle(shapely.geometry.shape(item["geometry"])).coords[0]
        extra = {
            "aliases": _named(row, kind, aliases)["aliases"],
            "kind": kind,
            "label": [round(lon, 3), round(lat, 3)],
        }
        made.append({**item, "properties": {**row, **extra}})
    return made


def aliases_of(authored: Authored) -> dict[str, list[str]]:
    """Return the other spellings of each place, in table order."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in authored["aliases"]:
        aliases[row["place_id"]].append(row["name"])
    return aliases


def folding_json(texts: Iterable[str]) -> str:
    """Return `folding.json`: each Chinese or Japanese sign of the texts, in any form, to its simplified one.

    Some marked letters go to plain ones. The forms are OpenCC's: a reader may type any of them, whichever
    the atlas has.
    """
    try:
        from opencc import OpenCC
    except ImportError:
        raise ToolError("the build needs OpenCC: run `pip install -r requirements-dev.txt`") from None
    simple, full = OpenCC("t2s"), OpenCC("s2t")
    others = [OpenCC(name) for name in ("t2tw", "t2hk", "t2jp")]
    back = OpenCC("jp2t")
    signs = {sign for text in texts for sign in _SIGNS.findall(text)}
    signs |= {full.convert(sign) for sign in signs}
    signs |= {other.convert(sign) for sign in signs for other in others}
    table = dict(_LETTERS)
    for sign in sorted(signs):
        plain = simple.convert(sign)
        if plain == sign == full.convert(sign):
            plain = simple.convert(back.convert(sign))
        if len(sign) == len(plain) == 1 and plain != sign:
            table[sign] = plain
    return json.dumps({"from": "".join(table), "to": "".join(table.values())}, ensure_ascii=False) + "\n"


def _named(row: dict[str, Any], kind: str, aliases: dict[str, list[str]]) -> dict[str, Any]:
    """Return a water's or island's names and spellings, `Ussuri River` among those of the Ussuri."""
    own = aliases[row["id"]]
    name = re.sub(r"\s*\(.*", "", str(row["name"]))
    called = {"river": [name], "island": [name, *own]}.get(kind, [])
    generic = [f"{one} {kind}" for one in called if kind not in one.lower()]
    names = {key: text_or_none(row[key]) for key in ("name", "name_zh", "name_ru")}
    return {**names, "aliases": [*own, *generic], "kind": kind}


def _middle(shape: shapely.Geometry) -> shapely.Point:
    """Return a point in a lake, or halfway along the longest stretch of a river."""
    if shape.geom_type.endswith("Polygon"):
        return shapely.point_on_surface(shape)
    longest = max(shapely.get_parts(shape), key=lambda part: part.length)
    return shapely.line_interpolate_point(longest, 0.5, normalized=True)
