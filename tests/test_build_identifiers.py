"""Identifiers: each names a row and has the form of its scheme; they ship, and the terminal shows them."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.build.check import check_authored
from data.build.identifiers import identifiers_csv
from data.build.schema import TABLES
from data.build.tables import AUTHORED, read_authored
from geo.__main__ import main
from geo.errors import DataFileError
from geo.identifiers import identifiers_text, read_identifiers

GOOD = {
    "kind": "place", "id": "harbin", "scheme": "geonames", "value": "2037013", "checked": "yes", "how": "a test",
}  # fmt: skip


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    root = tmp_path / "authored"
    shutil.copytree(AUTHORED, root)
    return root


def faults(root: Path, **change: str) -> list[str]:
    with (root / "identifiers.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, TABLES["identifiers"].columns)
        writer.writeheader()
        writer.writerow({**GOOD, **change})
    return [str(fault) for fault in check_authored(read_authored(root), only="identifiers")]


def test_a_good_identifier_has_no_fault(tables):
    assert faults(tables) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "person"}, "kind 'person' is not one of clash"),
        ({"id": "atlantis"}, "there is no place 'atlantis'"),
        ({"scheme": "viaf"}, "scheme 'viaf' is not one of geonames"),
        ({"value": "Q42"}, "'Q42' is no identifier of geonames"),
        ({"scheme": "wikidata"}, "'2037013' is no identifier of wikidata"),
        ({"scheme": "openhistoricalmap", "value": "area/12"}, "is no identifier of openhistoricalmap"),
        ({"checked": "perhaps"}, "checked 'perhaps' is not one of no, yes"),
        ({"how": ""}, "how is empty"),
        (
            {"kind": "work", "id": "SANFRAN51", "scheme": "unts", "value": "12"},
            "is 12, but the work has the number 1832",
        ),
    ],
)
def test_each_fault_of_an_identifier_is_named(tables, change, words):
    assert any(words in fault for fault in faults(tables, **change))


def test_the_shipped_table_is_the_authored_one_in_order():
    authored = read_authored()
    rows = list(csv.DictReader(identifiers_csv(authored).splitlines()))
    assert len(rows) == len(authored["identifiers"])
    assert [row["id"] for row in rows if row["kind"] == "place"] == sorted(
        row["id"] for row in authored["identifiers"] if row["kind"] == "place"
    )


def test_almost_every_town_is_in_geonames():
    authored = read_authored()
    named = {row["id"] for row in authored["identifiers"] if row["scheme"] == "geonames"}
    assert {row["id"] for row in authored["places"]} - named <= {"lahasusu", "nomonhan", "beitashan"}


def test_the_terminal_shows_them():
    said = CliRunner().invoke(main, ["cite", "e-non-aggression-1937"]).output
    assert said.endswith("event e-non-aggression-1937: League of Nations Treaty Series, no. 4180\n")
    spans = json.loads(CliRunner().invoke(main, ["history", "--place", "Harbin", "--json"]).stdout)
    assert spans[0]["place"]["identifiers"] == {"geonames": "2037013"}


def test_one_that_nobody_checked_says_so_and_an_address_is_given(tmp_path):
    file = tmp_path / "identifiers.csv"
    file.write_text("kind,id,scheme,value,checked\npolity,prc,wikidata,Q148,no\n", encoding="utf-8")
    known = read_identifiers(file)
    assert identifiers_text([("polity", "prc"), ("polity", "qing")], known) == (
        "polity prc: Wikidata Q148, https://www.wikidata.org/wiki/Q148 (not checked)"
    )
    file.write_text("kind,id\npolity,prc\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="scheme"):
        read_identifiers(file)
    assert read_identifiers(tmp_path / "none.csv") == {}
