"""What stands under the map: charts, the country comparison, data and method, each in a tab."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from app import charts, series
from app.state import FRONTIER
from geo.names import name_over

DATA = Path(__file__).resolve().parents[1] / "data"
METHOD = Path(__file__).with_name("method.md")


@st.cache_data(show_spinner=False)
def _tables() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    import geo

    layers = geo.load_layers()
    return series.area_by_holder(layers), series.clashes_by_year(layers), series.rail_by_operator(layers)


@st.cache_data(show_spinner=False)
def _paint() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    """Colours and names of polities, colours and names of railway operators."""
    from layers.gazetteer import polities_of

    polities = polities_of(FRONTIER)
    names = {key: name_over(polity["names"], FRONTIER.days) for key, polity in polities.items()}
    return (
        {key: polity["fill"] for key, polity in polities.items()},
        {key: name["en"] if name else key for key, name in names.items()},
        {key: operator.colour for key, operator in FRONTIER.operators.items()},
        {key: operator.title.en for key, operator in FRONTIER.operators.items()},
    )


def _chart(chart: Any, table: pd.DataFrame, key: str, title: str, on_year: Callable[[int], None]) -> None:
    def clicked() -> None:
        year = charts.picked_year(st.session_state[key])
        if year is not None:
            on_year(year)

    st.markdown(f"#### {title}")
    st.altair_chart(chart, width="stretch", key=key, on_select=clicked, selection_mode=[charts.PICK])
    st.download_button(
        "These numbers (CSV)",
        data=table.to_csv(index=False).encode("utf-8"),
        file_name=f"frontier-atlas-{key}.csv",
        mime="text/csv",
        key=f"{key}-csv",
        on_click="ignore",
        type="tertiary",
    )


def show_charts(on_year: Callable[[int], None]) -> None:
    """Draw the charts; `on_year` is called with the year of a bar that was clicked."""
    areas, clashes, rail = _tables()
    colours, names, rail_colours, rail_names = _paint()
    st.caption("As of 31 December of each year. A click on a bar takes the map there.")
    regions = list(series.REGIONS.values())
    region = st.segmented_control("Region", regions, default=regions[-1], key="region", required=True)
    one = areas[areas["region"] == region]
    _chart(charts.area_chart(one, colours, names), one, "area", f"Who held {region}, by area", on_year)
    left, right = st.columns(2)
    with left:
        _chart(charts.clash_chart(clashes), clashes, "clashes", "Clashes begun in each year", on_year)
    with right:
        chart = charts.rail_chart(rail, rail_colours, rail_names)
        _chart(chart, rail, "railways", "Railway open, by who ran it", on_year)


def show_comparison() -> None:
    """Show the source article's table of the two countries, tidy, with what is wrong in it."""
    table = series.comparison(DATA / "comparison.csv")
    st.caption(
        "The country comparison of the source article, row by row, with the figures that do not hold marked."
    )
    chosen = st.pills(
        "Subject",
        sorted(set(table["metric"])),
        default=["area", "population"],
        selection_mode="multi",
        key="metric",
    )
    shown = table[table["metric"].isin(chosen)] if chosen else table
    st.dataframe(
        shown[["year", "country", "metric", "value", "unit", "flag", "correction", "sources"]],
        hide_index=True,
        width="stretch",
        column_config={
            "correction": st.column_config.TextColumn("what is wrong, or how it was checked", width="large")
        },
    )
    st.download_button(
        "The whole table (CSV)",
        data=(DATA / "comparison.csv").read_bytes(),
        file_name="frontier-atlas-comparison.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
    )


def show_data() -> None:
    """Offer the layers as GeoJSON and the sources as CSL-JSON."""
    st.caption(
        "Every layer opens in any GIS. Data CC BY 4.0: Frontier Atlas; base Natural Earth; towns GeoNames."
    )
    files = [*sorted(DATA.glob("*.geojson")), DATA / "sources.json"]
    for path in files:
        st.download_button(
            f"{path.name} ({path.stat().st_size / 1e6:.1f} MB)",
            data=path.read_bytes,
            file_name=path.name,
            mime="application/json",
            key=f"file-{path.name}",
            on_click="ignore",
            type="tertiary",
        )
    works = len(json.loads((DATA / "sources.json").read_text(encoding="utf-8")))
    st.caption(f"{works} works are cited; each feature names its own.")


def show_method() -> None:
    """Say how the atlas was made and how far it can be trusted."""
    st.markdown(METHOD.read_text(encoding="utf-8"))
