"""The state of the view: one set of keys for the URL, the widgets and the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from geo import dates
from geo.errors import DateError
from geo.frontier import shipped
from layers import REGISTRY
from layers.files import ROOT

FRONTIER = shipped()
FIRST_YEAR, LAST_YEAR = FRONTIER.span
_KEPT = json.loads((ROOT / "layers" / "state.json").read_text(encoding="utf-8"))
KEYS = tuple(key for key in _KEPT["keys"] if key != "embed")  # `embed` in a Streamlit URL is Streamlit's own
DEFAULTS: dict[str, str] = {"date": FRONTIER.date, **_KEPT["defaults"]}
_VIEW = ("lat", "lon", "zoom")


def year_of(date: str) -> int:
    """Year shown for a state's date (`YYYY` or `YYYY-MM-DD`), held within the frontier's span."""
    try:
        day = dates.moment(str(date))
    except DateError:
        day = dates.moment(DEFAULTS["date"])
    return min(max(dates.year_of(day), FIRST_YEAR), LAST_YEAR)


def state_from_url(params: Mapping[str, str]) -> dict[str, str]:
    """State asked for by the URL: `?year=1945` or `?date=1945-08-20`, and any other key of the view."""
    state = {key: str(params[key]) for key in KEYS if key in params}
    if "year" in params and "date" not in params:
        state["date"] = str(year_of(params["year"]))
    return state


def url_from_state(state: Mapping[str, Any]) -> dict[str, str]:
    """Query parameters that bring a view back, shortest form: a whole year as `year`, no defaults."""
    date = str(state.get("date") or DEFAULTS["date"])
    params = {"year": date} if len(date) == 4 else {"date": date}
    for key in KEYS:
        value = state.get(key)
        if key == "date" or value in (None, ""):
            continue
        if key in _VIEW:
            value = f"{float(value):.2f}".rstrip("0").rstrip(".")
        if key == "layers" and set(str(value).split(",")) >= set(REGISTRY):
            continue
        if str(value) != DEFAULTS.get(key):
            params[key] = str(value)
    return params
