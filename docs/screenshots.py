"""Take the pictures of the README and of docs/ from an export: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import layers
from benchmarks.browser import chromium

HERE = Path(__file__).parent
SHOTS = {
    "atlas-1929": ("#1929/46/110/4?sel=", (1440, 900)),
    "atlas-1945-08-20": ("#1945-08-20/45/122/5", (1440, 900)),
    "atlas-1934-xinjiang": ("#1934-01-10/42/83/5", (1440, 900)),
    "atlas-1969-phone": ("#1969-03-15/47/125/4", (390, 844)),
}


def main() -> None:
    """Write the pictures beside this file (PNG)."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page_file = Path(folder) / "atlas.html"
        page_file.write_text(layers.to_html(layers.build_map()), encoding="utf-8")
        for name, (view, (width, height)) in SHOTS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
            page = context.new_page()
            page.add_init_script("localStorage.setItem('frontier-atlas-hint', '1')")
            page.goto(f"{page_file.as_uri()}{view}")
            page.evaluate("Atlas.idle()")
            page.screenshot(path=HERE / f"{name}.png")
            context.close()


if __name__ == "__main__":
    main()
