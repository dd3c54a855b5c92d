"""Who held what: questions that an audit asked, and what the shipped land answers now.

`audit` is the number of the confirmed error (see the issue), `before` whether release 1.0.0 had it wrong.
"""

import csv
from pathlib import Path

import pytest

import geo
from geo.frontier import shipped

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "held.csv").open(encoding="utf-8")))


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['audit']}-{case['place']}-{case['day']}" for case in CASES]
)
def test_the_land_answers(atlas_layers, case):
    lands = {key: atlas_layers[key] for key in shipped().territories}
    (held,) = geo.who_held(lands, float(case["lon"]), float(case["lat"]), case["day"])
    answer = held[case["field"]]
    if isinstance(answer, list):
        assert case["value"] in answer, held["id"]
    else:
        assert answer == case["value"], held["id"]
