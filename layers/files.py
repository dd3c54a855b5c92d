"""Where the parts of the page lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "layers" / "web"
DIST = WEB / "dist"
