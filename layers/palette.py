"""Colours of polities and operators: the frontier's families of hue, in the one style of page and print.

Each state's regimes form a family of one hue, so that a change of regime reads as a shade and a change of
hands as a hue; each status that says how a land was held has one pattern, and what foreign troops hold keeps
the ground of its sovereign. `tests/test_layers_palette.py` holds neighbours to
a distance, also as seen with colour-vision deficiencies.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geo.frontier import Frontier, shipped

STYLE: dict[str, Any] = json.loads(Path(__file__).with_name("style.json").read_text(encoding="utf-8"))
"""What page and print share: colours, strengths, dashes, widths, sizes."""
GROUND: str = STYLE["ground"]
SEA: str = STYLE["sea"]
INK: str = STYLE["ink"]
FILL_OPACITY: float = STYLE["fill_opacity"]


def colour_of(polity: str | None, frontier: Frontier | None = None) -> str:
    """Return the fill of a polity; grey for one that no family has."""
    return (frontier or shipped()).fill_of(polity) or str(STYLE["unknown"]["fill"])


class Look(NamedTuple):
    """How a land is painted by who held it."""

    ground: str
    """The polity whose fill it has."""
    pattern: str | None
    """The pattern of its status, or of a title held by another; None for a plain fill."""
    tint: str | None
    """The polity in whose stroke the pattern is drawn."""


def land_look(row: Mapping[str, Any], frontier: Frontier | None = None) -> Look:
    """Return how a land is painted by its `polity`, `sovereign_key` and `status`.

    The page has the same rule (`map/style.js`); `tests/cases/land_style.json` holds both to it.
    """
    frontier = frontier or shipped()
    polity, status = row.get("polity") or "", row.get("status")
    title = row.get("sovereign_key") or polity
    foreign = frontier.nation_of(title) != frontier.nation_of(polity)
    pattern = STYLE["status_pattern"].get(status) or (STYLE["title_pattern"] if foreign else None)
    if foreign and status in STYLE["sovereign_ground"]:
        return Look(title, pattern, polity)
    return Look(polity, pattern, (title if foreign else polity) if pattern else None)


def operator_colour(operator: str | None, frontier: Frontier | None = None) -> str:
    """Return the colour of a line by its operator; dark grey for one that isn't declared."""
    known = (frontier or shipped()).operators.get(operator or "")
    return known.colour if known else str(STYLE["line"]["unknown"])


def stroke_of(fill: str) -> str:
    """Return the outline that goes with a fill: the same hue, darker."""
    return _hex(part * STYLE["stroke_shade"] for part in _rgb(fill))


def blended(fill: str, ground: str = GROUND, opacity: float = FILL_OPACITY) -> str:
    """Return the colour that the eye gets from a fill laid over the ground."""
    return _hex(
        over * opacity + under * (1 - opacity) for over, under in zip(_rgb(fill), _rgb(ground), strict=True)
    )


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _hex(parts: Any) -> str:
    return "#" + "".join(f"{min(max(round(part), 0), 255):02x}" for part in parts)
