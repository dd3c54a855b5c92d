"""A work as a BibTeX entry that BibTeX and biblatex both read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from geo.chicago import dashed

Item = Mapping[str, Any]

_KINDS = {
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection", "collection": "book",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection", "report": "techreport",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "manuscript": "unpublished",
}  # fmt: skip
_HOUSE = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
_INSIDE = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BABEL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "ja": "japanese",
    "ko": "korean", "mn": "mongolian", "pl": "polish", "ru": "russian", "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip
_SIGNS = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}  # fmt: skip


def escaped(text: str) -> str:
    """Return a text in which TeX reads no sign as a command."""
    return re.sub(r"[\\~^&%$#_{}]", lambda sign: _SIGNS[sign[0]], str(text))


def web_address(url: str) -> str:
    """Return an address for a `url` field, where BibTeX minds only braces and the backslash."""
    return re.sub(r"[{}\\]", lambda sign: f"%{ord(sign[0]):02X}", url)


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry of ready fields; empty ones are left out, `month` is BibTeX's own word."""
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{re.sub(r'[^A-Za-z0-9:.@-]', '-', key)},\n" + "\n".join(lines) + "\n}"


def bibtex(item: Item) -> str:
    """Return one work (CSL-JSON) as a BibTeX entry.

    A title stands in braces of its own, so that styles keep its capitals. A `note` becomes `annote`, which
    bibliographies don't print; makers' remarks (`custom`) are left out.
    """
    kind = _kind(item)
    issued = item.get("issued") or {}
    fields = {
        **{role: _people(item.get(role) or []) for role in ("author", "editor", "translator")},
        "title": "{" + _words(item.get("title", item["id"])) + "}",
        "year": _year(issued),
        "month": _month(issued),
        "date": _date(issued),
        **_host(kind, item),
        "series": _words(item.get("collection-title")),
        "volume": _words(item.get("volume")),
        "volumes": _words(item.get("number-of-volumes")),
        "number": _words(item.get("issue") or item.get("number") or item.get("collection-number")),
        "edition": _words(item.get("edition")),
        "pages": "" if kind == "book" else re.sub("[-–]+", "--", _words(item.get("page"))),
        "type": _words(item.get("genre")),
        "address": _words(item.get("publisher-place")),
        "isbn": _words(item.get("ISBN")),
        "doi": web_address(str(item.get("DOI", ""))),
        "url": web_address(str(item.get("URL", ""))),
        "urldate": _day(item.get("accessed") or {}),
        "version": _words(item.get("version")),
        "langid": _BABEL.get(str(item.get("language", "")).split("-")[0], ""),
        "annote": _words(item.get("note")),
    }
    return entry(kind, str(item["id"]), fields)


def _kind(item: Item) -> str:
    """Return the entry type; what should stand in another work, and doesn't say in which, is `misc`."""
    kind = _KINDS.get(str(item.get("type", "")), "misc")
    if kind == "phdthesis" and re.match(r"m\.?\s?[a-z]|master", str(item.get("genre", "")), re.IGNORECASE):
        return "mastersthesis"
    return "misc" if kind in _INSIDE and not item.get("container-title") else kind


def _host(kind: str, item: Item) -> dict[str, str]:
    """Return what the work stands in and whose it is, under the names its entry type has for them.

    BibTeX's styles print of a `misc` (a page, a treaty) only `howpublished`: both stand there.
    """
    container, house = _words(item.get("container-title")), _words(item.get("publisher"))
    if kind != "misc":
        return {_INSIDE.get(kind, "booktitle"): container, _HOUSE.get(kind, "publisher"): house}
    if container and item.get("volume"):
        container += f" {_words(item['volume'])}"
    if container and item.get("number"):
        container += f", no. {_words(item['number'])}"
    return {"howpublished": ", ".join(dict.fromkeys(part for part in (container, house) if part))}


def _words(value: object) -> str:
    return escaped(dashed(str(value or ""))).replace("–", "--")


def _people(people: Sequence[Mapping[str, str]]) -> str:
    return " and ".join(map(_person, people))


def _person(person: Mapping[str, str]) -> str:
    """Return `von Family, Jr., Given`; an office in braces."""
    if "literal" in person:
        return "{" + escaped(person["literal"]) + "}"
    parts = [person.get(name, "") for name in ("dropping-particle", "non-dropping-particle", "family")]
    family = " ".join(part for part in parts if part)
    return ", ".join(escaped(part) for part in (family, person.get("suffix"), person.get("given")) if part)


def _parts(date: Mapping[str, Any]) -> list[list[int]]:
    listed = [[int(part) for part in one if part] for one in date.get("date-parts") or []]
    return [one for one in listed if one]


def _year(date: Mapping[str, Any]) -> str:
    years = dict.fromkeys(str(one[0]) for one in _parts(date))
    return "--".join(years) or _words(date.get("literal") or date.get("raw")) or "n.d."


def _month(date: Mapping[str, Any]) -> str:
    parts = _parts(date)
    return _MONTHS[parts[0][1] - 1] if len(parts) == 1 and len(parts[0]) > 1 else ""


def _date(date: Mapping[str, Any]) -> str:
    """Return a date for biblatex where it says more than the year."""
    parts = _parts(date)
    return _day(date) if len(parts) > 1 or (parts and len(parts[0]) > 1) else ""


def _day(date: Mapping[str, Any]) -> str:
    """Return a date in ISO form, a range with a stroke."""
    return "/".join("-".join([f"{one[0]:04}", *(f"{part:02}" for part in one[1:])]) for one in _parts(date))
