"""Ten thousand made-up dated features on ragged cells that share their edges; the same every time."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

COLUMNS, ROWS = 40, 25
"""Cells of the made-up land: 1,000."""
TENURES = 8
"""Tenures of each cell: 8,000 territories."""
LINES, POINTS = 1000, 1000
WEST, SOUTH, EAST, NORTH = 68.0, 34.0, 146.0, 57.0
CORNERS = 6
"""Vertices of an edge between two cells' corners."""
POLITIES = ("qing", "roc", "prc", "ussr", "russia", "manchukuo", "japan", "mpr", "tuva", "fengtian")
FIRST, LAST = np.datetime64("1900-01-01"), np.datetime64("1992-01-01")


def made_up() -> dict[str, gpd.GeoDataFrame]:
    """Return 8,000 territories, 1,000 railways and 1,000 clashes in WGS 84, by layer key."""
    dice = np.random.default_rng(10_000)
    return {"powers": _lands(dice), "railways": _lines(dice), "clashes": _points(dice)}


def _day(number: Any) -> str:
    return str(FIRST + np.timedelta64(int(number), "D"))


def _row(name: str, start: str, end: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "name": name, "start_date": start, "end_date": end, "certainty": "high",
        "sources": ["made-up"],
    } | more  # fmt: skip


def _edges(dice: np.random.Generator) -> tuple[np.ndarray, dict[tuple[str, int, int], np.ndarray]]:
    """Return the corners (rows + 1, columns + 1, 2) and the ragged edge that starts at each, by direction."""
    lon, lat = np.meshgrid(np.linspace(WEST, EAST, COLUMNS + 1), np.linspace(SOUTH, NORTH, ROWS + 1))
    corners = np.stack([lon, lat], axis=-1) + dice.uniform(-0.25, 0.25, (ROWS + 1, COLUMNS + 1, 2))
    edges = {}
    for row in range(ROWS + 1):
        for column in range(COLUMNS + 1):
            for way, (up, right) in {"east": (0, 1), "north": (1, 0)}.items():
                if row + up <= ROWS and column + right <= COLUMNS:
                    part = np.linspace(corners[row, column], corners[row + up, column + right], CORNERS + 2)
                    part[1:-1] += dice.uniform(-0.06, 0.06, (CORNERS, 2))
                    edges[way, row, column] = part.round(4)
    return corners, edges


def _lands(dice: np.random.Generator) -> gpd.GeoDataFrame:
    _, edges = _edges(dice)
    rows, shapes = [], []
    for row in range(ROWS):
        for column in range(COLUMNS):
            ring = np.concatenate([
                edges["east", row, column], edges["north", row, column + 1],
                edges["east", row + 1, column][::-1], edges["north", row, column][::-1],
            ])  # fmt: skip
            shape = shapely.Polygon(ring)
            days = [0, *sorted(dice.integers(365, 33_500, TENURES - 1).tolist()), 33_603]
            for number, (start, end) in enumerate(pairwise(days)):
                polity = str(dice.choice(POLITIES))
                rows.append(
                    _row(
                        f"cell-{row}-{column}-{number}", _day(start), _day(max(end, start + 1)),
                        polity=polity, controller_key=polity, sovereign_key=polity, controller=polity,
                        sovereign=polity, status="province", area_km2=9000.0,
                    )
                )  # fmt: skip
                shapes.append(shape)
    return _frame(rows, shapes)


def _lines(dice: np.random.Generator) -> gpd.GeoDataFrame:
    rows, shapes = [], []
    for number in range(LINES):
        begin = dice.uniform((WEST, SOUTH), (EAST - 4, NORTH - 2))
        steps = dice.uniform((0.02, -0.1), (0.4, 0.2), (11, 2))
        shapes.append(shapely.LineString(np.vstack([begin, begin + steps.cumsum(axis=0)]).round(4)))
        start = dice.integers(0, 30_000)
        rows.append(
            _row(
                f"line-{number}", _day(start), _day(start + dice.integers(1000, 20_000)), line=f"line-{number}",
                status="open", operator_key="china", owner_key="china", gauge_mm=1435,
            )
        )  # fmt: skip
    return _frame(rows, shapes)


def _points(dice: np.random.Generator) -> gpd.GeoDataFrame:
    rows, shapes = [], []
    for number in range(POINTS):
        start = dice.integers(0, 33_500)
        rows.append(
            _row(
                f"clash-{number}", _day(start), _day(start + dice.integers(1, 40)), section="split",
                kind="battle", killed_max=int(dice.integers(1, 5000)),
            )
        )  # fmt: skip
        shapes.append(shapely.Point(dice.uniform((WEST, SOUTH), (EAST, NORTH)).round(4)))
    return _frame(rows, shapes)


def _frame(rows: list[dict[str, Any]], shapes: list[Any]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")
