"""Manchuria: Russian occupation, warlords, Manchukuo, Soviet army, civil war."""

from layers.base import TERRITORY_POPUP, TERRITORY_TOOLTIP, declare

LAYER = declare(
    key="manchuria",
    title={"en": "Manchuria", "zh": "滿洲", "ru": "Маньчжурия"},
    kind="territory",
    group="Territories",
    rule="as_of",
    order=50,
    about=(
        "The north-east with Barga, Jehol and the Liaodong leases, cut by who held it: from the Russian "
        "occupation of 1900 through Zhang Zuolin, Manchukuo and the Soviet army to the People's Republic."
    ),
    tooltip=TERRITORY_TOOLTIP,
    popup=TERRITORY_POPUP,
)
