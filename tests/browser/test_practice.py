"""Practice in a real browser: a whole run by keyboard, what stays, and what the page says where nothing can stay."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from engine.content.lazy_content import LazyContent
from tests.browser.conftest import SIZES, Open

NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } });
"""
START = "#view=practice"


def focused(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def tab_to(page: Page, wanted: Callable[[str], bool], most: int = 60) -> None:
    """Press Tab until the focus is where it is wanted."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted(focused(page)):
            return
    raise AssertionError(f"Tab does not lead there, but to {focused(page)!r}")


def press(page: Page, name: str) -> None:
    """Go to a button by keyboard and press it."""
    tab_to(page, lambda found: found == name)
    page.keyboard.press("Enter")


def answer(page: Page, fact: str) -> None:
    """Answer the first mode, with one fact marked, by keyboard."""
    tab_to(page, lambda found: found == f"fact-{fact}")
    page.keyboard.press("Space")
    tab_to(page, lambda found: found.startswith("choice-"))
    page.keyboard.press("Space")
    press(page, "practice-answer")


def test_a_whole_run_by_keyboard_ends_with_the_result(open_page: Open, lazy: LazyContent) -> None:
    page, answered = open_page(START), 0
    expect(page.locator("#practice h2")).to_have_text(next(iter(lazy.scenarios.values())).title)
    page.locator("#main").focus()
    for number, scenario in enumerate(lazy.scenarios.values(), 1):
        expect(page.locator("#practice h2")).to_have_text(scenario.title)
        if number <= 4:
            answer(page, scenario.facts[0])
            expect(page.locator("#feedback")).to_be_focused()
            answered += 1
        if not page.locator("#practice-next").count():
            press(page, "practice-show")
            expect(page.locator("#feedback")).to_be_focused()
        press(page, "practice-next")
    expect(page.locator("#practice-progress")).to_be_focused()
    expect(page.locator("#practice-progress h2")).to_have_text(lazy.messages("practice.result.finished"))
    expect(page.locator("#practice-progress .line").first).to_have_text(
        re.compile(rf"\d+ of {len(lazy.scenarios)} at the first try")
    )


def test_the_next_question_has_the_focus_so_that_a_screen_reader_reads_on(open_page: Open, lazy: LazyContent) -> None:
    page = open_page(START)
    page.locator("#practice-show").click()
    page.locator("#practice-next").click()
    expect(page.locator("#practice h2")).to_be_focused()
    expect(page.locator("#practice h2")).to_have_text(list(lazy.scenarios.values())[1].title)


def test_trying_again_leads_back_to_the_modes(open_page: Open, lazy: LazyContent) -> None:
    scenario = next(iter(lazy.scenarios.values()))
    poor = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "poor")
    page = open_page(START)
    page.locator("#fact-deadline").check()
    page.locator(f"#choice-{poor}").check()
    page.locator("#practice-answer").click()
    expect(page.locator("#feedback")).to_contain_text(scenario.choices[poor].text)
    page.locator("#practice-again").click()
    expect(page.locator("#choices")).to_be_focused()
    expect(page.locator(f"#choice-{poor}")).to_be_checked()


def test_an_unfinished_answer_is_met_with_words_and_keeps_the_focus(open_page: Open, lazy: LazyContent) -> None:
    page = open_page(START)
    page.locator("#practice-answer").click()
    expect(page.get_by_role("alert")).to_have_text(lazy.messages("practice.unfinished.mode"))
    expect(page.locator("#practice-answer")).to_be_focused()


def test_what_would_flip_it_is_picked_by_keyboard_and_keeps_the_focus(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds")
    page.locator("#practice-show").click()
    expect(page.locator(".option").first).to_be_visible()
    expect(page.locator("#feedback")).to_be_focused()
    tab_to(page, lambda found: found.startswith("flip-"))
    page.keyboard.press("Space")
    first = focused(page)
    page.keyboard.press("ArrowDown")
    assert focused(page) != first
    expect(page.locator(f"#{focused(page)}")).to_be_checked()
    name = page.locator(".option:has(:checked) .name").inner_text()
    expect(page.locator(".finding .effect strong")).to_contain_text(name)
    tipping = next(iter(scenario.tipping for scenario in lazy.scenarios.values() if scenario.tipping))
    page.locator(f"#flip-{tipping.facts[0]}").focus()
    page.keyboard.press("Space")
    expect(page.locator(".finding .effect strong")).to_contain_text("it tips the decision")
    expect(page.locator(".discussion")).to_have_text(tipping.discussion)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_pick_finds_is_in_sight_at_once(open_page: Open, size: str) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds", size)
    page.locator("#practice-show").click()
    for fact in ("deadline", "timeout", "partial"):
        page.locator(f"#flip-{fact}").click()
        expect(page.locator(".finding .effect")).to_be_in_viewport(ratio=1)
    expect(page.locator(".finding .swing")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", ["phone", "small"])
def test_on_a_phone_the_feedback_stands_above_the_facts(open_page: Open, size: str) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds", size)
    page.locator("#practice-show").click()
    expect(page.locator("#feedback-title")).to_be_in_viewport(ratio=1)
    tops = [
        page.locator(place).evaluate("(e) => e.getBoundingClientRect().top")
        for place in ("#practice h2", "#feedback", ".flips", "#practice-facts-list")
    ]
    assert tops == sorted(tops)


def test_progress_is_there_again_after_a_reload(open_page: Open) -> None:
    page = open_page(START)
    page.locator("#practice-show").click()
    expect(page.locator("#practice-result")).to_contain_text("1 of")
    page.reload()
    expect(page.locator("#practice-result")).to_contain_text("1 of")


def test_where_nothing_can_be_kept_the_page_says_so_and_goes_on(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("", ready=False)
    page.add_init_script(NO_STORAGE)
    page.goto(page.url.split("#")[0] + START)
    page.reload()
    expect(page.locator(".remark")).to_have_text(lazy.messages("practice.remarks.not_stored"))
    page.locator("#practice-show").click()
    expect(page.locator("#practice-result")).to_contain_text("1 of")


def test_a_link_opens_the_same_answers_and_leaves_ones_own_as_they_are(open_page: Open, lazy: LazyContent) -> None:
    page = open_page(START)
    page.locator("#practice-show").click()
    page.locator("#practice-result").click()
    link = str(page.locator("#practice-link").get_attribute("href"))
    there = open_page(link)
    expect(there.locator("#practice-progress .list li button").first).to_contain_text(
        lazy.messages("practice.states.poor")
    )
    expect(there.locator("#practice-own")).to_have_count(0)


def test_a_new_workload_is_the_same_for_whoever_opens_its_address(open_page: Open) -> None:
    page = open_page(f"{START}&seed=71&number=2")
    title, facts = page.locator("#practice h2").inner_text(), page.locator("#practice .facts").inner_text()
    page.reload()
    expect(page.locator("#practice h2")).to_have_text(title)
    assert page.locator("#practice .facts").inner_text() == facts


@pytest.mark.parametrize("size", SIZES)
def test_the_button_that_answers_is_in_sight_as_soon_as_the_question_is(open_page: Open, size: str) -> None:
    page = open_page(START, size)
    expect(page.locator("#practice-answer")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", SIZES)
def test_what_comes_of_an_answer_is_in_sight_when_it_comes(open_page: Open, size: str) -> None:
    page = open_page(START, size)
    page.locator("#practice-show").click()
    expect(page.locator("#feedback-title")).to_be_in_viewport()
    expect(page.locator("#practice-next")).to_be_in_viewport(ratio=1)
