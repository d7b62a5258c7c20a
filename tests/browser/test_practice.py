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


def title(lazy: LazyContent, name: str) -> str:
    """What stands over a scenario: its own title, or over the case that is argued that no answer is right."""
    scenario = lazy.scenarios[name]
    return lazy.messages("practice.argue.title") if scenario.questions else scenario.title


def told(lazy: LazyContent, name: str) -> str:
    """What has the focus once an answer was shown: the reasons where the case is argued, which stand first there."""
    return "#reasons" if lazy.scenarios[name].questions else "#feedback"


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


def press_there(page: Page, name: str) -> None:
    """Press a button that a keyboard has reached."""
    page.locator(f"#{name}").press("Enter")


def answer(page: Page, fact: str) -> None:
    """Answer the first mode, with one fact marked, by keyboard."""
    tab_to(page, lambda found: found == f"fact-{fact}")
    page.keyboard.press("Space")
    tab_to(page, lambda found: found.startswith("choice-"))
    page.keyboard.press("Space")
    press(page, "practice-answer")


def test_a_whole_run_by_keyboard_ends_with_the_result(open_page: Open, lazy: LazyContent) -> None:
    """The first four, what comes back of them and the argued one by Tab alone; the others, which are alike, from the button."""
    page = open_page(START)
    expect(page.locator("#practice h2")).to_have_text(title(lazy, next(iter(lazy.scenarios))))
    page.locator("#main").focus()
    for number, (name, scenario) in enumerate(lazy.scenarios.items(), 1):
        while page.locator("#practice .here").inner_text() == lazy.messages("practice.here.repeat"):
            press(page, "practice-show")
            press(page, "practice-next")
        expect(page.locator("#practice h2")).to_have_text(title(lazy, name))
        if number <= 4:
            answer(page, scenario.facts[0])
            expect(page.locator("#feedback")).to_be_focused()
        go = press if number <= 5 or scenario.questions else press_there
        if not page.locator("#practice-next").count():
            go(page, "practice-show")
            expect(page.locator(told(lazy, name))).to_be_focused()
        go(page, "practice-next")
    while not page.locator("#practice-progress").count():
        press(page, "practice-show")
        press(page, "practice-next")
    expect(page.locator("#progress-title")).to_be_focused()
    expect(page.locator("#practice-progress h2")).to_have_text(lazy.messages("practice.result.finished"))
    expect(page.locator("#practice-progress .line").first).to_have_text(
        re.compile(r"\d+ of \d+ right at the first try")
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


def test_what_would_flip_it_is_slid_and_switched_by_keyboard_and_keeps_the_focus(
    open_page: Open, lazy: LazyContent
) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds")
    page.locator("#practice-show").click()
    expect(page.locator("#if-timeout")).to_be_visible()
    expect(page.locator(told(lazy, "thirty-seconds"))).to_be_focused()
    tab_to(page, lambda found: found == "if-timeout")
    page.keyboard.press("End")
    assert focused(page) == "if-timeout"
    expect(page.locator("#practice-turn")).to_contain_text("Now Sync is best.")
    page.keyboard.press("Home")
    expect(page.locator("#practice-turn")).to_contain_text("is still best.")
    page.locator("#if-partial-yes").focus()
    page.keyboard.press("Space")
    expect(page.locator("#practice-turn")).to_contain_text("Now Streaming is best.")
    expect(page.locator("#if-partial-yes")).to_be_focused()
    page.locator("#practice-discussion summary").press("Enter")
    tipping = next(iter(scenario.tipping for scenario in lazy.scenarios.values() if scenario.tipping))
    expect(page.locator("#practice-discussion p")).to_have_text(tipping.discussion)


def test_in_a_frame_brief_cards_modes_and_the_button_are_seen_without_scrolling(
    open_page: Open, lazy: LazyContent
) -> None:
    page = open_page(START)
    for name in lazy.scenarios:
        page.evaluate("(name) => { location.hash = `view=practice&scenario=${name}` }", name)
        expect(page.locator("#practice h2")).to_have_text(title(lazy, name))
        for size in ("wide", "frame"):
            page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
            for place in (".brief h2", ".brief .situation", ".cards", "#choices", ".sure-levels", "#practice-answer"):
                expect(page.locator(place), f"{name}, {size}: {place}").to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", ["phone", "small", "wide"])
def test_the_question_stays_in_sight_while_one_scrolls(open_page: Open, size: str) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds", size)
    page.locator("#practice-all-facts summary").click()
    for place in ("#practice-all-facts dl > div >> nth=-1", "#sure-3"):
        page.locator(place).scroll_into_view_if_needed()
        expect(page.locator("#practice h2")).to_be_in_viewport(ratio=1)


def test_all_facts_stay_open_while_one_chooses(open_page: Open) -> None:
    page = open_page(START)
    page.locator("#practice-all-facts summary").click()
    page.locator("#choice-batch").check()
    expect(page.locator("#practice-all-facts dl")).to_be_visible()


def test_going_on_from_the_result_finds_the_question_as_it_was_left(open_page: Open) -> None:
    page = open_page("#view=practice&seed=71&number=2")
    page.locator("#choice-batch").check()
    page.locator("#sure-2").check()
    page.locator("#practice-result").click()
    page.locator("#practice-back").click()
    expect(page.locator("#choice-batch")).to_be_checked()
    expect(page.locator("#sure-2")).to_be_checked()
    expect(page.locator(".dots li")).to_have_count(10)


@pytest.mark.parametrize("size", ["phone", "small"])
def test_on_a_phone_the_feedback_stands_above_the_facts(open_page: Open, size: str) -> None:
    page = open_page(START, size)
    page.locator("#practice-show").click()
    expect(page.locator("#feedback-title")).to_be_in_viewport(ratio=1)
    tops = [
        page.locator(place).evaluate("(e) => e.getBoundingClientRect().top")
        for place in ("#practice h2", "#feedback", ".flips", "#practice-all-facts")
    ]
    assert tops == sorted(tops)


def test_progress_is_there_again_after_a_reload(open_page: Open) -> None:
    page = open_page(START)
    page.locator("#practice-show").click()
    expect(page.locator("#practice-result")).to_contain_text("1 of")
    page.reload()
    expect(page.locator("#practice-result")).to_contain_text("1 of")


def test_an_answer_that_was_begun_is_there_again_after_a_reload(open_page: Open) -> None:
    page = open_page(START)
    page.locator("[id^=choice-]").nth(1).check(force=True)
    page.locator("[id^=fact-]").first.check(force=True)
    page.reload()
    expect(page.locator("[id^=choice-]").nth(1)).to_be_checked()
    expect(page.locator("[id^=fact-]").first).to_be_checked()


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
        lazy.messages("practice.states.shown")
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
