"""Reading layers from GeoJSON and writing them back: dates stay text, lists stay lists, null stays None.

pyogrio guesses dates and turns nested objects into text, and `json` reads ten megabytes of coordinates one by
one. The build writes a feature a line with the geometry last: so a line is split there, GEOS reads each
distinct geometry once, and the nine shipped layers (10 MB) take a third of either's time (`make bench`).
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import DataFileError
from geo.frontier import DATA as DATA
from geo.frontier import Frontier, frontier_of, shipped
from geo.schema import columns_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

DECIMALS = 5
"""Decimals of a degree kept in files: about a metre."""

_GEOMETRY = ',"geometry":'
Source = str | Path | Iterable[str | Path] | None


def layer_paths(source: Source = None) -> dict[str, Path]:
    """Return the GeoJSON file of each layer, in drawing order: shipped folder, another folder, or files.

    Raises DataFileError if a path doesn't exist, or two files have the same stem.
    """
    if source is None:
        paths = [DATA / f"{key}.geojson" for key in shipped().declared]
        paths = [path for path in paths if path.exists()]
        if not paths:
            raise DataFileError("data/ holds no layers: run `python -m data.build` to make them")
    elif isinstance(source, str | Path):
        given = Path(source)
        paths = sorted(given.glob("*.geojson")) if given.is_dir() else [given]
        if not paths:
            raise DataFileError(
                f"{given} holds no *.geojson: name a folder that does, or the files themselves"
            )
    else:
        paths = [Path(one) for one in source]
    found: dict[str, Path] = {}
    for path in paths:
        if not path.is_file():
            raise DataFileError(f"{path} is not there: check the path")
        if path.stem in found:
            raise DataFileError(f"{found[path.stem]} and {path} are both layer {path.stem!r}: rename one")
        found[path.stem] = path
    order = {key: place for place, key in enumerate(_frontier_beside(found).declared)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def load_layers(source: Source = None) -> dict[str, GeoDataFrame]:
    """Load the layers as GeoDataFrames (WGS 84) by key: the shipped ones, or those of a folder or of files.

    Dates are ISO text, lists and objects are Python's, what is empty is None. Raises DataFileError.
    """
    paths = layer_paths(source)
    frontier = _frontier_beside(paths)
    return {key: read_layer(path, key=key, frontier=frontier) for key, path in paths.items()}


def _frontier_beside(paths: Mapping[str, Path]) -> Frontier:
    return frontier_of(next(iter(paths.values()), None))


def read_layer(path: str | Path, *, key: str | None = None, frontier: Frontier | None = None) -> GeoDataFrame:
    """Read one GeoJSON file as a GeoDataFrame (WGS 84); `key` names its layer, by default the file's stem.

    Raises DataFileError naming the file, and the feature that lacks an `id` or its dates.
    """
    import numpy as np
    import pandas as pd
    from geopandas import GeoDataFrame, GeoSeries

    path = Path(path)
    properties, geometries = _split(path)
    for number, row in enumerate(properties):
        missing = [name for name in ("id", "start_date") if row.get(name) in (None, "")]
        if missing:
            name = f"number {number}" if "id" in missing else row["id"]
            raise DataFileError(f"{path}: feature {name} has no {' or '.join(missing)}: add it")
        row["id"] = str(row["id"])  # QGIS and databases number their features
    names = dict.fromkeys(columns_of(key or path.stem, frontier))
    for row in properties:
        names.update(dict.fromkeys(row))
    columns: dict[str, Any] = {}
    for name in names:
        values = [row.get(name) for row in properties]
        numbers = bool(values) and all(type(one) in (int, float) for one in values)
        columns[name] = pd.Series(values, dtype=None if numbers else object)
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = geometries
    return GeoDataFrame(columns, geometry=GeoSeries(shapes, crs="EPSG:4326"))


def read_features(path: str | Path) -> list[dict[str, Any]]:
    """Return a file's features as plain JSON objects, unchecked; raises DataFileError if it isn't GeoJSON."""
    path = Path(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataFileError(f"{path} is not there: check the path") from None
    except ValueError as error:
        raise DataFileError(f"{path} is not JSON ({error}): export it again as GeoJSON") from None
    features = content.get("features") if isinstance(content, dict) else None
    if content.get("type") != "FeatureCollection" if isinstance(content, dict) else True:
        raise DataFileError(f"{path} is not a FeatureCollection: export it again as GeoJSON")
    if not isinstance(features, list):
        raise DataFileError(f"{path} has no list of features: export it again as GeoJSON")
    return features


def features_from_frame(frame: GeoDataFrame) -> list[dict[str, Any]]:
    """Return a layer's rows as GeoJSON features: right-hand rule, at most five decimals, None as null."""
    import shapely

    shapes = shapely.orient_polygons(frame.geometry.to_numpy())
    geometries = [None if text is None else json.loads(text) for text in shapely.to_geojson(shapes)]
    table = frame.drop(columns=frame.geometry.name)
    features = []
    for values, geometry in zip(table.itertuples(index=False, name=None), geometries, strict=True):
        properties = {name: plain(value) for name, value in zip(table.columns, values, strict=True)}
        if geometry is not None:
            geometry["coordinates"] = _rounded(geometry["coordinates"])
        features.append(
            {"type": "Feature", "id": properties.get("id"), "properties": properties, "geometry": geometry}
        )
    return features


def text_from_features(features: Iterable[Mapping[str, Any]]) -> str:
    """Return a FeatureCollection as text, a feature a line."""
    lines = [
        json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for item in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write_layer(frame: GeoDataFrame, path: str | Path) -> Path:
    """Write a layer as RFC 7946 GeoJSON, whole or not at all; returns the path."""
    return write_whole(path, text_from_features(features_from_frame(frame)))


def write_whole(path: str | Path, content: str | bytes) -> Path:
    """Write a file by way of a temporary one beside it, so that no reader ever sees half of it.

    Text is written as UTF-8. A symbolic link stays, the file it points to is replaced; a file that is there
    keeps its mode, a new one gets what the umask allows; what is no plain file (/dev/stdout) is written to.
    Returns the path as given. Raises OSError.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(raw)
        return Path(path)
    beside = target.with_name(f".{target.name[:200]}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(raw)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return Path(path)


def shipped_files(folder: str | Path = DATA) -> list[Path]:
    """Return the data files that the atlas is made of (layers, base map, works, names), in a fixed order."""
    folder = Path(folder)
    found = [
        path for pattern in ("*.geojson", "basemap/*.geojson", "*.json") for path in folder.glob(pattern)
    ]
    return sorted(path for path in found if path.is_file())


def digest(paths: Iterable[Path], root: str | Path) -> str:
    """Return one SHA-256 (hex) over the contents of files and their names below `root`."""
    total = sha256()
    for path in paths:
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def data_version(folder: str | Path = DATA) -> str:
    """Return the version of a data folder: ten hex digits of the hash of its files."""
    return digest(shipped_files(folder), folder)[:10]


def stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file does, its time (ns) and size (bytes): zeros for none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def plain(value: Any) -> Any:
    """Return a cell as JSON can hold it: numpy's scalars as Python's, every sort of missing as None."""
    if value is None or isinstance(value, str | list | dict | bool):
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return value
    if value != value or type(value).__name__ in ("NaTType", "NAType"):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value


def _rounded(part: Any) -> Any:
    return round(part, DECIMALS) if isinstance(part, float | int) else [_rounded(one) for one in part]


def _split(path: Path) -> tuple[list[dict[str, Any]], Sequence[Any]]:
    """Return properties and shapely geometries (None where null) of a file, by lines if it is laid out so."""
    import shapely

    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path} can't be read ({error}): check the path and that it is UTF-8") from None
    heads, shapes = _by_line(lines)
    if heads is None:
        features = read_features(path)
        heads = [item.get("properties") or {} for item in features]
        shapes = [json.dumps(item.get("geometry")) for item in features]
    texts = [None if text == "null" else text for text in shapes]
    try:
        once = dict.fromkeys(texts)  # tenures of the same land have the same geometry: it is read once
        parsed = dict(zip(once, shapely.from_geojson(list(once)), strict=True)) if once else {}
        return heads, [parsed[text] for text in texts]
    except shapely.errors.GEOSException as error:
        bad = next(row.get("id") for row, text in zip(heads, texts, strict=True) if _unreadable(text))
        raise DataFileError(
            f"{path}: the geometry of feature {bad} can't be read ({error}): redraw it"
        ) from None


def _by_line(lines: list[str]) -> tuple[list[dict[str, Any]] | None, list[str]]:
    heads: list[dict[str, Any]] = []
    shapes: list[str] = []
    while lines and not lines[-1]:
        lines.pop()
    if len(lines) < 2 or lines[0] != '{"type":"FeatureCollection","features":[' or lines[-1] != "]}":
        return None, shapes
    for line in lines[1:-1]:
        head, mark, shape = line.rstrip(",").rpartition(_GEOMETRY)
        if not line:
            continue
        if not mark or not shape.endswith("}"):
            return None, shapes
        try:
            heads.append(json.loads(head + "}")["properties"])
        except (ValueError, KeyError):
            return None, shapes
        shapes.append(shape[:-1])
    return heads, shapes


def _unreadable(text: str | None) -> bool:
    import shapely

    try:
        shapely.from_geojson(text)
    except shapely.errors.GEOSException:
        return True
    return False
