"""Colours that meet on the map stay apart, also for colour-blind readers and without colour.

Neighbours are taken from the shipped data: two holders are compared if they share an arc of border on
some day between 1900 and 1991, coloured by control or by treaty.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from layers import chosen, palette
from layers.payload import payload_from_layers

# CIEDE2000 of the colours as blended over the ground; about 2 is just seen side by side.
ACROSS, ACROSS_WITH_PATTERN = 8.0, 7.0
WITHIN, WITHIN_WITH_PATTERN = 5.0, 4.0
# L* of the chief rivals, for readers and printers that see no hue at all.
RIVALS_LIGHTNESS = 2.0
RIVALS = {"qing", "roc-beiyang", "roc", "prc", "russia", "soviet-russia", "ussr", "japan", "manchukuo", "mpr"}

# Sharma, Wu, Dalal 2005, table 1 (pairs 1, 4, 7, 17, 24, 30).
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.3350), 1.0),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
]


@pytest.fixture(scope="module")
def neighbours(atlas_layers):
    payload = payload_from_layers(atlas_layers, chosen(), span=(1900, 1991))
    found = set()
    for field in ("polity", "sovereign_key"):
        users: dict[int, list] = {}
        for layer in payload["layers"]:
            if layer["kind"] != "territory":
                continue
            for feature in payload["features"][layer["key"]]:
                held = feature.get(field), feature["start"], feature["end"]
                for ring in (ring for polygon in feature.get("polygons", []) for ring in polygon):
                    for arc in ring:
                        users.setdefault(max(arc, ~arc), []).append(held)
        for held in users.values():
            for (one, start, end), (other, start2, end2) in combinations(held, 2):
                if one and other and one != other and start < end2 and start2 < end:
                    found.add(tuple(sorted((one, other))))
    return sorted(found)


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_ciede2000_against_published_pairs(one, other, expected):
    assert palette.ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)
    assert palette.ciede2000(np.array(other), np.array(one)) == pytest.approx(expected, abs=1e-4)


def test_every_holder_of_the_data_has_a_colour(atlas_layers):
    used = set()
    for layer in chosen():
        if layer.kind == "territory":
            used.update(atlas_layers[layer.key]["polity"])
    assert used <= set(palette.POLITIES)


@pytest.mark.parametrize("deficiency", [None, *palette.DEFICIENCIES])
def test_neighbours_are_told_apart(neighbours, deficiency):
    assert len(neighbours) > 60
    close = []
    for one, other in neighbours:
        a, b = palette.colour_of(one), palette.colour_of(other)
        same = palette.family_of(one) == palette.family_of(other)
        patterned = a.pattern != b.pattern
        needed = (
            (WITHIN_WITH_PATTERN if patterned else WITHIN)
            if same
            else (ACROSS_WITH_PATTERN if patterned else ACROSS)
        )
        seen = [palette.seen_with(palette.blended(paint.fill), deficiency) for paint in (a, b)]
        distance = palette.distance(*seen)
        if distance < needed:
            close.append(f"{one}/{other}: {distance:.1f} < {needed}")
    assert not close, "\n".join(close)


def test_chief_rivals_differ_in_lightness_or_pattern(neighbours):
    close = []
    for one, other in neighbours:
        if {one, other} <= RIVALS and palette.family_of(one) != palette.family_of(other):
            a, b = palette.colour_of(one), palette.colour_of(other)
            apart = abs(palette.lab(palette.blended(a.fill))[0] - palette.lab(palette.blended(b.fill))[0])
            if apart < RIVALS_LIGHTNESS and a.pattern == b.pattern:
                close.append(f"{one}/{other}: {apart:.1f}")
    assert not close, "\n".join(close)


@pytest.mark.parametrize("key", palette.POLITIES)
def test_ink_is_readable_on_every_fill_and_strokes_show(key):
    fill = palette.blended(palette.POLITIES[key].fill)
    assert palette.contrast(palette.INK, fill) >= 4.5
    assert palette.contrast(palette.stroke_of(palette.POLITIES[key].fill), fill) >= 1.5


def test_operators_are_dark_enough_on_the_ground():
    for colour, title in palette.OPERATORS.values():
        assert palette.contrast(colour, palette.GROUND) >= 3
        assert set(title) == {"en", "zh", "ru"}


def test_grey_stays_grey_and_protanopes_lose_red():
    for deficiency in palette.DEFICIENCIES:
        assert palette.distance(palette.seen_with("#808080", deficiency), "#808080") < 1
    assert (
        palette.distance(palette.seen_with("#c03030", "protan"), palette.seen_with("#5c5020", "protan")) < 15
    )
