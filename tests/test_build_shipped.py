"""Every shipped file is what the build makes and keeps the contract of the data."""

import datetime as dt
import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

from data.build.build import DATA, build, differences
from data.build.tables import read_authored
from geo import dates
from geo.frontier import shipped
from geo.measure import area_km2
from geo.vocabulary import STATUSES


def words(text: str) -> list[str]:
    return text.split()


COMMON = words("id name name_zh name_ru name_local start_date end_date certainty note sources")
FRONTIER = shipped()
TERRITORIES = FRONTIER.territories
TERRITORY = words(
    "polity controller controller_key sovereign sovereign_key claimants status units area_km2 capital "
    "start_edtf end_edtf " + " ".join(f"view_{viewpoint}" for viewpoint in FRONTIER.viewpoints)
)
EXTRA = {
    **dict.fromkeys(TERRITORIES, TERRITORY),
    "railways": words(
        "line segment gauge_mm owner operator owner_key operator_key zone status length_km "
        "published_length_km start_edtf end_edtf"
    ),
    "clashes": words(
        "section kind place place_zh place_ru belligerents commanders strength casualties outcome killed_max "
        "start_edtf end_edtf"
    ),
    "events": words("section kind importance start_edtf end_edtf"),
    "borders": words("level basis left right"),
}
BASEMAP = ("land", "rivers", "lakes", "modern_borders", "towns", "islands")


def read(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["features"]


@pytest.fixture(scope="module")
def layers() -> dict[str, list[dict]]:
    return {layer: read(DATA / f"{layer}.geojson") for layer in EXTRA}


@pytest.fixture(scope="module")
def units() -> dict[str, str]:
    return {row["unit"]: row["layer"] for row in read_authored()["units"]}


def test_the_committed_files_are_what_the_build_makes():
    first = build()
    assert differences(first) == []
    assert first == build()


@pytest.mark.parametrize("layer", EXTRA)
def test_every_feature_has_every_key(layers, layer):
    assert layers[layer], f"{layer} is empty"
    for item in layers[layer]:
        missing = [key for key in (*COMMON, *EXTRA[layer]) if key not in item["properties"]]
        assert not missing, (item["id"], missing)
        assert item["id"] == item["properties"]["id"]


@pytest.mark.parametrize("layer", EXTRA)
def test_ids_are_unique_and_periods_not_empty(layers, layer):
    ids = [item["id"] for item in layers[layer]]
    assert len(ids) == len(set(ids))
    for item in layers[layer]:
        start, end = item["properties"]["start_date"], item["properties"]["end_date"]
        dt.date.fromisoformat(start)
        assert end is None or start < dt.date.fromisoformat(end).isoformat(), item["id"]


@pytest.mark.parametrize("layer", EXTRA)
def test_vocabularies_and_sources(layers, layer):
    works = {work["id"] for work in json.loads((DATA / "sources.json").read_text(encoding="utf-8"))}
    for item in layers[layer]:
        properties = item["properties"]
        assert properties["certainty"] in ("high", "medium", "low"), item["id"]
        assert properties["certainty"] != "low" or properties["note"], item["id"]
        assert properties["sources"], item["id"]
        assert set(properties["sources"]) <= works, item["id"]
        if layer in TERRITORIES:
            assert properties["status"] in STATUSES
        if "section" in properties:
            assert properties["section"] in FRONTIER.sections
        for key in ("start_edtf", "end_edtf"):
            assert not properties.get(key) or dates.uncertain_bounds(properties[key]), item["id"]


@pytest.mark.parametrize(
    "path", [*(f"{layer}.geojson" for layer in EXTRA), *(f"basemap/{n}.geojson" for n in BASEMAP)]
)
def test_geometry_is_valid_in_the_frame_and_of_five_decimals(path):
    edges = FRONTIER.bounds
    for item in read(DATA / path):
        if item["geometry"] is None:
            assert path == "events.geojson", item["id"]
            continue
        geometry = shape(item["geometry"])
        assert geometry.is_valid, item["id"]
        assert not geometry.is_empty
        x0, y0, x1, y1 = geometry.bounds
        assert edges.west <= x0 <= x1 <= edges.east, item["id"]
        assert edges.south <= y0 <= y1 <= edges.north, item["id"]
        points = shapely.get_coordinates(geometry)
        assert (points.round(5) == points).all(), item["id"]
        for part in shapely.get_parts(geometry):
            if part.geom_type == "Polygon":
                assert shapely.is_ccw(part.exterior), item["id"]
                assert not any(shapely.is_ccw(ring) for ring in part.interiors), item["id"]


def test_every_unit_has_exactly_one_holder_every_day(layers, units):
    held = defaultdict(list)
    for layer in TERRITORIES:
        for item in layers[layer]:
            properties = item["properties"]
            for unit in properties["units"]:
                assert units[unit] == layer
                held[unit].append(
                    (properties["start_date"], properties["end_date"] or "9999-12-31", item["id"])
                )
    first, last = dt.date(1900, 1, 1), dt.date(1991, 12, 31)
    for unit in units:
        spans = sorted(held[unit])
        days = sum(
            (
                min(dt.date.fromisoformat(end), last + dt.timedelta(1))
                - max(dt.date.fromisoformat(start), first)
            ).days
            for start, end, _ in spans
            if end > "1900-01-01" and start <= "1991-12-31"
        )
        assert days == 33602, (unit, spans)
        for (_, end, a), (start, _, b) in pairwise(spans):
            assert end == start, (unit, a, b)


def land_of(layers, names: set[str]) -> shapely.Geometry:
    """Return the union of units, each from a shipped feature that holds it among only them."""
    found = {}
    for layer in TERRITORIES:
        for item in layers[layer]:
            own = frozenset(item["properties"]["units"])
            if own <= names:
                found[own] = shape(item["geometry"])
    assert set().union(*found) == names, names - set().union(*found)
    return shapely.union_all(list(found.values()))


def test_areas_of_whole_layers_agree_with_print(layers, units):
    published = {"mongolia": (1_564_116, 0.02), "tuva": (170_500, 0.04), "xinjiang": (1_660_000, 0.03)}
    for layer, (area, tolerance) in published.items():
        names = {unit for unit, home in units.items() if home == layer}
        assert area_km2(land_of(layers, names)) == pytest.approx(area, rel=tolerance), layer


def test_areas_of_kwantung_manchukuo_and_the_three_districts(layers, units):
    kwantung = {"port-arthur", "dalian", "kwantung-north"}
    manchuria = {unit for unit, home in units.items() if home == "manchuria"}
    islands = {"heixiazi", "zhenbao"}
    assert area_km2(land_of(layers, kwantung)) == pytest.approx(3462, rel=0.10)
    assert area_km2(land_of(layers, manchuria - kwantung - islands)) == pytest.approx(1_300_000, rel=0.08)
    districts = area_km2(land_of(layers, {"ili", "jinghe", "tarbagatai", "wusu", "altai"}))
    assert 282_000 <= districts <= 309_000
    assert area_km2(land_of(layers, {"zhenbao"})) == pytest.approx(0.74, rel=0.25)


def test_territories_of_one_day_do_not_overlap(layers):
    for day in ("1900-01-01", "1912-06-01", "1933-12-31", "1945-09-01", "1969-12-31", "1991-12-31"):
        shapes = [
            shape(item["geometry"])
            for layer in TERRITORIES
            for item in layers[layer]
            if item["properties"]["start_date"] <= day < (item["properties"]["end_date"] or "9999")
        ]
        assert shapely.coverage_is_valid(shapes), day


def test_land_is_the_union_of_all_territories_and_more(layers):
    (land,) = read(DATA / "basemap" / "land.geojson")
    ground = shape(land["geometry"])
    known = set(map(tuple, shapely.get_coordinates(ground).tolist()))
    coast = [item for item in layers["powers"] if item["properties"]["units"] == ["japan"]]
    assert coast
    for item in coast:
        points = set(map(tuple, shapely.get_coordinates(shape(item["geometry"])).tolist()))
        assert points <= known
