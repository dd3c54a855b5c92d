"""Clashes and events: the rows an audit found wrong stay right, and one happening is told one way."""

import csv
from pathlib import Path

import pytest

from data.build.same import alike, check_same, differences, links, window
from data.build.schema import TABLES
from data.build.tables import Authored, read_authored

TABLES_NOW = read_authored()
RIGHT = list(csv.DictReader((Path(__file__).parent / "cases" / "happenings.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: f"{case['id']}.{case['column']}")
def test_a_row_that_was_wrong_stays_right(case):
    found = [row for row in TABLES_NOW[case["table"]] if row["id"] == case["id"]]
    assert [row[case["column"]] for row in found] == [case["value"]]


def row(table: str, **cells: str) -> dict[str, str]:
    return {**dict.fromkeys(TABLES[table].columns, ""), **cells}


CLASH = row("clashes", id="c", start="1900-08-03", end="1900-08-05", lon="120", lat="45", name="Town taken")


def faults(**cells: str) -> list[str]:
    authored = Authored(Path())
    event = row("events", id="e", **cells)
    authored.rows = {"clashes": [CLASH], "events": [event]}
    check_same(authored)
    return [fault.what for fault in authored.faults.errors()]


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ({"start": "1900-08-02"}, {"start": "1900-08-03"}),
        ({"start": "1900-08-02"}, {"start": "1900-08-02", "start_edtf": "1900-08-01/1900-08-04"}),
        ({"start": "1900-08-03", "end": "1900-08-09"}, {"start": "1900-08-03", "end": "1900-08-05"}),
        (
            {"start": "1900-08-03", "lon": "121", "lat": "45"},
            {"start": "1900-08-03", "lon": "120.1", "lat": "45"},
        ),
        ({"start": "1900-08-03", "clash": "c:end"}, {"start": "1900-08-05", "clash": "c:end"}),
        ({"start": "1900-08-03", "clash": "nowhere"}, {"start": "1900-08-03", "clash": "c"}),
    ],
)
def test_an_event_that_is_a_clash_tells_its_days_and_place(bad, good):
    assert faults(**{"clash": "c", **bad})
    assert not faults(**{"clash": "c", **good})


def test_an_event_that_seems_to_be_a_clash_says_so():
    assert faults(title="Town taken", start="1900-09-01")
    assert faults(title="War", kind="war", start="1900-08-03", lon="120", lat="45")
    assert not faults(title="Talks", kind="talks", start="1900-08-03", lon="120", lat="45")


def test_every_linked_pair_of_the_tables_agrees():
    clashes = {row["id"]: row for row in TABLES_NOW["clashes"]}
    linked = [(row, *links(row)) for row in TABLES_NOW["events"] if row["clash"]]
    assert len(linked) > 20
    for event, names, part in linked:
        assert not list(differences(event, [clashes[name] for name in names], part)), event["id"]


def test_a_missing_end_is_the_start():
    assert window(row("events", start="1900-01-01"), "end") == ("1900-01-01", "1900-01-01")
    assert not alike(row("events", title="A", start="1900-01-01"), CLASH)
