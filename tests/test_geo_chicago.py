"""Chicago author-date references: what the style asks, over made-up and all shipped works."""

import re
import sys

import pytest

import geo
from geo import chicago
from geo.errors import DataFileError, ToolError
from tests.conftest import WORKS


def people(number):
    """Return as many people as asked, of one-letter families A, B ..."""
    return [{"family": chr(65 + place) * 2, "given": "X. Y."} for place in range(number)]


def reference(**item):
    """Return one work's reference."""
    return chicago.references([{"id": "x", "type": "book", "title": "T", **item}])["x"]


def test_author_date():
    texts = chicago.references(WORKS)
    assert list(texts) == ["work-two", "work-one", "work-three"]
    assert (
        texts["work-one"] == "Paine, Anna B., and Ivan Orlov. 1996. <i>Two Empires & a River</i>. Hill Press."
    )
    assert texts["work-two"] == (
        "Li, Wei. 2004. “Who Crossed First?” <i>Borders</i> 7 (2): 10–19. https://doi.org/10.1000/xyz."
    )
    assert texts["work-three"].startswith("Railway Office, ed. 1934–1943. <i>Yearbook</i>")
    assert chicago.plain(texts["work-one"]).count("<") == 0


@pytest.mark.parametrize(
    ("number", "start"),
    [
        (1, "AA, X. Y. n.d."),
        (2, "AA, X. Y., and X. Y. BB. n.d."),
        (4, "AA, X. Y., X. Y. BB, X. Y. CC, and X. Y. DD. n.d."),
        (6, "AA, X. Y., X. Y. BB, X. Y. CC, X. Y. DD, X. Y. EE, and X. Y. FF. n.d."),
        (7, "AA, X. Y., X. Y. BB, X. Y. CC, et al. n.d."),
    ],
)
def test_up_to_six_names_stand_then_three_and_others(number, start):
    assert reference(author=people(number)).startswith(start)


def test_editors_keep_their_initials_stop():
    assert reference(editor=people(1)).startswith("AA, X. Y., ed. n.d.")
    assert reference(editor=people(4)).startswith("AA, X. Y., X. Y. BB, X. Y. CC, and X. Y. DD, eds. n.d.")


@pytest.mark.parametrize(
    ("item", "part"),
    [
        ({"author": [{"family": "King", "given": "M. L.", "suffix": "Jr."}]}, "King, M. L., Jr. n.d."),
        ({"author": people(2), "translator": people(1)}, "Translated by X. Y. AA"),
        ({"number-of-volumes": "2"}, "2 vols."),
        ({"edition": "2"}, "2nd ed."),
        ({"type": "thesis", "genre": "MA thesis", "publisher": "A University"}, "MA thesis, A University"),
        ({"type": "report", "collection-title": "Papers", "collection-number": "7"}, "Papers 7"),
        ({"type": "entry-encyclopedia", "author": people(1), "container-title": "Book"}, "“T.” In <i>Book</i>"),
        ({"type": "entry-encyclopedia", "container-title": "Book"}, "“T.” n.d. In <i>Book</i>"),
        ({"type": "article-newspaper", "author": people(1), "container-title": "Times",
          "issued": {"date-parts": [[1980, 10, 7]]}}, "<i>Times</i>, October 7"),
        ({"type": "webpage", "URL": "http://x", "accessed": {"date-parts": [[2026, 1, 5]]}},
         "Accessed January 5, 2026"),
        ({"title": "War, 1904-1905 and 1937-45", "language": "en"}, "1904–1905 and 1937–45"),
        ({"title": "The “Big Horse” Flight", "type": "webpage"}, "“The ‘Big Horse’ Flight.”"),
        ({"title": "Na puti k krakhu", "language": "ru"}, "<i>Na puti k krakhu</i>"),
        ({"language": "zh", "author": [{"family": "Jin", "given": "Shixuan"}, {"family": "Xu", "given": "Wenshu"}]},
         "Jin Shixuan and Xu Wenshu. n.d."),
        ({"language": "zh", "author": [{"family": "胡", "given": "珀"}]}, "胡珀. n.d."),
    ],
)  # fmt: skip
def test_parts_of_a_reference(item, part):
    assert part in reference(**item)


def test_works_of_one_author_and_year_are_told_apart():
    same = {"type": "book", "author": people(1), "issued": {"date-parts": [[1983]]}}
    texts = chicago.references([{"id": "b", "title": "B", **same}, {"id": "a", "title": "A", **same}])
    assert [text[:17] for text in texts.values()] == ["AA, X. Y. 1983a. ", "AA, X. Y. 1983b. "]
    assert list(texts) == ["a", "b"]


def test_remarks_of_the_makers_are_not_printed():
    assert "unseen" not in reference(note="unseen", custom={"seen_note": "unseen"})


def test_what_is_no_csl_is_told():
    with pytest.raises(DataFileError, match="CSL-JSON"):
        chicago.references([{"id": "x", "type": "book", "title": "T", "author": 5}])


def test_without_pandoc_the_remedy_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(ToolError, match="pip install pypandoc_binary"):
        reference()


def test_every_shipped_reference_is_a_sentence():
    works = geo.read_sources()
    texts = geo.citations.reference_texts(works.values())
    assert set(texts) == set(works)
    for key, text in texts.items():
        bare = chicago.plain(text)
        assert bare[-1] in ".”/" or "http" in bare, key
        assert ".." not in bare.replace("...", ""), key
        assert not re.search(
            r"\s[,.;]|\(\)|“”|author not|custom|seen_note",
            re.sub("http\\S+", "", bare).replace(" ...", "").replace("(author not", ""),
        ), key
