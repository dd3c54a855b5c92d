"""The charts: area by holder, clashes, rail kilometres (Altair). A click leads to the year."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

_YEAR = alt.X(
    "year:Q", title=None, axis=alt.Axis(format="d", tickCount=10), scale=alt.Scale(domain=[1900, 1991])
)


def _pick() -> alt.Parameter:
    return alt.selection_point(name="pick", on="click", nearest=True, encodings=["x"], empty=False)


def _colour(field: str, colours: dict[str, str], names: dict[str, str]) -> Any:
    return alt.Color(
        f"{field}:N",
        title=None,
        scale=alt.Scale(domain=[names[key] for key in colours], range=list(colours.values())),
        legend=alt.Legend(orient="bottom", columns=3, labelLimit=220, symbolLimit=40),
    )


def area_chart(table: pd.DataFrame, colours: dict[str, str], names: dict[str, str]) -> alt.Chart:
    """Stacked area by holder, one band a region. `table` is `series.area_by_holder`'s."""
    shown = [key for key in colours if key in set(table["polity"])]
    table = table.assign(holder=table["polity"].map(names), area=table["area_km2"] / 1000)
    return (
        alt.Chart(table)
        .mark_bar(size=6)
        .encode(
            x=_YEAR,
            y=alt.Y("area:Q", title="thousand km²", stack=True, axis=alt.Axis(tickCount=4)),
            color=_colour("holder", {key: colours[key] for key in shown}, names),
            order=alt.Order("holder:N"),
            tooltip=["year:Q", "region:N", "holder:N", alt.Tooltip("area_km2:Q", format=",.0f", title="km²")],
        )
        .properties(height=110, width="container")
        .add_params(_pick())
        .facet(row=alt.Row("region:N", title=None, sort=list(dict.fromkeys(table["region"]))))
        .resolve_scale(y="independent")
    )


def clash_chart(table: pd.DataFrame) -> alt.Chart:
    """Clashes that began in each year. `table` is `series.clashes_by_year`'s."""
    return (
        alt.Chart(table)
        .mark_bar(color="#8C3B2E", size=7)
        .encode(x=_YEAR, y=alt.Y("clashes:Q", title="clashes"), tooltip=["year:Q", "clashes:Q"])
        .properties(height=190)
        .add_params(_pick())
    )


def rail_chart(table: pd.DataFrame, colours: dict[str, str], names: dict[str, str]) -> alt.Chart:
    """Open railway by operator, stacked. `table` is `series.rail_by_operator`'s."""
    shown = [key for key in colours if key in set(table["operator"])]
    table = table.assign(run_by=table["operator"].map(names))
    return (
        alt.Chart(table)
        .mark_bar(size=7)
        .encode(
            x=_YEAR,
            y=alt.Y("length_km:Q", title="km open", stack=True),
            color=_colour("run_by", {key: colours[key] for key in shown}, names),
            tooltip=["year:Q", "run_by:N", alt.Tooltip("length_km:Q", format=",.0f", title="km")],
        )
        .properties(height=240)
        .add_params(_pick())
    )


def picked_year(selection: Any) -> int | None:
    """Return the year of a chart's click, or None."""
    points = (selection or {}).get("selection", {}).get("pick", [])
    years = [point.get("year") for point in points if point.get("year") is not None]
    return int(years[0]) if years else None
