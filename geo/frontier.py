"""What is peculiar to a frontier, read from the `frontier.json` beside its layers.

Title, span of years, bounds, first view, capitals, sections, families of colour, operators and the
declarations of its layers are data, so that the same engine draws another frontier from another folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from geo import dates
from geo.errors import DataFileError, DateError
from geo.strict import Match, OneOf, Reader, Within, nearest, read_object

DATA = Path(__file__).resolve().parent.parent / "data"
"""The folder of the shipped data."""
FILE = "frontier.json"
KINDS = ("territory", "line", "clash", "event", "outline")
"""Kinds of layer; what a kind means (rule, fields, look) is code."""

Colour = Annotated[str, Match("#[0-9A-Fa-f]{6}", "a colour", "write it as #rrggbb")]
Key = Annotated[str, Match("[a-z][a-z0-9-]*", "a key", "use a-z, 0-9 and -, a letter first")]
Latitude = Annotated[float, Within(-85, 85)]
Longitude = Annotated[float, Within(-180, 180)]
Year = Annotated[int, Within(1000, 9998)]


@dataclass(frozen=True)
class Titles:
    """A text in three languages."""

    en: str
    zh: str
    ru: str


@dataclass(frozen=True)
class Bounds:
    """Edges in WGS 84 degrees."""

    west: Longitude
    south: Latitude
    east: Longitude
    north: Latitude


@dataclass(frozen=True)
class Family:
    """Polities of one hue and their fills; `nation` if they were governments of one country."""

    polities: Mapping[str, Colour]
    nation: str | None = None


@dataclass(frozen=True)
class Operator:
    """Who ran a line."""

    colour: Colour
    title: Titles


@dataclass(frozen=True)
class Comparison:
    """Two dates worth comparing, each a year or a day."""

    then: str
    now: str
    title: Titles


@dataclass(frozen=True)
class LayerDeclaration:
    """What makes one layer differ from another of its kind."""

    key: Key
    """Stem of its file of data, `<key>.geojson`."""
    title: Titles
    kind: Annotated[str, OneOf(KINDS)]
    group: str
    """Where it stands in the layer list: a key of the frontier's groups."""
    order: int
    """Place in the drawing order, lowest first."""
    about: str
    """One or two sentences for the reader of the layer list."""
    colour: Colour | None = None
    """Of its signs, and of its lines that no declared operator runs, instead of its kind's."""
    on: bool = True
    """Whether it is drawn at the first view."""
    around: bool = False
    """Whether its lands lie around the frontier, not on it: they are named and listed after the others."""
    tooltip: tuple[str, ...] | None = None
    """Fields that its tooltip shows, in order, instead of its kind's."""
    popup: tuple[str, ...] | None = None
    """Fields that its popup shows, in order, instead of its kind's."""
    labels: Mapping[str, Titles] = field(default_factory=dict)
    """Fields that only its features have, with what they are called: texts or numbers, shown as they are."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """One frontier; `folder` holds its layers, works, names and base map."""

    title: Titles
    summary: str
    """One sentence on the whole page; `{years}` stands for its years."""
    span: tuple[Year, Year]
    date: str
    """First date shown, a year or a day."""
    bounds: Bounds
    view: Bounds
    """What the first view fits to its window, whatever its size."""
    picture: Bounds
    """What a still picture shows."""
    viewpoints: Mapping[str, Titles]
    """Capitals whose view of each land's owner the territories have, as `view_<key>`."""
    sections: Mapping[str, str]
    families: Mapping[str, Family]
    operators: Mapping[str, Operator]
    groups: Mapping[str, Titles]
    layers: tuple[LayerDeclaration, ...]
    """In drawing order."""
    about: tuple[Titles, ...]
    """Paragraphs on what the atlas of this frontier is."""
    examples: Mapping[str, Titles] = field(default_factory=dict)
    """A sentence of this frontier's own beside a term of the glossary, by its key."""
    comparisons: tuple[Comparison, ...] = ()
    folder: Path = field(default=Path(), init=False)

    @property
    def days(self) -> dates.Span:
        """The days of the span, YYYYMMDD, the end exclusive: each unit of land has a holder on each."""
        return dates.years(*self.span)

    @cached_property
    def declared(self) -> dict[str, LayerDeclaration]:
        """The layers by key, in drawing order."""
        return {layer.key: layer for layer in self.layers}

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the keys of the layers of a kind, those around the frontier last."""
        listed = [layer for layer in self.layers if layer.kind == kind]
        return tuple(layer.key for layer in sorted(listed, key=lambda layer: layer.around))

    @cached_property
    def territories(self) -> tuple[str, ...]:
        """Keys of the layers that hold land, those around the frontier last."""
        return self.of_kind("territory")

    @cached_property
    def views(self) -> tuple[str, ...]:
        """Fields of a territory that say whose it was in each capital's view."""
        return tuple(f"view_{key}" for key in self.viewpoints)

    @cached_property
    def colourings(self) -> tuple[str, ...]:
        """Ways to colour the lands: by who held them, by treaty, by each capital's view."""
        return ("control", "treaty", *self.viewpoints)

    @cached_property
    def _members(self) -> dict[str, tuple[str, Family]]:
        return {key: (name, family) for name, family in self.families.items() for key in family.polities}

    def kind_of(self, layer: str) -> str | None:
        """Return the kind of a layer; None for one that isn't declared."""
        return self.declared[layer].kind if layer in self.declared else None

    def family_of(self, polity: str) -> str:
        """Return the family of a polity; `other` for one without."""
        return self._members[polity][0] if polity in self._members else "other"

    def nation_of(self, polity: str) -> str:
        """Return the country whose government a polity was; its own key if it stands for itself."""
        return (self._members[polity][1].nation if polity in self._members else None) or polity

    def fill_of(self, polity: str | None) -> str | None:
        """Return the fill of a polity; None for one that the families don't have."""
        return self._members[polity][1].polities[polity] if polity in self._members else None


@cache
def frontier_from_file(path: Path) -> Frontier:
    """Return the frontier that a `frontier.json` declares.

    Raises DataFileError with every fault, each naming file, field and remedy.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataFileError(f"{path} is not there: it declares the frontier's years, names, layers") from None
    except ValueError as error:
        raise DataFileError(f"{path} is not JSON ({error}): mend it there") from None
    made, reader = read_object(found, Frontier)
    if made is not None:
        _check(made, reader)
    if made is None or reader.faults:
        raise DataFileError(
            "\n".join(f"{path}: {where}: {what}: {remedy}" for where, what, remedy in reader.faults)
        )
    frontier: Frontier = replace(made, layers=tuple(sorted(made.layers, key=lambda layer: layer.order)))
    object.__setattr__(frontier, "folder", path.parent)
    return frontier


def frontier_of(source: str | Path | None) -> Frontier:
    """Return the frontier of a folder of layers, or of a layer's file; the shipped one if they have none.

    Raises DataFileError.
    """
    if source is not None:
        folder = Path(source) if Path(source).is_dir() else Path(source).parent
        if (folder / FILE).is_file():
            return frontier_from_file((folder / FILE).resolve())
    return shipped()


def shipped() -> Frontier:
    """Return the frontier of the shipped data. Raises DataFileError if it isn't built."""
    return frontier_from_file(DATA / FILE)


def _check(made: Frontier, reader: Reader) -> None:
    """Note the faults of parts that disagree."""
    first, last = made.span
    if first > last:
        reader.tell("span", f"{first}-{last} is turned round", f"write [{last}, {first}]")
    for name in ("bounds", "picture"):
        edges: Bounds = getattr(made, name)
        if edges.west >= edges.east or edges.south >= edges.north:
            reader.tell(name, "has no inside", "west must be less than east, south less than north")
    _check_date(made.date, "date", made, reader)
    for number, pair in enumerate(made.comparisons, start=1):
        _check_date(pair.then, f"comparisons.{number}.then", made, reader)
        _check_date(pair.now, f"comparisons.{number}.now", made, reader)
    if not made.layers:
        reader.tell("layers", "is empty", "declare at least one layer")
    listed: dict[str, list[str]] = {
        "layers: key": [layer.key for layer in made.layers],
        "layers: order": [str(layer.order) for layer in made.layers],
        "families: polity": [key for family in made.families.values() for key in family.polities],
    }
    for where, values in listed.items():
        for value in sorted({one for one in values if values.count(one) > 1}):
            reader.tell(where, f"{value} stands twice", "keep one of them")
    for layer in made.layers:
        if layer.group not in made.groups:
            remedy = nearest(layer.group, made.groups)
            reader.tell(f"layers, {layer.key}, group", f"{layer.group!r} is not in groups", remedy)


def _check_date(text: str, where: str, made: Frontier, reader: Reader) -> None:
    try:
        year = dates.year_of(dates.earliest(text))
    except DateError as error:
        reader.tell(where, str(error), "write a year or a day")
        return
    if not made.span[0] <= year <= made.span[1]:
        reader.tell(where, f"{text} is outside the span", f"choose from {made.span[0]} to {made.span[1]}")
