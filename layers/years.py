"""What each year brought, as the page takes it: the changes of `geo.year`, a part by its feature's place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.states import Holder, Standing, State
from geo.year import Change, Part, Year


def coded(years: Iterable[Year], places: Mapping[str, int], towns: Mapping[str, int]) -> dict[str, list[Any]]:
    """Return by year `[headline, hands, standing, railways]`.

    A headline is `[en, zh, ru]`, a change `[before, after, parts]`. A side has the values of a `Holder` (one
    if polity and controller are the same), `Standing` or `Running`, nulls at the end left out; nobody is
    empty. A part is `[place, km2, town, ...]`: its feature's place among all of the page, and of a land its
    area and its towns by their place. Which clashes and events began in a year the page reads off them.
    """
    found = {}
    for one in years:
        headline = [one.headline.en, one.headline.zh, one.headline.ru] if one.headline else []
        lists = [[_change(change, places, towns) for change in listed] for listed in _changes_of(one)]
        found[str(one.year)] = [headline, *lists]
    return found


def polities_in(years: Iterable[Year]) -> set[str]:
    """Return the keys of the polities that the changes of some years name."""
    sides = (
        side
        for one in years
        for listed in _changes_of(one)
        for change in listed
        for side in change.difference[1:]
    )
    return {key for side in sides for key in _polities(side)}


def _changes_of(one: Year) -> tuple[tuple[Change, ...], ...]:
    return one.hands, one.standing, one.railways


def _polities(side: str | State | None) -> tuple[str, ...]:
    if isinstance(side, Holder):
        return tuple(side)
    return (side.sovereign,) if isinstance(side, Standing) and side.sovereign else ()


def _change(change: Change, places: Mapping[str, int], towns: Mapping[str, int]) -> list[Any]:
    _, before, after = change.difference
    # What ended with the day before the page begins has no feature on it.
    parts = [_part(part, places, towns) for part in change.parts if part.id in places]
    return [_side(before), _side(after), parts]


def _side(side: State | None) -> list[Any]:
    if side is None:
        return []
    values = list(side[:1] if isinstance(side, Holder) and side.polity == side.controller else side)
    while values and values[-1] is None:
        values.pop()
    return values


def _part(part: Part, places: Mapping[str, int], towns: Mapping[str, int]) -> list[float]:
    if not part.area_km2:
        return [places[part.id]]
    area = int(part.area_km2) if part.area_km2.is_integer() else part.area_km2
    return [places[part.id], area, *(towns[town] for town in part.towns)]
