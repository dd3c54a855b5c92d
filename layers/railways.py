"""Railways: openings, gauges, owners and operators."""

from layers.base import declare

LAYER = declare(
    key="railways",
    title={"en": "Railways", "zh": "鐵路", "ru": "Железные дороги"},
    kind="line",
    group="Lines",
    rule="as_of",
    order=70,
    about=(
        "Lines that carried the rivalry, drawn through their stations: colour by operator, width by gauge, "
        "dashed while under construction. Lengths are measured on the drawn line."
    ),
    tooltip=("name", "segment", "operator", "gauge_mm", "start_date", "end_date"),
    popup=(
        "owner",
        "operator",
        "gauge_mm",
        "zone",
        "status",
        "length_km",
        "published_length_km",
        "note",
        "sources",
    ),
)
