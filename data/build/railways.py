"""The railway layer: lines through their stations and bends, one feature a stretch that one hand ran."""

from __future__ import annotations

from geo.measure import length_km

from .days import OPEN, end_or_open
from .names import number_or_none, text_or_none
from .operators import Held, Operators, Run, course_of
from .tables import Authored, Row, period_id, split_list
from .territories import Feature
from .write import feature

_WORDS = ("low", "medium", "high")
FOLLOWS = "Run by whoever held the land"


def _window(runs: list[Run], run: Run, column: str) -> str | None:
    """Return the EDTF of a run's start or end: a period's on its own day, else the new tenure's."""
    day = run.held.start if column == "start" else run.held.end
    for row in run.held.rows:
        if day == end_or_open(row[column]):
            return text_or_none(row[f"{column}_edtf"])
    for other in runs:
        tenure = other.held.tenure
        apart = other.sections[1] < run.sections[0] or other.sections[0] > run.sections[1]
        if tenure and tenure["start"] == day == other.held.start and not apart:
            return text_or_none(tenure["start_edtf"])
    return None


def _begun(held: Held) -> list[Row]:
    """Return the periods that begin a stretch, or that say themselves who ran it."""
    return [row for row in held.rows if row["start"] == held.start or not held.tenure]


def _notes(line: Row, held: Held) -> str | None:
    """Return the notes of line and periods where a period begins, and that a stretch follows the land."""
    begun = _begun(held)
    notes = [line["note"], *(row["note"] for row in begun)] if begun else []
    said = dict.fromkeys(
        note.rstrip(".") + "." for note in [*notes, FOLLOWS if held.tenure else ""] if note
    )  # sections side by side may say the same
    return " ".join(said) or None


def _feature(line: Row, operators: Operators, runs: list[Run], run: Run) -> Feature:
    held, tenure, running = run.held, run.held.tenure, run.held.running
    every = operators.sections[line["line_id"]]
    sections = every[run.sections[0] : run.sections[1] + 1]
    first, last = sections[0].first, sections[-1].last
    course = course_of([first, *(stop for section in sections for stop in section.stops[1:])])
    whole = sections == every
    certainties = [row["certainty"] for row in (*held.rows, *([tenure] if tenure else []))]
    begun = _begun(held)
    cited = [*(row["sources"] for row in begun), line["sources"] if begun else "", held.sources]
    properties = {
        "id": period_id({**line, "from_seq": "" if whole else first["seq"], "start": held.start}),
        "name": line["name"],
        "name_zh": text_or_none(line["name_zh"]),
        "name_ru": text_or_none(line["name_ru"]),
        "name_local": None,
        "line_id": line["line_id"],
        "line": line["line"],
        "segment": text_or_none(line["segment"]) if whole else f"{first['station']} - {last['station']}",
        "group": text_or_none(line["group"]),
        "status": running.status,
        "gauge_mm": number_or_none(running.gauge_mm),
        "owner": text_or_none(running.owner),
        "operator": text_or_none(running.operator),
        "owner_key": running.owner_key,
        "operator_key": running.operator_key,
        "zone": text_or_none(running.zone),
        "length_km": round(length_km(course), 1),
        "published_length_km": number_or_none(line["published_length_km"]),
        "start_date": held.start,
        "end_date": None if held.end == OPEN else held.end,
        "start_edtf": _window(runs, run, "start"),
        "end_edtf": _window(runs, run, "end"),
        "certainty": min(certainties, key=_WORDS.index),
        "note": _notes(line, held),
        "sources": list(dict.fromkeys(key for cell in cited for key in split_list(cell))),
    }
    return feature(properties, course)


def make_railways(authored: Authored, operators: Operators) -> list[Feature]:
    """Return the railway features, ordered by line, start and place."""
    features = []
    for line in sorted(authored["rail_lines"], key=lambda row: row["line_id"]):
        periods = [row for row in authored["rail_periods"] if row["line_id"] == line["line_id"]]
        runs = operators.runs(periods) if periods else []
        features += [_feature(line, operators, runs, run) for run in runs]
    return features
