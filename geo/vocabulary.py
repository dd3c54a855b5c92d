"""The words of the atlas, in their one place: layers that hold land, statuses, certainty, sections, its days.

`geo check` holds shipped files to them, `python -m data.build --faults` the authored tables.
"""

from __future__ import annotations

FIRST_YEAR, LAST_YEAR = 1900, 1991
"""The years of the atlas, both included."""
FIRST_DAY = f"{FIRST_YEAR}-01-01"
"""First day of the atlas: every unit has a holder from here on."""
END_DAY = f"{LAST_YEAR + 1}-01-01"
"""Day after the last one: holders reach at least to here, or are open."""

TERRITORIES = ("manchuria", "xinjiang", "mongolia", "tuva", "powers")
"""Layers whose features hold land."""
VIEWPOINTS = ("beijing", "moscow", "nanking", "tokyo", "ulaanbaatar")
"""Capitals whose view of a territory may differ from the treaties'."""
CERTAINTIES = ("high", "medium", "low")
STATUSES = (
    "sovereign", "province", "autonomous", "dependency", "protectorate", "satellite", "puppet", "occupied",
    "leased", "contested", "insurgent", "union-republic", "colony",
)  # fmt: skip
"""What a territory is to who holds it."""
SECTIONS = (
    "comparison", "civil-war-mongolia", "kmt-ccp", "conflict-1929", "invasion-xinjiang", "xinjiang-1937",
    "second-world-war", "victory-1945", "ili-rebellion", "beitashan", "prc", "split", "post-mao",
    "dissolution", "context",
)  # fmt: skip
"""Sections of the source article that clashes and events belong to."""
RAIL_STATUSES = ("construction", "open", "closed", "dismantled")
RAIL_KEYS = (
    "russia", "soviet", "china", "china-joint", "japan", "manchukuo", "mongolia-joint", "private",
    "contested",
)  # fmt: skip
"""Families of railway owners and operators."""
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
