"""Faults of the works: how each was known."""

from __future__ import annotations

from typing import Any

from geo.vocabulary import SEEN

from .faults import Faults
from .tables import Authored

Work = dict[str, Any]


def seen(work: Work) -> str:
    """Return how a work was known, a word of `SEEN`, or nothing if it doesn't say."""
    custom = work.get("custom")
    return str(custom.get("seen", "")) if isinstance(custom, dict) else ""


def check_works(authored: Authored) -> None:
    """Check every work of `sources/*.json`."""
    for key, work in sorted(authored.works.items()):
        _check_seen(key, work, authored.faults)


def _check_seen(key: str, work: Work, faults: Faults) -> None:
    word = seen(work)
    if not word:
        faults.add("sources/", key, f"says not how it was known: custom.seen, one of {', '.join(SEEN)}")
    elif word not in SEEN:
        faults.add("sources/", key, f"custom.seen {word!r} is not one of {', '.join(SEEN)}")
