"""A year in brief as a terminal says it, from a made-up year."""

from __future__ import annotations

import pytest

from geo.brief import QUIET, json_from_year, sentence_from_counts, text_from_year
from geo.states import Difference, Holder, Running, Standing
from geo.year import Change, Headline, Part, Year

QING, JAPAN = Holder("qing", "qing"), Holder("manchukuo", "japan")
NONE = {"hands": 0, "standing": 0, "railways": 0, "clashes": 0, "events": 0, "lands": 0, "km2": 0}


def part(name, day, when=None, **more):
    iso = f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"
    return Part(day, when or iso, "manchuria", name.lower(), name, more.pop("place", None), **more)


def year(**lists):
    empty = dict.fromkeys(("hands", "standing", "clashes", "events", "railways"), ())
    return Year(1932, lists.pop("headline", None), **{**empty, **lists})


def lines(**lists):
    return text_from_year(year(**lists)).splitlines()


def test_a_quiet_year_says_so():
    assert lines() == ["1932 in brief", QUIET]
    assert lines(headline=Headline("A truce", "停戰", "Перемирие", ()))[:2] == ["1932 in brief", "A truce"]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"hands": 1, "lands": 1, "km2": 1234}, "1 change of hands (1 land, 1,234 km2)."),
        ({"hands": 2, "lands": 3, "km2": 5}, "2 changes of hands (3 lands, 5 km2)."),
        ({"standing": 1, "railways": 2}, "1 change of standing, 2 railway changes."),
        ({"clashes": 1, "events": 1}, "1 clash, 1 event."),
        ({}, QUIET),
    ],
)
def test_counts_are_one_sentence(counts, said):
    assert sentence_from_counts(NONE | counts) == said


def test_one_land_is_one_line_with_its_day_and_area():
    hands = Change(
        Difference("hands", QING, JAPAN), (part("Jehol", 19320301, place="Chengde", area_km2=1.4),)
    )
    (told,) = lines(hands=(hands,))[4:]
    assert told.startswith("1 Mar              ")
    assert "(under Japan)" in told
    assert told.endswith(": Jehol: Chengde, 1 km2")


def test_a_land_that_bears_its_holders_name_is_not_named_twice():
    land = Change(Difference("hands", None, JAPAN), (part("Manchukuo", 19320301, place="Hsinking"),))
    holder = Holder("manchukuo", "manchukuo")
    own = Change(Difference("hands", None, holder), (part("Manchukuo", 19320301, place="Hsinking"),))
    assert lines(hands=(land,))[-1].endswith("(under Japan): Manchukuo: Hsinking")
    assert lines(hands=(own,))[-1].endswith("nobody shown -> Manchukuo: Hsinking")


def test_lands_that_passed_in_one_run_unfold_below_it():
    parts = (part("Mukden", 19320301, area_km2=20), part("Jehol", 19320320, "1932-03~", area_km2=0.25))
    run, one, two = lines(hands=(Change(Difference("hands", QING, JAPAN), parts),))[4:]
    assert run.startswith("1 Mar to c. 20 Mar ")
    assert run.endswith(": 2 lands, 20 km2")
    assert one == "    1 Mar          Mukden, 20 km2"
    assert two.startswith("    c. Mar")
    assert two.endswith("Jehol, 0.25 km2")


def test_stretches_of_one_day_are_a_line_without_an_area():
    running = Running("open", "smr", "smr", 1435)
    parts = (part("Line A", 19320301), part("Line B", 19320301))
    run, one, _ = lines(railways=(Change(Difference("railways", None, running), parts),))[4:]
    assert run.startswith("1 Mar              open, ")
    assert "owned by " in run
    assert run.endswith("1435 mm: 2 stretches")
    assert one == "    1 Mar          Line A"


def test_a_standing_says_only_what_differs():
    change = Change(
        Difference("standing", Standing(None, "province"), Standing(None, "occupied")),
        (part("Jehol", 19320301),),
    )
    assert lines(standing=(change,))[-1] == "1 Mar              province -> occupied: Jehol"


def test_a_date_known_to_the_year_is_the_year():
    assert lines(events=(part("A flood", 19320101, "1932"),))[-1] == "1932               A flood"


def test_railways_come_last_each_list_under_its_title():
    change = Change(
        Difference("railways", None, Running("open", None, None, None)), (part("Line", 19320301),)
    )
    told = lines(railways=(change,), events=(part("A", 19320102),), clashes=(part("B", 19320103),))
    titles = [line for line, before in zip(told[3:], told[2:], strict=False) if not before]
    assert titles == ["Clashes", "Events", "Railways (before -> after)"]


def test_json_has_names_and_keys_and_leaves_out_what_does_not_differ():
    hands = Change(Difference("hands", QING, JAPAN), (part("Jehol", 19320301, area_km2=1.456, before="old"),))
    standing = Change(
        Difference("standing", Standing(None, "province"), Standing(None, "occupied")),
        (part("Jehol", 19320401), part("Rehe", 19320402)),
    )
    said = json_from_year(
        year(headline=Headline("A", "甲", "А", ("jehol",)), hands=(hands,), standing=(standing,))
    )
    assert said["headline"] == {"en": "A", "zh": "甲", "ru": "А", "rows": ["jehol"]}
    (found,) = said["hands"]
    assert (found["start"], found["end"], found["area_km2"]) == ("1932-03-01", "1932-03-01", 1.46)
    assert found["to"]["polity"] == "manchukuo"
    assert found["to"]["controller"] == "japan"
    assert found["parts"] == [
        {"date": "1932-03-01", "when": "1932-03-01", "layer": "manchuria", "id": "jehol", "name": "Jehol",
         "place": None, "before": "old", "area_km2": 1.46}
    ]  # fmt: skip
    (other,) = said["standing"]
    assert (other["start"], other["end"]) == ("1932-04-01", "1932-04-02")
    assert other["from"] == {"name": "province", "status": "province"}
    assert json_from_year(year())["headline"] is None
    assert (
        json_from_year(year(hands=(Change(Difference("hands", None, JAPAN), hands.parts),)))["hands"][0][
            "from"
        ]
        is None
    )


def test_sides_bear_the_names_of_the_day_before_and_of_the_last_day(monkeypatch):
    monkeypatch.setattr("geo.brief.polity_on", lambda folder, key, day: f"{key}@{day}")
    parts = (part("Mukden", 19320301), part("Jehol", 19320320))
    hands = Change(Difference("hands", QING, Holder("ussr", "ussr")), parts)
    assert "qing@19320229 -> ussr@19320320: 2 lands" in "\n".join(lines(hands=(hands,)))
    (said,) = json_from_year(year(hands=(hands,)))["hands"]
    assert (said["from"]["name"], said["to"]["name"]) == ("qing@19320229", "ussr@19320320")
