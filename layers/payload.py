"""The page's data: dated features, shared arcs, names, sources, in the form that `layers/web` reads.

Geometry is WGS 84 degrees on the grid of `layers.arcs`; dates are integers YYYYMMDD, ends exclusive.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import shapely

from geo import dates
from geo.citations import view_forms
from geo.files import data_version, plain
from geo.frontier import Frontier, shipped
from geo.index import index_of
from geo.year import years_in_brief
from layers import gazetteer, years
from layers.arcs import Topology, topology_from_geometries
from layers.basemap import base_shapes, basemaps
from layers.label import label_point
from layers.references import places_cited, works_used
from layers.registry import Layer
from layers.words import words_from_edtf

_NAMES = (("name", "en"), ("name_zh", "zh"), ("name_ru", "ru"), ("name_local", "local"))
_NESTED = ("claimants", "sources", "units", "belligerents", "commanders", "strength", "casualties")
# Fields that stay with their feature, being its own or short.
_OWN = {"id", "start", "end"}
_POINTER = 3
# Fields that reach the page in another form: names by language, integer dates, holders by their keys.
_ELSEWHERE = {"start_date", "end_date", "units", "controller", "sovereign", *(field for field, _ in _NAMES)}
_POLITY_FIELDS = ("polity", "controller_key", "sovereign_key")


def payload_from_layers(
    frames: Mapping[str, Any],
    declarations: Iterable[Layer],
    *,
    span: tuple[int, int],
    title: str | None = None,
    note: str | None = None,
    tiles: bool = False,
    tour: list[dict[str, Any]] | None = None,
    frontier: Frontier | None = None,
) -> dict[str, Any]:
    """Return the page's data for some layers (GeoDataFrames in WGS 84 by key) and a span of years.

    `tour` is a list of chapters as `layers.tour` reads them; the frontier's own by default.
    """
    frontier = frontier or shipped()
    drawn = [layer for layer in declarations if layer.key in frames]
    days = dates.years(*span)
    rows = {layer.key: _rows_within(frames[layer.key], days) for layer in drawn}
    base = base_shapes(frontier.folder)
    topology, features, base_map = _drawn(drawn, rows, base, frontier)
    base_map["towns"] = gazetteer.towns_of(frontier)
    base_map["waters"] = gazetteer.waters_of(frontier)
    every = [feature for listed in features.values() for feature in listed]
    brought = years_in_brief({layer.key: frames[layer.key] for layer in drawn}, span, frontier=frontier)
    chapters = _tour(days, set(features), gazetteer.tour_of(frontier) if tour is None else tour)
    places = {feature["id"]: place for place, feature in enumerate(every)}
    towns = {town["id"]: place for place, town in enumerate(base_map["towns"])}
    version = data_version(frontier.folder)
    return {
        "title": title or frontier.title.en,
        "note": note or "",
        "version": version,
        "cite": {"title": title or frontier.title.en, "version": version, "forms": view_forms()},
        "span": list(span),
        "begins": frontier.days.start,
        "date": _first_date(frontier, span),
        "view": asdict(frontier.view),
        "bounds": asdict(frontier.bounds),
        "about": [asdict(paragraph) for paragraph in frontier.about],
        "examples": {key: asdict(sentence) for key, sentence in frontier.examples.items()},
        "viewpoints": {key: asdict(title) for key, title in frontier.viewpoints.items()},
        "groups": {key: asdict(title) for key, title in frontier.groups.items()},
        "comparisons": [
            asdict(pair)
            for pair in frontier.comparisons
            if days.contains(dates.earliest(pair.then)) and days.contains(dates.earliest(pair.now))
        ],
        "topology": topology.coded(),
        "layers": [layer.payload() for layer in drawn],
        "features": features,
        "years": years.coded(brought, places, towns),
        "polities": _polities_used(every, years.polities_in(brought), frontier),
        "operators": {key: asdict(operator) for key, operator in frontier.operators.items()},
        "base": base_map,
        "basemaps": basemaps() if tiles else [],
        "sources": works_used(_works_cited([*every, *chapters]), frontier),
        "places_cited": places_cited((feature["id"] for feature in every), frontier),
        "folding": gazetteer.folding_of(frontier),
        "tour": chapters,
    }


def _drawn(
    drawn: list[Layer],
    rows: dict[str, list[dict[str, Any]]],
    base: Mapping[str, list[Any]],
    frontier: Frontier,
) -> tuple[Topology, dict[str, list[dict[str, Any]]], dict[str, Any]]:
    """Return the arcs of all that is drawn, the features by layer and the base map by part, in those arcs."""
    lying = [row["geometry"] for layer in drawn if layer.geometry != "point" for row in rows[layer.key]]
    topology, shapes = topology_from_geometries(
        [*lying, *(one for listed in base.values() for one in listed)]
    )
    walk = iter(shapes)
    features = {
        layer.key: [
            _feature(row, layer, frontier, next(walk) if layer.geometry != "point" else None)
            for row in rows[layer.key]
        ]
        for layer in drawn
    }
    base_map: dict[str, Any] = {}
    for key, listed in base.items():
        found = [next(walk) for _ in listed]
        base_map[key] = [part for shape in found if shape for part in shape]
    return topology, features, base_map


def json_from_payload(payload: dict[str, Any]) -> str:
    """Return the payload as JSON, shared values once."""
    return json.dumps(_with_shared_texts(payload), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def packed_from_payload(payload: dict[str, Any]) -> str:
    """Return the payload as the page carries it: its JSON deflated (zlib), in base64.

    So it takes less than half of its bytes, and nothing of it can become markup.
    """
    return base64.b64encode(zlib.compress(json_from_payload(payload).encode(), 9)).decode("ascii")


def _with_shared_texts(payload: dict[str, Any]) -> dict[str, Any]:
    """Return the payload with `texts`: the values of columns whose features share them, each once.

    Outlines, names, notes, owners, sources: half of the page would otherwise stand in it several times.
    """
    columns = {key: _columns_of(listed) for key, listed in payload["features"].items()}
    shared = {key: _shared_columns(listed, columns[key]) for key, listed in payload["features"].items()}
    count: Counter[str] = Counter()
    values: dict[str, Any] = {}
    for key, listed in payload["features"].items():
        for feature in listed:
            for field in shared[key] & feature.keys():
                coded = _coded(feature[field])
                count[coded] += 1
                values[coded] = feature[field]
    order = sorted(count, key=lambda coded: (-count[coded], coded))
    index = {coded: number for number, coded in enumerate(order)}
    tables = {
        key: _table_from_features(listed, columns[key], shared[key], index)
        for key, listed in payload["features"].items()
    }
    return {**payload, "features": tables, "texts": [values[coded] for coded in order]}


def _columns_of(listed: list[dict[str, Any]]) -> list[str]:
    """Return the fields of some features, those that most have first."""
    count = Counter(field for feature in listed for field in feature)
    return sorted(count, key=lambda field: (-count[field], field))


def _shared_columns(listed: list[dict[str, Any]], columns: list[str]) -> set[str]:
    """Return the fields whose values are shorter by their place in a list of the different ones."""
    found = set()
    for field in columns:
        coded = [_coded(feature[field]) for feature in listed if field in feature]
        once = sum(len(value) + 1 for value in set(coded))
        if field not in _OWN and once + _POINTER * len(coded) < sum(map(len, coded)):
            found.add(field)
    return found


def _table_from_features(
    listed: list[dict[str, Any]], columns: list[str], shared: set[str], index: dict[str, int]
) -> dict[str, Any]:
    """Return features as a table, each field's name once: null, or a short row, is "not there".

    The cells of the `shared` columns are places in the payload's `texts`.
    """
    rows = []
    for feature in listed:
        row = [
            index[_coded(feature[field])] if field in shared and field in feature else feature.get(field)
            for field in columns
        ]
        while row and row[-1] is None:
            row.pop()
        rows.append(row)
    return {"columns": columns, "shared": [field for field in columns if field in shared], "rows": rows}


def _coded(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows_within(frame: Any, days: dates.Span) -> list[dict[str, Any]]:
    """Return a frame's rows that touch the span, as plain values, in a fixed order."""
    index = index_of(frame)
    within = index.touching(days)
    columns = [column for column in frame.columns if column != frame.geometry.name]
    table = frame[columns].take(within).itertuples(index=False, name=None)
    rows = []
    for number, values in zip(within.tolist(), table, strict=True):
        row = {column: _cell(value, column) for column, value in zip(columns, values, strict=True)}
        row["start"], row["end"] = int(index.start[number]), int(index.end[number])
        shape = frame.geometry.iat[number]
        row["geometry"] = None if shape is None or shape.is_empty else shape
        rows.append(row)
    return sorted(rows, key=lambda row: (row["start"], row["id"]))


def _cell(value: Any, column: str = "") -> Any:
    """Return a cell as the page takes it: nothing empty, nested values decoded, whole numbers as such."""
    value = plain(value)
    if value in ("", []):
        return None
    if isinstance(value, str) and column in _NESTED and value[0] in "[{":
        value = json.loads(value)
    return int(value) if isinstance(value, float) and value.is_integer() else _filled(value)


def _filled(value: Any) -> Any:
    """Return nested values without the cells that are empty: "not there" says the same in less."""
    if isinstance(value, list):
        return [_filled(part) for part in value]
    if isinstance(value, dict):
        return {key: part for key, part in value.items() if part is not None}
    return value


def _feature(row: dict[str, Any], layer: Layer, frontier: Frontier, shape: Any) -> dict[str, Any]:
    feature: dict[str, Any] = {"id": row["id"], "start": row["start"], "end": row["end"]}
    for end in ("start", "end"):
        if row.get(f"{end}_edtf"):
            feature[f"{end}_range"] = list(dates.uncertain_bounds(row[f"{end}_edtf"]))
            feature[f"{end}_words"] = words_from_edtf(row[f"{end}_edtf"])
    if shape:
        feature[layer.geometry] = shape
    elif layer.geometry == "point" and row["geometry"] is not None:
        point = row["geometry"]
        point = point if point.geom_type == "Point" else shapely.point_on_surface(point)
        feature["point"] = [round(point.x, 3), round(point.y, 3)]
    feature["names"] = {lang: row[field] for field, lang in _NAMES if row.get(field)}
    for field in layer.properties:
        value = row.get(field)
        seen_as_by_treaty = field in frontier.views and value == row.get("sovereign_key")
        if field in _ELSEWHERE or value is None or seen_as_by_treaty:
            continue
        feature["area" if field == "area_km2" else field] = (
            round(value, 1) if isinstance(value, float) else value
        )
    if layer.kind == "territory" and row["geometry"] is not None:
        feature["label"] = label_point(row["geometry"])
    return feature


def _polities_used(features: list[dict[str, Any]], used: set[str], frontier: Frontier) -> dict[str, Any]:
    """Return the polities that features name, with those of `used`."""
    used = set(used)
    fields = (*_POLITY_FIELDS, *frontier.views)
    for feature in features:
        used.update(feature[field] for field in fields if feature.get(field))
        used.update(feature.get("claimants") or [])
    return {key: polity for key, polity in gazetteer.polities_of(frontier).items() if key in used}


def _works_cited(things: Iterable[Mapping[str, Any]]) -> set[str]:
    cited: set[str] = set()
    for thing in things:
        cited.update(thing.get("sources") or [])
        for claim in thing.get("casualties") or []:
            cited.update(claim.get("sources") or [])
    return cited


def _first_date(frontier: Frontier, span: tuple[int, int]) -> str:
    """Return the frontier's first date, or the year of the span that is nearest to it."""
    year = dates.year_of(dates.earliest(frontier.date))
    return frontier.date if span[0] <= year <= span[1] else str(min(max(year, span[0]), span[1]))


def _tour(days: dates.Span, keys: set[str], tour: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the chapters of a tour that fall in the span and show layers that are here."""
    return [
        chapter
        for chapter in tour
        if days.contains(dates.earliest(chapter["date"])) and set(chapter.get("layers") or keys) & keys
    ]
