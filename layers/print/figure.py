"""A plate for print: one day of the atlas as SVG, PDF or PNG by Matplotlib, always the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo import dates
from geo.files import data_version, write_whole
from geo.frontier import Frontier, shipped
from geo.names import name_on
from layers import gazetteer
from layers.errors import FormatError
from layers.palette import (
    FILL_OPACITY,
    GROUND,
    INK,
    SEA,
    STYLE,
    colour_of,
    land_look,
    operator_colour,
    stroke_of,
)
from layers.print.frame import EXTENT, Drawn, MapFrame, Town
from layers.print.labels import Extent, Label, LabelBoxes, Name, land_labels
from layers.print.lettering import Lettering, families_for, spaced, text_of_svg
from layers.registry import Layer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FORMATS = (".svg", ".pdf", ".png")
_SIZE = 13.0, 9.0
_METRE = EXTENT.width / (_SIZE[0] * 0.96 * 72)
"""Frame metres to a point of type."""
_THINNED = 1500.0
_HATCH = {
    "hatch": "////",
    "bars": "\\\\\\\\",
    "dots": "....",
    "cross": "xxxx",
    "rows": "----",
    "dashes": "///",
}
_DASH: dict[str, Any] = {
    basis: (0, tuple(dash)) if dash else "-" for basis, dash in STYLE["border"]["dash"].items()
}
_SPARK = STYLE["clash"]["colour"]
_CREDIT = (
    "Frontier Atlas, data {version}. Base map: Natural Earth. Towns: GeoNames (CC BY 4.0). Albers equal-area."
)


@dataclass(frozen=True)
class Plate:
    """What stands on a plate: the features of a day, and the words around them."""

    day: int
    title: str
    note: str
    frame: MapFrame
    lands: list[Drawn]
    outlines: list[Drawn]
    lines: list[Drawn]
    clashes: list[Drawn]

    @property
    def operators(self) -> list[str]:
        """Keys of the operators whose lines are drawn, in the frontier's order."""
        used = {line.row.get("operator_key") for line in self.lines}
        return [key for key in self.frame.frontier.operators if key in used]


def plate_from_layers(
    layers: Mapping[str, GeoDataFrame],
    declarations: Iterable[Layer],
    day: int,
    *,
    title: str | None = None,
    note: str | None = None,
    frontier: Frontier | None = None,
) -> Plate:
    """Return what a plate of a day (YYYYMMDD) shows of some layers: clashes are those of the year so far."""
    frontier = frontier or shipped()
    frame = MapFrame(layers, declarations, frontier, tolerance=_THINNED)
    return Plate(
        day,
        title or frontier.title.en,
        note or "",
        frame,
        frame.lands(day),
        frame.outlines(day),
        frame.lines(day),
        frame.clashes(dates.earliest(dates.year_of(day)), day),
    )


def write_figure(
    layers: Mapping[str, GeoDataFrame],
    declarations: Iterable[Layer],
    day: int,
    path: str | Path,
    *,
    title: str | None = None,
    note: str | None = None,
    frontier: Frontier | None = None,
) -> Path:
    """Draw layers (WGS 84, by key) on a day (YYYYMMDD) and write it as the path's ending says.

    Raises
    ------
    FormatError
        If the ending is none of `FORMATS`.
    FontError
        If no installed font has the characters of title or note.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise FormatError(f"{path.name}: a figure ends in one of {', '.join(FORMATS)}")
    plate = plate_from_layers(layers, declarations, day, title=title, note=note, frontier=frontier)
    drawn = _bytes(plate, ending)
    return write_whole(path, text_of_svg(drawn.decode()) if ending == ".svg" else drawn)


def _bytes(plate: Plate, ending: str) -> bytes:
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    unset = {".svg": "Date", ".pdf": "CreationDate", ".png": "Software"}[ending]
    settings: dict[Any, Any] = {
        "svg.hashsalt": "frontier-atlas",
        "svg.fonttype": "none",
        "font.family": families_for([plate.title, plate.note]),
        "hatch.linewidth": 0.5,
        "pdf.fonttype": 42,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=_SIZE, facecolor="white")
        FigureCanvasAgg(figure)
        _draw(figure, plate, Lettering(ending))
        out = io.BytesIO()
        metadata = {"Title": f"{plate.title}, {dates.readable(plate.day)}", unset: None}
        figure.savefig(out, format=ending[1:], dpi=200, metadata=metadata)
    return out.getvalue()


def _draw(figure: Any, plate: Plate, lettering: Lettering) -> None:
    axes = figure.add_axes((0.02, 0.135, 0.96, 0.785))
    left, bottom, right, top = EXTENT
    axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal", xticks=[], yticks=[], facecolor=SEA)
    for spine in axes.spines.values():
        spine.set(color=INK, linewidth=0.9)
    _fill(axes, plate.frame.ground, facecolor=GROUND, edgecolor="#a59f8e", linewidth=0.4)
    _graticule(axes, plate.frame)
    for land in plate.lands:
        _land(axes, land, plate.frame.frontier)
    _fill(axes, plate.frame.lakes, facecolor=SEA, edgecolor="#8fa3ad", linewidth=0.3)
    _stroke(axes, plate.frame.rivers, color="#8fa9b5", linewidth=0.4)
    for outline in plate.outlines:
        width = 1.0 if outline.row.get("level") == "state" else 0.6
        dash = _DASH.get(outline.row.get("basis") or "", "-")
        _stroke(axes, outline.shape, color=INK, linewidth=width, linestyle=dash, alpha=0.8)
    for line in plate.lines:
        _railway(axes, line, plate.frame.frontier)
    for clash in plate.clashes:
        size = 5 + 2.2 * np.log10(1 + (clash.row.get("killed_max") or 0))
        x, y = clash.shape.x, clash.shape.y
        axes.plot(x, y, marker=(8, 1, 0), markersize=size, color=_SPARK, mec="white", mew=0.5, zorder=5)
    _names(axes, plate, lettering)
    _scale_bar(axes)
    _margins(figure, plate)
    _legend(figure, plate)


def _land(axes: Any, land: Drawn, frontier: Frontier) -> None:
    ground, pattern, tint = land_look(land.row, frontier)
    fill = colour_of(ground, frontier)
    _fill(axes, land.shape, facecolor=fill, alpha=FILL_OPACITY, linewidth=0)
    edge = {"edgecolor": stroke_of(colour_of(tint or ground, frontier)), "linewidth": 0.35, "alpha": 0.6}
    _fill(axes, land.shape, facecolor="none", hatch=_HATCH.get(pattern or ""), **edge)


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


def _graticule(axes: Any, frame: MapFrame) -> None:
    meridians = ([(lon, lat) for lat in range(15, 76)] for lon in range(40, 181, 10))
    parallels = ([(lon, lat) for lon in range(40, 181)] for lat in range(20, 71, 10))
    for lonlat in (*meridians, *parallels):
        xy = frame.line(lonlat)
        axes.plot(xy[:, 0], xy[:, 1], color="#9fb0b8", linewidth=0.25, zorder=1.5)


def _railway(axes: Any, line: Drawn, frontier: Frontier) -> None:
    colour = operator_colour(line.row.get("operator_key"), frontier)
    building = line.row.get("status") == "construction"
    width = 1.5 if (line.row.get("gauge_mm") or 0) >= 1500 else 1.1
    _stroke(axes, line.shape, color=colour, linewidth=width, linestyle=(0, (3, 2)) if building else "-")
    if not building:
        _stroke(axes, line.shape, color="white", linewidth=width * 0.45, linestyle=(0, (5, 5)))


def _names(axes: Any, plate: Plate, lettering: Lettering) -> None:
    """Polities in spaced capitals by size of land, then towns, none over another."""
    boxes = LabelBoxes(EXTENT)
    for label in land_labels(plate.frame.names(plate.lands), boxes, _measured, reach=2.6):
        lettering.write(
            axes, label.x, label.y, spaced(label.text), edge=1.6, fontsize=label.size, ha="center"
        )
    for town, label in town_labels(plate.frame.towns(plate.day), boxes):
        axes.plot(*town.point, "o", color="white", mec=INK, markersize=2.6, mew=0.7, zorder=6)
        side = "left" if label.side > 0 else "right"
        lettering.write(axes, label.x, label.y, label.text, edge=1.1, fontsize=label.size, ha=side)


def _measured(name: Name) -> tuple[float, float, float]:
    size = 5.5 + min(6.5, name.area**0.5 / 260_000)
    return size, len(name.text) * size * 0.51 * _METRE, size * 0.75 * _METRE


def town_labels(towns: Iterable[Town], boxes: LabelBoxes) -> Iterator[tuple[Town, Label]]:
    """Yield the towns (ranks 1 to 3, in the order given) whose names find room beside them."""
    for town in towns:
        if town.rank > 3:
            continue
        size = {1: 6.6, 2: 5.8}.get(town.rank, 5.2)
        width, high, gap = len(town.name) * size * 0.56 * _METRE, size * 0.6 * _METRE, 4 * _METRE
        x, y = town.point
        for rise, side in product((0, -1.7 * high, 1.7 * high), (1, -1)):
            near, far, at = x + side * gap, x + side * (gap + width), y + rise
            if boxes.take(Extent(min(near, far), at - high, max(near, far), at + high)):
                yield town, Label(town.name, near, at, size, side)
                break


def _scale_bar(axes: Any) -> None:
    left, bottom, step = EXTENT.right - 1_150_000, EXTENT.bottom + 95_000, 250_000
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


def _margins(figure: Any, plate: Plate) -> None:
    figure.text(0.02, 0.955, plate.title, fontsize=15, va="center", color=INK)
    figure.text(0.98, 0.955, dates.readable(plate.day), fontsize=17, va="center", ha="right", color=INK)
    credit = _CREDIT.format(version=data_version(plate.frame.frontier.folder))
    note = f"{plate.note}  " if plate.note else ""
    figure.text(0.02, 0.012, note + credit, fontsize=6.2, color="#5c5850")


def legend_polities(lands: Iterable[Drawn]) -> list[str]:
    """Return the polities of some lands by their area in the frame, largest first, 18 at most."""
    area: dict[str, float] = {}
    for land in lands:
        shown = shapely.clip_by_rect(land.shape, *EXTENT).area
        if shown > 0:
            key = land.row.get("polity") or ""
            area[key] = area.get(key, 0) + shown
    return sorted(area, key=lambda key: -area[key])[:18]


def _legend(figure: Any, plate: Plate) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    frontier = plate.frame.frontier
    handles: list[Any] = []
    for key in legend_polities(plate.lands):
        fill = colour_of(key, frontier)
        handles.append(
            Patch(
                facecolor=(fill + "9e"),
                edgecolor=stroke_of(fill),
                linewidth=0.6,
                label=_polity_name(key, plate.day, frontier),
            )
        )
    handles += [
        Line2D([], [], color=one.colour, linewidth=1.6, label=f"{one.title.en} railway")
        for one in (frontier.operators[key] for key in plate.operators)
    ]
    if plate.clashes:
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


def _polity_name(key: str, day: int, frontier: Frontier) -> str:
    names = gazetteer.polities_of(frontier).get(key, {}).get("names", [])
    found = name_on(names, day)
    return str(found["en"]) if found else key
