"""Sovereignty passes from one country to another by an act that `transfers.csv` names, and by nothing else.

A battle changes the holder, a decree only its author's view, a refusal the claimants.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from .schema import TABLES, tenure_table
from .tables import Authored, Row, split_list


def check_transfers(authored: Authored) -> None:
    """Name each unit whose sovereign becomes another country's on a day without an act in transfers.csv."""
    acts = {(row["day"], row["from"], row["to"]) for row in authored["transfers"]}
    nation = authored.frontier.nation_of
    for layer in authored.frontier.territories:
        held: dict[str, list[Row]] = defaultdict(list)
        for row in authored[layer]:
            for unit in split_list(row["units"]):
                held[unit].append(row)
        for unit, rows in sorted(held.items()):
            for before, after in pairwise(sorted(rows, key=lambda row: row["start"])):
                old, new = nation(before["sovereign"]), nation(after["sovereign"])
                if old != new and (after["start"], old, new) not in acts:
                    authored.faults.add(
                        tenure_table(layer).path, after["id"],
                        f"makes {unit} pass from {old} to {new} in law on {after['start']}: a battle "
                        "or a decree does not; keep the sovereign, or give the act in transfers.csv",
                        rule="sovereignty",
                    )  # fmt: skip


def check_transfer_table(authored: Authored) -> None:
    """Check the table of transfers: its works, and that it has an act."""
    from .rules import Rules

    rules = Rules(TABLES["transfers"].path, authored)
    for row in authored["transfers"]:
        name = f"{row['day']}/{row['from']}/{row['to']}"
        rules.required(name, row, ("day", "from", "to", "act"))
        rules.sources(name, row)
    rules.close()
