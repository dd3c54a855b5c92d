"""Places by any of their names: old or new, in any language and spelling (`geo.folding`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from geo import files
from geo.errors import UnknownNameError
from geo.folding import fold, spellings
from geo.names import name_on

_LANGUAGES = ("name", "name_zh", "name_ru", "name_local")
_FILES = ("towns", "islands", "rivers", "lakes")
_RANKS = {"islands": 5, "rivers": 6, "lakes": 6}
"""Waters and islands come after towns of the same name."""


class Place(NamedTuple):
    """A town, island, river or lake and where it is (WGS 84 degrees); `names` have half-open periods.

    `identifiers` are what others call it, by scheme (`geonames`, ...).
    """

    id: str
    name: str
    lon: float
    lat: float
    rank: int
    names: list[dict[str, Any]]
    aliases: list[str]
    kind: str = "town"
    identifiers: Mapping[str, str] = MappingProxyType({})

    def names_on(self, day: int) -> dict[str, Any]:
        """Return the names (by language) that the place bore on a day (YYYYMMDD)."""
        row = name_on(self.names, day) or {"name": self.name}
        return {language: row.get(language) for language in _LANGUAGES}

    def spellings(self) -> list[str]:
        """Return everything that the place was ever called, other romanisations and single names included."""
        dated = [row.get(language) for row in self.names for language in _LANGUAGES]
        return spellings([self.id, self.name, *dated, *self.aliases])


def read_places(path: str | Path | None = None) -> list[Place]:
    """Return the towns, islands, rivers and lakes of the base map, or of another such GeoJSON file.

    Raises DataFileError.
    """
    return [_place(feature, one.stem) for one in _paths(path) for feature in files.read_features(one)]


def find_places(name: str, *, path: str | Path | None = None) -> list[Place]:
    """Return the places that ever bore a name, the greatest first. Raises UnknownNameError if none did."""
    named = _by_spelling(tuple((one, files.stamp(one)) for one in _paths(path)))
    found = named.get(_joined(name))
    if not found:
        raise UnknownNameError("place", name, (said for one in read_places(path) for said in one.spellings()))
    return list(found)


def _paths(path: str | Path | None) -> list[Path]:
    folder = files.DATA / "basemap"
    return [Path(path)] if path is not None else [folder / f"{name}.geojson" for name in _FILES]


@lru_cache(maxsize=4)
def _by_spelling(read: tuple[tuple[Path, tuple[int, int]], ...]) -> dict[str, list[Place]]:
    """Return the places that bore each spelling (joined), the greatest first; of the files as stamped."""
    places = [place for path, _ in read for place in read_places(path)]
    found: dict[str, list[Place]] = {}
    for place in sorted(places, key=lambda place: (place.rank, place.id)):
        for spelling in dict.fromkeys(map(_joined, place.spellings())):
            if spelling:
                found.setdefault(spelling, []).append(place)
    return found


def _joined(text: str) -> str:
    """Return a folded name without its spaces: `Ulan-Ude` is `Ulanude` too."""
    return fold(text).replace(" ", "")


def _place(feature: dict[str, Any], stem: str) -> Place:
    row = feature["properties"]
    lon, lat = row.get("label") or feature["geometry"]["coordinates"]
    undated = {"start_date": None, "end_date": None, **{key: row.get(key) for key in _LANGUAGES}}
    return Place(
        row["id"],
        row["name"],
        lon,
        lat,
        row.get("rank") or _RANKS.get(stem, 9),
        row.get("names") or [undated],
        row.get("aliases") or [],
        row.get("kind") or stem.removesuffix("s"),
        row.get("identifiers") or {},
    )
