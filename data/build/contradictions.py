"""Where one layer knows better than another: a tenure against its note, names and towns taken."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable

import shapely
from shapely.geometry import LineString, Point

from geo.measure import length_km

from .cut import Shapes
from .days import days_between, edtf_bounds, end_or_open, next_day
from .schema import tenure_table
from .tables import Authored, Row, split_list
from .words import MONTHS

SLACK = 3
"""Days by which a note or a clash may differ from the tenure without a fault."""
_TAKING = re.compile(
    r"\b(taken|took|fell|entered|stormed|seized|captured|occupied|retaken|lost|given (?:back|up)|handed back|"
    r"held (?:it |the \w+ )?(?:from|until|to|for)|surrendered|in Japanese hands|Japanese-held|was forced|"
    r"cleared|abandoned|left \w+ (?:on|in)|till|evacuated|Soviet from|landed|driven out|in \w+ hands|stormed|"
    r"marched out)\b"
    r"|\b[A-Z][a-z']+(?:,| on| by)? (?:the )?\d{1,2}(?:-\d{1,2})? (?:" + "|".join(MONTHS) + r")\b"
)
_NOT_LAND = re.compile(
    r"\b(proclaimed|death|treaty|agreement|agreed|recognised|founded|protocol|convention|edict|decree|note|"
    r"constitution|killed|named|declar\w+|Government at|set up|league|commission)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(\d{1,2})(?:-\d{1,2})? (" + "|".join(MONTHS) + r")(?: (\d{4}))?\b")
_TOWN_TAKEN = re.compile(
    r"\b(taken|occupied|entered|in \w+ hands|surrender|stormed|given up|fell|seized|captured|town held|"
    r"took the (?:town|city|base)|left the town|lost)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(beaten off|repulsed|failed|raised|relieved|held out|gave up the siege)\b", re.IGNORECASE
)


def note_days(note: str) -> list[str]:
    """Return the days on which a note says that a place was taken, lost or given back."""
    found: list[str] = []
    for clause in re.split(r"[.;]", note):
        if not _TAKING.search(clause) or _NOT_LAND.search(clause):
            continue
        dates = [(int(day), MONTHS.index(month) + 1, year) for day, month, year in _DATE.findall(clause)]
        year = ""
        for day, month, said in reversed(dates):
            year = said or year
            if year:
                try:
                    found.append(dt.date(int(year), month, day).isoformat())
                except ValueError:
                    continue
    return sorted(set(found))


def _near(day: str, row: Row, column: str) -> bool:
    """Tell whether a day is the start or end of a tenure, by the slack or by its window."""
    bound = row[column]
    if bound and abs(days_between(bound, day)) <= SLACK:
        return True
    window = edtf_bounds(row[f"{column}_edtf"]) if row[f"{column}_edtf"] else None
    return window is not None and window[0] <= day <= window[1]


def check_notes(authored: Authored) -> None:
    """Name each tenure whose note dates a change of hands at which the tenure does not change."""
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            days = [
                day
                for day in note_days(row["note"])
                if day > "1900-01-01" and not _near(day, row, "start") and not _near(day, row, "end")
            ]
            if days:
                authored.faults.add(
                    tenure_table(layer).path, row["id"],
                    f"its note has a place change hands on {', '.join(days)}, but the tenure runs "
                    f"{row['start']}..{row['end']}: cut the unit, or give the row that day",
                    rule="own-note",
                )  # fmt: skip


def check_renames(authored: Authored) -> None:
    """Name each tenure whose name uses a town's name that the town did not bear then."""
    spans: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in authored["place_names"]:
        for name in filter(None, map(str.strip, re.split(r"[()]| or |, ", row["name"]))):
            spans[row["place_id"]][name].append((row["start"], end_or_open(row["end"])))
    renamed = [names for names in spans.values() if len(names) > 1]
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            for names in renamed:
                said = {name for name in names if re.search(rf"\b{re.escape(name)}\b", row["name"])}
                if said and not any(
                    start < end_or_open(row["end"]) and end > row["start"]
                    for name in said
                    for start, end in names[name]
                ):
                    authored.faults.add(
                        tenure_table(layer).path, row["id"],
                        f"its name says {', '.join(sorted(said))}, which is of other days in "
                        "place_names.csv: use the name of the day",
                        rule="rename",
                    )  # fmt: skip


class Land:
    """The units with their tenures, to ask who held a point on a day."""

    def __init__(self, authored: Authored, units: Shapes) -> None:
        """Index the units by place and the tenures by unit."""
        self._names = list(units)
        self._shapes = [units[name] for name in self._names]
        self._tree = shapely.STRtree(self._shapes)
        self._held: dict[str, list[Row]] = defaultdict(list)
        self.path: dict[str, str] = {}
        for layer in authored.frontier.territories:
            for row in authored[layer]:
                self.path[row["id"]] = tenure_table(layer).path
                for unit in split_list(row["units"]):
                    self._held[unit].append(row)

    def unit(self, lon: float, lat: float, near: float = 0.2) -> str | None:
        """Return the unit at a point, or the nearest one within `near` degrees."""
        found = self._tree.query_nearest(Point(lon, lat), max_distance=near, all_matches=False)
        return self._names[int(found[0])] if len(found) else None

    def along(self, course: LineString) -> dict[str, float]:
        """Return the kilometres of a course in each unit it crosses."""
        parts = {self._names[i]: course.intersection(self._shapes[i]) for i in self._tree.query(course)}
        found = {unit: length_km(part) for unit, part in parts.items() if part.length > 0}
        nearest = None if found else self.unit(*course.interpolate(0.5, normalized=True).coords[0])
        return {nearest: length_km(course)} if nearest else found

    def rows(self, unit: str) -> list[Row]:
        """Return all tenures of a unit."""
        return self._held[unit]

    def row(self, unit: str, day: str) -> Row | None:
        """Return the tenure of a unit on a day."""
        for row in self._held[unit]:
            if row["start"] <= day < end_or_open(row["end"]):
                return row
        return None


def check_clashes_land(authored: Authored, land: Land) -> None:
    """Name each tenure that goes on unchanged where a clash says that its town was taken."""
    for clash in authored["clashes"]:
        if not _took_the_town(clash):
            continue
        if clash["kind"] in ("campaign", "statistics", "raid", "massacre") or clash["start"] < "1900-01-02":
            continue
        unit = land.unit(float(clash["lon"]), float(clash["lat"]))
        if unit is None:
            continue
        last = clash["end"] or clash["start"]
        row = land.row(unit, last)
        if row is None or _changes(land.rows(unit), clash["start"], next_day(last)):
            continue
        authored.faults.add(
            land.path[row["id"]], row["id"],
            f"holds {clash['place']} unchanged through {clash['id']} ({clash['start']}..{last}: "
            f"{clash['outcome'] or clash['kind']}): end it there, cut unit {unit}, or say why not",
            rule="town-taken",
        )  # fmt: skip


def _took_the_town(clash: Row) -> bool:
    """Tell whether a clash gave a town to another: by kind, by outcome, or a siege not beaten off."""
    if clash["kind"] == "occupation" or _TOWN_TAKEN.search(clash["outcome"]):
        return True
    return clash["kind"] == "siege" and not _HELD.search(clash["outcome"])


def _changes(rows: Iterable[Row], first: str, last: str) -> bool:
    """Tell whether a tenure begins between two days, with a week's slack, by its day or its window."""
    for row in rows:
        window = edtf_bounds(row["start_edtf"]) if row["start_edtf"] else None
        low, high = window or (row["start"], row["start"])
        if days_between(first, high) >= -7 and days_between(low, last) >= -10:
            return True
    return False


def check_land(authored: Authored, land: Land) -> None:
    """Run the checks that need the land."""
    check_clashes_land(authored, land)
