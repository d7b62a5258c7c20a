"""The path in the browser: two hunches at the start and again at the end, and the case that is argued."""

import pytest
from playwright.sync_api import Page, expect

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.path import FIRST
from engine.features.practice.scoring import best
from tests.browser.conftest import Open, wait_until_ready


def hunches(lesson: Lesson) -> tuple[str, str]:
    """The two workloads."""
    first, second = lesson.about.hunch or ("", "")
    return first, second


def filled(page: Page) -> list[str]:
    """The filled buttons that are seen."""
    return [each.inner_text() for each in page.locator(".primary:visible").all() if is_filled(each.element_handle())]


def is_filled(element: object) -> bool:
    """Whether a button looks like the one thing to do next."""
    style = "(each) => getComputedStyle(each).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    return bool(element.evaluate(style))  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", ["frame", "phone"])
def test_two_hunches_are_a_tap_each_and_come_back_at_the_end(
    open_page: Open, lesson: Lesson, lazy: LazyContent, size: str
) -> None:
    first, second = hunches(lesson)
    page = open_page("#view=explore", size="wide" if size == "frame" else size)
    page.locator(".hunch").click()
    poor = next(mode for mode, choice in lazy.scenarios[first].choices.items() if choice.verdict == "poor")
    page.locator(f"#hunch-{first}-{poor}").check()
    expect(page.locator(".hunches .primary")).to_have_count(0)
    page.locator(f"#hunch-{second}-{best(lazy.scenarios[second])}").check()
    page.locator(".hunches .primary").click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "explore")
    page.reload()
    wait_until_ready(page)
    page.goto(page.url.partition("#")[0] + "#view=workload")
    page.locator(".onward a").click()
    expect(page.locator(".hunches .before")).to_have_count(2)
    page.locator(f"#hunch-{first}-{best(lazy.scenarios[first])}").check()
    names = [lesson.modes[name].name for name in (poor, best(lazy.scenarios[first]))]
    expect(page.locator(".hunches .outcome").first).to_contain_text(f"from {names[0]} to {names[1]}")


def test_the_argued_case_goes_to_the_race_and_comes_back_to_the_comparison(open_page: Open, lazy: LazyContent) -> None:
    grey = next(name for name, scenario in lazy.scenarios.items() if scenario.questions)
    fact = lazy.scenarios[grey].facts[0]
    page = open_page(f"#view=practice&scenario={grey}")
    page.locator(f"#fact-{fact}").check()
    page.locator(f"#choice-{best(lazy.scenarios[grey])}").check()
    page.locator("#practice-answer").click()
    race = page.locator(".decide .buttons a")
    expect(race).to_have_class("button primary")
    assert len(filled(page)) == 1
    race.click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "race")
    page.locator('a.stop[data-view="practice"]').click()
    expect(page.locator("#practice-compare")).to_have_class("primary")
    assert len(filled(page)) == 1
    race.click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "race")
    page.go_back()
    page.locator("#practice-compare").click()
    expect(page.locator("#reasons")).to_be_focused()
    expect(page.locator(".reasons li.own")).to_have_count(1)
    page.reload()
    wait_until_ready(page)
    expect(page.locator(".reasons li.own")).to_have_count(1)


def test_after_the_first_five_the_path_leads_to_the_argued_case_and_then_to_ones_own(
    open_page: Open, lazy: LazyContent
) -> None:
    page = open_page("#view=practice")
    for name in list(lazy.scenarios)[:FIRST]:
        page.locator(f"#fact-{lazy.scenarios[name].facts[0]}").check()
        page.locator(f"#choice-{best(lazy.scenarios[name])}").check()
        page.locator("#practice-answer").click()
        page.locator("#practice-next").click()
    grey = next(name for name, scenario in lazy.scenarios.items() if scenario.questions)
    expect(page.locator(f"#question-{grey}")).to_be_visible()
    page.locator("#practice-show").click()
    expect(page.locator("#reasons")).to_be_visible()
    assert filled(page) == ["Next: 5 Your own"]
    expect(page.locator('.stop.done[data-view="practice"]')).to_be_visible()
    page.locator(".decide .buttons a.primary").click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "workload")
