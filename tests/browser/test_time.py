"""The time control: a date typed, a track that zooms, steps of three lengths, a range of dates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import PHONE, WIDE, idle, opened, visit


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visit(browser, WIDE) as shown:
        yield shown


def typed(page: Page, text: str) -> None:
    page.locator(".when").click()
    page.locator("#atlas-date-text").fill(text)
    page.keyboard.press("Enter")
    idle(page)


def state(page: Page, *keys: str) -> list[str]:
    return [page.evaluate("(key) => Atlas.state.get()[key]", key) for key in keys]


@pytest.mark.parametrize(
    ("text", "date", "step"),
    [
        ("1931", "1931", "year"),
        ("1931-09", "1931-09", "month"),
        ("18 September 1931", "1931-09-18", "day"),
        ("1931年9月18日", "1931-09-18", "day"),
    ],
)
def test_a_typed_date_is_shown(page: Page, export: str, text: str, date: str, step: str) -> None:
    opened(page, export + "#1945")
    typed(page, text)
    assert state(page, "date", "step") == [date, step]
    assert f"#{date}/" in page.url
    expect(page.locator(".date-card")).to_be_hidden()
    expect(page.locator(".when")).to_be_focused()


def test_a_wrong_date_is_kept_and_told(page: Page, export: str) -> None:
    opened(page, export + "#1945")
    typed(page, "31 February 1931")
    field, wrong = page.locator("#atlas-date-text"), page.locator(".date-wrong")
    expect(field).to_have_value("31 February 1931")
    expect(field).to_be_focused()
    expect(wrong).to_contain_text("“31 February 1931”")
    assert field.get_attribute("aria-invalid") == "true"
    assert state(page, "date") == ["1945"]
    page.keyboard.type("1")  # what is typed next is no longer wrong until it is asked
    expect(wrong).to_be_empty()
    page.keyboard.press("Escape")
    expect(page.locator(".date-card")).to_be_hidden()
    expect(page.locator(".when")).to_be_focused()
    assert state(page, "date") == ["1945"]


def test_the_card_begins_with_the_date_shown_and_a_press_beside_it_leaves(page: Page, export: str) -> None:
    opened(page, export + "#1945-08-20?lang=ru")
    page.locator(".when").press("Enter")
    expect(page.locator("#atlas-date-text")).to_have_value("20 августа 1945 г.")
    page.keyboard.press("Enter")
    assert state(page, "date") == ["1945-08-20"]
    page.locator(".when").click()
    page.mouse.click(700, 400)
    expect(page.locator(".date-card")).to_be_hidden()


def test_by_touch_on_a_phone(browser: Browser, export: str) -> None:
    with visit(browser, PHONE, has_touch=True, is_mobile=True) as page:
        opened(page, export + "#1945")
        page.locator(".when").tap()
        page.locator("#atlas-date-text").fill("Sept 1931")
        page.locator(".date-show").tap()
        idle(page)
        assert state(page, "date") == ["1931-09"]
        page.locator(".when").tap()
        for name in (".when", ".date-show", ".date-card .close"):
            box = page.locator(name).bounding_box()
            assert box is not None
            assert box["height"] >= 40
            assert box["width"] >= 44
