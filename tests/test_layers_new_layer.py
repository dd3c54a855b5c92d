"""A new layer is a declaration and a file of data: no code knows it, and everything has it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import geo
from geo.check import check_files
from geo.frontier import frontier_of
from layers import build_map, chosen
from layers.__main__ import cli
from tests.frontiers import DECLARATION, FEATURES, NEW, NEW_FEATURES, write_frontier


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    declaration = DECLARATION | {"layers": [*DECLARATION["layers"], *NEW]}
    return write_frontier(
        tmp_path_factory.mktemp("new"), declaration=declaration, features=FEATURES | NEW_FEATURES
    )


def test_the_files_are_checked_by_the_kind_that_is_declared(folder):
    assert check_files([folder]) == []


def test_the_layers_are_listed_in_their_drawing_order(folder):
    done = CliRunner().invoke(cli, ["list", "--data", str(folder)])
    assert [line.split()[:2] for line in done.output.splitlines()][-3:] == [
        ["salt-pans", "as_of"],
        ["post-roads", "as_of"],
        ["beacons", "during"],
    ]


@pytest.mark.parametrize(
    ("layer", "shown", "hidden"),
    [
        ("salt-pans", ("1605", "1639-12-31"), ("1604", "1640")),
        ("post-roads", ("1610", "1645-02-28"), ("1610-05-31", "1645")),
        ("beacons", ("1618", "1618-02-03"), ("1617", "1618-02-04", "1619")),
    ],
)
def test_features_are_there_in_their_period_alone(folder, layer, shown, hidden):
    frontier = frontier_of(folder)
    frame = geo.load_layers(folder)[layer]
    for date in shown:
        assert len(geo.shown(frame, date, layer=layer, frontier=frontier)) == 1, date
    for date in hidden:
        assert len(geo.shown(frame, date, layer=layer, frontier=frontier)) == 0, date


def test_a_new_land_has_its_holder(folder):
    layers, frontier = geo.load_layers(folder), frontier_of(folder)
    (held,) = geo.who_held(layers, -6, 52, 1620, frontier=frontier)
    assert (held["layer"], held["polity"]) == ("salt-pans", "league")
    assert geo.who_held(layers, -6, 52, 1645, frontier=frontier) == []


def test_the_page_has_them_with_fields_of_their_own(folder):
    payload = build_map(frontier=frontier_of(folder)).payload
    sent = {layer["key"]: layer for layer in payload["layers"]}
    assert list(sent)[-3:] == ["salt-pans", "post-roads", "beacons"]
    assert sent["post-roads"]["popup"] == ["horses", "owner", "note", "sources"]
    assert sent["post-roads"]["labels"]["horses"]["en"] == "Horses at each stage"
    assert sent["post-roads"]["colour"] == "#117733"
    assert payload["features"]["post-roads"][0]["horses"] == 12
    assert [layer.key for layer in chosen(["beacons"], frontier_of(folder))] == ["beacons"]
