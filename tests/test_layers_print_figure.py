"""Plates: the words and lands on them, fonts, and files that are the same twice."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
import shapely

from geo.frontier import shipped
from layers import chosen
from layers.errors import FontError
from layers.print import figure, lettering
from layers.print.frame import EXTENT, Drawn

SVG = "{http://www.w3.org/2000/svg}"


def texts(path):
    """Return the texts of an SVG that are not mere edges under another."""
    root = ElementTree.parse(path)  # noqa: S314 (our own file)
    return [one.text for one in root.iter(f"{SVG}text") if "aria-hidden" not in one.attrib]


@pytest.fixture(scope="module")
def plate_1932(atlas_layers, tmp_path_factory):
    path = tmp_path_factory.mktemp("plates") / "1932.svg"
    return figure.write_figure(atlas_layers, chosen(), 19321231, path)


def test_a_plate_is_real_text_names_of_the_day(plate_1932):
    found = texts(plate_1932)
    for name in ("MANCHUKUO", "SOVIET UNION", "Hsinking", "Harbin", "31 December 1932", "Manchukuo"):
        assert found.count(name) == 1, name
    assert not {"Changchun", "EAST TURKESTAN REPUBLIC", "People's Republic of China"} & set(found)
    assert "\u200a" not in plate_1932.read_text(encoding="utf-8")


def test_every_name_on_the_map_has_its_edge_under_it(plate_1932):
    text = plate_1932.read_text(encoding="utf-8")
    edges = re.findall(r'aria-hidden="true" style="[^"]*stroke: #ffffff; stroke-width: (1\.[16])px', text)
    assert edges.count("1.6") >= 8
    assert edges.count("1.1") >= 20
    assert text.index(">MANCHUKUO<") < text.rindex(">MANCHUKUO<")
    assert 'aria-hidden="true"' in text[text.rindex("<text", 0, text.index(">MANCHUKUO<")) :][:40]


def test_a_plate_holds_the_year_so_far(small_layers):
    on = {
        day: [clash.row["id"] for clash in figure.plate_from_layers(small_layers, chosen(), day).clashes]
        for day in (19290815, 19290816, 19291231, 19301231)
    }
    assert on == {19290815: [], 19290816: ["ford-1929"], 19291231: ["ford-1929"], 19301231: []}


def test_a_title_and_note_instead_of_the_atlas_s_own(small_layers, tmp_path):
    path = tmp_path / "a.svg"
    figure.write_figure(small_layers, chosen(), 19320301, path, title="A ford", note="Two sides.")
    assert "A ford" in texts(path)
    assert [text for text in texts(path) if text.startswith("Two sides.  Frontier Atlas, data ")]


def test_a_pdf_has_its_title(small_layers, tmp_path):
    path = figure.write_figure(small_layers, chosen(), 19320301, tmp_path / "a.pdf", title="A ford")
    assert b"/Title (A ford, 1 March 1932)" in path.read_bytes()


def test_operators_are_those_of_the_lines_drawn(atlas_layers):
    plate = figure.plate_from_layers(atlas_layers, chosen(["railways"]), 19321231)
    assert {"soviet", "japan"} <= set(plate.operators)
    assert "manchukuo" not in plate.operators
    assert plate.operators == [key for key in shipped().operators if key in plate.operators]
    assert not figure.plate_from_layers(atlas_layers, chosen(["tuva"]), 19321231).operators


def land(polity, left, width):
    return Drawn({"id": polity, "polity": polity}, shapely.box(left, 0, left + width, 1000))


def test_the_legend_goes_by_area_in_the_frame():
    lands = [
        land("qing", 0, 3000),
        land("ussr", 5000, 2000),
        land("roc", 9000, 1000),
        land("ussr", 20000, 1500),
    ]
    outside = land("japan", EXTENT.right + 10, 10**6)
    assert figure.legend_polities([*lands, outside]) == ["ussr", "qing", "roc"]


def test_a_figure_s_ending_is_checked_before_it_is_drawn(tmp_path):
    with pytest.raises(ValueError, match="a figure ends in one of"):
        figure.write_figure({}, [], 19320101, tmp_path / "a.gif")


@pytest.fixture
def bundled_fonts(monkeypatch):
    """Leave only the fonts that come with Matplotlib."""
    from matplotlib.font_manager import fontManager

    bundled = [face for face in fontManager.ttflist if "mpl-data" in face.fname]
    monkeypatch.setattr(fontManager, "ttflist", bundled)


def test_one_face_serves_what_it_has(bundled_fonts):
    assert lettering.families_for(["Frontier, Граница, 1900\n"]) == ["DejaVu Serif"]


def test_what_the_serif_face_lacks_is_taken_from_another(bundled_fonts):
    families = lettering.families_for(["Frontier", "حدود"])
    assert families[0] == "DejaVu Serif"
    assert len(families) == 2
    assert set("حدود") <= lettering._characters(families[1])


def test_a_missing_font_is_told(bundled_fonts):
    with pytest.raises(
        FontError, match=r"no installed font has 天 奉: install a Chinese font .*fonts-noto-cjk"
    ):
        lettering.families_for(["Mukden", "奉天"])
    with pytest.raises(FontError, match="no installed font has \U0005fffd: install a font"):
        lettering.families_for(["\U0005fffd"])


def test_a_chinese_title_leaves_no_box(small_layers, tmp_path, recwarn):
    path = tmp_path / "a.png"
    try:
        lettering.families_for("奉天省注")
    except FontError:
        with pytest.raises(FontError, match="奉"):
            figure.write_figure(small_layers, chosen(), 19320301, path, title="奉天省", note="注")
        assert not path.exists()
    else:
        figure.write_figure(small_layers, chosen(), 19320301, path, title="奉天省", note="注")
        assert path.exists()
    assert not [warning for warning in recwarn if "missing from font" in str(warning.message)]
