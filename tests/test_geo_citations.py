"""Citing a feature and a view in three formats."""

import datetime
import json

import pytest

import geo
from geo import citations, csl
from geo.errors import UnknownNameError
from geo.works import Pinpoint
from tests.conftest import ROOT, WORKS

SOURCES = {item["id"]: item for item in WORKS}
VIEW = json.loads((ROOT / "tests" / "cases" / "view.json").read_text(encoding="utf-8"))


def test_cite_lists_the_works_of_a_feature_and_of_its_claims(small_layers):
    text = geo.cite("ford-1929", layers=small_layers, sources=SOURCES)
    assert [line.split(",")[0] for line in text.splitlines()] == ["Li", "Paine"]
    listed = json.loads(geo.cite("west-qing", format="csl", layers=small_layers, sources=SOURCES))
    assert listed == [SOURCES["work-one"]]


def test_a_line_ends_with_the_places_cited_and_how_they_were_known(small_layers):
    places = {"ford-1929": [
        Pinpoint("work-two", "page", "12-13", ("start",), "opened"),
        Pinpoint("work-two", "document", "754", ("end",), "excerpt"),
        Pinpoint("work-one", "article", "3", ("end",), ""),
    ]}  # fmt: skip
    sources = SOURCES | {"work-two": {**SOURCES["work-two"], "custom": {"seen": "excerpt"}}}
    li, paine = geo.cite("ford-1929", layers=small_layers, sources=sources, pinpoints=places).splitlines()
    assert li.endswith(" [pp. 12–13; doc. 754; read in an excerpt]")
    assert paine.endswith("Hill Press. [art. 3]")


def test_unknown_features_formats_and_works_are_named(small_layers):
    with pytest.raises(UnknownNameError, match="did you mean 'west-qing'"):
        geo.cite("west-qin", layers=small_layers, sources=SOURCES)
    with pytest.raises(UnknownNameError, match="no format 'ris'"):
        geo.cite("west-qing", format="ris", layers=small_layers, sources=SOURCES)
    with pytest.raises(UnknownNameError, match="cited by west-qing"):
        geo.cite("west-qing", layers=small_layers, sources={})
    with pytest.raises(UnknownNameError, match="no format 'ris'"):
        geo.cite_view(1945, ["Tuva"], format="ris")


def test_shipped_references_are_used_only_for_the_very_works(monkeypatch):
    works = geo.read_sources()
    one = works["PAINE96"]
    monkeypatch.setattr(citations.chicago, "references", lambda items: {"PAINE96": "made anew"})
    assert "Imperial Rivals" in geo.references([one])
    assert geo.references([{**one, "title": "Another"}]) == "made anew"


@pytest.mark.parametrize("style", citations.FORMATS)
def test_a_view_is_cited_as_the_page_cites_it(style):
    day = datetime.date.fromisoformat(VIEW["accessed"])
    made = geo.cite_view(
        VIEW["date"], VIEW["layers"], version=VIEW["version"], format=style, url=VIEW["url"], accessed=day
    )
    assert made == VIEW[style]


@pytest.mark.parametrize("style", citations.FORMATS)
def test_a_view_without_an_address_leaves_it_out(style):
    made = geo.cite_view(1945, ["Manchuria", "Tuva"], version="abc123", format=style)
    for part in ("31 December 1945", "Manchuria, Tuva", "abc123"):
        assert part in made
    assert "url = " not in made
    assert '"URL"' not in made
    assert "@" not in made.replace("@misc", "")


def test_every_shipped_work_is_valid_csl():
    listed = json.loads(geo.references(geo.read_sources().values(), format="csl"))
    for item in listed:
        assert item["type"] in csl.TYPES, item["id"]
        for field, value in item.items():
            if field in csl.PEOPLE:
                assert all({"literal"} <= set(one) or {"family"} <= set(one) for one in value), item["id"]
                keys = {key for one in value for key in one}
                assert keys <= {"family", "given", "literal", "suffix", "dropping-particle",
                                "non-dropping-particle"}, item["id"]  # fmt: skip
            elif field in csl.DATES:
                assert set(value) <= {"date-parts", "literal", "raw", "season", "circa"}, item["id"]
                assert all(1 <= len(one) <= 3 for one in value.get("date-parts", [])), item["id"]
                assert len(value.get("date-parts", [])) <= 2, item["id"]
            elif field in csl.TEXTS:
                assert isinstance(value, str | int), (item["id"], field)
            else:
                assert field in ("id", "type", "custom", "categories"), (item["id"], field)


def test_fields_that_csl_does_not_know_stand_in_custom():
    made = csl.csl({"id": "x", "type": "book", "license": "CC BY", "custom": {"seen": "opened"}})
    assert made == {"id": "x", "type": "book", "custom": {"seen": "opened", "license": "CC BY"}}


def test_lists_stand_by_name_and_year():
    def work(key, family, year):
        return {"id": key, "type": "book", "title": key, "author": [{"family": family}],
                "issued": {"date-parts": [[year]]}}  # fmt: skip

    works = [work("c", "Li", 1999), work("b", "Li", 1950), work("a", "Ma", 1900)]
    assert [item["id"] for item in json.loads(geo.references(works, format="csl"))] == ["b", "c", "a"]


def test_a_works_digest_is_of_its_content_not_of_its_order():
    assert citations.digest({"id": "a", "title": "東"}) == citations.digest({"title": "東", "id": "a"})
    assert citations.digest({"id": "a"}) != citations.digest({"id": "b"})
