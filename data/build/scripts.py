"""The script of the day: names are written as they were written when the row begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import opencc

from .schema import TABLES, tenure_table
from .tables import Authored, Row, row_name

SIMPLIFIED_FROM = "1956-02-01"
"""The State Council's scheme of simplified characters, published 31 January 1956, is in use from here."""
CYRILLIC_MONGOLIAN_FROM = "1946-01-01"
LATIN_TUVAN_FROM = "1930-06-28"
CYRILLIC_TUVAN_FROM = "1941-07-08"
NEW_JAPANESE_FROM = "1946-11-16"
"""List of 1,850 characters of everyday use; its new forms followed in 1949."""
_SAME = frozenset("布占里并群游干峰台于余松征斗")
TITLES = {
    "clashes": ("name_zh", "place_zh"),
    "events": ("title_zh",),
    "rail_lines": ("name_zh",),
    "waters": ("name_zh",),
}
"""Titles of things, which are ours and in one script whatever the day: traditional."""
_CYRILLIC = re.compile(r"[А-Яа-яЁёҮүӨөҢң]")
MONGOLIAN_PLACES = frozenset(
    ["urga", "kobdo", "uliastai", "altanbulag", "choibalsan", "zamyn-uud", "nomonhan"]
)
TUVAN_PLACES = frozenset({"kyzyl"})


@cache
def _converter(name: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert


def simplified(text: str) -> str:
    """Return the characters of a Chinese text that exist only in the simplified script."""
    turned = _converter("s2t")(text)
    return "".join(old for old, new in zip(text, turned, strict=True) if old != new and old not in _SAME)


def traditional(text: str) -> str:
    """Return a Chinese text in the traditional script."""
    return _converter("s2t")(text)


def new_japanese(text: str) -> str:
    """Return the characters of a Japanese text in the forms of after 1946."""
    turned = _converter("jp2t")(text)
    return "".join(old for old, new in zip(text, turned, strict=True) if old != new and old not in "台")


def _local(row: Row, start: str, kind: str) -> str:
    """Return what is wrong with a local name that was in use from `start`."""
    text = row["name_local"]
    if re.search(r"[\u3400-\u9fff]", text) and start < NEW_JAPANESE_FROM and new_japanese(text):
        return f"name_local {text!r} has {new_japanese(text)!r} in the Japanese forms of after 1946"
    if kind == "mongolia" and _CYRILLIC.search(text) and start < CYRILLIC_MONGOLIAN_FROM:
        return f"name_local {text!r} is Cyrillic before {CYRILLIC_MONGOLIAN_FROM}: write Mongolian script"
    if kind == "tuva" and _CYRILLIC.search(text.replace("ь", "")) and start < CYRILLIC_TUVAN_FROM:
        wanted = "Tuvan Latin" if start >= LATIN_TUVAN_FROM else "Mongolian script"
        return f"name_local {text!r} is Cyrillic before {CYRILLIC_TUVAN_FROM}: write {wanted}"
    return ""


def check_scripts(authored: Authored) -> None:
    """Name each name in a script its day did not know, and each Chinese title in the simplified script."""
    for table_name in (*authored.frontier.territories, "place_names", "polities"):
        table = TABLES.get(table_name) or tenure_table(table_name)
        for row in authored[table_name]:
            start = row["start"] or "1900-01-01"
            place = row.get("place_id", row.get("key", ""))
            kind = table_name
            if place in MONGOLIAN_PLACES or place in ("mpr", "bogd", "barga"):
                kind = "mongolia"
            elif place in TUVAN_PLACES or place in ("tuva", "uriankhai"):
                kind = "tuva"
            found = [_local(row, start, kind)]
            if start < SIMPLIFIED_FROM and simplified(row["name_zh"]):
                found.append(
                    f"name_zh {row['name_zh']!r} has {simplified(row['name_zh'])!r} in the simplified script "
                    f"before {SIMPLIFIED_FROM}"
                )
            for text in filter(None, found):
                authored.faults.add(table.path, row_name(row, table.key), text, rule="script")
    for table_name, columns in TITLES.items():
        table = TABLES[table_name]
        for row in authored[table_name]:
            for column in columns:
                if simplified(row[column]):
                    text = (
                        f"{column} {row[column]!r} has {simplified(row[column])!r} in the simplified script"
                    )
                    authored.faults.add(table.path, row_name(row, table.key), text, rule="script")
