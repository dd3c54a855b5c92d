"""The fault checker names every fault with file, row and remedy."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from data.build.__main__ import main
from data.build.check import check_authored
from data.build.schema import tenure_table
from data.build.tables import AUTHORED, read_authored

GOOD = {
    "id": "all-1900",
    "units": "tuva-west;tuva-south;tuva-centre",
    "start": "1900-01-01",
    "name": "Tannu Uriankhai",
    "polity": "qing",
    "controller": "qing",
    "sovereign": "qing",
    "status": "dependency",
    "certainty": "medium",
    "sources": "ATW04",
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    root = tmp_path / "authored"
    shutil.copytree(AUTHORED, root)
    return root


def put(root: Path, rows: list[dict[str, str]], layer: str = "tuva") -> None:
    table = tenure_table(layer)
    with (root / table.path).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, table.columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def faults(root: Path, layer: str = "tuva") -> list[str]:
    return [str(fault) for fault in check_authored(read_authored(root), only=layer) if not fault.warning]


def test_a_good_table_has_no_fault(tables):
    put(tables, [GOOD])
    assert faults(tables) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"units": "tuva-west;tuva-south;tuva-center"}, "unit 'tuva-center' is not in units.csv"),
        ({"units": "tuva-west;khovd"}, "unit 'khovd' belongs to layer mongolia"),
        ({"units": "tuva-west;tuva-west"}, "names unit 'tuva-west' twice"),
        ({"start": "1900"}, "start '1900' is not a full ISO day"),
        ({"end": "1899-01-01"}, "ends on 1899-01-01, not after its start"),
        ({"start_edtf": "circa 1900"}, "start_edtf 'circa 1900' is not EDTF"),
        ({"start_edtf": "1921-06~"}, "which leaves out 1900-01-01"),
        ({"polity": "quing"}, "polity 'quing' is not a key of polities.csv"),
        ({"views": "paris:qing"}, "view 'paris:qing'"),
        ({"views": "moscow:mars"}, "view moscow 'mars' is not a key"),
        ({"claimants": "roc;atlantis"}, "claimants 'atlantis'"),
        ({"status": "colonised"}, "status 'colonised' is not one of"),
        ({"certainty": "low"}, "certainty is low but note gives no reason"),
        ({"sources": ""}, "sources is empty"),
        ({"sources": "NOBODY99"}, "source 'NOBODY99' is in no"),
        ({"name": ""}, "name is empty"),
    ],
)
def test_each_fault_is_named_with_file_and_row(tables, change, words):
    put(tables, [{**GOOD, **change}])
    found = [line for line in faults(tables) if words in line]
    assert found
    assert found[0].startswith("tenures/tuva.csv: all-1900: ")


def test_gap_and_overlap_name_unit_and_days(tables):
    first = {**GOOD, "end": "1921-08-14"}
    late = {**GOOD, "id": "late", "start": "1921-08-20", "units": "tuva-west", "polity": "tuva"}
    early = {**GOOD, "id": "early", "start": "1921-08-01", "units": "tuva-south;tuva-centre"}
    put(tables, [first, late, early])
    text = "\n".join(faults(tables))
    assert "unit tuva-west: gap: nobody holds it 1921-08-14..1921-08-20 (between all-1900 and late)" in text
    assert "unit tuva-south: overlap: all-1900 and early both hold it 1921-08-01..1921-08-14" in text


def test_a_unit_without_a_last_holder_is_a_gap(tables):
    put(tables, [{**GOOD, "end": "1990-01-01"}])
    assert any("gap: nobody holds it 1990-01-01..1992-01-01" in line for line in faults(tables))


def test_all_faults_come_at_once(tables):
    put(tables, [{**GOOD, "polity": "x", "status": "y", "sources": "z", "start": "w"}])
    assert len(faults(tables)) >= 4


def test_a_doubled_id_and_a_ragged_line_are_named(tables):
    put(tables, [{**GOOD, "end": "1950-01-01"}, {**GOOD, "start": "1950-01-01"}])
    assert any("stands twice (lines 2 and 3)" in line for line in faults(tables))
    path = tables / tenure_table("tuva").path
    path.write_text(path.read_text(encoding="utf-8") + "a,b\n", encoding="utf-8")
    assert any("has 2 cells" in line for line in faults(tables))


def test_a_wrong_header_is_named(tables):
    path = tables / tenure_table("tuva").path
    path.write_text("id,unit,start\n", encoding="utf-8")
    text = "\n".join(faults(tables))
    assert "unknown column(s) unit: check the spelling" in text
    assert "lacks column(s) units" in text


def test_coordinates_outside_the_frame_are_named(tables):
    path = tables / "places.csv"
    path.write_text("id,lon,lat,rank,kind\nnowhere,200,45,1,city\n", encoding="utf-8")
    assert any("nowhere: lon 200.0 lies outside the bounds" in line for line in faults(tables, "places"))


def test_a_work_may_stand_only_once(tables):
    extra = tables / "sources" / "zz.json"
    extra.write_text(json.dumps([{"id": "ATW04", "type": "book", "title": "Again"}]), encoding="utf-8")
    found = [str(fault) for fault in check_authored(read_authored(tables)) if fault.feature == "ATW04"]
    assert any("stands also in sources/core.json" in line for line in found)


def test_the_command_lists_faults_and_fails(tables, capsys):
    put(tables, [{**GOOD, "status": "colonised"}])
    assert main(["--faults", "--layer", "tuva", "--authored", str(tables)]) == 1
    assert "colonised" in capsys.readouterr().out


def test_the_build_writes_nothing_when_there_is_a_fault(tables, capsys):
    put(tables, [{**GOOD, "status": "colonised"}])
    before = {path: path.stat().st_mtime_ns for path in AUTHORED.parent.glob("*.geojson")}
    assert main(["--authored", str(tables)]) == 1
    assert "colonised" in capsys.readouterr().err
    assert before == {path: path.stat().st_mtime_ns for path in AUTHORED.parent.glob("*.geojson")}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"headline_ru": ""}, "headline_ru is empty"),
        ({"year": "1892"}, "year is not one of 1900 to 1991"),
        ({"headline": "A" * 91}, "headline has 91 characters: 90 at most"),
        ({"headline_zh": "外蒙古宣布獨立。"}, "headline_zh ends with a full stop"),
        ({"headline": "Nixon in China"}, "headline is the name of a row"),
        ({"headline_zh": "尼克松访问中国"}, "headline_zh has '访问国' in the simplified script"),
        ({"rows": "e-nixon-1927"}, "row 'e-nixon-1927' is no clash or event"),
        ({"rows": "e-stalin-dies-1953"}, "row 'e-stalin-dies-1953' begins on 1953-03-05, in another year"),
    ],
)
def test_a_headline_is_a_sentence_of_its_year_in_three_languages(tables, change, words):
    good = {
        "year": "1972", "headline": "Nixon goes to China", "headline_zh": "尼克森訪問中國",
        "headline_ru": "Никсон едет в Китай", "rows": "e-nixon-1972",
    }  # fmt: skip
    path = tables / "headlines.csv"
    for row, bad in ((good, False), (good | change, True)):
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(good))
            writer.writeheader()
            writer.writerow(row)
        found = faults(tables, "headlines")
        assert bool(found) == bad, found
    assert any(words in fault for fault in found)
