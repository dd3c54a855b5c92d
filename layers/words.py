"""Uncertain dates as the page says them: the words of `geo.dates`, so that page and terminal say the same."""

from __future__ import annotations

from functools import lru_cache

from geo import dates
from geo.words import LANGUAGES


@lru_cache(maxsize=4096)
def words_from_edtf(text: str) -> list[str | None]:
    """Return an EDTF date in words: in en, zh, ru; short in each; behind a preposition in each.

    In the last three `{}` stands for the preposition and `$` for the words; where they simply follow it they
    are left out (None, or the list ends). Raises DateError.
    """
    found: list[str | None] = [dates.readable(text, lang) for lang in LANGUAGES]
    found += [dates.short(text, lang) for lang in LANGUAGES]
    for lang, said in zip(LANGUAGES, found[:3], strict=True):
        after = dates.preceded("{}", text, lang).replace(str(said), "$")
        found.append(None if after == ("{}$" if lang == "zh" else "{} $") else after)
    while found[-1] is None:
        found.pop()
    return found
