"""The railway layer: lines through their stations and bends, one feature a period."""

from __future__ import annotations

from collections import defaultdict

from shapely.geometry import LineString

from geo.measure import length_km

from .names import number_or_none, text_or_none
from .tables import Authored, Row, period_id, split_list
from .territories import Feature
from .write import feature


def stretch(stations: list[Row], row: Row) -> tuple[LineString, str | None]:
    """Return the course of a period through its stations and bends, and the names of its ends.

    `from_seq` and `to_seq` bound it; both empty mean the whole line (and no names).
    """
    first, last = row["from_seq"], row["to_seq"]
    rows = sorted(stations, key=lambda station: int(station["seq"]))
    if first and last:
        rows = [station for station in rows if int(first) <= int(station["seq"]) <= int(last)]
    course = LineString([(float(station["lon"]), float(station["lat"])) for station in rows])
    return course, f"{rows[0]['station']} - {rows[-1]['station']}" if first else None


def make_railways(authored: Authored) -> list[Feature]:
    """Return the railway features, ordered by line and start."""
    stations: dict[str, list[Row]] = defaultdict(list)
    for row in authored["rail_stations"]:
        stations[row["line_id"]].append(row)
    lines = {row["line_id"]: row for row in authored["rail_lines"]}
    features = []
    for row in sorted(
        authored["rail_periods"], key=lambda row: (row["line_id"], row["start"], row["from_seq"])
    ):
        line = lines[row["line_id"]]
        course, ends = stretch(stations[row["line_id"]], row)
        notes = [note for note in (line["note"], row["note"]) if note]
        sources = list(dict.fromkeys(split_list(row["sources"]) + split_list(line["sources"])))
        properties = {
            "id": period_id(row),
            "name": line["name"],
            "name_zh": text_or_none(line["name_zh"]),
            "name_ru": text_or_none(line["name_ru"]),
            "name_local": None,
            "line_id": row["line_id"],
            "line": line["line"],
            "segment": ends or text_or_none(line["segment"]),
            "group": text_or_none(line["group"]),
            "status": row["status"],
            "gauge_mm": number_or_none(row["gauge_mm"]),
            "owner": text_or_none(row["owner"]),
            "operator": text_or_none(row["operator"]),
            "owner_key": row["owner_key"],
            "operator_key": row["operator_key"],
            "zone": text_or_none(row["zone"]),
            "length_km": round(length_km(course), 1),
            "published_length_km": number_or_none(line["published_length_km"]),
            "start_date": row["start"],
            "end_date": text_or_none(row["end"]),
            "start_edtf": text_or_none(row["start_edtf"]),
            "end_edtf": text_or_none(row["end_edtf"]),
            "certainty": row["certainty"],
            "note": " ".join(note.rstrip(".") + "." for note in notes) or None,
            "sources": sources,
        }
        features.append(feature(properties, course))
    return features
