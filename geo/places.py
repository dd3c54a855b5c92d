"""Places by any of their names: old or new, in any language, without regard to case and diacritics."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from geo import files
from geo.errors import UnknownNameError
from geo.names import name_on

_LANGUAGES = ("name", "name_zh", "name_ru", "name_local")
_APART = re.compile(r"[(),/;]")


class Place(NamedTuple):
    """A town and where it is (WGS 84 degrees); `names` are its names with their half-open periods."""

    id: str
    name: str
    lon: float
    lat: float
    rank: int
    names: list[dict[str, Any]]

    def names_on(self, day: int) -> dict[str, Any]:
        """Return the names (by language) that the place bore on a day (YYYYMMDD)."""
        row = name_on(self.names, day) or {"name": self.name}
        return {language: row.get(language) for language in _LANGUAGES}


def folded(text: str) -> str:
    """Return a name as it is compared: letters and digits only, no case, no diacritics."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if sign.isalnum())


def read_places(path: str | Path | None = None) -> list[Place]:
    """Return the towns of the base map (or of another such GeoJSON file). Raises DataFileError."""
    path = Path(path) if path is not None else files.DATA / "basemap" / "towns.geojson"
    places = []
    for feature in files.read_features(path):
        row, (lon, lat) = feature["properties"], feature["geometry"]["coordinates"]
        places.append(Place(row["id"], row["name"], lon, lat, row.get("rank") or 9, row.get("names") or []))
    return places


def find_places(name: str, *, path: str | Path | None = None) -> list[Place]:
    """Return the places that ever bore a name, the greatest first. Raises UnknownNameError if none did."""
    wanted = folded(name)
    places = read_places(path)
    found = [place for place in places if wanted and wanted in map(folded, _spellings(place))]
    if not found:
        raise UnknownNameError(
            "place", name, (spelling for place in places for spelling in _spellings(place))
        )
    return sorted(found, key=lambda place: (place.rank, place.id))


def _spellings(place: Place) -> list[str]:
    whole = [place.id, place.name]
    whole += [row[language] for row in place.names for language in _LANGUAGES if row.get(language)]
    parts = [part.strip() for text in whole for part in _APART.split(text)]
    return list(dict.fromkeys(part for part in (*whole, *parts) if part))
