"""`python -m layers` as a user types it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from PIL import Image

from layers import REGISTRY
from layers.__main__ import cli, main
from layers.print import figure, film
from tests.made import payload_of


@pytest.fixture
def run(monkeypatch, atlas_layers):
    import geo

    monkeypatch.setattr(geo, "load_layers", lambda source=None: atlas_layers)
    return lambda *words: CliRunner().invoke(cli, [str(word) for word in words])


def test_list_names_every_layer_and_its_rule(run):
    lines = run("list").output.splitlines()
    assert [line.split()[0] for line in lines] == list(REGISTRY)
    assert [line.split()[1] for line in lines] == [layer.rule for layer in REGISTRY.values()]


def test_export_writes_one_file(run, tmp_path):
    path = tmp_path / "1932.html"
    done = run(
        "export",
        "--year",
        1932,
        "--layers",
        "manchuria,clashes",
        "--title",
        "A class",
        "--note",
        "N",
        "-o",
        path,
    )
    assert done.exit_code == 0, done.output
    text = path.read_text(encoding="utf-8")
    assert "A class" in text
    assert payload_of(path)["span"] == [1932, 1932]
    assert [child.name for child in tmp_path.iterdir()] == ["1932.html"]


@pytest.mark.parametrize("ending", figure.FORMATS)
def test_figures_are_the_same_bytes_twice(run, tmp_path, ending):
    for name in "ab":
        done = run("figure", "--year", 1932, "-o", tmp_path / f"{name}{ending}")
        assert done.exit_code == 0, done.output
    one, other = (tmp_path / f"{name}{ending}" for name in "ab")
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size > 50_000


def test_a_figure_takes_day_title_note_and_layers(run, tmp_path):
    path = tmp_path / "plate.svg"
    words = (
        "--date",
        "1932-03-01",
        "--title",
        "A new state",
        "--note",
        "For class 9.",
        "--layers",
        "manchuria",
    )
    assert run("figure", *words, "-o", path).exit_code == 0
    text = path.read_text(encoding="utf-8")
    for said in ("A new state", "1 March 1932", "For class 9.", "MANCHUKUO"):
        assert f">{said}" in text
    assert "SOVIET UNION" not in text
    assert run("figure", "--date", "1932-02-29", "-o", path).exit_code == 0
    assert "MANCHUKUO" not in path.read_text(encoding="utf-8")


def test_a_film_has_a_frame_a_year(run, tmp_path):
    path = tmp_path / "film.gif"
    done = run("animate", "--from", 1930, "--to", 1934, "-o", path)
    assert done.exit_code == 0, done.output
    with Image.open(path) as moving:
        assert moving.n_frames == 5
        assert moving.size == (film.WIDTH, film.HEIGHT)
        assert moving.info["duration"] == 400


def test_a_film_as_mp4(run, tmp_path):
    path = tmp_path / "film.mp4"
    done = run("animate", "--from", 1943, "--to", 1945, "--seconds", 0.2, "-o", path)
    assert done.exit_code == 0, done.output
    assert path.read_bytes()[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export", "--year", "1932", "-o", "map.png"], "should end in .html"),
        (["export", "-o", "nowhere/map.html"], "make it first"),
        (["figure", "-o", "map.svg"], "--year or --date"),
        (["figure", "--date", "1932-13-01", "-o", "map.svg"], "write YYYY-MM-DD"),
        (["animate", "-o", "film.avi"], "should end in .gif"),
        (["animate", "--seconds", "0", "-o", "film.gif"], "0.02"),
    ],
)
def test_bad_options_are_told(run, words, message):
    done = run(*words)
    assert done.exit_code == 2
    assert message in done.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export", "--year", "1890"], "choose one from 1900 to 1991"),
        (["export", "--from", "1950", "--to", "1940"], "turned round"),
        (["export", "--layers", "manchria"], "did you mean 'manchuria'"),
        (["figure", "--year", "1890"], "choose one from 1900 to 1991"),
        (["figure", "--year", "1932", "--layers", "manchria"], "did you mean 'manchuria'"),
        (["figure", "--year", "1932", "--title", "\U0005fffd"], "no installed font has \U0005fffd"),
    ],
)
def test_bad_input_ends_without_a_traceback(monkeypatch, tmp_path, words, message):
    ending = ".html" if words[0] == "export" else ".svg"
    monkeypatch.setattr("sys.argv", ["layers", *words, "-o", str(tmp_path / f"x{ending}")])
    with pytest.raises(SystemExit, match=message):
        main()
    assert not list(tmp_path.iterdir())


def test_a_bug_is_not_told_as_a_mistake_of_the_user(monkeypatch, tmp_path):
    def broken(*_, **__):
        raise ValueError("a bug")

    monkeypatch.setattr("layers.page.build_map", broken)
    monkeypatch.setattr("sys.argv", ["layers", "export", "-o", str(tmp_path / "x.html")])
    with pytest.raises(ValueError, match="a bug"):
        main()
