"""Battles, raids, risings and border incidents."""

from layers.base import declare

LAYER = declare(
    key="clashes",
    title={"en": "Clashes and campaigns", "zh": "衝突與戰役", "ru": "Столкновения и кампании"},
    kind="clash",
    group="Happenings",
    rule="during",
    order=90,
    about=(
        "Fighting during the year, from wars that decided who held this land to single patrols. A larger "
        "sign means more killed by the highest claim; each side's own figures are in the note."
    ),
    tooltip=("name", "start_date", "end_date", "place", "belligerents"),
    popup=(
        "belligerents",
        "commanders",
        "strength",
        "casualties",
        "outcome",
        "place_certainty",
        "note",
        "sources",
    ),
)
