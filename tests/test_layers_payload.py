"""The page's data: complete, small, exact to the stated precision, without gaps between neighbours."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import zlib

import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod

import geo
from geo.dates import OPEN
from geo.vocabulary import SEEN
from layers import arcs as coding
from layers import chosen, payload
from layers.errors import SpanError
from layers.span import span_from_years
from tests.conftest import ROOT

GEOD = Geod(ellps="WGS84")
PRECISION_M = 500


@pytest.fixture(scope="module")
def whole(atlas_layers):
    return payload.payload_from_layers(atlas_layers, chosen(), span=(1900, 1991))


@pytest.fixture(scope="module")
def arcs(whole):
    return coding.lonlat_arcs(whole["topology"])


def territories(whole):
    for layer in whole["layers"]:
        if layer["kind"] == "territory":
            yield from ((layer["key"], feature) for feature in whole["features"][layer["key"]])


def test_every_feature_of_the_data_is_there(whole, atlas_layers):
    for layer in chosen():
        shipped = {feature["id"] for feature in whole["features"][layer.key]}
        frame = atlas_layers[layer.key]
        started = frame[frame["start_date"].fillna("") < "1992"]
        expected = set(started[started["end_date"].isna() | (started["end_date"] > "1900-01-01")]["id"])
        assert shipped == expected


def test_vertices_move_by_less_than_the_stated_precision(whole, arcs, atlas_layers):
    worst = 0.0
    for key, feature in territories(whole):
        frame = atlas_layers[key]
        shape = frame.loc[frame["id"] == feature["id"], frame.geometry.name].iloc[0]
        before = shapely.get_coordinates(shape)
        after = shapely.get_coordinates(coding.polygon_from_shape(feature["polygons"], arcs))
        tree = shapely.STRtree(shapely.points(after))
        nearest = after[tree.nearest(shapely.points(before))]
        worst = max(worst, float(GEOD.inv(*before.T, *nearest.T)[2].max()))
    assert worst < PRECISION_M
    half = whole["topology"]["scale"][0] / 2
    assert GEOD.inv(100, 0, 100 + half, half)[2] < 200


def test_what_happened_is_shown_where_it_happened(whole, atlas_layers):
    for key in ("clashes", "events"):
        frame = atlas_layers[key].set_index("id")
        placed = [one for one in whole["features"][key] if "point" in one]
        assert len(placed) > 100
        for one in placed:
            true = frame.geometry[one["id"]]
            true = true if true.geom_type == "Point" else shapely.point_on_surface(true)
            assert GEOD.inv(true.x, true.y, *one["point"])[2] < 100, one["id"]


def test_areas_survive_the_grid(whole, arcs):
    for _, feature in territories(whole):
        if feature.get("area", 0) > 5000:
            shape = coding.polygon_from_shape(feature["polygons"], arcs)
            area = abs(GEOD.geometry_area_perimeter(shapely.orient_polygons(shape))[0]) / 1e6
            assert area == pytest.approx(feature["area"], rel=0.005), feature["id"]


@pytest.mark.parametrize("day", [19120701, 19321231, 19450901, 19500101])
def test_no_gap_and_no_overlap_between_neighbours_after_rounding(whole, arcs, day):
    """Each arc of a day's map is walked once forwards and once backwards, or once at a coast."""
    use: dict[int, list[int]] = {}
    for _, feature in territories(whole):
        if feature["start"] <= day < feature["end"]:
            for ring in (ring for polygon in feature["polygons"] for ring in polygon):
                for arc in ring:
                    use.setdefault(max(arc, ~arc), []).append(1 if arc >= 0 else -1)
    shared = 0
    for number, walks in use.items():
        assert len(walks) <= 2, f"arc {number} has more than two sides"
        if len(walks) == 2:
            assert sum(walks) == 0, f"arc {number}: two lands on the same side"
            shared += 1
    assert shared > 30


def test_arcs_are_stored_once(whole):
    coded = whole["topology"]["arcs"]
    assert len(coded) == len(set(coded))
    backwards = {coding.vlq_from_points(coding.points_from_vlq(arc)[::-1]) for arc in coded}
    rings = {
        arc for arc in coded if (coding.points_from_vlq(arc)[[0, -1]] == coding.points_from_vlq(arc)[0]).all()
    }
    assert not (backwards & set(coded)) - rings


def test_labels_stand_on_their_land(whole, arcs):
    for _, feature in territories(whole):
        shape = coding.polygon_from_shape(feature["polygons"], arcs)
        assert shapely.distance(shape, shapely.Point(feature["label"])) < 0.01, feature["id"]


def test_dates_are_integers_and_half_open(whole):
    for features in whole["features"].values():
        for feature in features:
            assert isinstance(feature["start"], int)
            assert isinstance(feature["end"], int)
            assert feature["start"] < feature["end"] <= OPEN
            for name in ("start_range", "end_range"):
                if name in feature:
                    low, high = feature[name]
                    assert 18000101 < low <= high < 21000101


def test_empty_properties_are_left_out(whole):
    for features in whole["features"].values():
        for feature in features:
            assert not [key for key, value in feature.items() if value in (None, "", [], {})], feature["id"]


def test_sources_are_the_cited_ones(whole):
    cited = {key for features in whole["features"].values() for f in features for key in f.get("sources", [])}
    assert cited <= set(whole["sources"])
    ends = re.compile(r"\.(?:”|</i>)*$")  # Chicago: a full stop, inside marks of quotation and titles
    assert [key for key, source in whole["sources"].items() if not ends.search(source["text"])] == []


def test_polities_named_by_features_are_described(whole):
    for _, feature in territories(whole):
        for field in ("polity", "controller_key", "sovereign_key"):
            if feature.get(field):
                polity = whole["polities"][feature[field]]
                assert polity["fill"].startswith("#")
                assert polity["names"][0]["en"]


def test_a_year_takes_only_what_touches_it(atlas_layers):
    one = payload.payload_from_layers(atlas_layers, chosen(["manchuria"]), span=(1944, 1944))
    assert {feature["start"] < 19450101 for feature in one["features"]["manchuria"]} == {True}
    assert {feature["end"] > 19440101 for feature in one["features"]["manchuria"]} == {True}
    assert set(one["features"]) == {"manchuria"}
    assert one["span"] == [1944, 1944]
    assert one["date"] == "1944"


def test_packed_data_is_no_markup_and_comes_back():
    data = {"note": "</script><!-- \u2028 蒙古", "features": {}}
    text = payload.packed_from_payload(data)
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", text)
    assert json.loads(zlib.decompress(base64.b64decode(text)))["note"] == data["note"]


@pytest.mark.parametrize("value", [None, float("nan"), "", [], np.array([])])
def test_every_sort_of_empty_is_none(value):
    assert payload._cell(value, "note") is None


def test_nested_cells_are_decoded():
    assert payload._cell('[{"side": "a"}]', "belligerents") == [{"side": "a"}]
    assert payload._cell("[sic] a note", "note") == "[sic] a note"
    assert payload._cell(np.array(["a", "b"]), "sources") == ["a", "b"]
    assert payload._cell(np.float64(3), "gauge_mm") == 3


def test_span_of_years():
    assert span_from_years() == (1900, 1991)
    for wrong in ({"year": 1899}, {"span": (1950, 1940)}, {"year": 1950, "span": (1950, 1951)}):
        with pytest.raises(SpanError):
            span_from_years(**wrong)


def test_works_are_shipped_as_the_terminal_writes_them_and_nothing_more(whole):
    cited = {work for layer in whole["features"].values() for one in layer for work in one.get("sources", [])}
    works = whole["sources"]
    assert cited <= set(works)
    assert {field for work in works.values() for field in work} == {"text", "seen"}
    texts = geo.citations.reference_texts(geo.read_sources().values())
    assert works == {
        key: {"text": text, "seen": works[key]["seen"]} for key, text in texts.items() if key in works
    }
    assert list(works) == [key for key in texts if key in works]


def test_the_page_says_how_a_work_was_known_as_the_terminal_does():
    words = json.loads((ROOT / "layers/web/src/locales/en.json").read_text(encoding="utf-8"))
    for word in SEEN:
        assert words[f"seen_{word.replace('-', '_')}"] == geo.works.seen_in_words(word)


def test_places_cited_are_shipped_by_feature_and_work(whole):
    shown = {one["id"] for listed in whole["features"].values() for one in listed}
    known = geo.works.read_pinpoints()
    assert set(whole["places_cited"]) == shown & set(known)
    for feature, by_work in whole["places_cited"].items():
        for one in known[feature]:
            assert one.text in by_work[one.source].split("; "), feature


def test_shared_values_stand_once_and_come_back():
    note = "A sentence that two features share, long enough to be worth it."
    features = {
        "tuva": [{"id": "a", "note": note}, {"id": "b", "note": note}, {"id": "c", "note": "Its own."}]
    }
    data = json.loads(payload.json_from_payload({"features": features}))
    assert data["texts"] == [note, "Its own."]
    table = data["features"]["tuva"]
    assert (table["columns"], table["shared"]) == (["id", "note"], ["note"])
    assert [data["texts"][place] for _, place in table["rows"]] == [note, note, "Its own."]


def test_a_column_of_values_of_their_own_stays_with_the_features():
    features = {
        "tuva": [{"id": str(number), "note": f"Note {number}", "killed": number} for number in range(5)]
    }
    data = json.loads(payload.json_from_payload({"features": features}))
    assert data["texts"] == []
    assert data["features"]["tuva"]["shared"] == []
    assert set(data["features"]["tuva"]["rows"][0]) == {"0", "Note 0", 0}


@pytest.mark.parametrize(
    "dates",
    [
        lambda column: pd.to_datetime(column),
        lambda column: column.str[:7],
        lambda column: column.str.replace("-", ""),
        lambda column: pd.Series([dt.date.fromisoformat(day) for day in column], dtype=object),
    ],
    ids=["datetime64", "months", "compact", "date objects"],
)
def test_dates_of_other_readers_give_the_same_periods(atlas_layers, dates):
    """Whatever `geo.as_of` can read, the page shows on the same days."""
    frame = atlas_layers["tuva"].iloc[:6].copy()
    frame["start_date"] = frame["start_date"].str[:7] + "-01"
    other = frame.assign(start_date=dates(frame["start_date"].reset_index(drop=True)).to_numpy())
    made = [payload.payload_from_layers({"tuva": one}, chosen(), span=(1900, 1991)) for one in (frame, other)]
    periods = [[(row["start"], row["end"]) for row in one["features"]["tuva"]] for one in made]
    assert periods[0] == periods[1]
    assert len(set(periods[0])) > 1


@pytest.mark.parametrize(("end", "held"), [("1945-01-01", 0), ("1945-01-02", 1)])
def test_a_feature_that_ends_as_the_span_begins_is_not_sent(atlas_layers, end, held):
    frame = atlas_layers["tuva"].iloc[:1].assign(start_date="1930-01-01", end_date=end)
    made = payload.payload_from_layers({"tuva": frame}, chosen(), span=(1945, 1950))
    assert len(made["features"]["tuva"]) == held


def test_nested_values_say_nothing_of_what_is_not_there():
    from layers.payload import _cell

    assert _cell([{"side": "a", "killed": None}]) == [{"side": "a"}]
