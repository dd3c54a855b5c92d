"""Frontier Atlas: the app. `make run`, or `streamlit run streamlit_app.py`.

One fragment holds what moves with the year (slider, map, record), so a step sends only that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app import bridge, files, record, state, views
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


@st.cache_resource(show_spinner=False)
def atlas_layers() -> dict[str, Any]:
    """Return the shipped layers (GeoDataFrames by key)."""
    import geo

    return geo.load_layers()


def command(wanted: Mapping[str, str], *, fly: Mapping[str, float] | None = None) -> None:
    """Ask the map page for a state; each command has a new number, so that reruns don't repeat it."""
    number = st.session_state.get("command", {"n": 0})["n"] + 1
    st.session_state.command = {"n": number, "set": dict(wanted), "fly": fly}
    shown: dict[str, Any] = {**state.state_from_url(st.query_params.to_dict()), **wanted, **(fly or {})}
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


def entry_picked() -> None:
    """A line of the record was clicked: fly there, on its day."""
    entry = record.line_target(atlas_layers(), st.session_state.year, st.session_state.follow["pick"])
    if entry:
        st.session_state.year = state.year_of(entry.date)
        there = entry.lon is not None and entry.lat is not None
        fly = {"lat": entry.lat or 0, "lon": entry.lon or 0, "zoom": 6} if there else None
        command({"date": entry.date, "sel": entry.id}, fly=fly)


def year_picked(year: int) -> None:
    """A bar of a chart was clicked: take slider and map to its year."""
    st.session_state.year = year
    command({"date": str(year)})


@st.fragment
def atlas() -> None:
    """Show the slider, the map and the record of the year: all that moves with a step."""
    st.slider(
        "Year (the map shows 31 December)",
        state.FIRST_YEAR,
        state.LAST_YEAR,
        key="year",
        on_change=year_chosen,
    )
    bridge.mount_page(page(), on_view=view_moved)
    year = st.session_state.year
    bridge.mount_record(st.session_state.command, record.of_year(atlas_layers(), year), on_pick=entry_picked)
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
