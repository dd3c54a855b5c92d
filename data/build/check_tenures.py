"""Faults of the tenure tables: who holds each unit on each day, and in what words."""

from __future__ import annotations

from collections import defaultdict

from geo.vocabulary import CERTAINTIES, STATUSES

from .days import end_or_open
from .recognition import parse_views
from .rules import Rules
from .schema import tenure_table
from .tables import Authored, Row, split_list


def polity_spans(authored: Authored) -> dict[str, list[tuple[str, str]]]:
    """Return for each polity key its spans of dates, in order."""
    spans: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in authored["polities"]:
        spans[row["key"]].append((row["start"], end_or_open(row["end"])))
    return {key: sorted(value) for key, value in spans.items()}


def check_tenures(authored: Authored, layer: str) -> None:
    """Check one layer's tenure table: form, keys, and that each unit has one holder each day."""
    rules = Rules(tenure_table(layer).path, authored)
    spans = polity_spans(authored)
    days = authored.days
    homes = {row["unit"]: row["layer"] for row in authored["units"]}
    held: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in authored[layer]:
        name = row["id"] or "(no id)"
        rules.required(name, row, ("id", "units", "name", "polity", "controller", "sovereign"))
        rules.one_of(name, row, "status", STATUSES)
        rules.certainty(name, row, CERTAINTIES)
        rules.sources(name, row)
        _check_keys(rules, name, row, spans, authored)
        good = rules.period(name, row)
        units = split_list(row["units"])
        for unit in sorted({unit for unit in units if units.count(unit) > 1}):
            rules.fault(name, f"names unit {unit!r} twice")
        for unit in units:
            if unit not in homes:
                rules.fault(name, f"unit {unit!r} is not in units.csv: check the spelling")
            elif homes[unit] != layer:
                rules.fault(name, f"unit {unit!r} belongs to layer {homes[unit]}")
            elif good:
                held[unit].append((row["start"], end_or_open(row["end"]), name))
    if authored[layer]:
        for unit in sorted(unit for unit, home in homes.items() if home == layer):
            _check_unit(rules, unit, held[unit], days)
    rules.close()


def _check_keys(
    rules: Rules, name: str, row: Row, spans: dict[str, list[tuple[str, str]]], authored: Authored
) -> None:
    views, bad = parse_views(row["views"], authored.frontier.viewpoints)
    for part in bad:
        rules.fault(name, f"view {part!r} is not <{'|'.join(authored.frontier.viewpoints)}>:<polity>")
    keys = {(column, row[column]) for column in ("polity", "controller", "sovereign") if row[column]}
    keys |= {("claimants", key) for key in split_list(row["claimants"])}
    keys |= {(f"view {viewpoint}", key) for viewpoint, key in views.items()}
    for column, key in sorted(keys):
        if key not in spans:
            rules.fault(name, f"{column} {key!r} is not a key of polities.csv")
        elif column in ("polity", "controller", "sovereign"):
            first, last = spans[key][0][0], spans[key][-1][1]
            start = max(row["start"], authored.days[0])
            if start < first or start >= last:
                rules.fault(name, f"{column} {key!r} lives {first}..{last}, not on {start}", warning=True)
            elif row["end"] and row["end"] > last:
                rules.fault(name, f"{column} {key!r} ends on {last}, before this row does", warning=True)


def _check_unit(rules: Rules, unit: str, held: list[tuple[str, str, str]], days: tuple[str, str]) -> None:
    """Note each gap and overlap of one unit's tenures between the first and the last day (ISO)."""
    first_day, end_day = days
    where = f"unit {unit}"
    if not held:
        rules.fault(where, "has no tenure at all")
        return
    until, holder = first_day, "the first day"
    for start, end, name in sorted(held):
        if start > until:
            rules.fault(where, f"gap: nobody holds it {until}..{start} (between {holder} and {name})")
        elif start < until and holder != "the first day":
            rules.fault(where, f"overlap: {holder} and {name} both hold it {start}..{min(until, end)}")
        if end > until:
            until, holder = end, name
    if until < end_day:
        rules.fault(where, f"gap: nobody holds it {until}..{end_day} (after {holder})")
