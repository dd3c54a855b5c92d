"""JSON read strictly as frozen dataclasses, by their type hints: every fault is noted, with its remedy.

Known hints: `str`, `int`, `float`, `bool`, `X | None`, `tuple[X, ...]`, `tuple[X, X]`, `Mapping[str, X]`,
dataclasses, and `Annotated[X, rule]` with a `Rule` below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Protocol, Union, get_args, get_origin, get_type_hints

_PLAIN = {
    str: ("a text", "write one in quotes"),
    int: ("a whole number", "write one without quotes"),
    float: ("a number", "write one without quotes"),
    bool: ("a yes or no", "write true or false"),
}


class Unreadable(Exception):  # noqa: N818 (never leaves this module)
    """A value that can't be used; its fault is noted."""


class Rule(Protocol):
    """What a value must keep besides its type."""

    def fault(self, value: Any) -> tuple[str, str] | None:
        """Return what is wrong with a value, and the remedy; None if nothing is."""


class Match:
    """A text of a form."""

    def __init__(self, pattern: str, what: str, remedy: str) -> None:
        """Hold the pattern, what it makes of a text, and how to mend one that isn't."""
        self.pattern, self.what, self.remedy = re.compile(pattern), what, remedy

    def fault(self, value: str) -> tuple[str, str] | None:
        """Return the fault of a text of another form."""
        return None if self.pattern.fullmatch(value) else (f"{short(value)} is not {self.what}", self.remedy)


class Within:
    """A number from `low` to `high`."""

    def __init__(self, low: float, high: float) -> None:
        """Hold the limits."""
        self.low, self.high = low, high

    def fault(self, value: float) -> tuple[str, str] | None:
        """Return the fault of a number outside."""
        if self.low <= value <= self.high:
            return None
        return f"{value:g} is outside {self.low:g} to {self.high:g}", "correct it"


class OneOf:
    """A word of a vocabulary."""

    def __init__(self, words: Iterable[str]) -> None:
        """Hold the words."""
        self.words = tuple(words)

    def fault(self, value: str) -> tuple[str, str] | None:
        """Return the fault of another word."""
        return None if value in self.words else (f"{short(value)} is unknown", nearest(value, self.words))


class Reader:
    """Reads values by type hint; `faults` holds `(field, what, remedy)` of each fault met."""

    def __init__(self) -> None:
        """Begin without faults."""
        self.faults: list[tuple[str, str, str]] = []

    def tell(self, where: str, what: str, remedy: str) -> None:
        """Note a fault."""
        self.faults.append((where, what, remedy))

    def read(self, value: Any, hint: Any, where: str) -> Any:
        """Return a value as its hint says. Raises Unreadable, its faults noted."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            made = self.read(value, args[0], where)
            for rule in args[1:]:
                if fault := rule.fault(made):
                    self.tell(where, *fault)
            return made
        if origin in (UnionType, Union):
            return None if value is None else self.read(value, args[0], where)
        if origin is tuple:
            return self._tuple(value, args, where)
        if origin is Mapping:
            if not isinstance(value, dict):
                self._refuse(value, where, "an object", "write it in braces, a key for each")
            return self._each(value, dict.fromkeys(value, args[1]), where)
        if is_dataclass(hint):
            return self._object(value, hint, where)
        return self._plain(value, hint, where)

    def _plain(self, value: Any, hint: type, where: str) -> Any:
        what, remedy = _PLAIN[hint]
        numeric = hint is float and type(value) is int
        if not (type(value) is hint or numeric) or (hint is str and not value.strip()):
            self._refuse(value, where, what, remedy)
        return value

    def _tuple(self, value: Any, args: tuple[Any, ...], where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self._refuse(value, where, "a list", "write it in brackets")
        if args[-1] is not Ellipsis and len(value) != len(args):
            self._refuse(value, where, f"a list of {len(args)}", "give as many")
        hints = {f"{number}": args[0] for number in range(1, len(value) + 1)}
        listed = dict(zip(hints, value, strict=True))
        return tuple(self._each(listed, hints, where).values())

    def _object(self, value: Any, kind: Any, where: str) -> Any:
        if not isinstance(value, dict):
            self._refuse(value, where, "an object", "write it in braces")
        hints = get_type_hints(kind, include_extras=True)
        known = {part.name: part for part in fields(kind) if part.init}
        for name in value:
            if name not in known:
                self.tell(where, f"unknown name {name!r}", nearest(name, known))
        bare = [
            name
            for name, part in known.items()
            if name not in value and part.default is MISSING and part.default_factory is MISSING
        ]
        for name in bare:
            self.tell(where, f"no {name!r}", "add it")
        given = {name: value[name] for name in known if name in value}
        made = self._each(given, hints, "" if where == _TOP else where)
        if bare:
            raise Unreadable
        return kind(**made)

    def _each(self, values: Mapping[str, Any], hints: Mapping[str, Any], where: str) -> dict[str, Any]:
        """Return values by name, read each by its hint, all of them before one that is bad raises."""
        made, bad = {}, False
        for name, value in values.items():
            try:
                made[name] = self.read(value, hints[name], f"{where}.{name}" if where else name)
            except Unreadable:
                bad = True
        if bad:
            raise Unreadable
        return made

    def _refuse(self, value: Any, where: str, what: str, remedy: str) -> None:
        self.tell(where, f"{short(value)} is not {what}", remedy)
        raise Unreadable


_TOP = "the file"


def read_object(value: Any, kind: type[Any]) -> tuple[Any, Reader]:
    """Return a JSON value as a dataclass (None if it can't be), and the reader with the faults met."""
    reader = Reader()
    try:
        return reader.read(value, kind, _TOP), reader
    except Unreadable:
        return None, reader


def short(value: Any) -> str:
    """Return a value for a message, cut if it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Return the remedy for an unknown name: the nearest that exists, else all of them."""
    known = sorted(allowed)
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
