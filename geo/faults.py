"""What is wrong in a file: one `Fault` for shipped layers and authored tables, told apart by its `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of thing is wrong; nothing is ever read out of a fault's words."""

    FILE = "file"
    """The file can't be read at all."""
    FORM = "form"
    """Not a feature, or a table of the wrong shape."""
    ID = "id"
    FIELD = "field"
    """A field that is missing, empty or of the wrong type."""
    WORD = "word"
    """A word that is not in its vocabulary."""
    PERIOD = "period"
    """No period can be made of the two dates."""
    EDTF = "edtf"
    """The uncertain date, beside a period that stands."""
    SOURCE = "source"
    SHAPE = "shape"
    """No sound geometry: its land can't be compared with another's."""
    STYLE = "style"
    """A geometry that is sound, but not written as RFC 7946 wants it."""
    OVERLAP = "overlap"
    GAP = "gap"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: in which file, at which feature or row, what, and how to mend it."""

    file: str
    feature: str
    """Id of the feature, or key of the row."""
    what: str
    remedy: str = ""
    kind: Kind = field(default=Kind.FIELD, kw_only=True)
    warning: bool = field(default=False, kw_only=True)
    """Worth a look, but nothing stops for it."""
    rule: str = field(default="", kw_only=True)
    """The rule of evidence that an authored row breaks, if it is one."""

    def __str__(self) -> str:
        """Return the fault as one line."""
        said = f"{self.what}; {self.remedy}" if self.remedy else self.what
        return f"{self.file}: {self.feature}: {'warning: ' if self.warning else ''}{said}"


def feature_name(feature: Any, number: int) -> str:
    """Return a feature's id for a message, its place in the file if it has none."""
    if isinstance(feature, Mapping):
        properties = feature.get("properties")
        own = properties.get("id") if isinstance(properties, Mapping) else None
        for found in (own, feature.get("id")):
            if found not in (None, ""):
                return str(found)
    return f"feature number {number}"
