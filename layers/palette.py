"""Colours by polity and by railway operator, and the measure of how well they are told apart.

Each state's regimes form a family of one hue, so that a change of regime reads as a shade and a change
of hands as a hue. Puppets, insurgents and interventions carry a pattern as well. Distances are CIEDE2000,
also under simulated colour-vision deficiency; `tests/test_layers_palette.py` holds neighbours to them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

GROUND = "#f6f2e7"
SEA = "#d3dde3"
INK = "#2b2a28"
FILL_OPACITY = 0.62


class Colour(NamedTuple):
    """How a polity is painted."""

    fill: str
    pattern: str | None = None


FAMILIES: dict[str, dict[str, Colour]] = {
    "china": {
        "qing": Colour("#E1B529"),
        "roc-beiyang": Colour("#2592DF"),
        "roc": Colour("#1A65BF"),
        "fengtian": Colour("#AAC7EE"),
        "guominjun": Colour("#7CA2C3", "dots"),
        "shanxi-clique": Colour("#B6C2CF"),
        "ma-clique": Colour("#A6B9C8"),
        "yunnan-clique": Colour("#C5D6ED"),
        "guangxi-clique": Colour("#789ACC"),
        "xinjiang-yang": Colour("#4AB6F0"),
        "xinjiang-jin": Colour("#1C9AD3"),
        "xinjiang-sheng": Colour("#1A95CB"),
        "tungan": Colour("#999E73", "dots"),
    },
    "china-red": {"ccp": Colour("#E48B50", "dots"), "prc": Colour("#E27A24")},
    "inner-asia": {"tibet": Colour("#EED2A1"), "barga": Colour("#6CE6D2", "dots")},
    "mongolia": {"bogd": Colour("#67A5A7"), "mpr": Colour("#438B7A")},
    "tuva": {"uriankhai": Colour("#C2DA91"), "tuva": Colour("#A5C75E")},
    "turkic": {
        "kumul": Colour("#ACDFEE", "dots"),
        "etr1": Colour("#89ACB8"),
        "khotan": Colour("#6FC7F0", "dots"),
        "etr2": Colour("#3DADD3"),
        "bukhara": Colour("#B3E1D5", "hatch"),
        "khiva": Colour("#BFD6C4", "hatch"),
        "kazakhstan": Colour("#44BFCC"),
        "kyrgyzstan": Colour("#B2D7C5"),
        "tajikistan": Colour("#38AE9B"),
        "uzbekistan": Colour("#97DCDE"),
        "turkmenistan": Colour("#98B98E"),
    },
    "russia": {"russia": Colour("#657E70"), "russian-federation": Colour("#AEC48A")},
    "soviet": {
        "soviet-russia": Colour("#AE3438"),
        "fer": Colour("#CB8277"),
        "ussr": Colour("#A43A30"),
    },
    "white": {
        "whites": Colour("#B2AE9A"),
        "semenov": Colour("#65696B"),
        "ungern": Colour("#DEC9BC", "dots"),
        "priamur": Colour("#ABB2B9"),
    },
    "japan": {
        "japan": Colour("#71668C"),
        "manchukuo": Colour("#AA9CBD", "hatch"),
        "mengjiang": Colour("#B791D8", "hatch"),
        "wang": Colour("#EDCBEA", "hatch"),
        "allied": Colour("#AD82AA", "cross"),
    },
    "korea": {"korea": Colour("#CBB6BE"), "dprk": Colour("#A87981"), "rok": Colour("#E8A767")},
    "other": {"usa": Colour("#919BB2", "cross"), "britain": Colour("#AD838E"), "portugal": Colour("#9FB58A")},
}
POLITIES: dict[str, Colour] = {key: colour for family in FAMILIES.values() for key, colour in family.items()}

OPERATORS: dict[str, tuple[str, dict[str, str]]] = {
    "russia": ("#4F6147", {"en": "Russian", "zh": "俄國", "ru": "Российская"}),
    "soviet": ("#9B2533", {"en": "Soviet", "zh": "蘇聯", "ru": "Советская"}),
    "china": ("#1F4E86", {"en": "Chinese", "zh": "中國", "ru": "Китайская"}),
    "china-joint": (
        "#96700A",
        {"en": "Joint Sino-Russian/Soviet", "zh": "中俄（蘇）合辦", "ru": "Совместная с Китаем"},
    ),
    "japan": ("#5B3E8C", {"en": "Japanese", "zh": "日本", "ru": "Японская"}),
    "manchukuo": ("#9A76BF", {"en": "Manchukuo (Japanese-run)", "zh": "滿洲國", "ru": "Маньчжоу-го"}),
    "mongolia-joint": (
        "#13756B",
        {"en": "Joint Soviet-Mongolian", "zh": "蘇蒙合辦", "ru": "Советско-монгольская"},
    ),
    "private": ("#6E5A43", {"en": "Private company", "zh": "商辦", "ru": "Частная"}),
    "contested": ("#4A4A4A", {"en": "Contested", "zh": "爭奪中", "ru": "Спорная"}),
}

DEFICIENCIES = ("protan", "deutan", "tritan")
# Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15(6), table of severity 1.0; applied to linear RGB.
_MACHADO = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def family_of(key: str) -> str:
    """Family of a polity; `other` for one without a colour of its own."""
    return next((name for name, members in FAMILIES.items() if key in members), "other")


def colour_of(key: str | None) -> Colour:
    """Return the paint of a polity; grey for one that the palette doesn't know."""
    return POLITIES.get(key or "", Colour("#B8B4A8"))


def stroke_of(fill: str) -> str:
    """Return the outline that goes with a fill: the same hue, darker."""
    return _hex(_rgb(fill) * 0.62)


def blended(fill: str, ground: str = GROUND, opacity: float = FILL_OPACITY) -> str:
    """Return the colour that the eye gets from a fill laid over the ground."""
    return _hex(_rgb(fill) * opacity + _rgb(ground) * (1 - opacity))


def seen_with(colour: str, deficiency: str | None) -> str:
    """Return the colour as seen with a colour-vision deficiency (None: as it is)."""
    if deficiency is None:
        return colour
    linear = np.array(_MACHADO[deficiency]) @ _linear(colour)
    return _hex(_encoded(np.clip(linear, 0, 1)))


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    return float(_TO_XYZ[1] @ _linear(colour))


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str) -> NDArray[np.float64]:
    """CIELAB coordinates (D65) of a `#rrggbb` colour."""
    ratio = _TO_XYZ @ _linear(colour) / _WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str) -> float:
    """CIEDE2000 distance of two `#rrggbb` colours (about 2 is just seen side by side)."""
    return ciede2000(lab(one), lab(other))


def ciede2000(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """CIEDE2000 distance of two CIELAB colours.

    After Sharma, Wu, Dalal 2005, "The CIEDE2000 Color-Difference Formula", Color Res. Appl. 30(1).
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 1 + 0.5 * (1 - np.sqrt(c7 / (c7 + 25.0**7)))
    c1, c2 = np.hypot(a1 * g, b1), np.hypot(a2 * g, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1 * g)) % 360, np.degrees(np.arctan2(b2, a2 * g)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_c = (c1 + c2) / 2
    mean_h = (h1 + h2) if c1 * c2 == 0 else (h1 + turn / 2) % 360
    mean_l = (l1 + l2) / 2
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    sl = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    sc, sh = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = (
        -2
        * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
        * np.sin(np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2))))
    )
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh))


def _rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def _hex(rgb: NDArray[np.float64]) -> str:
    return "#" + "".join(f"{round(float(part) * 255):02x}" for part in np.clip(rgb, 0, 1))


def _linear(colour: str) -> NDArray[np.float64]:
    rgb = _rgb(colour)
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _encoded(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
