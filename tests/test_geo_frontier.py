"""A frontier is read from its file, and every fault of the file is told with field and remedy."""

from __future__ import annotations

import json
import shutil

import pytest

import geo
from geo.errors import DataFileError
from geo.files import DATA
from geo.frontier import FILE, frontier_from_file, frontier_of, shipped
from geo.schema import layer_from_file, rule_of, schema_of


@pytest.fixture
def written(tmp_path):
    """Return a function that changes the shipped declaration and returns the file."""

    def write(change):
        found = json.loads((DATA / FILE).read_text(encoding="utf-8"))
        change(found)
        path = tmp_path / FILE
        path.write_text(json.dumps(found), encoding="utf-8")
        return path

    return write


def put(found, path, value):
    *outer, last = path
    for part in outer:
        found = found[part]
    if value is None:
        del found[last]
    else:
        found[last] = value


def test_the_shipped_frontier_knows_its_days_layers_and_views():
    frontier = shipped()
    assert frontier.days == (19000101, 19920101)
    assert frontier.territories == ("mongolia", "tuva", "xinjiang", "manchuria", "powers")
    assert frontier.kind_of("railways") == "line"
    assert frontier.kind_of("canals") is None
    assert frontier.views[0] == "view_beijing"
    assert frontier.colourings[:3] == ("control", "treaty", "beijing")


@pytest.mark.parametrize(
    ("polity", "family", "nation"),
    [("prc", "china-red", "china"), ("ussr", "soviet", "russia"), ("manchukuo", "japan", "manchukuo"),
     ("nobody", "other", "nobody")],
)  # fmt: skip
def test_a_polity_has_a_family_and_a_nation(polity, family, nation):
    assert (shipped().family_of(polity), shipped().nation_of(polity)) == (family, nation)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("spn",), [1, 2], "the file: unknown name 'spn': did you mean 'span'?"),
        (("title",), None, "the file: no 'title': add it"),
        (("title", "zh"), " ", 'title.zh: " " is not a text: write one in quotes'),
        (("span",), [1991, 1900], "span: 1991-1900 is turned round: write [1900, 1991]"),
        (("span",), [1900], "span: [1900] is not a list of 2: give as many"),
        (("span",), ["1900", 1991], 'span.1: "1900" is not a whole number: write one without quotes'),
        (("date",), "1899", "date: 1899 is outside the span: choose from 1900 to 1991"),
        (("date",), "spring", "date: "),
        (("bounds", "west"), 181, "bounds.west: 181 is outside -180 to 180: correct it"),
        (("bounds", "east"), 20, "bounds: has no inside: west must be less than east"),
        (("view", "north"), True, "view.north: true is not a number"),
        (("families", "china", "polities", "qing"), "red", 'qing: "red" is not a colour'),
        (("families", "tuva", "polities", "ussr"), "#112233", "families: polity: ussr stands twice"),
        (("layers", 0, "kind"), "teritory", "layers.1.kind: \"teritory\" is unknown: did you mean 'territory'"),
        (("layers", 0, "group"), "Lands", "layers, powers, group: 'Lands' is not in groups"),
        (("layers", 0, "order"), 20, "layers: order: 20 stands twice: keep one of them"),
        (("layers", 0, "on"), 1, "layers.1.on: 1 is not a yes or no: write true or false"),
        (("layers",), [], "layers: is empty: declare at least one layer"),
        (("comparisons", 0, "then"), "1700", "comparisons.1.then: 1700 is outside the span"),
    ],
)  # fmt: skip
def test_faults_name_file_field_and_remedy(written, path, value, message):
    file = written(lambda found: put(found, path, value))
    with pytest.raises(DataFileError) as caught:
        frontier_from_file(file)
    assert f"{file}: " in str(caught.value)
    assert message in str(caught.value)


def test_all_faults_come_at_once(written):
    def spoil(found):
        put(found, ("spn",), 1)
        put(found, ("view", "south"), "north")
        put(found, ("layers", 1, "about"), None)

    with pytest.raises(DataFileError) as caught:
        frontier_from_file(written(spoil))
    assert len(str(caught.value).splitlines()) == 3


def test_a_file_that_is_no_json_is_named(tmp_path):
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"frontier\.json is not JSON"):
        frontier_of(tmp_path)


def test_a_folder_without_a_declaration_is_of_the_shipped_frontier(atlas_folder):
    assert frontier_of(atlas_folder) is shipped()
    assert frontier_of(None) is frontier_of(DATA) is frontier_of(DATA / "tuva.geojson") is shipped()


def test_a_declared_layer_is_known_by_its_key(written, atlas_folder):
    canals = {
        "key": "canals", "kind": "line", "group": "Lines", "order": 75, "about": "Dug for boats.",
        "title": {"en": "Canals", "zh": "運河", "ru": "Каналы"},
    }  # fmt: skip
    path = written(lambda found: found["layers"].append(canals))
    shutil.copy(atlas_folder / "powers.geojson", path.parent / "canals.geojson")
    frontier = frontier_of(path.parent)
    assert list(frontier.declared)[-3:] == ["canals", "events", "clashes"]
    assert "canals" in geo.load_layers(path.parent)
    assert schema_of("canals", frontier) == schema_of("railways")
    assert rule_of("clashes", frontier) == "during"
    assert layer_from_file("canals-old", frontier=frontier) == "canals"
    assert layer_from_file("canals-old") == "canals-old"
