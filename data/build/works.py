"""The works cited: `sources.json` (CSL-JSON) and the readable `SOURCES.md`."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from geo.vocabulary import CERTAINTIES, SEEN
from geo.works import place

from .check_works import READ, seen
from .tables import Authored, Row, split_list
from .territories import Feature


def sources_json(authored: Authored) -> str:
    """Return all works in order of id, one a line."""
    lines = [
        json.dumps(authored.works[key], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for key in sorted(authored.works)
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _pinpoints(authored: Authored) -> dict[str, str]:
    """Return by work id the places in it that rows cite, such as `art. 3 (2), p. 300`."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for row in authored["citations"]:
        places[row["source"]][place(row["locator_label"], row["locator"])] += 1
    return {
        key: ", ".join(f"{where} ({count})" if count > 1 else where for where, count in sorted(found.items()))
        for key, found in places.items()
    }


def _reference(work: dict[str, Any], text: str) -> str:
    """Return a work's reference in Markdown, its note, and how it was known in square brackets."""
    text = re.sub("</?i>", "*", text.replace("*", r"\*"))
    remark = work.get("custom", {}).get("seen_note", "")
    known = f"{seen(work)}: {remark}" if remark else seen(work)
    note = f" {work['note'].rstrip('.')}." if work.get("note") else ""
    return f"{text}{note} [{known}]"


def _doubts(layers: dict[str, list[Feature]]) -> list[str]:
    """Return one line for each name and note of low certainty, however many periods it has."""
    lines: dict[str, None] = {}
    for layer, features in layers.items():
        for item in features:
            properties = item["properties"]
            if properties.get("certainty") == "low":
                lines[f"- {layer}: {properties['name']}: {properties['note'] or 'no note'}"] = None
    return list(lines)


def _citing(authored: Authored) -> Iterator[tuple[Row, set[str]]]:
    """Yield each authored row that cites works, with the works."""
    for rows in authored.rows.values():
        for row in rows:
            cells = (row.get("sources", ""), row.get("length_sources", ""))
            cited = {key for cell in cells for key in split_list(cell)}
            if cited:
                yield row, cited


def evidence(authored: Authored, layers: dict[str, list[Feature]]) -> dict[str, Any]:
    """Return what the atlas rests on, counted: works, citations and places by how known, rows by how sure.

    `read` are the works of which something was read, `unread` the rows of high certainty that cite none.
    """
    words = {key: seen(work) for key, work in authored.works.items()}
    counts = {"works": Counter(words.values()), "citations": Counter[str](), "pinpoints": Counter[str]()}
    high = unread = 0
    for row, cited in _citing(authored):
        counts["citations"].update(words.get(key, "") for key in cited)
        if row.get("certainty") == "high":
            high += 1
            unread += not any(words.get(key) in READ for key in cited)
    counts["pinpoints"].update(row["seen"] for row in authored["citations"])
    sure = {
        layer: Counter(str(item["properties"].get("certainty")) for item in features)
        for layer, features in layers.items()
    }
    return {
        **{
            kind: {word: found[word] for word in SEEN} | {"all": found.total()}
            for kind, found in counts.items()
        },
        "read": sum(word in READ for word in words.values()),
        "units": len(authored["units"]),
        "rows": {"high": high, "unread": unread},
        "certainty": {layer: {word: found[word] for word in CERTAINTIES} for layer, found in sure.items()},
    }


def evidence_json(counts: dict[str, Any]) -> str:
    """Return the counts, one kind a line."""
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in counts.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _known(counts: dict[str, Any]) -> str:
    """Return the table of how works and places in them were known, and what that leaves of high certainty."""
    kinds = ("works", "citations", "pinpoints")
    lines = [
        f"| {word} | {' | '.join(str(counts[kind][word]) for kind in kinds)} |" for word in (*SEEN, "all")
    ]
    high, unread = counts["rows"]["high"], counts["rows"]["unread"]
    return (
        "| | works | citations | pinpoints |\n| --- | --- | --- | --- |\n"
        + "\n".join(lines)
        + f"\n\nOf {high} rows of high certainty {unread} cite no work of which anything was read."
    )


def sources_md(authored: Authored, layers: dict[str, list[Feature]], texts: dict[str, str]) -> str:
    """Return `SOURCES.md`: how works were known, what each layer cites, what is of low certainty and why.

    `texts` are the references of the works by id.
    """
    used = Counter(key for _, cited in _citing(authored) for key in cited)
    rows, counts = [], evidence(authored, layers)
    for layer, features in layers.items():
        cited = {key for item in features for key in item["properties"].get("sources", [])}
        sure = " | ".join(str(counts["certainty"][layer][word]) for word in CERTAINTIES)
        rows.append(f"| {layer} | {len(features)} | {len(cited)} | {sure} |")
    pinpoints = _pinpoints(authored)
    works = [
        f"- **{key}** ({used[key]}): {_reference(authored.works[key], texts[key])}"
        + (f" Cited at {pinpoints[key]}." if key in pinpoints else "")
        for key in sorted(authored.works)
    ]
    parts = [
        "# Sources",
        "Generated by `python -m data.build`; don't edit. The works stand in `sources.json` (CSL-JSON), "
        "the places cited in them in `citations.csv`.",
        "Coasts, rivers, lakes and the borders of today: Natural Earth 1:10m, public domain "
        "(`data/base/PROVENANCE.md`).",
        "## How they were known",
        _known(counts),
        "## Layers",
        "| layer | features | works cited | of high certainty | medium | low |\n"
        "| --- | --- | --- | --- | --- | --- |\n" + "\n".join(rows),
        "## Works",
        "In round brackets: how many rows cite the work; in square ones: how it was known. "
        "Then the places cited, with how many rows cite each.",
        "\n".join(works),
        "## What is of low certainty, and why",
        "\n".join(_doubts(layers)),
    ]
    return "\n\n".join(parts) + "\n"
