"""Fixtures that several test files share."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.made import Feature, clash, square, territory, write_features

settings.register_profile("atlas", deadline=None)  # a busy machine is no fault
settings.load_profile("atlas")

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@pytest.fixture(scope="session")
def atlas_layers() -> dict[str, Any]:
    """Return the shipped layers, read once a session; tests must not change them."""
    import geo

    return geo.load_layers()


@pytest.fixture(scope="session")
def atlas_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the export of the whole atlas, made once a run by the worker that needs it first."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of the run, where the folders of its workers are
    path = folder / "atlas.html"
    with (folder / "atlas.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            import layers

            path.write_text(layers.to_html(layers.build_map()), encoding="utf-8")
    return path


WORKS = [
    {
        "id": "work-one", "type": "book", "title": "Two Empires & a River", "publisher": "Hill Press",
        "publisher-place": "London", "issued": {"date-parts": [[1996]]},
        "author": [{"family": "Paine", "given": "Anna B."}, {"family": "Orlov", "given": "Ivan"}],
    },
    {
        "id": "work-two", "type": "article-journal", "title": "Who crossed first?",
        "container-title": "Borders",
        "volume": "7", "issue": "2", "page": "10-19", "issued": {"date-parts": [[2004, 5]]},
        "author": [{"family": "Li", "given": "Wei"}], "DOI": "10.1000/xyz",
    },
    {"id": "work-three", "type": "report", "title": "Yearbook", "editor": [{"literal": "Railway Office"}],
     "issued": {"date-parts": [[1934], [1943]]}},
]  # fmt: skip


@pytest.fixture
def features() -> dict[str, list[Feature]]:
    """Return small made-up layers as GeoJSON features: a west that changes hands, an east that doesn't."""
    return {
        "manchuria": [
            territory("west-qing", square(120, 45), "1900-01-01", "1932-03-01"),
            territory("west-new", square(120, 45), "1932-03-01", "1945-08-20", controller="Japan",
                      polity="manchukuo", status="puppet", start_edtf="1932-02-25~"),
            territory("west-late", square(120, 45), "1945-08-20", None, start_edtf="1945-08"),
            territory("east-qing", square(121, 45), "1900-01-01", None),
        ],
        "powers": [territory("north-ussr", square(120, 46, 2), "1900-01-01", None, polity="ussr")],
        "clashes": [
            clash("ford-1929", "1929-08-16", "1929-08-19", (120.5, 45.5)),
            clash("ridge-1929", "1929-12-31", "1930-01-02", None),
        ],
    }  # fmt: skip


@pytest.fixture
def atlas_folder(tmp_path: Path, features: dict[str, list[Feature]]) -> Path:
    """Return a folder with the made-up layers and their works."""
    for key, listed in features.items():
        write_features(tmp_path / f"{key}.geojson", listed)
    (tmp_path / "sources.json").write_text(json.dumps(WORKS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def small_layers(atlas_folder: Path) -> dict[str, Any]:
    """Return the made-up layers as `load_layers` gives them."""
    import geo

    return geo.load_layers(atlas_folder)


@pytest.fixture
def broken(atlas_folder: Path, features: dict[str, list[Feature]]) -> Callable[..., Path]:
    """Return a function that spoils one feature of `manchuria` and returns the file."""

    def spoil(change: Callable[[Feature], Any], number: int = 0) -> Path:
        change(features["manchuria"][number])
        return write_features(atlas_folder / "manchuria.geojson", features["manchuria"])

    return spoil
