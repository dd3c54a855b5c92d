"""References in three formats, and citing the view."""

import json

import pytest

import geo
from geo import citations
from geo.errors import DataFileError, UnknownNameError
from tests.conftest import WORKS

SOURCES = {item["id"]: item for item in WORKS}


def test_chicago_author_date():
    assert [citations.chicago(item) for item in WORKS] == [
        "Paine, Anna B., and Ivan Orlov. 1996. Two Empires & a River. London: Hill Press.",
        "Li, Wei. 2004. “Who crossed first?” Borders 7 (2): 10–19. https://doi.org/10.1000/xyz.",
        "Railway Office, ed. 1934–1943. Yearbook.",
    ]


def test_bibtex_escapes_and_names_the_kind():
    book, article, report = map(citations.bibtex, WORKS)
    assert book.startswith("@book{work-one,\n  author = {Paine, Anna B. and Orlov, Ivan},")
    assert r"Two Empires \& a River" in book
    assert "  pages = {10--19}," in article
    assert "  journal = {Borders}," in article
    assert "  editor = {{Railway Office}}," in report
    assert all(entry.count("{") == entry.count("}") for entry in (book, article, report))


def test_cite_lists_the_works_of_a_feature_and_of_its_claims(small_layers):
    text = geo.cite("ford-1929", layers=small_layers, sources=SOURCES)
    assert [line.split(",")[0] for line in text.splitlines()] == ["Li", "Paine"]
    csl = json.loads(geo.cite("west-qing", format="csl", layers=small_layers, sources=SOURCES))
    assert csl == [SOURCES["work-one"]]


def test_unknown_features_formats_and_works_are_named(small_layers):
    with pytest.raises(UnknownNameError, match="did you mean 'west-qing'"):
        geo.cite("west-qin", layers=small_layers, sources=SOURCES)
    with pytest.raises(UnknownNameError, match="no format 'ris'"):
        geo.cite("west-qing", format="ris", layers=small_layers, sources=SOURCES)
    with pytest.raises(UnknownNameError, match="cited by west-qing"):
        geo.cite("west-qing", layers=small_layers, sources={})


def test_cite_this_view_names_date_layers_and_version():
    text = geo.cite_view(1945, ["Manchuria", "Tuva"], version="abc123")
    for part in ("31 December 1945", "Manchuria, Tuva", "abc123"):
        assert part in text
        assert part in geo.cite_view(1945, ["Manchuria", "Tuva"], version="abc123", format="bibtex")
    (item,) = json.loads(geo.cite_view("1932-03-01", ["Tuva"], version="v", format="csl"))
    assert "1 March 1932" in item["title"]


def test_a_missing_or_bad_sources_file_is_named(tmp_path):
    with pytest.raises(DataFileError, match="is not there"):
        geo.read_sources(tmp_path / "sources.json")
    (tmp_path / "sources.json").write_text('[{"title": 1}]', encoding="utf-8")
    with pytest.raises(DataFileError, match="not a CSL-JSON array"):
        geo.read_sources(tmp_path / "sources.json")


@pytest.mark.parametrize("style", citations.FORMATS)
def test_every_shipped_work_can_be_formatted(style):
    works = geo.read_sources().values()
    text = geo.references(works, format=style)
    assert len(text) > 50 * len(works)
    assert ".." not in "".join(map(citations.chicago, works)).replace("...", "")
