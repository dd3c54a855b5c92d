"""Exceptions by name: rows that a rule can't be satisfied for yet, each with its reason."""

from __future__ import annotations

from collections import Counter

from .schema import TABLES
from .tables import Authored

RULES: dict[str, str] = {
    "certainty": "surer than its works",
    "older-source": "a work older than the day it proves",
    "own-note": "a tenure against its own note's dates",
    "town-taken": "a tenure that denies a town was taken",
    "rename": "a town's name of other days",
    "railway-holder": "a railway run by another than the holder of the land",
    "railway-border": "a railway section that crosses a border",
    "same": "an event and the clash it is, told otherwise",
    "default-view": "a capital's view that nobody authored",
    "capital": "a capital outside its dates",
    "script": "a script not of its day",
    "before-cause": "an uncertain start before its cause, or without one",
    "sovereignty": "land that changes its country by no act of law",
    "formula-day": "a day shared by many without an act of that day",
}
"""The rules of evidence, in the words of the table of counts."""


def apply_exceptions(authored: Authored, *, whole: bool) -> None:
    """Excuse the rows of exceptions.csv; after a `whole` check, name those no longer needed."""
    file = TABLES["exceptions"].path
    listed = {(row["rule"], row["row"]) for row in authored["exceptions"]}
    authored.faults.excuse(listed)
    for row in authored["exceptions"]:
        pair = (row["rule"], row["row"])
        if pair[0] not in RULES:
            authored.faults.add(file, "/".join(pair), f"rule {pair[0]!r} is not one of {', '.join(RULES)}")
        elif not row["reason"]:
            authored.faults.add(file, "/".join(pair), "gives no reason")
        elif whole and pair not in authored.faults.excused:
            authored.faults.add(file, "/".join(pair), "the row keeps the rule now: delete the exception")


def count_table(authored: Authored) -> str:
    """Return the number of findings and of named exceptions by rule, as a table."""
    found = Counter(fault.rule for fault in set(authored.faults.found))
    excused = Counter(row["rule"] for row in authored["exceptions"])
    lines = [f"{'rule':16}{'breaks':>8}{'excepted':>10}  what"]
    lines += [f"{rule:16}{found[rule]:8}{excused[rule]:10}  {text}" for rule, text in RULES.items()]
    return "\n".join(lines)
