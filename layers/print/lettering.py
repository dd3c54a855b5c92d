"""Lettering of plates: which fonts hold a text, and names with a thin light edge that stay real text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any
from unicodedata import category

from layers.errors import FontError
from layers.palette import INK

SERIF = ("Palatino Linotype", "Palatino", "Georgia", "DejaVu Serif")
"""What plates are set in, the first that is installed; the last comes with Matplotlib."""
_OTHERS = (
    "Noto Serif CJK TC", "Noto Serif CJK SC", "Noto Serif TC", "Noto Serif SC", "Source Han Serif TC",
    "Source Han Serif SC", "Songti TC", "Songti SC", "PMingLiU", "SimSun", "Noto Sans CJK TC",
    "Noto Sans CJK SC", "PingFang TC", "Microsoft JhengHei", "Microsoft YaHei", "WenQuanYi Zen Hei",
)  # fmt: skip
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
_LAST_RESORT = "Last Resort"
"""Matplotlib's own face of boxes, which has a glyph for everything."""
_HAIR = "\u200a"
_EDGE = "#ffffff", 0.69
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def families_for(texts: Iterable[str]) -> list[str]:
    """Return the font families that hold every character of some texts, the serif face first.

    Raises FontError, which names the characters that no installed font has.
    """
    serif = _serif()
    families = [serif]
    seen = {char for text in texts for char in text if category(char) not in _UNSEEN}
    wanted = seen - _characters(serif)
    for family in _fallbacks() if wanted else ():
        found = wanted & _characters(family)
        if found:
            families.append(family)
            wanted -= found
        if not wanted:
            break
    if wanted:
        raise FontError(
            f"no installed font has {' '.join(sorted(wanted))}: install {_remedy(wanted)}, or write it "
            "otherwise"
        )
    return families


def _remedy(characters: Iterable[str]) -> str:
    if _CJK.search("".join(characters)):
        return "a Chinese font such as Noto Serif CJK (package fonts-noto-cjk)"
    return "a font that does"


def _installed() -> dict[str, Any]:
    """Return the upright regular face of each installed family."""
    from matplotlib.font_manager import fontManager

    def plainness(face: Any) -> tuple[bool, bool, bool]:
        return face.style == "normal", face.weight in (400, "normal", "regular"), face.stretch == "normal"

    faces = sorted(fontManager.ttflist, key=plainness)
    return {face.name: face for face in faces if not face.name.startswith(_LAST_RESORT)}


def _serif() -> str:
    installed = _installed()
    return next((family for family in SERIF if family in installed), SERIF[-1])


def _fallbacks() -> Iterator[str]:
    """Yield the families fit for what the serif face lacks: the known ones first, then any other."""
    installed = _installed()
    known = [family for family in _OTHERS if family in installed]
    yield from known
    yield from sorted(set(installed) - set(known) - set(SERIF))


def _characters(family: str) -> set[str]:
    from matplotlib.ft2font import FT2Font

    face = _installed().get(family)
    if face is None:
        return set()
    return {chr(code) for code in FT2Font(face.fname, face_index=face.index).get_charmap()}


class Lettering:
    """Writes names over the map with a light edge, so that they stay readable over lines and hatching.

    In SVG and PDF the letters stay text: the edge is a second text under them (SVG, finished by
    `text_of_svg`) or a stroke of its own (PDF). Pixels take both in one.
    """

    def __init__(self, ending: str) -> None:
        """Write for a file of that ending: .svg, .pdf or .png."""
        self._ending = ending
        self._numbers = count(1)

    def write(self, axes: Any, x: float, y: float, text: str, *, edge: float, **style: Any) -> None:
        """Write a text at axes coordinates; `edge` is the width of its edge in points."""
        from matplotlib.patheffects import Stroke, withStroke

        style |= {"va": "center", "zorder": 6}
        colour, opacity = _EDGE
        if self._ending == ".png":
            effect = withStroke(linewidth=edge, foreground=colour, alpha=opacity)
            axes.text(x, y, text, color=INK, path_effects=[effect], **style)
            return
        under = axes.text(x, y, text, color=colour, alpha=opacity, **style)
        if self._ending == ".svg":
            under.set_gid(f"edge-{edge}-{next(self._numbers)}")
        else:
            under.set_path_effects([Stroke(linewidth=edge, foreground=colour, alpha=opacity)])
        axes.text(x, y, text, color=INK, **style)


def spaced(name: str) -> str:
    """Return a name in capitals set apart by hair spaces."""
    return _HAIR.join(name.upper())


def text_of_svg(svg: str) -> str:
    """Return Matplotlib's SVG with edges around names, and spaced names as whole words."""
    colour, _ = _EDGE
    edge = rf'\1 aria-hidden="true" style="stroke: {colour}; stroke-width: \2px; '
    svg = re.sub(r'(<g id="edge-([\d.]+)-\d+">\s*<text) style="', edge, svg)

    def closed_up(found: re.Match[str]) -> str:
        if _HAIR not in found[2]:
            return found[0]
        return f"{found[1]}letter-spacing: 0.08em; {found[2].replace(_HAIR, '')}"

    return re.sub(r'(<text (?:aria-hidden="true" )?style=")([^>]*>[^<]*)', closed_up, svg)
