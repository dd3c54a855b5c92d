"""Xinjiang: provincial governors, rebellions, two East Turkestan republics."""

from layers.base import TERRITORY_POPUP, TERRITORY_TOOLTIP, declare

LAYER = declare(
    key="xinjiang",
    title={"en": "Xinjiang", "zh": "新疆", "ru": "Синьцзян"},
    kind="territory",
    group="Territories",
    rule="as_of",
    order=40,
    about=(
        "District by district: the governors from Yang Zengxin to Sheng Shicai, the Kumul and Khotan "
        "risings, the 36th Division, the East Turkestan republics of 1933 and 1944, Chinese rule again."
    ),
    tooltip=TERRITORY_TOOLTIP,
    popup=TERRITORY_POPUP,
)
