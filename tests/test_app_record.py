"""The year's list under the map: complete in its counts, bounded in its bytes."""

import json

import geopandas as gpd
import pytest
from shapely.geometry import Point, Polygon

from app import record

SQUARE = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])


def _layers(clashes: int) -> dict:
    land = gpd.GeoDataFrame(
        {
            "id": ["a-1944"],
            "name": ["Tuvan Autonomous Oblast"],
            "start_date": ["1944-10-11"],
            "end_date": [None],
            "geometry": [SQUARE],
        },
        crs=4326,
    )
    fights = gpd.GeoDataFrame(
        {
            "id": [f"c{n}" for n in range(clashes)],
            "name": [
                f"Fight number {n} at a place with a rather long name, by two armies" for n in range(clashes)
            ],
            "start_date": ["1944-03-12"] * clashes,
            "end_date": ["1944-03-13"] * clashes,
            "killed_max": [None if n % 2 else n * 100 for n in range(clashes)],
            "geometry": [Point(100, 45)] * clashes,
        },
        crs=4326,
    )
    return {"tuva": land, "clashes": fights}


def test_a_change_of_hands_and_a_clash_are_listed_by_date():
    title, headline, lines = record.of_year(_layers(1), 1944)
    assert title == "The record of 1944"
    assert headline == "1 change of hands, 0 railway changes, 1 clash, 0 events"
    assert [line[:2] for line in lines] == [["12 Mar", "clash"], ["11 Oct", "change"]]


def test_a_year_without_anything_says_what_still_held():
    _, headline, lines = record.of_year(_layers(1), 1950)
    assert lines == []
    assert "still held" in headline


@pytest.mark.parametrize("clashes", [5, 50, 500])
def test_the_lines_stay_within_their_bytes(clashes):
    _, headline, lines = record.of_year(_layers(clashes), 1944)
    assert len(json.dumps(lines, ensure_ascii=False).encode()) <= record.MAX_BYTES
    assert f"{clashes} clashes" in headline
    assert ["11 Oct", "change", "Tuvan Autonomous Oblast"] in lines


def test_a_line_leads_to_its_own_feature():
    layers = _layers(50)
    _, _, lines = record.of_year(layers, 1944)
    number = [line[1] for line in lines].index("change")
    target = record.line_target(layers, 1944, number)
    assert target.id == "a-1944"
    assert (target.lon, target.lat) == (0.5, 0.5)
    assert record.line_target(layers, 1944, len(lines)) is None
