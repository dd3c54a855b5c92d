"""The command line: at, show, cite, history."""

import itertools
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from geo.__main__ import main
from geo.queries import HOLDER_FIELDS


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_at_json_is_a_list_of_holders(atlas_folder):
    result = run("at", 120.5, 45.5, "1932-06-01", "--json", "--data", atlas_folder)
    (answer,) = json.loads(result.output)
    assert list(answer)[:12] == list(HOLDER_FIELDS)
    assert run("at", 0, 0, 1932, "--json", "--data", atlas_folder).output.strip() == "[]"


def test_at_in_words_says_fact_and_law(atlas_folder):
    said = run("at", 120.5, 45.5, "1932-06-01", "--data", atlas_folder).output
    assert "de facto Japan, de jure Qing Empire" in said
    assert "1 June 1932" in said
    said = run("at", 120.5, 45.5, "1920", "--data", atlas_folder).output
    assert "held by Qing Empire" in said
    assert "31 December 1920" in said


def test_a_western_longitude_is_no_option(atlas_folder):
    result = run("at", -120.5, 45.5, 1932, "--data", atlas_folder)
    assert (result.exit_code, "nobody" in result.output) == (0, True)


def test_batch_writes_a_line_a_row_and_passes_columns_through(atlas_folder):
    path = atlas_folder / "points.csv"
    path.write_text(
        "name,lon,lat,date\nfirst,120.5,45.5,1932\nsea,10,10,1932\nbad,999,1,1932\nworse,1,1,soon\n",
        encoding="utf-8",
    )
    result = run("at", "--batch", path, "--json", "--data", atlas_folder)
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [line["name"] for line in lines] == ["first", "sea", "bad", "worse"]
    assert lines[0]["held"][0]["id"] == "west-new"
    assert lines[1]["held"] == []
    assert "off the globe" in lines[2]["error"]
    assert "soon" in lines[3]["error"]
    assert result.exit_code == 1


def test_batch_without_its_columns_is_refused(atlas_folder):
    path = atlas_folder / "points.csv"
    path.write_text("x,y\n1,2\n", encoding="utf-8")
    result = run("at", "--batch", path, "--json", "--data", atlas_folder)
    assert result.exit_code == 1
    assert "no column date, lat, lon" in result.output


def test_show_is_a_feature_collection_of_the_day(atlas_folder, features):
    shown = json.loads(run("show", "manchuria", 1932, "--data", atlas_folder).output)
    assert shown == {
        "type": "FeatureCollection",
        "features": [features["manchuria"][1], features["manchuria"][3]],
    }
    clashes = json.loads(run("show", "clashes", 1930, "--data", atlas_folder).output)
    assert [feature["id"] for feature in clashes["features"]] == ["ridge-1929"]
    refused = run("show", "manchria", 1932, "--data", atlas_folder)
    assert (refused.exit_code, "did you mean 'manchuria'" in refused.output) == (1, True)


def test_cite_in_each_format(atlas_folder):
    for style, said in (("text", "Paine"), ("bibtex", "@book"), ("csl", '"work-one"')):
        result = run("cite", "west-qing", "--format", style, "--data", atlas_folder)
        assert said in result.output
    assert run("cite", "west-qin", "--data", atlas_folder).exit_code == 1


def test_history_of_a_point(atlas_folder):
    result = run("history", 120.5, 45.5, "--json", "--data", atlas_folder)
    assert [span["id"] for span in json.loads(result.output)] == ["west-qing", "west-new", "west-late"]
    assert "still so in 1991" in run("history", 120.5, 45.5, "--data", atlas_folder).output


@pytest.mark.parametrize(
    "arguments", [["at"], ["at", "1", "2"], ["history"], ["history", "1", "2", "--place", "x"]]
)
def test_what_is_missing_is_said(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments", [["at", 1, 2, "1932-13"], ["at", 200, 2, 1932], ["history", "--place", "Nowhere"]]
)
def test_errors_are_messages_not_tracebacks(arguments):
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")


@pytest.mark.parametrize(
    ("lon", "lat", "date", "controller", "name"),
    [
        (126.6, 45.8, "1932-06-01", "Japan", "Manchukuo"),
        (94.45, 51.7, "1930-07-01", "Tuva", "Tuva"),
        (81.3, 43.9, "1945-06-01", "East Turkestan Republic", "East Turkestan Republic"),
        (106.9, 47.9, "1920-11-01", "China", "Mongolia"),
    ],
)
def test_the_shipped_atlas_knows_who_held(lon, lat, date, controller, name):
    (answer,) = json.loads(run("at", lon, lat, date, "--json").output)
    assert controller in answer["controller"]
    assert name in answer["name"]


def test_history_by_place_name_is_a_chain_of_days():
    spans = json.loads(run("history", "--place", "哈尔滨", "--json").output)
    assert spans[0]["start_date"] == "1900-01-01"
    assert all(one["end_date"] == two["start_date"] for one, two in itertools.pairwise(spans))
    assert {span["place"]["name"] for span in spans} == {"Harbin"}


def test_geo_stands_alone_and_starts_light():
    code = (
        "import sys, geo, geo.dates\n"
        "light = [m for m in ('geopandas', 'pandas', 'shapely', 'edtf') if m in sys.modules]\n"
        "import geo.__main__, geo.check, geo.citations, geo.places, geo.queries, geo.slices, geo.coverage\n"
        "layers = geo.load_layers(); geo.as_of(layers['tuva'], 1930)\n"
        "geo.who_held(layers, 94.45, 51.7, 1930)\n"
        "heavy = [m for m in ('folium', 'branca', 'jinja2', 'streamlit') if m in sys.modules]\n"
        "print(light, heavy)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[] []"


def test_year_says_what_changed_and_its_json_has_the_same_numbers(atlas_folder):
    said = run("year", 1932, "--data", atlas_folder).output
    assert "1932 in brief\nWest-New\n1 change of hands (1 land, 8,6" in said
    assert "Qing Empire -> Manchukuo (under Japan): West-New, 8,6" in said
    found = json.loads(run("year", 1932, "--json", "--data", atlas_folder).output)
    assert (found["counts"]["hands"], found["counts"]["clashes"]) == (1, 0)
    assert found["hands"][0]["parts"][0]["before"] == "west-qing"
    assert found["hands"][0]["from"]["controller"] == "Qing Empire"


def test_a_year_outside_the_atlas_is_told(atlas_folder):
    result = run("year", 1892, "--data", atlas_folder)
    assert (result.exit_code, "choose from 1900 to 1991" in result.output) == (1, True)


def test_a_point_off_the_coast_gets_land_beside_it_only_if_asked():
    far = ("history", 121.0, 38.72)
    assert json.loads(run(*far, "--json").output) == []
    assert json.loads(run(*far, "--near", 60, "--json").output)


@pytest.mark.parametrize(
    ("asked", "near"),
    [(["--place", "Harbin"], 10), ([126.6, 45.8], 0), (["--place", "Harbin", "--near", 3], 3)],
)
def test_a_town_on_the_coast_may_lie_off_the_drawn_shore_a_point_may_not(
    monkeypatch, atlas_folder, asked, near
):
    seen = []
    monkeypatch.setattr("geo.queries.history", lambda *_, near, **__: seen.append(near) or [])
    run("history", *asked, "--data", atlas_folder)
    assert seen == [near]
