"""What can go wrong in `layers`, each a builtin's subclass."""

from __future__ import annotations

from pathlib import Path

from geo.errors import AtlasError


class SpanError(AtlasError, ValueError):
    """A year or span outside the atlas, or turned round."""


class FormatError(AtlasError, ValueError):
    """A file whose ending names no format that can be written."""


class PageError(AtlasError, RuntimeError):
    """A part of the page is missing or not fit to be inlined."""


class FontError(AtlasError, ValueError):
    """No installed font has the characters of a text that is to be drawn."""


class TourError(AtlasError, ValueError):
    """A tour file that can't be used; the message lists every fault in it."""

    def __init__(self, path: Path, faults: list[str]) -> None:
        """Name the file and all faults, one a line."""
        self.faults = faults
        super().__init__("\n".join(f"{path.name}: {fault}" for fault in faults))
