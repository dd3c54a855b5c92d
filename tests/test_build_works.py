"""The works: each says how it was known, and a fault names the one that doesn't."""

import json
import re
import shutil
from pathlib import Path

import pytest

from data.build.check import check_authored
from data.build.tables import AUTHORED, read_authored
from data.build.works import evidence

DAY = {"date-parts": [[2026, 11, 24]]}
GOOD = {
    "id": "TESTWORK",
    "type": "book",
    "title": "A Test of Works",
    "author": [{"family": "Tester", "given": "Tessa"}],
    "issued": {"date-parts": [[1999]]},
    "publisher": "Test Press",
    "language": "en",
    "custom": {"seen": "opened"},
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    root = tmp_path / "authored"
    shutil.copytree(AUTHORED, root)
    return root


def works_faults(root: Path, **change: object) -> list[str]:
    """Return the faults of one good work with `change` made to it; None takes the field out."""
    work = {key: value for key, value in {**GOOD, **change}.items() if value is not None}
    (root / "sources" / "test.json").write_text(json.dumps([work]), encoding="utf-8")
    return [str(fault) for fault in check_authored(read_authored(root), only="works") if not fault.warning]


def test_a_good_work_has_no_fault(tables):
    assert works_faults(tables) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"custom": None}, "says not how it was known"),
        ({"custom": {"seen_note": "p. 3"}}, "says not how it was known"),
        ({"custom": {"seen": "skimmed"}}, "custom.seen 'skimmed' is not one of opened"),
        ({"note": "Not opened; standard work."}, "note tells how the work was seen"),
        ({"URL": "https://example.edu/a"}, "accessed has no day"),
        ({"license": "CC0"}, "license is no variable of CSL"),
        ({"language": None}, "has no language"),
        ({"page": "12-13"}, "page 12-13 of a whole work is a pinpoint"),
        ({"author": [{"literal": "haxilu.com"}]}, "author 'haxilu.com' is a site"),
        (
            {"author": [{"literal": "The Press"}], "container-title": "The Press"},
            "author 'The Press' is a site",
        ),
        ({"author": [{"literal": "Wikipedia contributors"}]}, "says that there is none"),
        ({"author": [{"literal": "Great Dictionary (editors not recorded)"}]}, "says that there is none"),
        ({"publisher": "a.b (stored web copy)"}, "tells where a copy stands"),
        ({"container-title": "Journal (reprint)"}, "tells where a copy stands"),
        ({"type": "article-journal", "container-title": "fx361.cc"}, "is a host name, not a periodical"),
        ({"URL": "http://piglix.com/piglix/X", "accessed": DAY}, "URL stands at piglix.com, a copy"),
        ({"URL": "https://sv.qaz.wiki/wiki/X", "accessed": DAY}, "URL stands at sv.qaz.wiki, a copy"),
        (
            {"container-title": "Wikipedia", "URL": "https://example.org/wiki/X", "accessed": DAY},
            "is an article of Wikipedia, but its URL stands at example.org",
        ),
    ],
)
def test_each_fault_names_the_work(tables, change, words):
    assert [fault for fault in works_faults(tables, **change) if words in fault and "TESTWORK" in fault]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "has the title, volume and year of TESTWORK"),
        (
            {"title": "A Test of Works: With a Subtitle"},
            "has the author, main title, volume and year of TESTWORK",
        ),
        ({"title": "a test of works!"}, "has the title, volume and year of TESTWORK"),
        ({"title": "Other", "issued": None, "type": "webpage", "URL": "https://a.org/b/"}, "has the URL of"),
    ],
)
def test_a_work_that_stands_twice_is_named(tables, change, words):
    first = {
        **GOOD,
        **({"type": "webpage", "URL": "https://a.org/b", "accessed": DAY} if "URL" in change else {}),
    }
    second = {key: value for key, value in {**first, "id": "TWIN", **change}.items() if value is not None}
    (tables / "sources" / "test.json").write_text(json.dumps([first, second]), encoding="utf-8")
    found = [str(fault) for fault in check_authored(read_authored(tables), only="works")]
    assert [fault for fault in found if "TWIN" in fault and words in fault]


def test_volumes_and_numbers_of_a_series_are_not_twins(tables):
    volumes = [{**GOOD, "id": f"V{number}", "volume": str(number)} for number in (1, 2)]
    papers = [{**GOOD, "id": f"P{number}", "collection-number": str(number)} for number in (7, 8)]
    (tables / "sources" / "test.json").write_text(json.dumps(volumes + papers), encoding="utf-8")
    assert not [fault for fault in check_authored(read_authored(tables), only="works") if not fault.warning]


def test_the_pairs_that_stood_twice_are_one():
    works = read_authored().works
    assert not {"HUHAN", "NEWDU17", "LEW", "WALDRON", "WSPA45", "ZHWSB91", "RKDA135", "FRUS"} & set(works)
    assert {"HUPO16", "NEWDU", "LEW09", "WALDRON95", "UNTS10"} <= set(works)


def test_evidence_counts_works_places_and_rows(tables):
    authored = read_authored(tables)
    made = {"properties": {"certainty": "high"}}
    counts = evidence(authored, {"events": [made, {"properties": {"certainty": "low"}}]})
    assert counts["works"]["all"] == len(authored.works)
    assert counts["read"] == counts["works"]["opened"] + counts["works"]["excerpt"]
    assert counts["pinpoints"]["all"] == len(authored["citations"])
    assert counts["certainty"] == {"events": {"high": 1, "medium": 0, "low": 1}}
    assert counts["rows"]["unread"] <= counts["rows"]["high"]


def test_what_is_said_of_the_works_is_what_was_counted():
    """The list has the counted figures, and no text that is written by hand has any."""
    counts = json.loads((AUTHORED.parent / "evidence.json").read_text(encoding="utf-8"))
    listed = (AUTHORED.parent / "SOURCES.md").read_text(encoding="utf-8")
    row = " | ".join(str(counts[kind]["all"]) for kind in ("works", "citations", "pinpoints"))
    assert f"| all | {row} |" in listed
    high, unread = counts["rows"]["high"], counts["rows"]["unread"]
    assert f"Of {high} rows of high certainty {unread} cite no work" in listed
    root = AUTHORED.parents[1]
    for path in ("README.md", "data/README.md", "app/method.md", "CONTRIBUTING.md"):
        text = (root / path).read_text(encoding="utf-8")
        found = re.findall(r"\b[\d,]{2,} (?:units|works|sources|pinpoints|tenures|citations)\b", text)
        assert not found, f"{path} counts by hand: {found}"
