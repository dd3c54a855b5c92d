"""Lengths of the drawn railways against the published ones."""

import json

import pytest

from data.build.build import DATA

WITHIN_TEN = ("cer-w", "cer-e", "cer-s", "smr-main", "turksib", "lanxin")


def lengths() -> dict[str, tuple[float, float | None]]:
    found = {}
    for item in json.loads((DATA / "railways.geojson").read_text(encoding="utf-8"))["features"]:
        properties = item["properties"]
        found[properties["line_id"]] = (properties["length_km"], properties["published_length_km"])
    return found


LENGTHS = lengths()


@pytest.mark.parametrize("line", sorted(line for line, (_, printed) in LENGTHS.items() if printed))
def test_a_line_is_about_as_long_as_published(line):
    drawn, printed = LENGTHS[line]
    assert drawn == pytest.approx(printed, rel=0.10 if line in WITHIN_TEN else 0.20)


def test_the_ulan_bator_railway_is_as_long_as_published():
    drawn = sum(LENGTHS[line][0] for line in ("ub-n", "ub-s"))
    printed = sum(LENGTHS[line][1] or 0 for line in ("ub-n", "ub-s"))
    assert drawn == pytest.approx(printed, rel=0.10)
