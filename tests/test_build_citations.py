"""Pinpoints: each names a row, a work that the row cites and a place in it; the shipped file names features."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from data.build.check import check_authored
from data.build.citations import citations_csv
from data.build.evidence import pinpoints
from data.build.schema import TABLES
from data.build.tables import AUTHORED, read_authored

DATA = AUTHORED.parent
GOOD = {
    "row": "tasiti-1969",
    "source": "LIYQ",
    "locator_label": "page",
    "locator": "53-74",
    "supports": "start;casualties",
    "day": "1969-06-10",
    "seen": "excerpt",
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    root = tmp_path / "authored"
    shutil.copytree(AUTHORED, root)
    return root


def put(root: Path, **change: str) -> None:
    with (root / "citations.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, TABLES["citations"].columns, restval="")
        writer.writeheader()
        writer.writerow({**GOOD, **change})


def faults(root: Path) -> list[str]:
    found = check_authored(read_authored(root), only="citations")
    return [str(fault) for fault in found if not fault.warning]


def test_a_good_pinpoint_has_no_fault(tables):
    put(tables)
    assert faults(tables) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"row": "tasiti-1968"}, "row 'tasiti-1968' is no tenure"),
        ({"source": "NOBODY99"}, "source 'NOBODY99' is in no"),
        ({"locator_label": "leaf"}, "locator_label 'leaf' is not one of"),
        ({"locator": ""}, "locator is empty"),
        ({"supports": ""}, "supports is empty"),
        ({"supports": "start;weather"}, "supports 'weather' is not one of"),
        ({"seen": "remembered"}, "seen 'remembered' is not one of"),
        ({"row": "hami-prc-1949", "source": "JACOBS", "seen": "opened"}, "the work is not-seen"),
        ({"day": ""}, "day '' is not the EDTF of what the place gives"),
        ({"day": "June"}, "day 'June' is not the EDTF"),
        ({"day": "1969-06-11"}, "gives 1969-06-11 for the start, but the row has 1969-06-10"),
        ({"day": "../1969-06-09"}, "gives ../1969-06-09 for the start"),
        ({"supports": "casualties"}, "gives the day 1969-06-10, but supports neither start nor end"),
        ({"supports": "start;end"}, "supports start and end: write a pinpoint for each"),
        (
            {"row": "jp-1952", "supports": "end", "source": "SANFRAN51"},
            "supports end, which the row doesn't give",
        ),
    ],
)
def test_each_fault_names_the_pinpoint(tables, change, words):
    put(tables, **change)
    found = faults(tables)
    assert [line for line in found if words in line]
    assert found[0].startswith("citations.csv: ")


@pytest.mark.parametrize("day", ["../1969-06-12", "1969-06", "1969-06-08/1969-06-10"])
def test_a_day_that_the_row_allows_is_no_fault(tables, day):
    put(tables, day=day)
    assert faults(tables) == []


def test_a_place_that_only_bounds_the_day_is_no_proof(tables):
    def proof(**change: str) -> dict[str, frozenset[str]]:
        put(tables, locator_label="document", locator="63", supports="start", **change)
        return pinpoints(read_authored(tables))

    assert proof() == {"tasiti-1969": frozenset({"LIYQ"})}
    assert proof(day="../1969-06-12") == {}


def test_a_pinpoint_cites_its_work_once(tables):
    def sources() -> list[str]:
        rows = {row["id"]: row for row in read_authored(tables)["clashes"]}
        return rows["tasiti-1969"]["sources"].split(";")

    put(tables)
    before = sources()
    assert before.count("LIYQ") == 1
    put(tables, source="GEONAMES")
    assert sources() == [*before, "GEONAMES"]


def test_shipped_pinpoints_name_their_features(tables):
    def of(row: str, source: str) -> str:
        put(tables, row=row, source=source)
        text = citations_csv(read_authored(tables), layers)
        return next(csv.DictReader(io.StringIO(text)))["features"]

    def item(**properties: str) -> dict[str, object]:
        return {"properties": properties}

    layers = {
        "clashes": [item(id="tasiti-1969")],
        "railways": [item(id="cer-w-1903-07-14", line_id="cer-w"), item(id="cer-e-1903", line_id="cer-e")],
        "borders": [item(id="tanggu-regime-1933-05-31-1937-07-28"), item(id="claim-pa-sea")],
    }
    assert of("tasiti-1969", "LIYQ") == "tasiti-1969"
    assert of("cer-w", "QUEST") == "cer-w-1903-07-14"
    assert of("TANGGU", "X") == "tanggu-regime-1933-05-31-1937-07-28"
    assert of("PA-SEA", "UNTS10") == "claim-pa-sea"
    assert of("hami-prc-1949/", "X") == ""


def test_every_shipped_pinpoint_stands_behind_a_shipped_row():
    rows = list(csv.DictReader((DATA / "citations.csv").open(encoding="utf-8")))
    names = {f"{row['place_id']}/{row['start']}" for row in read_authored()["place_names"]}
    assert rows
    assert all(row["features"] or row["row"] in names for row in rows)
