"""Numbers by year out of the dated layers: area by holder, clashes, rail kilometres.

Every figure is as of 31 December, from the features' own `area_km2` and `length_km` (geodesic,
WGS 84 ellipsoid), so the charts say what the map shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from app.state import FIRST_YEAR, FRONTIER, LAST_YEAR
from geo.index import index_of
from geo.slices import as_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    Layers = Mapping[str, GeoDataFrame]

REGIONS = {
    layer.key: layer.title.en for layer in FRONTIER.layers if layer.kind == "territory" and not layer.around
}
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def _by_year(frame: pd.DataFrame, holder: str, measure: str) -> pd.DataFrame:
    """Return the sum of a measure by holder as of 31 December of each year: year, holder, measure."""
    dated = frame[["start_date", "end_date", holder, measure]]
    parts = [
        as_of(dated, year).groupby(holder, as_index=False)[measure].sum().assign(year=year) for year in YEARS
    ]
    return pd.DataFrame(pd.concat(parts, ignore_index=True)[["year", holder, measure]])


def area_by_holder(layers: Layers) -> pd.DataFrame:
    """Area (km2) of each region by the polity that held it: year, region, polity, area_km2."""
    parts = [
        _by_year(layers[key], "polity", "area_km2").assign(region=region) for key, region in REGIONS.items()
    ]
    return pd.DataFrame(pd.concat(parts, ignore_index=True)[["year", "region", "polity", "area_km2"]])


def clashes_by_year(layers: Layers) -> pd.DataFrame:
    """Clashes that began in each year, every year present: year, clashes."""
    began = pd.Series(index_of(layers["clashes"]).start // 10000).value_counts()
    return pd.DataFrame({"year": list(YEARS), "clashes": [int(began.get(year, 0)) for year in YEARS]})


def rail_by_operator(layers: Layers) -> pd.DataFrame:
    """Open railway (km) by operator: year, operator, length_km."""
    lines = layers["railways"]
    table = _by_year(lines[lines["status"] == "open"], "operator_key", "length_km")
    return table.rename(columns={"operator_key": "operator"})


def comparison(path: str | Path) -> pd.DataFrame:
    """Return the article's country table by year, with flags and corrections (`data/comparison.csv`)."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)
