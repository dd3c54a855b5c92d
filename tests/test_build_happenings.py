"""Clashes and events: the rows an audit found wrong stay right, and one happening is told one way."""

import csv
from pathlib import Path

import pytest

from data.build.check_article import check_article
from data.build.same import alike, check_same, differences, links, window
from data.build.schema import TABLES
from data.build.scripts import check_scripts
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


SENTENCES = {
    "civil-war-mongolia": 4, "kmt-ccp": 6, "conflict-1929": 2, "invasion-xinjiang": 1, "xinjiang-1937": 1,
    "second-world-war": 10, "victory-1945": 3, "ili-rebellion": 3, "beitashan": 1, "prc": 23, "split": 14,
    "post-mao": 13, "dissolution": 4,
}  # fmt: skip
"""Sentences of the article by section, counted in its text; its table is `comparison.csv`."""


def test_every_sentence_of_the_article_is_on_the_map_or_answered():
    rows = TABLES_NOW["article"]
    assert {section: sum(row["section"] == section for row in rows) for section in SENTENCES} == SENTENCES
    assert all(row["rows"] or row["answer"] for row in rows)
    unplaced = [row for row in rows if not row["rows"]]
    assert len(unplaced) < 6


def test_a_sentence_without_rows_and_answer_or_with_unknown_rows_is_named():
    authored = Authored(Path())
    blank = {"number": "1", "section": "prc", "opening": "Mao went", "rows": "", "answer": ""}
    authored.rows = {"article": [blank, {**blank, "number": "2", "rows": "nowhere"}]}
    check_article(authored)
    assert [fault.feature for fault in authored.faults.errors()] == ["1", "2"]


def test_a_title_in_the_simplified_script_is_named_whatever_its_day():
    authored = Authored(Path())
    authored.rows = {
        "clashes": [row("clashes", id="c", name_zh="塔斯提战斗"), row("clashes", id="d", name_zh="戰鬥")]
    }
    check_scripts(authored)
    assert [(fault.feature, fault.rule) for fault in authored.faults.errors()] == [("c", "script")]
