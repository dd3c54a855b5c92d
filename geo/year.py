"""What a year brought: changes of hands and of standing, railways, clashes, events, headline, counts.

It is computed here alone; terminal, page and app show it. A change is what is another on a day than on the
day before: a land's holder (a change of hands), or only its sovereign or status (a change of standing); how a
line ran. That a row begins is none, nor is what stands on the frontier's first day.

What changed alike, from the same to the same, is one line if each change follows the one before within `RUN`
days: an army's advance through twenty districts is one run, and read as one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from geo import dates
from geo.errors import DataFileError
from geo.frontier import KINDS, Frontier, shipped
from geo.index import index_of
from geo.measure import stated_km2
from geo.passages import Passage, passages
from geo.places import Place, read_places
from geo.states import Difference, Rows

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

RUN = 31
"""Days from one change to the next that still belongs to its run."""
HEADLINES = "headlines.json"
Layers = Mapping[str, "GeoDataFrame"]


@dataclass(frozen=True)
class Part:
    """One row's share in a change: the land that passed to it, or the stretch that runs in another way."""

    day: int
    """YYYYMMDD; `when` says the same as exactly as it is known (EDTF)."""
    when: str
    layer: str
    id: str
    name: str
    place: str | None
    """A land's chief towns by their names of the day, a line's stretch, where something happened."""
    before: str | None = None
    """The row that held at least half of the land that passed, or the line before."""
    area_km2: float = 0
    """Area of the land that passed, as stated."""
    towns: tuple[str, ...] = ()
    """Ids of the chief towns of a land."""


@dataclass(frozen=True)
class Change:
    """One line of the year: what changed alike in one run of days."""

    difference: Difference
    parts: tuple[Part, ...]
    """By day, the largest first."""

    @property
    def first(self) -> int:
        """First day, YYYYMMDD."""
        return self.parts[0].day

    @property
    def last(self) -> int:
        """Last day, YYYYMMDD."""
        return self.parts[-1].day

    @property
    def area_km2(self) -> float:
        """Area of the land that passed, km2."""
        return round(sum(part.area_km2 for part in self.parts), 2)


@dataclass(frozen=True)
class Headline:
    """What tops a year, in three languages, and the rows that it rests on."""

    en: str
    zh: str
    ru: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Year:
    """What a year brought, each list by date."""

    year: int
    headline: Headline | None
    hands: tuple[Change, ...]
    standing: tuple[Change, ...]
    clashes: tuple[Part, ...]
    events: tuple[Part, ...]
    railways: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each there are; `lands` are the parts of the changes of hands, `km2` their area."""
        lists = ("hands", "standing", "railways", "clashes", "events")
        return {name: len(getattr(self, name)) for name in lists} | {
            "lands": sum(len(change.parts) for change in self.hands),
            "km2": round(sum(change.area_km2 for change in self.hands)),
        }


def year_in_brief(layers: Layers, year: int, *, frontier: Frontier | None = None) -> Year:
    """Return what a year brought, from layers (GeoDataFrames in WGS 84 by key). Raises DateError."""
    return years_in_brief(layers, (year, year), frontier=frontier)[0]


def years_in_brief(layers: Layers, years: tuple[int, int], *, frontier: Frontier | None = None) -> list[Year]:
    """Return what each year brought, first and last included. Raises DateError."""
    frontier = frontier or shipped()
    told = headlines_of(frontier.folder)
    span = dates.years(*years)
    rows = {
        kind: [Rows(key, layers[key]) for key in frontier.of_kind(kind) if key in layers] for kind in KINDS
    }
    towns = Towns(frontier.folder)
    changes: dict[str, list[Change]] = {"hands": [], "standing": [], "railways": []}
    for one in _runs(
        [*_lands(rows["territory"], span, frontier, towns), *_lines(rows["line"], span, frontier)]
    ):
        changes[one.difference.what].append(one)
    happened = {kind: _happenings(rows[kind], span) for kind in ("clash", "event")}
    found = []
    for year in range(years[0], years[1] + 1):
        of_year = {
            what: tuple(one for one in listed if dates.year_of(one.first) == year)
            for what, listed in changes.items()
        }
        clashes, events = (tuple(happened[kind].get(year, ())) for kind in ("clash", "event"))
        brief = Year(year, told.get(year), clashes=clashes, events=events, **of_year)
        here = {part.id for part in (*clashes, *events)}
        if brief.headline is None or here.isdisjoint(brief.headline.rows):
            brief = replace(brief, headline=_headline(brief, rows))
        found.append(brief)
    return found


@cache
def headlines_of(folder: Path) -> dict[int, Headline]:
    """Return the authored headlines of a data folder by year; none if it has no `headlines.json`."""
    path = folder / HEADLINES
    if not path.exists():
        return {}
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {int(year): Headline(**row | {"rows": tuple(row["rows"])}) for year, row in listed.items()}
    except (ValueError, TypeError, KeyError) as error:
        raise DataFileError(
            f"{path} is not a table of headlines by year ({error!r}): build it again"
        ) from None


class Towns:
    """The towns of a data folder's base map: which lie in a land, and what they were called."""

    def __init__(self, folder: Path, most: int = 2) -> None:
        """Read the towns, none if the folder has no such file; a land is named by `most` of them."""
        path = folder / "basemap" / "towns.geojson"
        towns = sorted(read_places(path), key=lambda town: (town.rank, town.id)) if path.exists() else []
        self._most = most
        self._towns = towns
        self._tree = shapely.STRtree([shapely.Point(town.lon, town.lat) for town in towns])

    def chief(self, land: Any) -> list[Place]:
        """Return the chief towns of a land (WGS 84), the greatest first."""
        inside = sorted(self._tree.query(land, predicate="contains").tolist())
        return [self._towns[place] for place in inside[: self._most]]


_Steps = list[tuple[Difference, Part]]


def _lands(listed: Iterable[Rows], span: dates.Span, frontier: Frontier, towns: Towns) -> _Steps:
    """Return what differed of the lands in a span, each row's share on its day."""
    steps: _Steps = []
    for rows in listed:
        groups: dict[Any, list[Passage]] = defaultdict(list)
        for one in passages(rows.frame, span, since=frontier.days.start):
            groups[one.day, one.row, rows.land_difference(one)].append(one)
        for (day, row, difference), passed in groups.items():
            if difference:
                area = stated_km2(sum(one.area_km2 for one in passed))
                most = max(passed, key=lambda one: one.area_km2)
                mostly = most.before is not None and 2 * most.area_km2 >= sum(one.area_km2 for one in passed)
                chief = towns.chief(rows.frame.geometry.iat[row])
                part = replace(
                    _part(rows, row, day, ended=most.after is None),
                    before=str(rows.cell(most.before or 0, "id")) if mostly else None,
                    area_km2=area,
                    place=", ".join(town.names_on(day)["name"] for town in chief) or None,
                    towns=tuple(town.id for town in chief),
                )
                steps.append((difference, part))
    return steps


def _lines(listed: Iterable[Rows], span: dates.Span, frontier: Frontier) -> _Steps:
    """Return what differed of the railways in a span, each row's stretch on its day."""
    steps: dict[Any, Part] = {}
    for rows in listed:
        for one in passages(rows.frame, span, since=frontier.days.start):
            difference = rows.line_difference(one)
            if difference:
                part = _part(rows, one.row, one.day, ended=one.after is None)
                before = None if one.before is None else str(rows.cell(one.before, "id"))
                steps.setdefault((difference, part), replace(part, before=before))
    return [(difference, part) for (difference, _), part in steps.items()]


def _part(rows: Rows, row: int, day: int, *, ended: bool = False) -> Part:
    """Return a row as part of a year: what began on a day, or ended."""
    when = rows.cell(row, "end_edtf" if ended else "start_edtf") or dates.iso_from_number(day)
    names = str(rows.cell(row, "id")), str(rows.cell(row, "name"))
    return Part(day, str(when), rows.key, *names, rows.cell(row, "segment", "place"))


def _runs(steps: _Steps) -> list[Change]:
    """Return changes by first day: what differs alike in a year, cut where `RUN` days bring nothing more."""
    alike: dict[Any, list[Part]] = defaultdict(list)
    for difference, part in steps:
        alike[dates.year_of(part.day), difference].append(part)
    found = []
    for (_, difference), parts in alike.items():
        parts.sort(key=lambda part: (part.day, -part.area_km2, part.id))
        gaps = (dates.days_between(one.day, two.day) > RUN for one, two in pairwise(parts))
        cuts = [place for place, gap in enumerate(gaps, start=1) if gap]
        found += [
            Change(difference, tuple(parts[start:end])) for start, end in pairwise([0, *cuts, len(parts)])
        ]
    return sorted(found, key=lambda one: (one.first, -one.area_km2, one.parts[0].id))


def _happenings(listed: Iterable[Rows], span: dates.Span) -> dict[int, list[Part]]:
    """Return what began to happen in a span, by year and day."""
    found: dict[int, list[Part]] = defaultdict(list)
    for rows in listed:
        start = index_of(rows.frame).start
        for row in ((start >= span.start) & (start < span.end)).nonzero()[0].tolist():
            found[dates.year_of(int(start[row]))].append(_part(rows, row, int(start[row])))
    return {year: sorted(parts, key=lambda part: (part.day, part.id)) for year, parts in found.items()}


def _headline(brief: Year, rows: Mapping[str, Sequence[Rows]]) -> Headline | None:
    """Return a headline where none is written on what is here: chief event or clash, else largest change."""
    known = {one.key: one for listed in rows.values() for one in listed}

    def told(part: Part, *fields: str) -> Any:
        return known[part.layer].cell(known[part.layer].frame["id"].tolist().index(part.id), *fields)

    happened = sorted(
        [*brief.events, *brief.clashes],
        key=lambda part: (told(part, "importance") or 2, -(told(part, "killed_max") or 0), part.day),
    )
    lands = sorted((part for one in brief.hands for part in one.parts), key=lambda part: -part.area_km2)
    for part in (*happened, *lands):
        en, zh, ru = (told(part, field, "name") for field in ("name", "name_zh", "name_ru"))
        return Headline(en, zh, ru, (part.id,))
    return None
