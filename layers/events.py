"""Treaties, foundations, visits and other turning points."""

from layers.base import declare

LAYER = declare(
    key="events",
    title={"en": "Events", "zh": "事件", "ru": "События"},
    kind="event",
    group="Happenings",
    rule="during",
    order=80,
    about=(
        "Treaties, foundations, assassinations, notes, visits and talks of the year; those without a place "
        "stand in the record of the year only."
    ),
    tooltip=("name", "start_date", "place"),
    popup=("kind", "place", "note", "sources"),
)
