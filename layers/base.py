"""The declaration of a layer: everything that makes one layer differ from the next.

A layer is data, not code: its module holds one `LAYER = declare(...)`. What a kind of layer has in
common (how it is sent, drawn and described) lives with the kind, here and in `layers/web`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from geo.errors import UnknownNameError

KINDS = ("territory", "line", "clash", "event", "outline")
RULES = ("as_of", "during")
GROUPS = ("Territories", "Neighbours", "Lines", "Happenings")

COMMON_FIELDS = (
    "name", "name_zh", "name_ru", "name_local", "polity", "controller", "sovereign", "claimants", "status",
    "start_date", "end_date", "start_edtf", "end_edtf", "certainty", "note", "sources",
)  # fmt: skip
KIND_FIELDS: dict[str, tuple[str, ...]] = {
    "territory": (
        "controller_key", "sovereign_key", "view_beijing", "view_moscow", "view_nanking", "view_tokyo",
        "view_ulaanbaatar", "units", "area_km2", "capital",
    ),
    "line": (
        "line", "segment", "gauge_mm", "owner", "operator", "owner_key", "operator_key", "zone", "length_km",
        "published_length_km",
    ),
    "clash": (
        "section", "kind", "place", "place_zh", "place_ru", "belligerents", "commanders", "strength",
        "casualties", "outcome", "killed_max", "place_certainty",
    ),
    "event": ("section", "kind", "place", "importance"),
    "outline": ("level", "basis"),
}  # fmt: skip

TERRITORY_TOOLTIP = ("name", "controller", "sovereign", "start_date", "end_date", "certainty")
TERRITORY_POPUP = (
    "name_local", "controller", "sovereign", "claimants", "status", "capital", "area_km2", "note", "sources",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One layer of the atlas."""

    key: str
    """File stem of its data (`data/<key>.geojson`) and of its module."""
    title: dict[str, str]
    """Its name for readers, in `en`, `zh` and `ru`."""
    kind: str
    """What is drawn: territory, line, clash, event or outline."""
    group: str
    """Where it stands in the layer list."""
    rule: str
    """How it answers a date: `as_of` (what held on that day) or `during` (what happened in the year)."""
    order: int
    """Place in the drawing order, lowest first."""
    about: str
    """One or two sentences for the reader of the layer list."""
    tooltip: tuple[str, ...]
    """Fields of a feature that its tooltip shows, in that order."""
    popup: tuple[str, ...]
    """Fields that its popup shows, in that order."""
    on: bool = True
    """Whether it is drawn at the first view."""

    def __post_init__(self) -> None:
        """Refuse values that no reader of the declaration would understand."""
        _one_of("kind of layer", self.kind, KINDS)
        _one_of("dating rule", self.rule, RULES)
        _one_of("group of layers", self.group, GROUPS)
        for lang in ("en", "zh", "ru"):
            if not self.title.get(lang):
                raise ValueError(f"layer {self.key!r}: the title has no {lang!r}: give all of en, zh, ru")
        allowed = (*COMMON_FIELDS, *KIND_FIELDS[self.kind])
        for field in (*self.tooltip, *self.popup):
            _one_of(f"field of a {self.kind} layer ({self.key})", field, allowed)

    @property
    def properties(self) -> tuple[str, ...]:
        """Every property that a feature of this layer takes to the page."""
        return (*COMMON_FIELDS, *KIND_FIELDS[self.kind])

    def payload(self) -> dict[str, Any]:
        """Return the layer's entry in the page payload."""
        return {
            "key": self.key,
            "title": self.title,
            "kind": self.kind,
            "group": self.group,
            "rule": self.rule,
            "on": self.on,
            "about": self.about,
            "tooltip": list(self.tooltip),
            "popup": list(self.popup),
        }


def declare(**declaration: Any) -> Layer:
    """Return the layer declared; a misspelt name is refused with the nearest one that exists."""
    allowed = [field.name for field in fields(Layer)]
    for name in declaration:
        _one_of("part of a layer declaration", name, allowed)
    return Layer(**declaration)


def _one_of(what: str, name: str, allowed: Any) -> None:
    if name not in allowed:
        raise UnknownNameError(what, name, allowed)
