"""The rules of evidence: each names the row that breaks it, and lets the mended row pass."""

import csv
import shutil
from pathlib import Path

import pytest
import shapely

from data.build.check import check_authored
from data.build.contradictions import Land, check_land, note_days
from data.build.evidence import bearable, weigh
from data.build.recognition import Recognitions
from data.build.schema import TABLES, tenure_table
from data.build.scripts import new_japanese, simplified
from data.build.seats import Seats
from data.build.tables import AUTHORED, Authored, read_authored
from data.build.territories import parts_of_tenure
from geo.faults import Fault

ROW = {
    "id": "tuva-1900", "units": "tuva-west;tuva-south;tuva-centre", "start": "1900-01-01", "name": "Uriankhai",
    "polity": "qing", "controller": "qing", "sovereign": "qing", "status": "dependency", "certainty": "medium",
    "sources": "ATW04",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "authored"
    shutil.copytree(AUTHORED, folder)
    write(folder, "exceptions", [])
    return folder


def write(root: Path, name: str, rows: list[dict[str, str]]) -> None:
    table = TABLES.get(name) or tenure_table(name)
    with (root / table.path).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, table.columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def broken(root: Path, row: dict[str, str], rule: str, layer: str = "tuva") -> list[Fault]:
    write(root, layer, [row])
    found = check_authored(read_authored(root))
    return [fault for fault in found if fault.rule == rule and fault.feature == row["id"]]


CASES = [
    ("certainty", {"certainty": "high"}, {"certainty": "high", "start": "1945-08-01", "sources": "UNTS10;FRUS45-735"}),
    ("older-source", {"start": "1950-01-01", "sources": "LYTTON"}, {"start": "1932-01-01", "sources": "LYTTON"}),
    (
        "own-note",
        {"start": "1904-09-04", "end": "1907-04-15", "note": "Yingkou 25 July, Liaoyang 4 September 1904."},
        {"start": "1904-09-04", "end": "1907-04-15", "note": "Liaoyang 4 September 1904."},
    ),
    ("rename", {"name": "Peiping under guard", "end": "1901-01-01"}, {"name": "Peiping", "start": "1930-01-01"}),
    ("default-view", {"sovereign": "mengjiang"}, {"sovereign": "qing"}),
    ("capital", {"capital": "wangyemiao-of-old"}, {"capital": "samagaltai"}),
    ("capital", {"capital": "karafuto", "end": "1901-01-01"}, {"capital": "karafuto", "start": "1907-01-01"}),
    ("script", {"name_zh": "图瓦自治州", "start": "1944-10-11"}, {"name_zh": "圖瓦自治州", "start": "1944-10-11"}),
    ("script", {"name_zh": "图瓦自治州", "start": "1944-10-11"}, {"name_zh": "图瓦自治州", "start": "1961-10-10"}),
    ("script", {"name_local": "Тыва", "start": "1926-11-24"}, {"name_local": "ᠲᠤᠪᠠ", "start": "1926-11-24"}),
    ("script", {"name_local": "満洲国", "start": "1932-03-01"}, {"name_local": "滿洲國", "start": "1932-03-01"}),
    (
        "before-cause",
        {"start": "1945-08-15", "start_edtf": "1945-08~", "cause": "manchuria-1945"},
        {"start": "1945-08-15", "start_edtf": "1945-08-09/1945-08-31", "cause": "manchuria-1945"},
    ),
    (
        "before-cause",
        {"start": "1945-08-15", "start_edtf": "1945-08-09/1945-08-31"},
        {"start": "1945-08-15", "start_edtf": "1945-08-09/1945-08-31", "cause": "1945-08-09"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "bad", "good"), CASES)
def test_a_rule_names_what_breaks_it_and_lets_the_mended_row_pass(root, rule, bad, good):
    assert broken(root, {**ROW, **bad}, rule)
    assert not broken(root, {**ROW, **good}, rule)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("events", {"id": "e-test", "start": "1957-11-02"}),
        ("clashes", {"id": "test-1957", "start": "1957-11-02"}),
        ("edges", {"edge_id": "test", "start": "1957-11-02"}),
        ("lines", {"line_id": "TEST", "start": ""}),
    ],
)
def test_happenings_and_borders_earn_their_certainty_too(root, table, change):
    def found(sources: str) -> list[str]:
        write(root, table, [{**change, "certainty": "high", "sources": sources}])
        return [fault.what for fault in check_authored(read_authored(root)) if fault.rule == "certainty"]

    assert any("certainty is high" in what for what in found("LUTHI;SHXI"))
    assert not found("NEUTR41")


def test_a_work_printed_before_an_event_does_not_prove_it(root):
    write(root, "events", [{"id": "e-test", "start": "2008-07-21", "sources": "MAXW07;CHD08"}])
    assert [f.what for f in check_authored(read_authored(root)) if f.rule == "older-source"] == [
        "cites MAXW07, printed before 2008: cite a later work"
    ]


def test_a_battle_gives_no_sovereignty_and_a_treaty_does(root):
    held = {**ROW, "id": "a", "end": "1969-03-16"}
    taken = {**ROW, "id": "b", "start": "1969-03-16", "sovereign": "ussr"}
    write(root, "tuva", [held, taken])
    assert [f.feature for f in check_authored(read_authored(root)) if f.rule == "sovereignty"] == ["b"] * 3
    acts = [dict(row) for row in read_authored(root)["transfers"]]
    treaty = {"day": "1969-03-16", "from": "china", "to": "russia", "act": "Treaty", "sources": "ATW04"}
    write(root, "transfers", [*acts, treaty])
    assert not [f for f in check_authored(read_authored(root)) if f.rule == "sovereignty"]


def test_a_shared_day_needs_its_act(root):
    rows = [{**ROW, "id": f"r{number}", "start": "1931-05-05"} for number in range(4)]
    write(root, "tuva", rows)
    assert [f.feature for f in check_authored(read_authored(root)) if f.rule == "formula-day"] == [
        "r0",
        "r1",
        "r2",
        "r3",
    ]
    acts = [dict(row) for row in read_authored(root)["shared_days"]]
    write(root, "shared_days", [*acts, {"day": "1931-05-05", "act": "An act", "sources": "ATW04"}])
    assert not [f for f in check_authored(read_authored(root)) if f.rule == "formula-day"]


def test_an_exception_excuses_its_row_and_dies_with_its_fault(root):
    write(root, "exceptions", [{"rule": "certainty", "row": "tuva-1900", "reason": "A test."}])
    assert not broken(root, {**ROW, "certainty": "high"}, "certainty")
    write(root, "tuva", [ROW])
    authored = read_authored(root)
    check_authored(authored)
    from data.build.exceptions import apply_exceptions

    apply_exceptions(authored, whole=True)
    assert any("delete the exception" in fault.what for fault in authored.faults.errors())


def land(tenures: list[dict[str, str]], **tables: list[dict[str, str]]) -> list[Fault]:
    authored = Authored(Path())
    blank = dict.fromkeys(tenure_table("manchuria").columns, "")
    authored.rows = {"manchuria": [{**blank, **ROW, "units": "town", **row} for row in tenures]}
    for name, rows in tables.items():
        authored.rows[name] = [{**dict.fromkeys(TABLES[name].columns, ""), **row} for row in rows]
    check_land(authored, Land(authored, {"town": shapely.box(122, 40, 123, 41)}))
    return authored.faults.errors()


TAKEN = {
    "id": "c",
    "kind": "occupation",
    "start": "1904-07-25",
    "lon": "122.23",
    "lat": "40.67",
    "outcome": "Taken",
}


def test_a_tenure_that_denies_that_its_town_was_taken_is_named():
    long = {"id": "long", "start": "1900-01-01", "end": "1907-01-01"}
    assert [f.feature for f in land([long], clashes=[TAKEN])] == ["long"]
    parted = [{"id": "a", "end": "1904-07-25"}, {"id": "b", "start": "1904-07-25"}]
    assert not land(parted, clashes=[TAKEN])


def test_a_siege_that_failed_takes_no_town():
    long = {"id": "long", "start": "1900-01-01", "end": "1907-01-01"}
    siege = {**TAKEN, "kind": "siege", "outcome": "First assault beaten off; relieved"}
    assert not land([long], clashes=[siege])
    assert land([long], clashes=[{**siege, "outcome": "Six weeks of shelling"}])


def test_note_days_reads_takings_and_leaves_treaties():
    assert note_days("Hailar fell on 3 August 1900.") == ["1900-08-03"]
    assert note_days("Yingkou 25 July, Haicheng 3 August 1904") == ["1904-07-25", "1904-08-03"]
    assert note_days("Ceded by the treaty of 5 September 1905.") == []
    assert note_days("Recognised by Japan on 15 September 1932.") == []


def test_a_view_is_looked_up_and_cuts_the_tenure_on_its_day():
    tables = read_authored()
    known = Recognitions(tables["recognitions"], tables.frontier.viewpoints, tables.days)
    row = {
        **dict.fromkeys(tenure_table("powers").columns, ""),
        **ROW,
        "start": "1949-10-01",
        "sovereign": "prc",
    }
    assert known.views(row, "1950-01-01")["tokyo"] == "roc"
    assert known.views(row, "1973-01-01")["tokyo"] == "prc"
    parts = parts_of_tenure(row, known)
    assert [(part["id"], part["start"]) for part in parts][-1] == ("tuva-1900-t72", "1972-09-29")
    assert {part["end"] for part in parts} >= {"1972-09-29", ""}


def test_no_government_recognised_is_a_value_and_no_government_is_none():
    tables = read_authored()
    known = Recognitions(tables["recognitions"], tables.frontier.viewpoints, tables.days)
    row = {**ROW, "views": "", "sovereign": "soviet-russia"}
    assert known.views(row, "1921-01-01") == {
        "beijing": "none", "moscow": "soviet-russia", "nanking": None, "tokyo": "none", "ulaanbaatar": "none",
    }  # fmt: skip


def test_seats_follow_their_days_and_the_names_of_the_day():
    tables = read_authored()
    seats = Seats(tables["capitals"], tables["place_names"], tables.days)
    assert seats.text("roc", "1937-01-01", "1938-01-01") == "Nanking; from 20 November 1937 Chungking"
    assert (
        seats.text("inner-mongolia", "1947-05-01", "1948-01-01")
        == "Wangyemiao; from 26 November 1947 Ulanhot"
    )
    assert seats.text("inner-mongolia", "1953-01-01", "1954-01-01") == "Kweisui"


def test_evidence_counts_what_was_printed_later_seen_or_is_the_act():
    works = {
        "old": {"issued": {"date-parts": [[1904]]}, "custom": {"seen": "opened"}},
        "new": {"issued": {"date-parts": [[1990]]}, "note": "Not opened; standard work."},
        "seen": {"issued": {"date-parts": [[1991]]}, "custom": {"seen": "excerpt"}},
        "act": {"type": "treaty", "issued": {"date-parts": [[1945]]}, "custom": {"seen": "opened"}},
    }

    def sure(*keys: str) -> str:
        return bearable(weigh({"start": "1945-08-14", "sources": ";".join(keys)}, works))

    assert sure("old", "new") == "medium"
    assert sure("new") == "medium"
    assert sure("new", "seen") == "high"
    assert sure("act") == "high"
    assert weigh({"start": "1945-08-14", "sources": "old"}, works).older == ("old",)


def test_scripts_know_their_characters():
    assert simplified("沈阳") == "沈阳"
    assert simplified("滿洲里、千島群島") == ""
    assert new_japanese("満洲国") == "満国"


def test_the_authored_tables_break_no_rule_that_is_not_excepted_by_name():
    found = check_authored(read_authored())
    assert [str(fault) for fault in found if fault.rule] == []


@pytest.mark.parametrize(
    ("lon", "lat", "told"), [("12", "50", True), ("120", "85", True), ("120", "50", False)]
)
def test_a_drawn_line_stays_on_the_map(root, lon, lat, told):
    rows = read_authored(root)["line_vertices"]
    write(root, "line_vertices", [{**rows[0], "lon": lon, "lat": lat}, *rows[1:]])
    name = f"{rows[0]['line_id']}/{rows[0]['seq']}"
    assert any(fault.feature == name for fault in check_authored(read_authored(root))) is told
