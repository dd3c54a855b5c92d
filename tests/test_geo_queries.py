"""Who held a point: on a day, in a batch, through time."""

import numpy as np
import pytest
import shapely

import geo
from geo.errors import DateError, PointError
from geo.queries import HOLDER_FIELDS


def test_the_answer_has_the_fields_in_order(small_layers):
    (answer,) = geo.who_held(small_layers, 120.5, 45.5, "1932-06-01")
    assert list(answer)[: len(HOLDER_FIELDS)] == list(HOLDER_FIELDS)
    assert (answer["layer"], answer["id"], answer["controller"]) == ("manchuria", "west-new", "Japan")
    assert answer["sources"] == ["work-one"]


def test_nobody_holds_the_sea_and_clashes_hold_nothing(small_layers):
    assert geo.who_held(small_layers, 100, 10, 1932) == []
    assert [a["layer"] for a in geo.who_held(small_layers, 120.5, 45.5, "1929-08-17")] == ["manchuria"]


def test_territories_come_before_layers_of_ones_own(small_layers):
    own = {"claims": small_layers["manchuria"].iloc[:1], **small_layers}
    assert [a["layer"] for a in geo.who_held(own, 120.5, 45.5, 1920)] == ["manchuria", "claims"]


def test_history_is_the_day_dated_chain(small_layers):
    spans = geo.history(small_layers, 120.5, 45.5)
    assert [(s["start_date"], s["end_date"]) for s in spans] == [
        ("1900-01-01", "1932-03-01"),
        ("1932-03-01", "1945-08-20"),
        ("1945-08-20", None),
    ]


def test_near_finds_the_holder_of_the_coast(small_layers):
    assert geo.who_held(small_layers, 119.9, 45.5, 1932) == []
    (answer,) = geo.who_held(small_layers, 119.9, 45.5, 1932, near=10)
    assert answer["id"] == "west-new"
    assert answer["distance_km"] == 7.8
    assert geo.who_held(small_layers, 119.9, 45.5, 1932, near=5) == []
    assert len(geo.history(small_layers, 119.9, 45.5, near=10)) == 3


@pytest.mark.parametrize(("apart_km", "found"), [(0.04, ["gulf", "gulf-bank"]), (1.0, ["gulf"])])
def test_near_takes_only_the_nearest_holder_and_what_shares_its_shore(small_layers, apart_km, found):
    """Two holders of one shore both answer; one a kilometre further off doesn't."""
    frame = small_layers["powers"].iloc[[0, 0]].copy()
    frame["id"] = ["gulf", "gulf-bank"]
    east = 120.0 + apart_km / (111.2 * np.cos(np.radians(45.5)))
    frame.geometry = [shapely.box(120, 45, 121, 45.5), shapely.box(east, 45.5, 121, 46)]
    answers = geo.who_held({"powers": frame}, 119.95, 45.5, 1932, near=10)
    assert [answer["id"] for answer in answers] == found


def test_a_batch_answers_as_one_by_one(small_layers):
    rng = np.random.default_rng(4)
    lons, lats = rng.uniform(119, 123, 300), rng.uniform(44, 49, 300)
    days = [f"{year}-06-01" for year in rng.integers(1900, 1992, 300)]
    each = geo.who_held_each(small_layers, lons, lats, days)
    assert each == [geo.who_held(small_layers, *row) for row in zip(lons, lats, days, strict=True)]
    assert any(each)
    each[0].append("mine")
    assert "mine" not in geo.who_held(small_layers, lons[0], lats[0], days[0])


def test_changed_geometry_is_seen(small_layers):
    frame = small_layers["manchuria"]
    assert geo.who_held(small_layers, 120.5, 45.5, 1920)
    frame.geometry = shapely.transform(frame.geometry.to_numpy(), lambda xy: xy + np.array([10, 0]))
    assert geo.who_held(small_layers, 120.5, 45.5, 1920) == []
    assert geo.who_held(small_layers, 130.5, 45.5, 1920)


@pytest.mark.parametrize(("lon", "lat"), [(200, 45), (45, 126.6), (float("nan"), 4)])
def test_points_off_the_globe_are_named(small_layers, lon, lat):
    with pytest.raises(PointError, match="outside"):
        geo.who_held(small_layers, lon, lat, 1932)


def test_a_bad_date_is_named(small_layers):
    with pytest.raises(DateError, match="1932-02-30"):
        geo.who_held(small_layers, 120, 45, "1932-02-30")


@pytest.mark.parametrize(
    ("lons", "lats", "days"),
    [([120, 121], [45, 45], [1932]), ([120, 121], [45], [1932, 1932]), ([120], [45], [1932, 1933])],
)
def test_points_and_days_that_do_not_pair_are_refused(small_layers, lons, lats, days):
    with pytest.raises(PointError, match="give"):
        geo.who_held_each(small_layers, lons, lats, days)


@pytest.mark.parametrize("nearer", ["manchuria", "powers"])
def test_near_takes_the_nearest_of_all_layers(small_layers, nearer):
    one, other = small_layers["manchuria"].iloc[[3]].copy(), small_layers["powers"].iloc[[0]].copy()
    shore, farther = shapely.box(120, 45, 121, 46), shapely.box(118.5, 45, 119.8, 46)
    one.geometry, other.geometry = ([shore], [farther]) if nearer == "manchuria" else ([farther], [shore])
    (answer,) = geo.who_held({"manchuria": one, "powers": other}, 119.95, 45.5, 1932, near=20)
    assert (answer["layer"], answer["distance_km"]) == (nearer, 3.9)


def test_polities_are_named_by_the_layers_that_have_them(small_layers):
    frame = small_layers["powers"].assign(controller_key="ussr", controller="Soviet Union")
    frame = frame.assign(sovereign_key="qing", sovereign="Qing Empire")
    names = geo.queries.polity_names({"clashes": small_layers["clashes"], "powers": frame})
    assert names == {"ussr": "Soviet Union", "qing": "Qing Empire"}
