"""Which base piece each Natural Earth admin-1 polygon goes to (matched on `iso_3166_2`, never on names)."""

from __future__ import annotations

from typing import Any

UKRAINE = ("UA-43", "UA-40")
"""Crimea and Sevastopol, which Natural Earth files under Russia."""
KHOVD = ("MN-043", "MN-046", "MN-071")
FAR_NORTH_EAST = ("RU-KAM", "RU-CHU", "RU-MAG")
OWN_RUSSIAN = ("RU-TY", "RU-ZAB", "RU-BU", "RU-IRK", "RU-KHA", "RU-PRI", "RU-SAK", "RU-SA")
SIBERIA = (
    "RU-KYA", "RU-KK", "RU-AL", "RU-ALT", "RU-KEM", "RU-NVS", "RU-TOM", "RU-OMS", "RU-TYU", "RU-KHM",
    "RU-YAN", "RU-KGN", "RU-SVE", "RU-CHE",
)  # fmt: skip
CITIES = {"CN-BJ": "CN-HE", "CN-TJ": "CN-HE", "CN-CQ": "CN-SC", "CN-SH": "CN-JS", "RU-YEV": "RU-AMU"}
DROPPED = ("TW-KIN", "CN-X01~")
"""Kinmen and the Paracels: below the size drawn so far from the frontier."""
WHOLE = {
    "KAB": "KZ",
    "KAZ": "KZ",
    "KGZ": "KG",
    "UZB": "UZ",
    "TKM": "TM",
    "PRK": "KP",
    "KOR": "KR",
    "JPN": "JP",
}
SMALL = ("HK", "MO")
"""Pieces whose small islands are kept outside the core."""


def piece_of(properties: dict[str, Any]) -> str | None:
    """Return the piece code of an admin-1 polygon, or None if it is not drawn."""
    country, code = properties["adm0_a3"], properties.get("iso_3166_2") or ""
    if code in DROPPED:
        return None
    if code in UKRAINE:
        return "UKR"
    if country == "CHN":
        return CITIES.get(code, code)
    if country == "RUS":
        return _russian_piece(code)
    if country == "MNG":
        return "MN-KHOVD" if code in KHOVD else "MN"
    if country == "TJK":
        return "TJ-GB" if code == "TJ-GB" else "TJ"
    if country in ("HKG", "MAC", "TWN"):
        return code[:2]
    return str(WHOLE.get(country, country))


def _russian_piece(code: str) -> str:
    if code in OWN_RUSSIAN:
        return code
    if code in CITIES:
        return CITIES[code]
    if code == "RU-AMU":
        return code
    if code in FAR_NORTH_EAST:
        return "RU-KAM"
    return "RU-SIB" if code in SIBERIA else "RU-WEST"


def country_of(piece: str) -> str:
    """Return the country of a piece, for the modern borders."""
    return piece[:2] if piece[2:3] == "-" or len(piece) == 2 else piece
