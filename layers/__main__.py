"""`python -m layers`: export pages, figures and films, list the layers, warm the app's cache."""

from __future__ import annotations

from pathlib import Path

import click

from geo import dates
from geo.errors import AtlasError, DateError
from geo.files import write_whole
from geo.frontier import frontier_of
from layers import chosen
from layers.span import span_from_years

_OUTPUT = click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
_LAYERS = click.option(
    "--layers", "names", metavar="A,B", help="Layers to take along (see `list`); all by default."
)
_TITLE = click.option("--title", help="Heading, instead of the atlas's own.")
_NOTE = click.option("--note", help="A note under the heading.")
_FROM = click.option("--from", "first", type=int, help="First year.")
_TO = click.option("--to", "last", type=int, help="Last year.")
_DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of layers with its frontier.json; else what ships.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Maps of the frontier as files."""


@cli.command("list")
@_DATA
def list_layers(data: Path | None) -> None:
    """List the layers in drawing order."""
    for layer in chosen(frontier=frontier_of(data)):
        click.echo(f"{layer.key:<10} {layer.rule:<7} {layer.title}")


@cli.command()
@click.option("--year", type=int, help="One year only.")
@_FROM
@_TO
@_LAYERS
@_TITLE
@_NOTE
@click.option(
    "--tour",
    "tour_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Your own tour (.yaml or .json), instead of the atlas's.",
)
@_DATA
@_OUTPUT
def export(
    year: int | None,
    first: int | None,
    last: int | None,
    names: str | None,
    title: str | None,
    note: str | None,
    tour_file: Path | None,
    data: Path | None,
    output: Path,
) -> None:
    """Write the map as one HTML file that needs no network."""
    _ending(output, (".html", ".htm"))
    import geo
    from layers.page import build_map, to_html
    from layers.tour import tour_from_file

    frontier = frontier_of(data)
    tour = tour_from_file(tour_file, frontier=frontier) if tour_file else None
    atlas = build_map(
        geo.load_layers(data),
        year=year,
        span=_span(first, last),
        show=_names(names),
        title=title,
        note=note,
        tour=tour,
        frontier=frontier,
    )
    page = to_html(atlas)
    write_whole(output, page)
    click.echo(f"{output}: {len(page.encode('utf-8')) / 1e6:.2f} MB")


@cli.command()
@click.option("--year", type=int, help="Year to draw, as of 31 December.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="Day to draw, instead of a year.")
@_LAYERS
@_TITLE
@_NOTE
@_DATA
@_OUTPUT
def figure(
    year: int | None,
    day: str | None,
    names: str | None,
    title: str | None,
    note: str | None,
    data: Path | None,
    output: Path,
) -> None:
    """Write a plate for print (.svg, .pdf or .png)."""
    import geo
    from layers.print.figure import FORMATS, write_figure

    _ending(output, FORMATS)
    if (year is None) == (day is None):
        raise click.UsageError("give --year or --date")
    number = _day(day) if day else dates.latest(year or 0)
    frontier = frontier_of(data)
    span_from_years(dates.year_of(number), frontier=frontier)
    declared = chosen(_names(names), frontier)
    layers = geo.load_layers(data)
    write_figure(layers, declared, number, output, title=title, note=note, frontier=frontier)
    click.echo(str(output))


@cli.command()
@_FROM
@_TO
@_LAYERS
@click.option(
    "--seconds", type=click.FloatRange(0.02, 10), default=0.4, show_default=True, help="Seconds a year."
)
@_DATA
@_OUTPUT
def animate(
    first: int | None, last: int | None, names: str | None, seconds: float, data: Path | None, output: Path
) -> None:
    """Write a film of the years (.gif or .mp4)."""
    import geo
    from layers.print.film import FORMATS, write_film

    _ending(output, FORMATS)
    frontier = frontier_of(data)
    years = span_from_years(span=_span(first, last), frontier=frontier)
    layers, declared = geo.load_layers(data), chosen(_names(names), frontier)
    with click.progressbar(length=years[1] - years[0] + 1, label="Drawing the years") as bar:
        write_film(
            layers,
            declared,
            output,
            years=years,
            seconds_a_year=seconds,
            frontier=frontier,
            tick=lambda: bar.update(1),
        )
    click.echo(f"{output}: {output.stat().st_size / 1e6:.2f} MB")


@cli.command()
def warm() -> None:
    """Build the app's page into the cache, so that its first map shows at once."""
    from layers.cache import cached_page

    click.echo(f"page ready: {len(cached_page(tiles=True).encode('utf-8')) / 1e6:.2f} MB")


def _span(first: int | None, last: int | None) -> tuple[int | None, int | None] | None:
    return None if first is None and last is None else (first, last)


def _names(names: str | None) -> list[str] | None:
    return [name.strip() for name in names.split(",") if name.strip()] if names is not None else None


def _day(text: str) -> int:
    try:
        first, last = dates.bounds(text)
    except DateError:
        first, last = dates.ALWAYS, dates.OPEN
    if first != last:
        raise click.BadParameter(f"{text!r} is not a day: write YYYY-MM-DD", param_hint="--date")
    return first


def _ending(output: Path, allowed: tuple[str, ...]) -> None:
    if output.suffix.lower() not in allowed:
        raise click.BadParameter(f"{output.name!r} should end in {' or '.join(allowed)}", param_hint="-o")
    if not output.resolve().parent.is_dir():
        raise click.BadParameter(
            f"the folder {str(output.parent)!r} doesn't exist: make it first", param_hint="-o"
        )


def main() -> None:
    """Run the command line; what the user got wrong is told without a traceback."""
    try:
        cli(prog_name="python -m layers", standalone_mode=True)
    except (AtlasError, OSError) as error:
        raise SystemExit(f"Error: {error}") from error


if __name__ == "__main__":
    main()
