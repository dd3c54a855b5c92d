"""The faults of a run of the build: all of them at once, and the error that names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from geo.errors import AtlasError
from geo.faults import Fault


@dataclass
class Faults:
    """A growing list of findings, so that a run names all of them and not only the first."""

    found: list[Fault] = field(default_factory=list)
    excused: set[tuple[str, str]] = field(default_factory=set)

    def add(self, file: str, row: str, text: str, *, warning: bool = False, rule: str = "") -> None:
        """Note one finding; `rule` names the rule of evidence it breaks, if it is one."""
        self.found.append(Fault(file, row, text, warning=warning, rule=rule))

    def excuse(self, rows: set[tuple[str, str]]) -> None:
        """Take out the findings of (rule, row) pairs that are excepted; remember the pairs that were met."""
        met = {(fault.rule, fault.feature) for fault in self.found} & rows
        self.excused |= met
        self.found = [fault for fault in self.found if (fault.rule, fault.feature) not in met]

    def errors(self) -> list[Fault]:
        """Return the findings that must be mended, in the order of file and row."""
        return sorted({fault for fault in self.found if not fault.warning})

    def warnings(self) -> list[Fault]:
        """Return the findings worth a look."""
        return sorted({fault for fault in self.found if fault.warning})

    def raise_if_any(self) -> None:
        """Raise `BuildError` naming every fault, if there is one."""
        errors = self.errors()
        if errors:
            raise BuildError(errors)


class BuildError(AtlasError, ValueError):
    """The build can't go on; the message lists every fault, one a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults and say them all."""
        self.faults = list(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
