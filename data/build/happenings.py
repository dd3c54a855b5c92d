"""The clash and event layers: points with a first and a last day."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from shapely.geometry import Point

from .names import exclusive_end, text_or_none
from .same import links
from .tables import Authored, Row, split_list
from .territories import Feature
from .write import feature


def highest(figure: str) -> int | None:
    """Return the upper end of a figure such as `1000-1500`, None if empty."""
    return int(figure.rsplit("-", 1)[-1]) if figure else None


def killed_max(rows: list[Row]) -> int | None:
    """Return the highest count of killed: per side the highest claim, summed over the sides that have one."""
    best: dict[str, int] = {}
    for row in rows:
        value = highest(row["killed"])
        if value is not None:
            best[row["side"]] = max(value, best.get(row["side"], 0))
    return sum(best.values()) if best else None


def _sides(row: Row, stem: str) -> list[dict[str, Any]]:
    return [{"side": side, "text": row[f"{stem}_{side}"]} for side in ("a", "b") if row[f"{stem}_{side}"]]


def _dates(row: Row) -> dict[str, Any]:
    return {
        "start_date": row["start"],
        "end_date": exclusive_end(row),
        "start_edtf": text_or_none(row["start_edtf"]),
        "end_edtf": text_or_none(row["end_edtf"]),
        "certainty": row["certainty"],
        "note": text_or_none(row["note"]),
    }


def make_clashes(authored: Authored) -> list[Feature]:
    """Return the clash features with what each side is said to have lost, ordered by start and id."""
    losses: dict[str, list[Row]] = defaultdict(list)
    for row in authored["clash_casualties"]:
        losses[row["clash_id"]].append(row)
    features = []
    for row in sorted(authored["clashes"], key=lambda row: (row["start"], row["id"])):
        own = sorted(losses[row["id"]], key=lambda loss: (loss["side"], loss["claimed_by"]))
        casualties = [
            {
                **{
                    key: text_or_none(loss[key])
                    for key in ("side", "claimed_by", "killed", "wounded", "captured", "text")
                },
                "sources": split_list(loss["sources"]),
            }
            for loss in own
        ]
        properties = {
            **{
                key: text_or_none(row[key]) for key in ("id", "section", "kind", "name", "name_zh", "name_ru")
            },
            "name_local": None,
            **{key: text_or_none(row[key]) for key in ("place", "place_zh", "place_ru", "place_certainty")},
            "belligerents": [{"side": side, "name": row[f"side_{side}"]} for side in ("a", "b")],
            "commanders": _sides(row, "commanders"),
            "strength": _sides(row, "strength"),
            "casualties": casualties,
            "killed_max": killed_max(own),
            "outcome": text_or_none(row["outcome"]),
            **_dates(row),
            "sources": split_list(row["sources"]),
        }
        features.append(feature(properties, Point(float(row["lon"]), float(row["lat"]))))
    return features


def make_events(authored: Authored) -> list[Feature]:
    """Return the event features (null geometry where an event has no place), ordered by start and id."""
    features = []
    for row in sorted(authored["events"], key=lambda row: (row["start"], row["id"])):
        properties = {
            **{key: text_or_none(row[key]) for key in ("id", "section", "kind")},
            "name": row["title"],
            "name_zh": text_or_none(row["title_zh"]),
            "name_ru": text_or_none(row["title_ru"]),
            "name_local": None,
            "place": text_or_none(row["place"]),
            "importance": int(row["importance"]),
            "clash": links(row)[0] or None,
            **_dates(row),
            "sources": split_list(row["sources"]),
        }
        point = Point(float(row["lon"]), float(row["lat"])) if row["lon"] and row["lat"] else None
        features.append(feature(properties, point))
    return features
