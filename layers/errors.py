"""What can go wrong in `layers`, each a builtin's subclass."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


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
