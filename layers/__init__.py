"""The layers of the atlas: what each is, how it looks, and the map page made of them.

`REGISTRY` holds the declarations in drawing order. `build_map` and `to_html` are loaded at first use,
so that `layers.cache` can serve a finished page without geopandas or folium.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from geo.errors import UnknownNameError
from layers.base import Layer
from layers.errors import PageError, SpanError

if TYPE_CHECKING:
    from layers.page import build_map, to_html

__all__ = [
    "REGISTRY",
    "Layer",
    "PageError",
    "SpanError",
    "UnknownNameError",
    "build_map",
    "chosen",
    "to_html",
]


_MODULES = ("powers", "mongolia", "tuva", "xinjiang", "manchuria", "borders", "railways", "events", "clashes")


def _registered(names: Iterable[str]) -> dict[str, Layer]:
    found = [import_module(f"layers.{name}").LAYER for name in names]
    return {layer.key: layer for layer in sorted(found, key=lambda layer: layer.order)}


REGISTRY: dict[str, Layer] = _registered(_MODULES)


def chosen(names: Iterable[str] | None = None) -> list[Layer]:
    """Return the layers named (all of them for None), in drawing order.

    Raises
    ------
    UnknownNameError
        If a name is not in the registry.
    """
    if names is None:
        return list(REGISTRY.values())
    wanted = list(names)
    for name in wanted:
        if name not in REGISTRY:
            raise UnknownNameError("layer", name, REGISTRY)
    return [layer for layer in REGISTRY.values() if layer.key in wanted]


def __getattr__(name: str) -> Any:
    if name in ("build_map", "to_html"):
        return getattr(import_module("layers.page"), name)
    raise AttributeError(f"module 'layers' has no attribute {name!r}")
