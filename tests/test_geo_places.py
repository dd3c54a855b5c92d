"""Places by any of their names; the page is held to the same cases (`tests/test_layers_search.py`)."""

import json

import pytest

import geo
from geo.errors import UnknownNameError
from geo.places import read_places
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests" / "cases" / "search.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "place"), CASES)
def test_a_place_is_found_by_any_of_its_names(name, place):
    if place is None:
        with pytest.raises(UnknownNameError, match="no place"):
            geo.find_places(name)
    else:
        assert geo.find_places(name)[0].id == place


def test_every_spelling_finds_its_place():
    for place in read_places():
        for spelling in place.spellings():
            assert place.id in [found.id for found in geo.find_places(spelling)], spelling


def test_towns_come_before_waters_of_the_same_name():
    assert [(place.id, place.kind) for place in geo.find_places("Aksu")] == [
        ("aksu", "town"),
        ("aksu", "river"),
    ]


def test_the_name_of_the_day():
    (town,) = [place for place in geo.find_places("Mukden") if place.id == "mukden"]
    assert "Mukden" in town.names_on(19100101)["name"]
    assert town.names_on(19500101)["name"] == "Shenyang"


def test_waters_and_islands_lie_where_they_are():
    (ussuri,) = geo.find_places("Ussuri")
    assert (ussuri.kind, 131 < ussuri.lon < 136, 44 < ussuri.lat < 49) == ("river", True, True)
    (island,) = geo.find_places("Damanskii")
    assert (round(island.lon, 1), round(island.lat, 1), island.kind) == (133.8, 46.5, "island")


@pytest.mark.parametrize("name", ["Harbn", "", "...", "Atlantis-on-Amur"])
def test_a_name_nobody_bore_is_named(name):
    with pytest.raises(UnknownNameError, match="no place"):
        geo.find_places(name)


def test_a_file_that_changed_is_read_again(tmp_path):
    path = tmp_path / "towns.geojson"

    def write(name):
        town = {"id": "vell", "name": name, "rank": 1, "aliases": ["Port Vell"]}
        feature = {
            "type": "Feature",
            "properties": town,
            "geometry": {"type": "Point", "coordinates": [1, 2]},
        }
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")

    write("Vell")
    (town,) = geo.find_places("portvell", path=path)
    assert (town.name, town.lon, town.lat, town.kind) == ("Vell", 1, 2, "town")
    geo.find_places("portvell", path=path).clear()
    assert geo.find_places("Vell", path=path) == [town]
    write("Vellburgh")
    assert geo.find_places("vellburgh", path=path)[0].id == "vell"


def test_of_one_name_the_town_comes_first_then_the_island_then_the_river(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.files.DATA", tmp_path)
    (tmp_path / "basemap").mkdir()
    for stem, name, more in (
        ("towns", "d", {"rank": 4}),
        ("islands", "c", {}),
        ("rivers", "a", {}),
        ("lakes", "b", {}),
    ):
        point = {"type": "Point", "coordinates": [1, 2]}
        feature = {"type": "Feature", "properties": {"id": name, "name": "Vell", **more}, "geometry": point}
        path = tmp_path / "basemap" / f"{stem}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert [place.id for place in geo.find_places("Vell")] == ["d", "c", "a", "b"]
