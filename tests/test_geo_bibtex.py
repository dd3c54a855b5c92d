"""BibTeX: escapes, entry types and fields; every shipped work read back by another program."""

import json
import re

import pytest
from pybtex.database import parse_string

import geo
from geo.bibtex import bibtex, escaped
from tests.conftest import ROOT, WORKS

TEX = json.loads((ROOT / "tests" / "cases" / "tex.json").read_text(encoding="utf-8"))


def fields(**item):
    """Return the one entry of a work as pybtex reads it: (type, fields, persons)."""
    (entry,) = parse_string(bibtex({"id": "X", "title": "T", **item}), "bibtex").entries.values()
    return entry


@pytest.mark.parametrize("case", TEX)
def test_signs_that_tex_reads_as_commands_are_escaped(case):
    assert escaped(case["plain"]) == case["tex"]


def test_titles_keep_their_signs_and_capitals():
    assert fields(type="book", title=r"C:\maps ~ x^2 {a} 5% & #1 $3 _b").fields["title"] == (
        r"{C:\textbackslash{}maps \textasciitilde{} x\textasciicircum{}2 \{a\} 5\% \& \#1 \$3 \_b}"
    )


def test_people_keep_suffixes_particles_and_the_braces_of_offices():
    people = [
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"family": "Oven", "given": "David", "non-dropping-particle": "van der"},
        {"literal": "Office of Maps and Plans"},
    ]
    entry = fields(type="book", author=people, translator=[{"family": "Fogel", "given": "Joshua"}])
    king, oven, office = entry.persons["author"]
    assert (king.last_names, king.lineage_names, king.first_names) == (["King"], ["Jr."], ["Martin"])
    assert (oven.prelast_names, oven.last_names) == (["van", "der"], ["Oven"])
    assert office.last_names == ["{Office of Maps and Plans}"]
    assert "translator = {Fogel, Joshua}" in bibtex(
        {"id": "X", "type": "book", "translator": [{"family": "Fogel", "given": "Joshua"}]}
    )


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"type": "thesis", "genre": "MA thesis"}, "mastersthesis"),
        ({"type": "thesis", "genre": "M.A. thesis"}, "mastersthesis"),
        ({"type": "thesis", "genre": "Master’s thesis"}, "mastersthesis"),
        ({"type": "thesis", "genre": "PhD dissertation"}, "phdthesis"),
        ({"type": "report"}, "techreport"),
        ({"type": "article-journal", "container-title": "Borders"}, "article"),
        ({"type": "article-journal"}, "misc"),
        ({"type": "chapter", "container-title": "A Book"}, "incollection"),
        ({"type": "treaty"}, "misc"),
        ({"type": "webpage"}, "misc"),
    ],
)
def test_entry_types(item, kind):
    assert fields(**item).type == kind


def test_dates_series_volumes_language_and_access():
    entry = fields(
        type="report", language="ru-RU", issued={"date-parts": [[1980, 10, 7]]}, genre="Paper",
        accessed={"date-parts": [[2026, 1, 5]]}, **{"collection-title": "Papers", "collection-number": "7"},
        **{"number-of-volumes": 2}, URL="https://x.org/{a}_b%20c",
    ).fields  # fmt: skip
    assert (entry["year"], entry["month"], entry["date"]) == ("1980", "October", "1980-10-07")
    assert (entry["series"], entry["number"], entry["volumes"]) == ("Papers", "7", "2")
    assert (entry["langid"], entry["urldate"], entry["url"]) == (
        "russian", "2026-01-05", "https://x.org/%7Ba%7D_b%20c",
    )  # fmt: skip
    years = fields(type="book", title="War, 1941-45", issued={"date-parts": [[1912], [1945]]}).fields
    assert (years["year"], years["date"], years["title"]) == ("1912--1945", "1912/1945", "{War, 1941--45}")
    assert "month" not in years
    assert fields(type="book").fields["year"] == "n.d."


def test_what_a_misc_stands_in_is_printed():
    made = fields(
        type="treaty", publisher="United Nations", volume="226", number="3103",
        **{"container-title": "United Nations Treaty Series"},
    ).fields  # fmt: skip
    assert made["howpublished"] == "United Nations Treaty Series 226, no. 3103, United Nations"


def test_remarks_are_not_printed():
    made = bibtex({"id": "X", "type": "book", "note": "mine", "custom": {"seen": "not-seen"}})
    assert "  annote = {mine}," in made
    assert " note =" not in made
    assert "not-seen" not in made


def test_every_shipped_work_is_read_back():
    works = geo.read_sources()
    entries = parse_string(geo.references(works.values(), format="bibtex"), "bibtex").entries
    assert len(entries) == len(works)
    for key, work in works.items():
        entry = entries[re.sub(r"[^A-Za-z0-9:.@-]", "-", key)]
        people = work.get("author") or []
        assert len(entry.persons.get("author", [])) == len(people), key
        assert entry.fields["title"].startswith("{"), key
        assert not set(entry.fields) & {"note"}, key
        if "container-title" in work:
            assert {"journal", "booktitle", "howpublished"} & set(entry.fields), key
        if len((work.get("issued", {}).get("date-parts") or [[]])[0]) > 1:
            assert entry.fields["month"], key


def test_entries_of_the_test_works():
    book, article, report = map(bibtex, WORKS)
    assert book.startswith("@book{work-one,\n  author = {Paine, Anna B. and Orlov, Ivan},")
    assert r"Two Empires \& a River" in book
    assert "  pages = {10--19}," in article
    assert "  journal = {Borders}," in article
    assert "  month = may," in article
    assert "  editor = {{Railway Office}}," in report
