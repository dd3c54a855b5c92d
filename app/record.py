"""What happened in a year: the app's short list under the map, and where each line leads.

The list crosses the socket with every step, so it is held to `MAX_BYTES`; the map page has the whole.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from geo.frontier import shipped

NOTHING = "Nothing changed hands and no clash is recorded: what stood the year before still held."
MAX_BYTES = 900
MAX_TEXT = 64
TERRITORIES = shipped().territories
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Entry(NamedTuple):
    """One line of the record."""

    date: str
    kind: str
    text: str
    id: str
    weight: float
    lon: float | None
    lat: float | None


def _short_date(day: str, edtf: str | None) -> str:
    month = _MONTHS[int(day[5:7]) - 1]
    if edtf and edtf.rstrip("~?%").count("-") < 2:
        return "" if "-" not in edtf else month
    return f"{int(day[8:10])} {month}"


def _entry(row: Any, kind: str, text: str, weight: float) -> Entry:
    shape = row.geometry
    point = None if shape is None or shape.is_empty else shape.representative_point()
    return Entry(
        row.start_date, kind, text, row.id, weight, point and round(point.x, 3), point and round(point.y, 3)
    )


def _clash_weight(killed: Any) -> float:
    return 45 + (min(killed / 200, 45) if killed and killed == killed else 0)


def entries(layers: dict[str, Any], year: int) -> list[Entry]:
    """Everything that began in a year: changes of hands, rail, clashes, events, by date.

    `layers` are GeoDataFrames by key as `geo.load_layers` returns them (WGS 84).
    """
    found: list[Entry] = []
    for key, frame in layers.items():
        if key == "borders":
            continue
        began = frame[frame["start_date"].str[:4] == str(year)]
        for row in began.itertuples():
            if key in TERRITORIES:
                found.append(_entry(row, "change", row.name, 50 + (key != "powers") * 50))
            elif key == "railways":
                found.append(_entry(row, "rail", f"{row.name}: {row.operator or row.status}", 30))
            elif key == "clashes":
                found.append(_entry(row, "clash", row.name, _clash_weight(row.killed_max)))
            elif key == "events":
                found.append(_entry(row, "event", row.name, 120 - 30 * int(row.importance)))
    return _without_repeats(sorted(found, key=lambda e: (e.date, -e.weight, e.id)))


def _without_repeats(found: list[Entry]) -> list[Entry]:
    """Keep one line of those that read alike on a day (a holder's several lands, a line's stretches)."""
    return list({(entry.date, entry.kind, entry.text): entry for entry in reversed(found)}.values())[::-1]


def _within_budget(found: list[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    size = 0
    for entry in sorted(found, key=lambda e: (-e.weight, e.date, e.id)):
        size += len(json.dumps(_line(entry), ensure_ascii=False).encode()) + 2
        if size > MAX_BYTES:
            break
        kept.append(entry)
    return sorted(kept, key=lambda e: (e.date, e.id))


def _line(entry: Entry) -> list[str]:
    text = entry.text if len(entry.text) <= MAX_TEXT else entry.text[: MAX_TEXT - 1].rstrip() + "…"
    return [_short_date(entry.date, None), entry.kind, text]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def of_year(layers: dict[str, Any], year: int) -> list[Any]:
    """Title, headline and lines of the year, at most `MAX_BYTES` of lines."""
    found = entries(layers, year)
    kept = _within_budget(found)
    if not found:
        return [
            str(year),
            "Nothing changed hands and no clash is recorded: what stood the year before still held.",
            [],
        ]
    number = {kind: sum(e.kind == kind for e in found) for kind in ("change", "rail", "clash", "event")}
    headline = ", ".join(
        [
            _count(number["change"], "change of hands", "changes of hands"),
            _count(number["rail"], "railway change", "railway changes"),
            _count(number["clash"], "clash", "clashes"),
            _count(number["event"], "event", "events"),
        ]
    )
    if len(kept) < len(found):
        headline += f"; the {len(kept)} weightiest here, all of them in the map's own list"
    return [f"The record of {year}", headline, [_line(entry) for entry in kept]]


def line_target(layers: dict[str, Any], year: int, number: int) -> Entry | None:
    """Return the entry behind line `number` of the year's list, or None if there is no such line."""
    kept = _within_budget(entries(layers, year))
    return kept[number] if 0 <= number < len(kept) else None
