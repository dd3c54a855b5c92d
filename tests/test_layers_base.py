"""Every layer declaration, whatever the layer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from layers import REGISTRY, UnknownNameError, base, chosen
from layers.files import ROOT


@pytest.mark.parametrize("key", REGISTRY)
def test_declaration(key, atlas_layers):
    layer = REGISTRY[key]
    assert layer.key == key
    assert (ROOT / "layers" / f"{key}.py").exists()
    assert (ROOT / "data" / f"{key}.geojson").exists()
    assert len(layer.about) > 60
    columns = set(atlas_layers[key].columns)
    assert set(layer.tooltip) | set(layer.popup) <= columns
    assert set(layer.payload()) == {
        "key", "title", "kind", "group", "rule", "on", "about", "tooltip", "popup",
    }  # fmt: skip


def test_drawing_order_puts_land_under_lines_under_signs():
    kinds = [layer.kind for layer in chosen()]
    assert kinds == sorted(kinds, key=["territory", "outline", "line", "event", "clash"].index)
    assert len({layer.order for layer in chosen()}) == len(kinds)


def test_chosen_keeps_the_drawing_order():
    assert [layer.key for layer in chosen(["clashes", "tuva"])] == ["tuva", "clashes"]


def test_unknown_layer_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'manchuria'"):
        chosen(["manchria"])


def declaration(**changes):
    layer = REGISTRY["tuva"]
    return {field: getattr(layer, field) for field in layer.__dataclass_fields__} | changes


def test_unknown_part_of_a_declaration_is_refused():
    with pytest.raises(UnknownNameError, match="did you mean 'tooltip'"):
        base.declare(**declaration(), tooltips=())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rule": "asof"}, "did you mean 'as_of'"),
        ({"kind": "polygon"}, "no kind of layer 'polygon'"),
        ({"tooltip": ("nmae",)}, "did you mean 'name'"),
        ({"popup": ("gauge_mm",)}, "field of a territory layer"),
        ({"title": {"en": "Tuva", "zh": "", "ru": "Тува"}}, "no 'zh'"),
    ],
)
def test_bad_values_are_refused(change, message):
    with pytest.raises(ValueError, match=message):
        base.declare(**declaration(**change))


def imported_by(statement):
    code = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_layers_never_import_streamlit():
    everything = (
        "import layers.page, layers.figure, layers.animate, layers.cache, layers.__main__; layers.build_map"
    )
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
