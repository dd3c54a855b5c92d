"""Scripts and styles of the page, as text to be inlined, and the policy that lets only them run."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from layers.errors import PageError
from layers.files import DIST

_NO_URL = re.compile(r"url\((?!['\"]?data:)[^)]*\)")
_MAP_COMMENT = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def _leaflet(name: str) -> str:
    from xstatic.pkg import leaflet

    return (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")


def _bundle(name: str) -> str:
    file = DIST / name
    if not file.is_file():
        raise PageError(f"{name} is missing from layers/web/dist: `make web` bundles it from layers/web/src")
    return file.read_text(encoding="utf-8").strip()


def scripts() -> list[str]:
    """Return Leaflet's script and the page's bundle, fit for `<script>` elements."""
    found = [_MAP_COMMENT.sub("", _leaflet("leaflet.js")).strip(), _bundle("atlas.js")]
    for number, text in enumerate(found):
        if "</script" in text.lower() or "<!--" in text:
            raise PageError(f"script {number} of the page holds '</script' or '<!--': write it '<\\/script'")
    return found


def styles() -> list[str]:
    """Return Leaflet's stylesheet and the page's, without pictures by URL: nothing is fetched."""
    found = [_NO_URL.sub("none", text) for text in (_leaflet("leaflet.css"), _bundle("atlas.css"))]
    for number, text in enumerate(found):
        if "</style" in text.lower() or "@import" in text:
            raise PageError(f"style {number} of the page holds '</style' or '@import': inline it")
    return found


def script_hash(text: str) -> str:
    """Return the CSP source expression for an inline script."""
    return f"'sha256-{base64.b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def policy(scripts: Iterable[str], tile_urls: Iterable[str] = ()) -> str:
    """Return the Content-Security-Policy: only these scripts run, nothing is fetched but the tiles named."""
    hosts = sorted({_tile_host(url) for url in tile_urls})
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(script_hash(text) for text in scripts),
            "style-src 'unsafe-inline'",
            " ".join(["img-src data: blob:", *hosts]),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _tile_host(url: str) -> str:
    parts = urlsplit(url.replace("{s}", "*"))
    return f"{parts.scheme}://{parts.netloc}"
