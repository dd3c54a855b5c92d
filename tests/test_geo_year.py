"""What a year brought: the rule on made-up layers against a plain count by units, and named years of the atlas."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import geopandas
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import dates
from geo.measure import area_km2
from geo.passages import passages
from geo.states import Difference, Holder, Running, Standing
from geo.year import RUN, Change, Part, Year
from tests.frontiers import DECLARATION, FEATURES, NEW, NEW_FEATURES, write_frontier
from tests.made import territory

UNITS = ("a", "b", "c", "d")
SQUARES = {unit: shapely.box(100 + n, 45, 101 + n, 46) for n, unit in enumerate(UNITS)}
STATES = st.tuples(*(st.sampled_from("xyz") for _ in range(3)), st.sampled_from(("province", "occupied")))
"""Polity, controller, sovereign, status."""


@st.composite
def epochs(draw: st.DrawFn) -> list[tuple[int, dict[str, int], list[Any]]]:
    """Return days of one or two years, with the row that each unit belongs to from then on, and the rows' states."""
    days = draw(st.lists(st.dates(dt.date(1930, 1, 2), dt.date(1931, 12, 30)), max_size=5, unique=True))
    found = []
    for day in [19000101, *map(dates.number_from_date, sorted(days))]:
        rows = {unit: draw(st.integers(0, 2)) for unit in UNITS}
        found.append((day, rows, [draw(STATES) for _ in range(3)]))
    return found


def layer_of(listed: list[Any]) -> geopandas.GeoDataFrame:
    """Return a layer with a row for each run of epochs in which the same units stood in the same way."""
    rows: list[dict[str, Any]] = []
    open_rows: dict[Any, dict[str, Any]] = {}
    for day, row_of, states in listed:
        there = {(tuple(u for u in UNITS if row_of[u] == n), states[n]) for n in set(row_of.values())}
        for key in set(open_rows) - there:
            open_rows.pop(key)["end_date"] = dates.iso_from_number(day)
        for units, state in sorted(there - set(open_rows)):
            polity, controller, sovereign, status = state
            row = {"id": f"r{len(rows)}", "name": polity, "units": list(units), "polity": polity,
                   "controller_key": controller, "sovereign_key": sovereign, "status": status,
                   "start_date": dates.iso_from_number(day), "end_date": None,
                   "geometry": shapely.union_all([SQUARES[unit] for unit in units])}  # fmt: skip
            rows.append(row)
            open_rows[units, state] = row
    return geopandas.GeoDataFrame(rows, crs=4326).astype({"end_date": object})


def counted(listed: list[Any], year: int) -> dict[tuple[str, int, Any, Any], float]:
    """Return the area that changed by list, day and sides, unit by unit: the rule said in another way."""
    found: dict[Any, float] = {}
    for (_, rows, states), (day, next_rows, next_states) in itertools.pairwise(listed):
        for unit in UNITS:
            one, other = states[rows[unit]], next_states[next_rows[unit]]
            if day // 10000 != year or one == other:
                continue
            if one[:2] != other[:2]:
                key = ("hands", day, Holder(*one[:2]), Holder(*other[:2]))
            else:
                sides = zip(one[2:], other[2:], strict=True)
                before, after = zip(*((None, None) if x == y else (x, y) for x, y in sides), strict=True)
                key = ("standing", day, Standing(*before), Standing(*after))
            found[key] = found.get(key, 0) + area_km2(SQUARES[unit])
    return found


def told(brief: Year) -> dict[tuple[str, int, Any, Any], float]:
    found: dict[Any, float] = {}
    for change in (*brief.hands, *brief.standing):
        for part in change.parts:
            what, before, after = change.difference
            found[what, part.day, before, after] = (
                found.get((what, part.day, before, after), 0) + part.area_km2
            )
    return found


@given(epochs(), st.booleans())
def test_a_change_is_another_holder_on_the_day_than_on_the_day_before(listed, with_units):
    frame = layer_of(listed)
    layers = {"manchuria": frame if with_units else frame.drop(columns="units")}
    for year in (1930, 1931):
        assert told(geo.year_in_brief(layers, year)) == pytest.approx(counted(listed, year), rel=1e-3)


@given(epochs())
def test_runs_are_cut_where_nothing_more_follows_within_their_days(listed):
    brief = geo.year_in_brief({"manchuria": layer_of(listed)}, 1930)
    last: dict[Any, int] = {}
    for change in (*brief.hands, *brief.standing):
        days = [part.day for part in change.parts]
        assert all(dates.days_between(one, two) <= RUN for one, two in itertools.pairwise(days))
        if change.difference in last:
            assert dates.days_between(last[change.difference], days[0]) > RUN
        last[change.difference] = days[-1]


def test_the_holder_of_half_the_land_is_the_predecessor():
    rows = [
        territory("a-old", shapely.to_geojson(shapely.box(0, 0, 2, 1)), "1900-01-01", "1930-05-01", units=["a", "b"]),
        territory("c-old", shapely.to_geojson(shapely.box(2, 0, 3, 1)), "1900-01-01", "1930-05-01", units=["c"]),
        territory("all-new", shapely.to_geojson(shapely.box(0, 0, 3, 1)), "1930-05-01", None, units=["a", "b", "c"],
                  polity="japan", controller="Japan"),
    ]  # fmt: skip
    properties = [row["properties"] for row in rows]
    shapes = [shapely.from_geojson(row["geometry"]) for row in rows]
    frame = geopandas.GeoDataFrame(properties, geometry=shapes, crs=4326)
    [change] = geo.year_in_brief({"manchuria": frame}, 1930).hands
    [part] = change.parts
    assert (part.id, part.before) == ("all-new", "a-old")
    assert change.area_km2 == pytest.approx(area_km2(shapes[2]), rel=1e-3)


def test_what_stands_since_the_first_day_and_a_row_that_only_begins_are_no_changes(small_layers):
    assert geo.year_in_brief(small_layers, 1900).counts["hands"] == 0
    frame = small_layers["manchuria"].copy()
    frame["polity"], frame["controller"], frame["status"] = "qing", "Qing Empire", "province"
    brief = geo.year_in_brief({"manchuria": frame}, 1932)
    assert brief.hands == brief.standing == ()
    assert geo.changes({"manchuria": frame}, 1932)["brings"].tolist() == [None]


def test_land_that_nobody_holds_any_more_passes_to_nobody(small_layers):
    frame = small_layers["manchuria"].iloc[:2]
    [change] = geo.year_in_brief({"manchuria": frame}, 1945).hands
    assert (change.difference.after, change.parts[0].id) == (None, "west-new")


def test_a_railway_tells_what_differs_and_a_stretch_cut_anew_is_none(tmp_path):
    declaration = DECLARATION | {"layers": [*DECLARATION["layers"], *NEW]}
    features = FEATURES | NEW_FEATURES
    [road] = features["post-roads"]
    later = {"id": "coast-road-2", "start_date": "1645-03-01", "end_date": None, "operator": "The League"}
    whole = road["geometry"]["coordinates"]
    halves = [
        {"type": "LineString", "coordinates": part}
        for part in ([whole[0], [-3.5, 55.5]], [[-3.5, 55.5], whole[1]])
    ]
    pieces = [
        {"type": "Feature", "id": f"{name}-3", "geometry": half,
         "properties": road["properties"] | later | {"id": f"{name}-3", "start_date": "1647-01-01", "segment": name}}
        for name, half in zip(("north", "south"), halves, strict=True)
    ]  # fmt: skip
    second = {
        **road,
        "id": later["id"],
        "properties": road["properties"] | later | {"end_date": "1647-01-01"},
    }
    folder = write_frontier(
        tmp_path, declaration=declaration, features=features | {"post-roads": [road, second, *pieces]}
    )
    layers, frontier = geo.load_layers(folder), geo.frontier.frontier_of(folder)
    by_year = {one.year: one for one in geo.years_in_brief(layers, (1600, 1650), frontier=frontier)}
    [opened] = by_year[1610].railways
    assert opened.difference.before is None
    [change] = by_year[1645].railways
    assert change.difference[1:] == (Running(None, None, None, None), Running(None, "The League", None, None))
    assert change.parts[0].before == "coast-road"
    assert by_year[1647].railways == ()
    assert by_year[1632].headline.en == "Battle Of The Straits"
    assert by_year[1618].headline.rows == ("beacon-of-vell",)
    assert by_year[1648].headline is None


@pytest.fixture(scope="module")
def atlas_years(atlas_layers) -> dict[int, Year]:
    return {one.year: one for one in geo.years_in_brief(atlas_layers, (1900, 1991))}


def passed(brief: Year) -> dict[tuple[str, str], int]:
    """Return how many lands passed from polity to polity."""
    found: dict[tuple[str, str], int] = {}
    for change in brief.hands:
        _, before, after = change.difference
        found[before.polity, after.polity] = found.get((before.polity, after.polity), 0) + len(change.parts)
    return found


def test_1900_russia_takes_manchuria_in_one_run_and_new_years_day_is_no_event(atlas_years):
    brief = atlas_years[1900]
    assert all(change.first > 19000101 for change in brief.hands)
    [run] = [
        change
        for change in brief.hands
        if change.difference[1:] == (Holder("qing", "qing"), Holder("russia", "russia"))
    ]
    assert len(run.parts) > 10


def test_1928_a_new_government_in_law_is_no_change_of_hands(atlas_years):
    brief = atlas_years[1928]
    assert ("xinjiang-yang", "xinjiang-jin") in passed(brief)
    assert not any("tuva" in part.layer for change in brief.hands for part in change.parts)
    law = {change.difference[1:]: len(change.parts) for change in brief.standing}
    assert law[Standing("roc-beiyang", None), Standing("roc", None)] > 10


def test_1945_the_soviet_advance_is_one_line_and_operators_are_told_in_words(atlas_years):
    from geo.brief import text_from_year

    brief = atlas_years[1945]
    assert passed(brief)["manchukuo", "ussr"] > 10
    [run] = [
        one
        for one in brief.hands
        if one.difference[1:] == (Holder("manchukuo", "japan"), Holder("ussr", "ussr"))
    ]
    assert 19450809 <= run.first < run.last < 19450915
    text = text_from_year(brief)
    assert "Whoever" not in text
    assert "Japanese -> Soviet" in text
    assert text.index("Events") < text.index("Railways")


def test_1972_recognition_changes_no_hands(atlas_layers, atlas_years):
    assert atlas_years[1972].hands == atlas_years[1972].standing == ()
    begun = geo.changes(atlas_layers, 1972)
    assert "powers" in set(begun["layer"])
    assert set(begun.loc[begun["layer"] == "powers", "brings"]) == {None}


def test_1991_russia_follows_the_soviet_union(atlas_years):
    largest = max(atlas_years[1991].hands, key=lambda change: change.area_km2)
    assert largest.difference[1:] == (
        Holder("ussr", "ussr"),
        Holder("russian-federation", "russian-federation"),
    )
    assert largest.area_km2 > 16e6


def test_from_and_to_are_who_held_the_day_before_and_on_the_day(atlas_layers, atlas_years):
    rows = {row.id: row.geometry for key in ("tuva", "manchuria", "xinjiang", "mongolia", "powers")
            for row in atlas_layers[key].itertuples()}  # fmt: skip
    for year in (1900, 1928, 1945, 1991):
        for change in atlas_years[year].hands:
            _, before, after = change.difference
            for part in change.parts:
                point = shapely.intersection(rows[part.id], rows[part.before]).representative_point()
                for day, holder in ((dates.next_day(part.day, -1), before), (part.day, after)):
                    [held] = geo.who_held(atlas_layers, point.x, point.y, day)
                    assert Holder(held["polity"], held["controller_key"]) == holder


def test_changes_and_the_year_count_the_same_rows(atlas_layers, atlas_years):
    for year in (1900, 1912, 1928, 1945, 1972):
        rows = geo.changes(atlas_layers, year)
        for what in ("hands", "standing", "railways"):
            parts = {part.id for change in getattr(atlas_years[year], what) for part in change.parts}
            listed = set(rows.loc[rows["brings"] == what, "id"])
            assert listed <= parts
            if what != "standing":  # a land that passes in part may only change its standing in the rest
                assert listed == parts


def test_every_year_has_an_authored_headline_that_is_no_label(atlas_layers, atlas_years):
    names = {row.name for key in ("events", "clashes") for row in atlas_layers[key].itertuples()}
    for year, brief in atlas_years.items():
        assert brief.headline is not None, year
        assert brief.headline.rows
        assert not {brief.headline.en, brief.headline.zh, brief.headline.ru} & names


def test_land_that_passed_is_all_of_what_began(atlas_layers):
    """No land is lost: what passes to a row is the whole of it, but for what the row's own layer didn't show."""
    for key in ("tuva", "manchuria"):
        frame = atlas_layers[key]
        areas: dict[int, float] = {}
        for one in passages(frame, dates.years(1900, 1991), since=19000101):
            if one.after is not None:
                areas[one.after] = areas.get(one.after, 0) + one.area_km2
        for row, area in areas.items():
            assert area == pytest.approx(area_km2(frame.geometry.iat[row]), rel=1e-3)


def happening(name: str, day: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "name_zh": None,
        "name_ru": None,
        "start_date": day,
        "end_date": day,
    } | more


@pytest.mark.parametrize(
    ("events", "clashes", "headline"),
    [
        ([("late-chief", 1), ("early-lesser", 3)], [], "late-chief"),
        ([("lesser", 3)], [("battle", 5)], "battle"),
        ([("of-note", 2)], [("battle", 5)], "battle"),
        ([("chief", 1)], [("battle", 900)], "chief"),
        ([], [("skirmish", 1), ("battle", 900), ("raid", None)], "battle"),
        ([("second", None), ("third", None)], [], "third"),
    ],
)
def test_where_none_is_written_the_chief_event_or_deadliest_clash_tops_the_year(events, clashes, headline):
    """The first of a list has the later day: only weight puts it before the others, the day where weights are even."""
    days = ("1930-06-03", "1930-06-02", "1930-06-01")
    lists = {
        "events": [
            happening(name, day, importance=weight) for (name, weight), day in zip(events, days, strict=False)
        ],
        "clashes": [
            happening(name, day, killed_max=dead) for (name, dead), day in zip(clashes, days, strict=False)
        ],
    }
    layers = {
        key: geopandas.GeoDataFrame(rows, geometry=[shapely.Point(1, 2)] * len(rows), crs=4326)
        for key, rows in lists.items()
        if rows
    }
    told = geo.year_in_brief(layers, 1930).headline
    assert told is not None
    assert (told.en, told.rows) == (headline, (headline,))


def test_a_change_has_the_area_of_its_parts_to_two_places():
    parts = [Part(19300101, "1930", "a", "b", "c", None, area_km2=area) for area in (1.111, 2.2222)]
    assert Change(Difference("hands", None, None), tuple(parts)).area_km2 == 3.33
