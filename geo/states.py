"""Who held a land, whose it was, how a railway ran, as the rows of a layer say it; and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from geo.files import plain
from geo.passages import Passage

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class Holder(NamedTuple):
    """Who held a land, and who decided there, as keys of polities."""

    polity: str
    controller: str


class Standing(NamedTuple):
    """Whose a land was in law, as a key, and what it was to its holder."""

    sovereign: str | None
    status: str | None


class Running(NamedTuple):
    """How a railway ran: its state, operator and owner (keys, or their names), gauge."""

    status: str | None
    operator: str | None
    owner: str | None
    gauge_mm: int | None


State = Holder | Standing | Running
_Fields = TypeVar("_Fields", Standing, Running)


class Difference(NamedTuple):
    """What is another after a passage: `hands`, `standing` or `railways`, and both sides.

    A side is None if the layer shows nobody. Of a standing, and of a railway that ran before, the sides have
    only what differs, the owner only if nothing else does; the rest is None.
    """

    what: str
    before: State | None
    after: State | None


class Rows:
    """A layer's rows by position, their columns at hand."""

    def __init__(self, key: str, frame: GeoDataFrame) -> None:
        """Take the frame of the layer `key`."""
        self.key = key
        self.frame = frame
        self._columns: dict[str, list[Any]] = {}

    def cell(self, row: int, *fields: str) -> Any:
        """Return the first of some fields that the row has; None if it has none."""
        for field in fields:
            if field not in self._columns:
                column = self.frame[field] if field in self.frame else [None] * len(self.frame)
                self._columns[field] = [plain(value) for value in column]
            if self._columns[field][row] is not None:
                return self._columns[field][row]
        return None

    def land_difference(self, passage: Passage) -> Difference | None:
        """Return what differs of a land that passed; None if its holder and standing are the same."""
        before, after = (self._holder(row) for row in (passage.before, passage.after))
        if before != after:
            return Difference("hands", before, after)
        if passage.before is None or passage.after is None:
            return None
        law = _differing(self._standing(passage.before), self._standing(passage.after))
        return Difference("standing", *law) if law[0] != law[1] else None

    def line_difference(self, passage: Passage) -> Difference | None:
        """Return what differs of a railway; None for a stretch that was cut anew and runs as before."""
        before, after = (self._running(row) for row in (passage.before, passage.after))
        if before and after:
            before, after = _differing(before, after)
            if before._replace(owner=None) != after._replace(owner=None):
                before, after = before._replace(owner=None), after._replace(owner=None)
        elif after and after.owner == after.operator:
            after = after._replace(owner=None)
        return Difference("railways", before, after) if before != after else None

    def _holder(self, row: int | None) -> Holder | None:
        if row is None:
            return None
        polity = self.cell(row, "polity", "controller_key", "controller")
        return Holder(str(polity), str(self.cell(row, "controller_key", "controller", "polity")))

    def _standing(self, row: int) -> Standing:
        return Standing(self.cell(row, "sovereign_key", "sovereign"), self.cell(row, "status"))

    def _running(self, row: int | None) -> Running | None:
        if row is None:
            return None
        owner, operator = (self.cell(row, f"{role}_key", role) for role in ("owner", "operator"))
        return Running(self.cell(row, "status"), operator, owner, self.cell(row, "gauge_mm"))


def _differing(before: _Fields, after: _Fields) -> tuple[_Fields, _Fields]:
    """Return two of a kind without what both have."""
    same = {name: None for name, one, two in zip(before._fields, before, after, strict=True) if one == two}
    return before._replace(**same), after._replace(**same)
