"""A day's map shows that day: nothing still to come, no card of what is gone, doubt on the holder's land."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import opened, visit

DAYS = [f"{year}-{month:02d}-10" for year in range(1900, 1992) for month in (1, 8)]
DAYS += ["1931-09-17", "1945-07-10", "1945-08-02", "1945-08-15"]
# What is drawn on a day that is not of it: [day, id, why].
LATE = """(days) => {
  const found = [];
  for (const date of days) {
    Atlas.state.set({ date });
    const { day } = Atlas.view;
    for (const f of Atlas.scene.marks.drawn.keys()) if (f.start > day) found.push([date, f.id, "mark"]);
    for (const f of Atlas.scene.lands.placed.keys()) if (f.start > day || f.end <= day) found.push([date, f.id, "land"]);
    for (const { others } of Atlas.scene.marks.drawn.values())
      for (const one of others) if (one.feature.start > day) found.push([date, one.feature.id, "spot"]);
  }
  return found;
}"""
# [day, id, owner, other] of a land that is drawn with a fringe on some day of doubt.
FRINGED = """() => {
  const found = [];
  for (const { features: list } of [Atlas.scene.doubts]) for (const { feature, start } of list) {
    const iso = String(start).replace(/(....)(..)(..)/, "$1-$2-$3");
    Atlas.state.set({ date: iso });
    const [owner, , , , other] = Atlas.scene.lands.placed.get(feature).split("|");
    if (other) found.push([iso, feature.id, owner, other]);
    if (found.length === 5) break;
  }
  return found;
}"""


@pytest.fixture
def page(browser) -> Iterator[Page]:
    with visit(browser, {"width": 1280, "height": 800}) as shown:
        yield shown


def state(page: Page) -> dict[str, Any]:
    return page.evaluate("Atlas.state.get()")


def test_nothing_later_than_the_day_is_drawn(page, export):
    opened(page, export + "#1945-08-20/44/122/5")
    assert page.evaluate("Atlas.scene.marks.drawn.size") > 5
    assert page.evaluate(LATE, DAYS) == []


def test_the_last_weeks_are_strong_and_the_year_before_that_pale(page, export):
    opened(page, export + "#1945-08-20/44/122/5")
    faded = (
        """() => [...Atlas.scene.marks.drawn.values()].map(({ feature, faded }) => [feature.end, faded])"""
    )
    drawn = page.evaluate(faded)
    assert {True, False} == {pale for _, pale in drawn}
    assert all(pale == (end <= 19450722) for end, pale in drawn)
    assert min(end for end, _ in drawn) > 19450101


def test_a_change_in_doubt_is_a_fringe_on_the_holders_land(page, export):
    opened(page, export + "#1934/44/100/4")
    fringed = page.evaluate(FRINGED)
    assert len(fringed) == 5
    for day, one, owner, other in fringed:
        page.evaluate("(date) => Atlas.state.set({ date })", day)
        held = page.evaluate(
            "(id) => [Atlas.model.get(id).start, Atlas.model.get(id).end, Atlas.view.day]", one
        )
        assert held[0] <= held[2] < held[1]
        assert owner != other
        page.evaluate("(id) => Atlas.openPopup(Atlas.model.get(id))", one)
        expect(page.locator(".atlas-popup .facts")).to_contain_text("passed")


def test_before_a_war_no_land_bears_the_name_of_its_occupier(page, export):
    opened(page, export + "#1931-09-17/44/122/5")
    named = "() => [...Atlas.scene.landsNow()].map((f) => f.names.en).join('|')"
    assert "Kwantung Army" not in page.evaluate(named)
    page.evaluate("Atlas.state.set({ date: '1945-07-10' })")
    assert "Soviet occupation" not in page.evaluate(named)


def test_a_card_goes_with_what_it_describes(page, export):
    opened(page, export + "#1945-08-20/44/122/5")
    page.evaluate("Atlas.select('mudanjiang-1945', { popup: true })")
    expect(page.locator(".atlas-popup")).to_be_visible()
    page.evaluate("Atlas.state.set({ date: '1945-08-30' })")
    expect(page.locator(".atlas-popup")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("Atlas.select('mudanjiang-1945', { popup: true })")
    page.evaluate("Atlas.state.set({ date: '1900' })")
    expect(page.locator(".atlas-popup")).to_have_count(0)
    assert state(page)["sel"] == ""


@pytest.mark.parametrize(
    ("link", "date"),
    [("#1945-08-20/44/122/5?sel=mudanjiang-1945", "1945-08-20"), ("?sel=mudanjiang-1945", "1945-08-12")],
)
def test_a_link_opens_the_card_rings_and_shows_it(page, export, link, date):
    opened(page, export + link)
    expect(page.locator(".atlas-popup h2")).to_contain_text("Mudanjiang")
    expect(page.locator("circle.highlight")).to_have_count(1)
    assert state(page)["date"] == date
    assert page.evaluate(
        "Atlas.map.getBounds().contains(Atlas.model.get('mudanjiang-1945').point.toReversed())"
    )


def test_a_link_to_what_is_not_of_its_day_selects_nothing(page, export):
    opened(page, export + "#1929/44/122/5?sel=mudanjiang-1945")
    expect(page.locator(".atlas-popup")).to_have_count(0)
    assert state(page)["sel"] == ""


def test_what_is_still_to_come_that_year_is_folded(page, export):
    opened(page, export + "#1931-09-17")
    panel = page.locator(".panel-brief")
    expect(panel).to_contain_text("1931 so far, to 17 September 1931")
    expect(panel).not_to_contain_text("Mukden", use_inner_text=True)
    later = panel.locator(".later")
    later.locator("summary").click()
    expect(later).to_contain_text("Mukden", use_inner_text=True)
    days = later.locator("time").all_inner_texts()
    assert len(days) > 5
    assert not [day for day in days if any(month in day for month in ("Jan", "Feb", "Mar", "Apr", "May"))]
    opened(page, export + "#1931")
    expect(panel.locator(".later")).to_have_count(0)
    expect(panel).to_contain_text("Mukden", use_inner_text=True)


def test_a_phone_sheet_is_named_by_what_has_come(page, export):
    page.set_viewport_size({"width": 390, "height": 844})
    handle = page.locator("#atlas-panel .handle, .handle").first
    opened(page, export + "#1901-01-01")
    expect(handle).to_contain_text("1901 so far, to 1 January 1901")
    opened(page, export + "#1901-12-31")
    expect(handle).to_contain_text("Boxer protocol")
    opened(page, export + "#1901")
    expect(handle).to_contain_text("Boxer protocol")
