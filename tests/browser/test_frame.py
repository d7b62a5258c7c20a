"""The page around the lesson is not ours: it is not moved, not kept from scrolling, and keeps focus and history."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import OpenBook
from tests.browser.walk import TROUBLE

FAR_DOWN = 3000
ADDRESSES = {
    "#view=explore&mode=batch&step=8": 'figure[data-mode="batch"] svg [data-step="8"]',
    "#view=explore&mode=async&part=use": "#async-use h3",
    "#view=explore&mode=batch&failure=expired-batch&step=3": "[data-failure] svg.drawing",
    "#view=practice&scenario=thirty-seconds": "#practice h2",
    "#view=practice&page=result": "#practice-progress",
    "#view=explore&mode=async&step=11": 'figure[data-mode="async"] svg [data-step="11"]',
}
"""Where a book may lead its frame, and what is then to be seen there."""
INSIDE = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


@pytest.mark.parametrize("other", [False, True], ids=["own origin", "other origin"])
def test_the_book_stays_where_it_is_and_keeps_its_focus(open_book: OpenBook, other: bool) -> None:
    book = open_book(next(iter(ADDRESSES)), other=other, above=FAR_DOWN)
    page, frame = book.page, book.frame
    for address, there in ADDRESSES.items():
        if other and "failure" in address:
            continue  # in an unseen frame of another origin the browser is never idle, so the lazy features are not there
        book.go(address)
        place = frame.locator(there)
        expect(place).to_be_visible()
        poll(page, lambda place=place: place.evaluate(INSIDE))  # type: ignore[misc]
        assert frame.locator("body").evaluate(TROUBLE) == [], address
        assert page.evaluate("[scrollY, document.activeElement.tagName]") == [0, "BODY"], address
    page.clock.install()
    frame.locator(".player-region .play").dispatch_event("click")
    expect(frame.locator("#sim")).to_have_attribute("data-step", "1")
    page.clock.run_for(60_000)
    expect(frame.locator("#sim")).to_have_attribute("data-step", re.compile("[2-9]"))
    assert page.evaluate("[scrollY, document.activeElement.tagName]") == [0, "BODY"]


def poll(page: Page, true: Callable[[], bool]) -> None:
    """Wait, a frame at a time, until something is true."""
    for _ in range(600):
        if true():
            return
        page.evaluate("new Promise((then) => requestAnimationFrame(then))")
    raise AssertionError


@pytest.mark.parametrize("width", [684, 800])
def test_at_the_end_of_the_lesson_the_wheel_and_the_finger_move_the_book(open_book: OpenBook, width: int) -> None:
    book = open_book(attributes=f'width="{width}" height="602" scrolling="no"', other=True, options={"has_touch": True})
    page, frame = book.page, book.frame
    touch = page.context.new_cdp_session(page)
    for view, place in (
        ("explore", ".stage"),
        ("compare", ".figures"),
        ("race&scenario=thirty-seconds", ".race"),
        ("workload", ".inputs .field"),
        ("practice&page=result", ".practice-progress"),
    ):
        book.go(f"#view={view}")
        expect(frame.locator(place).first).to_be_visible()
        for move in (partial(page.mouse.wheel, 0, 2000), partial(swipe, touch)):
            page.evaluate("scrollTo(0, 0)")
            page.mouse.move(80, 300)
            for _ in range(60):
                move()
                page.evaluate("new Promise((then) => requestAnimationFrame(then))")
                if page.evaluate("scrollY"):
                    break
            assert page.evaluate("scrollY"), view


def swipe(touch: CDPSession) -> None:
    """Move a finger up over the frame."""

    def send(kind: str, *at: int) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": 80, "y": y} for y in at]})

    send("touchStart", 550)
    for y in range(500, 50, -100):
        send("touchMove", y)
    send("touchEnd")


def test_views_and_modes_make_no_entry_in_the_history_of_the_book(open_book: OpenBook) -> None:
    book = open_book(other=True, python=False)
    page, frame = book.page, book.frame
    length = page.evaluate("history.length")
    for names in (("Compare", "About"), ("Practice", "Compare", "Explore")):
        for name in names:
            frame.locator(f'nav a[data-view="{name.lower()}"]').click()
            expect(frame.locator("#sim")).to_have_attribute("data-view", name.lower())
        if names[0] == "Compare":
            book.let_python_come()
            expect(frame.locator("html")).to_have_attribute("data-python", "ready")
    frame.locator(".profile:visible a >> nth=1").click()
    expect(frame.locator("#sim")).to_have_attribute("data-mode", "sync")
    assert page.evaluate("history.length") == length
    source = frame.locator('.guide a[href^="https:"]:visible').first
    go_nowhere = "(link) => { link.onclick = (event) => event.preventDefault(); link.click(); return link.target; }"
    assert source.evaluate(go_nowhere) == "_blank"
