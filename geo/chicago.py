"""Chicago author-date references (18th edition), made by pandoc's own CSL processor and its default style.

pandoc comes as a package (`pypandoc_binary`). Of citeproc-py 0.11, tried first, the references of the shipped
works had initials for given names, editors twice and full stops outside quotation marks, and took 60 s
instead of 1 s.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from geo.errors import DataFileError, ToolError

Item = Mapping[str, Any]

_YEARS = re.compile(r"(?<=\b[12]\d{3})-(?=\d{2}(?:\d{2})?\b)")
_TITLES = ("title", "container-title", "collection-title")
_PEOPLE = ("author", "editor", "translator")
_UNPRINTED = ("note", "custom", "annote", "abstract", "keyword")
_SENTENCE = re.compile(r"(?<=[.?!]” )(edited|translated|compiled)(?= by)")


def references(items: Iterable[Item]) -> dict[str, str]:
    """Return each work's reference by id, in the order of a bibliography; titles stand in `<i>`, `</i>`.

    Works of one author and year are told apart by a letter over all items given. Raises DataFileError if an
    item is not CSL, ToolError if pandoc isn't there.
    """
    listed = [_prepared(item) for item in items]
    if not listed:
        return {}
    keys = {str(number): str(item["id"]) for number, item in enumerate(listed)}
    numbered = [{**item, "id": number} for number, item in zip(keys, listed, strict=True)]
    tree = json.loads(_pandoc(json.dumps(numbered, ensure_ascii=False)))
    texts: dict[str, str] = {}
    for block in _entries(tree["blocks"]):
        (name, _, _), inside = block["c"]
        text = "".join(_text(paragraph["c"]) for paragraph in inside).strip()
        number = name.removeprefix("ref-")
        texts[keys[number]] = _mended(text, listed[int(number)])
    missing = [key for key in keys.values() if key not in texts]
    if missing:
        raise DataFileError(f"work {missing[0]}: pandoc made no reference of it; check that it is CSL-JSON")
    return texts


def plain(text: str) -> str:
    """Return a reference without the marks of its titles."""
    return re.sub("</?i>", "", text)


def dashed(text: str) -> str:
    """Return a text with a dash between years that a hyphen joins."""
    return _YEARS.sub("–", text)


def _mended(text: str, item: Item) -> str:
    """Return a reference without what the style does wrong."""
    if not text:  # an entry of a work of reference whose author isn't known
        return "".join(references([{**item, "type": "document"}]).values())
    people = [person["literal"] for person in item.get("author", []) if "literal" in person]
    if len(people) == 2:  # the comma is for an inverted name
        text = text.replace(f"{people[0]}, and {people[1]}", " and ".join(people), 1)
    return _SENTENCE.sub(lambda word: word[0].capitalize(), text)


def _prepared(item: Item) -> dict[str, Any]:
    """Return an item as it is printed: no remarks, dashes between years, Chinese names in their own order."""
    made = {field: value for field, value in item.items() if field not in _UNPRINTED}
    for field in _TITLES:
        if field in made:
            made[field] = dashed(str(made[field]))
    if str(item.get("language", "")).startswith("zh"):
        for field in _PEOPLE:
            if field in made:
                made[field] = [_chinese(person) for person in made[field]]
    return made


def _chinese(person: Mapping[str, str]) -> Mapping[str, str]:
    if not (person.get("family") and person.get("given")):
        return person
    gap = "" if person["family"] >= "\u3400" else " "  # characters stand without one
    return {"literal": f"{person['family']}{gap}{person['given']}"}


def _pandoc(text: str) -> str:
    try:
        import pypandoc
    except ImportError:
        raise ToolError("references in words need pandoc: run `pip install pypandoc_binary`") from None
    try:
        return str(pypandoc.convert_text(text, "json", format="csljson", extra_args=["--citeproc"]))
    except OSError:
        raise ToolError("references in words need pandoc: run `pip install pypandoc_binary`") from None
    except RuntimeError as error:
        raise DataFileError(f"pandoc can't read the works as CSL-JSON: {error}") from None


def _entries(blocks: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for block in blocks:
        if block["t"] != "Div":
            continue
        if block["c"][0][0].startswith("ref-"):
            yield block
        else:
            yield from _entries(block["c"][1])


def _text(inlines: list[dict[str, Any]]) -> str:
    parts: list[str] = []
    for inline in inlines:
        kind, content = inline["t"], inline.get("c", "")
        if kind == "Str":
            parts.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            parts.append(" ")
        elif kind == "Emph":
            parts.append(f"<i>{plain(_text(content))}</i>")
        elif kind == "Quoted":
            left, right = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            parts.append(f"{left}{_text(content[1])}{right}")
        elif kind in ("Span", "Link"):
            parts.append(_text(content[1]))
        elif kind in ("Code", "Math", "RawInline"):
            parts.append(content[1])
        elif isinstance(content, list):
            parts.append(_text(content))
    return "".join(parts)
