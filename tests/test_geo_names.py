"""Which name is borne on a day: the cases that the page is held to as well (tests/web/core/model.test.js)."""

import json
from pathlib import Path

import pytest

from data.build.names import Polities
from geo import dates
from geo.names import name_on, name_over

CASES = json.loads((Path(__file__).parent / "cases" / "polity_name.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_name_of_the_day(case):
    found = name_on(case["names"], case["day"])
    assert (found and found["name"]) == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_build_names_polities_alike(case):
    iso = dates.iso_from_number
    rows = [
        {"key": "x", "start": iso(row["start"]) or "", "end": iso(row["end"]) or "", "name": row["name"]}
        for row in case["names"]
    ]
    if rows:
        assert Polities(rows).name("x", iso(case["day"]) or "") == case["expected"]


def test_the_name_borne_longest_in_a_span():
    rows = CASES[0]["names"]
    assert name_over(rows, (19000101, 19920101))["name"] == "Republic of China (Nanking)"
    assert name_over(rows, (19100101, 19300101))["name"] == "Republic of China (Peking)"
    assert name_over([], (19000101, 19920101)) is None
