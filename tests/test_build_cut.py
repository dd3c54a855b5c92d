"""Cutting, snapping, seeds: small made-up land whose right answer is known."""

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, box

from data.build.cut import CutLine, along_river, lead_ends, make_faces, read_lines, snap_lines
from data.build.faults import BuildError, Faults
from data.build.simplify import simplify_coverage
from data.build.tables import Authored
from data.build.units import assign, make_units

SQUARES = {"A": box(0, 0, 2, 2), "B": box(2, 0, 4, 2)}


def cut(name: str, points: list[tuple[float, float]], cuts: tuple[str, ...] = ("A",)) -> CutLine:
    return CutLine(name, LineString(points), cuts, "cut")


def authored(units: list[tuple[str, str, str]], lines: list[tuple[str, str]], vertices: dict) -> Authored:
    made = Authored(root=None)  # type: ignore[arg-type]
    made.rows["units"] = [{"unit": u, "base": b, "seeds": s, "layer": "powers"} for u, b, s in units]
    made.rows["lines"] = [{"line_id": i, "cuts": c, "kind": "cut", "follows": ""} for i, c in lines]
    made.rows["line_vertices"] = [
        {"line_id": name, "seq": str(n), "lon": str(x), "lat": str(y)}
        for name, points in vertices.items()
        for n, (x, y) in enumerate(points)
    ]
    return made


def test_an_end_short_of_the_border_is_led_past_it():
    led = lead_ends(LineString([(1, 0.2), (1, 1.9)]), SQUARES["A"].boundary, SQUARES["A"])
    assert led is not None
    assert led.coords[0][1] < 0 < 2 < led.coords[-1][1]


def test_an_end_beyond_the_border_stays():
    led = lead_ends(LineString([(1, -0.2), (1, 2.5)]), SQUARES["A"].boundary, SQUARES["A"])
    assert led is not None
    assert list(led.coords) == [(1, -0.2), (1, 2.5)]


def test_an_end_far_from_any_border_is_a_fault_with_the_line():
    faults = Faults()
    assert snap_lines([cut("far", [(1, 0), (1, 1)])], SQUARES, faults) == {}
    assert [(fault.feature, "from any border" in fault.what) for fault in faults.errors()] == [("far", True)]


def test_a_line_may_end_at_another_line():
    lines = [cut("long", [(1, -0.1), (1, 2.1)]), cut("side", [(-0.1, 1), (0.95, 1)])]
    ready = snap_lines(lines, SQUARES, Faults())
    faces = make_faces(SQUARES, ready)
    assert len(faces["A"]) == 3
    assert len(faces["B"]) == 1


def test_unknown_pieces_are_named():
    faults = Faults()
    snap_lines([cut("odd", [(1, -1), (1, 3)], ("Z",))], SQUARES, faults)
    assert "cuts Z" in faults.errors()[0].what


def test_faces_of_neighbours_share_their_vertices():
    ready = snap_lines([cut("across", [(-0.1, 1), (2.0, 0.7)])], SQUARES, Faults())
    faces = make_faces(SQUARES, ready)
    everything = [face for part in faces.values() for face in part]
    assert shapely.coverage_is_valid(everything)
    assert shapely.area(everything).sum() == pytest.approx(8)


def test_a_line_follows_a_river_between_its_ends():
    river = LineString([(0, 1), (0.5, 1.3), (1, 0.9), (1.5, 1.2), (2, 1)])
    course = along_river(LineString([(0.4, 1.4), (1.6, 1.3)]), shapely.multilinestrings([river]))
    assert course.coords[0] == (0.4, 1.4)
    assert course.coords[-1] == (1.6, 1.3)
    assert (1, 0.9) in course.coords
    assert (2, 1) not in course.coords


def test_a_river_that_is_not_there_is_a_fault():
    faults = Faults()
    rows = [{"line_id": "x", "follows": "styx", "cuts": "A", "kind": "cut"}]
    vertices = [{"line_id": "x", "lon": "0", "lat": "0"}, {"line_id": "x", "lon": "1", "lat": "1"}]
    assert read_lines(rows, vertices, {}, faults) == []
    assert "styx" in faults.errors()[0].what


def test_units_take_faces_by_seed_and_slivers_join_their_neighbour():
    table = authored(
        [("west", "A", "0.2 1"), ("east", "A", "1.8 1"), ("rest", "B", "")],
        [("mid", "A"), ("nick", "A")],
        {"mid": [(1, -0.1), (1, 2.1)], "nick": [(0.9, -0.1), (1.1, 0.05), (1.1, -0.1)]},
    )
    units, plain, _ = make_units(table, {**SQUARES, "C": box(4, 0, 5, 2)}, {})
    assert set(units) == {"west", "east", "rest"}
    assert set(plain) == {"C"}
    assert units["west"].area + units["east"].area == pytest.approx(4)
    assert shapely.coverage_is_valid([*units.values(), *plain.values()])


def test_two_seeds_in_one_face_are_a_fault_that_names_both():
    table = authored([("west", "A", "0.2 1"), ("east", "A", "1.8 1")], [], {})
    with pytest.raises(BuildError, match=r"east: shares a face with west"):
        make_units(table, SQUARES, {})


def test_a_seed_in_the_sea_is_a_fault():
    table = authored([("west", "A", "9 9")], [], {})
    with pytest.raises(BuildError, match=r"west: seed '9 9' lies on no land of A"):
        make_units(table, SQUARES, {})


def test_a_large_face_without_seed_is_a_fault():
    faces = make_faces(SQUARES, snap_lines([cut("mid", [(1, -0.1), (1, 2.1)])], SQUARES, Faults()))
    table = authored([("west", "A", "0.2 1")], [], {})
    assign(table, faces, {})
    assert any("has no seed" in fault.what for fault in table.faults.errors())


def test_a_ring_gives_its_inside_to_a_unit():
    ring = [(0.5, 0.5), (0.6, 0.5), (0.6, 0.6), (0.5, 0.6), (0.5, 0.5)]
    table = authored([("islet", "A", "RING"), ("land", "A", "")], [("RING", "A")], {"RING": ring})
    units, _, _ = make_units(table, SQUARES, {})
    assert units["islet"].area == pytest.approx(0.01)
    assert units["land"].area == pytest.approx(3.99)


def test_the_coverage_is_coarser_outside_the_core_and_keeps_its_vertices():
    def wavy(x0: float) -> shapely.Polygon:
        xs = np.linspace(x0, x0 + 4, 200)
        top = [(x, 45 + 0.02 * np.sin(40 * x)) for x in xs]
        return shapely.Polygon([(x0, 44), (x0 + 4, 44), *reversed(top)])

    inside, outside = wavy(100), wavy(30)
    fine, coarse = simplify_coverage([inside, outside], tolerance=0.01, slope=0.1)
    assert shapely.get_num_coordinates(coarse) < shapely.get_num_coordinates(fine)
    known = set(map(tuple, shapely.get_coordinates([inside, outside]).tolist()))
    assert set(map(tuple, shapely.get_coordinates([fine, coarse]).tolist())) <= known
