"""What two rows of a layer have in common, by units, by line, or by outline."""

from __future__ import annotations

import geopandas
import pytest
import shapely
import shapely.affinity

from geo.measure import area_km2
from geo.passages import Passage, Shares

WEST, EAST = shapely.box(100, 45, 101, 46), shapely.box(101, 45, 102, 46)
ALL = shapely.box(100, 45, 102, 46)


def shares(shapes, **columns):
    return Shares(geopandas.GeoDataFrame(columns, geometry=list(shapes), crs=4326))


def test_outlines_meet_where_they_have_land_in_common_not_only_a_border():
    of = shares([WEST, EAST, ALL, shapely.Polygon(), None])
    assert of.meet(0, 2)
    assert of.meet(2, 1)
    assert not of.meet(0, 1)
    assert not any(of.meet(row, other) or of.meet(other, row) for row in (3, 4) for other in (0, 2))


@pytest.mark.parametrize(("wide", "met"), [(0.0005, False), (0.002, True)])
def test_a_sliver_is_the_rounding_of_outlines(wide, met):
    assert shares([WEST, shapely.box(101 - wide, 45, 102, 46)]).meet(0, 1) is met


def test_units_say_what_is_common_whatever_the_outlines():
    of = shares([WEST, WEST, ALL], units=[["a"], ["b"], ["a", "b"]])
    assert not of.meet(0, 1)
    assert of.meet(0, 2)
    assert of.common_area(0, 2) == of.common_area(2, 0) == pytest.approx(area_km2(WEST))
    assert of.rest_area(0, [2]) is None
    assert of.rest_area(2, [0]) == pytest.approx(area_km2(ALL) - area_km2(WEST))
    assert of.rest_area(2, []) == pytest.approx(area_km2(ALL))


def test_without_units_the_rest_is_measured_and_a_sliver_is_none():
    of = shares([ALL, WEST, EAST, shapely.box(100, 45, 101.9999, 46)])
    assert of.rest_area(0, [1]) == pytest.approx(area_km2(EAST), rel=1e-3)
    assert of.rest_area(0, [1, 2]) is None
    assert of.rest_area(0, [3]) is None


def test_stretches_meet_on_one_line_alone():
    line = shapely.LineString([(100, 45), (102, 45)])
    half = shapely.LineString([(100, 45), (101, 45)])
    rest = shapely.LineString([(101, 45), (102, 45)])
    of = shares([line, half, rest, half], line=["cer", "cer", "cer", "smr"])
    assert of.meet(0, 1)
    assert not of.meet(1, 2)
    assert not of.meet(0, 3)
    assert of.common_area(0, 1) == 0
    assert (of.rest_area(0, []), of.rest_area(0, [1])) == (0.0, None)


def test_a_passage_is_the_row_that_it_went_to_or_else_the_one_it_left():
    assert [Passage(1, before, after, 0).row for before, after in ((1, 2), (None, 0), (3, None))] == [2, 0, 3]


def test_an_outline_that_crosses_itself_is_measured_all_the_same():
    """Ragged cells of the benchmark cross themselves; intersecting them ended in an error of GEOS."""
    knots = [(10, 2), (8, 5), (6, 6), (4, 2), (2, 9), (1, 8), (9, 6), (0, 5)]
    crossing = shapely.Polygon([(100 + x / 10, 45 + y / 10) for x, y in knots])
    assert not crossing.is_valid
    of = shares([crossing, shapely.affinity.translate(crossing, 0.05, 0.01), None])
    assert of.meet(0, 1)
    assert of.common_area(0, 1) > 0
    assert not of.meet(0, 2)
