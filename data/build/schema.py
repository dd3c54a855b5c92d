"""The columns of the authored tables; their words are those of `geo.vocabulary`."""

from __future__ import annotations

from dataclasses import dataclass


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


CSL_TYPES = _columns(
    "article article-journal article-magazine article-newspaper book broadcast chapter collection dataset "
    "document entry entry-dictionary entry-encyclopedia legislation manuscript map paper-conference pamphlet "
    "periodical post post-weblog report software speech thesis treaty webpage"
)

CSL_VARIABLES = frozenset(
    _columns(
        "id type title author editor translator container-author container-title collection-title "
        "collection-number edition volume volume-title number-of-volumes issue page number issued publisher "
        "publisher-place genre medium archive archive_location ISBN ISSN DOI URL accessed language version "
        "note custom original-title original-date scale event-title"
    )
)
"""The CSL-JSON variables that a work may have."""


@dataclass(frozen=True)
class Table:
    """One kind of authored table: where it stands, its columns, and which of them key the row."""

    path: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    unique: bool = True


_TENURE = _columns(
    "id units start end start_edtf end_edtf cause name name_zh name_ru name_local polity controller "
    "sovereign claimants views status capital certainty note sources"
)
TABLES: dict[str, Table] = {
    "polities": Table(
        "polities.csv",
        _columns("key start end name name_zh name_ru name_local capital note sources"),
        ("key", "start"),
    ),
    "capitals": Table("capitals.csv", _columns("seat start end place name sources"), ("seat", "start")),
    "recognitions": Table(
        "recognitions.csv",
        _columns("viewpoint sovereign start end view note sources"),
        ("viewpoint", "sovereign", "start"),
    ),
    "transfers": Table("transfers.csv", _columns("day from to act sources"), ("day", "from", "to")),
    "shared_days": Table("shared_days.csv", _columns("day act sources"), ("day",)),
    "exceptions": Table("exceptions.csv", _columns("rule row reason"), ("rule", "row")),
    "units": Table("units.csv", _columns("unit layer title base seeds note sources"), ("unit",)),
    "lines": Table(
        "lines.csv",
        _columns("line_id title kind start end basis certainty cuts follows note sources"),
        ("line_id",),
    ),
    "line_vertices": Table("line_vertices.csv", _columns("line_id seq lon lat"), ("line_id", "seq")),
    "edges": Table(
        "edges.csv",
        _columns("edge_id title left right start end basis certainty note sources"),
        ("edge_id",),
    ),
    "rail_lines": Table(
        "railways/lines.csv",
        _columns(
            "line_id line segment name name_zh name_ru group published_length_km "
            "length_sources certainty note sources"
        ),
        ("line_id",),
    ),
    "rail_stations": Table(
        "railways/stations.csv", _columns("line_id seq station lon lat bend"), ("line_id", "seq")
    ),
    "rail_periods": Table(
        "railways/periods.csv",
        _columns(
            "line_id from_seq to_seq start end start_edtf end_edtf status gauge_mm owner operator owner_key "
            "operator_key zone certainty note sources"
        ),
        ("line_id", "from_seq", "start"),
    ),
    "rail_holders": Table(
        "railways/holders.csv",
        _columns("polity status start end owner operator owner_key operator_key note sources"),
        ("polity", "status", "start"),
    ),
    "clashes": Table(
        "clashes.csv",
        _columns(
            "id section kind name name_zh name_ru start end start_edtf end_edtf place place_zh place_ru "
            "lon lat place_certainty side_a side_b commanders_a commanders_b strength_a strength_b outcome "
            "certainty note sources"
        ),
        ("id",),
    ),
    "clash_casualties": Table(
        "clash_casualties.csv",
        _columns("clash_id side claimed_by killed wounded captured text sources"),
        ("clash_id", "side", "claimed_by"),
        unique=False,
    ),
    "events": Table(
        "events.csv",
        _columns(
            "id section kind title title_zh title_ru start end start_edtf end_edtf place lon lat importance "
            "clash certainty note sources"
        ),
        ("id",),
    ),
    "headlines": Table("headlines.csv", _columns("year headline headline_zh headline_ru rows"), ("year",)),
    "places": Table("places.csv", _columns("id lon lat rank kind"), ("id",)),
    "place_names": Table(
        "place_names.csv",
        _columns("place_id start end name name_zh name_ru name_local sources"),
        ("place_id", "start"),
    ),
    "aliases": Table("aliases.csv", _columns("place_id name kind sources"), ("place_id", "name")),
    "islands": Table("islands.csv", _columns("id lon lat name name_zh name_ru sources"), ("id",)),
    "waters": Table(
        "waters.csv", _columns("id kind name name_zh name_ru natural_earth lon lat note"), ("id",)
    ),
    "citations": Table(
        "citations.csv",
        _columns("row source locator_label locator supports day seen note"),
        ("row", "source", "locator_label", "locator", "supports"),
    ),
    "identifiers": Table(
        "identifiers.csv", _columns("kind id scheme value checked how"), ("kind", "id", "scheme")
    ),
    "article": Table("article.csv", _columns("number section opening rows answer"), ("number",)),
    "comparison": Table(
        "comparison.csv",
        _columns("year country polity metric value unit flag correction sources"),
        ("year", "country", "metric"),
        unique=False,
    ),
}


def tenure_table(layer: str) -> Table:
    """Return the table of a layer that holds land."""
    return Table(f"tenures/{layer}.csv", _TENURE, ("id",))
