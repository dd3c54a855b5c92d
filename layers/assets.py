"""Scripts and styles of the page, as text to be inlined, and the policy that lets only them run."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import rcssmin
import rjsmin

from layers.errors import PageError
from layers.files import WEB

_SMALL = {"scripts": rjsmin.jsmin, "styles": rcssmin.cssmin}
_NO_URL = re.compile(r"url\((?!['\"]?data:)[^)]*\)")
_MAP_COMMENT = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def _leaflet(name: str) -> str:
    from xstatic.pkg import leaflet

    return (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")


def _listed(kind: str) -> list[str]:
    path = WEB / "assets.json"
    if not path.exists():
        raise PageError(
            f"{path.name} is missing from layers/web: it lists the scripts and styles of the page"
        )
    texts = []
    for name in json.loads(path.read_text(encoding="utf-8"))[kind]:
        file = WEB / name
        if not file.is_file():
            raise PageError(f"layers/web/assets.json lists {name!r}, which is not in layers/web")
        texts.append(_SMALL[kind](file.read_text(encoding="utf-8")))
    return texts


def scripts() -> list[str]:
    """Return Leaflet's script, then ours in the order of `assets.json`, fit for a `<script>` element."""
    found = [_MAP_COMMENT.sub("", _leaflet("leaflet.js")).strip(), *_listed("scripts")]
    for number, text in enumerate(found):
        if "</script" in text.lower() or "<!--" in text:
            raise PageError(f"script {number} of the page holds '</script' or '<!--': write it '<\\/script'")
    return found


def styles() -> list[str]:
    """Return Leaflet's stylesheet, then ours; pictures by URL are left out, so that nothing is fetched."""
    found = [_NO_URL.sub("none", text) for text in (_leaflet("leaflet.css"), *_listed("styles"))]
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
