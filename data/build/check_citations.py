"""Faults of the pinpoints in `citations.csv`."""

from __future__ import annotations

from geo.vocabulary import LOCATORS, SEEN, SUPPORTS

from .check_works import READ, seen
from .rules import Rules
from .schema import TABLES
from .tables import Authored, pinnable, split_list


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


def _check_seen(rules: Rules, name: str, place: str, work: str) -> None:
    """A place can't have been read in a work that nobody saw."""
    if place in READ and work in SEEN and work not in READ:
        rules.fault(name, f"seen is {place}, but the work is {work}: mend custom.seen of the work")
