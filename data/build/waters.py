"""Rivers and lakes: chosen in waters.csv, taken from Natural Earth, shipped with their names."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import Point

from .cut import Shapes
from .names import text_or_none
from .simplify import simplify_line
from .tables import Row, split_list
from .territories import Feature
from .write import feature

DECIMALS = 4
NEAR = 0.2
"""A lake's point lies in it or this near to it, degrees."""


def _rounded(geometry: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(geometry, lambda points: np.round(points, DECIMALS))


def take_rivers(rows: list[Row], known: gpd.GeoDataFrame, frame: shapely.Polygon) -> Shapes:
    """Return the rivers of waters.csv in the frame, each merged from the Natural Earth lines of its names.

    Natural Earth's names have lost letters outside Latin-1 (`Argun? (Ergun)`): the table quotes them so.
    """
    rivers: Shapes = {}
    west, south, east, north = frame.bounds
    near = known.cx[west:east, south:north]
    for row in rows:
        if row["kind"] != "river":
            continue
        lines = near[near["name"].isin(split_list(row["natural_earth"]))]
        line = shapely.line_merge(shapely.union_all(lines.geometry.to_numpy()))
        line = simplify_line(shapely.intersection(line, frame))
        if line.is_empty:
            raise ValueError(
                f"waters.csv: {row['id']}: Natural Earth has no river named {row['natural_earth']}"
            )
        rivers[row["id"]] = _rounded(line)
    return rivers


def take_lakes(rows: list[Row], frame: gpd.GeoDataFrame) -> Shapes:
    """Return the lakes of waters.csv: the lake rows of Natural Earth's ocean file at each one's point."""
    lakes: Shapes = {}
    water = frame[frame["featurec_2"].notna()].geometry.to_numpy()
    for row in rows:
        if row["kind"] != "lake":
            continue
        distances = shapely.distance(water, Point(float(row["lon"]), float(row["lat"])))
        nearest = int(np.argmin(distances))
        if distances[nearest] > NEAR:
            raise ValueError(
                f"waters.csv: {row['id']}: no lake of Natural Earth near {row['lon']} {row['lat']}"
            )
        lakes[row["id"]] = _rounded(shapely.simplify(water[nearest], 0.01))
    return lakes


def make_waters(rows: list[Row], kind: str, shapes: Shapes) -> list[Feature]:
    """Return the features of one kind of water, in table order, with their names."""
    features = []
    for row in rows:
        if row["kind"] == kind and row["id"] in shapes:
            names = {key: text_or_none(row[key]) for key in ("name", "name_zh", "name_ru", "note")}
            features.append(feature({"id": row["id"], **names}, shapes[row["id"]]))
    return features
