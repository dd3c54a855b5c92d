"""The period rule: what a date says, what a period holds, by table and by property."""

import datetime as dt
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates
from geo.errors import DateError
from geo.words import LANGUAGES
from layers.words import words_from_edtf

FOLDER = Path(__file__).parent / "cases"
CASES = json.loads((FOLDER / "period.json").read_text(encoding="utf-8"))
WORDS = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))
DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2050, 12, 31))
NUMBERS = DAYS.map(dates.number_from_date)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_period_case(case):
    span = dates.Span(case["start"], case["end"])
    if "date" in case:
        assert span.contains(case["date"]) is case["expected"]
    else:
        assert span.overlaps((case["from"], case["to"])) is case["expected"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1945", 19450101, 19451231),
        (1945, 19450101, 19451231),
        ("1912-02", 19120201, 19120229),
        ("1945-08-20", 19450820, 19450820),
        (19450820, 19450820, 19450820),
        ("19450820", 19450820, 19450820),
        (dt.date(1945, 8, 20), 19450820, 19450820),
        (dt.datetime(1945, 8, 20, 23, 59), 19450820, 19450820),
        ("1945-08-20T12:00:00Z", 19450820, 19450820),
        ("1934-06~", 19340601, 19340630),
        ("1934?", 19340101, 19341231),
        ("193X", 19300101, 19391231),
        ("1934-21", 19340301, 19340531),
        ("1934-24", 19341201, 19350228),
        ("1934-24~", 19341201, 19350228),
        ("1943-24", 19431201, 19440229),
        ("1944-11-07/1944-11-12", 19441107, 19441112),
        ("1933/..", 19330101, dates.OPEN),
        ("../1933", dates.ALWAYS, 19331231),
        (" 1945 ", 19450101, 19451231),
    ],
)
def test_bounds_of_what_a_date_says(value, first, last):
    assert dates.bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "x", "1934-13", "1934-02-30", "1934-5", "34", "12 Nov 1934", "1945/1944", "../..", 0, -5, 12345,
     19340230, None, True, 1.5j],
)  # fmt: skip
def test_what_is_no_date_is_refused_by_name(value):
    with pytest.raises(DateError, match=r"^(date|interval) "):
        dates.bounds(value)


def test_a_moment_is_the_last_day_of_what_it_says():
    assert dates.moment(1945) == 19451231
    assert dates.moment("1945-02") == 19450228
    assert dates.moment("1934-06~") == 19340630
    with pytest.raises(DateError, match="interval"):
        dates.moment("1944-11-07/1944-11-12")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1933-02-20", 19330220, 19330220),
        ("1933-02-20~", 19330210, 19330302),
        ("1934-06~", 19340502, 19340730),
        ("1934?", 19330702, 19350702),
        ("1944-11-07/1944-11-12", 19441107, 19441112),
        ("1944-11-07~/1944-11-12", 19441028, 19441112),
        ("1933-03~/..", 19330130, dates.OPEN),
    ],
)
def test_uncertain_dates_are_widened_by_their_precision(text, first, last):
    assert dates.uncertain_bounds(text) == (first, last)


@pytest.mark.parametrize("case", WORDS, ids=[case["edtf"] for case in WORDS])
def test_uncertain_dates_in_words(case):
    """The page is held to the same file: tests/web/core/time.test.js."""
    edtf = case["edtf"]
    assert [dates.readable(edtf, lang) for lang in LANGUAGES] == case["said"]
    assert [dates.short(edtf, lang) for lang in LANGUAGES] == case["short"]
    behind = zip(("from", "自", "с"), LANGUAGES, strict=True)
    assert [dates.preceded(word, edtf, lang) for word, lang in behind] == case["from"]
    assert list(dates.uncertain_bounds(edtf)) == case["bounds"]
    assert words_from_edtf(edtf) == case["shipped"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1912, "1912"),
        (19450820, "20 August 1945"),
        (dt.date(1945, 8, 20), "20 August 1945"),
        (dates.OPEN, "still so"),
        ("1984?-06", "possibly June 1984"),
        ("[1667,1668]", "between 1667 and 1668"),
        ("19XX", "between 1900 and 1999"),
        ("18XX/1910", "between 1800 and 1910"),
        ("1890/19XX", "between 1890 and 1999"),
        ("156X-12-25", "between 25 December 1560 and 25 December 1569"),
    ],
)
def test_other_dates_in_words(value, said):
    assert dates.readable(value) == said


@pytest.mark.parametrize(
    ("month", "said"),
    [(1, "около января 1934"), (5, "около мая 1934"), (8, "около августа 1934"), (12, "около декабря 1934")],
)
def test_russian_months_stand_in_the_genitive(month, said):
    assert dates.readable(f"1934-{month:02d}~", "ru") == said


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2050, 12, 31)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
    st.sampled_from(["{}", "{}/..", "../{}", "{}/2060-06", "1790/{}"]),
)
def test_every_date_that_check_accepts_is_said_in_each_language(day, length, mark, form):
    text = form.format(day.isoformat()[:length] + mark)
    dates.uncertain_bounds(text)
    for lang in LANGUAGES:
        for said in (dates.readable(text, lang), dates.preceded("→", text, lang), dates.short(text, lang)):
            assert not set("~%X/[]") & set(said)
            assert "None" not in said
        assert str(day.year) in dates.readable(text, lang)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("1934-06-12~", "day"), ("1934-06-XX", "month"), ("1934-06~", "month"), ("1934-22", "season"),
        ("1934", "year"), ("1934-XX", "year"), ("193X?", "decade"), ("19XX", "century"),
        ("1934-06/1935", "month"), ("../1935", "year"),
    ],
)  # fmt: skip
def test_precision(text, known):
    assert dates.precision(text) == known


@pytest.mark.parametrize("text", ["1934-13~", "1934-06-31", "193X-40", "soon"])
def test_what_is_no_date_has_neither_words_nor_precision(text):
    for ask in (dates.readable, dates.short, dates.precision):
        with pytest.raises(DateError):
            ask(text)


def test_periods_meet_without_overlap_on_the_handover_day():
    before, after = dates.period("1932-03-01", "1945-08-20"), dates.period("1945-08-20", None)
    assert not before.overlaps(after)
    assert [span.contains(19450820) for span in (before, after)] == [False, True]


def test_an_empty_or_reversed_period_is_refused():
    for end in ("1932-03-01", "1931", "1932-03"):
        with pytest.raises(DateError, match="period"):
            dates.period("1932-03-01", end)


@given(DAYS)
def test_numbers_and_days_go_round(day):
    number = dates.number_from_date(day)
    assert dates.date_from_number(number) == day
    assert dates.iso_from_number(number) == day.isoformat()
    assert dates.bounds(day.isoformat()) == dates.bounds(day) == (number, number)


@given(NUMBERS, st.integers(-400, 400))
def test_next_day_goes_back_again(number, days):
    assert dates.next_day(dates.next_day(number, days), -days) == number


@given(st.integers(1850, 2050), st.integers(1, 12))
def test_a_month_lies_in_its_year_and_ends_before_the_next(year, month):
    first, last = dates.bounds(f"{year}-{month:02d}")
    assert dates.earliest(year) <= first < last <= dates.latest(year)
    assert dates.next_day(last) % 100 == 1


@given(st.lists(NUMBERS, min_size=2, max_size=8, unique=True), NUMBERS)
def test_a_chain_of_periods_has_exactly_one_holder_a_day(bounds, day):
    chain = sorted(bounds)
    spans = [dates.Span(a, b) for a, b in pairwise(chain)]
    held = sum(span.contains(day) for span in spans)
    assert held == (chain[0] <= day < chain[-1])


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS))
def test_overlap_is_a_shared_day(one, other):
    first, second = dates.Span(*sorted(one)), dates.Span(*sorted(other))
    shared = any(first.contains(day) and second.contains(day) for day in (*one, *other))
    assert first.overlaps(second) == second.overlaps(first) == shared


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_date_error(text):
    try:
        low, high = dates.bounds(text)
    except DateError:
        return
    assert low <= high


@given(DAYS, st.sampled_from(["~", "?", "%", ""]), st.sampled_from([4, 7, 10]))
def test_uncertain_bounds_hold_the_strict_ones(day, mark, length):
    text = day.isoformat()[:length] + mark
    low, high = dates.bounds(text)
    wide = dates.uncertain_bounds(text)
    assert wide[0] <= low <= high <= wide[1]
    assert (wide != (low, high)) is bool(mark)


def test_dates_that_readers_type_are_read_as_the_page_reads_them():
    cases = json.loads((FOLDER / "dates_typed.json").read_text(encoding="utf-8"))
    for text, days in cases["read"].items():
        assert list(dates.bounds(text)) == days, text
    for text in cases["refused"]:
        with pytest.raises(DateError):
            dates.bounds(text)


@pytest.mark.parametrize(
    ("year", "span"),
    [(1, (10101, 11231)), (9999, (99990101, 99991231)), (dates.OPEN, (dates.OPEN, dates.OPEN))],
)
def test_the_first_and_the_last_year_that_a_number_can_say(year, span):
    assert dates.bounds(year) == span


@pytest.mark.parametrize("year", [0, -1, 10000])
def test_a_number_that_is_no_year_and_no_day_is_refused(year):
    with pytest.raises(DateError):
        dates.bounds(year)
