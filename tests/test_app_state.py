"""The view's state in the URL: what goes out comes back, and a bad address does no harm."""

from hypothesis import given
from hypothesis import strategies as st

from app import state

YEARS = st.integers(state.FIRST_YEAR, state.LAST_YEAR)


def test_a_year_in_the_url_is_the_date_of_the_view():
    assert state.state_from_url({"year": "1945"}) == {"date": "1945"}


def test_a_day_wins_over_a_year():
    assert state.state_from_url({"year": "1945", "date": "1932-03-01"})["date"] == "1932-03-01"


def test_defaults_stay_out_of_the_url():
    shown = {**state.DEFAULTS, "date": "1932", "lat": 46, "lon": 105, "zoom": 4}
    assert state.url_from_state(shown) == {"year": "1932", "lat": "46", "lon": "105", "zoom": "4"}


@given(
    YEARS,
    st.sampled_from(["control", "treaty", "nanking"]),
    st.sampled_from(["en", "zh", "ru"]),
    st.sampled_from(["", "-06-15"]),
)
def test_a_view_comes_back_from_its_url(year, color, lang, day):
    shown = {**state.DEFAULTS, "date": f"{year}{day}", "color": color, "lang": lang}
    back = {**state.DEFAULTS, **state.state_from_url(state.url_from_state(shown))}
    assert back == shown


@given(st.text(max_size=12))
def test_any_text_for_a_year_gives_a_year_of_the_atlas(text):
    assert state.FIRST_YEAR <= state.year_of(text) <= state.LAST_YEAR
