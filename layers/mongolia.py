"""Outer Mongolia: Qing land, Bogd Khanate, People's Republic."""

from layers.base import TERRITORY_POPUP, TERRITORY_TOOLTIP, declare

LAYER = declare(
    key="mongolia",
    title={"en": "Mongolia", "zh": "外蒙古", "ru": "Монголия"},
    kind="territory",
    group="Territories",
    rule="as_of",
    order=20,
    about=(
        "Khalkha, Khovd, the Darkhad lands and the strip by the Khalkhin Gol: who governed them, and whose "
        "they were by treaty until China recognised Mongolia in January 1946."
    ),
    tooltip=TERRITORY_TOOLTIP,
    popup=TERRITORY_POPUP,
)
