"""Reading works and the places cited in them."""

import pytest

import geo
from geo import works
from geo.errors import DataFileError
from geo.vocabulary import LOCATORS, SEEN

HEAD = "row,features,source,locator_label,locator,supports,seen,note\n"


def test_a_missing_or_bad_sources_file_is_named(tmp_path):
    with pytest.raises(DataFileError, match="is not there"):
        geo.read_sources(tmp_path / "sources.json")
    (tmp_path / "sources.json").write_text('[{"title": 1}]', encoding="utf-8")
    with pytest.raises(DataFileError, match="not a CSL-JSON array"):
        geo.read_sources(tmp_path / "sources.json")


@pytest.mark.parametrize(
    ("label", "locator", "text"),
    [
        ("page", "512", "p. 512"),
        ("page", "53-74", "pp. 53–74"),
        ("page", "5, 9", "pp. 5, 9"),
        ("article", "3", "art. 3"),
        ("document", "754", "doc. 754"),
        ("chapter", "XIV", "chap. XIV"),
        ("number", "C.663-M", "no. C.663-M"),
        ("entry", "Urga", "s.v. Urga"),
    ],
)
def test_places_in_words(label, locator, text):
    assert works.place(label, locator) == text


def test_every_word_of_the_vocabulary_is_said():
    for label in LOCATORS:
        assert works.place(label, "1") != f"{label} 1" or label in ("annex", "map", "table")
    for word in SEEN:
        assert works.seen_in_words(word) != word
    assert works.seen({"custom": {"seen": "opened"}}) == "read"
    assert works.seen({}) == ""


def test_pinpoints_by_feature(tmp_path):
    path = tmp_path / "citations.csv"
    path.write_text(
        HEAD + "r,one;two,W,page,5,start;end,opened,n\nq,,W,page,6,text,opened,\n", encoding="utf-8"
    )
    found = works.read_pinpoints(path)
    assert found == {
        name: [works.Pinpoint("W", "page", "5", ("start", "end"), "opened")] for name in ("one", "two")
    }
    assert works.read_pinpoints(tmp_path / "none.csv") == {}
    path.write_text("row,source\nr,W\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="lacks the column"):
        works.read_pinpoints(path)


def test_the_shipped_pinpoints_are_of_shipped_features_and_their_works(atlas_layers):
    known = {
        key: set(row)
        for frame in atlas_layers.values()
        for key, row in zip(frame["id"], frame["sources"], strict=True)
    }
    for feature, places in works.read_pinpoints().items():
        cited = known[feature] | {work["id"] for work in works.works_of(feature, layers=atlas_layers)}
        assert {place.source for place in places} <= cited, feature
