"""The app's logic, run by Streamlit's own test harness: URL, widgets, commands, charts, tabs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).resolve().parents[1] / "streamlit_app.py")


def run(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=90)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, [error.value for error in app.exception]
    return app


@pytest.fixture(scope="module")
def opened() -> AppTest:
    return run()


def test_it_opens_on_1929(opened):
    assert opened.slider(key="year").value == 1929
    assert opened.session_state.command["set"]["date"] == "1929"


def test_the_year_of_the_url_is_shown():
    app = run(year="1945")
    assert app.slider(key="year").value == 1945
    assert app.session_state.command["set"]["date"] == "1945"


def test_a_whole_view_of_the_url_reaches_the_map():
    app = run(date="1932-03-01", color="treaty", lang="ru", lat="45", lon="126", zoom="6")
    assert app.slider(key="year").value == 1932
    wanted = {"date": "1932-03-01", "color": "treaty", "lang": "ru", "lat": "45", "lon": "126", "zoom": "6"}
    assert app.session_state.command["set"].items() >= wanted.items()


@pytest.mark.parametrize("text", ["abc", "1066", "99999", ""])
def test_a_bad_year_does_no_harm(text):
    app = run(year=text)
    assert 1900 <= app.slider(key="year").value <= 1991


def test_the_slider_commands_the_map_and_the_url():
    app = run()
    before = app.session_state.command["n"]
    app.slider(key="year").set_value(1944).run()
    assert app.session_state.command["set"] == {"date": "1944"}
    assert app.session_state.command["n"] > before
    assert app.query_params["year"] in ("1944", ["1944"])


def test_a_rerun_repeats_no_command():
    app = run()
    number = app.session_state.command["n"]
    app.run()
    assert app.session_state.command["n"] == number


def test_the_tabs_are_there(opened):
    assert [tab.label for tab in opened.tabs] == ["Charts", "The two countries compared", "Data", "Method"]


def test_a_region_can_be_chosen():
    app = run()
    app.button_group(key="region").set_value("Tuva").run()
    assert not app.exception
    assert any("Who held Tuva" in text.value for text in app.markdown)
    chart = json.loads(app.get("vega_lite_chart")[0].proto.spec)
    holders = set(chart["encoding"]["color"]["scale"]["domain"])
    assert "Tuvan People's Republic" in holders
    assert "Manchukuo" not in holders
