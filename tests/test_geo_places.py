"""Places by any of their names."""

import pytest

import geo
from geo.errors import UnknownNameError
from geo.places import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ürümqi", "URUMQI"), ("Ulan-Ude", "ulan ude"), ("Улан-Удэ", "улан удэ"), ("Йошкар", "йошкар"),
     ("Lüshun", "lushun")],
)  # fmt: skip
def test_names_fold_case_diacritics_and_hyphens(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("name", "place"),
    [("Harbin", "harbin"), ("харбин", "harbin"), ("哈尔滨", "harbin"), ("mukden", "mukden"),
     ("FENGTIAN", "mukden"), ("奉天", "mukden")],
)  # fmt: skip
def test_a_town_is_found_by_any_of_its_names(name, place):
    assert place in [found.id for found in geo.find_places(name)]


def test_the_name_of_the_day():
    (town,) = [place for place in geo.find_places("Mukden") if place.id == "mukden"]
    assert "Mukden" in town.names_on(19100101)["name"]
    assert town.names_on(19500101)["name"] == "Shenyang"


@pytest.mark.parametrize("name", ["Harbn", "", "Atlantis-on-Amur"])
def test_a_name_nobody_bore_is_named(name):
    with pytest.raises(UnknownNameError, match="no place"):
        geo.find_places(name)
