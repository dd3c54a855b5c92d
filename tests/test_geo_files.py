"""Reading and writing layers."""

import json
import os
import stat
from pathlib import Path

import pytest
import shapely

import geo
from geo import files
from geo.errors import DataFileError


def test_a_folder_is_read_in_drawing_order_with_plain_values(small_layers):
    assert list(small_layers) == ["powers", "manchuria", "clashes"]
    row = small_layers["manchuria"].iloc[1]
    assert row["sources"] == ["work-one"]
    assert row["start_date"] == "1932-03-01"
    assert row["name_local"] is None
    assert small_layers["manchuria"].crs.to_epsg() == 4326
    assert small_layers["clashes"].geometry.iloc[1] is None
    assert small_layers["clashes"]["casualties"].iloc[0][0]["killed"] == "12"


def test_files_can_be_named_one_by_one(atlas_folder):
    assert list(geo.load_layers([atlas_folder / "powers.geojson"])) == ["powers"]
    assert list(geo.load_layers(str(atlas_folder / "clashes.geojson"))) == ["clashes"]


def test_what_is_written_is_what_was_read(small_layers, features, tmp_path):
    for key, frame in small_layers.items():
        path = geo.write_layer(frame, tmp_path / "out.geojson")
        assert json.loads(path.read_text(encoding="utf-8"))["features"] == features[key]
        again = geo.read_layer(path, key=key)
        assert files.features_from_frame(again) == features[key]
    assert not list(tmp_path.glob(".out*"))


def test_a_feature_a_line_reads_as_any_other_layout(small_layers, atlas_folder, tmp_path):
    frame = small_layers["manchuria"]
    frame["note"] = 'odd \u2028 text ,"geometry":{} and "quotes"'
    path = geo.write_layer(frame, tmp_path / "manchuria.geojson")
    assert files._by_line(path.read_text(encoding="utf-8").split("\n"))[0] is not None
    assert files.features_from_frame(geo.read_layer(path)) == files.features_from_frame(frame)
    assert files.features_from_frame(frame) == files.read_features(path)


def test_writing_turns_rings_and_rounds(small_layers, tmp_path):
    frame = small_layers["powers"].copy()
    frame.geometry = [shapely.Polygon([(1, 1), (1, 2), (2.1234567, 2), (1, 1)])]
    ring = json.loads(geo.write_layer(frame, tmp_path / "x.geojson").read_text())["features"][0]["geometry"]
    assert ring["coordinates"] == [[[1, 1], [2.12346, 2], [1, 2], [1, 1]]]


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = files.write_whole(tmp_path / "x.html", "old")

    def full(self, target):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="disk full"):
        files.write_whole(path, b"new")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.html"]


def test_a_link_stays_and_its_file_is_written(tmp_path):
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    link.symlink_to("real.html")
    assert files.write_whole(link, "new") == link
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="modes are POSIX")
def test_a_file_keeps_its_mode_and_a_new_one_gets_the_umask(tmp_path):
    own = tmp_path / "own.html"
    own.write_text("old")
    own.chmod(0o600)
    before = os.umask(0o027)
    try:
        modes = [
            stat.S_IMODE(files.write_whole(path, "new").stat().st_mode) for path in (own, tmp_path / "b")
        ]
    finally:
        os.umask(before)
    assert modes == [0o600, 0o640]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are POSIX")
def test_a_pipe_is_written_to_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    files.write_whole(pipe, "new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "x.geojson"
    files.write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        files.write_whole(path, "new \ud800")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.geojson"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "not a FeatureCollection"),
        ('{"type":"FeatureCollection"}', "no list of features"),
        (
            '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a"}}]}',
            "no start_date",
        ),
        (
            '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","start_date":"1900"},'
            '"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,2]]]}}]}',
            "geometry of feature a",
        ),
    ],
)
def test_a_file_that_is_no_layer_is_named(tmp_path, text, said):
    path = tmp_path / "bad.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=said) as caught:
        geo.read_layer(path)
    assert "bad.geojson" in str(caught.value)


def test_missing_files_and_empty_folders_are_named(tmp_path):
    with pytest.raises(DataFileError, match="is not there"):
        geo.load_layers([tmp_path / "none.geojson"])
    with pytest.raises(DataFileError, match=r"holds no \*.geojson"):
        geo.load_layers(tmp_path)


def test_an_empty_layer_keeps_its_columns(tmp_path):
    (tmp_path / "tuva.geojson").write_text('{"type":"FeatureCollection","features":[]}', encoding="utf-8")
    frame = geo.load_layers(tmp_path)["tuva"]
    assert {"id", "controller", "start_date", "end_date"} <= set(frame.columns)
    assert len(geo.as_of(frame, 1930)) == 0


def test_the_version_changes_with_the_data(atlas_folder):
    before = geo.data_version(atlas_folder)
    (atlas_folder / "sources.json").write_text("[]", encoding="utf-8")
    assert before != geo.data_version(atlas_folder)
    assert len(before) == 10


def test_names_are_written_as_they_are_read(small_layers, tmp_path):
    """A file of data is read by people as well: no escapes, and no number that JSON doesn't have."""
    text = geo.write_layer(small_layers["powers"], tmp_path / "x.geojson").read_text(encoding="utf-8")
    assert "Восток" in text
    assert "東" in text
    with pytest.raises(ValueError, match="JSON compliant"):
        files.text_from_features([{"type": "Feature", "properties": {"area_km2": float("nan")}}])


def test_what_is_no_plain_file_is_written_to_and_named():
    assert files.write_whole("/dev/null", "lost") == Path("/dev/null")
