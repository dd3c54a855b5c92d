"""Railways: whole lines against their published lengths, stretches of lines that opened in stages."""

from collections import defaultdict

import pytest

from data.build.railways import make_railways, stretch
from data.build.tables import read_authored
from geo.measure import length_km

WITHIN_TEN = ("cer-w", "cer-e", "cer-s", "smr-main", "turksib", "lanxin")
AUTHORED = read_authored()
PUBLISHED = {
    row["line_id"]: float(row["published_length_km"])
    for row in AUTHORED["rail_lines"]
    if row["published_length_km"]
}
STATIONS = defaultdict(list)
for station in AUTHORED["rail_stations"]:
    STATIONS[station["line_id"]].append(station)
WHOLE = {"from_seq": "", "to_seq": ""}


def drawn(line: str) -> float:
    return length_km(stretch(STATIONS[line], WHOLE)[0])


@pytest.mark.parametrize("line", sorted(PUBLISHED))
def test_a_line_is_about_as_long_as_published(line):
    assert drawn(line) == pytest.approx(PUBLISHED[line], rel=0.10 if line in WITHIN_TEN else 0.20)


def test_the_ulan_bator_railway_is_as_long_as_published():
    both = ("ub-n", "ub-s")
    assert sum(map(drawn, both)) == pytest.approx(sum(PUBLISHED[line] for line in both), rel=0.10)


def test_a_stretch_runs_between_its_stations_and_names_them():
    course, ends = stretch(STATIONS["turksib"], {"from_seq": "10", "to_seq": "40"})
    assert ends == "Semipalatinsk - Ayaguz"
    assert course.coords[0] == (80.23, 50.41)
    assert course.coords[-1] == (80.43, 47.97)
    assert stretch(STATIONS["turksib"], WHOLE)[1] is None


def test_stretches_of_a_line_add_up_to_the_line_once_it_is_open():
    features = [item["properties"] for item in make_railways(AUTHORED)]
    last = [item for item in features if item["line_id"] == "turksib" and item["end_date"] is None]
    assert sum(item["length_km"] for item in last) == pytest.approx(drawn("turksib"), abs=0.5)
