"""A page that is used again (tests/browser/visits.py) shows what a page of its own shows, and one that is spoilt is not used."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SIZES, Open, wait_until_ready
from tests.browser.visits import Visits

PLACES = ("", "#view=explore&mode=batch&step=3", "#view=compare", "#view=race", "#view=practice", "#view=workload")
TOLD = """() => {
  const whole = (element) => `${element.tagName} ${[...element.attributes].map(({ name, value }) => `${name}=${value}`)
    .sort().join(" ")}`;
  const controls = "input, select, textarea, details, dialog, progress";
  const properties = ["value", "checked", "open", "indeterminate", "disabled"];
  const place = (node) => node.nodeType === Node.TEXT_NODE ? node.data.trim() : node.nodeType !== Node.ELEMENT_NODE ? ""
    : [whole(node), node.scrollTop, node.scrollLeft, node.matches(controls) && properties.map((name) => node[name]),
      ...[...node.childNodes].map(place).filter(Boolean)];
  return {
    html: whole(document.documentElement), title: document.title, body: place(document.body),
    head: [...document.head.children].filter((each) => each.matches("style, link[rel=stylesheet]")).map(whole),
    address: location.href, stored: { ...localStorage }, session: { ...sessionStorage },
    focused: document.activeElement.outerHTML.slice(0, 200), hovered: document.querySelectorAll(":hover").length,
  };
}"""
"""All that can be seen, typed or found of a page."""


def told(page: Page) -> object:
    """What a page shows once nothing is under way."""
    expect(page.locator(".waiting:visible")).to_have_count(0)
    page.evaluate("() => document.fonts.ready.then(() => {})")
    before, now = None, page.evaluate(TOLD)
    while before != now:
        before = now
        page.evaluate("() => new Promise((then) => requestIdleCallback(then, { timeout: 300 }))")
        now = page.evaluate(TOLD)
    return now


def use(page: Page) -> None:
    """All that one can leave in the lesson: steps, annotations, answers, a race, a workload, a notice, a scroll."""
    for annotation in ("Latency", "Cost", "As text"):
        page.get_by_role("checkbox", name=annotation).check()
    page.get_by_role("radio", name="Batch").check()
    page.get_by_role("button", name="Next").press("Enter")
    page.locator('nav a[data-view="compare"]').click()
    page.locator(".comparison").hover()
    page.mouse.wheel(0, 400)
    page.get_by_role("radio", name="Nightly classification").check()
    page.locator('nav a[data-view="race"]').press("Enter")
    page.get_by_role("radio", name="Async").check()
    page.get_by_role("button", name="Play", exact=True).click()
    page.locator('nav a[data-view="practice"]').click()
    page.locator("#practice-show").click()
    expect(page.locator("#practice-next")).to_be_visible()
    page.locator('nav a[data-view="workload"]').click()
    page.get_by_role("textbox", name="Rate limit").fill("soon")
    expect(page.locator("[aria-invalid]")).to_be_visible()
    page.evaluate("() => { document.querySelectorAll('details').forEach((each) => { each.open = true }) }")
    page.evaluate("() => { location.hash = 'view=explore&mode=batch&failure=lost-webhook' }")
    expect(page.locator(".notice")).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
def test_a_visit_in_a_page_that_was_used_is_like_one_in_a_page_of_its_own(
    open_page: Open, visits: Visits, place: str
) -> None:
    first = visits.begin("", SIZES["phone"], {"reduced_motion": "reduce", "color_scheme": "dark"})
    use(first.page)
    visits.end(first, spoiled=False)
    again = open_page(place)
    assert again is first.page
    found, alone = told(again), told(open_page(place, fresh=True))
    assert found == alone


def test_a_page_in_which_a_test_left_something_is_not_used_again(visits: Visits) -> None:
    for leave in ("() => { window.mine = 1 }", "() => { location.reload() }", "() => { window.sim.fail('', '') }"):
        spoilt = visits.begin("", SIZES["wide"], {})
        spoilt.page.evaluate(leave)
        wait_until_ready(spoilt.page) if "reload" in leave else None
        visits.end(spoilt, spoiled=False)
        assert spoilt.page.is_closed(), leave


def test_a_page_in_which_a_test_failed_is_not_used_again(visits: Visits) -> None:
    kept = visits.begin("", SIZES["wide"], {})
    visits.end(kept, spoiled=True)
    assert kept.page.is_closed()
