"""Faults of the pinpoints in `citations.csv`."""

from __future__ import annotations

from geo import dates
from geo.errors import DateError
from geo.vocabulary import LOCATORS, SEEN, SUPPORTS

from .check_works import READ, seen
from .rules import Rules
from .schema import TABLES
from .tables import Authored, Row, pinnable, split_list

SIDES = ("start", "end")
"""What of a row only a day can prove."""


def check_citations(authored: Authored) -> None:
    """Each pinpoint names a row, a work, a place in it, what it supports and how the place was known."""
    rules = Rules(TABLES["citations"].path, authored)
    known = pinnable(authored)
    for row in authored["citations"]:
        name = f"{row['row']}/{row['source']}/{row['locator']}"
        rules.required(name, row, ("locator", "supports"))
        rules.one_of(name, row, "locator_label", LOCATORS)
        rules.one_of(name, row, "seen", SEEN)
        for word in split_list(row["supports"]):
            if word not in SUPPORTS:
                rules.fault(name, f"supports {word!r} is not one of {', '.join(SUPPORTS)}")
        if row["row"] not in known:
            rules.fault(
                name, f"row {row['row']!r} is no tenure, clash, event, line, edge, railway or place name"
            )
        elif row["source"] not in authored.works:
            rules.fault(name, f"source {row['source']!r} is in no data/authored/sources/*.json")
        else:
            _check_seen(rules, name, row["seen"], seen(authored.works[row["source"]]))
            _check_day(rules, name, row, known[row["row"]])


def _check_seen(rules: Rules, name: str, place: str, work: str) -> None:
    """A place can't have been read in a work that nobody saw."""
    if place in READ and work in SEEN and work not in READ:
        rules.fault(name, f"seen is {place}, but the work is {work}: mend custom.seen of the work")


def _check_day(rules: Rules, name: str, pin: Row, row: Row) -> None:
    """A place proves a start or an end by the day that it gives, which must be one that the row allows."""
    sides = [side for side in SIDES if side in split_list(pin["supports"])]
    if not sides:
        if pin["day"]:
            rules.fault(name, f"gives the day {pin['day']}, but supports neither start nor end")
        return
    if len(sides) > 1:
        rules.fault(name, "supports start and end: write a pinpoint for each, with the day it gives")
        return
    try:
        low, high = dates.uncertain_bounds(pin["day"])
    except DateError:
        rules.fault(
            name, f"day {pin['day']!r} is not the EDTF of what the place gives (../1946-04-30: by then)"
        )
        return
    window = _window(row, sides[0])
    if window is None:
        rules.fault(name, f"supports {sides[0]}, which the row doesn't give")
    elif low > window[1] or high < window[0]:
        said = row.get(f"{sides[0]}_edtf") or row[sides[0]]
        rules.fault(
            name, f"gives {pin['day']} for the {sides[0]}, but the row has {said}: mend the row, or let it go"
        )


def _window(row: Row, side: str) -> tuple[int, int] | None:
    """Return the first and last day (YYYYMMDD) on which a row may start or end, None if it gives none."""
    try:
        return dates.uncertain_bounds(row.get(f"{side}_edtf") or row.get(side, ""))
    except DateError:
        return None
