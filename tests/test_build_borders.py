"""Borders are derived from which units touch and who holds them."""

from shapely.geometry import LineString, box

from data.build.borders import by_line, different_spans, shared_segments

FAMILIES = {
    "qing": "china",
    "roc": "china",
    "prc": "china-red",
    "russia": "russia",
    "ussr": "soviet",
    "japan": "japan",
}


def row(start: str, end: str, polity: str, sovereign: str, sources: str = "A") -> dict[str, str]:
    return {"start": start, "end": end, "polity": polity, "sovereign": sovereign, "sources": sources}


def spans(left, right):
    return [(span.start, span.end, span.level) for span in different_spans(left, right, FAMILIES)]


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


def test_the_same_holder_is_no_border_and_fleeting_fronts_are_left_out():
    left = [row("1900-01-01", "", "roc", "roc")]
    right = [
        row("1900-01-01", "1930-01-01", "roc", "roc"),
        row("1930-01-01", "1930-01-20", "prc", "roc"),
        row("1930-01-20", "1931-01-20", "roc", "roc"),
        row("1931-01-20", "1932-01-20", "prc", "roc"),
        row("1932-01-20", "", "roc", "roc"),
    ]
    assert spans(left, right) == [("1931-01-20", "1932-01-20", "regime")]


def test_sources_of_both_sides_are_carried():
    left, right = (
        [row("1900-01-01", "", "qing", "qing", "A;B")],
        [row("1900-01-01", "", "ussr", "ussr", "B;C")],
    )
    (span,) = different_spans(left, right, FAMILIES)
    assert set(span.sources) == {"A", "B", "C"}
