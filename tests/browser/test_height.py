"""How high the lesson would like its frame to be, and that it says so."""

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.browser.books import Book
from tests.browser.conftest import OpenBook

SIZED = "width: 684px; height: auto; min-height: 602px; frame-sizing: content-height"
SCROLLERS = """() => [document.documentElement, ...document.querySelectorAll("body *")].filter((each) =>
  each.checkVisibility({ visibilityProperty: true }) && each.clientHeight && !each.matches("textarea, .unseen")
    && /auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight + 1)
  .map((each) => each.outerHTML.slice(0, 80))"""
PAINTED = "() => new Promise((then) => requestAnimationFrame(() => setTimeout(then)))"
CONTENT = "document.documentElement.scrollHeight"


def visit(frame: FrameLocator, name: str) -> None:
    """Go to a view, by the name of its link."""
    frame.locator(f'nav a[data-view="{name.lower()}"]').dispatch_event("click")
    expect(frame.locator("#sim")).to_have_attribute("data-view", name.lower())


def settled(book: Book) -> None:
    """What changed has been laid out, measured and told."""
    for _ in range(3):
        book.frame.locator("body").evaluate(PAINTED)


def test_every_view_at_every_width_asks_for_the_height_that_it_is_designed_for(open_book: OpenBook) -> None:
    book = open_book(other=True)
    for view in ("Compare", "Practice", "About", "Explore"):
        before = len(book.heights())
        visit(book.frame, view)
        settled(book)
        assert len(book.heights()) > before, view
    book.frame.get_by_role("radio", name="Batch").check()
    for width in ("375", "1200"):
        before = len(book.heights())
        book.page.locator("iframe").evaluate("(frame, width) => { frame.width = width }", width)
        settled(book)
        assert len(book.heights()) == before + 1
    assert set(book.heights()) == {602}
    subjects = book.page.evaluate(
        "heard.filter(({ subject }) => subject === 'lti.frameResize').map(({ height }) => height)"
    )
    assert subjects == book.heights()


def test_a_host_that_asks_for_it_hears_how_high_the_content_is_and_nothing_scrolls_inside(
    open_book: OpenBook,
) -> None:
    book = open_book("?height=content", other=True, attributes='width="375" height="602"')
    book.page.evaluate("""() => addEventListener("message", ({ data }) => {
      if (data.type === "microsim-resize") document.querySelector("iframe").height = data.height;
    })""")
    seen = set()
    for view in ("Compare", "Race", "Practice", "Workload", "About", "Explore"):
        book.frame.locator(f'nav a[data-view="{view.lower()}"]').dispatch_event("click")
        expect(book.frame.locator("#sim")).to_have_attribute("data-view", view.lower())
        expect(book.frame.locator(".waiting:visible")).to_have_count(0)
        settled(book)
        content = book.frame.locator("body").evaluate(f"() => {CONTENT}")
        assert abs(book.heights()[-1] - content) <= 1, view
        assert book.frame.locator("body").evaluate(SCROLLERS) == [], view
        seen.add(content)
    assert len(seen) > 3
    book.frame.get_by_role("radio", name="Batch").check()
    book.frame.get_by_role("radio", name="When it breaks").check()
    book.frame.locator(".choice button:visible >> nth=1").dispatch_event("click")
    expect(book.frame.locator("figure[data-failure]:visible")).to_have_count(1)
    settled(book)
    assert book.frame.locator("body").evaluate(SCROLLERS) == []


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_a_frame_that_the_browser_sizes_is_as_high_as_its_content(open_book: OpenBook, attributes: str) -> None:
    book = open_book(other=True, style=SIZED, attributes=attributes)
    if not book.page.evaluate("CSS.supports('frame-sizing', 'content-height')"):
        pytest.skip("this browser does not size frames")
    heights = set()
    for view in ("Compare", "About", "Explore"):
        visit(book.frame, view)
        settled(book)
        expect(book.page.locator("iframe")).to_have_css(
            "height", f"{book.frame.locator('body').evaluate(f'() => {CONTENT}')}px"
        )
        assert book.frame.locator("body").evaluate(SCROLLERS) == [], view
        heights.add(book.page.locator("iframe").evaluate("(frame) => frame.offsetHeight"))
    assert len(heights) == 3
    assert min(heights) < 700
    assert max(heights) > 1000
