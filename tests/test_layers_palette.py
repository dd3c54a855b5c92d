"""Colours that meet on the map stay apart, also for colour-blind readers and without colour.

Neighbours are taken from the shipped data: two holders are compared if they share an arc of border on
some day of the atlas, coloured by control or by treaty. Distances are CIEDE2000, deficiencies those of
Machado, Oliveira, Fernandes 2009, as `coloraide` has them.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from coloraide import Color

from geo.frontier import shipped
from layers import chosen, palette
from layers.payload import payload_from_layers

# CIEDE2000 of the colours as blended over the ground; about 2 is just seen side by side.
ACROSS = WITHIN = 10.0
# L* of the chief rivals, for readers and printers that see no hue at all.
RIVALS_LIGHTNESS = 2.0
RIVALS = {"qing", "roc-beiyang", "roc", "prc", "russia", "soviet-russia", "ussr", "japan", "manchukuo", "mpr"}
FRONTIER = shipped()
POLITIES = [key for family in FRONTIER.families.values() for key in family.polities]
DEFICIENCIES = ("protan", "deutan", "tritan")


@pytest.fixture(scope="module")
def neighbours(atlas_layers):
    payload = payload_from_layers(atlas_layers, chosen(), span=FRONTIER.span)
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


def seen(polity, deficiency=None):
    colour = Color(palette.blended(palette.colour_of(polity)))
    return colour.filter(deficiency, method="machado").clip() if deficiency else colour


def test_every_holder_of_the_data_has_a_colour(atlas_layers):
    used = set()
    for layer in chosen():
        if layer.kind == "territory":
            used.update(atlas_layers[layer.key]["polity"])
    assert used <= set(POLITIES)


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_neighbours_are_told_apart(neighbours, deficiency):
    assert len(neighbours) > 60
    close = []
    for one, other in neighbours:
        needed = WITHIN if FRONTIER.family_of(one) == FRONTIER.family_of(other) else ACROSS
        distance = seen(one, deficiency).delta_e(seen(other, deficiency), method="2000")
        if distance < needed:
            close.append(f"{one}/{other}: {distance:.1f} < {needed}")
    assert not close, "\n".join(close)


def test_chief_rivals_differ_in_lightness(neighbours):
    close = []
    for one, other in neighbours:
        if {one, other} <= RIVALS and FRONTIER.family_of(one) != FRONTIER.family_of(other):
            apart = abs(seen(one).convert("lab-d65")["l"] - seen(other).convert("lab-d65")["l"])
            if apart < RIVALS_LIGHTNESS:
                close.append(f"{one}/{other}: {apart:.1f}")
    assert not close, "\n".join(close)


@pytest.mark.parametrize("key", POLITIES)
def test_ink_is_readable_on_every_fill_and_strokes_show(key):
    fill = palette.colour_of(key)
    assert seen(key).contrast(palette.INK) >= 4.5
    assert seen(key).contrast(palette.stroke_of(fill)) >= 1.5


def test_operators_are_dark_enough_on_the_ground():
    for key in FRONTIER.operators:
        assert Color(palette.operator_colour(key)).contrast(palette.GROUND) >= 3


def test_what_no_family_has_is_grey():
    assert palette.colour_of("atlantis") == palette.STYLE["unknown"]["fill"]
    assert palette.operator_colour("atlantis") == palette.STYLE["line"]["unknown"]


@pytest.mark.parametrize(
    ("fill", "stroke", "over_ground"),
    [("#000000", "#000000", "#5d5c58"), ("#ffffff", "#9e9e9e", "#fcfaf6"), ("#1A65BF", "#103f76", "#6e9bce")],
)
def test_strokes_are_darker_and_fills_are_seen_over_the_ground(fill, stroke, over_ground):
    assert palette.stroke_of(fill) == stroke
    assert palette.blended(fill) == over_ground


CASES = json.loads((Path(__file__).parent / "cases" / "land_style.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_a_land_is_painted_as_its_status_and_its_title_say(case):
    nations = CASES["nations"]

    class Nations:
        def nation_of(self, polity):
            return nations.get(polity, polity)

    look = palette.land_look(case["land"], Nations())
    assert look._asdict() == {key: case[key] for key in ("ground", "pattern", "tint")}
