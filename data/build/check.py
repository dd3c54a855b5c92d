"""All faults of the authored tables, without geometry: what `python -m data.build --faults` prints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from geo.faults import Fault
from geo.frontier import Frontier

from .check_article import check_article
from .check_citations import check_citations
from .check_lines import check_lines, check_railways
from .check_points import check_clashes, check_events, check_keys, check_places
from .check_tenures import check_tenures
from .check_works import check_works
from .contradictions import check_notes, check_renames
from .evidence import check_evidence
from .exceptions import apply_exceptions
from .headlines import check_headlines
from .identifiers import check_identifiers
from .recognition import check_recognitions, check_views
from .same import check_same
from .schema import tenure_table
from .scripts import check_scripts
from .seats import check_capitals, check_seats
from .tables import Authored
from .transfers import check_transfer_table, check_transfers
from .windows import check_shared_days, check_windows

_CHECKS: dict[str, Callable[[Authored], None]] = {
    "railways": check_railways,
    "clashes": check_clashes,
    "events": check_events,
    "headlines": check_headlines,
    "places": check_places,
    "lines": check_lines,
    "keys": check_keys,
    "works": check_works,
    "citations": check_citations,
    "identifiers": check_identifiers,
    "article": check_article,
    "capitals": check_capitals,
    "recognitions": check_recognitions,
    "transfers": check_transfer_table,
}
RULES: tuple[Callable[[Authored], None], ...] = (
    check_evidence, check_notes, check_renames, check_views, check_seats, check_scripts, check_windows,
    check_shared_days, check_same, check_transfers,
)  # fmt: skip
"""The rules of evidence: the map obeys its notes, certainty is earned, nothing defaults."""
FILES = {
    "railways": ("railways/",),
    "clashes": ("clashes.csv", "clash_casualties.csv"),
    "events": ("events.csv",),
    "headlines": ("headlines.csv",),
    "places": ("places.csv", "place_names.csv", "aliases.csv", "islands.csv"),
    "lines": ("lines.csv", "line_vertices.csv", "edges.csv"),
    "capitals": ("capitals.csv",),
    "recognitions": ("recognitions.csv",),
    "transfers": ("transfers.csv",),
    "keys": ("polities.csv", "units.csv", "comparison.csv"),
    "works": ("sources/",),
    "citations": ("citations.csv",),
    "identifiers": ("identifiers.csv",),
    "article": ("article.csv",),
}


def checks_of(frontier: Frontier) -> dict[str, Callable[[Authored], None]]:
    """Return the check of each layer of land, then those of the other tables."""
    tenures = {layer: partial(check_tenures, layer=layer) for layer in frontier.territories}
    return tenures | _CHECKS


def files_of(table: str) -> tuple[str, ...]:
    """Return how the files begin that a check reads."""
    return FILES.get(table) or (tenure_table(table).path,)


def check_authored(authored: Authored, *, only: str = "") -> list[Fault]:
    """Run the checks (all, or those of one layer) and return faults first, then warnings."""
    for name, check in checks_of(authored.frontier).items():
        if not only or name == only:
            check(authored)
    for rule in RULES:
        rule(authored)
    apply_exceptions(authored, whole=False)
    found = authored.faults.errors() + authored.faults.warnings()
    if only:
        found = [fault for fault in found if fault.file.startswith(files_of(only))]
    return found
