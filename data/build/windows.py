"""Uncertain and shared starts: no window opens before its cause, no shared day stands without its act."""

from __future__ import annotations

from collections import defaultdict

from .days import edtf_bounds, is_day
from .schema import TABLES, tenure_table
from .tables import Authored, split_list

SHARED = 4
"""So many tenures that begin on one day, all exact, need the act of that day."""


def cause_days(authored: Authored) -> dict[str, str]:
    """Return the first day of each clash and event, the earliest it can mean."""
    days = {}
    for name in ("clashes", "events"):
        for row in authored[name]:
            bounds = edtf_bounds(row["start_edtf"]) if row["start_edtf"] else None
            days[row["id"]] = min(row["start"], bounds[0]) if bounds else row["start"]
    return days


def check_windows(authored: Authored) -> None:
    """Name each uncertain start that has no cause, or opens before it."""
    known = cause_days(authored)
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            causes = split_list(row["cause"])
            bad = [cause for cause in causes if cause not in known and not is_day(cause)]
            if bad:
                authored.faults.add(
                    tenure_table(layer).path, row["id"],
                    f"cause {', '.join(bad)} is no clash, event or day: check the spelling",
                )  # fmt: skip
                continue
            bounds = edtf_bounds(row["start_edtf"]) if row["start_edtf"] else None
            if bounds is None:
                continue
            if not causes:
                text = f"start_edtf {row['start_edtf']!r} has no cause: name the clash or event, or its day"
            else:
                first = min(known.get(cause, cause) for cause in causes)
                if bounds[0] >= first:
                    continue
                text = f"start_edtf {row['start_edtf']!r} opens on {bounds[0]}, before its cause ({first})"
            authored.faults.add(tenure_table(layer).path, row["id"], text, rule="before-cause")


def check_shared_days(authored: Authored) -> None:
    """Name the tenures that begin exactly on a day they share with many, if no act of that day is cited."""
    acts = {row["day"] for row in authored["shared_days"]}
    starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for layer in authored.frontier.territories:
        for row in authored[layer]:
            if row["start"] != authored.days[0] and not row["start_edtf"]:
                starts[row["start"]].append((layer, row["id"]))
    for day, rows in sorted(starts.items()):
        if len(rows) >= SHARED and day not in acts:
            for layer, name in rows:
                authored.faults.add(
                    tenure_table(layer).path, name,
                    f"begins on {day} with {len(rows) - 1} others: give the act of that day in "
                    "shared_days.csv, or this land's own day or window",
                    rule="formula-day",
                )  # fmt: skip
    from .rules import Rules

    rules = Rules(TABLES["shared_days"].path, authored)
    for row in authored["shared_days"]:
        rules.required(row["day"], row, ("act",))
        rules.sources(row["day"], row)
        if row["day"] not in starts:
            rules.fault(row["day"], "no tenure begins on this day: delete the row")
    rules.close()
