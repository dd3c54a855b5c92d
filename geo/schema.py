"""What a feature of each layer must hold (fields, words, geometry), and the faults of those that don't.

`geo.check` looks at features as plain JSON objects, so that it sees what stands in the file. Every check
notes its faults and goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from geo import dates
from geo.errors import DateError
from geo.faults import Fault, Kind, feature_name
from geo.frontier import Frontier, shipped
from geo.vocabulary import BASES, CERTAINTIES, LEVELS, RAIL_STATUSES, STATUSES


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NAMES = _words("id name name_zh name_ru name_local")
_TIME = _words("start_date end_date")
_UNCERTAIN = _words("start_edtf end_edtf")
_BASIS = _words("certainty note sources")


@dataclass(frozen=True)
class LayerSchema:
    """One layer's features: how they answer a date, their fields, the words of some, their geometry."""

    rule: str
    """`as_of` (what stood that day) or `during` (what happened in that time)."""
    fields: tuple[str, ...]
    """Keys that every feature has, null if empty, in the order of the file."""
    filled: tuple[str, ...]
    """Those of the fields that must hold a value."""
    words: Mapping[str, tuple[str, ...]]
    """Vocabulary by field; null passes unless the field must be filled."""
    shapes: tuple[str, ...]
    """Geometry types allowed; "null" if it may have none."""


_POLYGONS = ("Polygon", "MultiPolygon")
_LINES = ("LineString", "MultiLineString")
_CERTAIN = {"certainty": CERTAINTIES}
_FILLED = _words("id name start_date certainty sources")
_TERRITORY = LayerSchema(
    "as_of",
    (*_NAMES, *_words("polity controller sovereign claimants status"), *_TIME, *_UNCERTAIN, *_BASIS),
    (*_FILLED, "polity", "controller", "sovereign", "status"),
    {**_CERTAIN, "status": STATUSES},
    _POLYGONS,
)
_LINE = LayerSchema(
    "as_of",
    (*_NAMES, *_words("line segment status gauge_mm owner operator length_km"), *_TIME, *_UNCERTAIN, *_BASIS),
    (*_FILLED, "line", "status"),
    {**_CERTAIN, "status": RAIL_STATUSES},
    _LINES,
)
_CLASH = LayerSchema(
    "during",
    (*_NAMES, *_words("section kind place belligerents commanders strength casualties outcome"), *_TIME,
     *_UNCERTAIN, *_BASIS),
    (*_FILLED, "end_date", "section", "kind", "belligerents"),
    _CERTAIN,
    ("Point", "MultiPoint", "null"),
)  # fmt: skip
_EVENT = LayerSchema(
    "during",
    (*_NAMES, *_words("section kind importance"), *_TIME, *_UNCERTAIN, *_BASIS),
    (*_FILLED, "end_date", "section", "kind", "importance"),
    _CERTAIN,
    ("Point", "MultiPoint", "null"),
)
_OUTLINE = LayerSchema(
    "as_of",
    (*_words("id name level basis left right"), *_TIME, *_BASIS),
    (*_FILLED, "level", "basis"),
    {**_CERTAIN, "level": LEVELS, "basis": BASES},
    _LINES,
)
KINDS: dict[str, LayerSchema] = {
    "territory": _TERRITORY,
    "line": _LINE,
    "clash": _CLASH,
    "event": _EVENT,
    "outline": _OUTLINE,
}
"""The schema of each kind of layer, without the words that are a frontier's own."""
ANY = LayerSchema(
    "as_of", (*_words("id name"), *_TIME, "sources"), _words("id name start_date sources"), {}, ()
)
"""The schema of a layer that the atlas doesn't know: dated, named, sourced."""


def schema_of(key: str, frontier: Frontier | None = None) -> LayerSchema:
    """Return the schema of a layer by its declared kind; `ANY` for a layer that isn't declared."""
    frontier = frontier or shipped()
    kind = frontier.kind_of(key)
    return _schemas(frontier)[kind] if kind else ANY


@cache
def _schemas(frontier: Frontier) -> dict[str, LayerSchema]:
    sections, operators = tuple(frontier.sections), tuple(frontier.operators)
    own = {
        "line": {"owner_key": operators, "operator_key": operators},
        "clash": {"section": sections},
        "event": {"section": sections},
    }
    return {
        kind: replace(schema, words={**schema.words, **own.get(kind, {})}) for kind, schema in KINDS.items()
    }


def columns_of(key: str, frontier: Frontier | None = None) -> tuple[str, ...]:
    """Return the fields that a layer's table has even when it is empty."""
    return schema_of(key, frontier).fields


def rule_of(key: str, frontier: Frontier | None = None) -> str:
    """Return how a layer answers a date: `as_of` or `during`."""
    return schema_of(key, frontier).rule


_MARKS = (
    ("clash", "belligerents"),
    ("event", "importance"),
    ("line", "gauge_mm"),
    ("outline", "basis"),
    ("territory", "controller"),
)
"""The kind of a feature by a field that only it has."""


def layer_from_file(
    stem: str, features: Iterable[Mapping[str, Any]] = (), frontier: Frontier | None = None
) -> str:
    """Return the layer that a file holds, by its name (`tuva`, `tuva-broken`), else by what its features are.

    Of several layers of a kind it is the last: lands are those around the frontier. What can't be told apart
    is its own stem.
    """
    frontier = frontier or shipped()
    word = stem.lower()
    for key in sorted(frontier.declared, key=len, reverse=True):
        if word == key or (word.startswith(key) and not word[len(key)].isalnum()):
            return key
    first: Mapping[str, Any] = next((f for f in features if isinstance(f, Mapping)), {})
    properties = first.get("properties") or {}
    for kind, field in _MARKS:
        if field in properties:
            return frontier.of_kind(kind)[-1] if frontier.of_kind(kind) else stem
    return stem


def field_faults(
    features: Iterable[Mapping[str, Any]],
    *,
    layer: str,
    file: str,
    sources: Collection[str] | None = None,
    frontier: Frontier | None = None,
) -> list[Fault]:
    """Return the faults of ids, fields, words, periods and sources of one layer's features."""
    schema = schema_of(layer, frontier)
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, feature in enumerate(features):
        name = feature_name(feature, number)
        properties = feature.get("properties") if isinstance(feature, Mapping) else None
        if not isinstance(properties, Mapping):
            faults.append(
                Fault(file, name, "has no properties", "write it as a GeoJSON Feature", kind=Kind.FORM)
            )
            continue
        found = [*_id_faults(feature, properties, seen.get(name))]
        seen[name] = number
        found += _value_faults(properties, schema)
        found += _period_faults(properties, included=schema.rule == "during")
        found += _source_faults(properties, sources)
        faults += [Fault(file, name, what, remedy, kind=kind) for kind, what, remedy in found]
    return faults


_Found = tuple[Kind, str, str]
"""What kind of fault, what is wrong, what mends it."""


def _id_faults(feature: Mapping[str, Any], row: Mapping[str, Any], before: int | None) -> Iterator[_Found]:
    if before is not None:
        yield Kind.ID, f"id stands twice (also at number {before})", "give each feature its own id"
    if "id" in feature and str(feature["id"]) != str(row.get("id")):
        yield Kind.ID, f"id {feature['id']!r} differs from its property", "write the same id in both"


def _value_faults(row: Mapping[str, Any], schema: LayerSchema) -> Iterator[_Found]:
    missing = [field for field in schema.fields if field not in row]
    if missing:
        yield (
            Kind.FIELD,
            f"field {', '.join(missing)} is missing",
            "add it (null where there is nothing to say)",
        )
    for field in schema.filled:
        if field in row and field not in ("sources", "start_date") and row[field] in (None, "", []):
            yield Kind.FIELD, f"{field} is empty", "fill it in"
    for field, allowed in schema.words.items():
        value = row.get(field)
        if value not in (None, "") and value not in allowed:
            yield Kind.WORD, f"{field} {value!r} is unknown", f"choose one of {', '.join(allowed)}"
    for field in ("claimants", "belligerents", "casualties", "commanders", "strength", "units"):
        if not isinstance(row.get(field), list | None):
            yield Kind.FIELD, f"{field} {row[field]!r} is not a list", "write a JSON list"
    for field, low, high in (("importance", 1, 3), ("gauge_mm", 500, 1700), ("area_km2", 0, 6e7)):
        value = row.get(field)
        if value is not None and not (isinstance(value, int | float) and low <= value <= high):
            yield Kind.FIELD, f"{field} {value!r} is not a number from {low} to {high:g}", "correct it"
    if row.get("certainty") == "low" and not row.get("note"):
        yield Kind.FIELD, "certainty is low without a reason", "say why in note"


def _period_faults(row: Mapping[str, Any], *, included: bool) -> Iterator[_Found]:
    days: dict[str, int | None] = {"start_date": None, "end_date": None}
    for field in days:
        value = row.get(field)
        if value is None and field == "end_date":
            continue
        if not isinstance(value, str) or not value:
            yield Kind.PERIOD, f"{field} {value!r} is not a date", "write an ISO day such as 1934-06-01"
        elif any(mark in value for mark in "~?%X/"):
            yield (
                Kind.PERIOD,
                f"{field} {value!r} is not an ISO date",
                f"write the EDTF in {field[:-5]}_edtf",
            )
        else:
            try:
                days[field] = dates.earliest(value)
            except DateError as error:
                yield Kind.PERIOD, f"{field}: {error}", "correct the date"
    start, end = days["start_date"], days["end_date"]
    if start is not None and end is not None and end <= start:
        yield (
            Kind.PERIOD,
            f"end_date {row['end_date']} is not after start_date {row['start_date']}",
            "the end is the first day of what follows: set it later",
        )
    for field, day in (("start_edtf", start), ("end_edtf", end)):
        if row.get(field):
            yield from _edtf_faults(row, field, day, included=included)


def _edtf_faults(row: Mapping[str, Any], field: str, day: int | None, *, included: bool) -> Iterator[_Found]:
    text = row[field]
    try:
        low, high = dates.uncertain_bounds(str(text))
    except DateError as error:
        yield Kind.EDTF, f"{field}: {error}", "correct the EDTF"
        return
    if included and field == "end_edtf":
        high = dates.next_day(high)
    if day is None or not low <= day <= high:
        dated = row.get(f"{field[:-5]}_date")
        yield Kind.EDTF, f"{field} {text!r} doesn't cover {field[:-5]}_date {dated}", "make the two agree"


def _source_faults(row: Mapping[str, Any], known: Collection[str] | None) -> Iterator[_Found]:
    cited = row.get("sources")
    if not isinstance(cited, list) or not cited:
        yield Kind.SOURCE, "sources is empty or not a list", "cite at least one work of sources.json"
        return
    claims = row.get("casualties")
    for claim in claims if isinstance(claims, list) else ():
        cited = [*cited, *((claim.get("sources") if isinstance(claim, Mapping) else None) or [])]
    for key in dict.fromkeys(map(str, cited)):
        if known is not None and key not in known:
            yield Kind.SOURCE, f"source {key!r} is unknown", "add the work to sources.json or cite another"
