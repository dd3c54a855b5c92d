"""Dates in words, in English, Chinese (traditional) and Russian: grammar only, `geo.dates` reads the date.

A mark of uncertainty has one word everywhere: `?` is possibly, `~` is about, `%` is both.
"""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("en", "zh", "ru")
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
"""Numbers of the seasons in EDTF."""


class When(NamedTuple):
    """A date as far as it is known: `month` may be a season (21-24), 0 is not known."""

    year: int
    month: int = 0
    day: int = 0
    decade: bool = False
    mark: str = ""
    """`?`, `~`, `%` or nothing."""


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}
_ZH_SEASONS = {SPRING: "春", SUMMER: "夏", AUTUMN: "秋", WINTER: "冬"}
_NOMINATIVE, _GENITIVE, _INSTRUMENTAL = range(3)
_RU_MONTHS = tuple(
    tuple(forms.split())
    for forms in (
        "январь января январём", "февраль февраля февралём", "март марта мартом", "апрель апреля апрелем",
        "май мая маем", "июнь июня июнем", "июль июля июлем", "август августа августом",
        "сентябрь сентября сентябрём", "октябрь октября октябрём", "ноябрь ноября ноябрём",
        "декабрь декабря декабрём",
    )
)  # fmt: skip
_RU_SEASONS = {
    SPRING: ("весна", "весны", "весной"),
    SUMMER: ("лето", "лета", "летом"),
    AUTUMN: ("осень", "осени", "осенью"),
    WINTER: ("зима", "зимы", "зимой"),
}
_RU_DECADE = ("-е", "-х", "-ми")
_RU_SHORT = "янв фев мар апр мая июн июл авг сен окт ноя дек".split()  # noqa: SIM905
_MARKS = {
    "en": {"?": "possibly ", "~": "about ", "%": "possibly about "},
    "zh": {"?": "可能", "~": "約", "%": "可能約"},
    "ru": {"?": "возможно, ", "~": "примерно ", "%": "возможно, примерно "},
}
_SHORT_MARKS = {
    "en": {"~": "c. ", "%": "c. "},
    "zh": {"~": "約", "%": "約"},
    "ru": {"~": "ок. ", "%": "ок. "},
}


def said(when: When, lang: str) -> str:
    """Return a date in words: `about June 1934`, `約1934年6月`, `около июня 1934`."""
    if lang == "ru" and when.mark in ("~", "%"):  # a preposition that takes the genitive
        lead = "возможно, около " if when.mark == "%" else "около "
        return lead + _bare(when, lang, _GENITIVE)
    return _MARKS[lang].get(when.mark, "") + _bare(when, lang)


def between(first: When, last: When, lang: str) -> str:
    """Return in words that a date lies between two others; what they share is said once."""
    if lang == "zh":
        return f"{said(first, lang)}至{_rest(first, last, lang)}之間"
    one, other = (_marked(when, lang, _INSTRUMENTAL) for when in (first, last))
    if not first.mark and not last.mark and not first.decade and not last.decade:
        if (first.year, first.month) == (last.year, last.month) and first.day and last.day:
            one = str(first.day)
        elif first.year == last.year and first.month and last.month and bool(first.day) == bool(last.day):
            one = _without_year(first, lang, _INSTRUMENTAL)
    if lang == "en":
        return f"between {one} and {other}"
    comma = ["," * when.startswith("возможно") for when in (one, other)]
    return f"между{comma[0]} {one} и{comma[1]} {other}"


_OPEN = {
    "later": {"en": " or later", "zh": "或以後", "ru": " или позже"},
    "earlier": {"en": " or earlier", "zh": "或以前", "ru": " или раньше"},
}


def or_other(when: When, lang: str, side: str, *, word: str = "") -> str:
    """Return that a date is this one or a `later` or `earlier` one, behind a preposition if one is given."""
    return (after(word, when, lang) if word else said(when, lang)) + _OPEN[side][lang]


def after(word: str, when: When, lang: str) -> str:
    """Return a date behind a preposition: `from about June 1934`, `自約1934年6月`, `примерно с июня 1934`."""
    if lang == "ru":  # the genitive, the mark before the preposition
        return f"{_MARKS['ru'].get(when.mark, '')}{word} {_bare(when, 'ru', _GENITIVE)}"
    return f"{word}{said(when, lang)}" if lang == "zh" else f"{word} {said(when, lang)}"


def after_between(word: str, first: When, last: When, lang: str) -> str:
    """Return two bounds behind a preposition: `from a day between 7 and 12 November 1944`."""
    text = between(first, last, lang)
    if lang == "zh":
        return f"{word}{text}的某日"
    return f"{word} {'a day' if lang == 'en' else 'одного из дней'} {text}"


def short(when: When, lang: str) -> str:
    """Return a few characters for a list under its year (`18 Sep`, `c. Jun`), none for a mere year."""
    if not when.month or when.decade:
        return ""
    query = "?" if when.mark in ("?", "%") else ""
    return _SHORT_MARKS[lang].get(when.mark, "") + _short(when, lang) + query


def short_between(first: When, last: When, lang: str) -> str:
    """Return two dates of one year in a few characters: `7–12 Nov`, `Jun–Aug`; else nothing."""
    one, other = short(first, lang), short(last, lang)
    if first.year != last.year or not one or not other:
        return ""
    if first.month == last.month and first.day and last.day and first.day != last.day:
        return f"{one}–{last.day}日" if lang == "zh" else f"{first.day}–{other}"
    return one if one == other else f"{one}–{other}"


def _marked(when: When, lang: str, case: int) -> str:
    return _MARKS[lang].get(when.mark, "") + _bare(when, lang, case)


def _bare(when: When, lang: str, case: int = _NOMINATIVE) -> str:
    year = str(when.year)
    if when.decade:
        return {"en": f"the {year}s", "zh": f"{year}年代", "ru": f"{year}{_RU_DECADE[case]}"}[lang]
    if lang == "zh":
        return f"{year}年{_without_year(when, lang)}"
    if not when.month:
        return year
    ending = " г." if lang == "ru" and when.day else ""
    return f"{_without_year(when, lang, case)} {year}{ending}"


def _without_year(when: When, lang: str, case: int = _NOMINATIVE) -> str:
    month = when.month
    if lang == "zh":
        whole = _ZH_SEASONS.get(month) or (f"{month}月" if month else "")
        return whole + (f"{when.day}日" if when.day else "")
    if lang == "en":
        name = _SEASONS.get(month) or _MONTHS[month - 1]
    else:
        forms = _RU_SEASONS.get(month) or _RU_MONTHS[month - 1]
        name = forms[_GENITIVE if when.day else case]
    return f"{when.day} {name}" if when.day else name


def _rest(first: When, last: When, lang: str) -> str:
    """Return the later of two dates without what both share (Chinese says the greater unit first)."""
    if last.mark or last.decade or first.decade or first.year != last.year or not last.month:
        return said(last, lang)
    if first.month == last.month and first.day and last.day:
        return f"{last.day}日"
    return _without_year(last, lang)


def _short(when: When, lang: str) -> str:
    month, season = when.month, when.month in _SEASONS
    if lang == "zh":
        return _without_year(when, lang)
    if season:
        return (
            _SEASONS[month]
            if lang == "en"
            else _RU_SEASONS[month][_GENITIVE if when.mark in ("~", "%") else _NOMINATIVE]
        )
    if lang == "ru":
        name = "май" if month == 5 and not when.day else _RU_SHORT[month - 1]
    else:
        name = _MONTHS[month - 1][:3]
    return f"{when.day} {name}" if when.day else name
