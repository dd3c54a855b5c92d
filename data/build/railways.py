"""The railway layer: lines through their stations and bends, one feature a stretch that one hand ran."""

from __future__ import annotations

from geo.measure import length_km

from .days import OPEN
from .names import number_or_none, text_or_none
from .operators import Operators, Run, course_of
from .tables import Authored, Row, period_id, split_list
from .territories import Feature
from .write import feature

_WORDS = ("low", "medium", "high")


def _window(row: Row, runs: list[Run], run: Run, column: str) -> str | None:
    """Return the EDTF of a run's start or end: its row's on the row's own days, else the new tenure's."""
    day = run.held.start if column == "start" else run.held.end
    if day == (row[column] or OPEN):
        return text_or_none(row[f"{column}_edtf"])
    for other in runs:
        tenure = other.held.tenure
        apart = other.sections[1] < run.sections[0] or other.sections[0] > run.sections[1]
        if tenure and tenure["start"] == day == other.held.start and not apart:
            return text_or_none(tenure["start_edtf"])
    return None


def _feature(row: Row, line: Row, operators: Operators, runs: list[Run], run: Run) -> Feature:
    sections = operators.of(row)[run.sections[0] : run.sections[1] + 1]
    first, last = sections[0].first, sections[-1].last
    course = course_of([first, *(stop for section in sections for stop in section.stops[1:])])
    whole = sections == operators.sections[row["line_id"]]
    held, tenure = run.held, run.held.tenure
    notes = [line["note"], row["note"], f"Follows the land: {tenure['name']}" if tenure else ""]
    certainty = min(filter(None, (row["certainty"], tenure and tenure["certainty"])), key=_WORDS.index)
    sources = [*split_list(row["sources"]), *split_list(line["sources"]), *split_list(held.sources)]
    own = {**row, "from_seq": "" if whole else first["seq"], "start": held.start}
    properties = {
        "id": period_id(own),
        "name": line["name"],
        "name_zh": text_or_none(line["name_zh"]),
        "name_ru": text_or_none(line["name_ru"]),
        "name_local": None,
        "line_id": row["line_id"],
        "line": line["line"],
        "segment": text_or_none(line["segment"]) if whole else f"{first['station']} - {last['station']}",
        "group": text_or_none(line["group"]),
        "status": row["status"],
        "gauge_mm": number_or_none(row["gauge_mm"]),
        "owner": text_or_none(held.running.owner),
        "operator": text_or_none(held.running.operator),
        "owner_key": held.running.owner_key,
        "operator_key": held.running.operator_key,
        "zone": text_or_none(row["zone"]),
        "length_km": round(length_km(course), 1),
        "published_length_km": number_or_none(line["published_length_km"]),
        "start_date": held.start,
        "end_date": None if held.end == OPEN else held.end,
        "start_edtf": _window(row, runs, run, "start"),
        "end_edtf": _window(row, runs, run, "end"),
        "certainty": certainty,
        "note": " ".join(note.rstrip(".") + "." for note in notes if note) or None,
        "sources": list(dict.fromkeys(sources)),
    }
    return feature(properties, course)


def make_railways(authored: Authored, operators: Operators) -> list[Feature]:
    """Return the railway features, ordered by line, start and place."""
    lines = {row["line_id"]: row for row in authored["rail_lines"]}
    features = []
    for row in authored["rail_periods"]:
        runs = operators.runs(row)
        features += [_feature(row, lines[row["line_id"]], operators, runs, run) for run in runs]
    return sorted(
        features, key=lambda item: [item["properties"][key] for key in ("line_id", "start_date", "id")]
    )
