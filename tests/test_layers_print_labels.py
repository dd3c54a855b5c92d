"""Names find room: inside the frame, none over another, in the widest place of their land."""

from __future__ import annotations

import pytest
import shapely

from layers.print.figure import town_labels
from layers.print.frame import EXTENT, Town
from layers.print.labels import Extent, LabelBoxes, Name, land_labels, widest_place

FRAME = Extent(0, 0, 100, 50)


@pytest.mark.parametrize(
    ("box", "granted"),
    [
        (Extent(0, 0, 100, 50), True),
        (Extent(-1, 0, 10, 10), False),
        (Extent(0, -1, 10, 10), False),
        (Extent(90, 0, 101, 10), False),
        (Extent(90, 45, 100, 51), False),
    ],
)
def test_a_box_stays_inside_the_frame(box, granted):
    assert LabelBoxes(FRAME).take(box) is granted


@pytest.mark.parametrize(
    ("box", "granted"),
    [
        (Extent(30, 20, 40, 30), False),
        (Extent(20, 10, 25, 15), False),
        (Extent(10, 5, 90, 45), False),
        (Extent(45, 20, 60, 30), True),  # touching is no overlap
        (Extent(30, 30, 40, 40), True),
        (Extent(5, 20, 20, 30), True),
        (Extent(30, 5, 40, 10), True),
    ],
)
def test_a_box_is_granted_once(box, granted):
    boxes = LabelBoxes(FRAME)
    assert boxes.take(Extent(20, 10, 45, 30))
    assert boxes.take(box) is granted


def test_a_refused_box_takes_no_room():
    boxes = LabelBoxes(FRAME)
    assert not boxes.take(Extent(-5, 0, 50, 50))
    assert boxes.take(Extent(10, 10, 40, 40))


def measured(name):
    return 7.0, len(name.text), 2.0


def test_the_first_name_keeps_its_place_and_the_next_gives_way():
    names = [Name("LARGE", (50, 25), 900), Name("small", (53, 26), 900), Name("other", (53, 30), 900)]
    labels = list(land_labels(names, LabelBoxes(FRAME), measured, reach=2))
    assert [(label.text, label.x, label.y, label.size) for label in labels] == [
        ("LARGE", 50, 25, 7.0),
        ("other", 53, 30, 7.0),
    ]


def test_a_name_much_wider_than_its_land_is_left_out():
    def drawn(area):
        return list(land_labels([Name("tenletters", (50, 25), area)], LabelBoxes(FRAME), measured, reach=2))

    assert drawn(101)
    assert drawn(100)
    assert not drawn(99)


def test_the_widest_place_of_a_bent_land_is_in_its_wide_arm():
    bent = shapely.union_all([shapely.box(10, 5, 14, 45), shapely.box(10, 5, 60, 20)])
    (x, y), area = widest_place([bent], FRAME)
    assert area == pytest.approx(bent.area)
    assert 20 < x < 55
    assert y == pytest.approx(12.5, abs=1)


def test_only_what_is_in_the_frame_counts():
    half_out = shapely.box(80, 10, 180, 40)
    (x, _), area = widest_place([half_out], FRAME)
    assert x < 100
    assert area == pytest.approx((99 - 80) * 30)
    assert widest_place([shapely.box(200, 0, 300, 40)], FRAME)[1] == 0


def test_lands_that_meet_count_as_one():
    (x, _), area = widest_place([shapely.box(10, 10, 30, 40), shapely.box(30, 10, 50, 40)], FRAME)
    assert area == pytest.approx(40 * 30)
    assert x == pytest.approx(30, abs=1)


def test_the_most_important_town_is_named_on_its_right_and_others_where_there_is_room():
    place = EXTENT.left + 1_000_000, 0.0
    crowd = [Town(1, "Capital", place), Town(2, "Suburb", place), Town(3, "Fort", place)]
    crowd.append(Town(4, "Village", (0.0, 0.0)))
    named = [(town.name, label.text, label.side) for town, label in town_labels(crowd, LabelBoxes(EXTENT))]
    assert named == [("Capital", "Capital", 1), ("Suburb", "Suburb", -1)]


def test_a_town_at_the_right_edge_is_named_on_its_left():
    ((_, label),) = town_labels([Town(2, "Edge", (EXTENT.right - 40_000, 0.0))], LabelBoxes(EXTENT))
    assert label.side == -1
    assert label.x < EXTENT.right - 40_000


def test_more_important_towns_are_set_larger():
    spread = [Town(rank, "Town", (rank * 500_000.0, 0.0)) for rank in (1, 2, 3)]
    sizes = [label.size for _, label in town_labels(spread, LabelBoxes(EXTENT))]
    assert sizes == sorted(set(sizes), reverse=True)


def test_an_extent_holds_what_lies_inside_its_edges():
    extent = Extent(0, 10, 4, 12)
    assert extent.contains(1, 11)
    for x, y in ((0, 11), (4, 11), (1, 10), (1, 12), (5, 11), (1, 13)):
        assert not extent.contains(x, y)
    assert extent.grown(0.5) == Extent(-2, 8, 6, 14)
