"""A year in brief in words, as a terminal shows it, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo import dates
from geo.frontier import Frontier, shipped
from geo.names import polity_on
from geo.states import Holder, Running, Standing, State
from geo.year import Change, Part, Year

NOBODY = "nobody shown"
QUIET = "Nothing changed hands and no clash is recorded: what stood the year before still held."
_LISTS = ("hands", "standing", "clashes", "events", "railways")
_TITLES = {
    "hands": "Changes of hands (held before -> held after)",
    "standing": "Changes of standing (before -> after)",
    "clashes": "Clashes",
    "events": "Events",
    "railways": "Railways (before -> after)",
}
_COUNTED = {
    "hands": ("change of hands", "changes of hands"),
    "standing": ("change of standing", "changes of standing"),
    "railways": ("railway change", "railway changes"),
    "clashes": ("clash", "clashes"),
    "events": ("event", "events"),
}


class Words:
    """Names of the day for what a year's changes hold as keys."""

    def __init__(self, frontier: Frontier) -> None:
        """Take the names of a frontier's polities and operators."""
        self._frontier = frontier

    def told(self, change: Change) -> str:
        """Return what differs, from the names before its first day to those of its last."""
        _, before, after = change.difference
        if before is None and isinstance(after, Running):
            return self.side(after, change.last)
        return f"{self.side(before, dates.next_day(change.first, -1))} -> {self.side(after, change.last)}"

    def side(self, side: State | None, day: int) -> str:
        """Return one side of a change in words, on a day (YYYYMMDD)."""
        if isinstance(side, Holder):
            return self.holder(side, day)
        if isinstance(side, Standing):
            sovereign = [] if side.sovereign is None else [self._polity(side.sovereign, day)]
            return ", ".join([*sovereign, *([] if side.status is None else [side.status])])
        return self.running(side) if isinstance(side, Running) else NOBODY

    def holder(self, holder: Holder, day: int) -> str:
        """Return a holder's name, and who decided there if another did."""
        name, controller = (self._polity(key, day) for key in holder)
        return name if name == controller else f"{name} (under {controller})"

    def running(self, line: Running) -> str:
        """Return how a line ran."""
        gauge = None if line.gauge_mm is None else f"{line.gauge_mm} mm"
        owner = None if line.owner is None else f"owned by {self._operator(line.owner)}"
        operator = None if line.operator is None else self._operator(line.operator)
        return ", ".join(part for part in (line.status, operator, owner, gauge) if part)

    def _polity(self, key: str, day: int) -> str:
        return polity_on(self._frontier.folder, key, day)

    def _operator(self, key: str) -> str:
        known = self._frontier.operators
        return known[key].title.en if key in known else key


def sentence_from_counts(counts: dict[str, int]) -> str:
    """Return what a year counts in one sentence, nothing that it has none of."""
    said = []
    for name, words in _COUNTED.items():
        if counts[name]:
            said.append(f"{counts[name]} {words[counts[name] > 1]}")
            if name == "hands":
                said[-1] += f" ({_lands(counts['lands'])}, {counts['km2']:,} km2)"
    return f"{', '.join(said)}." if said else QUIET


def text_from_year(brief: Year, *, frontier: Frontier | None = None) -> str:
    """Return a year in brief as text: headline, counts, then each list, railways last."""
    words = Words(frontier or shipped())
    lines = [f"{brief.year} in brief"]
    if brief.headline:
        lines.append(brief.headline.en)
    lines.append(sentence_from_counts(brief.counts))
    for name in _LISTS:
        listed = getattr(brief, name)
        if listed:
            lines += ["", _TITLES[name]]
        for one in listed:
            lines += _change_lines(one, words) if isinstance(one, Change) else [_part_line(one)]
    return "\n".join(lines)


def _change_lines(change: Change, words: Words) -> Iterator[str]:
    parts = change.parts
    told = words.told(change)
    area = [f"{_km2(change.area_km2)} km2"] if change.area_km2 else []
    if len(parts) == 1:
        named = (
            [_named(parts[0])]
            if not told.endswith(f" {parts[0].name}")
            else [*filter(None, [parts[0].place])]
        )
        yield f"{_when(parts[0]):<18} {told}: {', '.join([*named, *area])}"
        return
    kinds = "stretches" if change.difference.what == "railways" else "lands"
    yield f"{_days(change):<18} {told}: {', '.join([f'{len(parts)} {kinds}', *area])}"
    for part in parts:
        own = [f"{_km2(part.area_km2)} km2"] if part.area_km2 else []
        yield f"    {_when(part):<14} {', '.join([_named(part), *own])}"


def _part_line(part: Part) -> str:
    return f"{_when(part):<18} {_named(part)}"


def _named(part: Part) -> str:
    return f"{part.name}: {part.place}" if part.place else part.name


def _when(part: Part) -> str:
    """Return a part's day as exactly as it is known; its year if no more is."""
    return dates.short(part.when) or str(dates.year_of(part.day))


def _days(change: Change) -> str:
    """Return the first and the last day of a run, each `c.` if it isn't known to the day."""
    first, last = (_day(part) for part in (change.parts[0], change.parts[-1]))
    return first if first == last else f"{first} to {last}"


def _day(part: Part) -> str:
    day = dates.iso_from_number(part.day) or ""
    return dates.short(day if part.when == day else f"{day}~")


def _lands(count: int) -> str:
    return f"{count} land{'s' * (count != 1)}"


def _km2(area: float) -> str:
    return f"{area:,.0f}" if area >= 1 else f"{area:.2f}"


def json_from_year(brief: Year, *, frontier: Frontier | None = None) -> dict[str, Any]:
    """Return a year in brief as plain values for JSON: keys of the layers, names of the day beside them."""
    words = Words(frontier or shipped())
    found: dict[str, Any] = {"year": brief.year, "headline": None, "counts": brief.counts}
    if brief.headline:
        found["headline"] = {name: getattr(brief.headline, name) for name in ("en", "zh", "ru")}
        found["headline"]["rows"] = list(brief.headline.rows)
    for name in _LISTS:
        listed = getattr(brief, name)
        found[name] = [
            _change_json(one, words) if isinstance(one, Change) else _part_json(one) for one in listed
        ]
    return found


def _change_json(change: Change, words: Words) -> dict[str, Any]:
    return {
        "start": dates.iso_from_number(change.first),
        "end": dates.iso_from_number(change.last),
        "from": _side_json(change.difference.before, dates.next_day(change.first, -1), words),
        "to": _side_json(change.difference.after, change.last, words),
        "area_km2": round(change.area_km2, 2),
        "parts": [_part_json(part) for part in change.parts],
    }


def _side_json(side: State | None, day: int, words: Words) -> dict[str, Any] | None:
    if side is None:
        return None
    known = {key: value for key, value in side._asdict().items() if value is not None}
    return {"name": words.side(side, day)} | known


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "date": dates.iso_from_number(part.day),
        "when": part.when,
        "layer": part.layer,
        "id": part.id,
        "name": part.name,
        "place": part.place,
        "before": part.before,
        "area_km2": round(part.area_km2, 2),
    }
