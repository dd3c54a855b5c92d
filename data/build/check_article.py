"""The article, sentence by sentence: what is on the map for it, or what the atlas answers."""

from __future__ import annotations

from .rules import Rules
from .schema import TABLES
from .tables import Authored, pinnable, split_list


def check_article(authored: Authored) -> None:
    """Every sentence stands once, in order, and names rows that exist, or has an answer."""
    rules = Rules(TABLES["article"].path, authored)
    known = pinnable(authored)
    for count, row in enumerate(authored["article"], start=1):
        name = row["number"]
        rules.required(name, row, ("opening",))
        rules.one_of(name, row, "section", authored.frontier.sections)
        if name != str(count):
            rules.fault(name, f"is not sentence {count}: number the sentences in order")
        if not row["rows"] and not row["answer"]:
            rules.fault(name, "has neither rows on the map nor an answer")
        unknown = [key for key in split_list(row["rows"]) if key not in known]
        if unknown:
            rules.fault(name, f"names {', '.join(unknown)}: no such row")
