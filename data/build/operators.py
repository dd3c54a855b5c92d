"""Who ran a railway: whoever held the land it runs through, unless its row says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from shapely.geometry import LineString

from .contradictions import Land
from .days import days_between, end_or_open
from .schema import TABLES
from .tables import Authored, Row

SLACK = 31
"""So many days may a row run a stretch against the land: a handover takes its time."""
BORDER_KM = 3
"""So far may a section reach across a border before its end belongs on it."""


@dataclass(frozen=True)
class Running:
    """Who owned and who ran a stretch."""

    owner: str
    operator: str
    owner_key: str
    operator_key: str


@dataclass(frozen=True)
class Held:
    """Who ran one section from one day to another, and by which tenure."""

    start: str
    end: str
    running: Running
    tenure: Row | None = None
    sources: str = ""


@dataclass(frozen=True)
class Section:
    """A line from one station to the next, and the unit that most of it lies in."""

    stops: list[Row]
    """The station, the bends, the next station."""
    unit: str | None
    across: dict[str, float]
    """Kilometres in every unit."""

    @property
    def first(self) -> Row:
        """The station it begins at."""
        return self.stops[0]

    @property
    def last(self) -> Row:
        """The station it ends at."""
        return self.stops[-1]


@dataclass(frozen=True)
class Run:
    """A stretch of adjacent sections under one running from one day to another."""

    sections: tuple[int, int]
    held: Held


def course_of(stations: list[Row]) -> LineString:
    """Return the line through stations and bends."""
    return LineString([(float(row["lon"]), float(row["lat"])) for row in stations])


class Operators:
    """The sections of every line with the land they lie in, to ask who ran them."""

    def __init__(self, authored: Authored, land: Land) -> None:
        """Cut the lines into sections and find their units."""
        self._land = land
        self._first = authored.days[0]
        self._holders: dict[str, list[Row]] = defaultdict(list)
        for row in authored["rail_holders"]:
            self._holders[row["polity"]].append(row)
        stations: dict[str, list[Row]] = defaultdict(list)
        for row in authored["rail_stations"]:
            stations[row["line_id"]].append(row)
        self.sections = {line: list(self._cut(rows)) for line, rows in stations.items()}

    def _cut(self, stations: list[Row]) -> Iterator[Section]:
        rows = sorted(stations, key=lambda row: int(row["seq"]))
        part = rows[:1]
        for row in rows[1:]:
            part.append(row)
            if row["bend"] == "0":
                across = self._land.along(course_of(part))
                yield Section(part, max(across, key=across.__getitem__, default=None), across)
                part = [row]

    def of(self, row: Row) -> list[Section]:
        """Return the sections of a period."""
        first, last = int(row["from_seq"] or 0), int(row["to_seq"] or 10**6)
        sections = self.sections[row["line_id"]]
        return [
            part for part in sections if first <= int(part.first["seq"]) and int(part.last["seq"]) <= last
        ]

    def by_land(self, unit: str | None, start: str, end: str) -> Iterator[Held]:
        """Yield who ran a section of a unit between two days, as the land says.

        Before the frontier's first day it was who held the land on that day.
        """
        for tenure in sorted(self._land.rows(unit or ""), key=lambda row: row["start"]):
            first, last = max(start, tenure["start"]), min(end, end_or_open(tenure["end"]))
            for row in self._holders[tenure["polity"]]:
                low, high = max(first, row["start"]), min(last, end_or_open(row["end"]))
                low = min(low, start) if low == self._first else low
                if low < high and row["status"] in ("", tenure["status"]):
                    running = Running(
                        *(row[cell] for cell in ("owner", "operator", "owner_key", "operator_key"))
                    )
                    sources = f"{row['sources']};{tenure['sources']}"
                    yield Held(low, high, running, tenure, sources)

    def held(self, row: Row, section: Section) -> list[Held]:
        """Return who ran one section of a period, day by day: what its row says, the rest by the land."""
        start, end = row["start"], end_or_open(row["end"])
        said = {
            cell: row[cell]
            for key in ("owner", "operator")
            for cell in (key, f"{key}_key")
            if row[f"{key}_key"] or row["status"] == "dismantled"
        }
        if len(said) == len(("owner", "operator")) * 2:
            return [Held(start, end, Running(**said))]
        merged: list[Held] = []
        for part in self.by_land(section.unit, start, end):
            now = replace(part, running=replace(part.running, **said))
            if merged and merged[-1].running == now.running:
                merged[-1] = replace(merged[-1], end=now.end)
            else:
                merged.append(now)
        return merged

    def runs(self, row: Row) -> list[Run]:
        """Return a period as stretches of adjacent sections that one hand ran, ordered by start and place."""
        by_section = [self.held(row, section) for section in self.of(row)]
        days = sorted({part.start for parts in by_section for part in parts})
        runs: list[Run] = []
        for day in days:
            now = [next((p for p in parts if p.start <= day < p.end), None) for parts in by_section]
            numbered = groupby(range(len(now)), key=lambda i: (part := now[i]) and part.running)
            for running, group in numbered:
                places = list(group)
                if running is None:
                    continue
                span = (places[0], places[-1])
                old = next((r for r in runs if r.sections == span and r.held.end == day), None)
                end = min([part.end for i in places if (part := now[i])] + [d for d in days if d > day])
                if old and old.held.running == running:
                    runs[runs.index(old)] = replace(old, held=replace(old.held, end=end))
                    continue
                newest = max((part for i in places if (part := now[i])), key=lambda part: part.start)
                runs.append(Run(span, replace(newest, start=day, end=end)))
        return runs


def check_operators(authored: Authored, operators: Operators) -> None:
    """Name each period run by another than holds the land without saying why, and land without a row."""
    file = TABLES["rail_periods"].path
    for row in authored["rail_periods"]:
        if row["status"] != "open":
            continue
        name = f"{row['line_id']}/{row['from_seq']}/{row['start']}"
        for section in operators.of(row):
            text = _against(row, section, operators)
            if text:
                where = f"{section.first['station']} - {section.last['station']}"
                authored.faults.add(file, name, f"{where}: {text}", rule="railway-holder")
                break


def _against(row: Row, section: Section, operators: Operators) -> str:
    start, end = row["start"], end_or_open(row["end"])
    if not row["operator_key"] or not row["owner_key"]:
        day = start
        for part in operators.held(row, section):
            if part.start > day:
                break
            day = part.end
        if day < end:
            return f"the land says nobody who runs it on {day}: add a row to railways/holders.csv"
    elif not row["zone"]:
        for part in operators.by_land(section.unit, start, end):
            other = part.running.operator_key != row["operator_key"]
            if other and days_between(part.start, part.end) > SLACK and part.tenure:
                return (
                    f"is run by {row['operator_key']}, while {part.tenure['id']} holds {section.unit} "
                    f"{part.start}..{part.end}: follow the land, or name the zone or concession"
                )
    return ""


def check_borders(authored: Authored, operators: Operators, land: Land) -> None:
    """Name each section that runs across a border between states: a line ends, or has a station, on it."""
    starts: dict[str, str] = {}
    for row in authored["rail_periods"]:
        starts[row["line_id"]] = min(row["start"], starts.get(row["line_id"], "9999"))
    for line, sections in operators.sections.items():
        day = max(starts.get(line, ""), authored.days[0])
        for section in sections:
            units = {unit for unit, km in section.across.items() if km > BORDER_KM or unit == section.unit}
            states = {tenure["sovereign"] for unit in units if (tenure := land.row(unit, day))}
            if len(states) > 1:
                where = f"{section.first['station']} - {section.last['station']}"
                authored.faults.add(
                    TABLES["rail_stations"].path, f"{line}/{section.first['seq']}",
                    f"{where} crosses a border ({', '.join(sorted(states))}): put a station on it",
                    rule="railway-border",
                )  # fmt: skip
