"""The finished page in a file, so that the app shows its first map without building it.

Importing this module is light on purpose: geopandas and folium are loaded only if the page must be made.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from geo.files import digest, shipped_files, write_whole
from layers.files import DIST, ROOT, WEB

CACHE = ROOT / ".cache"
_KEPT = 4


def page_key(*, tiles: bool = False) -> str:
    """Return the key of the full page: a hash of data, code and pinned requirements."""
    code = [
        *(ROOT / "layers").rglob("*.py"),
        *(ROOT / "layers").glob("*.json"),
        *WEB.glob("*.j2"),
        *DIST.iterdir(),
        *(ROOT / "geo").glob("*.py"),
        ROOT / "requirements.txt",
    ]
    files = [*shipped_files(), *sorted(path for path in code if path.is_file())]
    return sha256(f"{digest(files, ROOT)} {tiles}".encode()).hexdigest()[:16]


def cached_page(*, tiles: bool = False) -> str:
    """Return the full page (all years, all layers) as HTML, from the cache file if it is there."""
    path = CACHE / f"page-{page_key(tiles=tiles)}.html"
    if path.exists():
        return path.read_text(encoding="utf-8")
    from layers.page import build_map, to_html

    page = to_html(build_map(tiles=tiles))
    CACHE.mkdir(exist_ok=True)
    write_whole(path, page)
    _forget_old(CACHE)
    return page


def _forget_old(folder: Path) -> None:
    pages = sorted(folder.glob("page-*.html"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in pages[_KEPT:]:
        path.unlink(missing_ok=True)
