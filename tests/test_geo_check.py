"""Every fault of a broken file is named with file and feature."""

import json

import pytest
from click.testing import CliRunner

import geo
from geo.__main__ import main
from geo.check import check_files
from geo.errors import SchemaError
from geo.faults import Kind
from geo.schema import layer_from_file
from tests.conftest import square, territory, write_features


def put(**values):
    return lambda feature: feature["properties"].update(values)


def drop(*names):
    return lambda feature: [feature["properties"].pop(name) for name in names]


def ring(*positions):
    return lambda feature: feature.update(
        geometry={"type": "Polygon", "coordinates": [[list(one) for one in positions]]}
    )


A, B, C, D = (120.0, 45.0), (120.5, 45.0), (120.5, 45.5), (120.0, 45.5)
FAULTS = {
    "self-crossing polygon": (ring(A, B, D, C, A), "crosses or touches itself"),
    "longitude 200": (ring(A, (200.0, 45.0), C, D, A), "longitude 200"),
    "latitude 95": (ring(A, B, (120.5, 95.0), D, A), "latitude 95"),
    "wrong winding": (ring(A, D, C, B, A), "winds the wrong way"),
    "open ring": (ring(A, B, C, D), "not closed"),
    "short ring": (ring(A, B, A), "3 positions"),
    "six decimals": (ring((120.000001, 45.0), B, C, D, (120.000001, 45.0)), "more than 5 decimals"),
    "position of text": (ring(("120", "45"), B, C, D, ("120", "45")), "not two numbers"),
    "across the antimeridian": (ring((-179.0, 45.0), B, C, (-179.0, 46.0), (-179.0, 45.0)), "antimeridian"),
    "a point for a territory": (
        lambda feature: feature.update(geometry={"type": "Point", "coordinates": [1, 2]}),
        "'Point' doesn't fit",
    ),
    "no geometry": (lambda feature: feature.update(geometry=None), "no geometry"),
    "end before start": (
        put(end_date="1899-01-01"),
        "end_date 1899-01-01 is not after start_date 1900-01-01",
    ),
    "end on start": (put(end_date="1900-01-01"), "is not after"),
    "a date that is a number": (put(start_date=19000101), "start_date 19000101 is not a date"),
    "importance of four": (put(importance=4), "importance 4 is not a number from 1 to 3"),
    "longitude 180.5": (ring(A, (180.5, 45.0), C, D, A), "longitude 180.5"),
    "latitude -90.5": (ring(A, (120.5, -90.5), C, D, A), "latitude -90.5"),
    "a day that isn't": (put(start_date="1900-02-30"), "1900-02-30"),
    "EDTF as a date": (put(start_date="1900~"), "not an ISO date"),
    "EDTF that isn't": (put(start_edtf="circa 1900"), "circa 1900"),
    "EDTF that leaves the date out": (put(start_edtf="1911-06~"), "doesn't cover start_date 1900-01-01"),
    "unknown source": (put(sources=["work-one", "nobody-1900"]), "source 'nobody-1900' is unknown"),
    "no source": (put(sources=[]), "sources is empty"),
    "missing fields": (drop("status", "name_ru"), "field name_ru, status is missing"),
    "an empty name": (put(name=""), "name is empty"),
    "unknown status": (put(status="colonised"), "status 'colonised' is unknown"),
    "unknown certainty": (put(certainty="sure"), "certainty 'sure' is unknown"),
    "low without why": (put(certainty="low"), "low without a reason"),
    "two ids": (put(id="other"), "differs from its property"),
    "claimants of text": (put(claimants="ussr"), "claimants 'ussr' is not a list"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_named_with_file_feature_and_remedy(broken, name):
    change, said = FAULTS[name]
    path = broken(change)
    faults = check_files([path])
    mine = [fault for fault in faults if said in fault.what]
    assert mine, faults
    assert mine[0].file == path.as_posix()
    assert mine[0].feature == ("other" if name == "two ids" else "west-qing")
    assert mine[0].remedy
    assert len(faults) == 1


def test_the_whole_globe_may_be_drawn(broken):
    """Its corners are on it, and a stretch of just 180 degrees crosses nothing."""
    corners = [(-180.0, -90.0), (0.0, -90.0), (180.0, -90.0), (180.0, 90.0), (0.0, 90.0), (-180.0, 90.0)]
    assert check_files([broken(ring(*corners, corners[0]), 3)])[0].kind is Kind.OVERLAP


def test_a_sound_folder_has_no_fault(atlas_folder):
    assert check_files(sorted(atlas_folder.glob("*.geojson"))) == []


def test_every_fault_of_a_file_is_named_at_once(broken):
    def spoil(feature):
        put(end_date="1899-01-01", sources=["nobody"])(feature)
        ring(A, (200.0, 45.123456), C, D, A)(feature)

    said = "\n".join(map(str, check_files([broken(spoil)])))
    for word in ("longitude 200", "decimals", "end_date", "nobody"):
        assert word in said


def test_overlap_of_two_territories(broken):
    path = broken(lambda f: f.update(geometry=square(120, 45)), 3)
    faults = [str(fault) for fault in check_files([path])]
    assert len(faults) == 3
    assert "west-qing: overlaps east-qing by 8686" in faults[0]
    assert "from 1900-01-01 to 1932-03-01" in faults[0]


def test_overlap_under_a_square_kilometre_passes(broken):
    assert check_files([broken(lambda f: f.update(geometry=square(120.9999, 45.0)), 3)]) == []


def test_an_overlap_of_three_square_kilometres_is_told(broken):
    path = broken(lambda f: f.update(geometry=square(120.9996, 45.0)), 3)
    (one, *others) = check_files([path])
    assert 2 < float(one.what.split(" by ")[1].split(" km2")[0]) < 5
    assert len(others) == 2


@pytest.mark.parametrize(
    "change",
    [
        put(sources=["work-one", "Goehring-1941"]),
        put(sources=["position-of-degrees"]),
        put(note=None, certainty="low"),
        put(status="ring"),
        put(end_edtf="1911-06"),
        lambda f: f["geometry"]["coordinates"][0].reverse(),
    ],
    ids=["a source called ring", "a source called position", "no reason", "a status", "an EDTF", "winding"],
)
def test_another_fault_of_a_feature_hides_no_overlap(broken, features, change):
    change(features["manchuria"][0])
    path = broken(lambda f: f.update(geometry=square(120, 45)), 3)
    faults = check_files([path])
    assert [fault.kind for fault in faults if fault.feature == "west-qing"].count(Kind.OVERLAP) == 1
    assert len(faults) == 4


def test_a_hole_that_winds_as_its_outer_ring_is_named(broken):
    hole = [[120.2, 45.2], [120.4, 45.2], [120.4, 45.4], [120.2, 45.4], [120.2, 45.2]]

    def cut(ring):
        return lambda f: f["geometry"]["coordinates"].__setitem__(slice(1, None), [ring])

    (fault,) = check_files([broken(cut(hole))])
    assert (fault.kind, fault.what) == (Kind.STYLE, "hole at [120.2, 45.2] winds the wrong way")
    assert "clockwise" in fault.remedy
    assert "counter" not in fault.remedy
    assert check_files([broken(cut(hole[::-1]))]) == []


def test_overlap_across_layers(atlas_folder, features):
    clash = territory("south-ussr", square(121, 44.5), "1900-01-01", None)
    write_features(atlas_folder / "powers.geojson", [clash])
    files = [atlas_folder / f"{key}.geojson" for key in ("manchuria", "powers")]
    (fault,) = check_files(files)
    assert (fault.feature, "south-ussr of" in fault.what) == ("east-qing", True)


def test_a_unit_held_twice_or_never(broken, monkeypatch, atlas_folder):
    path = broken(put(end_date="1933-01-01"))
    assert any("unit west: is held by west-qing and west-new" in str(fault) for fault in check_files([path]))
    path = broken(put(end_date="1931-01-01"))
    assert check_files([path]) == []
    monkeypatch.setattr("geo.files.DATA", atlas_folder)
    (fault,) = check_files()
    assert "unit west: has no holder from 1931-01-01 to 1932-03-01" in str(fault)


def test_duplicate_ids_in_a_file_and_between_files(broken, atlas_folder, features):
    path = broken(lambda f: (f.update(id="west-new"), f["properties"].update(id="west-new")), 0)
    assert any("id stands twice" in fault.what for fault in check_files([path]))
    copy = write_features(atlas_folder / "xinjiang.geojson", features["manchuria"][3:])
    assert any("also stands in" in fault.what for fault in check_files([path, copy]))


def test_claims_of_a_clash_must_be_sourced_too(atlas_folder, features):
    features["clashes"][0]["properties"]["casualties"][0]["sources"] = ["rumour"]
    path = write_features(atlas_folder / "clashes.geojson", features["clashes"])
    (fault,) = check_files([path])
    assert (fault.feature, fault.what) == ("ford-1929", "source 'rumour' is unknown")


def test_a_file_that_is_no_geojson_is_one_fault(tmp_path):
    path = tmp_path / "manchuria.geojson"
    path.write_text("{", encoding="utf-8")
    (fault,) = check_files([path])
    assert "not JSON" in fault.what


@pytest.mark.parametrize(
    ("stem", "layer"),
    [("tuva", "tuva"), ("manchuria-broken", "manchuria"), ("Manchuria_2", "manchuria"), ("tuvalu", "powers")],
)
def test_a_file_is_known_by_its_name_or_its_features(stem, layer, features):
    assert layer_from_file(stem, features["manchuria"]) == layer


def test_validate_raises_once_with_all(features):
    listed = features["manchuria"]
    put(status="x", sources=["y"])(listed[0])
    with pytest.raises(SchemaError) as caught:
        geo.validate(listed, layer="manchuria", sources={"work-one"})
    assert len(caught.value.faults) == 2
    assert "manchuria.geojson: west-qing" in str(caught.value)
    geo.validate(listed[1:], layer="manchuria", sources={"work-one"})


def test_the_command_fails_with_every_fault_and_passes_without(broken, atlas_folder):
    run = CliRunner()
    sound = run.invoke(main, ["check", str(atlas_folder / "manchuria.geojson")])
    assert (sound.exit_code, "no fault" in sound.output) == (0, True)
    path = broken(put(end_date="1899-01-01", sources=["nobody"]))
    failed = run.invoke(main, ["check", str(path)])
    assert failed.exit_code == 1
    assert failed.output.count(f"{path.as_posix()}: west-qing: ") == 2


def test_a_folder_is_checked_file_by_file(broken, atlas_folder, tmp_path_factory):
    run = CliRunner()
    assert "no fault" in run.invoke(main, ["check", str(atlas_folder)]).output
    broken(put(sources=["nobody"]))
    failed = run.invoke(main, ["check", str(atlas_folder)])
    assert (failed.exit_code, "manchuria.geojson: west-qing: source 'nobody'" in failed.output) == (1, True)
    empty = run.invoke(main, ["check", str(tmp_path_factory.mktemp("empty"))])
    assert (empty.exit_code, "holds no *.geojson" in empty.output) == (1, True)
    assert empty.output.startswith("Error: ")


def test_the_shipped_layers_have_no_fault():
    assert [str(fault) for fault in check_files()] == []


def test_a_broken_copy_of_a_shipped_file(tmp_path):
    from geo.files import DATA

    content = json.loads((DATA / "manchuria.geojson").read_text(encoding="utf-8"))
    one, two, three, four = content["features"][:4]
    one["geometry"] = {"type": "Polygon", "coordinates": [[A, B, D, C, A]]}
    two["properties"]["end_date"] = "1899-01-01"
    three["properties"]["sources"] = ["no-such-work"]
    four["geometry"] = {"type": "Polygon", "coordinates": [[A, (200, 45), C, D, A]]}
    path = tmp_path / "broken.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    faults = {fault.feature: fault.what for fault in check_files([path]) if fault.file == path.as_posix()}
    assert "crosses" in faults[one["id"]]
    assert "1899-01-01" in faults[two["id"]]
    assert "no-such-work" in faults[three["id"]]
    assert "longitude 200" in faults[four["id"]]


@pytest.mark.parametrize("number", [0, 7])
def test_a_numbered_feature_is_read_by_its_number_as_text(broken, atlas_folder, number):
    path = broken(lambda f: (f.update(id=number), f["properties"].update(id=number)))
    assert check_files([path]) == []
    layers = geo.load_layers(atlas_folder)
    assert layers["manchuria"]["id"].iat[0] == str(number)
    assert "Paine" in geo.cite(
        str(number), layers=layers, sources=geo.read_sources(atlas_folder / "sources.json")
    )
