"""Share, cite, About, terms and the first steps, as a reader uses them on the exported page."""

from __future__ import annotations

import html as html_text
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.visits import SIZES, idle, opened, visit


@pytest.fixture(params=SIZES)
def page(request, browser) -> Iterator[Page]:
    with visit(browser, SIZES[request.param]) as shown:
        yield shown


def text_of(page: Page, label: str) -> str:
    return page.locator(f".drawer-cite [aria-label='{label}']").input_value()


def test_the_link_brings_the_whole_view_back(page, export):
    opened(page, export)
    wanted = {
        "date": "1932-03-15", "step": "day", "lat": "44.5", "lon": "125.25", "zoom": "5.5",
        "layers": "manchuria,powers,clashes", "color": "treaty", "lang": "ru", "certainty": "0",
        "borders": "1", "dark": "1", "opacity": "lands:0.60",
    }  # fmt: skip
    page.evaluate("(state) => Atlas.state.set(state)", wanted)
    idle(page)
    page.locator("[data-tool=cite]").click()
    link = page.locator(".drawer-cite input.copy-text").input_value()
    assert link.startswith(export + "#1932-03-15/44.50/125.25/5.5?")
    before = page.evaluate("Atlas.state.get()")
    opened(page, link)
    after = page.evaluate("Atlas.state.get()")
    assert {**after, "lat": round(after["lat"], 2), "lon": round(after["lon"], 2)} == {
        **before,
        "lat": round(before["lat"], 2),
        "lon": round(before["lon"], 2),
    }
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert page.evaluate("document.documentElement.classList.contains('dark')")
    assert "1932" in page.locator(".when").inner_text()


def test_a_link_keeps_comparison_selection_and_chapter(page, export):
    opened(page, export)
    one = page.evaluate(
        "Atlas.model.features.manchuria.find((f) => f.start < 19290101 && f.end > 19300101).id"
    )
    page.evaluate("(id) => Atlas.state.set({compare: '1931-09-01', sel: id})", one)
    link = page.evaluate("Atlas.hash()")
    opened(page, export + link)
    state = page.evaluate("Atlas.state.get()")
    assert state["compare"] == "1931-09-01"
    assert state["sel"] == one


def test_the_view_is_cited_in_three_forms_and_follows_the_date(page, export):
    opened(page, export + "#1945/46.0/105.0/4")
    page.locator("[data-tool=cite]").click()
    version = page.evaluate("Atlas.payload.version")
    chicago = text_of(page, "Citation")
    assert "31 December 1945" in chicago
    assert f"Version {version}." in chicago
    page.locator("[data-form=bibtex]").click()
    assert text_of(page, "Citation").startswith("@misc{frontier-atlas-1945-12-31,")
    page.evaluate("Atlas.state.set({date: '1946-05-03', color: 'moscow'})")
    idle(page)
    assert "3 May 1946" in text_of(page, "Citation")
    page.locator("[data-form=csl]").click()
    item = json.loads(text_of(page, "Citation"))[0]
    assert item["version"] == version
    assert "Claims: Moscow" in item["genre"]
    assert page.locator("[data-form=csl]").get_attribute("aria-pressed") == "true"


def test_works_are_those_of_the_window(page, export):
    opened(page, export + "#1945/47.5/130/6")
    page.locator("[data-tool=cite]").click()
    here = {node.get_attribute("data-source") for node in page.locator(".works li").all()}
    assert here
    page.evaluate("Atlas.map.setView([39.5, 76], 7, {animate: false})")
    idle(page)
    there = {node.get_attribute("data-source") for node in page.locator(".works li").all()}
    assert there
    assert here != there
    known = page.evaluate("Object.keys(Atlas.payload.sources)")
    assert here | there <= set(known)


def test_a_selected_feature_is_cited_with_its_works(page, export):
    opened(page, export)
    page.locator("[data-tool=cite]").click()
    name = page.evaluate(
        "(() => { const f = Atlas.model.features.clashes[5];"
        " Atlas.select(f.id, {fly: false}); return f.names.en; })()"
    )
    page.locator(".drawer-cite select").select_option("feature")
    text = text_of(page, "Citation")
    assert name in text
    assert "After: " in text
    assert page.locator(".works li").count() == page.evaluate(
        "(() => { const { sources = [], casualties = [] } = Atlas.model.features.clashes[5];"
        " return new Set([...sources, ...casualties.flatMap((claim) => claim.sources || [])]).size; })()"
    )


def test_copying_says_so_or_leaves_the_text_selected(page, export):
    opened(page, export)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-tool=cite]").click()
    page.locator(".copy", has_text="Copy link").click()
    said = page.locator(".drawer-cite .copy-said").first
    said.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("input.copy-text").input_value()
    page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        "document.execCommand = () => false"
    )
    page.locator(".copy", has_text="Copy link").click()
    said.get_by_text("Ctrl+C").wait_for()
    chosen = page.evaluate(
        "(({value, selectionStart, selectionEnd}) => value.slice(selectionStart, selectionEnd))"
        "(document.activeElement)"
    )
    assert chosen == page.locator("input.copy-text").input_value()


def test_inside_a_page_that_cannot_be_read_the_query_is_given(page, atlas_page, tmp_path):
    inner = html_text.escape(atlas_page.read_text(encoding="utf-8"))
    outer = tmp_path / "outer.html"
    outer.write_text(
        '<!doctype html><meta charset="utf-8">'
        f'<iframe width="100%" height="700" sandbox="allow-scripts" srcdoc="{inner}"></iframe>',
        encoding="utf-8",
    )
    page.goto(outer.as_uri())
    frame = page.frames[1]
    idle(frame)
    assert frame.locator(".hint").count() == 0
    frame.locator("[data-tool=cite]").click()
    assert frame.locator("input.copy-text").input_value().startswith("?date=1929&lat=")
    assert "inside another page" in frame.locator(".drawer-cite").inner_text()


def test_about_tells_method_sources_licence_keys_and_terms(page, export):
    opened(page, export)
    page.locator("[data-tool=about]").click()
    text = page.locator(".drawer-about").inner_text()
    for words in ("31 December", "de facto", "de jure", "Sino-Soviet relations", "CC BY 4.0", "MIT",
                  "Natural Earth", "GeoNames", "low certainty", "suzerainty", "Shift"):  # fmt: skip
        assert words in text, words
    assert f"{page.evaluate('Object.keys(Atlas.payload.sources).length')} works" in text
    assert page.locator(".strokes .border").count() == 5
    page.locator("[data-section=licence]").click()
    assert page.locator("#atlas-about-licence h3").is_visible()
    assert page.evaluate("document.activeElement.closest('section').id") == "atlas-about-licence"
    for lang, heading in (("zh", "授權"), ("ru", "Лицензия")):
        page.evaluate("(lang) => Atlas.state.set({lang})", lang)
        idle(page)
        assert heading in page.locator(".drawer-about").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".drawer-about").is_hidden()


def test_a_question_mark_opens_about(page, export):
    opened(page, export)
    page.locator("#map").focus()
    page.keyboard.press("Shift+?")
    assert page.locator(".drawer-about h2").is_visible()


def test_terms_are_defined_where_they_stand(page, export):
    opened(page, export)
    page.evaluate(
        "(() => { const f = Atlas.model.features.manchuria.find((one) => one.status === 'leased');"
        " Atlas.select(f.id, {popup: true}); })()"
    )
    idle(page)
    term = page.locator(".term[data-term=leased]")
    term.focus()
    page.keyboard.press("Enter")
    assert term.get_attribute("aria-expanded") == "true"
    meaning = page.locator(f"#{term.get_attribute('aria-controls')}")
    assert "Kwantung" in meaning.inner_text()
    page.keyboard.press("Enter")
    assert meaning.is_hidden()


def test_the_legend_leads_to_the_terms(page, export):
    opened(page, export)
    if page.locator(".legend.closed").count():
        page.locator(".legend-head").click()
    page.locator(".legend-terms").click()
    assert page.locator(".term-list").is_visible()
    assert page.locator("#atlas-about-terms h3").evaluate("(node) => node === document.activeElement")


def first_visit(page: Page, export: str) -> Page:
    opened(page, export, hint=True)
    page.locator(".hint").wait_for()
    return page


def test_first_steps_come_once_and_leave_the_time_bar_free(page, export):
    first_visit(page, export)
    for step, words in enumerate(("Move through time", "Ask the map", "See it otherwise"), 1):
        hint = page.locator(".hint")
        assert words in hint.inner_text()
        box, bar = hint.bounding_box(), page.locator("#atlas-bar").bounding_box()
        assert box["y"] + box["height"] <= bar["y"]
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]
        assert hint.get_attribute("data-step") == str(step)
        page.locator(".hint-next").click()
    assert page.locator(".hint").count() == 0
    page.reload()
    idle(page)
    assert page.locator(".hint").count() == 0
    page.locator("[data-tool=about]").click()
    page.locator(".drawer-about .plain-button").click()
    assert page.locator(".hint").is_visible()


def test_escape_ends_the_first_steps(page, export):
    first_visit(page, export)
    page.keyboard.press("Escape")
    assert page.locator(".hint").count() == 0
    page.reload()
    idle(page)
    assert page.locator(".hint").count() == 0


def test_no_first_steps_in_an_embed(page, export):
    opened(page, f"{export}?embed=1", hint=True)
    assert page.locator(".hint").count() == 0
