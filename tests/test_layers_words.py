"""The page's words are those of the data: every status has its word and its meaning, and no other has one."""

import json

import pytest

from geo import vocabulary
from layers.files import WEB

STATUSES = {*vocabulary.STATUSES, *vocabulary.RAIL_STATUSES}


@pytest.fixture(scope="module", params=["en", "zh", "ru"])
def words(request) -> dict[str, str]:
    return json.loads((WEB / "src" / "locales" / f"{request.param}.json").read_text(encoding="utf-8"))


def test_every_status_has_a_word(words):
    assert {key.removeprefix("status_") for key in words if key.startswith("status_")} == STATUSES


def test_every_standing_of_a_land_has_a_short_meaning(words):
    assert {f"meaning_{status}" for status in vocabulary.STATUSES} <= set(words)
    assert max(len(text) for key, text in words.items() if key.startswith("meaning_")) < 260


@pytest.mark.parametrize("family", ["CERTAINTIES", "BASES"])
def test_certainty_and_bases_have_words(words, family):
    assert set(getattr(vocabulary, family)) <= set(words)
