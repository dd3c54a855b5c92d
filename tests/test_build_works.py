"""The works: each says how it was known, and a fault names the one that doesn't."""

import json
import shutil
from pathlib import Path

import pytest

from data.build.check import check_authored
from data.build.tables import AUTHORED, read_authored

GOOD = {
    "id": "TESTWORK",
    "type": "book",
    "title": "A Test of Works",
    "author": [{"family": "Tester", "given": "Tessa"}],
    "issued": {"date-parts": [[1999]]},
    "publisher": "Test Press",
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
    ],
)
def test_each_fault_names_the_work(tables, change, words):
    assert [fault for fault in works_faults(tables, **change) if words in fault and "TESTWORK" in fault]
