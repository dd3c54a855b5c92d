"""Frontier Atlas: the app. `make run`, or `streamlit run streamlit_app.py`.

One fragment holds what moves with the year (slider, map), so a step sends only that.
What a year brought is told by the map page.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import bridge, files, state, views
from layers.cache import cached_page

st.set_page_config(
    page_title=state.FRONTIER.title.en,
    layout="wide",
    initial_sidebar_state="collapsed",
)
st.html(bridge.stylesheet())


@st.cache_resource(show_spinner="Drawing the atlas")
def page() -> str:
    """Return the map page, all years and layers (HTML)."""
    return cached_page(tiles=True)


def command(wanted: Mapping[str, str]) -> None:
    """Ask the map page for a state; each command has a new number, so that reruns don't repeat it."""
    number = st.session_state.get("command", {"n": 0})["n"] + 1
    st.session_state.command = {"n": number, "set": dict(wanted)}
    shown = {**state.state_from_url(st.query_params.to_dict()), **wanted}
    st.query_params.from_dict(state.url_from_state(shown))


def year_chosen() -> None:
    """The app's slider moved: take the map along."""
    command({"date": str(st.session_state.year)})


def view_moved() -> None:
    """The reader moved the map page: take the slider and the URL along."""
    view = st.session_state.atlas["view"]
    if view:
        st.session_state.year = state.year_of(view["date"])
        st.query_params.from_dict(state.url_from_state(view))


def year_picked(year: int) -> None:
    """A bar of a chart was clicked: take slider and map to its year."""
    st.session_state.year = year
    command({"date": str(year)})


@st.fragment
def atlas() -> None:
    """Show the slider and the map: all that moves with a step."""
    st.slider(
        "Year (the map shows 31 December)",
        state.FIRST_YEAR,
        state.LAST_YEAR,
        key="year",
        on_change=year_chosen,
    )
    bridge.mount_page(page(), on_view=view_moved)
    bridge.mount_commands(st.session_state.command)
    year = st.session_state.year
    st.download_button(
        f"This map of {year} as one HTML file",
        data=lambda: files.year_html(year),
        file_name=f"frontier-atlas-{year}.html",
        mime="text/html",
        on_click="ignore",
    )


if "year" not in st.session_state:
    asked = state.state_from_url(st.query_params.to_dict())
    asked.setdefault("date", state.DEFAULTS["date"])
    st.session_state.year = state.year_of(asked["date"])
    command(asked)

title, download = st.columns([5, 1.2], vertical_alignment="center")
title.markdown(f"# {state.FRONTIER.title.en}")
download.download_button(
    "All years (HTML)",
    data=files.all_html,
    file_name=f"frontier-atlas-{state.FIRST_YEAR}-{state.LAST_YEAR}.html",
    mime="text/html",
    on_click="ignore",
    width="stretch",
)
atlas()
BELOW = {
    "Charts": lambda: views.show_charts(year_picked),
    "The two countries compared": views.show_comparison,
    "Data": views.show_data,
    "Method": views.show_method,
}
for tab, show in zip(st.tabs(list(BELOW), key="below", on_change="rerun"), BELOW.values(), strict=True):
    if tab.open:
        with tab:
            show()
