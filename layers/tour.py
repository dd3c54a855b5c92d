"""Tours: a file of chapters, each with its date, view, layers, text and sources, checked before it is used.

The tour that ships is `data/tour.json`; a teacher writes another as YAML or JSON::

    - title: Before and after Mukden
      date: 1931-09-18
      lat: 42
      lon: 123
      zoom: 5
      text: What the class should look at, in two or three sentences.
      sources: [LYTTON]
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from geo import dates
from geo.errors import DateError
from geo.frontier import Frontier, shipped
from layers.errors import TourError
from layers.references import sources_of

ENDINGS = (".json", ".yaml", ".yml")
NEEDED = ("title", "date", "lat", "lon", "text")
KNOWN = ("id", "section", "title", "date", "lat", "lon", "zoom", "layers", "color", "text", "sources")
LONGEST = {"title": 120, "text": 1200}  # characters
_ZOOMS = 2.5, 11.0
_ZOOM = 5
_ID = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_DAY = re.compile(r"\d{4}(-\d{2}-\d{2})?")


def tour_from_file(path: str | Path, *, frontier: Frontier | None = None) -> list[dict[str, Any]]:
    """Return the chapters of a tour written as YAML or JSON, as the page reads them.

    A file holds a list of chapters, or a mapping with the list under `chapters`. A chapter has `title`,
    `date` (YYYY, its 31 December, or YYYY-MM-DD), `lat`, `lon` (WGS 84 degrees) and `text`; it may have `id`,
    `section`, `zoom`, `layers` (keys), `color` and `sources` (ids of the works beside the
    layers). What they may be is what the frontier has, the shipped one by default.

    Raises
    ------
    TourError
        With every fault of the file, each naming the chapter and the remedy.
    """
    path = Path(path)
    found = _read(path)
    if isinstance(found, Mapping) and set(found) == {"chapters"}:
        found = found["chapters"]
    if not isinstance(found, list) or not found:
        raise TourError(path, ["no chapters: write a list of them, each beginning with `- title: ...`"])
    frontier = frontier or shipped()
    allowed = {
        "layer": frontier.declared.keys(),
        "colour": frontier.colourings,
        "section": frontier.sections.keys(),
        "source": sources_of(frontier.folder).keys(),
    }
    faults: list[str] = []
    chapters: list[dict[str, Any]] = []
    taken: set[str] = set()
    for number, chapter in enumerate(found, start=1):
        where = f"chapter {number}"
        if not isinstance(chapter, Mapping):
            faults.append(f"{where}: not a chapter: write `title:`, `date:`, `lat:`, `lon:` and `text:`")
            continue
        if isinstance(chapter.get("title"), str):
            where += f" ({chapter['title'][:40]})"
        chapters.append(
            _chapter(
                chapter,
                number,
                taken,
                allowed,
                frontier,
                lambda text, at=where: faults.append(f"{at}: {text}"),
            )
        )
    if faults:
        raise TourError(path, faults)
    return chapters


def _read(path: Path) -> Any:
    if path.suffix.lower() not in ENDINGS:
        raise TourError(path, [f"the name should end in {', '.join(ENDINGS)}"])
    try:
        text = path.read_text(encoding="utf-8")
        return json.loads(text) if path.suffix.lower() == ".json" else yaml.safe_load(text)
    except FileNotFoundError as error:
        raise TourError(path, ["no such file: check the path"]) from error
    except UnicodeDecodeError as error:
        raise TourError(path, [f"not UTF-8 at byte {error.start}: save it as UTF-8"]) from error
    except json.JSONDecodeError as error:
        raise TourError(path, [f"line {error.lineno}: not JSON ({error.msg}): mend it there"]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f"line {mark.line + 1}: " if mark else ""
        why = getattr(error, "problem", None) or "not YAML"
        raise TourError(
            path, [f"{at}not YAML ({why}): mend it there, quote texts that hold a colon"]
        ) from error


def _chapter(
    chapter: Mapping[Any, Any],
    number: int,
    taken: set[str],
    allowed: Mapping[str, Collection[str]],
    frontier: Frontier,
    tell: Any,
) -> dict[str, Any]:
    """Return one chapter made ready, telling each of its faults."""
    for key in chapter:
        if key not in KNOWN:
            tell(f"unknown key {key!r}: {_remedy(str(key), KNOWN)}")
    for key in NEEDED:
        if chapter.get(key) in (None, ""):
            tell(f"no `{key}`: add it")
    key = str(chapter.get("id") or f"chapter-{number}")
    if not _ID.fullmatch(key):
        tell(f"id {key!r}: use up to 60 letters, digits, `-`, `_` and `.`")
    if key in taken:
        tell(f"id {key!r} is taken by an earlier chapter: choose another")
    taken.add(key)
    made: dict[str, Any] = {
        "id": key,
        "section": _one_of(chapter, "section", "section", allowed, tell) or next(iter(frontier.sections), ""),
    }
    for field, longest in LONGEST.items():
        made[field] = _text(chapter, field, longest, tell)
    made["date"] = _date(chapter.get("date"), frontier.span, tell)
    edges = frontier.bounds
    limits = {"lat": (edges.south, edges.north), "lon": (edges.west, edges.east), "zoom": _ZOOMS}
    for field, bounds in limits.items():
        made[field] = _number(chapter.get(field, _ZOOM if field == "zoom" else None), field, bounds, tell)
    colour = _one_of(chapter, "color", "colour", allowed, tell)
    if colour:
        made["color"] = colour
    shown = _list_of(chapter, "layers", "layer", allowed, tell)
    if shown:
        made["layers"] = shown
    made["sources"] = _list_of(chapter, "sources", "source", allowed, tell)
    return made


def _text(chapter: Mapping[Any, Any], field: str, longest: int, tell: Any) -> str:
    value = chapter.get(field)
    if value in (None, ""):
        return ""
    if not isinstance(value, str):
        tell(f"`{field}` is {value!r}, not text: put it in quotes")
        return ""
    tidy = " ".join(value.split())
    if len(tidy) > longest:
        tell(f"`{field}` has {len(tidy)} characters: keep it under {longest + 1}")
    return tidy


def _date(value: Any, span: tuple[int, int], tell: Any) -> str:
    if value in (None, ""):
        return ""
    text = value.isoformat()[:10] if isinstance(value, date) else str(value)
    try:
        day = dates.moment(text) if _DAY.fullmatch(text) else None
    except DateError:
        day = None
    if day is None:
        tell(f"date {text!r}: write a year (1931) or a day that exists (1931-09-18)")
        return ""
    if not dates.years(*span).contains(day):
        tell(f"date {text!r} is outside the atlas: choose one from {span[0]} to {span[1]}")
    return text


def _number(value: Any, field: str, bounds: tuple[float, float], tell: Any) -> float:
    if value in (None, ""):
        return 0
    if isinstance(value, bool) or not isinstance(value, int | float):
        tell(f"`{field}` is {value!r}, not a number: write it without quotes")
        return 0
    low, high = bounds
    if not low <= value <= high:
        tell(f"{field} {value:g} is outside the map: choose one from {low:g} to {high:g}")
    return value


def _one_of(
    chapter: Mapping[Any, Any], field: str, what: str, allowed: Mapping[str, Collection[str]], tell: Any
) -> str:
    value = chapter.get(field)
    if value in (None, ""):
        return ""
    if value not in allowed[what]:
        tell(f"no {what} {value!r}: {_remedy(str(value), allowed[what])}")
    return str(value)


def _list_of(
    chapter: Mapping[Any, Any], field: str, what: str, allowed: Mapping[str, Collection[str]], tell: Any
) -> list[str]:
    value = chapter.get(field)
    if value in (None, "", []):
        return []
    if not isinstance(value, list):
        tell(f"`{field}` is not a list: write [A, B]")
        return []
    for one in value:
        if not isinstance(one, str) or one not in allowed[what]:
            tell(f"no {what} {one!r}: {_remedy(str(one), allowed[what])}")
    return [str(one) for one in value]


def _remedy(name: str, allowed: Iterable[str]) -> str:
    known = sorted(allowed)
    near = get_close_matches(name, known, n=1) or get_close_matches(name.upper(), known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"choose from {', '.join(known)}" if len(known) <= 20 else "see data/sources.json for the ids"
