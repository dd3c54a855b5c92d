"""What is written is the same every time, whole, and as RFC 7946 wants it."""

import json

import pytest
import shapely

from data.build.write import collection, feature, geometry_json, read_shapes
from geo.files import write_whole


def test_rings_turn_by_the_right_hand_rule_and_start_at_the_same_vertex():
    hole = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]
    one = shapely.Polygon([(0, 0), (0, 4), (4, 4), (4, 0), (0, 0)], [hole])
    other = shapely.Polygon([(4, 4), (4, 0), (0, 0), (0, 4), (4, 4)], [hole[::-1]])
    assert geometry_json(one) == geometry_json(other)
    rings = geometry_json(one)["coordinates"]
    assert shapely.is_ccw(shapely.LinearRing(rings[0]))
    assert not shapely.is_ccw(shapely.LinearRing(rings[1]))


def test_numbers_have_five_decimals_at_most_and_no_minus_zero():
    text = json.dumps(geometry_json(shapely.Point(-0.0000001, 45.1234567)))
    assert text == '{"type": "Point", "coordinates": [0.0, 45.12346]}'


def test_an_empty_geometry_is_null_and_a_mixed_one_is_refused():
    assert geometry_json(shapely.Polygon()) is None
    with pytest.raises(ValueError, match="GeometryCollection"):
        geometry_json(shapely.GeometryCollection([shapely.Point(0, 0)]))


def test_files_read_back_and_leave_no_temporary(tmp_path):
    path = tmp_path / "b.geojson"
    write_whole(path, collection([feature({"id": "x"}, shapely.Point(1, 2))]))
    assert read_shapes(path)["x"].equals(shapely.Point(1, 2))
    assert [item.name for item in path.parent.iterdir()] == ["b.geojson"]
