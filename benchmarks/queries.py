"""`geo`: a slice of 100,000 dated features, 20,000 points at once, loading; against plain geopandas."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

import geo
from benchmarks.clock import milliseconds
from benchmarks.table import Row, Sample, Section
from geo.files import layer_paths
from geo.frontier import shipped

MANY = 100_000
POINTS = 20_000
DAY = "1932-09-18"
FRAME = (68.0, 34.0, 146.0, 57.0)
"""Where points are asked (degrees)."""


def measure() -> Section:
    """Measure slices, batches of points, and loading."""
    layers = geo.load_layers()
    return Section(
        "geo",
        [_slice(layers["powers"]), _batch(layers), _load()],
        [
            f"`as_of`: {MANY:,} features, the shipped ones of a layer repeated with all their columns, other "
            "days each; the mask compares the two text columns and takes null ends.",
            f"`who_held_each`: {POINTS:,} random points of the core on random days of 1900-1991; `sjoin` of "
            "the same points with all territories, then the days compared.",
            "`load_layers`: the nine layers; `read_file` reads the same files (and guesses dates, and leaves "
            "lists as text).",
        ],
    )


def many(frame: gpd.GeoDataFrame, number: int = MANY) -> gpd.GeoDataFrame:
    """Return a frame of `number` dated features: a layer's rows again and again, on other days."""
    dice = np.random.default_rng(1929)
    rows = frame.iloc[np.arange(number) % len(frame)].reset_index(drop=True)
    first = dice.integers(0, 33_000, number)
    days = pd.date_range("1900-01-01", periods=36_000).strftime("%Y-%m-%d").to_numpy(dtype=object)
    rows["start_date"] = days[first]
    last = days[np.minimum(first + dice.integers(1, 3_000, number), len(days) - 1)]
    rows["end_date"] = np.where(dice.random(number) < 0.1, None, last)
    return rows


def _mask(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame[(frame["start_date"] <= DAY) & (frame["end_date"].isna() | (frame["end_date"] > DAY))]


def _slice(frame: gpd.GeoDataFrame) -> Row:
    rows = many(frame)
    assert list(geo.as_of(rows, DAY).index) == list(_mask(rows).index)
    ours, mask = milliseconds(lambda: geo.as_of(rows, DAY), lambda: _mask(rows), rounds=9)
    what = f"`as_of`, {MANY:,} features, {len(frame.columns)} columns, {len(_mask(rows)):,} hold"
    return Row(what, ours, mask, "boolean mask", most=5)


def _batch(layers: dict[str, Any]) -> Row:
    dice = np.random.default_rng(1945)
    lon = dice.uniform(FRAME[0], FRAME[2], POINTS).round(4)
    lat = dice.uniform(FRAME[1], FRAME[3], POINTS).round(4)
    days = pd.to_datetime("1900-01-01") + pd.to_timedelta(dice.integers(0, 33_600, POINTS), unit="D")
    texts = days.strftime("%Y-%m-%d").to_numpy(dtype=object)
    lands = pd.concat([layers[key] for key in shipped().territories], ignore_index=True)

    def sjoin() -> gpd.GeoDataFrame:
        points = gpd.GeoDataFrame({"day": texts}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")
        found = gpd.sjoin(points, lands, predicate="intersects")
        ends = found["end_date"].isna() | (found["end_date"] > found["day"])
        return found[(found["start_date"] <= found["day"]) & ends]

    assert sum(map(len, geo.who_held_each(layers, lon, lat, texts))) == len(sjoin())
    times = milliseconds(lambda: geo.who_held_each(layers, lon, lat, texts), sjoin, rounds=2)
    ours, plain = (
        Sample([POINTS / ms * 1000 for ms in one.values], "points/s", higher_is_better=True) for one in times
    )
    return Row(f"`who_held_each`, {POINTS:,} points", ours, plain, "`sjoin`", most=20_000)


def _load() -> Row:
    paths = list(layer_paths().values())
    ours, plain = milliseconds(geo.load_layers, lambda: [gpd.read_file(path) for path in paths], rounds=4)
    return Row("`load_layers`, nine layers", ours, plain, "`geopandas.read_file`", most=500)
