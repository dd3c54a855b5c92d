"""Where the shipped files are, a hash over them, and writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
WEB = ROOT / "layers" / "web"
DIST = WEB / "dist"


def shipped_files() -> list[Path]:
    """Return the data files that the atlas is made of, in a fixed order."""
    authored = DATA / "authored"
    found = [
        *DATA.glob("*.geojson"),
        *(DATA / "basemap").glob("*.geojson"),
        DATA / "sources.json",
        *(authored / name for name in ("polities.csv", "tour.json")),
    ]
    return sorted(path for path in found if path.is_file())


def digest(paths: Iterable[Path]) -> str:
    """Return one SHA-256 (hex) over the names and contents of files."""
    total = sha256()
    for path in paths:
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()


def write_whole(path: str | Path, content: str | bytes) -> Path:
    """Write a file through a temporary one beside it, so that no reader ever sees half of it."""
    path = Path(path)
    raw = content.encode("utf-8") if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
