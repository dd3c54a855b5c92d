"""Whose a land was as each capital saw it: the table of recognitions, and the days on which a view changes.

A row of `recognitions.csv` says what a capital took the land of a sovereign for from one day to another; a
tenure's own `views` come before it. Where a capital had no government on a day, it has no view. Nothing
defaults to the sovereign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from geo.vocabulary import NO_VIEW

from .days import end_or_open
from .schema import TABLES, tenure_table
from .tables import Authored, Row, split_list

NOBODY = "-"
"""In `recognitions.csv`: that capital had no government then, so no view."""


def parse_views(cell: str, viewpoints: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the view overrides of a cell and the parts that could not be read."""
    known = set(viewpoints)
    views: dict[str, str] = {}
    bad: list[str] = []
    for part in split_list(cell):
        viewpoint, colon, polity = part.partition(":")
        if not colon or viewpoint.strip() not in known or not polity.strip():
            bad.append(part)
        else:
            views[viewpoint.strip()] = polity.strip()
    return views, bad


@dataclass(frozen=True)
class _Span:
    start: str
    end: str
    view: str


class Recognitions:
    """The views of the capitals by sovereign and day."""

    def __init__(self, rows: list[Row], viewpoints: Iterable[str], days: tuple[str, str]) -> None:
        """Order the rows of recognitions.csv; sovereign `*` stands for any without its own."""
        self.viewpoints = tuple(viewpoints)
        self._first, self._last = days
        self._spans: dict[tuple[str, str], list[_Span]] = defaultdict(list)
        for row in rows:
            span = _Span(row["start"] or self._first, end_or_open(row["end"]), row["view"])
            self._spans[row["viewpoint"], row["sovereign"]].append(span)

    def _of(self, viewpoint: str, sovereign: str) -> list[_Span]:
        return [*self._spans.get((viewpoint, sovereign), []), *self._spans.get((viewpoint, "*"), [])]

    def view(self, viewpoint: str, sovereign: str, day: str) -> str | None:
        """Return what the capital took the sovereign's land for on a day; None if nothing is authored."""
        for span in self._of(viewpoint, sovereign):
            if span.start <= day < span.end:
                return sovereign if span.view == "*" else span.view
        return None

    def views(self, row: Row, day: str) -> dict[str, str | None]:
        """Return each capital's view of a tenure on a day: None where it had no government."""
        own, _ = parse_views(row["views"], self.viewpoints)
        seen: dict[str, str | None] = {}
        for viewpoint in self.viewpoints:
            view = own.get(viewpoint) or self.view(viewpoint, row["sovereign"], day)
            seen[viewpoint] = None if view in (None, NOBODY) else view
        return seen

    def parts(self, row: Row) -> list[tuple[str, dict[str, str | None]]]:
        """Return the days from which a tenure is seen otherwise, with the views from then on.

        A capital that had no government at first is given, for the whole part, the view it came to later.
        """
        own, _ = parse_views(row["views"], self.viewpoints)
        end = min(end_or_open(row["end"]), self._last)
        marks = {
            day
            for viewpoint in self.viewpoints
            if viewpoint not in own
            for span in self._of(viewpoint, row["sovereign"])
            for day in (span.start, span.end)
        }
        found = [(row["start"], self.views(row, row["start"]))]
        for day in sorted(day for day in marks if row["start"] < day < end):
            before, after = found[-1][1], self.views(row, day)
            both = {key: after[key] if before[key] is None else before[key] for key in before}
            if all(after[key] in (None, both[key]) for key in both):
                found[-1] = (found[-1][0], both)
            else:
                kept = {key: both[key] if view is None else view for key, view in after.items()}
                found.append((day, kept))
        return found


def check_views(authored: Authored) -> None:
    """Name each tenure with a capital's view that is authored nowhere."""
    known = Recognitions(authored["recognitions"], authored.frontier.viewpoints, authored.days)
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            own, _ = parse_views(row["views"], known.viewpoints)
            days = [day for day, _ in known.parts(row)]
            lacking = [
                viewpoint
                for viewpoint in known.viewpoints
                if viewpoint not in own
                and any(known.view(viewpoint, row["sovereign"], day) is None for day in days)
            ]
            if lacking:
                authored.faults.add(
                    tenure_table(layer).path, row["id"],
                    f"nothing says how {', '.join(lacking)} saw {row['sovereign']!r} then: add a row to "
                    f"recognitions.csv, or a view ({NO_VIEW!r} if it recognised no government)",
                    rule="default-view",
                )  # fmt: skip


def check_recognitions(authored: Authored) -> None:
    """Check the table of recognitions: its words, days, works, and that no two rows say one day."""
    from .rules import Rules

    rules = Rules(TABLES["recognitions"].path, authored)
    keys = {row["key"] for row in authored["polities"]}
    spans: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in authored["recognitions"]:
        name = f"{row['viewpoint']}/{row['sovereign']}/{row['start']}"
        rules.one_of(name, row, "viewpoint", authored.frontier.viewpoints)
        rules.one_of(name, row, "sovereign", keys | {"*"})
        rules.one_of(name, row, "view", keys | {NO_VIEW, NOBODY, "*"})
        rules.sources(name, row, empty=row["view"] in ("*", NOBODY))
        spans[row["viewpoint"], row["sovereign"]].append(
            (row["start"] or authored.days[0], end_or_open(row["end"]))
        )
    for (viewpoint, sovereign), held in sorted(spans.items()):
        until = ""
        for start, end in sorted(held):
            if start >= end:
                rules.fault(f"{viewpoint}/{sovereign}/{start}", f"ends on {end}, not after its start")
            if start < until:
                rules.fault(f"{viewpoint}/{sovereign}/{start}", f"begins before the row that ends on {until}")
            until = max(until, end)
    rules.close()
