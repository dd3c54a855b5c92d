"""Rules shared by all authored tables: days, places, works, words of a vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from geo import dates
from geo.errors import DateError

from .days import is_day
from .tables import Authored, Row, split_list


class Rules:
    """Checks on the rows of one file that note faults under the row's name."""

    def __init__(self, file: str, authored: Authored) -> None:
        """Check rows of `file` against the works and the frontier of the tables."""
        self.file = file
        self.faults = authored.faults
        self.works = frozenset(authored.works)
        self.bounds = authored.frontier.bounds
        self._unknown: dict[str, list[str]] = defaultdict(list)

    def fault(self, row: str, text: str, *, warning: bool = False, rule: str = "") -> None:
        """Note a fault of one row."""
        self.faults.add(self.file, row, text, warning=warning, rule=rule)

    def required(self, name: str, row: Row, columns: Iterable[str]) -> None:
        """Every one of `columns` must have a value."""
        for column in columns:
            if not row[column]:
                self.fault(name, f"{column} is empty")

    def one_of(
        self, name: str, row: Row, column: str, allowed: Iterable[str], *, empty: bool = False
    ) -> None:
        """The cell must be a word of the vocabulary."""
        value = row[column]
        if not value and empty:
            return
        words = list(allowed)
        if value not in words:
            self.fault(name, f"{column} {value!r} is not one of {', '.join(sorted(words))}")

    def period(self, name: str, row: Row, *, included: bool = False) -> bool:
        """Check start and end (end exclusive unless `included`) and their EDTF forms; True if they order."""
        start, end = row["start"], row["end"]
        good = True
        if not is_day(start):
            self.fault(name, f"start {start!r} is not a full ISO day such as 1934-06-01")
            good = False
        if end and not is_day(end):
            self.fault(name, f"end {end!r} is not a full ISO day such as 1934-06-01 (or empty)")
            good = False
        if good and end and (end < start or (end == start and not included)):
            self.fault(name, f"ends on {end}, not after its start {start}")
            good = False
        for column, day in (("start_edtf", start), ("end_edtf", end)):
            text = row.get(column, "")
            if not text:
                continue
            try:
                low, high = dates.uncertain_bounds(text)
            except DateError:
                self.fault(name, f"{column} {text!r} is not EDTF (such as 1934-06~ or 1944-11-07/1944-11-12)")
                continue
            if not day:
                self.fault(name, f"{column} {text!r} stands beside an empty {column[:-5]}")
            elif is_day(day) and not low <= dates.earliest(day) <= high:
                means = "..".join(dates.iso_from_number(bound) or "" for bound in (low, high))
                self.fault(name, f"{column} {text!r} means {means}, which leaves out {day}")
        return good

    def point(self, name: str, row: Row, *, empty: bool = False) -> None:
        """The row's lon and lat must be numbers inside the frontier's bounds."""
        if empty and not row["lon"] and not row["lat"]:
            return
        edges = self.bounds
        for column, low, high in (("lon", edges.west, edges.east), ("lat", edges.south, edges.north)):
            try:
                value = float(row[column])
            except ValueError:
                self.fault(name, f"{column} {row[column]!r} is not a number")
                continue
            if not low <= value <= high:
                self.fault(name, f"{column} {value} lies outside the bounds {low:g}..{high:g}")

    def sources(self, name: str, row: Row, column: str = "sources", *, empty: bool = False) -> None:
        """Every work cited must be known; at least one unless `empty`."""
        keys = split_list(row[column])
        if not keys and not empty:
            self.fault(name, f"{column} is empty: cite at least one work")
        for key in keys:
            if key not in self.works:
                self._unknown[key].append(name)

    def certainty(self, name: str, row: Row, allowed: Iterable[str]) -> None:
        """Certainty is a word; low needs its reason in the note."""
        self.one_of(name, row, "certainty", allowed)
        if row["certainty"] == "low" and not row["note"]:
            self.fault(name, "certainty is low but note gives no reason")

    def close(self) -> None:
        """Note each unknown work once, with the rows that cite it."""
        for key, names in sorted(self._unknown.items()):
            rows = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
            self.fault(rows, f"source {key!r} is in no data/authored/sources/*.json")
        self._unknown.clear()
