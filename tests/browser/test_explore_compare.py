"""Comparing two dates and taking the tour on the exported page, as a reader does it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import SIZES, idle, opened, until, visit

MUKDEN = "#1931-09-01/44.5/122/4.5"
VIEWS = """() => [window.atlasMap, Atlas.compare.twin().map].map((map) => {
    const { lat, lng } = map.getCenter();
    return [lat, lng, map.getZoom()];
})"""


@pytest.fixture(params=SIZES)
def page(request, browser) -> Iterator[Page]:
    with visit(browser, SIZES[request.param]) as shown:
        yield shown
        assert shown.evaluate("document.documentElement.scrollWidth") <= SIZES[request.param]["width"]


def view_of_both(page: Page) -> list[float]:
    """Return the first map's view [lat, lon, zoom]; the second has the same, to a pixel."""
    one, two = page.evaluate(VIEWS)
    assert one[2] == two[2]
    assert two[:2] == pytest.approx(one[:2], abs=360 / 256 / 2 ** one[2])
    return list(one)


def is_phone(page: Page) -> bool:
    return bool(page.viewport_size and page.viewport_size["width"] < 900)


def open_sheet(page: Page) -> None:
    if is_phone(page) and not page.locator("#atlas-panel.open").count():
        page.locator("#atlas-panel .handle").click()


def test_compare_from_its_link_shows_both_dates_outlines_and_a_table(page, export):
    opened(page, f"{export}{MUKDEN}?compare=1932-12-31")
    expect(page.locator(".when-one")).to_have_text(re.compile("1931.*1 September"))
    expect(page.locator(".when-two")).to_have_text(re.compile("1932.*31 December"))
    boxes = [page.locator(one).bounding_box() for one in ("#map", "#atlas-twin")]
    assert boxes[0]
    assert boxes[1]
    edge, length = ("y", "height") if is_phone(page) else ("x", "width")
    assert boxes[1][edge] == pytest.approx(boxes[0][edge] + boxes[0][length], abs=2)
    assert boxes[0][length] == pytest.approx(boxes[1][length], abs=2)
    for one in ("#map", "#atlas-twin"):
        assert len(page.locator(f"{one} .differs-hands").get_attribute("d") or "") > 500
    drawn = "scene => [...scene.landsNow()].map((land) => land.polity)"
    assert "manchukuo" not in page.evaluate(f"({drawn})(Atlas.scene)")
    assert "manchukuo" in page.evaluate(f"({drawn})(Atlas.compare.twin().scene)")

    open_sheet(page)
    row = page.locator('.compare-hands tr[data-from="fengtian"][data-to="manchukuo"]')
    expect(row).to_contain_text("Manchukuo")
    area = float(row.get_attribute("data-area"))
    assert 700_000 < area < 1_150_000
    assert row.locator(".km").inner_text().replace(",", "") == f"{area:.0f}"
    rows = page.locator(".compare-hands tbody tr")
    total = sum(float(one.get_attribute("data-area")) for one in rows.all())
    shown = page.locator(".compare-hands tfoot .km").inner_text().replace(",", "")
    assert float(shown) == pytest.approx(total, abs=1 + rows.count())
    assert "square kilometres changed hands" in page.locator("#atlas-live").inner_text()


def test_a_row_flies_there_and_marks_it(page, export):
    opened(page, f"{export}{MUKDEN}?compare=1944")
    open_sheet(page)
    row = page.locator('.compare-table tr[data-from="tuva"][data-to="ussr"] button')
    row.focus()
    page.keyboard.press("Enter")
    idle(page)
    lat, lon = page.evaluate("[atlasMap.getCenter().lat, atlasMap.getCenter().lng]")
    assert (lat, lon) == (pytest.approx(51.7, abs=2), pytest.approx(94.5, abs=3))
    assert len(page.locator("#atlas-twin .differs-one").get_attribute("d") or "") > 50
    view_of_both(page)


def test_both_maps_move_together_whichever_leads(page, export):
    opened(page, f"{export}{MUKDEN}?compare=1932")
    page.evaluate(
        "() => { window.moves = 0; for (const map of [atlasMap, Atlas.compare.twin().map]) "
        "map.on('moveend', () => { window.moves += 1; }); }"
    )
    for one in ("#map", "#atlas-twin"):
        before = view_of_both(page)
        box = page.locator(one).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 60, y - 30, steps=6)
        page.wait_for_timeout(150)  # the hand rests: let go in motion, the map would glide on
        page.mouse.up()
        idle(page)
        dragged = view_of_both(page)
        assert dragged != before
        page.mouse.wheel(0, -240)
        until(page, f"atlasMap.getZoom() !== {dragged[2]}")
        idle(page)
        assert view_of_both(page)[2] > dragged[2]
    page.locator("#atlas-twin").focus()
    page.keyboard.press("ArrowLeft")
    idle(page)
    view_of_both(page)
    moves = page.evaluate("window.moves")
    idle(page)
    assert page.evaluate("window.moves") == moves <= 24
    lat, lon = page.evaluate("[atlasMap.getCenter().lat, atlasMap.getCenter().lng]")
    view, _, query = page.evaluate("location.hash").partition("?")
    assert "compare=1932" in query
    hashed = view.split("/")
    assert [float(hashed[1]), float(hashed[2])] == [
        pytest.approx(lat, abs=0.01),
        pytest.approx(lon, abs=0.01),
    ]


def test_start_choose_swap_and_stop_by_keyboard(page, export):
    opened(page, f"{export}{MUKDEN}")
    page.keyboard.press("c")
    expect(page.locator("#atlas-twin")).to_be_visible()
    assert page.locator('[data-tool="compare"]').get_attribute("aria-pressed") == "true"
    open_sheet(page)
    second = page.locator("#atlas-compare_two")
    expect(second).to_have_value("1941")
    second.fill("1899")
    idle(page)  # the panel is brought up to date meanwhile: what is typed stays
    expect(second).to_have_value("1899")
    second.press("Enter")
    expect(page.locator(".fault")).to_contain_text("1899")
    second.fill("1932-12-31")
    second.press("Enter")
    expect(page.locator(".when-two")).to_have_text(re.compile("1932.*31 December"))
    expect(page.locator(".fault")).to_have_text("")
    page.get_by_role("button", name="Swap").press("Enter")
    expect(page.locator(".when-one")).to_have_text(re.compile("1932"))
    expect(page.locator(".when-two")).to_have_text(re.compile("1931"))
    expect(page.locator(".compare-title")).to_have_text("From 1 September 1931 to 31 December 1932")
    page.get_by_role("button", name="Stop comparing").press("Enter")
    expect(page.locator("#atlas-twin")).to_have_count(0)
    idle(page)
    assert "compare" not in page.evaluate("location.hash")
    map_box, stage = page.locator("#map").bounding_box(), page.locator("#atlas-stage").bounding_box()
    assert map_box == stage


def test_the_tour_by_keys_from_first_to_last(page, export):
    opened(page, f"{export}{MUKDEN}")
    total = page.evaluate("Atlas.payload.tour.length")
    page.locator('[data-tool="tour"]').press("Enter")
    expect(page.locator(".tour-count")).to_have_text(f"Chapter 1 of {total}")
    titles, hashes = [], []
    for number in range(1, total + 1):
        chapter = page.evaluate(f"Atlas.payload.tour[{number - 1}]")
        expect(page.locator(".tour-count")).to_have_text(f"Chapter {number} of {total}")
        expect(page.locator(".tour-title")).to_have_text(chapter["title"])
        expect(page.locator(".tour-text")).to_have_text(chapter["text"])
        assert page.locator(".tour-sources li").count() == len(chapter["sources"])
        state = page.evaluate("Atlas.state.get()")
        assert state["date"] == chapter["date"]
        assert state["chapter"] == chapter["id"]
        assert state["color"] == chapter.get("color", "control")
        spot = page.evaluate(f"atlasMap.latLngToContainerPoint([{chapter['lat']}, {chapter['lon']}])")
        stage = page.locator("#atlas-stage").bounding_box()
        drawer = page.locator("#atlas-drawer").bounding_box()
        free = (
            {"x": stage["width"], "y": drawer["y"] - stage["y"]}
            if is_phone(page)
            else {"x": drawer["x"], "y": 900}
        )
        assert 0 < spot["x"] < free["x"]
        assert 0 < spot["y"] < free["y"]
        titles.append(chapter["title"])
        hashes.append(page.evaluate("Atlas.hash()"))
        page.keyboard.press("n" if number % 2 else "PageDown")
    expect(page.locator(".tour-count")).to_have_text(f"Chapter {total} of {total}")
    page.keyboard.press("p")
    expect(page.locator(".tour-title")).to_have_text(titles[-2])
    assert len(set(hashes)) == total
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-drawer")).to_be_hidden()
    idle(page)
    assert page.evaluate("Atlas.state.get().chapter") == ""
    assert "chapter" not in page.evaluate("location.hash")


def test_the_tour_left_at_once_after_a_step_stays_left(page, export):
    opened(page, f"{export}{MUKDEN}")
    page.locator('[data-tool="tour"]').press("Enter")
    expect(page.locator(".tour-count")).to_be_visible()
    idle(page)
    page.evaluate(
        """() => {
            for (const key of ["n", "Escape"])
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }"""
    )
    idle(page)
    expect(page.locator("#atlas-drawer")).to_be_hidden()
    assert page.evaluate("Atlas.state.get().chapter") == ""
    # The same when a page around this one named the chapter.
    page.locator('[data-tool="tour"]').press("Enter")
    idle(page)
    page.evaluate("Atlas.state.set({ chapter: 'beitashan' }); Atlas.closeTool()")
    idle(page)
    expect(page.locator("#atlas-drawer")).to_be_hidden()
    assert page.evaluate("Atlas.state.get().chapter") == ""


def test_a_chapter_from_its_link_and_from_the_list(page, export):
    opened(page, f"{export}?chapter=beitashan")
    expect(page.locator(".tour-title")).to_have_text(re.compile("Peitashan"))
    expect(page.locator(".year")).to_have_text("1947")
    assert page.evaluate("atlasMap.getZoom()") > 4.5
    link = page.evaluate("Atlas.hash()")
    page.locator(".tour-list summary").click()
    page.locator('.tour-list button[data-chapter="prc"]').click()
    expect(page.locator(".tour-title")).to_have_text(re.compile("Alliance"))
    expect(page.locator(".year")).to_have_text("1950")
    opened(page, export + link)
    expect(page.locator(".tour-title")).to_have_text(re.compile("Peitashan"))
    assert page.evaluate("Atlas.hash()") == link
    page.evaluate("Atlas.state.set({lang: 'ru'})")
    expect(page.locator(".tour-count")).to_have_text(re.compile("Глава"))
    expect(page.locator(".tour-title")).to_have_text(re.compile("Peitashan"))
    idle(page)
    assert page.evaluate("Atlas.state.get().chapter") == "beitashan"
