"""The works behind what a page shows: their references as `geo.citations` makes them, the places cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geo.citations import reference_texts
from geo.frontier import Frontier
from geo.works import read_pinpoints, read_sources


def sources_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the CSL-JSON works of a folder by id; none if it has no `sources.json`."""
    path = folder / "sources.json"
    return read_sources(path) if path.exists() else {}


def works_used(cited: Iterable[str], frontier: Frontier) -> dict[str, dict[str, str]]:
    """Return works by id in the order of a bibliography: `text` (titles in `<i>`), how it was `seen`."""
    known = sources_of(frontier.folder)
    texts = reference_texts(known.values())
    wanted = set(cited)
    works: dict[str, dict[str, str]] = {}
    for key, text in texts.items():
        if key in wanted:
            seen = (known[key].get("custom") or {}).get("seen")
            works[key] = {"text": text, **({"seen": seen} if seen else {})}
    return works


def places_cited(ids: Iterable[str], frontier: Frontier) -> dict[str, dict[str, str]]:
    """Return by feature and work the places cited in it, such as `art. 3; p. 512`."""
    known = read_pinpoints(frontier.folder / "citations.csv")
    places: dict[str, dict[str, str]] = {}
    for name in ids:
        by_work: dict[str, dict[str, None]] = defaultdict(dict)
        for one in known.get(name, ()):
            by_work[one.source][one.text] = None
        if by_work:
            places[name] = {key: "; ".join(texts) for key, texts in by_work.items()}
    return places
