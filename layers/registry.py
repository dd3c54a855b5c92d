"""The layers of the atlas: what each kind has in common, and each declaration made whole.

A layer is data: a declaration in `frontier.json` and a file of features. What a kind of layer is (its
geometry, fields, default tooltip and popup) stands here, its rule and vocabulary in `geo.schema`, how its
fields are written in `layers/web`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from geo.errors import DataFileError, UnknownNameError
from geo.frontier import FILE, Frontier, LayerDeclaration, shipped
from geo.schema import rule_of
from geo.strict import nearest

COMMON_FIELDS = (
    "name", "name_zh", "name_ru", "name_local", "polity", "controller", "sovereign", "claimants", "status",
    "start_date", "end_date", "start_edtf", "end_edtf", "certainty", "note", "sources",
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """What the layers of a kind have in common."""

    geometry: str
    """What a feature has on the page: `polygons`, `lines` or a `point`."""
    fields: tuple[str, ...]
    """Properties that features have besides `COMMON_FIELDS`."""
    tooltip: tuple[str, ...]
    """Fields that the tooltip shows under the name, in order, unless the declaration says otherwise."""
    popup: tuple[str, ...]
    """Fields that the popup shows under name and dates, likewise."""


KINDS: dict[str, Kind] = {
    "territory": Kind(
        "polygons",
        ("controller_key", "sovereign_key", "units", "area_km2", "capital"),
        ("polity", "controller", "sovereign", "certainty"),
        ("polity", "controller", "sovereign", "claimants", "status", "capital", "area_km2", "certainty",
         "note", "sources"),
    ),
    "line": Kind(
        "lines",
        ("line", "segment", "gauge_mm", "owner", "operator", "owner_key", "operator_key", "zone",
         "length_km", "published_length_km"),
        ("segment", "operator", "gauge_mm", "certainty"),
        ("segment", "status", "owner", "operator", "gauge_mm", "zone", "length_km", "published_length_km",
         "certainty", "note", "sources"),
    ),
    "clash": Kind(
        "point",
        ("section", "kind", "place", "place_zh", "place_ru", "belligerents", "commanders", "strength",
         "casualties", "outcome", "killed_max", "place_certainty"),
        ("belligerents", "certainty"),
        ("place", "place_certainty", "belligerents", "commanders", "strength", "outcome", "certainty",
         "note", "casualties", "sources"),
    ),
    "event": Kind(
        "point",
        ("section", "kind", "place", "importance"),
        ("certainty",),
        ("place", "certainty", "note", "sources"),
    ),
    "outline": Kind(
        "lines", ("level", "basis"), ("certainty",), ("basis", "certainty", "note", "sources")
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Layer:
    """One layer: its declaration, with what its kind gives."""

    declaration: LayerDeclaration
    rule: str
    """How it answers a date: `as_of` (what held on that day) or `during` (what happened in the year)."""
    tooltip: tuple[str, ...]
    popup: tuple[str, ...]
    properties: tuple[str, ...]
    """Every property that a feature of this layer takes to the page."""

    @property
    def key(self) -> str:
        """Stem of its file of data."""
        return self.declaration.key

    @property
    def kind(self) -> str:
        """What it is: territory, line, clash, event or outline."""
        return self.declaration.kind

    @property
    def title(self) -> str:
        """Its English name."""
        return self.declaration.title.en

    @property
    def geometry(self) -> str:
        """What its features have on the page: `polygons`, `lines` or a `point`."""
        return KINDS[self.kind].geometry

    def payload(self) -> dict[str, Any]:
        """Return the layer's entry in the page payload."""
        said = self.declaration
        entry = {
            "key": said.key,
            "title": asdict(said.title),
            "kind": said.kind,
            "group": said.group,
            "rule": self.rule,
            "on": said.on,
            "about": said.about,
            "tooltip": list(self.tooltip),
            "popup": list(self.popup),
        }
        if said.colour:
            entry["colour"] = said.colour
        if said.around:
            entry["around"] = True
        if said.labels:
            entry["labels"] = {field: asdict(label) for field, label in said.labels.items()}
        return entry


@cache
def layers_of(frontier: Frontier) -> dict[str, Layer]:
    """Return the layers that a frontier declares, by key in drawing order.

    Raises DataFileError if a declaration shows a field that its kind doesn't have.
    """
    return {key: _whole(declaration, frontier) for key, declaration in frontier.declared.items()}


def _whole(declaration: LayerDeclaration, frontier: Frontier) -> Layer:
    kind = KINDS[declaration.kind]
    views = frontier.views if declaration.kind == "territory" else ()
    properties = (*COMMON_FIELDS, *kind.fields, *views, *declaration.labels)
    showable = {*kind.tooltip, *kind.popup, *declaration.labels}
    shown = {}
    for part in ("tooltip", "popup"):
        own = getattr(declaration, part)
        for field in own or ():
            if field not in showable:
                where = f"{frontier.folder / FILE}: layers.{declaration.key}.{part}"
                raise DataFileError(
                    f"{where}: a {declaration.kind} shows no field {field!r}: {nearest(field, showable)} "
                    "(a field of your own needs its label)"
                )
        extra = tuple(declaration.labels) if part == "popup" else ()
        shown[part] = (*getattr(kind, part), *extra) if own is None else own
    return Layer(
        declaration, rule_of(declaration.key, frontier), shown["tooltip"], shown["popup"], properties
    )


REGISTRY: dict[str, Layer] = layers_of(shipped())
"""The layers of the shipped frontier."""


def chosen(names: Iterable[str] | None = None, frontier: Frontier | None = None) -> list[Layer]:
    """Return the layers named (all of them for None), in drawing order.

    Raises
    ------
    UnknownNameError
        If a name is not among the frontier's layers.
    """
    layers = layers_of(frontier) if frontier else REGISTRY
    if names is None:
        return list(layers.values())
    wanted = list(names)
    for name in wanted:
        if name not in layers:
            raise UnknownNameError("layer", name, layers)
    return [layer for layer in layers.values() if layer.key in wanted]
