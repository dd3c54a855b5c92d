"""The numbers behind the charts agree with the map they are drawn from."""

from __future__ import annotations

import pytest

from app import charts, series

MONGOLIA_KM2 = 1_564_116  # National Statistics Office; see tests/test_build_shipped.py


@pytest.fixture(scope="module")
def areas(atlas_layers):
    return series.area_by_holder(atlas_layers)


def test_every_region_has_every_year(areas):
    assert set(areas["year"]) == set(series.YEARS)
    assert (areas.groupby("region")["year"].nunique() == len(series.YEARS)).all()


def test_a_region_keeps_its_area_whoever_holds_it(areas):
    total = areas.groupby(["region", "year"])["area_km2"].sum().unstack()
    assert ((total.max(axis=1) - total.min(axis=1)) / total.max(axis=1) < 0.001).all()
    assert total.loc["Mongolia", 1950] == pytest.approx(MONGOLIA_KM2, rel=0.02)


def test_tuva_is_soviet_at_the_end_of_1944_and_not_of_1943(areas):
    tuva = areas[areas["region"] == "Tuva"].set_index("year")["polity"]
    assert "ussr" not in set(tuva.loc[[1943]])
    assert set(tuva.loc[[1944]]) == {"ussr"}


def test_clashes_count_to_the_whole(atlas_layers):
    clashes = series.clashes_by_year(atlas_layers)
    assert len(clashes) == len(series.YEARS)
    within = atlas_layers["clashes"]["start_date"].str[:4].astype(int).between(1900, 1991)
    assert clashes["clashes"].sum() == within.sum()


def test_the_south_manchuria_line_passes_to_japan(atlas_layers):
    rail = series.rail_by_operator(atlas_layers).set_index(["year", "operator"])["length_km"]
    assert rail[1910, "japan"] > 650
    assert (1903, "japan") not in rail.index


def test_a_click_on_a_bar_is_a_year():
    assert charts.picked_year({"selection": {"pick": [{"year": 1945}]}}) == 1945
    assert charts.picked_year({"selection": {"pick": []}}) is None
    assert charts.picked_year(None) is None


def test_the_charts_draw_every_holder(areas):
    colours = dict.fromkeys(set(areas["polity"]), "#123456")
    names = {key: key.upper() for key in colours}
    one = areas[areas["region"] == "Tuva"]
    spec = charts.area_chart(one, colours, names).to_dict()
    assert set(spec["encoding"]["color"]["scale"]["domain"]) == {names[key] for key in set(one["polity"])}


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("1944-12-31", "1945-12-31", [1944]),
        ("1944-12-31", "1946-01-01", [1944, 1945]),
        ("1945-01-01", "1945-12-31", []),
        ("1990-06-01", None, [1990, 1991]),
    ],
)
def test_a_year_counts_what_is_held_on_its_last_day(small_layers, start, end, years):
    """As on the map: the end day belongs to what follows."""
    frame = small_layers["manchuria"].iloc[:1].assign(start_date=start, end_date=end, area_km2=10.0)
    table = series.area_by_holder(dict.fromkeys(series.REGIONS, frame))
    assert table.loc[table["region"] == "Tuva", "year"].tolist() == years
