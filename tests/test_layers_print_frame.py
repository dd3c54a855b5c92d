"""What is drawn of the layers on a day, and where on the frame."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod

from layers import chosen
from layers.print.frame import EXTENT, MapFrame, albers


def ids(drawn):
    return [one.row["id"] for one in drawn]


@pytest.fixture
def frame(small_layers):
    return MapFrame(small_layers, chosen())


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (19320229, "west-qing"),
        (19320301, "west-new"),
        (19450819, "west-new"),
        (19450820, "west-late"),
    ],
)
def test_on_a_day_of_handover_the_new_holder_is_drawn(frame, day, held):
    assert ids(frame.lands(day)) == ["north-ussr", held, "east-qing"]


def test_layers_left_out_are_not_drawn(small_layers):
    assert ids(MapFrame(small_layers, chosen(["powers"])).lands(19320301)) == ["north-ussr"]


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        (19290101, 19290815, []),
        (19290101, 19290816, ["ford-1929"]),
        (19290818, 19290818, ["ford-1929"]),
        (19290819, 19291231, []),
    ],
)
def test_clashes_are_drawn_from_their_first_day_to_their_last(frame, first, last, drawn):
    assert ids(frame.clashes(first, last)) == drawn


def test_a_clash_without_a_place_is_not_drawn(frame):
    assert ids(frame.clashes(19291231, 19291231)) == []


def test_lines_and_outlines_of_a_day(atlas_layers):
    frame = MapFrame(atlas_layers, chosen(), extent=EXTENT.grown(2))
    railways, borders = atlas_layers["railways"], atlas_layers["borders"]
    for day, iso in ((19350322, "1935-03-22"), (19350323, "1935-03-23"), (19450820, "1945-08-20")):
        for drawn, layer in ((frame.lines(day), railways), (frame.outlines(day), borders)):
            held = layer[(layer.start_date <= iso) & (layer.end_date.isna() | (layer.end_date > iso))]
            if layer is railways:
                held = held[held.status != "dismantled"]
            assert sorted(ids(drawn)) == sorted(held.id)
    assert "soviet" in {line.row["operator_key"] for line in frame.lines(19320101)}


def test_places_are_those_of_the_data_to_the_metre(frame, small_layers):
    point = small_layers["clashes"].geometry.iloc[0]
    (clash,) = frame.clashes(19290101, 19291231)
    assert np.allclose(albers(np.array([[point.x, point.y]]))[0], (clash.shape.x, clash.shape.y))
    (land,) = (one for one in frame.lands(19320301) if one.row["id"] == "east-qing")
    corners = albers(shapely.get_coordinates(small_layers["manchuria"].geometry.iloc[3]))
    assert {tuple(xy) for xy in np.rint(corners)} == {
        tuple(xy) for xy in np.rint(shapely.get_coordinates(land.shape))
    }


def test_the_frame_compares_areas_truly():
    geod = Geod(ellps="WGS84")
    for lon, lat in ((75.0, 37.0), (107.0, 46.0), (141.0, 54.0)):
        cell = shapely.segmentize(shapely.box(lon, lat, lon + 1, lat + 1), 0.05)
        true = geod.geometry_area_perimeter(cell)[0]
        drawn = shapely.transform(cell, albers).area
        assert drawn == pytest.approx(abs(true), rel=1e-4)


def test_what_is_thinned_stays_within_the_tolerance(atlas_layers):
    declared = chosen(["mongolia"])
    exact = MapFrame(atlas_layers, declared).lands(19321231)
    thinned = MapFrame(atlas_layers, declared, tolerance=3500).lands(19321231)
    for one, other in zip(exact, thinned, strict=True):
        assert 0 < shapely.get_num_coordinates(other.shape) < shapely.get_num_coordinates(one.shape)
        assert shapely.hausdorff_distance(one.shape, other.shape) <= 3500


def test_geometry_is_cut_just_outside_the_frame(atlas_layers):
    lands = MapFrame(atlas_layers, chosen(["powers"])).lands(19321231)
    grown = shapely.box(*EXTENT.grown(0.0101))
    assert all(grown.covers(land.shape) for land in lands)
    assert not all(shapely.box(*EXTENT).covers(land.shape) for land in lands)
    assert "hk-1900" not in ids(lands)  # Hong Kong lies south of the frame


def test_lands_of_one_name_are_named_once_the_largest_first(frame):
    names = frame.names(frame.lands(19320301))
    assert [name.text for name in names] == ["North-Ussr", "West-New", "East-Qing"]
    assert [name.area for name in names] == sorted((name.area for name in names), reverse=True)
    (qing, *_) = [name for name in frame.names(frame.lands(19320229)) if name.text != "North-Ussr"]
    assert EXTENT.contains(*qing.point)


def test_towns_bear_the_name_of_the_day_the_most_important_first(frame):
    def named(day):
        return {town.name for town in frame.towns(day)}

    for before, after, day in (("Hsinking", "Changchun", 19450820), ("Verkhneudinsk", "Ulan-Ude", 19340727)):
        assert before in named(day - 1)
        assert before not in named(day)
        assert after in named(day)
    ranks = [town.rank for town in frame.towns(19320301)]
    assert ranks == sorted(ranks)
    assert ranks[0] == 1
    assert ranks[-1] >= 3
    assert all(EXTENT.contains(*town.point) for town in frame.towns(19320301))


def test_a_line_of_the_basemap_is_laid_on_the_same_frame(frame):
    pairs = [(120.0, 45.0), (121.0, 46.0)]
    assert np.allclose(frame.line(iter(pairs)), albers(np.array(pairs)))
