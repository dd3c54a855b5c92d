"""What a row's sources can bear: when they were printed, how they were seen, and how sure the row may be."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from .check_works import seen
from .schema import TABLES, tenure_table
from .tables import Authored, Row, named_rows, split_list

PRIMARY = frozenset({"treaty", "legislation"})
"""CSL types that are the act itself."""
ACTS = frozenset({"article", "document", "number", "annex"})
"""Places in a work that name one act; with one of them a citation counts as the act itself."""
EARNED = ("clashes", "events", "lines", "edges", "rail_periods")
"""Tables whose certainty has to be earned, beside those of the tenures."""
_PLACEHOLDER = re.compile(r"marks a statement|finding aid", re.IGNORECASE)
_SEEN = frozenset({"opened", "excerpt"})


@dataclass(frozen=True)
class Evidence:
    """Of one row's works: how many were printed after its day, are the act itself, were seen, are too old."""

    later: int
    primary: int
    seen: int
    older: tuple[str, ...]


def printed(work: dict[str, Any]) -> int | None:
    """Return the last year in which the work was issued, None if it has no date."""
    parts = (work.get("issued") or {}).get("date-parts") or []
    years = [int(part[0]) for part in parts if part and str(part[0]).isdigit()]
    return max(years) if years else None


def weigh(row: Row, works: dict[str, dict[str, Any]], pinpointed: frozenset[str] = frozenset()) -> Evidence:
    """Return what the works of a row can bear; `pinpointed` are those cited with a number or an article."""
    year = int(row["start"][:4]) if row["start"][:4].isdigit() else 0
    later = primary = known = 0
    older = []
    for key in split_list(row["sources"]):
        work = works.get(key)
        if work is None or _PLACEHOLDER.search(str(work.get("note", ""))):
            continue
        known += seen(work) in _SEEN or key in pinpointed
        issued = printed(work)
        act = work.get("type") in PRIMARY or (work.get("type") == "document" and bool(work.get("number")))
        if issued is not None and issued < year and not act:
            older.append(key)
            continue
        later += 1
        primary += act or key in pinpointed
    return Evidence(later, primary, known, tuple(older))


def pinpoints(authored: Authored) -> dict[str, frozenset[str]]:
    """Return by row the works cited with the number or article of an act that somebody saw.

    A place that bounds the day from one side only (`../1946-04-30`) is no proof of it.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in authored["citations"]:
        bounds = ".." in row["day"] and set(split_list(row["supports"])) <= {"start", "end"}
        if row["locator_label"] in ACTS and row["seen"] in _SEEN and not bounds:
            found[row["row"]].add(row["source"])
    return {row: frozenset(works) for row, works in found.items()}


def bearable(found: Evidence) -> str:
    """Return the highest certainty that the evidence bears: `high` or `medium`."""
    return "high" if found.seen and (found.primary or found.later >= 2) else "medium"


def check_evidence(authored: Authored) -> None:
    """Certainty is earned: name each row that is surer than its works, and each work older than its day."""
    cited = pinpoints(authored)
    for name in (*authored.frontier.territories, *EARNED):
        path = TABLES[name].path if name in TABLES else tenure_table(name).path
        for label, row in named_rows(authored, name):
            found, year = weigh(row, authored.works, cited.get(label, frozenset())), row["start"][:4]
            if row["certainty"] == "high" and bearable(found) != "high":
                authored.faults.add(
                    path, label,
                    f"certainty is high, but of its works {found.later} were printed after "
                    f"{year or 'its day'}, {found.primary} are the act itself and {found.seen} were seen: "
                    "cite two works, one of them seen, or the act; or write medium",
                    rule="certainty",
                )  # fmt: skip
            if found.older:
                authored.faults.add(
                    path, label,
                    f"cites {', '.join(found.older)}, printed before {year}: cite a later work",
                    rule="older-source",
                )  # fmt: skip
