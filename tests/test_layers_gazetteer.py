"""Towns as the page and the printed map take them."""

from __future__ import annotations

from geo.frontier import shipped
from layers import gazetteer


def test_towns_come_the_most_important_first_each_with_its_names_by_date():
    towns = gazetteer.towns_of(shipped())
    order = [(town["rank"], town["id"]) for town in towns]
    assert order == sorted(order)
    assert order[0][0] == 1 < order[-1][0]
    for town in towns:
        starts = [name["start"] for name in town["names"]]
        assert starts == sorted(starts), town["id"]
    assert any(len(town["names"]) > 1 for town in towns)
