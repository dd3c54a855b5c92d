"""Who ran a railway: whoever held the land it runs through, unless its row says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from shapely.geometry import LineString

from .contradictions import Land
from .days import days_between, end_or_open
from .schema import TABLES
from .tables import Authored, Row

SLACK = 31
"""So many days may a row run a stretch against the land: a handover takes its time."""
HANDOVER = 3
"""Within so many days the sections of a line go over together."""
BORDER_KM = 3
"""So far may a section reach across a border before its end belongs on it."""


@dataclass(frozen=True)
class Running:
    """Who owned and who ran a stretch, and what kind of track it was."""

    owner: str
    operator: str
    owner_key: str
    operator_key: str
    status: str = "open"
    gauge_mm: str = ""
    zone: str = ""


@dataclass(frozen=True)
class Held:
    """What held from one day to another: the running, the periods that say so, the tenure it follows."""

    start: str
    end: str
    running: Running
    rows: tuple[Row, ...] = ()
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
                    running = Running(row["owner"], row["operator"], row["owner_key"], row["operator_key"])
                    yield Held(low, high, running, (), tenure, f"{row['sources']};{tenure['sources']}")

    def held(self, row: Row, section: Section) -> list[Held]:
        """Return who ran one section of a period, day by day: what its row says, the rest by the land."""
        start, end = row["start"], end_or_open(row["end"])
        track = {cell: row[cell] for cell in ("status", "gauge_mm", "zone")}
        said = {
            cell: row[cell]
            for key in ("owner", "operator")
            for cell in (key, f"{key}_key")
            if row[f"{key}_key"] or row["status"] == "dismantled"
        }
        if len(said) == len(("owner", "operator")) * 2:
            return [Held(start, end, Running(**said, **track), (row,))]
        merged: list[Held] = []
        for part in self.by_land(section.unit, start, end):
            now = replace(part, running=replace(part.running, **said, **track), rows=(row,))
            if merged and merged[-1].running == now.running:
                merged[-1] = replace(merged[-1], end=now.end)
            else:
                merged.append(now)
        return merged

    def runs(self, periods: list[Row]) -> list[Run]:
        """Return the periods of a line as stretches that one hand ran, ordered by start and place."""
        sections = self.sections[periods[0]["line_id"]]
        by_section: list[list[Held]] = [[] for _ in sections]
        for row in periods:
            for section in self.of(row):
                by_section[sections.index(section)] += self.held(row, section)
        every = {day for parts in by_section for part in parts for day in (part.start, part.end)}
        days = _handovers(every, {row[column] for row in periods for column in ("start", "end")})
        open_runs: dict[tuple[int, int], Run] = {}
        runs: list[Run] = []
        for day, end in pairwise(days):
            still: dict[tuple[int, int], Run] = {}
            for span, held in _groups(by_section, day, end):
                old = open_runs.get(span)
                if old and (old.held.running, old.held.rows) == (held.running, held.rows):
                    still[span] = replace(old, held=replace(old.held, end=end))
                else:
                    still[span] = Run(span, held)
            runs += [
                run
                for span, run in open_runs.items()
                if span not in still or still[span].held.start != run.held.start
            ]
            open_runs = still
        return sorted([*runs, *open_runs.values()], key=lambda run: (run.held.start, run.sections))


def _handovers(days: set[str], exact: set[str]) -> list[str]:
    """Return the days a line changes hands: of days close together the last, and all that are `exact`."""
    kept: list[str] = []
    first = ""
    for day in sorted(days):
        if first and kept[-1] not in exact and days_between(first, day) <= HANDOVER:
            kept.pop()
        else:
            first = day
        kept.append(day)
    return kept


def _groups(by_section: list[list[Held]], day: str, end: str) -> Iterator[tuple[tuple[int, int], Held]]:
    """Yield the spans of adjacent sections under one running from one day to another."""
    now = [next((part for part in parts if part.start <= day < part.end), None) for parts in by_section]
    for running, group in groupby(enumerate(now), key=lambda item: item[1] and item[1].running):
        if running is None:
            continue
        places, parts = zip(*((place, part) for place, part in group if part), strict=True)
        rows = {id(row): row for part in parts for row in part.rows}
        newest = max(parts, key=lambda part: part.start)
        yield (places[0], places[-1]), replace(newest, start=day, end=end, rows=tuple(rows.values()))


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
