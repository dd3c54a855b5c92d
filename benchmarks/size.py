"""The export's size against what Folium saves for the same content."""

from __future__ import annotations

import zlib
from typing import Any

import folium
import pandas as pd
from folium.plugins import Timeline, TimelineSlider, TimeSliderChoropleth, TimestampedGeoJson

import geo
import layers
from benchmarks import folium_maps
from benchmarks.table import Row, Sample, Section

YEARS = range(1900, 1992)
STEP = 10
"""The map with a FeatureGroup a year is made for every tenth year, and its bytes taken times ten."""


def measure() -> Section:
    """Compare the saved files."""
    frames = geo.load_layers()
    ours = layers.to_html(layers.build_map(frames))
    groups, packed = _groups(frames)
    return Section(
        "Export: all years and layers in one file",
        [
            _row("one file, against a `FeatureGroup` a year", _bytes(ours), groups, "`folium.Map`", most=2.0),
            _row("gzipped, against the same", _packed(ours), packed, "`folium.Map`"),
            _row("one file, against `Timeline`", _bytes(ours), _bytes(_timeline(frames)), "`Timeline`"),
            _row(
                "one file, against `TimestampedGeoJson`", _bytes(ours), _bytes(_timestamped(frames)),
                "`TimestampedGeoJson`",
            ),
            _row(
                "one file, against `TimeSliderChoropleth` (lands alone)", _bytes(ours),
                _bytes(_choropleth(frames)), "`TimeSliderChoropleth`",
            ),
        ],
        [
            f"The export holds Leaflet, its own base map and {folium_maps.links(ours)} links; Folium's pages "
            f"hold neither and link {folium_maps.links(_timeline(frames, empty=True))} files of others, which "
            "are not counted.",
            f"A `FeatureGroup` a year: every {STEP}th year saved, bytes times {len(YEARS)} / "
            f"{len(YEARS[::STEP])}; the coordinates of a land stand in it once for every year.",
            "`Timeline` knows a feature's start and end; colours and tooltips need JavaScript of one's own, and "
            "are left out here.",
            "`TimestampedGeoJson` has one `duration` for all, so it can't end each period on its day; here each "
            "feature stands once, for its first day.",
            "`TimeSliderChoropleth` has polygons alone, without tooltips; it shows and hides by opacity, named for "
            "each land and year.",
        ],
    )  # fmt: skip


def _bytes(page: str) -> int:
    return folium_maps.size(page)


def _packed(page: str) -> int:
    return len(zlib.compress(page.encode("utf-8"), 6))


def _row(what: str, ours: int, theirs: int, against: str, most: float | None = None) -> Row:
    digits = 2
    mine = Sample([ours / 1e6], "MB", digits=digits)
    return Row(what, mine, Sample([theirs / 1e6], "MB", digits=digits), against, most=most)


def _page(built: folium.Map) -> str:
    return str(built.get_root().render())


def _groups(frames: dict[str, Any]) -> tuple[int, int]:
    """Return bytes, and bytes gzipped, of the map with a group a year."""
    built = folium_maps.blank()
    for year in YEARS[::STEP]:
        group = folium.FeatureGroup(str(year), show=year == 1929, overlay=False)
        folium_maps.add_year(group, frames, year).add_to(built)
    page = _page(built)
    times = len(YEARS) / len(YEARS[::STEP])
    return round(_bytes(page) * times), round(_packed(page) * times)


def _timeline(frames: dict[str, Any], *, empty: bool = False) -> str:
    built = folium_maps.blank()
    for _, frame in folium_maps.dated(frames):
        rows = frame.assign(start=frame["start_date"], end=frame["end_date"].fillna("2000-01-01"))
        rows = rows.head(1) if empty else rows
        Timeline(rows.to_json(drop_id=True, ensure_ascii=False)).add_to(built)
    TimelineSlider().add_to(built)
    return _page(built)


def _timestamped(frames: dict[str, Any]) -> str:
    built = folium_maps.blank()
    for _, frame in folium_maps.dated(frames):
        rows = frame.assign(times=[[day] for day in frame["start_date"]])
        TimestampedGeoJson(rows.to_json(drop_id=True, ensure_ascii=False), period="P1Y").add_to(built)
    return _page(built)


def _choropleth(frames: dict[str, Any]) -> str:
    built = folium_maps.blank()
    seconds = [str(int(pd.Timestamp(f"{year}-12-31").timestamp())) for year in YEARS]
    days = [year * 10000 + 1231 for year in YEARS]
    for _, frame in folium_maps.lands(frames):
        styles = {}
        for number, row in enumerate(frame.itertuples()):
            start, end = _number(row.start_date), _number(row.end_date or "9999-12-31")
            styles[str(number)] = {
                second: {"color": "#c97b63", "opacity": 0.6 if start <= day < end else 0}
                for second, day in zip(seconds, days, strict=True)
            }
        TimeSliderChoropleth(frame.reset_index(drop=True).to_json(ensure_ascii=False), styles).add_to(built)
    return _page(built)


def _number(day: str) -> int:
    return int(day.replace("-", ""))
