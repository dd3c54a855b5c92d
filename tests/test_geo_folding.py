"""One folding of names, held to the cases that the page's is held to."""

import json

import pytest

from geo.folding import fold, spellings
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests" / "cases" / "fold.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_folding_twice_changes_nothing(text, folded):
    assert fold(folded) == folded


def test_names_in_brackets_stand_alone_too():
    assert spellings(["Kulja (Ghulja, Ining)", None, "伊寧（固勒扎）"]) == [
        "Kulja (Ghulja, Ining)", "伊寧（固勒扎）", "Kulja", "Ghulja", "Ining", "伊寧", "固勒扎",
    ]  # fmt: skip
