"""Make every shipped file from the base and the authored tables, in memory; write or compare them."""

from __future__ import annotations

from pathlib import Path

from geo import chicago
from geo.citations import references_json
from geo.files import write_whole

from .basemap import make_land, make_modern_borders
from .borders import make_borders
from .check import check_authored
from .citations import citations_csv
from .contradictions import Land, check_land
from .cut import Shapes, read_lines
from .exceptions import apply_exceptions
from .gazetteer import folding_json, make_islands, make_towns, with_spellings
from .happenings import make_clashes, make_events
from .headlines import headlines_json
from .identifiers import identifiers_csv
from .names import polities_json
from .operators import Operators, check_borders, check_operators
from .railways import make_railways
from .tables import AUTHORED, Authored, read_authored
from .territories import Feature, make_territories
from .units import make_units
from .waters import make_waters
from .works import evidence, evidence_json, sources_json, sources_md
from .write import collection, read_shapes

DATA = Path(__file__).resolve().parents[1]
BASE = DATA / "base"


def check_against_land(authored: Authored, units: Shapes) -> Operators:
    """Note where clashes and railways contradict the land they stand on; return who ran the railways."""
    land = Land(authored, units)
    check_land(authored, land)
    operators = Operators(authored, land)
    check_operators(authored, operators)
    check_borders(authored, operators, land)
    apply_exceptions(authored, whole=True)
    return operators


def units_of(authored: Authored, base: Path = BASE) -> Shapes:
    """Return the units; raise `BuildError` with every fault of the geometry."""
    return make_units(authored, *(read_shapes(base / f"{stem}.geojson") for stem in ("pieces", "rivers")))[0]


def make_layers(
    authored: Authored, base: Path = BASE
) -> tuple[dict[str, list[Feature]], dict[str, list[Feature]]]:
    """Return the layers and the base-map layers; raise `BuildError` with every fault of the geometry."""
    pieces, rivers, lakes = (read_shapes(base / f"{stem}.geojson") for stem in ("pieces", "rivers", "lakes"))
    units, plain, lines = make_units(authored, pieces, rivers)
    operators = check_against_land(authored, units)
    authored.faults.raise_if_any()
    layers = {layer: make_territories(authored, layer, units) for layer in authored.frontier.territories}
    layers["railways"] = make_railways(authored, operators)
    layers["clashes"] = make_clashes(authored)
    layers["events"] = make_events(authored)
    drawn = read_lines(authored["lines"], authored["line_vertices"], rivers, authored.faults)
    layers["borders"] = make_borders(authored, units, lines, [line for line in drawn if line.kind == "claim"])
    basemap = {
        "land": make_land(units, plain),
        "rivers": with_spellings(authored, make_waters(authored["waters"], "river", rivers), "river"),
        "lakes": with_spellings(authored, make_waters(authored["waters"], "lake", lakes), "lake"),
        "modern_borders": make_modern_borders({**pieces}),
        "towns": make_towns(authored),
        "islands": make_islands(authored),
    }
    return layers, basemap


def build(root: Path = AUTHORED, base: Path = BASE) -> dict[str, str]:
    """Return the text of every shipped file by path below `data/`; raise `BuildError` naming every fault."""
    authored = read_authored(root)
    check_authored(authored)
    authored.faults.raise_if_any()
    layers, basemap = make_layers(authored, base)
    files = {f"{layer}.geojson": collection(features) for layer, features in layers.items()}
    files |= {f"basemap/{name}.geojson": collection(features) for name, features in basemap.items()}
    files["folding.json"] = folding_json(files.values())
    files["sources.json"] = sources_json(authored)
    texts = chicago.references(authored.works[key] for key in sorted(authored.works))
    files["references.json"] = references_json(authored.works, texts)
    files["SOURCES.md"] = sources_md(authored, layers, texts)
    files["evidence.json"] = evidence_json(evidence(authored, layers))
    files["citations.csv"] = citations_csv(authored, layers)
    files["identifiers.csv"] = identifiers_csv(authored)
    files["polities.json"] = polities_json(authored["polities"])
    files["headlines.json"] = headlines_json(authored)
    for name in ("article.csv", "comparison.csv", "frontier.json", "tour.json"):
        if (root / name).exists():
            files[name] = (root / name).read_text(encoding="utf-8")
    return files


def write(files: dict[str, str], data: Path = DATA) -> list[str]:
    """Write the files that differ from what stands in `data`; return their paths."""
    changed = differences(files, data)
    for path in changed:
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(data / path, files[path])
    return changed


def differences(files: dict[str, str], data: Path = DATA) -> list[str]:
    """Return the paths whose file in `data` is missing or differs."""
    return [
        path
        for path, text in files.items()
        if not (data / path).exists() or (data / path).read_text(encoding="utf-8") != text
    ]
