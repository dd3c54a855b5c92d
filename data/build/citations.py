"""The pinpoints as they ship: what place in which work a row, and the features that it made, rest on."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from .tables import Authored
from .territories import Feature

COLUMNS = ("row", "features", "source", "locator_label", "locator", "supports", "day", "seen", "note")


def _features_of(authored: Authored, layers: dict[str, list[Feature]]) -> dict[str, list[str]]:
    """Return by row id the ids of the shipped features that the row made."""
    ids = {layer: [item["properties"]["id"] for item in features] for layer, features in layers.items()}
    made: dict[str, list[str]] = defaultdict(list)
    for layer in (*authored.frontier.territories, "clashes", "events", "railways"):
        for name in ids.get(layer, []):
            made[name].append(name)
            row = re.sub(r"-t(\d{2}|\d{6})$", "", name)
            if row != name:
                made[row].append(name)
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
