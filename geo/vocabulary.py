"""The words that any frontier's features use, in their one place: certainty, statuses, what borders are.

`geo check` holds shipped files to them, `python -m data.build --faults` the authored tables. What is
peculiar to a frontier (its years, layers, capitals, sections, operators) is in `geo.frontier`.
"""

from __future__ import annotations

NO_VIEW = "none"
"""As a view: the capital recognised no government there (no view at all: it had no government itself)."""
CERTAINTIES = ("high", "medium", "low")
STATUSES = (
    "sovereign", "province", "autonomous", "dependency", "protectorate", "satellite", "puppet", "occupied",
    "leased", "contested", "insurgent", "union-republic", "colony",
)  # fmt: skip
"""What a territory is to who holds it."""
RAIL_STATUSES = ("construction", "open", "closed", "dismantled")
BASES = ("demarcated", "treaty", "approximate", "front")
"""What a border line rests on."""
LEVELS = ("state", "regime", "claim")
"""What a border line parts."""
SEEN = ("opened", "excerpt", "catalogue", "cited-by", "not-seen")
"""How a work or a cited place in it was known, best first.

`opened`: the work, or the part cited, was read; `excerpt`: an abstract, opening or passage was read;
`catalogue`: only its entry in a catalogue or at its publisher; `cited-by`: through a work that cites it.
"""
LOCATORS = (
    "article", "page", "document", "volume", "issue", "chapter", "section", "part", "paragraph", "annex",
    "table", "note", "entry", "map", "folio", "number",
)  # fmt: skip
"""Kinds of place in a work that a pinpoint names.

`annex` takes in notes exchanged with a treaty; `number` is a treaty's, law's or gazette's.
"""
SUPPORTS = (
    "start", "end", "controller", "sovereign", "claimants", "status", "name", "capital", "place", "course",
    "gauge", "owner", "operator", "length", "sides", "commanders", "strength", "casualties", "outcome",
    "text",
)  # fmt: skip
"""What of a row a pinpoint proves; `text` is what the row's note says."""
ALIAS_KINDS = (
    "pinyin", "wade-giles", "postal", "chinese", "russian", "mongolian", "turkic", "manchu", "korean",
    "japanese", "english", "french", "german",
)  # fmt: skip
"""Whose spelling another name of a place is: a romanisation of Chinese, or a language it was written in."""
SCHEMES = {
    "geonames": (r"[1-9]\d*", "GeoNames", "https://www.geonames.org/"),
    "wikidata": (r"Q[1-9]\d*", "Wikidata", "https://www.wikidata.org/wiki/"),
    "openhistoricalmap": (
        r"(node|way|relation)/[1-9]\d*",
        "OpenHistoricalMap",
        "https://www.openhistoricalmap.org/",
    ),
    "lnts": (r"[1-9]\d*", "League of Nations Treaty Series, no.", ""),
    "unts": (r"[1-9]\d*", "United Nations Treaty Series, no.", ""),
}
"""Whose identifier a place, polity, treaty ... has: its form, the scheme's name, how addresses begin."""
