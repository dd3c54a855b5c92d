"""The layers of the atlas: what each is, how it looks, and the map page made of them.

`REGISTRY` holds the shipped layers in drawing order. `build_map` and `to_html` are loaded at first use,
so that `layers.cache` can serve a finished page without geopandas or folium.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from geo.errors import UnknownNameError
from layers.errors import PageError, SpanError
from layers.registry import REGISTRY, Layer, chosen

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


def __getattr__(name: str) -> Any:
    if name in ("build_map", "to_html"):
        return getattr(import_module("layers.page"), name)
    raise AttributeError(f"module 'layers' has no attribute {name!r}")
