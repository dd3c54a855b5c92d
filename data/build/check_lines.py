"""Faults of the railway tables and of the cut and claim lines."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from geo.vocabulary import BASES, CERTAINTIES, RAIL_STATUSES, STATUSES

from .cut import CUTTING
from .days import end_or_open
from .rules import Rules
from .schema import TABLES
from .tables import Authored, split_list


def check_railways(authored: Authored) -> None:
    """Check lines, stations and periods of the railways against each other."""
    lines = {row["line_id"] for row in authored["rail_lines"]}
    rules = Rules(TABLES["rail_lines"].path, authored)
    for row in authored["rail_lines"]:
        rules.required(row["line_id"], row, ("line_id", "line", "name"))
        rules.certainty(row["line_id"], row, CERTAINTIES)
        rules.sources(row["line_id"], row)
        rules.sources(row["line_id"], row, "length_sources", empty=True)
        if row["published_length_km"] and not row["published_length_km"].replace(".", "", 1).isdigit():
            rules.fault(row["line_id"], f"published_length_km {row['published_length_km']!r} is not a number")
    rules.close()
    _check_stations(authored, lines)
    _check_periods(authored, lines)
    _check_holders(authored)


def _check_stations(authored: Authored, lines: set[str]) -> None:
    rules = Rules(TABLES["rail_stations"].path, authored)
    order: dict[str, list[str]] = defaultdict(list)
    for row in authored["rail_stations"]:
        name = f"{row['line_id']}/{row['seq']}"
        rules.point(name, row)
        rules.one_of(name, row, "bend", ("0", "1"))
        order[row["line_id"]].append(row["seq"])
    for line in sorted(order.keys() | lines):
        if line not in lines:
            rules.fault(line, "is not in railways/lines.csv")
        seqs = order.get(line, [])
        if len(seqs) < 2:
            rules.fault(line, "has fewer than two stations")
        numbers = [int(seq) if seq.isdigit() else -1 for seq in seqs]
        if numbers != sorted(set(numbers)) or -1 in numbers:
            rules.fault(line, "seq does not rise from row to row")


def _check_periods(authored: Authored, lines: set[str]) -> None:
    rules = Rules(TABLES["rail_periods"].path, authored)
    seqs: dict[str, list[int]] = defaultdict(list)
    for row in authored["rail_stations"]:
        if row["bend"] == "0" and row["seq"].isdigit():
            seqs[row["line_id"]].append(int(row["seq"]))
    spans: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for row in authored["rail_periods"]:
        name = f"{row['line_id']}/{row['from_seq']}/{row['start']}"
        rules.one_of(name, row, "status", RAIL_STATUSES)
        rules.certainty(name, row, CERTAINTIES)
        rules.sources(name, row)
        for column in ("owner_key", "operator_key"):
            rules.one_of(name, row, column, authored.frontier.operators, empty=row["status"] == "open")
        if not row["gauge_mm"].isdigit() and row["status"] != "dismantled":
            rules.fault(name, f"gauge_mm {row['gauge_mm']!r} is not a whole number")
        if row["line_id"] not in lines:
            rules.fault(name, "line_id is not in railways/lines.csv")
        stations = seqs[row["line_id"]]
        bounds = [int(cell) for cell in (row["from_seq"], row["to_seq"]) if cell.isdigit()] or stations
        if not set(bounds) <= set(stations):
            rules.fault(name, f"from_seq/to_seq {row['from_seq']!r}/{row['to_seq']!r}: no such station")
        elif rules.period(name, row):
            for first in (seq for seq in stations[:-1] if bounds[0] <= seq < bounds[-1]):
                spans[row["line_id"], first].append((row["start"], end_or_open(row["end"])))
    for line in sorted(lines):
        for first in sorted(set(seqs[line][:-1])):
            held = sorted(spans.get((line, first), []))
            where = f"{line} from station {first}"
            if not held:
                rules.fault(where, "has no period")
            for (start, end), (after, _) in pairwise(held):
                if after < end:
                    rules.fault(where, f"periods overlap: {start}..{end} and the one from {after}")
                elif after > end:
                    rules.fault(where, f"no period {end}..{after}: say closed or construction", warning=True)
    rules.close()


def _check_holders(authored: Authored) -> None:
    polities = {row["key"] for row in authored["polities"]}
    rules = Rules(TABLES["rail_holders"].path, authored)
    for row in authored["rail_holders"]:
        name = f"{row['polity']}/{row['status']}/{row['start']}"
        rules.required(name, row, ("owner", "operator"))
        rules.one_of(name, row, "polity", polities)
        rules.one_of(name, row, "status", STATUSES, empty=True)
        for column in ("owner_key", "operator_key"):
            rules.one_of(name, row, column, authored.frontier.operators)
        rules.sources(name, row)
    rules.close()


def check_lines(authored: Authored) -> None:
    """Check the cut and claim lines, their vertices, and the table of known edges."""
    rules = Rules(TABLES["lines"].path, authored)
    order: dict[str, int] = defaultdict(int)
    vertices = Rules(TABLES["line_vertices"].path, authored)
    for row in authored["line_vertices"]:
        vertices.point(f"{row['line_id']}/{row['seq']}", row)
        order[row["line_id"]] += 1
    known = {row["line_id"] for row in authored["lines"]}
    for line in sorted(order.keys() - known):
        vertices.fault(line, "is not in lines.csv")
    for row in authored["lines"]:
        name = row["line_id"]
        rules.one_of(name, row, "kind", (*CUTTING, "claim"))
        rules.one_of(name, row, "basis", BASES)
        rules.certainty(name, row, CERTAINTIES)
        rules.sources(name, row)
        if row["kind"] == "claim":
            rules.period(name, row)
        if order[name] < 2:
            rules.fault(name, "has fewer than two vertices in line_vertices.csv")
    rules.close()
    units, lands = {row["unit"] for row in authored["units"]}, authored.frontier.territories
    rules = Rules(TABLES["edges"].path, authored)
    for row in authored["edges"]:
        name = row["edge_id"]
        rules.required(name, row, ("title", "left", "right"))
        rules.one_of(name, row, "basis", BASES)
        rules.certainty(name, row, CERTAINTIES)
        rules.sources(name, row)
        for side in ("left", "right"):
            for unit in split_list(row[side]):
                if unit not in units and unit.removeprefix("layer:") not in lands:
                    rules.fault(name, f"{side} {unit!r} is not in units.csv")
    rules.close()
