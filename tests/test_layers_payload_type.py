"""What the page gets is what its type says: `payload.schema.json`, of which the page's own types are made."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import geo
from geo.frontier import frontier_of
from layers import chosen, payload
from layers.files import WEB
from layers.registry import layers_of
from tests.frontiers import DECLARATION, FEATURES, NEW, NEW_FEATURES, write_frontier

SCHEMA = json.loads((WEB / "payload.schema.json").read_text(encoding="utf-8"))
PAYLOAD = Draft202012Validator(SCHEMA)
FEATURE = Draft202012Validator({"$ref": "#/$defs/Feature", "$defs": SCHEMA["$defs"]})


def faults(validator: Draft202012Validator, value: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in validator.iter_errors(value)]


@pytest.fixture(scope="module")
def arvenna(tmp_path_factory):
    """The made-up frontier with three layers more, one of which has a field of its own."""
    declaration = DECLARATION | {"layers": [*DECLARATION["layers"], *NEW]}
    folder = tmp_path_factory.mktemp("arvenna")
    return write_frontier(folder, declaration=declaration, features=FEATURES | NEW_FEATURES)


@pytest.fixture(scope="module", params=["shipped", "made up", "one year", "tiles"])
def made(request, atlas_layers, arvenna):
    """A payload and its frontier."""
    if request.param == "made up":
        frontier = frontier_of(arvenna)
        declared = layers_of(frontier).values()
        span = (1600, 1650)
        frames = geo.load_layers(arvenna)
        return payload.payload_from_layers(frames, declared, span=span, frontier=frontier), frontier
    span = (1945, 1945) if request.param == "one year" else (1900, 1991)
    tiles = request.param == "tiles"
    return payload.payload_from_layers(atlas_layers, chosen(), span=span, tiles=tiles), frontier_of(None)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_payload_is_what_its_type_says(made):
    whole, _ = made
    assert faults(PAYLOAD, json.loads(payload.json_from_payload(whole))) == []


def test_features_are_what_their_type_says(made):
    whole, frontier = made
    known = SCHEMA["$defs"]["Feature"]["properties"]
    for key, listed in whole["features"].items():
        own = set(layers_of(frontier)[key].declaration.labels)
        for feature in listed:
            assert faults(FEATURE, json.loads(json.dumps(feature))) == [], feature["id"]
            strange = {field for field in feature if field not in known and not field.startswith("view_")}
            assert strange <= own, feature["id"]


def test_every_kind_of_feature_was_there(atlas_layers):
    """No field of the type is idle: each is in some feature of the shipped data."""
    whole = payload.payload_from_layers(atlas_layers, chosen(), span=(1900, 1991))
    seen = {field for listed in whole["features"].values() for feature in listed for field in feature}
    assert set(SCHEMA["$defs"]["Feature"]["properties"]) <= seen


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("polities"),
        lambda data: data.update(csl={}),
        lambda data: data.update(begins="1900-01-01"),
        lambda data: data["layers"][0].update(kind="territories"),
        lambda data: data["base"]["towns"][0].update(point=[1, 2, 3]),
        lambda data: next(iter(data["polities"].values())).update(fill="red"),
        lambda data: data["view"].pop("north"),
    ],
    ids=["lacks", "too much", "text for number", "no kind", "long point", "no colour", "no north"],
)
def test_what_is_otherwise_is_refused(atlas_layers, spoil):
    data = json.loads(
        payload.json_from_payload(
            payload.payload_from_layers({"tuva": atlas_layers["tuva"]}, chosen(["tuva"]), span=(1900, 1991))
        )
    )
    assert faults(PAYLOAD, data) == []
    spoil(data)
    assert faults(PAYLOAD, data) != []
