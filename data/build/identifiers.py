"""Identifiers that others gave to places, polities, treaties: their faults, and how they ship."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from geo.vocabulary import SCHEMES

from .rules import Rules
from .schema import TABLES
from .tables import Authored

KINDS = {
    "place": ("places", "id"),
    "island": ("islands", "id"),
    "water": ("waters", "id"),
    "polity": ("polities", "key"),
    "clash": ("clashes", "id"),
    "event": ("events", "id"),
    "line": ("lines", "line_id"),
    "railway": ("rail_lines", "line_id"),
}
"""What can have an identifier, with its table and that one's key; `work` and `tenure` beside these."""


def _known(authored: Authored) -> dict[str, set[str]]:
    known = {kind: {row[key] for row in authored[table]} for kind, (table, key) in KINDS.items()}
    tenures = {row["id"] for layer in authored.frontier.territories for row in authored[layer]}
    return known | {"work": set(authored.works), "tenure": tenures}


def check_identifiers(authored: Authored) -> None:
    """Each identifier names a row, is of its scheme's form, and says whether and how it was checked."""
    rules = Rules(TABLES["identifiers"].path, authored)
    known = _known(authored)
    for row in authored["identifiers"]:
        name = f"{row['kind']}/{row['id']}/{row['scheme']}"
        rules.one_of(name, row, "kind", known)
        rules.one_of(name, row, "scheme", SCHEMES)
        rules.one_of(name, row, "checked", ("yes", "no"))
        rules.required(name, row, ("how",))
        if row["kind"] in known and row["id"] not in known[row["kind"]]:
            rules.fault(name, f"there is no {row['kind']} {row['id']!r}")
        form = SCHEMES[row["scheme"]][0] if row["scheme"] in SCHEMES else ".*"
        if not re.fullmatch(form, row["value"]):
            rules.fault(name, f"{row['value']!r} is no identifier of {row['scheme']}: it has the form {form}")
        number = authored.works.get(row["id"], {}).get("number") if row["kind"] == "work" else None
        if number and number != row["value"]:
            rules.fault(name, f"is {row['value']}, but the work has the number {number}")


def identifiers_of(authored: Authored, kind: str) -> dict[str, dict[str, str]]:
    """Return the identifiers of the rows of a kind by id, each by its scheme."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in authored["identifiers"]:
        if row["kind"] == kind:
            found[row["id"]][row["scheme"]] = row["value"]
    return found


def identifiers_csv(authored: Authored) -> str:
    """Return `identifiers.csv` as it ships: the authored rows in order."""
    table = TABLES["identifiers"]
    out = io.StringIO()
    writer = csv.DictWriter(out, table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(authored["identifiers"], key=lambda row: tuple(row[key] for key in table.key)))
    return out.getvalue()
