"""Every layer, whatever it is: its declaration, made whole by its kind."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from geo.errors import DataFileError, UnknownNameError
from geo.files import DATA
from geo.frontier import FILE, frontier_of
from layers import REGISTRY, chosen
from layers.files import ROOT
from layers.registry import KINDS, layers_of


@pytest.mark.parametrize("key", REGISTRY)
def test_a_layer_shows_what_its_file_has(key, atlas_layers):
    layer = REGISTRY[key]
    assert layer.key == key
    assert len(layer.declaration.about) > 60
    assert set(layer.tooltip) | set(layer.popup) <= set(atlas_layers[key].columns)


def test_drawing_order_puts_land_under_lines_under_signs():
    kinds = [layer.kind for layer in chosen()]
    assert kinds == sorted(kinds, key=["territory", "outline", "line", "event", "clash"].index)


def test_chosen_keeps_the_drawing_order():
    assert [layer.key for layer in chosen(["clashes", "tuva"])] == ["tuva", "clashes"]


def test_unknown_layer_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'manchuria'"):
        chosen(["manchria"])


@pytest.fixture
def declared(tmp_path):
    """Return a function that changes the declaration of Tuva and returns that layer."""

    def change(**parts):
        found = json.loads((DATA / FILE).read_text(encoding="utf-8"))
        next(layer for layer in found["layers"] if layer["key"] == "tuva").update(parts)
        (tmp_path / FILE).write_text(json.dumps(found), encoding="utf-8")
        return layers_of(frontier_of(tmp_path))["tuva"]

    return change


def test_a_declaration_may_show_other_fields_than_its_kind(declared):
    layer = declared(tooltip=["status"], popup=["sources", "capital"])
    assert (layer.tooltip, layer.popup) == (("status",), ("sources", "capital"))
    assert REGISTRY["tuva"].tooltip == KINDS["territory"].tooltip


def test_fields_of_its_own_are_taken_along_and_shown(declared):
    label = {"en": "Families", "zh": "戶數", "ru": "Семей"}
    layer = declared(labels={"families": label})
    assert layer.popup == (*KINDS["territory"].popup, "families")
    assert "families" in layer.properties
    assert layer.payload()["labels"] == {"families": label}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"tooltip": ["polty"]}, r"frontier\.json: layers\.tuva\.tooltip: .*'polty': did you mean 'polity'"),
        ({"popup": ["gauge_mm"]}, "a territory shows no field 'gauge_mm'"),
    ],
)
def test_fields_that_the_kind_does_not_have_are_refused(declared, parts, message):
    with pytest.raises(DataFileError, match=message):
        declared(**parts)


def imported_by(statement):
    code = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_layers_never_import_streamlit():
    everything = "import layers.page, layers.print.figure, layers.print.film, layers.cache, layers.__main__; layers.build_map"
    assert "streamlit" not in imported_by(everything)


def test_the_cache_is_light():
    heavy = {
        "geopandas",
        "pandas",
        "numpy",
        "shapely",
        "folium",
        "branca",
        "jinja2",
        "matplotlib",
        "PIL",
        "edtf",
    }
    assert not heavy & imported_by("import layers.cache, layers.files; layers.cache.page_key()")
