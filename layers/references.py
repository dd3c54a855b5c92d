"""References as a reader expects them, from CSL-JSON (author, title, where, when)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geo.files import DATA

_QUOTED = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "chapter",
    "entry-encyclopedia",
    "manuscript",
    "paper-conference",
    "post-weblog",
    "webpage",
}


def sources_from_json(path: Path = DATA / "sources.json") -> dict[str, dict[str, Any]]:
    """Return the CSL-JSON items by id; none if the file isn't there yet."""
    if not path.exists():
        return {}
    return {item["id"]: item for item in json.loads(path.read_text(encoding="utf-8"))}


def reference_from_csl(item: dict[str, Any]) -> str:
    """Return one CSL-JSON item as a line of text: authors, title, container, publisher, year, pages."""
    people = _people(item.get("author", []))
    if not people and item.get("editor"):
        people = _people(item["editor"]) + (" (eds)" if len(item["editor"]) > 1 else " (ed.)")
    title = str(item.get("title", item["id"]))
    if item.get("type") in _QUOTED:
        title = f"“{title}”"
    where = str(item.get("container-title", ""))
    if where and item.get("type") == "chapter":
        where = f"in {where}"
    numbers = str(item.get("volume", ""))
    if item.get("issue"):
        numbers += f":{item['issue']}"
    if numbers:
        where = f"{where} {numbers}".strip()
    house = ": ".join(str(item[key]) for key in ("publisher-place", "publisher") if item.get(key))
    pages = str(item.get("page", "")).replace("-", "–")
    parts = [people, title, where, house, _year(item.get("issued")), pages, str(item.get("URL", ""))]
    return ", ".join(part for part in parts if part) + "."


def _people(names: list[dict[str, str]]) -> str:
    whole = [
        name.get("literal")
        or " ".join(name[part] for part in ("given", "non-dropping-particle", "family") if name.get(part))
        for name in names
    ]
    if len(whole) > 3:
        return f"{whole[0]} et al."
    return " and ".join([", ".join(whole[:-1]), whole[-1]] if len(whole) > 1 else whole)


def _year(issued: Any) -> str:
    if not issued:
        return ""
    if issued.get("literal") or issued.get("raw"):
        return str(issued.get("literal") or issued["raw"])
    return "–".join(str(date[0]) for date in issued.get("date-parts", []) if date and date[0])
