"""The border layer: derived from which units touch and who governs them, plus the authored claim lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString

from geo.dates import iso_from_number
from geo.frontier import Frontier

from .cut import CutLine, Shapes
from .days import OPEN, days_between, end_or_open
from .names import text_or_none
from .tables import Authored, Row, split_list
from .territories import Feature
from .write import feature

FLEETING, FLEETING_PROVINCE = 90, 1100
"""A line between two regimes of one country that stood for fewer days is not drawn (along a province edge of
today: three years); the fill of the land shows it."""
NEAR = 5e-5
"""A border segment whose middle lies this near to a cut line came from it, degrees."""
Segment = tuple[tuple[float, float], tuple[float, float]]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Origin:
    """Where a stretch of border comes from: a cut line, a known edge, or the edge of a province of today."""

    id: str
    title: str
    basis: str
    certainty: str
    note: str | None
    sources: tuple[str, ...]
    start: str = ""
    end: str = OPEN


Key = tuple[Origin, str, str, str]
Member = tuple[Pair, list[Segment], tuple[str, ...]]


@dataclass(frozen=True)
class Span:
    """Some days on which two units are under different polities."""

    start: str
    end: str
    level: str
    sources: tuple[str, ...]


def _rings(geometry: shapely.Geometry) -> Iterable[np.ndarray]:
    for part in shapely.get_parts(geometry):
        yield shapely.get_coordinates(part.exterior)
        for ring in part.interiors:
            yield shapely.get_coordinates(ring)


def shared_segments(units: Shapes) -> dict[Pair, list[Segment]]:
    """Return the segments that each pair of units (in order of name) has in common."""
    owners: dict[Segment, list[str]] = defaultdict(list)
    for unit in sorted(units):
        for ring in _rings(units[unit]):
            points = [tuple(point) for point in ring.tolist()]
            for a, b in pairwise(points):
                owners[(a, b) if a < b else (b, a)].append(unit)
    pairs: dict[Pair, list[Segment]] = defaultdict(list)
    for segment, names in owners.items():
        if len(names) == 2 and names[0] != names[1]:
            pairs[names[0], names[1]].append(segment)
    return pairs


def by_line(segments: list[Segment], lines: dict[str, LineString]) -> dict[str, list[Segment]]:
    """Sort segments by the cut line they came from (`""` = none)."""
    middles = shapely.points([((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in segments])
    names = list(lines)
    tree = shapely.STRtree([lines[name] for name in names])
    near, distances = tree.query_nearest(middles, max_distance=NEAR, return_distance=True, all_matches=False)
    found = {int(segment): names[int(line)] for segment, line in near.T if distances is not None}
    sorted_: dict[str, list[Segment]] = defaultdict(list)
    for index, segment in enumerate(segments):
        sorted_[found.get(index, "")].append(segment)
    return sorted_


def unit_tenures(authored: Authored) -> dict[str, list[Row]]:
    """Return each unit's tenure rows in order of start."""
    held: dict[str, list[Row]] = defaultdict(list)
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            for unit in split_list(row["units"]):
                held[unit].append(row)
    return {unit: sorted(rows, key=lambda row: row["start"]) for unit, rows in held.items()}


def different_spans(left: list[Row], right: list[Row], frontier: Frontier) -> list[Span]:
    """Return the spans on which two units have different holders, joined while the level is the same.

    The level is `state` if the sovereigns are of different nations, else `regime`.
    """
    spans: list[Span] = []
    first_day = iso_from_number(frontier.days.start) or ""
    for a in left:
        for b in right:
            start = max(a["start"], b["start"], first_day)
            end = min(end_or_open(a["end"]), end_or_open(b["end"]))
            state = frontier.nation_of(a["sovereign"]) != frontier.nation_of(b["sovereign"])
            if start < end and (state or a["polity"] != b["polity"]):
                sources = tuple(split_list(a["sources"]) + split_list(b["sources"]))
                spans.append(Span(start, end, "state" if state else "regime", sources))
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = joined[-1] if joined else None
        if last and last.end == span.start and last.level == span.level:
            sources = tuple(dict.fromkeys(last.sources + span.sources))
            joined[-1] = Span(last.start, span.end, last.level, sources)
        else:
            joined.append(span)
    return joined


def _in_group(unit: str, group: list[str], homes: dict[str, str]) -> bool:
    return unit in group or f"layer:{homes[unit]}" in group


def edge_origins(authored: Authored, pair: Pair, titles: dict[str, str]) -> list[Origin]:
    """Return the known edges between two units, or the plain province edge."""
    homes = {row["unit"]: row["layer"] for row in authored["units"]}
    origins: list[Origin] = []
    for row in authored["edges"]:
        left, right = split_list(row["left"]), split_list(row["right"])
        a, b = pair
        if (_in_group(a, left, homes) and _in_group(b, right, homes)) or (
            _in_group(b, left, homes) and _in_group(a, right, homes)
        ):
            span = (row["start"], end_or_open(row["end"]))
            if any(origin.start < span[1] and span[0] < origin.end for origin in origins):
                continue
            origins.append(_origin(row["edge_id"], row, *span))
    if origins:
        return origins
    title = f"{titles[pair[0]]} / {titles[pair[1]]}"
    return [
        Origin(f"{pair[0]}-{pair[1]}", title, "approximate", "medium", "Along a province edge of today.", ())
    ]


def _origin(name: str, row: Row, start: str = "", end: str = OPEN) -> Origin:
    sources = tuple(split_list(row["sources"]))
    return Origin(
        name, row["title"], row["basis"], row["certainty"], text_or_none(row["note"]), sources, start, end
    )


def make_borders(
    authored: Authored, units: Shapes, lines: dict[str, LineString], claims: list[CutLine]
) -> list[Feature]:
    """Return the derived stretches, merged by origin, level and dates, then the claim lines."""
    rows = {row["line_id"]: row for row in authored["lines"]}
    titles = {row["unit"]: row["title"] or row["unit"] for row in authored["units"]}
    held = unit_tenures(authored)
    groups: dict[Key, list[Member]] = defaultdict(list)
    for pair, segments in sorted(shared_segments(units).items()):
        spans = different_spans(held.get(pair[0], []), held.get(pair[1], []), authored.frontier)
        if not spans:
            continue
        for line, part in by_line(segments, lines).items():
            if line and rows[line]["kind"] == "zone":
                continue
            origins = [_origin(line.lower(), rows[line])] if line else edge_origins(authored, pair, titles)
            for origin in origins:
                for span in spans:
                    start, end = max(span.start, origin.start), min(span.end, origin.end)
                    if start < end and _lasting(origin, span.level, start, end):
                        groups[origin, span.level, start, end].append((pair, part, span.sources))
    features = [
        _border(origin, level, start, end, members)
        for (origin, level, start, end), members in sorted(groups.items(), key=lambda item: _order(item[0]))
    ]
    return features + [_claim(rows[claim.id], claim) for claim in claims]


def _lasting(origin: Origin, level: str, start: str, end: str) -> bool:
    least = FLEETING if origin.sources else FLEETING_PROVINCE
    return level == "state" or end == OPEN or days_between(start, end) >= least


def _order(key: Key) -> tuple[str, str, str, str]:
    origin, level, start, end = key
    return origin.id, start, end, level


def _border(origin: Origin, level: str, start: str, end: str, members: list[Member]) -> Feature:
    segments = [segment for _, part, _ in members for segment in part]
    course = shapely.line_merge(shapely.multilinestrings(segments))
    sources = origin.sources or tuple(dict.fromkeys(key for *_, keys in members for key in keys))
    properties = {
        **_named(f"{origin.id}-{level}-{start}-{'open' if end == OPEN else end}", origin.title),
        "level": level,
        "basis": origin.basis,
        "left": sorted({pair[0] for pair, *_ in members}),
        "right": sorted({pair[1] for pair, *_ in members}),
        "start_date": start,
        "end_date": None if end == OPEN else end,
        "certainty": origin.certainty,
        "note": origin.note,
        "sources": list(sources),
    }
    return feature(properties, course)


def _claim(row: Row, claim: CutLine) -> Feature:
    properties = {
        **_named(f"claim-{claim.id.lower()}", row["title"]),
        "level": "claim",
        "basis": row["basis"],
        "left": None,
        "right": None,
        "start_date": row["start"],
        "end_date": text_or_none(row["end"]),
        "certainty": row["certainty"],
        "note": text_or_none(row["note"]),
        "sources": split_list(row["sources"]),
    }
    return feature(properties, claim.line)


def _named(name: str, title: str) -> dict[str, Any]:
    return {"id": name, "name": title, "name_zh": None, "name_ru": None, "name_local": None}
