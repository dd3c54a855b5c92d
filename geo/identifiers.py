"""Identifiers that others gave to places, treaties (`identifiers.csv`): GeoNames, Wikidata ..."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from geo import files
from geo.errors import DataFileError
from geo.vocabulary import SCHEMES


class Identifier(NamedTuple):
    """What something of the atlas is called elsewhere; `checked`: held against that record."""

    kind: str
    id: str
    scheme: str
    value: str
    checked: bool

    @property
    def text(self) -> str:
        """In words: the name of the scheme, the value, its address, and whether it was checked."""
        _, title, address = SCHEMES.get(self.scheme, ("", self.scheme, ""))
        where = f", {address}{self.value}" if address else ""
        return f"{title} {self.value}{where}{'' if self.checked else ' (not checked)'}"


def read_identifiers(path: str | Path | None = None) -> dict[tuple[str, str], list[Identifier]]:
    """Return the identifiers by kind and id, of the shipped `identifiers.csv` by default.

    None if the file isn't there. Raises DataFileError if a column is missing.
    """
    path = Path(path) if path is not None else files.DATA / "identifiers.csv"
    found: dict[tuple[str, str], list[Identifier]] = defaultdict(list)
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            try:
                kind, name = row["kind"], row["id"]
                one = Identifier(kind, name, row["scheme"], row["value"], row["checked"] == "yes")
            except KeyError as error:
                raise DataFileError(f"{path}: lacks the column {error}: add it") from None
            found[kind, name].append(one)
    return dict(found)


def identifiers_text(
    names: Iterable[tuple[str, str]], known: Mapping[tuple[str, str], Sequence[Identifier]]
) -> str:
    """Return a line for each identifier of the rows named by kind and id, those without one left out."""
    lines = [
        f"{one.kind} {one.id}: {one.text}" for name in dict.fromkeys(names) for one in known.get(name, ())
    ]
    return "\n".join(lines)
