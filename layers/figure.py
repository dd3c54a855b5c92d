"""A plate for print: one day of the atlas as SVG, PDF or PNG by Matplotlib, always the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.files import write_whole
from geo.frontier import shipped
from layers.errors import FormatError
from layers.palette import FILL_OPACITY, GROUND, INK, SEA, colour_of, operator_colour, stroke_of
from layers.plate import EAST, NORTH, SOUTH, WEST, Plate, Room, labelled, project, spoken

FORMATS = (".svg", ".pdf", ".png")
_SIZE = 13.0, 9.0
_HAIR = "\u200a"
_SERIF = ["Palatino Linotype", "Palatino", "Georgia", "DejaVu Serif"]
_HATCH = {"hatch": "////", "dots": "....", "cross": "xxxx"}
_DASH: dict[str, Any] = {
    "demarcated": "-",
    "treaty": (0, (7, 2)),
    "approximate": (0, (3, 2)),
    "front": (0, (1, 2)),
}
_SPARK = "#c1121f"
_CREDIT = (
    "Frontier Atlas, data {version}. Base map: Natural Earth. Towns: GeoNames (CC BY 4.0). Albers equal-area."
)


def write_figure(payload: dict[str, Any], day: int, path: str | Path, *, title: str | None = None) -> Path:
    """Draw the payload on a day (YYYYMMDD) and write it as the path's ending says (.svg, .pdf, .png)."""
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise FormatError(f"{path.name}: a figure ends in one of {', '.join(FORMATS)}")
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    stamp = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {"Software": None}}[ending]
    with mpl.rc_context(
        {
            "svg.hashsalt": "frontier-atlas",
            "font.family": "serif",
            "font.serif": _SERIF,
            "hatch.linewidth": 0.5,
            "pdf.fonttype": 42,
        }
    ):
        figure = Figure(figsize=_SIZE, facecolor="white")
        FigureCanvasAgg(figure)
        _draw(figure, payload, day, title)
        out = io.BytesIO()
        figure.savefig(out, format=ending[1:], dpi=200, metadata=stamp)
    return write_whole(path, out.getvalue())


def _draw(figure: Any, payload: dict[str, Any], day: int, title: str | None) -> None:
    plate = Plate(payload, tolerance=1500)
    axes = figure.add_axes((0.02, 0.135, 0.96, 0.785))
    axes.set(xlim=(WEST, EAST), ylim=(SOUTH, NORTH), aspect="equal", xticks=[], yticks=[], facecolor=SEA)
    for spine in axes.spines.values():
        spine.set(color=INK, linewidth=0.9)
    _fill(axes, plate.ground, facecolor=GROUND, edgecolor="#a59f8e", linewidth=0.4)
    _graticule(axes)
    lands = plate.lands(day)
    for land in lands:
        paint = colour_of(land.feature.get("polity"))
        contested = land.feature.get("status") in ("occupied", "contested", "leased")
        hatch = _HATCH.get(paint.pattern or "") or ("\\\\\\" if contested else None)
        _fill(axes, land.shape, facecolor=paint.fill, alpha=FILL_OPACITY, linewidth=0)
        edge = {"edgecolor": stroke_of(paint.fill), "linewidth": 0.35, "alpha": 0.6}
        _fill(axes, land.shape, facecolor="none", hatch=hatch, **edge)
    _fill(axes, plate.lakes, facecolor=SEA, edgecolor="#8fa3ad", linewidth=0.3)
    _stroke(axes, plate.rivers, color="#8fa9b5", linewidth=0.4)
    for feature, lines in plate.outlines(day):
        width = 1.0 if feature.get("level") == "state" else 0.6
        dash = _DASH.get(feature.get("basis", ""), "-")
        _stroke(axes, lines, color=INK, linewidth=width, linestyle=dash, alpha=0.8)
    operators = _railways(axes, plate, day)
    year = day // 10000
    clashes = plate.clashes(year * 10000 + 101, day)
    for feature, (x, y) in clashes:
        size = 5 + 2.2 * np.log10(1 + (feature.get("killed_max") or 0))
        axes.plot(x, y, marker=(8, 1, 0), markersize=size, color=_SPARK, mec="white", mew=0.5, zorder=5)
    _names(axes, plate, day, lands)
    _scale_bar(axes)
    _margins(figure, payload, day, title)
    _legend(figure, payload, lands, operators, bool(clashes), day)


def _fill(axes: Any, shape: Any, **style: Any) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    points, codes = [], []
    for part in shapely.get_parts(shape):
        if part.geom_type != "Polygon" or part.is_empty:
            continue
        for ring in (part.exterior, *part.interiors):
            xy = shapely.get_coordinates(ring)
            points.append(xy)
            codes += [Outline.MOVETO, *[Outline.LINETO] * (len(xy) - 2), Outline.CLOSEPOLY]
    if points:
        axes.add_patch(PathPatch(Outline(np.concatenate(points), codes), **style))


def _stroke(axes: Any, shape: Any, **style: Any) -> None:
    for part in shapely.get_parts(shape):
        xy = shapely.get_coordinates(part)
        axes.plot(xy[:, 0], xy[:, 1], solid_capstyle="round", **style)


def _graticule(axes: Any) -> None:
    for lon in range(40, 181, 10):
        xy = project(np.array([[lon, lat] for lat in np.arange(15, 76, 1.0)]))
        axes.plot(xy[:, 0], xy[:, 1], color="#9fb0b8", linewidth=0.25, zorder=1.5)
    for lat in range(20, 71, 10):
        xy = project(np.array([[lon, lat] for lon in np.arange(40, 181, 1.0)]))
        axes.plot(xy[:, 0], xy[:, 1], color="#9fb0b8", linewidth=0.25, zorder=1.5)


def _railways(axes: Any, plate: Plate, day: int) -> list[str]:
    used = []
    for feature, lines in plate.railways(day):
        key = feature.get("operator_key", "private")
        colour = operator_colour(key)
        building = feature.get("status") == "construction"
        width = 1.5 if (feature.get("gauge_mm") or 0) >= 1500 else 1.1
        _stroke(axes, lines, color=colour, linewidth=width, linestyle=(0, (3, 2)) if building else "-")
        if not building:
            _stroke(axes, lines, color="white", linewidth=width * 0.45, linestyle=(0, (5, 5)))
        used.append(key)
    return [key for key in shipped().operators if key in used]


def _names(axes: Any, plate: Plate, day: int, lands: list[Any]) -> None:
    """Polities in spaced capitals by size of land, then towns, none over another."""
    room = Room()
    metre = (EAST - WEST) / (_SIZE[0] * 0.96 * 72)
    for name, (x, y), area in labelled(lands):
        size = 5.5 + min(6.5, area**0.5 / 260_000)
        half = len(name) * size * 0.51 * metre
        high = size * 0.75 * metre
        if half * 2 > 2.6 * area**0.5 or not room.take((x - half, y - high, x + half, y + high)):
            continue
        text = _HAIR.join(name.upper())
        axes.text(x, y, text, fontsize=size, ha="center", va="center", **_lettering(1.6))
    for rank, name, (x, y) in plate.towns(day):
        size = {1: 6.6, 2: 5.8}.get(rank, 5.2)
        width, high, gap = len(name) * size * 0.56 * metre, size * 0.6 * metre, 4 * metre
        for side, align in ((1, "left"), (-1, "right")):
            near, far = x + side * gap, x + side * (gap + width)
            if rank <= 3 and room.take((min(near, far), y - high, max(near, far), y + high)):
                axes.plot(x, y, "o", color="white", mec=INK, markersize=2.6, mew=0.7, zorder=6)
                axes.text(near, y, name, fontsize=size, ha=align, va="center", **_lettering(1.1))
                break


def _lettering(halo: float) -> dict[str, Any]:
    """Ink with a thin light edge, so that names stay readable over lines and hatching."""
    from matplotlib.patheffects import withStroke

    return {"color": INK, "zorder": 6, "path_effects": [withStroke(linewidth=halo, foreground="#ffffffb0")]}


def _scale_bar(axes: Any) -> None:
    left, bottom, step = EAST - 1_150_000, SOUTH + 95_000, 250_000
    for number in range(4):
        axes.fill_between(
            [left + number * step, left + (number + 1) * step],
            bottom,
            bottom + 22_000,
            facecolor=INK if number % 2 == 0 else "white",
            edgecolor=INK,
            linewidth=0.5,
            zorder=7,
        )
    for number in (0, 2, 4):
        text = f"{number * step // 1000}" + (" km" if number == 4 else "")
        axes.text(
            left + number * step,
            bottom + 40_000,
            text,
            fontsize=6.5,
            ha="center",
            va="bottom",
            color=INK,
            zorder=7,
        )


def _margins(figure: Any, payload: dict[str, Any], day: int, title: str | None) -> None:
    figure.text(0.02, 0.955, title or payload["title"], fontsize=15, va="center", color=INK)
    figure.text(0.98, 0.955, spoken(day), fontsize=17, va="center", ha="right", color=INK)
    credit = _CREDIT.format(version=payload["version"])
    note = f"{payload['note']}  " if payload["note"] else ""
    figure.text(0.02, 0.012, note + credit, fontsize=6.2, color="#5c5850")


def _legend(
    figure: Any, payload: dict[str, Any], lands: list[Any], operators: list[str], clashes: bool, day: int
) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    area: dict[str, float] = {}
    for land in lands:
        shown = shapely.clip_by_rect(land.shape, WEST, SOUTH, EAST, NORTH).area
        if shown > 0:
            area[land.feature.get("polity", "")] = area.get(land.feature.get("polity", ""), 0) + shown
    handles: list[Any] = []
    for key in sorted(area, key=lambda key: -area[key])[:18]:
        paint = colour_of(key)
        handles.append(
            Patch(
                facecolor=(paint.fill + "9e"),
                edgecolor=stroke_of(paint.fill),
                linewidth=0.6,
                hatch=_HATCH.get(paint.pattern or ""),
                label=_polity_name(payload, key, day),
            )
        )
    handles += [
        Line2D(
            [],
            [],
            color=operator_colour(key),
            linewidth=1.6,
            label=f"{shipped().operators[key].title.en} railway",
        )
        for key in operators
    ]
    if clashes:
        handles.append(
            Line2D([], [], color=_SPARK, marker=(8, 1, 0), linestyle="", label="Clash in the year")
        )
    legend = figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.015, 0.026),
        ncols=6,
        fontsize=6.6,
        frameon=False,
        handlelength=2.0,
        columnspacing=1.4,
        labelspacing=0.45,
    )
    for text in legend.get_texts():
        text.set_color(INK)


def _polity_name(payload: dict[str, Any], key: str, day: int) -> str:
    names = payload["polities"].get(key, {}).get("names", [])
    held = [name["en"] for name in names if name["start"] <= day < name["end"]] or [
        name["en"] for name in names
    ]
    return held[-1] if held else key
