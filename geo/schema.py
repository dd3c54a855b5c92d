"""What a feature of each layer must hold (fields, words, geometry), and the faults of those that don't.

`python -m geo check` and `validate` look at features as plain JSON objects, so that they see what stands in
the file. Every check notes its faults and goes on; `validate` raises once, with all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from geo import dates
from geo.errors import DateError, SchemaError

TERRITORIES = ("manchuria", "xinjiang", "mongolia", "tuva", "powers")
"""Layers whose features hold land."""
CERTAINTIES = ("high", "medium", "low")
VIEWPOINTS = ("beijing", "moscow", "nanking", "tokyo", "ulaanbaatar")
STATUSES = (
    "sovereign", "province", "autonomous", "dependency", "protectorate", "satellite", "puppet", "occupied",
    "leased", "contested", "insurgent", "union-republic", "colony",
)  # fmt: skip
RAIL_STATUSES = ("construction", "open", "closed", "dismantled")
SECTIONS = (
    "comparison", "civil-war-mongolia", "kmt-ccp", "conflict-1929", "invasion-xinjiang", "xinjiang-1937",
    "second-world-war", "victory-1945", "ili-rebellion", "beitashan", "prc", "split", "post-mao",
    "dissolution", "context",
)  # fmt: skip
BASES = ("demarcated", "treaty", "approximate", "front")
LEVELS = ("state", "regime", "claim")
RAIL_KEYS = (
    "russia", "soviet", "china", "china-joint", "japan", "manchukuo", "mongolia-joint", "private",
    "contested",
)  # fmt: skip


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
_RAILWAY = LayerSchema(
    "as_of",
    (*_NAMES, *_words("line segment status gauge_mm owner operator length_km"), *_TIME, *_UNCERTAIN, *_BASIS),
    (*_FILLED, "line", "status"),
    {**_CERTAIN, "status": RAIL_STATUSES, "owner_key": RAIL_KEYS, "operator_key": RAIL_KEYS},
    _LINES,
)
_CLASH = LayerSchema(
    "during",
    (*_NAMES, *_words("section kind place belligerents commanders strength casualties outcome"), *_TIME,
     *_UNCERTAIN, *_BASIS),
    (*_FILLED, "end_date", "section", "kind", "belligerents"),
    {**_CERTAIN, "section": SECTIONS},
    ("Point", "MultiPoint", "null"),
)  # fmt: skip
_EVENT = LayerSchema(
    "during",
    (*_NAMES, *_words("section kind importance"), *_TIME, *_UNCERTAIN, *_BASIS),
    (*_FILLED, "end_date", "section", "kind", "importance"),
    {**_CERTAIN, "section": SECTIONS},
    ("Point", "MultiPoint", "null"),
)
_BORDER = LayerSchema(
    "as_of",
    (*_words("id name level basis left right"), *_TIME, *_BASIS),
    (*_FILLED, "level", "basis"),
    {**_CERTAIN, "level": LEVELS, "basis": BASES},
    _LINES,
)
LAYERS: dict[str, LayerSchema] = {
    **dict.fromkeys(TERRITORIES, _TERRITORY),
    "railways": _RAILWAY,
    "clashes": _CLASH,
    "events": _EVENT,
    "borders": _BORDER,
}
"""The schema of each shipped layer, in drawing order."""
ANY = LayerSchema(
    "as_of", (*_words("id name"), *_TIME, "sources"), _words("id name start_date sources"), {}, ()
)
"""The schema of a layer that the atlas doesn't know: dated, named, sourced."""


class Fault(NamedTuple):
    """One thing wrong: in which file, at which feature, what, and how to mend it."""

    file: str
    feature: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        return f"{self.file}: {self.feature}: {self.what}; {self.remedy}"


def columns_of(key: str) -> tuple[str, ...]:
    """Return the fields that a layer's table has even when it is empty."""
    return LAYERS[key].fields if key in LAYERS else ANY.fields


def rule_of(key: str) -> str:
    """Return how a layer answers a date: `as_of` or `during`."""
    return LAYERS.get(key, ANY).rule


def layer_from_file(stem: str, features: Iterable[Mapping[str, Any]] = ()) -> str:
    """Return the layer that a file holds, by its name (`tuva`, `tuva-broken`), else by what its features are.

    A file of polygons with a controller is `powers`; what can't be told apart is its own stem.
    """
    word = stem.lower()
    for key in LAYERS:
        if word == key or (word.startswith(key) and not word[len(key)].isalnum()):
            return key
    first: Mapping[str, Any] = next((f for f in features if isinstance(f, Mapping)), {})
    properties = first.get("properties") or {}
    for key, field in (
        ("clashes", "belligerents"),
        ("events", "importance"),
        ("railways", "gauge_mm"),
        ("borders", "basis"),
        ("powers", "controller"),
    ):
        if field in properties:
            return key
    return stem


def validate(
    features: Iterable[Mapping[str, Any]],
    *,
    layer: str,
    file: str = "",
    sources: Collection[str] | None = None,
) -> None:
    """Check the features of one layer against its schema and geometry rules; `sources` = known work ids.

    Raises SchemaError once, with every fault found.
    """
    from geo.shapes import shape_faults

    listed = list(features)
    name = file or f"{layer}.geojson"
    faults = [*field_faults(listed, layer=layer, file=name, sources=sources)]
    faults += shape_faults(listed, file=name, allowed=LAYERS.get(layer, ANY).shapes)
    if faults:
        raise SchemaError(faults)


def feature_name(feature: Any, number: int) -> str:
    """Return a feature's id for a message, its place in the file if it has none."""
    if isinstance(feature, Mapping):
        properties = feature.get("properties")
        found = properties.get("id") if isinstance(properties, Mapping) else None
        found = found or feature.get("id")
        if found:
            return str(found)
    return f"feature number {number}"


def field_faults(
    features: Iterable[Mapping[str, Any]], *, layer: str, file: str, sources: Collection[str] | None = None
) -> list[Fault]:
    """Return the faults of ids, fields, words, periods and sources of one layer's features."""
    schema = LAYERS.get(layer, ANY)
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, feature in enumerate(features):
        name = feature_name(feature, number)
        properties = feature.get("properties") if isinstance(feature, Mapping) else None
        if not isinstance(properties, Mapping):
            faults.append(Fault(file, name, "has no properties", "write it as a GeoJSON Feature"))
            continue
        found: list[tuple[str, str]] = []
        if name in seen:
            found.append((f"id stands twice (also at number {seen[name]})", "give each feature its own id"))
        seen[name] = number
        if "id" in feature and feature["id"] != properties.get("id"):
            found.append((f"id {feature['id']!r} differs from its property", "write the same id in both"))
        found += _value_faults(properties, schema)
        found += _period_faults(properties, included=schema.rule == "during")
        found += _source_faults(properties, sources)
        faults += [Fault(file, name, what, remedy) for what, remedy in found]
    return faults


def _value_faults(row: Mapping[str, Any], schema: LayerSchema) -> list[tuple[str, str]]:
    found = []
    missing = [field for field in schema.fields if field not in row]
    if missing:
        found.append(
            (f"field {', '.join(missing)} is missing", "add it (null where there is nothing to say)")
        )
    for field in schema.filled:
        if field in row and field not in ("sources", "start_date") and row[field] in (None, "", []):
            found.append((f"{field} is empty", "fill it in"))
    for field, allowed in schema.words.items():
        value = row.get(field)
        if value not in (None, "") and value not in allowed:
            found.append((f"{field} {value!r} is unknown", f"choose one of {', '.join(allowed)}"))
    for field in ("claimants", "belligerents", "casualties", "commanders", "strength", "units"):
        if not isinstance(row.get(field), list | None):
            found.append((f"{field} {row[field]!r} is not a list", "write a JSON list"))
    for field, low, high in (("importance", 1, 3), ("gauge_mm", 500, 1700), ("area_km2", 0, 6e7)):
        value = row.get(field)
        if value is not None and not (isinstance(value, int | float) and low <= value <= high):
            found.append((f"{field} {value!r} is not a number from {low} to {high:g}", "correct it"))
    if row.get("certainty") == "low" and not row.get("note"):
        found.append(("certainty is low without a reason", "say why in note"))
    return found


def _period_faults(row: Mapping[str, Any], *, included: bool) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    days: dict[str, int | None] = {}
    for field in ("start_date", "end_date"):
        value = row.get(field)
        days[field] = None
        if value is None and field == "end_date":
            continue
        if not isinstance(value, str) or not value:
            found.append((f"{field} {value!r} is not a date", "write an ISO day such as 1934-06-01"))
            continue
        if any(mark in value for mark in "~?%X/"):
            found.append((f"{field} {value!r} is not an ISO date", f"write the EDTF in {field[:-5]}_edtf"))
            continue
        try:
            days[field] = dates.earliest(value)
        except DateError as error:
            found.append((f"{field}: {error}", "correct the date"))
    start, end = days["start_date"], days["end_date"]
    if start is not None and end is not None and end <= start:
        found.append((
            f"end_date {row['end_date']} is not after start_date {row['start_date']}",
            "the end is the first day of what follows: set it later",
        ))  # fmt: skip
    for field, day in (("start_edtf", start), ("end_edtf", end)):
        text = row.get(field)
        if not text:
            continue
        try:
            low, high = dates.uncertain_bounds(str(text))
        except DateError as error:
            found.append((f"{field}: {error}", "correct the EDTF"))
            continue
        if included and field == "end_edtf":
            high = dates.next_day(high)
        if day is None or not low <= day <= high:
            dated = row.get(f"{field[:-5]}_date")
            found.append((f"{field} {text!r} doesn't cover {field[:-5]}_date {dated}", "make the two agree"))
    return found


def _source_faults(row: Mapping[str, Any], known: Collection[str] | None) -> list[tuple[str, str]]:
    cited = row.get("sources")
    if not isinstance(cited, list) or not cited:
        return [("sources is empty or not a list", "cite at least one work of sources.json")]
    claims = row.get("casualties")
    for claim in claims if isinstance(claims, list) else ():
        cited = [*cited, *((claim.get("sources") if isinstance(claim, Mapping) else None) or [])]
    if known is None:
        return []
    return [
        (f"source {key!r} is unknown", "add the work to sources.json or cite another")
        for key in dict.fromkeys(map(str, cited))
        if key not in known
    ]
