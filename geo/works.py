"""The works that a feature rests on: reading them, the place cited in each, how each was known."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geo import files
from geo.errors import DataFileError, UnknownNameError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Item = Mapping[str, Any]
"""A work as a CSL-JSON item."""

_LOCATORS = {
    "annex": ("annex", "annexes"), "article": ("art.", "arts."), "chapter": ("chap.", "chaps."),
    "document": ("doc.", "docs."), "entry": ("s.v.", "s.vv."), "folio": ("fol.", "fols."),
    "issue": ("no.", "nos."), "map": ("map", "maps"), "note": ("n.", "nn."), "number": ("no.", "nos."),
    "page": ("p.", "pp."), "paragraph": ("para.", "paras."), "part": ("pt.", "pts."),
    "section": ("sec.", "secs."), "table": ("table", "tables"), "volume": ("vol.", "vols."),
}  # fmt: skip
"""Words for `geo.vocabulary.LOCATORS`, of one and of several."""
_SEEN = {
    "opened": "read",
    "excerpt": "read in an excerpt",
    "catalogue": "known from a catalogue",
    "cited-by": "known through a work that cites it",
    "not-seen": "not seen",
}


class Pinpoint(NamedTuple):
    """A place in a work that a feature rests on, what of the feature it supports, how it was known."""

    source: str
    label: str
    locator: str
    supports: tuple[str, ...]
    seen: str

    @property
    def text(self) -> str:
        """The place as references give it, such as `art. 3` or `pp. 53–74`."""
        return place(self.label, self.locator)


def place(label: str, locator: str) -> str:
    """Return a place in a work in words: a CSL locator label (`page`) with its value (`53-74`)."""
    shown = locator.replace("-", "–") if locator.replace("-", "").replace(" ", "").isdigit() else locator
    one, several = _LOCATORS.get(label, (label, label))
    return f"{several if any(mark in shown for mark in '–,') else one} {shown}".strip()


def seen(item: Item) -> str:
    """Return in words how a work was known (`custom.seen`), nothing if it doesn't say."""
    return seen_in_words(str((item.get("custom") or {}).get("seen", "")))


def seen_in_words(word: str) -> str:
    """Return a word of `geo.vocabulary.SEEN` as a reader is told it; other words as they are."""
    return _SEEN.get(word, word)


def read_sources(path: str | Path | None = None) -> dict[str, dict[str, Any]]:
    """Return the works (CSL-JSON items) by id, the shipped ones by default. Raises DataFileError."""
    path = Path(path) if path is not None else files.DATA / "sources.json"
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return {item["id"]: item for item in items}
    except FileNotFoundError:
        raise DataFileError(f"{path} is not there: run `python -m data.build` to make it") from None
    except (ValueError, TypeError, KeyError) as error:
        raise DataFileError(f"{path} is not a CSL-JSON array of works with ids: {error!r}") from None


def read_pinpoints(path: str | Path | None = None) -> dict[str, list[Pinpoint]]:
    """Return the places cited by feature id, of the shipped `citations.csv` by default.

    None if the file isn't there. Raises DataFileError if a column is missing.
    """
    path = Path(path) if path is not None else files.DATA / "citations.csv"
    found: dict[str, list[Pinpoint]] = defaultdict(list)
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            try:
                supports = tuple(part for part in row["supports"].split(";") if part)
                one = Pinpoint(row["source"], row["locator_label"], row["locator"], supports, row["seen"])
                names = row["features"].split(";")
            except (KeyError, AttributeError) as error:
                raise DataFileError(f"{path}: a row lacks the column {error}: add it") from None
            for name in names:
                if name and one not in found[name]:
                    found[name].append(one)
    return dict(found)


def works_of(
    feature_id: str,
    *,
    layers: Mapping[str, GeoDataFrame] | None = None,
    sources: Mapping[str, Item] | None = None,
) -> list[dict[str, Any]]:
    """Return the works behind a feature as CSL-JSON items, those of its casualty claims included.

    Looks in the shipped layers and works unless others are given. Raises UnknownNameError.
    """
    layers = _shipped() if layers is None else layers
    works = read_sources() if sources is None else sources
    feature = _feature(feature_id, layers)
    keys = list(feature.get("sources") or [])
    for claim in feature.get("casualties") or []:
        keys += claim.get("sources") or []
    unknown = [key for key in keys if key not in works]
    if unknown:
        raise UnknownNameError(f"work (cited by {feature_id})", unknown[0], works)
    return [dict(works[key]) for key in dict.fromkeys(keys)]


def parts_of(
    feature_id: str,
    *,
    layers: Mapping[str, GeoDataFrame] | None = None,
    sources: Mapping[str, Item] | None = None,
) -> list[tuple[str, str]]:
    """Return what may have identifiers of a feature, by kind and id: itself, its polity, its works.

    Looks in the shipped layers and works unless others are given. Raises UnknownNameError.
    """
    feature = _feature(feature_id, _shipped() if layers is None else layers)
    works = works_of(feature_id, layers=layers, sources=sources)
    own = [(kind, feature_id) for kind in ("tenure", "clash", "event")]
    parts = [("railway", feature.get("line_id")), ("polity", feature.get("polity"))]
    return (
        own + [(kind, str(key)) for kind, key in parts if key] + [("work", str(work["id"])) for work in works]
    )


@lru_cache(maxsize=1)
def _shipped() -> dict[str, GeoDataFrame]:
    return files.load_layers()


def _feature(feature_id: str, layers: Mapping[str, GeoDataFrame]) -> dict[str, Any]:
    for frame in layers.values():
        hits = (frame["id"] == feature_id).to_numpy().nonzero()[0]
        if len(hits):
            wanted = [name for name in ("id", "name", "sources", "casualties") if name in frame]
            return {name: frame[name].iat[hits[0]] for name in wanted}
    raise UnknownNameError("feature", feature_id, (name for frame in layers.values() for name in frame["id"]))
