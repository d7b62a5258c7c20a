"""Where the keyboard goes on: no control takes the focus with it when it goes, and what has it is seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Gate, Open, Site, at_every_size, wait_until_ready
from tests.browser.walk import TROUBLE
from tests.browser.watching import Watched

PRACTICE = "#view=practice"
ASYNC = 'figure[data-mode="async"]:not([data-failure])'
RINGED = """(element) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return element.matches(":focus-visible") && outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
}"""
BEHIND_THE_BAR = """() => {
  const element = document.activeElement, bar = document.querySelector(".decide > .buttons");
  const [one, other] = [element.closest("label") ?? element, bar].map((each) => each.getBoundingClientRect());
  const apart = one.bottom <= other.top + 1 || one.top >= other.bottom - 1 || one.right <= other.left
    || one.left >= other.right;
  return [element.id, !apart && !bar.contains(element) && !element.contains(bar)];
}"""
"""What has the focus, and whether that is behind the bar of buttons."""
Press = Callable[[Locator], None]


def by_key(control: Locator) -> None:
    """Press a control as who uses the keyboard does."""
    control.focus()
    control.press("Enter")


def by_mouse(control: Locator) -> None:
    """Press a control as who uses the mouse does."""
    control.click()


def last_hint(page: Page, press: Press) -> None:
    press(page.locator("#practice-hint"))
    expect(page.locator("#practice-hints li")).to_have_count(1)
    press(page.locator("#practice-hint"))


def answer(page: Page, press: Press) -> None:
    page.locator("#fact-deadline").check()
    page.locator("#choice-batch").check()
    press(page.locator("#practice-answer"))


def try_again(page: Page, press: Press) -> None:
    answer(page, press)
    press(page.locator("#practice-again"))


def next_question(page: Page, press: Press) -> None:
    page.locator("#practice-show").click()
    press(page.locator("#practice-next"))


def start_again(page: Page, press: Press) -> None:
    page.locator("#practice-show").click()
    page.locator("#practice-result").click()
    press(page.locator("#practice-leave"))


def keep_the_answers(page: Page, press: Press) -> None:
    start_again(page, press)
    press(page.locator("#practice-keep"))


def forget_the_answers(page: Page, press: Press) -> None:
    start_again(page, press)
    press(page.locator("#practice-restart"))


def own_order(page: Page, press: Press) -> None:
    page.locator("#practice-result").click()
    page.locator("#practice-shuffle").click()
    press(page.locator("#practice-order"))


def dismiss(page: Page, press: Press) -> None:
    press(page.get_by_role("button", name="Dismiss"))


def see_it_race(page: Page, press: Press) -> None:
    press(page.get_by_role("link", name="Watch it race"))


def cell(row: int, column: int) -> Callable[[Page, Press], None]:
    """A way from the table of Compare."""
    return lambda page, press: press(page.locator(".comparison tbody tr").nth(row).locator("a").nth(column))


@pytest.mark.parametrize("press", [by_key, by_mouse])
@pytest.mark.parametrize(
    ("address", "size", "way", "there", "then"),
    [
        (PRACTICE, "wide", last_hint, "#practice-hints li:last-child", "#practice-all-facts summary"),
        (PRACTICE, "wide", answer, "#feedback", ".confirm a >> nth=0"),
        (PRACTICE, "wide", try_again, "#choices", "#choice-batch"),
        (PRACTICE, "wide", next_question, "#practice h2", "#fact-requests"),
        (PRACTICE, "wide", start_again, ".sure p", "#practice-restart"),
        (PRACTICE, "wide", keep_the_answers, "#practice-leave", "#practice-shuffle"),
        (PRACTICE, "wide", forget_the_answers, "#practice h2", "#fact-times_a_day"),
        (PRACTICE, "wide", own_order, "#practice-shuffle", ".practice-progress .list li button >> nth=0"),
        ("?mode=carrier-pigeon", "wide", dismiss, "#main", "#region-modes :checked"),
        ("#view=workload", "wide", see_it_race, ".race h2 >> nth=0", "#race-scenario"),
        ("#view=compare", "wide", cell(2, 0), '#region-modes [value="async"]', '[name="pane"]:checked'),
        ("#view=compare", "wide", cell(2, 1), "#async-price h3", "#async-price a >> nth=0"),
        ("#view=compare", "wide", cell(2, 3), f"{ASYNC} .canvas", ".take button >> nth=0"),
        ("#view=compare", "phone", cell(2, 3), f"{ASYNC} .canvas", ".take button >> nth=0"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_focus_goes_on_from_where_something_new_is_and_only_the_keyboard_shows_its_ring(
    open_page: Open, press: Press, address: str, size: str, way: Callable[[Page, Press], None], there: str, then: str
) -> None:
    page = open_page(address, size)
    way(page, press)
    place = page.locator(there)
    expect(place).to_be_focused()
    if there != ".race h2 >> nth=0":
        assert place.evaluate(RINGED) == (press is by_key)
        expect(place).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(then)).to_be_focused()


def test_what_arrives_later_leaves_what_is_being_read_where_it_is(watched: Callable[..., Watched], site: Site) -> None:
    page, lazy = watched().page, Gate()
    page.route("**/lazy-*.bin", lazy)
    page.goto(f"{site.address}/#view=compare")
    wait_until_ready(page)
    cell(2, 1)(page, by_mouse)
    cost = page.locator("#async-price h3")
    expect(cost).to_be_in_viewport()
    lazy.open()
    expect(page.locator("#region-code-async pre")).to_have_count(1)
    expect(cost).to_be_in_viewport()
    expect(cost).to_be_focused()


def test_the_race_is_ringed_where_its_unseen_heading_has_the_focus(open_page: Open) -> None:
    page = open_page("#view=workload")
    by_key(page.get_by_role("link", name="Watch it race"))
    expect(page.locator(".race h2").first).to_be_focused()
    expect(page.locator(".race")).to_have_css("outline-style", "solid")
    page.keyboard.press("Tab")
    expect(page.locator(".race")).to_have_css("outline-style", "none")


def test_another_view_leaves_the_focus_on_the_link_that_leads_there(open_page: Open) -> None:
    page = open_page()
    for view in ("Compare", "Race", "Practice", "About", "Explore"):
        by_key(page.locator(f'nav a[data-view="{view.lower()}"]'))
        expect(page.locator("#sim")).to_have_attribute("data-view", view.lower())
        expect(page.locator(f'nav a[data-view="{view.lower()}"]')).to_be_focused()


@pytest.mark.parametrize("stage", ["asked", "told"])
def test_nothing_that_has_the_focus_is_behind_the_bar_of_buttons(open_page: Open, stage: str) -> None:
    page = open_page("#view=practice&scenario=document-summary")
    if stage == "asked":
        for fact in range(3):
            page.locator('.cards input[id^="fact-"]').nth(fact).check()
        expect(page.locator("#practice-marked")).not_to_be_empty()
    else:
        page.locator("#practice-show").click()
        expect(page.locator("#feedback")).to_be_focused()
        page.locator("#if-timeout").press("End")
        expect(page.locator("#practice-turn .turned")).to_be_visible()
    for size in at_every_size(page):
        page.locator("#main").focus()
        reached = set()
        for key in ("Tab", "Shift+Tab"):
            for _ in range(45):
                page.keyboard.press(key)
                focused, behind = page.evaluate(BEHIND_THE_BAR)
                assert not behind, (size, page.evaluate("document.activeElement.outerHTML"))
                reached.add(focused)
        assert reached >= (
            {"practice-answer", "fact-timeout", "sure-1"} if stage == "asked" else {"practice-next", "if-timeout"}
        ), size


def test_each_mode_has_a_radio_of_the_same_size(open_page: Open) -> None:
    page = open_page(PRACTICE, "small")
    expect(page.locator("#choices input")).to_have_count(4)
    sizes = page.locator("#choices input").evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().width)")
    assert len(set(sizes)) == 1
    beyond = "(all) => all.filter((e) => e.scrollWidth > e.clientWidth).length"
    assert page.locator("#choices label").evaluate_all(beyond) == 0


FAILURE = "#view=explore&mode=batch&failure=expired-batch&step=2"
LEFT_BEHIND = (
    ("#view=explore&mode=sync", ".player-region .next", "#view=practice&page=result"),
    ("#view=practice&scenario=document-summary", "#fact-deadline", "#view=practice&page=result"),
    ("#view=practice&scenario=thirty-seconds", "#practice-answer", "#view=explore&mode=batch&step=3"),
    ("#view=explore&mode=batch&step=3", 'figure[data-mode="batch"] .canvas', "#"),
    ("#view=explore&mode=batch", 'figure:not([data-failure])[data-mode="batch"] .canvas', FAILURE),
    (FAILURE, "[data-failure] .walk .next", "#view=explore&mode=async"),
    ("#view=about", ".about button", "#"),
)
"""Where a control has the focus, and the address that then takes it away."""


def test_an_address_that_takes_the_focused_control_away_leads_the_focus_on(open_page: Open) -> None:
    page = open_page()
    for start, control, then in LEFT_BEHIND:
        page.evaluate("(address) => { location.hash = address }", start)
        place = page.locator(control).locator("visible=true").first
        place.focus()
        expect(place).to_be_focused()
        page.evaluate("(address) => { location.hash = address }", then)
        expect(page.locator(control).and_(page.locator(":focus"))).to_have_count(0)
        expect(page.locator("main:focus, main :focus")).to_have_count(1)
        assert page.evaluate(TROUBLE) == [], (start, then)
        page.keyboard.press("ArrowRight")
        expect(page.locator("main:focus, main :focus")).to_have_count(1)


def test_a_new_view_that_has_the_focus_is_not_ringed_unless_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.evaluate("() => { location.hash = 'view=compare' }")
    expect(page.locator("main:focus")).to_have_count(1)
    assert not page.locator("main").evaluate(RINGED)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#sim")).to_have_attribute("data-view", "about")
    page.evaluate("() => { document.activeElement.blur(); location.hash = 'view=compare' }")
    expect(page.locator("main:focus")).to_have_count(1)
    assert page.locator("main").evaluate(RINGED)


def test_only_what_a_reader_can_scroll_is_scrolled(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&step=8")
    for width, height in ((684, 602), (700, 500), (800, 602), (1280, 800), (500, 400), (1600, 900), (700, 500)):
        page.set_viewport_size({"width": width, "height": height})
        for address in ("mode=async&part=avoid", "mode=batch&step=11", "mode=async&part=engineering"):
            page.evaluate("(address) => { location.hash = `#view=explore&${address}` }", address)
            expect(page.locator("#sim")).to_have_attribute("data-mode", address[5:].partition("&")[0])
            assert page.evaluate(TROUBLE) == [], (width, address)
            expect(page.locator("#region-header")).to_be_in_viewport()
