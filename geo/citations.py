"""Citing: a feature's works as text (Chicago author-date), BibTeX or CSL-JSON, and a view of the atlas.

The references of the shipped works, and the forms in which a view is cited, are made once by the build
(`references.json`); terminal and page both show those. Other works are formatted when they are asked for.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import chicago, dates, files
from geo.bibtex import bibtex, entry, escaped, web_address
from geo.csl import csl
from geo.errors import UnknownNameError
from geo.works import Item, Pinpoint, read_pinpoints, seen, works_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FORMATS = ("text", "bibtex", "csl")
TITLE = "Frontier Atlas: The Sino-Soviet Frontier, 1900–1991"
_ACCESSED = "December 31, 9999"
"""Stands in a form for the day of access: the style prints one only where it gets a date."""


def cite(
    feature_id: str,
    *,
    format: str = "text",
    layers: Mapping[str, GeoDataFrame] | None = None,
    sources: Mapping[str, Item] | None = None,
    pinpoints: Mapping[str, Sequence[Pinpoint]] | None = None,
) -> str:
    """Return a feature's works: `text` (Chicago author-date, a line each), `bibtex` or `csl` (JSON).

    A line of text ends with the places cited and how they, or else the work, were known, in brackets. Looks
    in the shipped layers, works and pinpoints unless others are given. Raises UnknownNameError.
    """
    works = works_of(feature_id, layers=layers, sources=sources)
    if format != "text":
        return references(works, format=format)
    places = (read_pinpoints() if pinpoints is None else pinpoints).get(feature_id, ())
    by_id = {str(work["id"]): work for work in works}
    lines = []
    for key, text in reference_texts(works).items():
        how = known(by_id[key], [place for place in places if place.source == key])
        lines.append(chicago.plain(text) + (f" [{how}]" if how else ""))
    return "\n".join(lines)


def known(work: Item, places: Sequence[Pinpoint] = ()) -> str:
    """Return the places cited in a work and how it was known, such as `art. 3; p. 512; read`."""
    return "; ".join(dict.fromkeys([*(place.text for place in places), seen(work)])).strip("; ")


def references(works: Iterable[Item], *, format: str = "text") -> str:
    """Return CSL-JSON works as one text in one of `FORMATS`, in the order of a bibliography.

    Raises UnknownNameError for another format, ToolError if other works than the shipped ones are to be
    written as text and pandoc isn't there.
    """
    listed = list(works)
    if format == "text":
        return "\n".join(map(chicago.plain, reference_texts(listed).values()))
    listed.sort(key=_sorting)
    if format == "bibtex":
        return "\n\n".join(map(bibtex, listed))
    if format == "csl":
        return json.dumps([csl(item) for item in listed], ensure_ascii=False, indent=2)
    raise UnknownNameError("format", format, FORMATS)


def reference_texts(works: Iterable[Item]) -> dict[str, str]:
    """Return each work's Chicago reference by id, in the order of a bibliography, titles in `<i>`, `</i>`."""
    asked = {str(work["id"]): work for work in works}
    shipped = {one["id"]: one for one in _references().get("works", ())}
    if all(key in shipped and shipped[key]["of"] == digest(work) for key, work in asked.items()):
        return {key: str(one["text"]) for key, one in shipped.items() if key in asked}
    return chicago.references(asked.values())


def references_json(works: Mapping[str, Item], texts: Mapping[str, str]) -> str:
    """Return the text of `references.json`: the forms of a view, and each work's reference, a line each."""
    lines = [
        json.dumps({"id": key, "of": digest(works[key]), "text": text}, ensure_ascii=False)
        for key, text in texts.items()
    ]
    forms = json.dumps(_make_forms(), ensure_ascii=False, indent=1)
    return f'{{"forms": {forms},\n"works": [\n' + ",\n".join(lines) + "\n]}\n"


def digest(work: Item) -> str:
    """Return eight hex digits of a work's content, by which a ready reference is known to be of it."""
    content = json.dumps(work, ensure_ascii=False, sort_keys=True)
    return sha256(content.encode()).hexdigest()[:8]


def cite_view(
    date: dates.Dateish,
    layers: Iterable[str],
    *,
    version: str | None = None,
    format: str = "text",
    url: str = "",
    accessed: datetime.date | None = None,
) -> str:
    """Return how to cite a view of the atlas: date, layers (titles), data version, in one of `FORMATS`.

    A year says that it shows 31 December. `accessed` is today unless given. Raises UnknownNameError.
    """
    if format not in FORMATS:
        raise UnknownNameError("format", format, FORMATS)
    day = accessed or datetime.date.today()
    values = {
        "key": f"frontier-atlas-{dates.iso_from_number(dates.moment(date))}",
        "title": f"The frontier on {dates.readable(dates.moment(date))}",
        "atlas": TITLE,
        "kind": f"Map view; layers: {', '.join(layers)}",
        "version": version or files.data_version(),
        "url": url,
        "accessed": dates.readable(day.isoformat()),
        "iso": day.isoformat(),
        **{part: str(getattr(day, part)) for part in ("year", "month", "day")},
    }
    return filled(view_forms()[format], values, format=format)


def view_forms() -> dict[str, str]:
    """Return the form of a view's citation in each of `FORMATS`, with `@name@` where a value goes."""
    return dict(_references().get("forms") or _make_forms())


def filled(form: str, values: Mapping[str, str], *, format: str) -> str:
    """Return a form with its values, each escaped as the format asks; a line that lacks its value goes.

    The page fills the same forms by the same rule (`layers/web/src/tools/cite.js`).
    """
    write = _WRITERS[format]
    lines = [
        _FIELD.sub(lambda one: write(one[1], values[one[1]]), line)
        for line in form.splitlines()
        if all(values.get(name) for name in _FIELD.findall(line))
    ]
    return (" " if format == "text" else "\n").join(lines)


def _in_bibtex(name: str, value: str) -> str:
    if name == "key":
        return value
    return web_address(value) if name == "url" else escaped(value)


_FIELD = re.compile("@([a-z]+)@")
_WRITERS: dict[str, Callable[[str, str], str]] = {
    "text": lambda _, value: value,
    "bibtex": _in_bibtex,
    "csl": lambda _, value: json.dumps(value, ensure_ascii=False)[1:-1],
}


def _make_forms() -> dict[str, str]:
    """Make the forms by the formatters that make all references."""
    item = {
        "id": "@key@", "type": "webpage", "title": "@title@", "container-title": "@atlas@", "genre": "@kind@",
        "version": "@version@", "URL": "@url@", "accessed": {"date-parts": [[9999, 12, 31]]},
        "language": "zxx",
    }  # fmt: skip
    text = chicago.plain(chicago.references([item])["@key@"])
    text = re.sub("@[A-Za-z]+@", lambda name: name[0].lower(), text)
    text = text.replace(f"Accessed {_ACCESSED}.", "@after@ Accessed @accessed@.")
    fields = {
        "title": "{@title@}", "howpublished": "@atlas@", "note": "@kind@", "annote": "@after@",
        "version": "@version@", "urldate": "@iso@", "url": "@url@",
    }  # fmt: skip
    listed = json.dumps(
        [{"id": "@key@", "note": "@after@", **item, "accessed": "@when@", "language": "en"}], indent=2
    )
    when = '{"date-parts": [[@year@, @month@, @day@]]}'
    return {
        "text": re.sub(r" (?=“@title|@kind|Version|@after|Accessed|@url)", "\n", text),
        "bibtex": entry("misc", "@key@", fields),
        "csl": listed.replace('"@when@"', when),
    }


@lru_cache(maxsize=1)
def _references(path: Path | None = None) -> dict[str, Any]:
    path = path or files.DATA / "references.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _sorting(item: Item) -> tuple[str, str, str]:
    people = item.get("author") or item.get("editor") or []
    first = people[0] if people else {"literal": str(item.get("title", ""))}
    name = first.get("literal") or f"{first.get('family', '')} {first.get('given', '')}"
    issued = (item.get("issued") or {}).get("date-parts") or [[""]]
    return name.casefold(), str(issued[0][0] if issued[0] else ""), str(item["id"])
