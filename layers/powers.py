"""The states around the frontier: everyone whose land is not in a layer of its own."""

from layers.base import TERRITORY_POPUP, TERRITORY_TOOLTIP, declare

LAYER = declare(
    key="powers",
    title={"en": "Neighbouring powers", "zh": "周邊國家", "ru": "Соседние державы"},
    kind="territory",
    group="Neighbours",
    rule="as_of",
    order=10,
    about=(
        "Russia and the Soviet Union, China proper and Inner Mongolia, Korea, Japan, Tibet and Soviet "
        "Central Asia, so that the frontier is seen between its states. Coarser than the frontier layers."
    ),
    tooltip=TERRITORY_TOOLTIP,
    popup=TERRITORY_POPUP,
)
