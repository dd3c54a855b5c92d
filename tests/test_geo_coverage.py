"""Lengths and areas on the ellipsoid; who holds what twice or not at all."""

import pytest
import shapely

import geo
from geo import coverage
from geo.frontier import shipped


def test_area_of_a_degree_square():
    # a degree by a degree at 45 N: 8,762 to 8,766 km2 by how its edges run
    square = shapely.box(120, 45, 121, 46)
    assert geo.area_km2(square) == pytest.approx(8690, rel=0.005)
    assert geo.area_km2(square.reverse()) == pytest.approx(geo.area_km2(square))
    hole = square.difference(shapely.box(120.2, 45.2, 120.4, 45.4))
    assert geo.area_km2(hole) < geo.area_km2(square)
    assert geo.area_km2(shapely.MultiPolygon([square])) == pytest.approx(geo.area_km2(square))


def test_length_of_a_degree_of_meridian():
    assert geo.length_km(shapely.LineString([(120, 45), (120, 46)])) == pytest.approx(111.14, abs=0.02)


def test_overlaps_count_only_the_same_days(small_layers):
    frame = small_layers["manchuria"]
    assert geo.overlaps({"manchuria": frame}) == []
    frame["end_date"] = None
    found = geo.overlaps({"manchuria": frame})
    assert {(over.id, over.other_id) for over in found} == {
        ("west-qing", "west-new"),
        ("west-qing", "west-late"),
        ("west-new", "west-late"),
    }
    assert geo.overlaps({"manchuria": frame}, tolerance=1e6) == []


@pytest.mark.parametrize(("km2", "told"), [(0.8, False), (1.2, True)])
def test_a_square_kilometre_held_twice_is_told_less_is_rounding(small_layers, km2, told):
    frame = small_layers["powers"].iloc[[0, 0]].copy()
    frame["id"] = ["west", "east"]
    wide = km2 / geo.area_km2(shapely.box(120, 45, 121, 46))
    frame.geometry = [shapely.box(120, 45, 121, 46), shapely.box(121 - wide, 45, 122, 46)]
    assert bool(geo.overlaps({"powers": frame})) is told


def test_gaps_are_told_with_their_days(small_layers):
    layers = {"manchuria": small_layers["manchuria"].iloc[[0, 2, 3]]}
    (gap,) = geo.unit_gaps(layers)
    assert gap == coverage.Gap("west", (19320301, 19450820), ())
    assert geo.unit_gaps(layers, units=["south"])[0] == coverage.Gap("south", shipped().days, ())


def test_every_shipped_unit_has_one_holder_a_day(atlas_layers):
    assert geo.unit_gaps({key: atlas_layers[key] for key in shipped().territories}) == []


@pytest.mark.parametrize(
    ("layer", "date", "published", "tolerance"),
    [("mongolia", 1950, 1_564_116, 0.02), ("tuva", 1930, 170_500, 0.04), ("xinjiang", 1955, 1_660_000, 0.03)],
)
def test_shipped_areas_are_near_the_published(atlas_layers, layer, date, published, tolerance):
    held = geo.as_of(atlas_layers[layer], date)
    assert sum(map(geo.area_km2, held.geometry)) == pytest.approx(published, rel=tolerance)
