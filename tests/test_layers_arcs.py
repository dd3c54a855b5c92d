"""Shared arcs: cut at junctions, stored once, decoded within the stated precision."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from layers import arcs as coding


def decoded(geometries):
    found, shapes = coding.topology_from_geometries(geometries)
    return found, shapes, coding.lonlat_arcs(found.coded())


def squares():
    left = shapely.Polygon([(0, 0), (1, 0), (1, 0.5), (1, 1), (0, 1)])
    right = shapely.Polygon([(1, 0), (2, 0), (2, 1), (1, 1), (1, 0.5)])
    return left, right


def test_neighbours_share_one_arc_in_opposite_directions():
    found, shapes, _ = decoded(squares())
    assert len(found.arcs) == 3
    used = [set(shape[0][0]) for shape in shapes]
    assert {~n for n in used[0]} & used[1]


def test_a_union_uses_the_arcs_of_its_parts():
    left, right = squares()
    found, shapes, arcs = decoded([left, right, left.union(right)])
    assert len(found.arcs) == 3
    assert coding.polygon_from_shape(shapes[2], arcs).area == pytest.approx(2)


def test_a_line_along_a_border_reuses_its_arc():
    left, right = squares()
    found, shapes, _ = decoded([left, right, shapely.LineString([(1, 1), (1, 0.5), (1, 0)])])
    assert len(found.arcs) == 3
    assert len(shapes[2][0]) == 1


def test_islands_and_holes_come_back():
    island = shapely.Polygon([(5, 5), (6, 5), (6, 6)])
    ring = shapely.Point(0, 0).buffer(2).difference(shapely.Point(0, 0).buffer(1))
    both = shapely.MultiPolygon([island, ring])
    _, shapes, arcs = decoded([both, shapely.Point(0, 0).buffer(1), None])
    back = coding.polygon_from_shape(shapes[0], arcs)
    assert back.symmetric_difference(both).area < 0.02
    assert len(back.geoms) == 2
    assert shapes[2] is None


def test_what_the_grid_swallows_is_left_out_with_its_holes():
    speck = shapely.Point(0.1234, 0).buffer(1e-5)
    _, shapes, arcs = decoded([shapely.MultiPolygon([speck, squares()[0]]), speck])
    assert len(coding.polygon_from_shape(shapes[0], arcs).geoms) == 1
    assert shapes[1] is None


def test_a_ring_that_touches_itself_is_cut_there():
    eight = shapely.Polygon([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1)])
    _, shapes, arcs = decoded([eight])
    assert coding.ring_points(shapes[0][0][0], arcs).shape == (7, 2)


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)), min_size=1))
def test_vlq_round_trip(points):
    array = np.array(points, dtype=np.int64)
    assert (coding.points_from_vlq(coding.vlq_from_points(array)) == array).all()


def test_vlq_is_that_of_source_maps():
    assert coding.vlq_from_points(np.array([[0, 1]])) == "AC"
    assert coding.vlq_from_points(np.array([[-1, 16]])) == "DgB"


def test_precision_is_half_a_step():
    rng = np.random.default_rng(7)
    angle = np.sort(rng.uniform(0, 2 * np.pi, 500))
    blob = shapely.Polygon(np.c_[100 + np.cos(angle) * 3, 45 + np.sin(angle) * 3])
    _, shapes, arcs = decoded([blob])
    back = coding.polygon_from_shape(shapes[0], arcs)
    assert shapely.hausdorff_distance(back, blob) <= coding.STEP * 0.7072
