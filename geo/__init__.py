"""The geographic core of the atlas: dated features in time and space.

`load_layers` reads them, `as_of`, `during` and `changes` cut time, `year_in_brief` tells what a year brought,
`who_held` and `history` ask of a point, `cite` names the works behind a feature, `check_files` finds every
fault. Nothing here draws: `geo` never imports folium, jinja2 or streamlit, and loads geopandas only when a
function needs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from geo.errors import DataFileError, DateError, PointError, SchemaError, ToolError, UnknownNameError

if TYPE_CHECKING:
    from geo.check import check_files, validate
    from geo.citations import cite, cite_view, references
    from geo.coverage import overlaps, unit_gaps
    from geo.files import data_version, load_layers, read_layer, write_layer
    from geo.measure import area_km2, length_km
    from geo.places import find_places
    from geo.queries import history, who_held, who_held_each
    from geo.slices import as_of, changes, during, shown
    from geo.works import read_sources, works_of
    from geo.year import year_in_brief, years_in_brief

__all__ = [
    "DataFileError",
    "DateError",
    "PointError",
    "SchemaError",
    "ToolError",
    "UnknownNameError",
    "area_km2",
    "as_of",
    "changes",
    "check_files",
    "cite",
    "cite_view",
    "data_version",
    "during",
    "find_places",
    "history",
    "length_km",
    "load_layers",
    "overlaps",
    "read_layer",
    "read_sources",
    "references",
    "shown",
    "unit_gaps",
    "validate",
    "who_held",
    "who_held_each",
    "works_of",
    "write_layer",
    "year_in_brief",
    "years_in_brief",
]

_HOME = {
    "check": ("check_files", "validate"),
    "citations": ("cite", "cite_view", "references"),
    "files": ("data_version", "load_layers", "read_layer", "write_layer"),
    "places": ("find_places",),
    "queries": ("history", "who_held", "who_held_each"),
    "slices": ("as_of", "changes", "during", "shown"),
    "coverage": ("overlaps", "unit_gaps"),
    "measure": ("area_km2", "length_km"),
    "works": ("read_sources", "works_of"),
    "year": ("year_in_brief", "years_in_brief"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    found = getattr(import_module(f"geo.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found
