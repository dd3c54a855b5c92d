"""The map page: a Folium map whose rendering is one self-contained HTML file.

`AtlasMap` is a `folium.Map`: it shows itself in a notebook, `save` writes it, and Folium children can be
added to it. It links nothing: Leaflet and the page's own scripts stand in it, allowed by hash, and its
Content-Security-Policy forbids every request. The same input gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import folium
from branca.element import Element, Figure
from folium.template import Template
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from geo.frontier import Frontier, shipped
from layers import assets, chosen
from layers.errors import PageError
from layers.files import WEB
from layers.payload import packed_from_payload, payload_from_layers
from layers.print.still import still_from_layers
from layers.span import span_from_years

_MAX_ZOOM = 12


class AtlasFigure(Figure):
    """The document around an `AtlasMap`."""

    def render(self, **kwargs: Any) -> str:
        """Return the whole page as HTML."""
        atlas: Any = next(iter(self._children.values()))
        for number, child in enumerate(_descendants(atlas)):
            child._id = f"{number:032x}"
        self.header, self.html, self.script = Element(), Element(), Element()
        for part in (self.header, self.html, self.script):
            part._parent = self
        atlas.render(**kwargs)
        added = self.script.render(**kwargs).strip() if atlas._children else ""
        return _document(atlas.payload, atlas.still, added, atlas.frontier)


class AtlasMap(folium.Map):
    """The atlas as a Folium map; make it with `build_map`."""

    # Nothing is linked: Leaflet is inlined from its registry package by `layers.assets`.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 (Folium's own interface)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = window.atlasMap;{% endmacro %}"
    )

    def __init__(self, payload: dict[str, Any], still: str, frontier: Frontier) -> None:
        """Hold a payload, whose view it takes, a picture for readers without script, a frontier."""
        view = payload["view"]
        middle = [(view["south"] + view["north"]) / 2, (view["west"] + view["east"]) / 2]
        super().__init__(location=middle, zoom_start=4, tiles=None, maxZoom=_MAX_ZOOM)
        self.payload = payload
        self.still = still
        self.frontier = frontier
        self._id = "atlas"
        AtlasFigure(height="640px").add_child(self, name="atlas")


def _descendants(element: Any) -> Iterable[Any]:
    for child in element._children.values():
        yield child
        yield from _descendants(child)


def build_map(
    layers: Mapping[str, Any] | None = None,
    *,
    year: int | None = None,
    span: tuple[int | None, int | None] | None = None,
    show: Iterable[str] | None = None,
    title: str | None = None,
    note: str | None = None,
    tiles: bool = False,
    tour: list[dict[str, Any]] | None = None,
    frontier: Frontier | None = None,
) -> folium.Map:
    """Return the atlas as a Folium map, which shows itself in a notebook.

    Parameters
    ----------
    layers
        GeoDataFrames (WGS 84) by layer key, as `geo.load_layers` returns them; None loads what ships.
    year, span
        One year, or the first and last year; the frontier's whole span by default.
    show
        Keys of the layers to take along; all by default.
    title, note
        Heading of the page, and a note under it.
    tiles
        Offer online tile layers as well (the page then may fetch these pictures, and nothing else).
    tour
        Chapters instead of the frontier's own, as `layers.tour.tour_from_file` returns them.
    frontier
        The frontier that the layers are of (`geo.frontier_of(folder)`); the shipped one by default.

    Raises
    ------
    SpanError
        If a year is outside the atlas.
    UnknownNameError
        If `show` names a layer that doesn't exist.
    """
    frontier = frontier or shipped()
    years = span_from_years(year, span, frontier)
    declared = chosen(show, frontier)
    if layers is None:
        import geo

        layers = geo.load_layers(frontier.folder)
    payload = payload_from_layers(
        layers,
        declared,
        span=years,
        title=title,
        note=note,
        tiles=tiles,
        tour=tour,
        frontier=frontier,
    )
    still = still_from_layers(layers, declared, payload["date"], title=payload["title"], frontier=frontier)
    return AtlasMap(payload, still, frontier)


def to_html(atlas: folium.Map) -> str:
    """Return the map as one self-contained HTML page."""
    if not isinstance(atlas, AtlasMap):
        raise PageError(f"{type(atlas).__name__} is not a map of the atlas: make it with layers.build_map")
    return str(atlas.get_root().render())


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined)


def _document(payload: dict[str, Any], still: str, added: str, frontier: Frontier) -> str:
    texts = assets.scripts() + ([added] if added else [])
    first, last = payload["span"]
    years = f"{first}" if first == last else f"{first}-{last}"
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            title=payload["title"],
            lang="en",
            csp=Markup(assets.policy(texts, [tiles["url"] for tiles in payload["basemaps"]])),  # noqa: S704
            styles=[Markup(text) for text in assets.styles()],  # noqa: S704
            scripts=[Markup(text) for text in texts],  # noqa: S704
            payload=packed_from_payload(payload),
            frame=json.dumps({"bounds": payload["bounds"], "view": payload["view"]}),
            still=Markup(still),  # noqa: S704
            summary=frontier.summary.replace("{years}", years),
        )
    )
