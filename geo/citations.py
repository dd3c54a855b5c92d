"""Citing: a feature's works as text (Chicago author-date), BibTeX or CSL-JSON, and the view itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo import dates, files
from geo.errors import DataFileError, UnknownNameError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FORMATS = ("text", "bibtex", "csl")
TITLE = "Frontier Atlas: The Sino-Soviet Frontier, 1900–1991"
Item = Mapping[str, Any]

_QUOTED = {
    "article", "article-journal", "article-magazine", "article-newspaper", "chapter", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "legislation", "manuscript", "paper-conference", "post",
    "post-weblog", "thesis", "treaty", "webpage",
}  # fmt: skip
_BIBTEX = {
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection", "report": "techreport",
    "thesis": "phdthesis", "paper-conference": "inproceedings", "collection": "book",
}  # fmt: skip


def read_sources(path: str | Path | None = None) -> dict[str, dict[str, Any]]:
    """Return the works (CSL-JSON items) by id, the shipped ones by default. Raises DataFileError."""
    path = Path(path) if path is not None else files.DATA / "sources.json"
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return {item["id"]: item for item in items}
    except FileNotFoundError:
        raise DataFileError(f"{path} is not there: run `python -m data.build` to make it") from None
    except (ValueError, TypeError, KeyError) as error:
        raise DataFileError(f"{path} is not a CSL-JSON array of works with ids: {error!r}") from None


def works_of(
    feature_id: str,
    *,
    layers: Mapping[str, GeoDataFrame] | None = None,
    sources: Mapping[str, Item] | None = None,
) -> list[dict[str, Any]]:
    """Return the works behind a feature as CSL-JSON items, those of its casualty claims included.

    Looks in the shipped layers and works unless others are given. Raises UnknownNameError.
    """
    layers = _shipped() if layers is None else layers
    works = read_sources() if sources is None else sources
    feature = _feature(feature_id, layers)
    keys = list(feature.get("sources") or [])
    for claim in feature.get("casualties") or []:
        keys += claim.get("sources") or []
    unknown = [key for key in keys if key not in works]
    if unknown:
        raise UnknownNameError(f"work (cited by {feature_id})", unknown[0], works)
    return [dict(works[key]) for key in dict.fromkeys(keys)]


def cite(
    feature_id: str,
    *,
    format: str = "text",
    layers: Mapping[str, GeoDataFrame] | None = None,
    sources: Mapping[str, Item] | None = None,
) -> str:
    """Return a feature's works: `text` (Chicago author-date, a line each), `bibtex` or `csl` (JSON).

    Looks in the shipped layers and works unless others are given. Raises UnknownNameError.
    """
    return references(works_of(feature_id, layers=layers, sources=sources), format=format)


def references(works: Iterable[Item], *, format: str = "text") -> str:
    """Return CSL-JSON works as one text in one of `FORMATS`, by author and year. Raises UnknownNameError."""
    listed = sorted(works, key=lambda item: (_sorting(item), _year(item), str(item["id"])))
    if format == "text":
        return "\n".join(map(chicago, listed))
    if format == "bibtex":
        return "\n\n".join(map(bibtex, listed))
    if format == "csl":
        return json.dumps(listed, ensure_ascii=False, indent=2)
    raise UnknownNameError("format", format, FORMATS)


def cite_view(
    date: dates.Dateish, layers: Iterable[str], *, version: str | None = None, format: str = "text"
) -> str:
    """Return how to cite a view of the atlas: date, layers (titles), data version, in one of `FORMATS`.

    A year says that it shows 31 December.
    """
    shown = dates.readable(dates.moment(date))
    version = version or files.data_version()
    what = ", ".join(layers)
    if format == "text":
        return f"{TITLE}. Map of {shown}; layers: {what}. Data version {version}."
    item = {
        "id": f"frontier-atlas-{dates.moment(date)}",
        "type": "map",
        "title": f"{TITLE}: map of {shown}",
        "version": version,
        "note": f"layers: {what}; data version {version}",
    }
    return references([item], format=format)


def chicago(item: Item) -> str:
    """Return one work in Chicago author-date style, such as `Paine, Sarah. 1996. Title. Armonk: Sharpe.`."""
    people, ending = _chicago_people(item)
    title = str(item.get("title", item["id"])).rstrip(".")
    container = str(item.get("container-title", ""))
    kind = str(item.get("type", ""))
    if kind in _QUOTED:
        title = f"“{title}”" if title.endswith(("?", "!")) else f"“{title}.”"
    else:
        title = f"{title}."
    parts = [f"{people.rstrip('.')}{ending}." if people else "", f"{_year(item).rstrip('.')}.", title]
    if not people:
        parts = [title, f"{_year(item).rstrip('.')}."]
    numbers = str(item.get("volume", ""))
    pages = str(item.get("page", "")).replace("-", "–")
    if container and kind == "chapter":
        parts.append(
            f"In {container}{f', vol. {numbers}' if numbers else ''}{f', {pages}' if pages else ''}."
        )
    elif container:
        issue = f" ({item['issue']})" if item.get("issue") else ""
        where = f"{container} {numbers}".strip() + issue
        parts.append(f"{where}: {pages}." if pages else f"{where}.")
    elif numbers:
        parts.append(f"Vol. {numbers}.")
    house = ": ".join(str(item[key]) for key in ("publisher-place", "publisher") if item.get(key))
    if item.get("genre") and kind == "thesis":
        house = f"{item['genre']}, {house}" if house else str(item["genre"])
    if house and kind not in ("article-journal", "article-magazine"):
        parts.append(f"{house.rstrip('.')}.")
    if item.get("DOI"):
        parts.append(f"https://doi.org/{item['DOI']}.")
    elif item.get("URL"):
        parts.append(f"{item['URL']}.")
    return " ".join(part for part in parts if part)


def bibtex(item: Item) -> str:
    """Return one work as a BibTeX entry, braces and special signs escaped."""
    kind = _BIBTEX.get(str(item.get("type", "")), "misc")
    inside = "journal" if kind == "article" else "booktitle"
    fields: dict[str, str] = {
        "author": " and ".join(_bibtex_person(one) for one in item.get("author", [])),
        "editor": " and ".join(_bibtex_person(one) for one in item.get("editor", [])),
        "title": _escaped(str(item.get("title", item["id"]))),
        "year": "" if _year(item) == "n.d." else _year(item).replace("–", "--"),
        inside: _escaped(str(item.get("container-title", ""))),
        "volume": str(item.get("volume", "")),
        "number": str(item.get("issue") or item.get("number") or ""),
        "pages": re.sub("[-–]+", "--", str(item.get("page", ""))),
        "address": _escaped(str(item.get("publisher-place", ""))),
        {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher"): _escaped(
            str(item.get("publisher", ""))
        ),
        "edition": _escaped(str(item.get("edition", ""))),
        "isbn": str(item.get("ISBN", "")),
        "doi": str(item.get("DOI", "")),
        "url": str(item.get("URL", "")),
        "note": _escaped(str(item.get("note", ""))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^\w:.-]", "-", str(item["id"]))
    return f"@{kind}{{{key},\n" + "\n".join(lines) + "\n}"


@lru_cache(maxsize=1)
def _shipped() -> dict[str, GeoDataFrame]:
    return files.load_layers()


def _feature(feature_id: str, layers: Mapping[str, GeoDataFrame]) -> dict[str, Any]:
    for frame in layers.values():
        hits = (frame["id"] == feature_id).to_numpy().nonzero()[0]
        if len(hits):
            wanted = [name for name in ("id", "name", "sources", "casualties") if name in frame]
            return {name: frame[name].iat[hits[0]] for name in wanted}
    raise UnknownNameError("feature", feature_id, (name for frame in layers.values() for name in frame["id"]))


def _chicago_people(item: Item) -> tuple[str, str]:
    """Return the people in order and what follows them: `, ed`, `, eds` or nothing."""
    ending, people = "", item.get("author") or []
    if not people and item.get("editor"):
        people = item["editor"]
        ending = ", eds" if len(people) > 1 else ", ed"
    names = [_inverted(people[0])] if people else []
    names += [_straight(one) for one in people[1:]]
    if len(names) > 3:
        return f"{names[0]} et al", ending
    if len(names) > 1:
        return ", ".join(names[:-1]) + f", and {names[-1]}", ending
    return "".join(names), ending


def _inverted(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    return ", ".join(part for part in (_family(person), person.get("given", "")) if part)


def _straight(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    return " ".join(part for part in (person.get("given", ""), _family(person)) if part)


def _family(person: Mapping[str, str]) -> str:
    return " ".join(person[part] for part in ("non-dropping-particle", "family") if person.get(part))


def _bibtex_person(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return "{" + _escaped(person["literal"]) + "}"
    return _escaped(_inverted(person))


def _year(item: Item) -> str:
    issued = item.get("issued") or {}
    years = [str(parts[0]) for parts in issued.get("date-parts") or [] if parts and parts[0]]
    if years:
        return "–".join(dict.fromkeys(years))
    return str(issued.get("literal") or issued.get("raw") or "n.d.")


def _sorting(item: Item) -> str:
    return (_chicago_people(item)[0] or str(item.get("title", ""))).casefold()


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
