"""Text twice as large and a page zoomed to four times its size: all is read by scrolling, and little is covered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.features import FEATURES, views
from tests.browser.conftest import EVERY_SIZE, Open, Site, wait_until_ready
from tools import browser

FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
MAY_BE_WIDE = ".comparison, .race .numbers, .canvas"
"""Tables and drawings, which scroll sideways by themselves where there is no room for them."""
ZOOMED = ((320, 256), (171, 150))
"""What a window of 1280 × 1024 holds at 400 %, and a textbook's frame of 684 × 602."""
DEEPER = (
    ("explore&mode=async&step=3", ".explanation"),
    ("explore&mode=batch&failure=expired-batch&step=2", "[data-failure] svg.drawing"),
    ("explore&mode=async&pane=code", ".code:visible"),
    ("race&days=many", ".race .numbers"),
    ("practice&page=result", ".practice-progress"),
)
"""What a view holds deeper down, and what shows that it is there."""
COVERED = """() => {
  const sticky = [...document.querySelectorAll("#sim, #sim *:not(svg *)")].filter((element) =>
    getComputedStyle(element).position === "sticky" && element.checkVisibility({ checkVisibilityCSS: true }));
  const main = document.querySelector("main"), scrolls = getComputedStyle(main).overflowY === "visible";
  const head = scrolls ? 0 : document.querySelector(".page-header").offsetHeight;
  const foot = sticky.filter((each) => each.matches(".player-region, .explanation-region, .buttons, .walk, .legend"));
  return (head + foot.reduce((sum, each) => sum + each.offsetHeight, 0)) / innerHeight;
}"""
"""The part of the window that the head takes, and what stays at the bottom."""


@pytest.fixture
def twice(chromium: Browser, site: Site) -> Iterator[Page]:
    """The page as a reader sees it whose browser sets text twice as large: what is in `em` follows."""
    args = [*browser.FLAGS, "--blink-settings=defaultFontSize=32"]
    with chromium.browser_type.launch(executable_path=browser.path(), args=args) as large:
        page = large.new_page()
        page.goto(site.address)
        wait_until_ready(page)
        yield page


def test_text_may_be_twice_as_large(twice: Page) -> None:
    size = twice.locator(".guide .lead:visible").evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
    assert size >= 26
    for state in shown(twice):
        assert_fits(twice, state, EVERY_SIZE)


def test_a_page_may_be_zoomed_to_four_times_its_size(open_page: Open) -> None:
    page = open_page()
    for state in shown(page):
        assert_fits(page, state, ZOOMED)


def shown(page: Page) -> Iterator[str]:
    """Leads the page through every view, and into it."""
    addresses = [(view, f'#sim[data-view="{view}"]') for view in views(tuple(feature.name for feature in FEATURES))]
    for view, there in (*addresses, *DEEPER):
        page.set_viewport_size({"width": 800, "height": 602})
        page.evaluate("(view) => { location.hash = `#view=${view}` }", view)
        expect(page.locator(there).locator("visible=true").first).to_be_visible()
        expect(page.locator(".waiting:visible")).to_have_count(0)
        yield view


def assert_fits(page: Page, state: str, sizes: tuple[tuple[int, int], ...] | list[tuple[int, int]]) -> None:
    """Nothing is cut off or too small at any size, and less than two thirds of the window stays where it is."""
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(FAULTS, MAY_BE_WIDE) == [], (state, width, height)
        covered = page.evaluate(COVERED)
        assert covered < 0.67, (state, width, height, covered)
