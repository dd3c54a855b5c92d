"""Every fault of data files: fields, periods, sources, geometry, two holders of a place, land without one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from geo import coverage, dates, files
from geo.errors import DataFileError, SchemaError
from geo.faults import Fault, Kind, feature_name
from geo.frontier import Frontier, frontier_of, shipped
from geo.schema import field_faults, layer_from_file, schema_of
from geo.shapes import shape_faults
from geo.works import read_sources

_NOT_COMPARED = {Kind.FORM, Kind.SHAPE, Kind.PERIOD}
"""Faults that leave a feature without land or time of its own."""


def validate(
    features: Iterable[Mapping[str, Any]],
    *,
    layer: str,
    file: str = "",
    sources: Collection[str] | None = None,
    frontier: Frontier | None = None,
) -> None:
    """Check the features of one layer against its schema and geometry rules; `sources` = known work ids.

    Raises SchemaError once, with every fault found.
    """
    faults = _feature_faults(
        list(features), layer, file or f"{layer}.geojson", sources, frontier or shipped()
    )
    if faults:
        raise SchemaError(faults)


def check_files(
    paths: Iterable[str | Path] | None = None, *, sources: str | Path | None = None
) -> list[Fault]:
    """Return every fault of GeoJSON files (of a folder: its *.geojson), the shipped layers by default.

    `sources` is the CSL-JSON file that citations must stand in; by default the `sources.json` beside each
    file, else the shipped one; the frontier likewise. Ids must differ over all files given, and no two
    territories may overlap. Raises DataFileError for a folder without any.
    """
    given = _files(paths)
    faults: list[Fault] = []
    territories: dict[str, list[dict[str, Any]]] = {}
    where: dict[str, tuple[str, str]] = {}
    for path in given:
        name = path.as_posix() if paths is not None else f"data/{path.name}"
        try:
            frontier = frontier_of(path)
            features = files.read_features(path)
            known = set(read_sources(sources or _sources_beside(path)))
        except DataFileError as error:
            what, remedy = str(error), "nothing else was checked in it"
            faults.append(Fault(name, "the file", what, remedy, kind=Kind.FILE))
            continue
        layer = layer_from_file(path.stem, features, frontier)
        own = _feature_faults(features, layer, name, known, frontier)
        faults += sorted(own, key=lambda fault: fault.feature)
        faults += _ids_elsewhere(features, layer, name, where)
        if layer in frontier.territories:
            territories[name] = _sound(features, own)
    return faults + _land_faults(territories, whole=paths is None)


def _files(paths: Iterable[str | Path] | None) -> list[Path]:
    if paths is None:
        return list(files.layer_paths().values())
    found: list[Path] = []
    for path in map(Path, paths):
        found += files.layer_paths(path).values() if path.is_dir() else [path]
    return found


def _feature_faults(
    features: list[Any], layer: str, file: str, sources: Collection[str] | None, frontier: Frontier
) -> list[Fault]:
    allowed = schema_of(layer, frontier).shapes
    return [
        *field_faults(features, layer=layer, file=file, sources=sources, frontier=frontier),
        *shape_faults(features, file=file, allowed=allowed),
    ]


def _sources_beside(path: Path) -> Path:
    beside = path.parent / "sources.json"
    return beside if beside.is_file() else files.DATA / "sources.json"


def _ids_elsewhere(
    features: list[Any], layer: str, file: str, where: dict[str, tuple[str, str]]
) -> list[Fault]:
    """Return the ids that a file of another layer has too: `geo cite` finds a feature by its id alone."""
    faults = []
    for number, feature in enumerate(features):
        name = feature_name(feature, number)
        if name in where and where[name] != (layer, file):
            what = f"id also stands in {where[name][1]}"
            faults.append(Fault(file, name, what, "give one another id", kind=Kind.ID))
        where.setdefault(name, (layer, file))
    return faults


def _sound(features: list[Any], faults: list[Fault]) -> list[dict[str, Any]]:
    """Return the features whose land and time can be compared: those without a fault of shape or period."""
    bad = {fault.feature for fault in faults if fault.kind in _NOT_COMPARED}
    return [item for number, item in enumerate(features) if feature_name(item, number) not in bad]


def _land_faults(territories: dict[str, list[dict[str, Any]]], *, whole: bool) -> list[Fault]:
    frames = {file: _frame(features) for file, features in territories.items() if features}
    faults = []
    for over in coverage.overlaps(frames):
        other = over.other_id if over.layer == over.other_layer else f"{over.other_id} of {over.other_layer}"
        what = f"overlaps {other} by {over.area_km2:g} km2 {_said(over.span)}"
        remedy = "end one before the other, or cut the land between them"
        faults.append(Fault(over.layer, over.id, what, remedy, kind=Kind.OVERLAP))
    home = {
        unit: file
        for file, features in territories.items()
        for feature in features
        for unit in feature["properties"].get("units") or ()
    }
    for gap in coverage.unit_gaps(frames):
        if gap.holders:
            what = f"is held by {' and '.join(gap.holders)} {_said(gap.span)}"
            remedy, kind = "end one where the other begins", Kind.OVERLAP
        elif whole:
            what = f"has no holder {_said(gap.span)}"
            remedy, kind = "add the tenure that is missing", Kind.GAP
        else:
            continue
        faults.append(Fault(home[gap.unit], f"unit {gap.unit}", what, remedy, kind=kind))
    return faults


def _said(span: dates.Span) -> str:
    end = dates.iso_from_number(span.end)
    return (
        f"from {dates.iso_from_number(span.start)} to {end}"
        if end
        else (f"from {dates.iso_from_number(span.start)} on")
    )


def _frame(features: list[dict[str, Any]]) -> Any:
    import shapely
    from geopandas import GeoDataFrame

    rows = [item["properties"] for item in features]
    columns = {name: [row.get(name) for row in rows] for name in ("id", "start_date", "end_date", "units")}
    shapes = shapely.from_geojson([json.dumps(item["geometry"]) for item in features])
    return GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")
