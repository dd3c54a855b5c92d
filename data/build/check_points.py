"""Faults of the clash, event, place, polity, unit and comparison tables."""

from __future__ import annotations

import re

from geo.vocabulary import ALIAS_KINDS, CERTAINTIES

from .days import is_day
from .rules import Rules
from .schema import TABLES
from .tables import Authored

_FIGURE = re.compile(r"\d+(-\d+)?$")


def check_clashes(authored: Authored) -> None:
    """Check clashes and what each side is said to have lost."""
    rules = Rules(TABLES["clashes"].path, authored)
    for row in authored["clashes"]:
        name = row["id"]
        rules.required(name, row, ("id", "kind", "name", "place", "side_a", "side_b"))
        rules.one_of(name, row, "section", authored.frontier.sections)
        rules.one_of(name, row, "place_certainty", CERTAINTIES, empty=True)
        rules.certainty(name, row, CERTAINTIES)
        rules.period(name, row, included=True)
        rules.point(name, row)
        rules.sources(name, row)
    rules.close()
    ids = {row["id"] for row in authored["clashes"]}
    rules = Rules(TABLES["clash_casualties"].path, authored)
    for row in authored["clash_casualties"]:
        name = f"{row['clash_id']}/{row['side']}/{row['claimed_by']}"
        if row["clash_id"] not in ids:
            rules.fault(name, f"clash {row['clash_id']!r} is not in clashes.csv")
        rules.one_of(name, row, "side", ("a", "b"))
        rules.sources(name, row)
        for column in ("killed", "wounded", "captured"):
            if row[column] and not _FIGURE.match(row[column]):
                rules.fault(name, f"{column} {row[column]!r} is not a number or a range such as 1000-1500")
    rules.close()


def check_events(authored: Authored) -> None:
    """Check the events."""
    rules = Rules(TABLES["events"].path, authored)
    for row in authored["events"]:
        name = row["id"]
        rules.required(name, row, ("id", "kind", "title"))
        rules.one_of(name, row, "section", authored.frontier.sections)
        rules.one_of(name, row, "importance", ("1", "2", "3"))
        rules.certainty(name, row, CERTAINTIES)
        rules.period(name, row, included=True)
        rules.point(name, row, empty=True)
        rules.sources(name, row)
    rules.close()


def check_places(authored: Authored) -> None:
    """Check towns and their names of the day."""
    rules = Rules(TABLES["places"].path, authored)
    for row in authored["places"]:
        rules.point(row["id"], row)
        rules.one_of(row["id"], row, "rank", ("1", "2", "3", "4"))
    ids = {row["id"] for row in authored["places"]}
    rules = Rules(TABLES["place_names"].path, authored)
    for row in authored["place_names"]:
        name = f"{row['place_id']}/{row['start']}"
        rules.required(name, row, ("name",))
        rules.sources(name, row)
        if row["place_id"] not in ids:
            rules.fault(name, f"place {row['place_id']!r} is not in places.csv")
        for column in ("start", "end"):
            if row[column] and not is_day(row[column]):
                rules.fault(name, f"{column} {row[column]!r} is not a full ISO day (or empty)")
    rules.close()
    _check_spellings(authored, ids)


def _check_spellings(authored: Authored, towns: set[str]) -> None:
    """Check islands, and the other spellings of towns, islands and waters."""
    rules = Rules(TABLES["islands"].path, authored)
    for row in authored["islands"]:
        rules.required(row["id"], row, ("name",))
        rules.point(row["id"], row)
        rules.sources(row["id"], row)
    rules.close()
    ids = towns | {row["id"] for table in ("islands", "waters") for row in authored[table]}
    rules = Rules(TABLES["aliases"].path, authored)
    for row in authored["aliases"]:
        name = f"{row['place_id']}/{row['name']}"
        rules.required(name, row, ("name",))
        rules.one_of(name, row, "kind", ALIAS_KINDS)
        rules.sources(name, row)
        if row["place_id"] not in ids:
            rules.fault(name, f"{row['place_id']!r} is no town, island or water of the tables")
    rules.close()


def check_keys(authored: Authored) -> None:
    """Check polities, units and the comparison table."""
    rules = Rules(TABLES["polities"].path, authored)
    for row in authored["polities"]:
        rules.required(row["key"], row, ("key", "name"))
        if authored.frontier.fill_of(row["key"]) is None:
            rules.fault(row["key"], "is in no family of frontier.json: add it to one, with its fill")
        rules.period(row["key"], row)
        rules.sources(row["key"], row, empty=True)
    rules.close()
    rules = Rules(TABLES["units"].path, authored)
    for row in authored["units"]:
        rules.one_of(row["unit"], row, "layer", authored.frontier.territories)
        rules.sources(row["unit"], row, empty=True)
    rules.close()
    rules = Rules(TABLES["comparison"].path, authored)
    for row in authored["comparison"]:
        rules.sources(f"{row['year']}/{row['country']}/{row['metric']}", row)
    rules.close()
