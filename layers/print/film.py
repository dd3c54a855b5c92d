"""The atlas as a film: one frame a year as GIF (Pillow) or MP4 (imageio-ffmpeg).

Frames are drawn at twice their size and halved, in the same map frame as `layers.print.figure`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo import dates
from geo.files import write_whole
from geo.frontier import Frontier
from layers.errors import FormatError
from layers.palette import (
    FILL_OPACITY,
    GROUND,
    INK,
    SEA,
    STYLE,
    blended,
    colour_of,
    land_look,
    operator_colour,
    stroke_of,
)
from layers.print.frame import EXTENT, Drawn, MapFrame
from layers.print.labels import LabelBoxes, Name, land_labels
from layers.registry import Layer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FORMATS = (".gif", ".mp4")
WIDTH, HEIGHT = 960, 592
_SCALE = 2
_METRE = EXTENT.width / (WIDTH * _SCALE)
"""Frame metres to a pixel of the large picture."""
_MAP_HEIGHT = round(WIDTH * (EXTENT.top - EXTENT.bottom) / EXTENT.width)
_SPARK = STYLE["clash"]["colour"]

Tick = Callable[[], None]


def write_film(
    layers: Mapping[str, GeoDataFrame],
    declarations: Iterable[Layer],
    path: str | Path,
    *,
    years: tuple[int, int],
    seconds_a_year: float = 0.4,
    frontier: Frontier | None = None,
    tick: Tick = lambda: None,
) -> Path:
    """Draw one frame a year (31 December, clashes of the year) and write the film; `tick` runs after each.

    Raises FormatError if the path's ending is none of `FORMATS`.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise FormatError(f"{path.name}: a film ends in one of {', '.join(FORMATS)}")
    frame = MapFrame(layers, declarations, frontier, tolerance=3500)
    pictures = _pictures(frame, range(years[0], years[1] + 1), tick)
    write = _gif if ending == ".gif" else _mp4
    return write_whole(path, write(pictures, seconds_a_year))


def _pictures(frame: MapFrame, years: range, tick: Tick) -> Iterator[Any]:
    ground = _ground(frame)
    for year in years:
        yield _picture(frame, ground, year, (years[0], years[-1]))
        tick()


def _pixels(shape: Any) -> list[list[tuple[float, float]]]:
    """Return the outlines of a shape's parts in pixels of the large frame, outer rings then holes."""
    rings = []
    for part in shapely.get_parts(shape):
        outlines = (part.exterior, *part.interiors) if part.geom_type == "Polygon" else (part,)
        for outline in outlines:
            xy = shapely.get_coordinates(outline)
            x = (xy[:, 0] - EXTENT.left) / _METRE
            y = (EXTENT.top - xy[:, 1]) / _METRE
            if len(x) > 1:
                rings.append(list(zip(x.tolist(), y.tolist(), strict=True)))
    return rings


def _paint(image: Any, shape: Any, fill: str, outline: str | None = None) -> None:
    """Fill a shape through a mask, so that holes stay open, and draw its outline."""
    from PIL import Image, ImageDraw

    mask = Image.new("1", image.size, 0)
    pen = ImageDraw.Draw(mask)
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            rings = _pixels(part)
            pen.polygon(rings[0], fill=1)
            for hole in rings[1:]:
                pen.polygon(hole, fill=0)
    image.paste(fill, mask=mask)
    if outline:
        pen = ImageDraw.Draw(image)
        for ring in _pixels(shape):
            pen.line(ring, fill=outline, width=_SCALE)


def _ground(frame: MapFrame) -> Any:
    from PIL import Image

    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), SEA)
    _paint(image, frame.ground, GROUND, "#b3ad9c")
    return image


def _picture(frame: MapFrame, ground: Any, year: int, span: tuple[int, int]) -> Any:
    from PIL import Image, ImageDraw

    first, day = dates.bounds(year)
    image = ground.copy()
    lands = frame.lands(day)
    for land in lands:
        fill = colour_of(land_look(land.row, frame.frontier).ground, frame.frontier)
        _paint(image, land.shape, blended(fill, GROUND, FILL_OPACITY), stroke_of(fill))
    _paint(image, frame.lakes, SEA, "#9fb0b8")
    pen = ImageDraw.Draw(image)
    for line in frame.lines(day):
        colour = operator_colour(line.row.get("operator_key"), frame.frontier)
        for points in _pixels(line.shape):
            pen.line(points, fill=colour, width=2 * _SCALE, joint="curve")
    for clash in frame.clashes(first, day):
        _spark(pen, clash)
    _labels(pen, frame, lands)
    _bar(pen, year, span)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _spark(pen: Any, clash: Drawn) -> None:
    size = 5 + 2 * np.log10(1 + (clash.row.get("killed_max") or 0))
    x, y = (clash.shape.x - EXTENT.left) / _METRE, (EXTENT.top - clash.shape.y) / _METRE
    turn = np.arange(16) * np.pi / 8
    reach = np.where(np.arange(16) % 2 == 0, size, size * 0.45) * _SCALE
    star = list(zip((x + reach * np.sin(turn)).tolist(), (y - reach * np.cos(turn)).tolist(), strict=True))
    pen.polygon(star, fill=_SPARK, outline="white")


def _labels(pen: Any, frame: MapFrame, lands: list[Drawn]) -> None:
    def measured(name: Name) -> tuple[float, float, float]:
        size = round((9 + min(8.0, name.area**0.5 / 220_000)) * _SCALE)
        return size, pen.textlength(name.text, font=_font(size)) / 2 * _METRE, size * 0.7 * _METRE

    for label in land_labels(frame.names(lands), LabelBoxes(EXTENT), measured, reach=3.0):
        spot = (label.x - EXTENT.left) / _METRE, (EXTENT.top - label.y) / _METRE
        edge = {"stroke_width": _SCALE, "stroke_fill": GROUND}
        pen.text(spot, label.text, font=_font(int(label.size)), fill=INK, anchor="mm", **edge)


def _bar(pen: Any, year: int, span: tuple[int, int]) -> None:
    """The year in large figures and where it stands in the span."""
    top, bottom = _MAP_HEIGHT * _SCALE, HEIGHT * _SCALE
    pen.rectangle((0, top, WIDTH * _SCALE, bottom), fill="#fbf9f3")
    middle = (top + bottom) / 2
    pen.text((16 * _SCALE, middle), str(year), font=_font(34 * _SCALE), fill=INK, anchor="lm")
    left, right = 130 * _SCALE, (WIDTH - 20) * _SCALE
    pen.line((left, middle, right, middle), fill="#b3ad9c", width=2 * _SCALE)
    for mark in range(span[0], span[1] + 1):
        if mark % 10 == 0:
            x = left + (right - left) * (mark - span[0]) / max(1, span[1] - span[0])
            pen.line((x, middle - 5 * _SCALE, x, middle + 5 * _SCALE), fill="#8d8778", width=_SCALE)
    x = left + (right - left) * (year - span[0]) / max(1, span[1] - span[0])
    pen.ellipse((x - 7 * _SCALE, middle - 7 * _SCALE, x + 7 * _SCALE, middle + 7 * _SCALE), fill=_SPARK)


@lru_cache(maxsize=64)
def _font(size: int) -> Any:
    from matplotlib import get_data_path
    from PIL import ImageFont

    return ImageFont.truetype(str(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"), size)


def _gif(pictures: Iterable[Any], seconds: float) -> bytes:
    from PIL import Image

    frames = list(pictures)
    # One palette for all frames: no flicker, and unchanged pixels stay unchanged.
    sample = Image.new("RGB", (WIDTH, HEIGHT * min(12, len(frames))))
    for number in range(min(12, len(frames))):
        sample.paste(frames[number * len(frames) // min(12, len(frames))], (0, HEIGHT * number))
    palette = sample.quantize(128, method=Image.Quantize.MEDIANCUT)
    flat = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    out = io.BytesIO()
    flat[0].save(
        out,
        format="GIF",
        save_all=True,
        append_images=flat[1:],
        duration=round(seconds * 1000),
        loop=0,
        optimize=False,
    )
    return out.getvalue()


def _mp4(pictures: Iterable[Any], seconds: float) -> bytes:
    import tempfile

    import imageio_ffmpeg

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        writer = imageio_ffmpeg.write_frames(
            str(path),
            (WIDTH, HEIGHT),
            fps=1 / seconds,
            quality=8,
            macro_block_size=8,
            output_params=[
                "-movflags",
                "+faststart",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-threads",
                "1",
            ],
        )
        writer.send(None)
        for picture in pictures:
            writer.send(np.ascontiguousarray(picture))
        writer.close()
        return path.read_bytes()
