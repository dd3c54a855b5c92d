"""Borders are derived from which units touch and who holds them."""

from shapely.geometry import LineString, box

from data.build.borders import by_line, different_spans, make_borders, shared_segments
from data.build.tables import Authored
from geo.frontier import shipped


def row(start: str, end: str, polity: str, sovereign: str, sources: str = "A") -> dict[str, str]:
    return {"start": start, "end": end, "polity": polity, "sovereign": sovereign, "sources": sources}


def spans(left, right):
    return [(span.start, span.end, span.level) for span in different_spans(left, right, shipped())]


def test_neighbours_share_segments_each_once():
    units = {"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1), "c": box(5, 5, 6, 6)}
    assert shared_segments(units) == {("a", "b"): [((1.0, 0.0), (1.0, 1.0))]}


def test_segments_know_their_cut_line():
    segments = [((1.0, 0.0), (1.0, 1.0)), ((1.0, 1.0), (2.0, 1.0))]
    sorted_ = by_line(segments, {"CUT": LineString([(1, -1), (1, 1)])})
    assert sorted_ == {"CUT": [segments[0]], "": [segments[1]]}


def test_an_occupied_land_keeps_its_state_border():
    left = [row("1900-01-01", "1900-08-01", "qing", "qing"), row("1900-08-01", "", "russia", "qing")]
    right = [row("1900-01-01", "", "russia", "russia")]
    assert spans(left, right) == [("1900-01-01", "9999-12-31", "state")]


def test_two_governments_of_one_country_are_regimes():
    left = [row("1900-01-01", "", "roc", "roc")]
    right = [row("1900-01-01", "", "prc", "prc")]
    assert spans(left, right) == [("1900-01-01", "9999-12-31", "regime")]


def test_the_same_holder_is_no_border():
    left = [row("1900-01-01", "", "roc", "roc")]
    right = [
        row("1900-01-01", "1931-01-20", "roc", "roc"),
        row("1931-01-20", "1932-01-20", "prc", "roc"),
        row("1932-01-20", "", "roc", "roc"),
    ]
    assert spans(left, right) == [("1931-01-20", "1932-01-20", "regime")]


def drawn(days_of_prc: tuple[str, str], *, line: bool, kind: str = "cut") -> list[str]:
    made = Authored(root=None)
    start, end = days_of_prc
    made.rows["units"] = [{"unit": name, "layer": "powers", "title": name} for name in ("a", "b")]
    made.rows["powers"] = [
        {**row("1900-01-01", "", "roc", "roc"), "units": "a"},
        {**row("1900-01-01", start, "roc", "roc"), "units": "b"},
        {**row(start, end, "prc", "roc"), "units": "b"},
        {**row(end, "", "roc", "roc"), "units": "b"},
    ]
    made.rows["lines"] = [
        {
            "line_id": "CUT",
            "title": "Cut",
            "kind": kind,
            "basis": "front",
            "certainty": "low",
            "note": "n",
            "sources": "S",
        }
    ]
    units = {"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1)}
    lines = {"CUT": LineString([(1, -1), (1, 2)]), "FAR": LineString([(9, 9), (9, 8)])}
    features = make_borders(made, units, lines if line else {"FAR": lines["FAR"]}, [])
    return [item["id"] for item in features]


def test_fleeting_fronts_are_left_out_sooner_along_province_edges():
    half_year = ("1930-01-01", "1930-07-01")
    assert drawn(half_year, line=True) == ["cut-regime-1930-01-01-1930-07-01"]
    assert drawn(half_year, line=False) == []
    assert drawn(("1930-01-01", "1930-02-01"), line=True) == []
    assert drawn(("1930-01-01", "1934-02-01"), line=False) == ["a-b-regime-1930-01-01-1934-02-01"]


def test_the_sides_of_a_railway_zone_are_no_borders():
    assert drawn(("1930-01-01", "1940-01-01"), line=True, kind="zone") == []


def test_sources_of_both_sides_are_carried():
    left, right = (
        [row("1900-01-01", "", "qing", "qing", "A;B")],
        [row("1900-01-01", "", "ussr", "ussr", "B;C")],
    )
    (span,) = different_spans(left, right, shipped())
    assert set(span.sources) == {"A", "B", "C"}
