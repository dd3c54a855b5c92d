"""The coverage of the land: places with two holders on a day, units without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from geo import dates
from geo.frontier import shipped
from geo.index import index_of
from geo.measure import area_km2

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

TOLERANCE_KM2 = 1.0
"""Overlap that is let pass, square kilometres."""


class Overlap(NamedTuple):
    """Two features that hold the same land at the same time."""

    layer: str
    id: str
    other_layer: str
    other_id: str
    area_km2: float
    span: dates.Span


class Gap(NamedTuple):
    """A unit without a holder, or with two (`holders`), in a span."""

    unit: str
    span: dates.Span
    holders: tuple[str, ...]


def overlaps(layers: Mapping[str, GeoDataFrame], *, tolerance: float = TOLERANCE_KM2) -> list[Overlap]:
    """Return the pairs of features, of all layers given, that hold more than `tolerance` km2 in common.

    Only pairs whose periods share a day count. Geometries must be valid.
    """
    keys, ids, shapes, starts, ends = [], [], [], [], []
    for key, frame in layers.items():
        index = index_of(frame)
        keys += [key] * len(frame)
        ids += frame["id"].tolist()
        shapes += frame.geometry.tolist()
        starts.append(index.start)
        ends.append(index.end)
    if not shapes:
        return []
    polygons = np.array(shapes, dtype=object)
    start, end = np.concatenate(starts), np.concatenate(ends)
    shapely.prepare(polygons)
    one, other = shapely.STRtree(polygons).query(polygons)
    then = (one < other) & (start[one] < end[other]) & (start[other] < end[one])
    one, other = one[then], other[then]
    meet = shapely.relate_pattern(polygons[one], polygons[other], "T********")
    shared: dict[tuple[bytes, bytes], float] = {}
    found = []
    for a, b in zip(one[meet].tolist(), other[meet].tolist(), strict=True):
        pair = (polygons[a].wkb, polygons[b].wkb)
        if pair not in shared:
            common = shapely.intersection(polygons[a], polygons[b])
            shared[pair] = sum(area_km2(p) for p in shapely.get_parts(common) if "Polygon" in p.geom_type)
        if shared[pair] > tolerance:
            span = dates.Span(int(max(start[a], start[b])), int(min(end[a], end[b])))
            found.append(Overlap(keys[a], ids[a], keys[b], ids[b], round(shared[pair], 1), span))
    return found


def unit_gaps(
    layers: Mapping[str, GeoDataFrame], *, span: tuple[int, int] | None = None, units: Iterable[str] = ()
) -> list[Gap]:
    """Return each stretch of days in `span` on which a unit has no holder, or more than one.

    The span is that of the shipped frontier if none is given. Units are those the features name in `units`,
    and those given.
    """
    span = span or shipped().days
    held: dict[str, list[tuple[int, int, str]]] = {unit: [] for unit in units}
    for frame in layers.values():
        if "units" not in frame:
            continue
        index = index_of(frame)
        periods = zip(index.start.tolist(), index.end.tolist(), frame["id"], frame["units"], strict=True)
        for start, end, name, names in periods:
            for unit in names or ():
                held.setdefault(unit, []).append((start, end, name))
    return [gap for unit in sorted(held) for gap in _unit_gaps(unit, held[unit], span)]


def _unit_gaps(unit: str, held: list[tuple[int, int, str]], span: tuple[int, int]) -> list[Gap]:
    found: list[Gap] = []
    bounds = {day for start, end, _ in held for day in (start, end) if span[0] < day < span[1]}
    days = sorted({span[0], span[1], *bounds})
    for first, last in pairwise(days):
        holders = tuple(name for start, end, name in held if dates.Span(start, end).contains(first))
        if len(holders) == 1:
            continue
        if found and found[-1].span.end == first and found[-1].holders == holders:
            found[-1] = Gap(unit, dates.Span(found[-1].span.start, last), holders)
        else:
            found.append(Gap(unit, dates.Span(first, last), holders))
    return found
