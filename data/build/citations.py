"""The pinpoints: what place in which work a row rests on; `citations.csv` as it ships."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from .tables import Authored, Row, split_list
from .territories import Feature

COLUMNS = ("row", "features", "source", "locator_label", "locator", "supports", "seen", "note")


def period_id(row: Row) -> str:
    """Return the id of a railway period's feature."""
    return "-".join(part for part in (row["line_id"], row["from_seq"], row["start"]) if part)


def cited_works(authored: Authored) -> dict[str, set[str]]:
    """Return by row id the works that the row cites: rows that a pinpoint may name.

    A clash takes in its casualty claims; a railway line's works are those of each of its periods too.
    """
    cited: dict[str, set[str]] = defaultdict(set)
    for table in (*authored.frontier.territories, "clashes", "events"):
        for row in authored[table]:
            cited[row["id"]].update(split_list(row["sources"]))
    for row in authored["clash_casualties"]:
        cited[row["clash_id"]].update(split_list(row["sources"]))
    for table, key in (("lines", "line_id"), ("edges", "edge_id"), ("rail_lines", "line_id")):
        for row in authored[table]:
            cited[row[key]].update(split_list(row["sources"]))
    for row in authored["rail_periods"]:
        cited[period_id(row)].update(split_list(row["sources"]), cited.get(row["line_id"], ()))
    for row in authored["place_names"]:
        cited[f"{row['place_id']}/{row['start']}"].update(split_list(row["sources"]))
    return dict(cited)


def _features_of(authored: Authored, layers: dict[str, list[Feature]]) -> dict[str, list[str]]:
    """Return by row id the ids of the shipped features that the row made."""
    ids = {layer: [item["properties"]["id"] for item in features] for layer, features in layers.items()}
    made: dict[str, list[str]] = defaultdict(list)
    for layer in (*authored.frontier.territories, "clashes", "events", "railways"):
        for name in ids.get(layer, []):
            made[name].append(name)
    for item in layers.get("railways", []):
        made[item["properties"]["line_id"]].append(item["properties"]["id"])
    stems = [row["line_id"] for row in authored["lines"]] + [row["edge_id"] for row in authored["edges"]]
    for stem in stems:
        mine = re.compile(rf"(claim-{re.escape(stem)}|{re.escape(stem)}-(state|regime)-\d.*)$", re.IGNORECASE)
        made[stem] += [name for name in ids.get("borders", []) if mine.match(name)]
    return made


def citations_csv(authored: Authored, layers: dict[str, list[Feature]]) -> str:
    """Return `citations.csv`: the authored pinpoints with the shipped features (`;`) each stands behind."""
    made = _features_of(authored, layers)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    order = ("row", "source", "locator_label", "locator", "supports")
    for row in sorted(authored["citations"], key=lambda row: tuple(row[column] for column in order)):
        writer.writerow({**row, "features": ";".join(made.get(row["row"], []))})
    return out.getvalue()
