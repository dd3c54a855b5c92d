"""Colours of polities and operators: the frontier's families of hue, in the one style of page and print.

Each state's regimes form a family of one hue, so that a change of regime reads as a shade and a change of
hands as a hue; puppets, insurgents and interventions carry a pattern as well. `tests/test_layers_palette.py`
holds neighbours to a distance, also as seen with colour-vision deficiencies.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geo.frontier import Frontier, Paint, shipped

STYLE: dict[str, Any] = json.loads(Path(__file__).with_name("style.json").read_text(encoding="utf-8"))
"""What page and print share: colours, strengths, dashes, widths, sizes."""
GROUND: str = STYLE["ground"]
SEA: str = STYLE["sea"]
INK: str = STYLE["ink"]
FILL_OPACITY: float = STYLE["fill_opacity"]


def colour_of(polity: str | None, frontier: Frontier | None = None) -> Paint:
    """Return the paint of a polity; grey for one that no family has."""
    return (frontier or shipped()).paint_of(polity) or Paint(STYLE["unknown"]["fill"])


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
