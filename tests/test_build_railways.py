"""Railways: lines against their published lengths, and who ran them against the land they lie in."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
import shapely

from data.build.build import units_of
from data.build.contradictions import Land
from data.build.operators import Operators, _handovers, check_borders, check_operators, course_of
from data.build.railways import make_railways
from data.build.schema import TABLES, tenure_table
from data.build.tables import Authored, read_authored
from geo.measure import length_km

WITHIN = dict.fromkeys(("cer-w", "cer-s", "smr-main", "turksib", "lanxin"), 0.10) | {
    "cer-e": 0.12,
    "si-mei-ji": 0.21,
}
"""How near the drawn length comes; lines in the hills are drawn through few of their bends."""
AUTHORED = read_authored()
PUBLISHED = {
    row["line_id"]: float(row["published_length_km"])
    for row in AUTHORED["rail_lines"]
    if row["published_length_km"]
}
STATIONS = defaultdict(list)
for station in AUTHORED["rail_stations"]:
    STATIONS[station["line_id"]].append(station)
CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "railways.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def features() -> list[dict]:
    operators = Operators(AUTHORED, Land(AUTHORED, units_of(AUTHORED)))
    return make_railways(AUTHORED, operators)


def drawn(line: str) -> float:
    return length_km(course_of(STATIONS[line]))


@pytest.mark.parametrize("line", sorted(PUBLISHED))
def test_a_line_is_about_as_long_as_published(line):
    assert drawn(line) == pytest.approx(PUBLISHED[line], rel=WITHIN.get(line, 0.20))


def test_the_ulan_bator_railway_is_as_long_as_published():
    both = ("ub-n", "ub-s")
    assert sum(map(drawn, both)) == pytest.approx(sum(PUBLISHED[line] for line in both), rel=0.10)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['line']}-{case['seq']}-{case['date']}")
def test_a_stretch_that_was_wrong_stays_right(features, case):
    places = [(float(row["lon"]), float(row["lat"])) for row in STATIONS[case["line"]] if row["bend"] == "0"]
    first = [row["seq"] for row in STATIONS[case["line"]] if row["bend"] == "0"].index(case["seq"])
    found = [
        item["properties"]
        for item in features
        if item["properties"]["line_id"] == case["line"]
        and {places[first], places[first + 1]} <= set(map(tuple, item["geometry"]["coordinates"]))
        and item["properties"]["start_date"] <= case["date"] < (item["properties"]["end_date"] or "9999")
    ]
    told = [(item["operator_key"], str(item["gauge_mm"] or "")) for item in found]
    assert told == ([(case["operator_key"], case["gauge_mm"])] if case["operator_key"] else [])
    assert all(case["operator"] in (item["operator"] or "") for item in found)


def test_stretches_of_a_line_add_up_to_the_line_once_it_is_open(features):
    last = [item["properties"] for item in features if item["properties"]["end_date"] is None]
    for line in ("turksib", "jingfeng", "si-tao"):
        assert sum(item["length_km"] for item in last if item["line_id"] == line) == pytest.approx(
            drawn(line), abs=0.5
        )


def test_no_two_stretches_of_a_line_overlap_on_any_day(features):
    for one in features:
        for other in features:
            a, b = one["properties"], other["properties"]
            if a["id"] < b["id"] and a["line_id"] == b["line_id"]:
                apart = a["start_date"] >= (b["end_date"] or "9999") or b["start_date"] >= (
                    a["end_date"] or "9999"
                )
                shared = set(map(tuple, one["geometry"]["coordinates"])) & set(
                    map(tuple, other["geometry"]["coordinates"])
                )
                assert apart or len(shared) < 2, (a["id"], b["id"])


def made(
    tenures: list[dict[str, str]], period: dict[str, str], **station: str
) -> tuple[Authored, Operators, Land]:
    """Two stations in a west and an east unit, one line, one period."""
    authored = Authored(Path())
    blank = dict.fromkeys(tenure_table("manchuria").columns, "")
    authored.rows = {"manchuria": [{**blank, "status": "province", **row} for row in tenures]}
    places = [("10", "121.1"), ("20", "121.9"), ("30", "122.9")]
    authored.rows["rail_stations"] = [
        {"line_id": "l", "seq": seq, "station": seq, "lon": lon, "lat": "40.5", "bend": "0", **station}
        for seq, lon in places
    ]
    row = {**dict.fromkeys(TABLES["rail_periods"].columns, ""), "line_id": "l", "status": "open", **period}
    authored.rows["rail_periods"] = [row]
    holders = [("qing", "china"), ("japan", "japan")]
    authored.rows["rail_holders"] = [
        {"polity": polity, "status": "", "start": "", "end": "", "owner": polity, "operator": polity,
         "owner_key": key, "operator_key": key, "note": "", "sources": "W"}
        for polity, key in holders
    ]  # fmt: skip
    land = Land(authored, {"west": shapely.box(121, 40, 122, 41), "east": shapely.box(122, 40, 123, 41)})
    return authored, Operators(authored, land), land


HELD = [
    {"id": "w", "units": "west", "start": "1900-01-01", "polity": "qing", "sovereign": "qing"},
    {"id": "e1", "units": "east", "start": "1900-01-01", "end": "1905-03-10", "polity": "qing", "sovereign": "qing"},
    {"id": "e2", "units": "east", "start": "1905-03-10", "polity": "japan", "sovereign": "qing",
     "start_edtf": "1905-03-10/1905-03-12"},
]  # fmt: skip


def test_a_period_without_an_operator_follows_the_land_by_day_and_stretch():
    authored, operators, _ = made(HELD, {"start": "1903-01-01"})
    runs = operators.runs(authored["rail_periods"])
    assert [(run.sections, run.held.running.operator_key, run.held.start, run.held.end) for run in runs] == [
        ((0, 1), "china", "1903-01-01", "1905-03-10"),
        ((0, 0), "china", "1905-03-10", "9999-12-31"),
        ((1, 1), "japan", "1905-03-10", "9999-12-31"),
    ]


def test_an_owner_alone_is_kept_while_the_operator_follows_the_land():
    authored, operators, _ = made(HELD, {"start": "1906-01-01", "owner": "A company", "owner_key": "private"})
    runs = operators.runs(authored["rail_periods"])
    assert {run.held.running.owner for run in runs} == {"A company"}
    assert [run.held.running.operator_key for run in runs] == ["china", "japan"]


def test_an_operator_against_the_land_is_named_unless_it_has_a_zone():
    against = {"start": "1906-01-01", "owner_key": "china", "operator_key": "china"}
    authored, operators, _ = made(HELD, against)
    check_operators(authored, operators)
    assert [fault.rule for fault in authored.faults.errors()] == ["railway-holder"]
    authored, operators, _ = made(HELD, {**against, "zone": "A concession"})
    check_operators(authored, operators)
    assert not authored.faults.errors()


def test_land_whose_railways_nobody_runs_is_named():
    authored, operators, _ = made(
        [{**HELD[0], "units": "west;east", "polity": "nobody"}], {"start": "1903-01-01"}
    )
    check_operators(authored, operators)
    assert "holders.csv" in authored.faults.errors()[0].what


def test_a_section_across_a_border_is_named():
    states = [HELD[0], {**HELD[1], "end": "", "sovereign": "korea"}]
    authored, operators, land = made(states, {"start": "1903-01-01"})
    check_borders(authored, operators, land)
    assert [fault.rule for fault in authored.faults.errors()] == ["railway-border"]
    authored, operators, land = made([HELD[0], {**HELD[1], "end": ""}], {"start": "1903-01-01"})
    check_borders(authored, operators, land)
    assert not authored.faults.errors()


def test_sections_that_go_over_within_days_go_over_together_but_periods_begin_on_their_day():
    days = {"1945-08-10", "1945-08-12", "1945-08-13", "1945-08-14", "1945-08-20"}
    assert _handovers(days, set()) == ["1945-08-13", "1945-08-14", "1945-08-20"]
    assert _handovers(days, {"1945-08-12"}) == ["1945-08-12", "1945-08-14", "1945-08-20"]
