"""What of Practice is in sight: a new question from its top, and what comes of a change while one slides."""

import pytest
from playwright.sync_api import Page, expect

from engine.content.lazy_content import LazyContent
from tests.browser.conftest import Open, OpenBook

START = "#view=practice"
SCROLLED = (
    """() => [...document.querySelectorAll("#main, #main *")].map((each) => each.scrollTop).filter((top) => top)"""
)


def show_and_go_on(page: Page) -> None:
    """Have the answer shown, read on to its end, and go on."""
    page.locator("#practice-show").click()
    expect(page.locator("#practice-next")).to_be_visible()
    page.evaluate("document.querySelectorAll('#main, #main *').forEach((each) => { each.scrollTop = 1e6; })")
    page.locator("#practice-next").click()
    expect(page.locator("#practice-answer")).to_be_visible()


@pytest.mark.parametrize("size", ["phone", "small", "frame", "window"])
def test_a_new_question_is_read_from_its_top(open_page: Open, lazy: LazyContent, size: str) -> None:
    page = open_page(START, size, has_touch=size in ("phone", "small"))
    for _ in range(3):
        show_and_go_on(page)
        expect(page.locator("#practice h2")).to_be_in_viewport(ratio=1)
        assert page.evaluate(SCROLLED) == []
    page.evaluate("location.hash = 'view=practice&scenario=chat'")
    expect(page.locator("#practice h2")).to_have_text(lazy.scenarios["chat"].title)
    assert page.evaluate(SCROLLED) == []


def test_in_a_book_a_new_question_moves_nothing_around_the_frame(open_book: OpenBook) -> None:
    book = open_book(START)
    book.frame.locator("#practice-show").click()
    book.frame.locator("#practice-next").click(no_wait_after=True)
    expect(book.frame.locator("#practice-answer")).to_be_visible()
    before = book.page.evaluate("scrollY")
    book.frame.locator("#practice-show").click()
    book.frame.locator("#practice-next").click()
    expect(book.frame.locator("#practice-answer")).to_be_visible()
    assert book.page.evaluate("scrollY") == before
