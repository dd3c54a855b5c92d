"""Names as they are compared (folded): one form for every spelling, in terminal and page alike.

The page folds by the same rule and table (`layers/web/src/core/fold.js`); `tests/cases/fold.json` holds
both to it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from geo import files

_SILENT = re.compile("[’‘ʼ'`´ʹʺ′\"ъьʻʾʿ]")
_APART = re.compile("[()（）/,，、;；]")


def fold(text: str) -> str:
    """Return a name as it is compared: words of letters and digits, parted by one space.

    Without case, diacritics (ё is е, Mongolian ү is у), apostrophes and signs; a Chinese or Japanese sign in
    its simplified form (`data/folding.json`, which the build makes of the atlas's signs by OpenCC).
    """
    split = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in split if unicodedata.category(sign)[0] != "M").lower()
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    plain = _SILENT.sub("", plain).translate(_simplified())
    return " ".join("".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in plain).split())


def spellings(names: Iterable[str | None]) -> list[str]:
    """Return names whole and in their parts: `Kulja (Ghulja, Ining)` is also `Kulja`, `Ghulja`, `Ining`."""
    whole = [name for name in names if name]
    parts = [part.strip() for name in whole for part in _APART.split(name)]
    return list(dict.fromkeys(part for part in (*whole, *parts) if part))


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    path = files.DATA / "folding.json"
    table = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"from": "", "to": ""}
    return dict(zip(map(ord, table["from"]), table["to"], strict=True))
