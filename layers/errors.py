"""What can go wrong in `layers`, each a builtin's subclass."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class UnknownNameError(ValueError):
    """A layer, field or option that doesn't exist; the message lists what does."""

    def __init__(self, what: str, name: str, allowed: Iterable[str]) -> None:
        """Name the bad value, the nearest that exists and all that exist."""
        known = sorted(allowed)
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "check the spelling."
        super().__init__(f"no {what} {name!r}: {hint} Known: {', '.join(known)}")


class SpanError(ValueError):
    """A year or span outside the atlas, or turned round."""


class PageError(RuntimeError):
    """A part of the page is missing or not fit to be inlined."""


class TourError(ValueError):
    """A tour file that can't be used; the message lists every fault in it."""

    def __init__(self, path: Path, faults: list[str]) -> None:
        """Name the file and all faults, one a line."""
        self.faults = faults
        super().__init__("\n".join(f"{path.name}: {fault}" for fault in faults))
