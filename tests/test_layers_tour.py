"""A tour of one's own: what is taken, and that every fault is told with its remedy."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from geo.files import DATA
from layers import tour
from layers.__main__ import cli
from layers.errors import TourError
from layers.tour import tour_from_file
from tests.made import payload_of

GOOD = """
- title: Before and after Mukden
  date: 1931-09-18
  lat: 42
  lon: 123.5
  color: treaty
  layers: [manchuria, railways]
  text: >
    Look at the railway zone
    before you read on.
  sources: [LYTTON]
- {id: later, section: post-mao, title: Later, date: 1932, lat: 45, lon: 125, zoom: 6, text: A.}
"""


@pytest.fixture
def written(tmp_path):
    def write(text: str, name: str = "tour.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def chapter(**changed):
    whole = {"title": "T", "date": "1931-09-18", "lat": 42, "lon": 123, "text": "One sentence."}
    return {key: value for key, value in {**whole, **changed}.items() if value is not ...}


def test_yaml_is_read_and_filled_up(written):
    first, second = tour_from_file(written(GOOD))
    assert first == {
        "id": "chapter-1",
        "section": "context",
        "title": "Before and after Mukden",
        "text": "Look at the railway zone before you read on.",
        "date": "1931-09-18",
        "lat": 42,
        "lon": 123.5,
        "zoom": 5,
        "color": "treaty",
        "layers": ["manchuria", "railways"],
        "sources": ["LYTTON"],
    }
    assert (second["id"], second["date"], second["zoom"], second["sources"]) == ("later", "1932", 6, [])


@pytest.mark.parametrize("wrap", [lambda one: [one], lambda one: {"chapters": [one]}])
def test_json_is_read_the_same_way(written, wrap):
    found = tour_from_file(written(json.dumps(wrap(chapter())), "tour.json"))
    assert found[0]["title"] == "T"


def test_the_tour_that_ships_has_no_fault_and_short_texts():
    chapters = tour_from_file(DATA / "tour.json")
    assert len(chapters) == 15
    assert len({one["section"] for one in chapters}) == 15
    for one in chapters:
        assert one["sources"], one["id"]
        sentences = re.findall(r"[.?!](?= [A-Z]|$)", one["text"])
        assert 1 <= len(sentences) <= 3, (one["id"], len(sentences))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"colour": "treaty"}, "unknown key 'colour': did you mean 'color'?"),
        ({"text": ...}, "no `text`: add it"),
        ({"title": ""}, "no `title`: add it"),
        ({"date": "1899-12-31"}, "choose one from 1900 to 1991"),
        ({"date": "1992"}, "choose one from 1900 to 1991"),
        ({"date": "1931-02-30"}, "a day that exists"),
        ({"date": "Sept 1931"}, "write a year"),
        ({"lat": 4}, "lat 4 is outside the map: choose one from 8 to 78"),
        ({"lon": 200}, "lon 200 is outside the map: choose one from 26 to 180"),
        ({"lat": "42"}, "not a number: write it without quotes"),
        ({"zoom": 15}, "choose one from 2.5 to 11"),
        ({"layers": ["manchria"]}, "no layer 'manchria': did you mean 'manchuria'?"),
        ({"layers": "manchuria"}, "not a list"),
        ({"color": "pink"}, "no colour 'pink': choose from"),
        ({"sources": ["LYTON"]}, "no source 'LYTON': did you mean 'LYTTON'?"),
        ({"section": "1931"}, "no section '1931'"),
        ({"id": "a b"}, "id 'a b': use up to 60"),
        ({"text": "x" * 1201}, "has 1201 characters"),
        ({"title": 1931}, "not text: put it in quotes"),
    ],
)
def test_a_fault_names_file_chapter_and_remedy(written, changed, message):
    path = written(json.dumps([chapter(), chapter(**changed)]), "lesson.json")
    with pytest.raises(TourError) as caught:
        tour_from_file(path)
    (fault,) = caught.value.faults
    assert fault.startswith("chapter 2")
    assert message in fault
    assert str(caught.value).startswith("lesson.json: chapter 2")


def test_all_faults_come_at_once(written):
    path = written(
        json.dumps([chapter(lat=4, lon=4), 7, chapter(id="a"), chapter(id="a", date=...)]), "lesson.json"
    )
    with pytest.raises(TourError) as caught:
        tour_from_file(path)
    assert len(caught.value.faults) == 5


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("", "a.yaml", "no chapters"),
        ("chapters: {}", "a.yaml", "no chapters"),
        ("- title: a: b", "a.yaml", "line 1: not YAML"),
        ("[{]", "a.json", "line 1: not JSON"),
        ("[]", "a.txt", "should end in"),
        ("!!python/object/apply:os.system ['true']", "a.yaml", "not YAML"),
    ],
)
def test_files_that_hold_no_tour(written, text, name, message):
    with pytest.raises(TourError, match=re.escape(message)):
        tour_from_file(written(text, name))


def test_a_missing_file_and_one_that_is_not_text(tmp_path):
    with pytest.raises(TourError, match="no such file"):
        tour_from_file(tmp_path / "none.yaml")
    (tmp_path / "a.yaml").write_bytes(b"- title: \xff")
    with pytest.raises(TourError, match="not UTF-8"):
        tour_from_file(tmp_path / "a.yaml")


def test_export_takes_it(written, tmp_path, monkeypatch, atlas_layers):
    import geo

    monkeypatch.setattr(geo, "load_layers", lambda source=None: atlas_layers)
    page = tmp_path / "lesson.html"
    words = [
        "export",
        "--year",
        "1931",
        "--layers",
        "manchuria,railways",
        "--tour",
        str(written(GOOD)),
        "-o",
        str(page),
    ]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    data = payload_of(page)
    assert [one["title"] for one in data["tour"]] == ["Before and after Mukden"]
    assert data["sources"]["LYTTON"]["text"]
    bad = CliRunner().invoke(cli, ["export", "--tour", str(written("[]", "b.json")), "-o", str(page)])
    assert isinstance(bad.exception, TourError)


@pytest.mark.parametrize(("many", "said"), [(20, "choose from 000, 001"), (21, "see data/sources.json")])
def test_a_short_list_of_choices_is_given_whole_a_long_one_is_pointed_to(many, said):
    assert said in tour._remedy("zzz", [f"{number:03}" for number in range(many)])


def test_a_name_in_small_letters_finds_the_one_in_capitals():
    assert tour._remedy("liu06", ["LIU06", "SEED"]) == "did you mean 'LIU06'?"
