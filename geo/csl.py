"""A work as valid CSL-JSON (schema 1.0.2, <https://github.com/citation-style-language/schema>)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def _names(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


TYPES = _names(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic",
    "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing",
    "interview legal_case legislation manuscript map motion_picture musical_score pamphlet",
    "paper-conference patent performance periodical personal_communication post post-weblog regulation",
    "report review review-book software song speech standard thesis treaty webpage",
)
PEOPLE = _names(
    "author chair collection-editor compiler composer container-author contributor curator director editor",
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer",
    "original-author performer producer recipient reviewed-author script-writer series-creator translator",
)
DATES = _names("accessed available-date event-date issued original-date submitted")
TEXTS = _names(
    "abstract annote archive archive_collection archive_location archive-place authority call-number",
    "chapter-number citation-key citation-label citation-number collection-number collection-title",
    "container-title container-title-short dimensions division DOI edition event event-place event-title",
    "first-reference-note-number genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language",
    "locator medium note number number-of-pages number-of-volumes original-publisher",
    "original-publisher-place original-title page page-first part part-title PMCID PMID printing",
    "publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source",
    "status supplement title title-short URL version volume volume-title volume-title-short year-suffix",
)
_OTHERS = _names("id type custom categories")


def csl(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a work with the schema's fields only; fields of other names (`license`) stand in `custom`."""
    known = PEOPLE | DATES | TEXTS | _OTHERS
    made = {field: value for field, value in item.items() if field in known}
    others = {field: value for field, value in item.items() if field not in known}
    if others:
        made["custom"] = {**(item.get("custom") or {}), **others}
    return made
