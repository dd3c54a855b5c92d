"""Tuva: Tannu Uriankhai, the republic of 1921-44, the Soviet region."""

from layers.base import TERRITORY_POPUP, TERRITORY_TOOLTIP, declare

LAYER = declare(
    key="tuva",
    title={"en": "Tuva", "zh": "唐努烏梁海", "ru": "Тува"},
    kind="territory",
    group="Territories",
    rule="as_of",
    order=30,
    about=(
        "Tannu Uriankhai under the Qing and under Russia's protection, the People's Republic of 1921-44, and "
        "its entry into the Soviet Union, which China and Mongolia had claims against."
    ),
    tooltip=TERRITORY_TOOLTIP,
    popup=TERRITORY_POPUP,
)
