"""Films: what each year's picture shows."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageColor

from layers import chosen
from layers.palette import blended, colour_of
from layers.print import film
from layers.print.frame import EXTENT, MapFrame, albers
from tests.made import square, territory, write_features


@pytest.fixture
def layers_of_a_new_year(tmp_path):
    """A land that passes on 31 December 1932 and again on 1 January 1934."""
    import geo

    held = [
        territory("land-qing", square(104, 42, 8), "1900-01-01", "1932-12-31"),
        territory("land-japan", square(104, 42, 8), "1932-12-31", "1934-01-01", polity="manchukuo"),
        territory("land-ussr", square(104, 42, 8), "1934-01-01", None, polity="ussr"),
    ]
    write_features(tmp_path / "manchuria.geojson", held)
    return geo.load_layers(tmp_path)


def seen(picture, lon, lat):
    """Return the colour at a place, an edge of the land away from its name."""
    x, y = albers(np.array([[lon, lat]]))[0]
    metre = EXTENT.width / film.WIDTH
    return picture.getpixel((round((x - EXTENT.left) / metre), round((EXTENT.top - y) / metre)))


def test_a_year_shows_who_held_on_its_last_day(layers_of_a_new_year):
    frame = MapFrame(layers_of_a_new_year, chosen(), tolerance=3500)
    pictures = list(film._pictures(frame, range(1931, 1935), lambda: None))
    for picture, polity in zip(pictures, ("qing", "manchukuo", "manchukuo", "ussr"), strict=True):
        wanted = ImageColor.getrgb(blended(colour_of(polity)))
        assert np.abs(np.subtract(seen(picture, 105, 43), wanted)).max() <= 2, polity


def test_clashes_of_the_year_are_marked(small_layers):
    frame = MapFrame(small_layers, chosen(["clashes"]))
    marked = {}
    for year, picture in zip((1928, 1929, 1930), film._pictures(frame, range(1928, 1931), int), strict=True):
        marked[year] = seen(picture, 120.5, 45.5)
    red = ImageColor.getrgb("#c1121f")
    assert np.abs(np.subtract(marked[1929], red)).max() <= 30
    assert marked[1928] == marked[1930] != marked[1929]


def test_a_hole_in_a_land_stays_open():
    import shapely

    image = Image.new("RGB", (film.WIDTH * 2, film.HEIGHT * 2), "white")
    ring = shapely.box(0, 0, 1_000_000, 1_000_000).difference(shapely.box(400_000, 400_000, 600_000, 600_000))
    film._paint(image, ring, "#ff0000")

    def at(x, y):
        metre = EXTENT.width / image.width
        return image.getpixel((round((x - EXTENT.left) / metre), round((EXTENT.top - y) / metre)))

    assert at(100_000, 100_000) == (255, 0, 0)
    assert at(500_000, 500_000) == (255, 255, 255)
    assert at(-100_000, 100_000) == (255, 255, 255)


def test_the_mark_of_time_moves_with_the_years(small_layers):
    frame = MapFrame(small_layers, chosen(["powers"]))
    pictures = list(film._pictures(frame, range(1930, 1941), lambda: None))
    red = [np.asarray(one)[film._MAP_HEIGHT :, :, :].astype(int) for one in pictures]
    places = [np.argwhere((one[:, :, 0] > 150) & (one[:, :, 1] < 80))[:, 1].mean() for one in red]
    assert np.allclose(np.diff(places), (film.WIDTH - 20 - 130) / 10, atol=1.5)


def test_tick_runs_once_a_year(small_layers, tmp_path):
    ticks = []
    path = tmp_path / "a.mp4"
    film.write_film(small_layers, chosen(), path, years=(1931, 1933), tick=lambda: ticks.append(1))
    assert len(ticks) == 3
    assert path.read_bytes()[4:8] == b"ftyp"


def test_a_film_s_ending_is_checked_before_it_is_drawn(tmp_path):
    with pytest.raises(ValueError, match="a film ends in one of"):
        film.write_film({}, [], tmp_path / "a.avi", years=(1931, 1933))
