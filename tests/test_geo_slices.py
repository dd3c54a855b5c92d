"""Slices in time: as of a day, during a span, what changed."""

import datetime as dt

import geopandas
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import dates
from geo.errors import DataFileError, DateError
from geo.index import index_of


def ids(frame):
    return frame["id"].tolist()


@pytest.mark.parametrize(
    ("date", "held"),
    [
        ("1932-02-29", ["west-qing", "east-qing"]),
        ("1932-03-01", ["west-new", "east-qing"]),
        (1932, ["west-new", "east-qing"]),
        ("1945-08-19", ["west-new", "east-qing"]),
        (19450820, ["west-late", "east-qing"]),
        (dt.date(1991, 12, 31), ["west-late", "east-qing"]),
        ("1899", []),
    ],
)
def test_as_of_takes_exactly_the_holders_of_the_day(small_layers, date, held):
    assert ids(geo.as_of(small_layers["manchuria"], date)) == held


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (1929, None, ["ford-1929", "ridge-1929"]),
        (1930, None, ["ridge-1929"]),
        ("1929-08-18", None, ["ford-1929"]),
        ("1929-08-19", None, []),
        ("1929-08", "1929-08-16", []),
        ("1929", "1930", ["ford-1929", "ridge-1929"]),
    ],
)
def test_during_takes_what_shares_a_day(small_layers, start, end, found):
    assert ids(geo.during(small_layers["clashes"], start, end)) == found


def test_each_layer_shows_a_date_by_its_own_rule(small_layers):
    assert ids(geo.shown(small_layers["clashes"], 1929, layer="clashes")) == ["ford-1929", "ridge-1929"]
    assert ids(geo.shown(small_layers["manchuria"], 1932, layer="manchuria")) == ["west-new", "east-qing"]


def test_changes_pair_a_beginning_with_what_it_follows(small_layers):
    table = geo.changes(small_layers, 1932)
    assert table[["date", "change", "id", "before_name"]].to_numpy().tolist() == [
        ["1932-03-01", "begins", "west-new", "West-Qing"]
    ]
    assert table["before"].iloc[0] == ["west-qing"]
    assert ids(geo.changes(small_layers, "1929-08-16", "1929-08-17")) == ["ford-1929"]
    assert len(geo.changes(small_layers, 1900)) == 0
    assert len(geo.changes(small_layers, "1899", "1992")) == 4


def test_an_end_that_nothing_follows_is_a_change(small_layers):
    frame = small_layers["manchuria"].iloc[:2]
    table = geo.changes({"manchuria": frame}, 1945)
    assert table[["date", "change", "id"]].to_numpy().tolist() == [["1945-08-20", "ends", "west-new"]]


def test_borders_follow_from_territories_and_are_no_changes_of_their_own(small_layers):
    layers = {"borders": small_layers["manchuria"], "claims": small_layers["manchuria"]}
    assert set(geo.changes(layers, "1900", "1992")["layer"]) == {"claims"}


def test_land_comes_before_what_happens_on_the_same_day(small_layers):
    clashes = small_layers["clashes"].iloc[:1].assign(start_date="1932-03-01", end_date="1932-03-02")
    table = geo.changes({"clashes": clashes, "manchuria": small_layers["manchuria"]}, 1932)
    assert ids(table) == ["west-new", "ford-1929"]


def test_a_changed_frame_is_read_again(small_layers):
    frame = small_layers["manchuria"]
    assert ids(geo.as_of(frame, 1990)) == ["west-late", "east-qing"]
    first = index_of(frame)
    assert index_of(frame) is first
    frame.loc[2, "end_date"] = "1950-01-01"
    assert ids(geo.as_of(frame, 1990)) == ["east-qing"]
    frame["end_date"] = None
    assert len(geo.as_of(frame, 1990)) == 4
    frame.iloc[:] = frame.iloc[::-1].to_numpy()
    assert ids(geo.as_of(frame, 1931)) == ["east-qing", "west-qing"]


def test_an_index_goes_with_its_frame(small_layers):
    from geo import index

    before = set(index._KEPT)
    frame = small_layers.pop("manchuria")
    geo.as_of(frame, 1990)
    assert set(index._KEPT) - before
    del frame
    assert set(index._KEPT) <= before


def test_frames_of_other_readers_serve_as_well(atlas_folder):
    frame = geopandas.read_file(atlas_folder / "manchuria.geojson")
    assert pd.api.types.is_datetime64_any_dtype(frame["start_date"])
    assert ids(geo.as_of(frame, 1932)) == ["west-new", "east-qing"]
    text = frame.assign(start_date=frame["start_date"].dt.strftime("%Y-%m-%d"))
    assert ids(geo.as_of(text, 1932)) == ["west-new", "east-qing"]


def test_faults_are_named(small_layers):
    with pytest.raises(DataFileError, match="end_date"):
        geo.as_of(small_layers["powers"].drop(columns="end_date"), 1945)
    with pytest.raises(DateError, match="start_date of feature north-ussr: date 'soon'"):
        geo.as_of(small_layers["powers"].assign(start_date="soon"), 1945)
    with pytest.raises(DateError, match="1934-13"):
        geo.as_of(small_layers["powers"], "1934-13")


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(1991, 12, 31))
PERIODS = st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), min_size=1, max_size=12)


@given(PERIODS, DAYS, DAYS)
def test_slices_agree_with_the_rule_row_by_row(periods, day, other):
    rows = [(start, end) for start, end in periods if end is None or start < end]
    frame = geopandas.GeoDataFrame(
        {
            "id": [str(number) for number in range(len(rows))],
            "start_date": pd.Series([start.isoformat() for start, _ in rows], dtype=object),
            "end_date": pd.Series([end and end.isoformat() for _, end in rows], dtype=object),
        },
        geometry=[shapely.Point(0, 0)] * len(rows),
    )
    expected = [n for n, (start, end) in enumerate(rows) if start <= day and (end is None or day < end)]
    assert ids(geo.as_of(frame, day)) == [str(n) for n in expected]
    if day < other:
        expected = [n for n, (start, end) in enumerate(rows) if start < other and (end is None or day < end)]
        assert ids(geo.during(frame, day, other)) == [str(n) for n in expected]


def test_as_of_number_bounds_are_the_rule_of_dates(small_layers):
    index = index_of(small_layers["manchuria"])
    assert index.end.tolist() == [19320301, 19450820, dates.OPEN, dates.OPEN]
