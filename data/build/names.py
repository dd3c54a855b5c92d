"""Names of polities and the small value conversions that every layer shares."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from geo import dates
from geo.names import name_on

from .days import next_day
from .tables import Row, split_list


class Polities:
    """The names of the polities by date."""

    def __init__(self, rows: list[Row]) -> None:
        """Take the rows of polities.csv by key."""
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            dated = {"start_date": row["start"], "end_date": row["end"], "name": row["name"]}
            self._rows.setdefault(row["key"], []).append(dated)

    def name(self, key: str, day: str) -> str:
        """Return the English name of a polity on an ISO day, as `geo.names` says."""
        found = name_on(self._rows[key], dates.earliest(day))
        return found["name"] if found else key


def polities_json(rows: list[Row]) -> str:
    """Return `polities.json`: each polity's names by date, in order, with its capital and works."""
    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["start"]):
        name = {"start_date": row["start"] or None, "end_date": row["end"] or None}
        name |= {
            field: row[field] or None for field in ("name", "name_zh", "name_ru", "name_local", "capital")
        }
        named[row["key"]].append(name | {"sources": split_list(row["sources"])})
    lines = [
        f"{json.dumps(key)}: {json.dumps(names, ensure_ascii=False)}" for key, names in sorted(named.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def text_or_none(cell: str) -> str | None:
    """Return a cell, None if it is empty."""
    return cell or None


def number_or_none(cell: str) -> int | float | None:
    """Return a number cell as int if it is whole, None if it is empty."""
    if not cell:
        return None
    value = float(cell)
    return int(value) if value.is_integer() else value


def exclusive_end(row: Row) -> str:
    """Return the exclusive end of a row whose `end` is the last day included (empty = one day)."""
    return next_day(row["end"] or row["start"])
