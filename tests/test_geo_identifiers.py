"""What places and treaties are called elsewhere: read from a table, said in words."""

from __future__ import annotations

import pytest

from geo.errors import DataFileError
from geo.identifiers import Identifier, identifiers_text, read_identifiers
from geo.vocabulary import SCHEMES

TABLE = """kind,id,scheme,value,checked,how
town,harbin,geonames,2037013,yes,by name and place
town,harbin,wikidata,Q42956,no,
event,pact,other,7,yes,
"""


def test_a_table_is_read_by_kind_and_id(tmp_path):
    path = tmp_path / "identifiers.csv"
    path.write_text(TABLE, encoding="utf-8")
    found = read_identifiers(path)
    assert [one.scheme for one in found["town", "harbin"]] == ["geonames", "wikidata"]
    assert [one.checked for one in found["town", "harbin"]] == [True, False]
    assert list(found) == [("town", "harbin"), ("event", "pact")]


def test_no_table_is_no_identifiers_and_a_table_without_a_column_is_told(tmp_path):
    assert read_identifiers(tmp_path / "identifiers.csv") == {}
    (tmp_path / "identifiers.csv").write_text("kind,id,value\ntown,harbin,1\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="lacks the column 'scheme': add it"):
        read_identifiers(tmp_path / "identifiers.csv")


def test_the_shipped_table_is_the_one_read_by_default():
    assert read_identifiers()["event", "e-non-aggression-1937"][0].value == "4180"


def test_words_have_scheme_value_address_and_whether_it_was_checked():
    _, title, address = SCHEMES["geonames"]
    sure = Identifier("town", "harbin", "geonames", "2037013", checked=True)
    assert sure.text == f"{title} 2037013, {address}2037013"
    assert sure._replace(checked=False).text == f"{sure.text} (not checked)"
    assert Identifier("event", "pact", "other", "7", checked=True).text == "other 7"


def test_rows_named_twice_are_said_once_and_rows_without_one_not_at_all():
    one = Identifier("event", "pact", "other", "7", checked=True)
    names = [("event", "pact"), ("town", "nowhere"), ("event", "pact")]
    assert identifiers_text(names, {("event", "pact"): [one]}) == "event pact: other 7"
