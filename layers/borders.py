"""Outlines between holders, each stretch with how well it is known."""

from layers.base import declare

LAYER = declare(
    key="borders",
    title={"en": "Borders and fronts", "zh": "邊界與戰線", "ru": "Границы и фронты"},
    kind="outline",
    group="Lines",
    rule="as_of",
    order=60,
    about=(
        "Solid where a border was demarcated, long dashes where only a treaty text fixes it, short dashes "
        "where it is approximate, dots for a front line or a claim."
    ),
    tooltip=("name", "basis", "start_date", "end_date", "certainty"),
    popup=("level", "basis", "note", "sources"),
)
