"""The charts: area by holder, clashes, rail kilometres (Altair). A click on a bar leads to its year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from app.state import FIRST_YEAR, LAST_YEAR

PICK = "pick"
_DECADES = [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if year % 10 == 0]
_YEAR = alt.X("year:O", title=None, axis=alt.Axis(values=_DECADES, labelAngle=0, ticks=True))


def _bars(table: pd.DataFrame, height: int) -> alt.Chart:
    pick = alt.selection_point(name=PICK, on="click", fields=["year"], empty=True)
    bars: alt.Chart = alt.Chart(table).mark_bar(width={"band": 0.86}).properties(height=height)
    return bars.add_params(pick)


def _stack(table: pd.DataFrame, holder: str, colours: Mapping[str, str], names: Mapping[str, str]) -> Any:
    keys = list(dict.fromkeys(table[holder]))
    domain = list(dict.fromkeys(names[key] for key in keys))
    first = {names[key]: colours[key] for key in reversed(keys)}
    return alt.Color(
        "holder:N",
        title=None,
        scale=alt.Scale(domain=domain, range=[first[name] for name in domain]),
        legend=alt.Legend(orient="bottom", columns=2, labelLimit=125, symbolLimit=60, labelFontSize=12),
    )


def area_chart(table: pd.DataFrame, colours: Mapping[str, str], names: Mapping[str, str]) -> alt.Chart:
    """Stacked area by holder of one region; `table` holds rows of `series.area_by_holder`."""
    shown = table.assign(holder=table["polity"].map(names), area=table["area_km2"] / 1000)
    return _bars(shown, 420).encode(
        x=_YEAR,
        y=alt.Y("area:Q", title="thousand km²", stack=True),
        color=_stack(table, "polity", colours, names),
        tooltip=["year:Q", "holder:N", alt.Tooltip("area_km2:Q", format=",.0f", title="km²")],
    )


def clash_chart(table: pd.DataFrame) -> alt.Chart:
    """Clashes that began in each year; `table` is `series.clashes_by_year`'s."""
    return _bars(table, 340).encode(
        x=_YEAR,
        y=alt.Y("clashes:Q", title="clashes begun", axis=alt.Axis(tickMinStep=1)),
        color=alt.value("#8C3B2E"),
        tooltip=["year:Q", "clashes:Q"],
    )


def rail_chart(table: pd.DataFrame, colours: Mapping[str, str], names: Mapping[str, str]) -> alt.Chart:
    """Open railway by operator, stacked; `table` is `series.rail_by_operator`'s."""
    shown = table.assign(holder=table["operator"].map(names))
    return _bars(shown, 340).encode(
        x=_YEAR,
        y=alt.Y("length_km:Q", title="km open", stack=True),
        color=_stack(table, "operator", colours, names),
        tooltip=["year:Q", "holder:N", alt.Tooltip("length_km:Q", format=",.0f", title="km")],
    )


def picked_year(event: Any) -> int | None:
    """Return the year of the bar that was clicked, or None."""
    points = ((event or {}).get("selection") or {}).get(PICK) or []
    return int(points[0]["year"]) if points and "year" in points[0] else None
