"""One happening in two tables: an event and its clash tell the same days and the same place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shapely.geometry import LineString

from geo.measure import length_km

from .days import days_between, edtf_bounds
from .schema import TABLES
from .scripts import traditional
from .tables import Authored, Row, split_list

NEAR_KM = 15
"""So far apart may the two signs of one happening stand."""
WEEK = 7
"""So many days may a clash last whose event is one day."""
VIOLENT = frozenset(
    {"war", "troops", "incident", "revolution", "coup", "exodus", "assassination", "massacre"}
)
"""Kinds of events that can be a clash seen from another side."""


def window(row: Row, column: str) -> tuple[str, str]:
    """Return the first and last day that a row's start or end may mean; a missing end is the start."""
    column = column if row[column] else "start"
    bounds = edtf_bounds(row[f"{column}_edtf"]) if row[f"{column}_edtf"] else None
    return bounds or (row[column], row[column])


def _apart(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Return the days between two windows, 0 if they share a day."""
    return max(0, days_between(one[1], other[0]), days_between(other[1], one[0]))


def distance_km(one: Row, other: Row) -> float:
    """Return how far apart two rows are placed; 0 if one has no place."""
    if not one["lon"] or not other["lon"]:
        return 0
    return length_km(LineString([(float(row["lon"]), float(row["lat"])) for row in (one, other)]))


def differences(event: Row, clashes: list[Row], part: str) -> Iterator[str]:
    """Yield how an event differs from its clashes, first to last, or from the `start` or `end` of one."""
    first, last = clashes[0], clashes[-1]
    near = min(distance_km(event, clash) for clash in clashes)
    if near > NEAR_KM:
        yield f"stands {near:.0f} km from it"
    pairs = [("start", first, part)] if part else [("start", first, "start"), ("end", last, "end")]
    for mine, clash, its in pairs:
        slack = WEEK if mine == "end" and not event["end"] else 0
        if _apart(window(event, mine), window(clash, its)) > slack:
            ours, theirs = ("..".join(dict.fromkeys(window(*pair))) for pair in ((event, mine), (clash, its)))
            yield f"{mine}s {ours}, not {theirs}"


def links(event: Row) -> tuple[list[str], str]:
    """Return the clashes an event names, and which part of the one it is: `start`, `end` or all of it."""
    names = [name.partition(":") for name in split_list(event["clash"])]
    return [name for name, _, _ in names], names[0][2] if names else ""


def _plain(text: str) -> str:
    return re.sub(r"\W|（.*?）|\d{4}", "", traditional(text)).casefold()


def alike(event: Row, clash: Row) -> bool:
    """Tell whether an event and a clash bear one name in a year, or fall on one day and place."""
    if abs(days_between(event["start"], clash["start"])) > 366:
        return False
    pairs = [(event[f"title{end}"], clash[f"name{end}"]) for end in ("", "_zh", "_ru")]
    if any(_plain(one) == _plain(other) for one, other in pairs if one):
        return True
    same_day = event["start"] == clash["start"] and bool(event["lon"])
    return same_day and event["kind"] in VIOLENT and distance_km(event, clash) <= NEAR_KM


def check_same(authored: Authored) -> None:
    """Name each event that differs from the clash it is, and each that is a clash but doesn't say so."""
    clashes = {row["id"]: row for row in authored["clashes"]}
    file = TABLES["events"].path
    for event in authored["events"]:
        names, part = links(event)
        unknown = [name for name in names if name not in clashes]
        if unknown or part not in ("", "start", "end"):
            authored.faults.add(file, event["id"], f"clash {event['clash']!r} is not in clashes.csv")
        elif names:
            for text in differences(event, [clashes[name] for name in names], part):
                authored.faults.add(file, event["id"], f"is {event['clash']}, but {text}", rule="same")
        else:
            for name, clash in clashes.items():
                if alike(event, clash):
                    authored.faults.add(
                        file, event["id"], f"seems to be {name}: say so in clash", rule="same"
                    )
