"""Made-up features that keep the schema, and a file of them."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

Feature = dict[str, Any]


def square(west: float, south: float, size: float = 1.0) -> dict[str, Any]:
    """Return a square polygon (degrees), its outer ring counter-clockwise."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def territory(name: str, geometry: dict[str, Any], start: str, end: str | None, **more: Any) -> Feature:
    """Return a made-up territory that keeps the schema."""
    row = {
        "id": name, "name": name.title(), "name_zh": "東", "name_ru": "Восток", "name_local": None,
        "polity": "qing",
        "controller": "Qing Empire", "sovereign": "Qing Empire", "claimants": [], "status": "province",
        "start_date": start, "end_date": end, "start_edtf": None, "end_edtf": None, "certainty": "high",
        "note": None, "sources": ["work-one"], "units": [name.split("-")[0]],
    } | more  # fmt: skip
    return {"type": "Feature", "id": name, "properties": row, "geometry": geometry}


def clash(name: str, start: str, end: str, point: tuple[float, float] | None) -> Feature:
    """Return a made-up clash that keeps the schema."""
    row = {
        "id": name, "name": name.title(), "name_zh": None, "name_ru": None, "name_local": None,
        "section": "conflict-1929", "kind": "battle", "place": "A ford",
        "belligerents": [{"side": "a", "name": "A"}, {"side": "b", "name": "B"}], "commanders": [],
        "strength": [],
        "casualties": [{"side": "a", "claimed_by": "b", "killed": "12", "sources": ["work-two"]}],
        "outcome": None, "start_date": start, "end_date": end, "start_edtf": None, "end_edtf": None,
        "certainty": "medium", "note": None, "sources": ["work-one"],
    }  # fmt: skip
    shape = None if point is None else {"type": "Point", "coordinates": list(point)}
    return {"type": "Feature", "id": name, "properties": row, "geometry": shape}


def write_features(path: Path, listed: list[Feature]) -> Path:
    """Write features as any GIS would: indented, not a feature a line."""
    content = {"type": "FeatureCollection", "features": listed}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def payload_of(page: Path) -> dict[str, Any]:
    """Return the data that an exported page carries, as the page unpacks it."""
    packed = re.search(r'id="atlas-data">([^<]*)<', page.read_text(encoding="utf-8"))
    assert packed
    return dict(json.loads(zlib.decompress(base64.b64decode(packed[1]))))
