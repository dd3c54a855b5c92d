"""What can go wrong in `geo`, each a builtin's subclass; every message names the value and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class AtlasError(Exception):
    """What a user or a file got wrong: told without a traceback. A bug is never one."""


class DateError(AtlasError, ValueError):
    """A date, or a period, that can't be read or is turned round."""


class DataFileError(AtlasError, ValueError):
    """A data file that is missing, is not GeoJSON, or can't be made into a layer."""


class SchemaError(AtlasError, ValueError):
    """Features that break the schema; `faults` holds every one of them."""

    def __init__(self, faults: Iterable[object]) -> None:
        """Join all faults into one message, a line each."""
        self.faults = list(faults)
        super().__init__(f"{len(self.faults)} fault(s):\n" + "\n".join(str(fault) for fault in self.faults))


class UnknownNameError(AtlasError, LookupError, ValueError):
    """A layer, feature, place or format that doesn't exist; the message lists what comes near."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Name the bad value and the nearest that exist, all of them if they are few."""
        names = sorted(set(known))
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        if near:
            hint = f"did you mean {' or '.join(repr(one) for one in near)}?"
        elif len(names) <= 20:
            hint = f"choose one of {', '.join(names) or '(none)'}"
        else:
            hint = "check the spelling"
        super().__init__(f"no {what} {name!r}: {hint}")


class PointError(AtlasError, ValueError):
    """A longitude or latitude off the globe, or coordinates that don't pair."""


class ToolError(AtlasError, RuntimeError):
    """A program that the atlas calls and that isn't there; the message says how to install it."""
