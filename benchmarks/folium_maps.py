"""Folium maps of the atlas' content, made the plain way: what the atlas is measured against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import folium
import geopandas as gpd

import geo
from geo.frontier import shipped
from geo.schema import rule_of
from layers.gazetteer import polities_from_table

CENTRE, ZOOM = (46.0, 105.0), 4
_TIP = ("name", "controller", "sovereign", "start_date", "end_date", "certainty")
_LISTS = (
    "claimants",
    "sources",
    "units",
    "belligerents",
    "commanders",
    "strength",
    "casualties",
    "left",
    "right",
)


def of_year(frames: Mapping[str, Any], year: int) -> dict[str, Any]:
    """Return what the layers show of a year (GeoDataFrames by key), features without a place left out."""
    found = {key: geo.shown(frame, year, layer=key) for key, frame in frames.items()}
    return {key: frame[frame.geometry.notna()] for key, frame in found.items()}


def blank() -> folium.Map:
    """Return a map without tiles."""
    return folium.Map(CENTRE, zoom_start=ZOOM, tiles=None, max_zoom=12)


def add_year(group: Any, frames: Mapping[str, Any], year: int) -> Any:
    """Add a year's features to a map or group, styled, with tooltips; returns the group."""
    colours = {key: polity["fill"] for key, polity in polities_from_table().items()}
    for key, frame in of_year(frames, year).items():
        if len(frame):
            layer_of(frame, key, colours, f"of-{year}").add_to(group)
    return group


def layer_of(frame: Any, key: str, colours: Mapping[str, str], name: str) -> folium.GeoJson:
    """Return a layer's features as `folium.GeoJson`, with the fields that the atlas' popups show."""

    def style(feature: Mapping[str, Any]) -> dict[str, Any]:
        fill = colours.get(feature["properties"].get("polity"), "#888888")
        filled = key in shipped().territories
        return {
            "fillColor": fill, "color": fill, "weight": 1 if filled else 2, "fillOpacity": 0.6 if filled else 0,
            "className": name,
        }  # fmt: skip

    return folium.GeoJson(
        texts(frame).to_json(drop_id=True, ensure_ascii=False),
        style_function=style,
        marker=folium.CircleMarker(radius=6, color="#a8141f"),
        tooltip=folium.GeoJsonTooltip([field for field in _TIP if field in frame]),
    )


def texts(frame: Any) -> gpd.GeoDataFrame:
    """Return a frame whose lists and numbers of unlike types JSON can hold."""
    plain = frame.copy()
    for field in _LISTS:
        if field in plain:
            plain[field] = plain[field].map(lambda value: "" if value is None else str(value))
    return plain


def size(page: str) -> int:
    """Return the bytes of a rendered map."""
    return len(page.encode("utf-8"))


def dated(frames: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Yield layers whose features have a place, as frames of texts."""
    for key, frame in frames.items():
        yield key, texts(frame[frame.geometry.notna()])


def lands(frames: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Yield the layers that hold land."""
    return (
        (key, frame)
        for key, frame in dated(frames)
        if rule_of(key) == "as_of" and key in shipped().territories
    )


def links(page: str) -> int:
    """Return how many files a page loads from elsewhere before it shows anything."""
    return len(re.findall(r'(?:src|href)="https?://[^"]+\.(?:js|css)', page))
