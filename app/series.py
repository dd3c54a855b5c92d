"""Numbers by year out of the dated layers: area by holder, clashes, rail kilometres.

Every figure is as of 31 December, from the features' own `area_km2` and `length_km` (geodesic,
WGS 84 ellipsoid), so the charts say what the map shows.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.state import FIRST_YEAR, FRONTIER, LAST_YEAR

REGIONS = {
    layer.key: layer.title.en for layer in FRONTIER.layers if layer.kind == "territory" and not layer.around
}
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def _held_on(frame: Any, day: str) -> Any:
    ended = frame["end_date"].fillna("9999-12-31")
    return frame[(frame["start_date"] <= day) & (ended > day)]


def area_by_holder(layers: dict[str, Any]) -> pd.DataFrame:
    """Area (km2) of each region by the polity that held it: year, region, polity, area_km2."""
    parts = []
    for key, region in REGIONS.items():
        frame = layers[key][["start_date", "end_date", "polity", "area_km2"]]
        for year in YEARS:
            held = _held_on(frame, f"{year}-12-31").groupby("polity", as_index=False)["area_km2"].sum()
            parts.append(held.assign(year=year, region=region))
    return pd.concat(parts, ignore_index=True)[["year", "region", "polity", "area_km2"]]


def clashes_by_year(layers: dict[str, Any]) -> pd.DataFrame:
    """Clashes that began in each year, every year present: year, clashes."""
    began = layers["clashes"]["start_date"].str[:4].astype(int).value_counts()
    return pd.DataFrame({"year": list(YEARS), "clashes": [int(began.get(year, 0)) for year in YEARS]})


def rail_by_operator(layers: dict[str, Any]) -> pd.DataFrame:
    """Open railway (km) by operator: year, operator, length_km."""
    lines = layers["railways"]
    lines = lines[lines["status"] == "open"][["start_date", "end_date", "operator_key", "length_km"]]
    parts = []
    for year in YEARS:
        held = _held_on(lines, f"{year}-12-31").groupby("operator_key", as_index=False)["length_km"].sum()
        parts.append(held.assign(year=year))
    table = pd.concat(parts, ignore_index=True)
    return table.rename(columns={"operator_key": "operator"})[["year", "operator", "length_km"]]


def comparison(path: Any) -> pd.DataFrame:
    """Return the article's country table by year, with flags and corrections (`data/comparison.csv`)."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)
