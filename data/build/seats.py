"""Seats of government by day: one dated table, read for every tenure, its towns named as on that day."""

from __future__ import annotations

from collections import defaultdict

from .days import end_or_open
from .schema import TABLES, tenure_table
from .tables import Authored, Row, split_list
from .words import readable_day


class Seats:
    """The seats of capitals.csv, in the names of place_names.csv."""

    def __init__(self, capitals: list[Row], place_names: list[Row], days: tuple[str, str]) -> None:
        """Order the rows by seat and by place."""
        self._first, self._last = days
        self._seats: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(capitals, key=lambda row: (row["seat"], row["start"])):
            self._seats[row["seat"]].append(row)
        self._names: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(place_names, key=lambda row: (row["place_id"], row["start"])):
            self._names[row["place_id"]].append(row)

    def __contains__(self, seat: str) -> bool:
        """Tell whether the table knows the seat."""
        return seat in self._seats

    def spans(self, seat: str, start: str, end: str) -> list[tuple[str, str]]:
        """Return (first day, name of the day) of a seat from `start` to `end`, in order."""
        found: list[tuple[str, str]] = []
        for row in self._seats.get(seat, []):
            first, last = max(row["start"] or self._first, start), min(end_or_open(row["end"]), end)
            if first >= last:
                continue
            if row["name"]:
                found.append((first, row["name"]))
                continue
            for name in self._names.get(row["place"], []):
                begin, finish = max(name["start"], first), min(end_or_open(name["end"]), last)
                if begin < finish:
                    found.append((begin, name["name"]))
        return [span for index, span in enumerate(found) if index == 0 or span[1] != found[index - 1][1]]

    def text(self, cell: str, start: str, end: str) -> str | None:
        """Return the seats of a tenure in words: `Nanking; from 20 November 1937 Chungking`."""
        parts: list[str] = []
        for seat in split_list(cell):
            spans = self.spans(seat, start, min(end_or_open(end), self._last))
            parts += [name if day <= start else f"from {readable_day(day)} {name}" for day, name in spans]
        return "; ".join(dict.fromkeys(parts)) or None


def check_seats(authored: Authored) -> None:
    """Name each tenure whose capital is no seat of capitals.csv, or has none on some day of it."""
    seats = Seats(authored["capitals"], authored["place_names"], authored.days)
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            for seat in split_list(row["capital"]):
                if seat not in seats:
                    text = f"capital {seat!r} is no seat of capitals.csv: add its places with their days"
                elif not seats.spans(seat, row["start"], min(end_or_open(row["end"]), authored.days[1])):
                    text = f"capital {seat!r} has no place in capitals.csv between {row['start']} and its end"
                else:
                    continue
                authored.faults.add(tenure_table(layer).path, row["id"], text, rule="capital")


def check_capitals(authored: Authored) -> None:
    """Check the table of seats: days, places and works."""
    from .rules import Rules

    rules = Rules(TABLES["capitals"].path, authored)
    places = {row["id"] for row in authored["places"]}
    until: dict[str, str] = {}
    for row in sorted(authored["capitals"], key=lambda row: (row["seat"], row["start"])):
        name = f"{row['seat']}/{row['start']}"
        rules.sources(name, row)
        if bool(row["place"]) == bool(row["name"]):
            rules.fault(name, "write either a place of places.csv or, for a town not on the map, a name")
        if row["place"] and row["place"] not in places:
            rules.fault(name, f"place {row['place']!r} is not in places.csv")
        if row["start"] < until.get(row["seat"], ""):
            rules.fault(name, f"begins before the row that ends on {until[row['seat']]}")
        until[row["seat"]] = end_or_open(row["end"])
    rules.close()
