"""The picture for readers without JavaScript."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from pyproj import Transformer

from layers import chosen
from layers.palette import colour_of
from layers.print import still


def drawn(layers, date):
    svg = still.still_from_layers(layers, chosen(), date, title="Atlas & more")
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own text)
    fills = {one.get("fill") for one in root.iter() if one.tag.endswith("path")}
    return svg, fills, [one.text for one in root.iter() if one.tag.endswith("text")]


def test_still_is_small_and_names_what_stood(atlas_layers):
    svg, fills, texts = drawn(atlas_layers, "1929")
    assert len(svg.encode("utf-8")) <= still.MAX_BYTES
    assert {colour_of(key) for key in ("ussr", "mpr", "roc", "tuva", "japan")} <= fills
    assert colour_of("manchukuo") not in fills
    assert {"Soviet Union", "1929-12-31"} <= set(texts)
    assert "<title>Atlas &amp; more: 1929-12-31</title>" in svg


@pytest.mark.parametrize(("date", "polity"), [("1932-02-29", "qing"), ("1932-03-01", "manchukuo")])
def test_on_a_day_of_handover_the_new_holder_is_drawn(small_layers, date, polity):
    west = {key: value for key, value in small_layers.items() if key == "manchuria"}
    west["manchuria"] = west["manchuria"].iloc[:3]
    _, fills, _ = drawn(west, date)
    assert fills & {colour_of(key) for key in ("qing", "manchukuo")} == {colour_of(polity)}


def test_land_lies_where_web_mercator_puts_it(small_layers):
    svg, _, _ = drawn({"powers": small_layers["powers"]}, "1932")
    path = next(one for one in re.findall(r'd="([^"]+)" fill="([^"]+)"', svg) if one[1] == colour_of("ussr"))
    x, y = (int(number) for number in re.match(r"M(-?\d+) (-?\d+)", path[0]).groups())
    mercator = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    (left, bottom), (right, top) = mercator(66, 31), mercator(148, 58.5)
    corners = [mercator(lon, lat) for lon in (120, 122) for lat in (46, 48)]
    assert [x, y] in [
        [round((east - left) / (right - left) * 960), round((top - north) / (top - bottom) * 600)]
        for east, north in corners
    ]
