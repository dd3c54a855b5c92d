"""What tops each year in brief: authored sentences and the clashes and events that they rest on."""

from __future__ import annotations

import json
import re

from .rules import Rules
from .schema import TABLES
from .scripts import simplified
from .tables import Authored, split_list

MOST = 90
"""Characters of a headline: two lines of the panel, three on a phone."""
_LANGUAGES = {"en": "headline", "zh": "headline_zh", "ru": "headline_ru"}


def check_headlines(authored: Authored) -> None:
    """Check that each headline is a sentence of three languages that rests on what happened in its year."""
    table = TABLES["headlines"]
    rules = Rules(table.path, authored)
    first, last = authored.frontier.span
    happened = {row["id"]: row for name in ("clashes", "events") for row in authored[name]}
    labels = {row.get("name") or row.get("title") for row in happened.values()}
    for row in authored["headlines"]:
        name = row["year"]
        rules.required(name, row, table.columns)
        if not re.fullmatch(r"\d{4}", name) or not first <= int(name) <= last:
            rules.fault(name, f"year is not one of {first} to {last}")
        for column in _LANGUAGES.values():
            if len(row[column]) > MOST:
                rules.fault(name, f"{column} has {len(row[column])} characters: {MOST} at most")
            if row[column].endswith((".", "。")):
                rules.fault(name, f"{column} ends with a full stop: leave it out")
        if row["headline"] in labels:
            rules.fault(name, "headline is the name of a row: write a sentence with a verb")
        if simplified(row["headline_zh"]):
            rules.fault(name, f"headline_zh has {simplified(row['headline_zh'])!r} in the simplified script")
        for one in split_list(row["rows"]):
            if one not in happened:
                rules.fault(name, f"row {one!r} is no clash or event: check the spelling")
            elif happened[one]["start"][:4] != name:
                rules.fault(name, f"row {one!r} begins on {happened[one]['start']}, in another year")
    rules.close()


def headlines_json(authored: Authored) -> str:
    """Return `headlines.json`: by year the headline in each language, and ids of what it rests on."""
    lines = []
    for row in sorted(authored["headlines"], key=lambda row: row["year"]):
        headline: dict[str, object] = {lang: row[column] for lang, column in _LANGUAGES.items()}
        headline["rows"] = split_list(row["rows"])
        lines.append(f"{json.dumps(row['year'])}: {json.dumps(headline, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
