"""What lies under the layers: land, lakes, rivers, modern borders, and online tiles by choice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PARTS = ("land", "lakes", "rivers", "modern_borders")
_TILES = ("OpenStreetMap.Mapnik", "OpenTopoMap", "Esri.WorldShadedRelief", "Esri.WorldPhysical")


def base_shapes(folder: Path) -> dict[str, list[Any]]:
    """Return each part of a folder's base map as its geometries (WGS 84), none if it has none."""
    import geopandas

    shapes: dict[str, list[Any]] = {key: [] for key in _PARTS}
    for key in _PARTS:
        path = folder / "basemap" / f"{key}.geojson"
        if path.exists():
            found = geopandas.read_file(path, columns=[]).geometry
            shapes[key] = [shape for shape in found if shape is not None and not shape.is_empty]
    return shapes


def basemaps() -> list[dict[str, Any]]:
    """Return the online tile layers on offer, as Leaflet wants them, with their attribution."""
    import xyzservices.providers as providers

    found = []
    for name in _TILES:
        provider = providers.query_name(name)
        found.append(
            {
                "key": name.lower().replace(".", "-"),
                "title": name.replace(".", " "),
                "url": provider.build_url(scale_factor=""),
                "attribution": provider.attribution,
                "max_zoom": int(provider.get("max_zoom", 18)),
            }
        )
    return found
