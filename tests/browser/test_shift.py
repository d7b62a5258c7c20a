"""What Python brings to a view that was opened directly takes its place, and moves nothing that was seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from engine.features import FEATURES
from tests.browser.conftest import Gate, Site, wait_until_ready
from tests.browser.watching import Watched

VIEWS = {
    **{each.name: f"#region-{each.name} > :not(.waiting)" for each in FEATURES if each.lazy and not each.within},
    "workload": ":nth-match(.workload .zones, 3)",
    "explore&mode=batch&pane=code": ".code:visible",
    "explore&mode=batch&failure=expired-batch&step=3": "[data-failure] svg.drawing",
}
"""The address of a view, and what it shows in the end."""

WATCH = """() => {
  window.shifts = new PerformanceObserver((list) => window.add(list.getEntries()));
  window.shifted = 0;
  window.add = (entries) => { for (const { value } of entries) window.shifted += value; };
  window.shifts.observe({ type: "layout-shift" });
}"""
SHIFTED = """() => { window.add(window.shifts.takeRecords()); return window.shifted; }"""
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""


def test_the_text_face_is_there_for_the_first_frame(watched: Callable[..., Watched], site: Site) -> None:
    """Chromium does not wait for it longer than a busy machine may take, so one first visit of ten is enough.

    Each needs a browser of its own: the next visit finds a face that came too late for the last one.
    """
    assert any(_face_is_there(watched().page, site) for _ in range(10))


def _face_is_there(page: Page, site: Site) -> bool:
    page.add_init_script(
        "requestAnimationFrame(() => { window.there = document.fonts.check('16px \"Source Sans 3\"'); })"
    )
    page.goto(site.address)
    return bool(page.evaluate("() => window.there && matchMedia('(device-posture: continuous)').matches"))


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_that_is_opened_directly_does_not_move_when_python_brings_it(
    watched: Callable[..., Watched], site: Site, size: str, view: str
) -> None:
    page, library = watched(size).page, Gate()
    page.route("**/library-*.bin", library)
    page.goto(f"{site.address}/#view={view}")
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    expect(page.locator("#sim")).to_have_attribute("data-view", view.partition("&")[0])
    page.evaluate(PAINTED)
    page.evaluate(WATCH)
    library.open()
    assert_comes_without_a_shift(page, VIEWS[view])


def assert_comes_without_a_shift(page: Page, there: str) -> None:
    """The view arrives, and by then less than a hundredth of what is seen has moved by its own size."""
    wait_until_ready(page)
    expect(page.locator(there).first).to_be_attached()
    page.evaluate(PAINTED)
    assert page.evaluate(SHIFTED) < 0.01


def test_an_embedded_page_has_its_smaller_head_before_python_is_there(
    watched: Callable[..., Watched], site: Site
) -> None:
    page, library = watched("frame").page, Gate()
    page.route("**/library-*.bin", library)
    page.goto(f"{site.address}/?embed=1")
    expect(page.locator("#sim")).to_have_attribute("data-embedded", "yes")
    page.evaluate(PAINTED)
    page.evaluate(WATCH)
    library.open()
    assert_comes_without_a_shift(page, ".profile")


@pytest.mark.parametrize("width", [684, 375, 320])
def test_ticks_of_an_earlier_visit_come_back_and_move_nothing(
    watched: Callable[..., Watched], site: Site, width: int
) -> None:
    page, library = watched("wide").page, Gate()
    page.set_viewport_size({"width": width, "height": 602})
    page.goto(site.address)
    wait_until_ready(page)
    page.locator('a[data-view="compare"]').click()
    page.locator('a[data-view="explore"]').click()
    expect(page.locator('.stop.done[data-view="compare"]')).to_be_visible()
    kept = "Object.values(localStorage).some((text) => text.includes('seen=compare'))"
    assert page.evaluate(kept)
    page.evaluate(
        "for (const name of Object.keys(localStorage)) localStorage[name] += '+explore+race+practice+workload'"
    )
    page.route("**/library-*.bin", library)
    page.reload()
    page.evaluate(PAINTED)
    assert page.locator(".stop.done").count() == 0, "the static page has no ticks"
    page.evaluate(WATCH)
    library.open()
    wait_until_ready(page)
    page.evaluate(PAINTED)
    assert page.locator(".stop.done").count() == 5
    assert page.evaluate(SHIFTED) == 0
