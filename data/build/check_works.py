"""Faults of the works: how each was known, who is no author, what stands twice, what is no CSL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from geo.vocabulary import SEEN

from .faults import Faults
from .schema import CSL_VARIABLES
from .tables import Authored

Work = dict[str, Any]

READ = ("opened", "excerpt")
"""Ways of knowing a work, or a place in it, in which something of it was read."""
PEOPLE = ("author", "editor", "translator")
WHOLE = ("book", "report")
"""Types whose `page` would be a place in the work: that belongs to `citations.csv`."""
PERIODICALS = ("article", "article-journal", "article-magazine", "article-newspaper")
SCRAPES = (
    "clateway.com", "fastly.net", "hubbry.com", "litmir.club", "moesalih.com", "nina.az", "oracleblog.org",
    "perceptiode.com", "piglix.com", "qaz.wiki", "russianwiki.com", "the-uncensored-wiki.com",
    "thefullwiki.org", "wiki-org.ru", "wiki7.org", "wikisum.wiki", "wikizero.net",
)  # fmt: skip
"""Hosts that copy Wikipedia: cite the article at wikipedia.org and name the copy in `custom.seen_note`."""
_HOST = re.compile(r"\b[\w-]+\.(cc|cn|club|com|info|jp|net|news|org|pk|ru|tw|wiki)\b", re.IGNORECASE)
_NO_NAME = re.compile(r"\b(contributors|not recorded|not shown|unknown|unsigned)\b", re.IGNORECASE)
_COPY = re.compile(r"\b(copy|mirror|reprint|stored)\b", re.IGNORECASE)
_REMARK = re.compile(r"\b(not opened|opened|seen|stored)\b", re.IGNORECASE)


def seen(work: Work) -> str:
    """Return how a work was known, a word of `SEEN`, or nothing if it doesn't say."""
    custom = work.get("custom")
    return str(custom.get("seen", "")) if isinstance(custom, dict) else ""


def check_works(authored: Authored) -> None:
    """Check every work of `sources/*.json`."""
    for key, work in sorted(authored.works.items()):
        for text in (*_seen_faults(work), *_form_faults(work), *_name_faults(work), *_place_faults(work)):
            authored.faults.add("sources/", key, text)
    _check_twins(authored.works, authored.faults)


def _seen_faults(work: Work) -> Iterator[str]:
    word = seen(work)
    if not word:
        yield f"says not how it was known: custom.seen, one of {', '.join(SEEN)}"
    elif word not in SEEN:
        yield f"custom.seen {word!r} is not one of {', '.join(SEEN)}"
    if _REMARK.search(str(work.get("note", ""))):
        yield "note tells how the work was seen: that is custom.seen_note"
    if word in READ and work.get("URL") and not work.get("accessed"):
        yield "was read on the web, but accessed has no day"


def _form_faults(work: Work) -> Iterator[str]:
    unknown = sorted(set(work) - CSL_VARIABLES)
    if unknown:
        yield f"{', '.join(unknown)} is no variable of CSL: use note or custom"
    if not work.get("language"):
        yield "has no language (such as en, ru, zh)"
    if work.get("type") in WHOLE and work.get("page"):
        yield f"page {work['page']} of a whole work is a pinpoint: put it in citations.csv"


def _name_faults(work: Work) -> Iterator[str]:
    for role in PEOPLE:
        for person in work.get(role, []):
            name = str(person.get("literal", ""))
            if not name:
                continue
            if _HOST.search(name) or name == work.get("container-title"):
                yield f"{role} {name!r} is a site or periodical, not a person or body: leave it out"
            elif _NO_NAME.search(name):
                yield f"{role} {name!r} says that there is none: leave it out"


def _place_faults(work: Work) -> Iterator[str]:
    container = str(work.get("container-title", ""))
    for field in ("container-title", "publisher"):
        if _COPY.search(str(work.get(field, ""))):
            yield f"{field} {work[field]!r} tells where a copy stands: that is custom.seen_note"
    if work.get("type") in PERIODICALS and _HOST.search(container):
        yield f"container-title {container!r} is a host name, not a periodical"
    host = (urlsplit(str(work.get("URL", ""))).hostname or "").removesuffix(".")
    if any(host == scrape or host.endswith(f".{scrape}") for scrape in SCRAPES):
        yield f"URL stands at {host}, a copy: cite the thing itself, name the copy in custom.seen_note"
    elif container.startswith("Wikipedia") and host and not host.endswith("wikipedia.org"):
        yield f"is an article of Wikipedia, but its URL stands at {host}"


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _identities(work: Work) -> Iterator[tuple[str, ...]]:
    """Return what no two works may share: the address; title (or main title and author), volume, year."""
    parts = (work.get("issued") or {}).get("date-parts") or [[""]]
    volume = f"{work.get('volume', '')}/{work.get('collection-number', '')}"
    edition = (volume, str(parts[0][0] if parts[0] else ""))
    title = str(work.get("title", ""))
    yield ("title, volume and year", _plain(title), *edition)
    family = next((str(person["family"]) for person in work.get("author", []) if person.get("family")), "")
    if family and edition[1]:
        yield ("author, main title, volume and year", _plain(re.split(r"[:\[]", title)[0]), family, *edition)
    if work.get("URL") and work.get("type") not in ("book", "report"):
        yield ("URL", str(work["URL"]).rstrip("/"))


def _check_twins(works: dict[str, Work], faults: Faults) -> None:
    """No work may stand twice."""
    first: dict[tuple[str, ...], str] = {}
    for key, work in sorted(works.items()):
        for identity in _identities(work):
            other = first.setdefault(identity, key)
            if other != key:
                faults.add("sources/", key, f"has the {identity[0]} of {other}: keep one of them")
                break
