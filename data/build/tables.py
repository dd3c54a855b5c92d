"""Read the authored tables as they stand, noting every fault of form."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.dates import iso_from_number
from geo.frontier import Frontier, frontier_of

from .faults import Faults
from .schema import CSL_TYPES, TABLES, Table, tenure_table

AUTHORED = Path(__file__).resolve().parents[1] / "authored"
Row = dict[str, str]


def split_list(cell: str) -> list[str]:
    """Return the parts of a `;`-separated cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def row_name(row: Row, key: tuple[str, ...], number: int = 0) -> str:
    """Return how a row is called in a fault: its key, or its line number if the key is empty."""
    name = "/".join(row.get(part, "") for part in key)
    return name if name.strip("/") else f"line {number}"


@dataclass
class Authored:
    """All authored tables, the works, the frontier they are of, and the faults met while reading them."""

    root: Path
    frontier: Frontier = field(default_factory=lambda: frontier_of(AUTHORED))
    rows: dict[str, list[Row]] = field(default_factory=dict)
    works: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)

    @property
    def days(self) -> tuple[str, str]:
        """First day of the frontier's span and the day after its last, ISO."""
        start, end = self.frontier.days
        return iso_from_number(start) or "", iso_from_number(end) or ""

    def __getitem__(self, name: str) -> list[Row]:
        """Return the rows of a table, none if it is missing."""
        return self.rows.get(name, [])


def read_table(path: Path, table: Table, faults: Faults) -> list[Row]:
    """Read one CSV file; header, cell count and key faults are noted, not raised."""
    if not path.exists():
        faults.add(table.path, "file", "is missing", warning=True)
        return []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        header = next(reader, [])
        missing = [name for name in table.columns if name not in header]
        unknown = [name for name in header if name not in table.columns]
        if missing:
            faults.add(table.path, "header", f"lacks column(s) {', '.join(missing)}")
        if unknown:
            faults.add(table.path, "header", f"unknown column(s) {', '.join(unknown)}: check the spelling")
        rows: list[Row] = []
        seen: dict[str, int] = {}
        for cells in reader:
            number = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            row = dict.fromkeys(table.columns, "")
            row.update({name: cell.strip() for name, cell in zip(header, cells, strict=False)})
            name = row_name(row, table.key, number)
            if len(cells) != len(header):
                faults.add(
                    table.path,
                    name,
                    f"line {number} has {len(cells)} cells, not {len(header)}: quote the commas",
                )
            if table.unique and name in seen:
                faults.add(table.path, name, f"stands twice (lines {seen[name]} and {number})")
            seen[name] = number
            rows.append(row)
    return rows


def read_works(folder: Path, faults: Faults) -> dict[str, dict[str, Any]]:
    """Merge the CSL-JSON arrays of a folder; an id may stand only once."""
    works: dict[str, dict[str, Any]] = {}
    where: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        file = f"sources/{path.name}"
        try:
            items = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            faults.add(file, "file", f"is not JSON: {error}")
            continue
        for item in items:
            key = str(item.get("id", ""))
            if not key:
                faults.add(file, "work", f"has no id: {str(item)[:60]}")
                continue
            if key in works:
                faults.add(file, key, f"stands also in {where[key]}: keep it in one file")
                continue
            if not item.get("title"):
                faults.add(file, key, "has no title")
            if item.get("type") not in CSL_TYPES:
                faults.add(file, key, f"type {item.get('type')!r} is not a CSL type")
            works[key], where[key] = item, file
    return works


def period_id(row: Row) -> str:
    """Return the id of a railway period's feature."""
    return "-".join(part for part in (row["line_id"], row["from_seq"], row["start"]) if part)


def place_id(row: Row) -> str:
    """Return how a pinpoint names a row of `place_names.csv`."""
    return f"{row['place_id']}/{row['start']}"


NAMED: dict[str, Callable[[Row], str]] = {
    "lines": lambda row: row["line_id"],
    "rail_lines": lambda row: row["line_id"],
    "edges": lambda row: row["edge_id"],
    "rail_periods": period_id,
    "place_names": place_id,
}
"""How a pinpoint names a row of the tables without an `id`."""


def named_rows(authored: Authored, table: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a table that a pinpoint may name, each with its name."""
    name = NAMED.get(table)
    return ((name(row) if name else row["id"], row) for row in authored[table])


def pinnable(authored: Authored) -> dict[str, Row]:
    """Return by id the rows that a pinpoint may name."""
    tables = (*authored.frontier.territories, "clashes", "events", *NAMED)
    return {name: row for table in tables for name, row in named_rows(authored, table)}


def _cite_pinpoints(authored: Authored) -> None:
    """Add to the sources of each row the works that pinpoints name for it, so that a work is cited once."""
    rows = pinnable(authored)
    for pin in authored["citations"]:
        row = rows.get(pin["row"])
        if row is not None and pin["source"] not in split_list(row["sources"]):
            row["sources"] = ";".join([*split_list(row["sources"]), pin["source"]])


def read_authored(root: Path = AUTHORED) -> Authored:
    """Read every authored table and work below `root`; a pinpoint cites its work for its row."""
    frontier = frontier_of(root)
    authored = Authored(root, frontier)
    tenures = {layer: tenure_table(layer) for layer in frontier.territories}
    for name, table in (TABLES | tenures).items():
        authored.rows[name] = read_table(root / table.path, table, authored.faults)
    authored.works = read_works(root / "sources", authored.faults)
    _cite_pinpoints(authored)
    return authored
