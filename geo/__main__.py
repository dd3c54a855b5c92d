"""`python -m geo`: ask the atlas from a terminal."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

import click

from geo import dates
from geo.errors import AtlasError, DataFileError, DateError, PointError, UnknownNameError
from geo.frontier import Frontier, frontier_of

_CHUNK = 20_000
_NUMBERS = {"ignore_unknown_options": True}  # so that -120.5 is a longitude, not an option
_data = click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    help="A folder of layers, or one file; else what ships.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
_near = click.option(
    "--near",
    type=float,
    default=None,
    help="Take the nearest holder within so many km if nobody holds the point.",
)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Turn the errors of `geo` into a message and exit status 1."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except AtlasError as error:
            raise click.ClickException(str(error)) from None

    return run


@click.group()
def main() -> None:
    """Ask who held what land, and when."""


@main.command(context_settings=_NUMBERS)
@click.argument("lon", type=float, required=False)
@click.argument("lat", type=float, required=False)
@click.argument("date", required=False)
@click.option(
    "--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A CSV with lon,lat,date."
)
@_near
@_as_json
@_data
@_told
def at(
    lon: float | None,
    lat: float | None,
    date: str | None,
    batch: Path | None,
    near: float | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Say who held the point LON LAT on DATE (a year means its 31 December)."""
    from geo.files import load_layers
    from geo.queries import polity_names, who_held

    if batch is not None:
        if lon is not None or not as_json:
            raise click.UsageError("--batch FILE goes with --json and without LON LAT DATE")
        if _batch(batch, load_layers(data), near or 0, frontier_of(data)):
            sys.exit(1)
        return
    if lon is None or lat is None or date is None:
        raise click.UsageError("give LON LAT DATE, or --batch FILE --json")
    layers = load_layers(data)
    frontier = frontier_of(data)
    held = who_held(layers, lon, lat, date, near=near or 0, frontier=frontier)
    if as_json:
        click.echo(json.dumps(held, ensure_ascii=False, indent=2))
        return
    click.echo(f"{lon:g} {lat:g} on {dates.readable(dates.moment(date))}")
    names = polity_names(layers)
    for answer in held:
        click.echo(_holder_text(answer, names, frontier))
    if not held:
        click.echo("  nobody of the atlas: sea, or land outside it")


@main.command()
@click.argument("layer")
@click.argument("date")
@_data
@_told
def show(layer: str, date: str, data: Path | None) -> None:
    """Write what LAYER shows for DATE (or year) as a GeoJSON FeatureCollection."""
    from geo.files import features_from_frame, layer_paths, read_layer, text_from_features
    from geo.slices import shown

    paths = layer_paths(data)
    if layer not in paths:
        raise UnknownNameError("layer", layer, paths)
    frontier = frontier_of(paths[layer])
    frame = shown(read_layer(paths[layer], frontier=frontier), date, layer=layer, frontier=frontier)
    click.echo(text_from_features(features_from_frame(frame)), nl=False)


@main.command()
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER]...", type=click.Path(path_type=Path))
@click.option(
    "--sources", type=click.Path(path_type=Path), help="The CSL-JSON file to check citations against."
)
@_told
def check(paths: tuple[Path, ...], sources: Path | None) -> None:
    """Name every fault of the shipped layers, or of FILEs and FOLDERs; exit status 1 if there is any."""
    from geo.check import check_files

    faults = check_files(paths or None, sources=sources)
    for fault in faults:
        click.echo(str(fault))
    told = f"{len(faults)} fault{'s' * (len(faults) != 1)}" if faults else "no fault"
    where = ", ".join(map(str, paths)) if paths else "the shipped layers"
    click.echo(f"{told} in {where}", err=bool(faults))
    sys.exit(bool(faults))


@main.command()
@click.argument("year", type=click.IntRange(1, 9998))
@_as_json
@_data
@_told
def year(year: int, as_json: bool, data: Path | None) -> None:
    """Say what YEAR brought: headline, counts, changes of hands and standing, clashes, events, railways."""
    from geo.brief import json_from_year, text_from_year
    from geo.files import load_layers
    from geo.year import year_in_brief

    frontier = frontier_of(data)
    first, last = frontier.span
    if not first <= year <= last:
        raise DateError(f"year {year} is outside the atlas: choose from {first} to {last}")
    brief = year_in_brief(load_layers(data), year, frontier=frontier)
    if as_json:
        click.echo(json.dumps(json_from_year(brief, frontier=frontier), ensure_ascii=False, indent=2))
    else:
        click.echo(text_from_year(brief, frontier=frontier))


@main.command()
@click.argument("feature_id")
@click.option(
    "--format", "style", type=click.Choice(["text", "bibtex", "csl"]), default="text", show_default=True
)
@_data
@_told
def cite(feature_id: str, style: str, data: Path | None) -> None:
    """List the works behind the feature FEATURE_ID, the places cited in them, and how each was known.

    Then what it, its polity and the works are called elsewhere.
    """
    from geo import citations, identifiers, works
    from geo.files import load_layers

    def beside(name: str) -> Path | None:
        return data / name if data is not None and (data / name).is_file() else None

    layers, sources = load_layers(data), works.read_sources(beside("sources.json"))
    text = citations.cite(
        feature_id,
        format=style,
        layers=layers,
        sources=sources,
        pinpoints=works.read_pinpoints(beside("citations.csv")),
    )
    click.echo(text)
    if style == "text":
        names = works.parts_of(feature_id, layers=layers, sources=sources)
        known = identifiers.read_identifiers(beside("identifiers.csv"))
        if said := identifiers.identifiers_text(names, known):
            click.echo(said)


@main.command(context_settings=_NUMBERS)
@click.argument("lon", type=float, required=False)
@click.argument("lat", type=float, required=False)
@click.option("--place", help="A town by any of its names, instead of LON LAT.")
@_near
@_as_json
@_data
@_told
def history(
    lon: float | None,
    lat: float | None,
    place: str | None,
    near: float | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Say who held the point LON LAT, or a town, through time."""
    from geo import queries
    from geo.files import load_layers
    from geo.places import find_places

    town = None
    if place is not None and lon is None:
        town, *others = find_places(place)
        lon, lat = town.lon, town.lat
        if others:
            click.echo(
                f"{place} is also {', '.join(other.id for other in others)}: name that to see it", err=True
            )
    elif lon is None or lat is None or place is not None:
        raise click.UsageError("give LON LAT, or --place NAME")
    near = near if near is not None else (10 if town else 0)
    layers = load_layers(data)
    frontier = frontier_of(data)
    spans = queries.history(layers, lon, lat, near=near, frontier=frontier)
    if town:
        for span in spans:
            named = town.names_on(dates.earliest(span["start_date"]))
            span["place"] = {"id": town.id, **named, "identifiers": town.identifiers}
    if as_json:
        click.echo(json.dumps(spans, ensure_ascii=False, indent=2))
        return
    click.echo(f"{town.name} ({lon:g} {lat:g})" if town else f"{lon:g} {lat:g}")
    names = queries.polity_names(layers)
    for span in spans:
        click.echo(_holder_text(span, names, frontier))
    if not spans:
        click.echo("  nobody of the atlas: sea, or land outside it")


def _holder_text(answer: dict[str, Any], polities: dict[str, str], frontier: Frontier) -> str:
    """Return one answer in words; where fact and law differ it says both."""
    others = ", ".join(answer[name] for name in ("name_zh", "name_ru") if answer.get(name))
    start = dates.readable(answer.get("start_edtf") or answer["start_date"])
    end = answer.get("end_edtf") or answer.get("end_date")
    until = dates.readable(end) if end else f"still so in {frontier.span[1]}"
    lines = [f"  {answer['name']}{f' ({others})' if others else ''}, {answer['status']}"]
    if answer.get("place"):
        lines.append(f"    the place was then called {answer['place']['name']}")
    if answer.get("controller") == answer.get("sovereign"):
        lines.append(f"    held by {answer['controller']}")
    else:
        lines.append(f"    de facto {answer['controller']}, de jure {answer['sovereign']}")
    seen = [
        f"{capital.en} saw it as {polities.get(answer[f'view_{view}'], answer[f'view_{view}'])}"
        for view, capital in frontier.viewpoints.items()
        if _differs(answer, view)
    ]
    if seen:
        lines.append(f"    {'; '.join(seen)}")
    lines.append(f"    {start} – {until}; certainty {answer['certainty']}; {answer['layer']}/{answer['id']}")
    lines.append(f"    sources: {', '.join(answer.get('sources') or [])}")
    return "\n".join(lines)


def _differs(answer: dict[str, Any], viewpoint: str) -> bool:
    seen = answer.get(f"view_{viewpoint}")
    return bool(seen) and seen != answer.get("sovereign_key")


def _batch(path: Path, layers: Any, near: float, frontier: Frontier) -> bool:
    """Write one JSON line a row of a CSV; tell whether any row was bad."""
    failed = False
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = {"lon", "lat", "date"} - set(rows.fieldnames or ())
        if missing:
            raise DataFileError(
                f"{path} has no column {', '.join(sorted(missing))}: name it in the first line"
            )
        while chunk := list(islice(rows, _CHUNK)):
            for line in _batch_lines(chunk, layers, near, frontier):
                failed = failed or "error" in line
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return failed


def _degrees(row: dict[str, Any], name: str) -> float:
    try:
        return float(row[name] or "")
    except ValueError:
        raise PointError(f"{name} {row[name] or ''!r} is not a number of degrees") from None


def _batch_lines(
    rows: list[dict[str, Any]], layers: Any, near: float, frontier: Frontier
) -> Iterator[dict[str, Any]]:
    from geo.queries import who_held_each

    errors: dict[int, str] = {}
    sound: list[tuple[int, float, float, int]] = []
    for place, row in enumerate(rows):
        try:
            lon, lat = (_degrees(row, name) for name in ("lon", "lat"))
            if not (abs(lon) <= 180 and abs(lat) <= 90):
                raise PointError(f"point {lon:g} {lat:g} is off the globe: give longitude first")
            sound.append((place, lon, lat, dates.moment(row["date"] or "")))
        except AtlasError as error:
            errors[place] = str(error)
    held: dict[int, list[dict[str, Any]]] = {}
    if sound:
        places, lons, lats, days = zip(*sound, strict=True)
        held = dict(
            zip(places, who_held_each(layers, lons, lats, days, near=near, frontier=frontier), strict=True)
        )
    for place, row in enumerate(rows):
        line = {name: value for name, value in row.items() if name is not None}
        if place in errors:
            yield line | {"error": errors[place]}
        else:
            yield line | {"lon": float(row["lon"]), "lat": float(row["lat"]), "held": held[place]}


if __name__ == "__main__":
    main(prog_name="python -m geo")
