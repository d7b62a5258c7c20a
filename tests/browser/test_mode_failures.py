"""In place of a mode's diagram: what goes wrong with it, and its code, by pointer, by keyboard and by address."""

import re

import pytest
from playwright.sync_api import Page, expect

from engine.content.lazy_content import LazyContent
from engine.sequence.walk import reading_seconds
from tests.browser.conftest import MODES, SIZES, Open, choose
from tests.browser.walks import choose_failure

FAILURE = "#view=explore&mode=batch&failure=expired-batch&step=7"
LIT = """(place) => [...new Set([...place.querySelectorAll("[data-step]")]
  .filter((each) => getComputedStyle(each).getPropertyValue("--lit")).map((each) => each.dataset.step))]"""

IN_SIGHT = """async ([failure, step]) => {
  const figure = document.querySelector(`figure[data-failure="${failure}"]`);
  if (figure?.dataset.step !== step) return false;
  const share = (selector) => new Promise((tell) => {
    new IntersectionObserver(([{ intersectionRatio }], watching) => { watching.disconnect(); tell(intersectionRatio); })
      .observe(figure.querySelector(selector));
  });
  return await share(".caption .why") >= 0.99 && await share(`svg [data-step="${step}"] text`) >= 0.9;
}"""
"""The step of a failure is the chosen one, and its caption and its line are seen."""


def fails(page: Page, name: str, step: int) -> None:
    """The failure, at a step, is the visible figure, and that step and no other is lit in drawing and list."""
    figure = page.locator("figure:visible")
    expect(figure).to_have_attribute("data-failure", name)
    expect(figure).to_have_attribute("data-step", str(step))
    expect(figure.locator("svg.drawing")).to_be_attached()
    assert figure.evaluate(LIT) == [str(step)] * (step > 0)


def test_a_deep_link_opens_its_failure_at_its_step(open_page: Open) -> None:
    page = open_page(FAILURE)
    fails(page, "expired-batch", 7)
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "batch")
    expect(page.locator("figure:visible .caption h3")).to_contain_text("7.")
    expect(page.locator('figure:visible svg [data-step="7"] text').first).to_be_in_viewport()
    expect(page).to_have_url(re.compile("failure=expired-batch&step=cancel$"))  # from the number of an older link
    expect(page.locator(".notice")).to_have_count(0)


def test_a_deep_link_opens_its_vendor(open_page: Open) -> None:
    page = open_page("#view=explore&mode=async&vendor=openai")  # an older link, without a pane
    expect(page.locator(".code:visible").get_by_role("radio", name="OpenAI")).to_be_checked()
    expect(page.locator(".code:visible code")).to_contain_text("from openai import")


def test_the_address_follows_the_failure_its_step_and_the_vendor(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&pane=code")
    page.locator(".code:visible").get_by_role("radio", name="Gemini").check()
    expect(page).to_have_url(re.compile("#view=explore&mode=batch&pane=code&vendor=gemini$"))
    choose_failure(page, "Items fail")
    page.locator("figure:visible .next").click()
    expect(page).to_have_url(re.compile("#view=explore&mode=batch&failure=failed-items&step=upload$"))
    choose(page, "async")
    expect(page).to_have_url(re.compile("#view=explore&mode=async&failure=lost-webhook$"))


def test_an_unknown_failure_is_reported_politely_and_the_first_of_the_mode_is_shown(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&failure=lost-webhook&vendor=acme")
    expect(page.locator(".notice")).to_contain_text("failure=lost-webhook")
    expect(page.locator(".notice")).to_contain_text("vendor=acme")
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "batch")
    expect(page.locator("figure:visible")).to_have_attribute("data-failure", "failed-items")


def test_the_figure_that_is_seen_is_always_one_of_the_chosen_mode(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=explore&mode=sync")
    for mode in MODES:
        choose(page, mode)
        for failure in lazy.failures[mode].values():
            choose_failure(page, failure.name)
            expect(page.locator("figure:visible")).to_have_count(1)
            expect(page.locator("figure:visible")).to_have_attribute("data-mode", mode)
    page.get_by_role("radio", name="Diagram").check()
    expect(page.locator("figure:visible")).to_have_count(1)
    expect(page.locator("figure:visible")).not_to_have_attribute("data-failure", re.compile(""))


def test_a_failure_is_played_from_its_first_step_to_its_last(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=explore&mode=batch&failure=expired-batch")
    steps = lazy.failures["batch"]["expired-batch"].steps
    page.clock.install()
    page.locator("figure:visible").get_by_role("button", name="Play").click()
    for number, step in enumerate(steps, 1):
        fails(page, "expired-batch", number)
        page.clock.run_for(round(1000 * reading_seconds(step)) + 100)
    expect(page.locator("figure:visible").get_by_role("button", name="Play")).to_be_visible()
    fails(page, "expired-batch", len(steps))


def test_compare_shows_every_mode_whatever_goes_wrong_in_explore(open_page: Open) -> None:
    page = open_page(FAILURE)
    fails(page, "expired-batch", 7)
    page.locator('nav a[data-view="compare"]').click()
    expect(page.locator("figure:visible")).to_have_count(len(MODES))
    page.locator('nav a[data-view="explore"]').click()
    expect(page.locator("figure:visible")).to_have_count(1)
    expect(page.locator("figure:visible")).not_to_have_attribute("data-failure", re.compile(""))


def test_every_caption_of_a_failure_is_in_sight_beside_a_drawing_that_has_the_height(
    open_page: Open, lazy: LazyContent
) -> None:
    page = open_page()
    for size in ("frame",):
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        captions_are_in_sight(page, lazy)


def captions_are_in_sight(page: Page, lazy: LazyContent) -> None:
    """Every step of every failure, one after the other."""
    room = page.locator(".workbench").evaluate(
        "(bench) => bench.getBoundingClientRect().bottom - document.querySelector('.stage').getBoundingClientRect().top"
    )
    for mode in MODES:
        choose(page, mode)
        for name, failure in lazy.failures[mode].items():
            choose_failure(page, failure.name)
            for step in range(1, len(failure.steps) + 1):
                page.locator("figure:visible .next").dispatch_event("click")
                page.wait_for_function(IN_SIGHT, arg=[name, str(step)])
            stage = page.locator(".stage").bounding_box()
            assert stage and stage["height"] >= room - 1


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_keyboard_reaches_every_line_of_a_failure_and_lights_its_step(open_page: Open, size: str) -> None:
    page = open_page("#view=explore&mode=batch&failure=expired-batch", size)
    page.get_by_role("radio", name="Diagram").check()
    page.get_by_role("checkbox", name="As text").check()
    choose_failure(page, "Expired batch")
    lines = page.locator("figure[data-failure]:visible li button")
    expect(lines.first).to_be_visible()
    lines.first.focus()
    for number, line in enumerate(lines.all()[1:], 2):
        page.keyboard.press("Tab")
        expect(line).to_be_focused()
        fails(page, "expired-batch", number)


def test_a_number_in_the_code_is_reached_by_keyboard_and_lights_its_lines(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&pane=code")
    code = page.locator(".code:visible")
    numbers = code.get_by_role("group", name="Steps that the code performs").get_by_role("button")
    code.locator(".remark a").last.focus()
    for number in numbers.all():
        page.keyboard.press("Tab")
        expect(number).to_be_focused()
        step = number.get_attribute("data-value")
        expect(page.locator("#sim")).to_have_attribute("data-step", str(step))
        for place in (".code:visible .margin", ".code:visible code"):
            assert page.locator(place).evaluate(LIT) == [step], place
        expect(number).to_be_in_viewport()


def test_arrow_keys_go_from_number_to_number_and_enter_chooses(open_page: Open) -> None:
    page = open_page("#view=explore&mode=async&pane=code&vendor=openai")
    numbers = page.locator(".code:visible .margin button")
    last = numbers.count() - 1
    numbers.first.focus()
    for key, at in (
        ("ArrowDown", 1),
        ("ArrowRight", 2),
        ("ArrowUp", 1),
        ("Home", 0),
        ("ArrowLeft", 0),
        ("End", last),
        ("ArrowDown", last),
    ):
        page.keyboard.press(key)
        expect(numbers.nth(at)).to_be_focused()
        expect(page.locator("#sim")).to_have_attribute("data-step", numbers.nth(at).get_attribute("data-value") or "")
    page.keyboard.press("Escape")
    expect(page.locator("#sim")).to_have_attribute("data-step", "0")
    page.keyboard.press("Enter")
    expect(page.locator("#sim")).to_have_attribute("data-step", numbers.nth(last).get_attribute("data-value") or "")


def test_a_line_of_code_is_clicked_to_choose_its_step(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&pane=code")
    page.get_by_text("batch = client.messages.batches.create(").click()
    expect(page.locator("#sim")).to_have_attribute("data-step", "2")


@pytest.mark.parametrize("size", ["frame", "phone", "small"])
def test_a_step_chosen_in_the_code_is_explained_below_it_and_covers_nothing(open_page: Open, size: str) -> None:
    page = open_page("#view=explore&mode=async&pane=code", size)
    number = page.locator(".code:visible .margin button").last
    step = number.get_attribute("data-value") or ""
    number.scroll_into_view_if_needed()
    number.hover()
    expect(page.locator(".explanation")).to_have_count(0)
    number.click()
    told = page.locator(".explanation")
    expect(told.locator(".caption h2")).to_be_in_viewport(ratio=0.99)
    expect(told.locator(".caption h2")).to_contain_text(f"{step}. ")
    line, below = number.bounding_box(), told.bounding_box()
    assert line and below
    assert line["y"] + line["height"] <= below["y"] + 1
    told.get_by_role("button", name="Close").click()
    expect(told).to_have_count(0)
    number.click()
    told.get_by_role("button", name="Show in the diagram").click()
    expect(page.locator("figure:visible svg.drawing")).to_be_visible()
    expect(page.locator("#sim")).to_have_attribute("data-step", step)


def test_code_that_is_selected_and_copied_is_the_code_and_nothing_else(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=explore&mode=sync&pane=code", permissions=["clipboard-read", "clipboard-write"])
    code = page.locator(".code:visible")
    clients = lazy.snippets.clients
    for mode, (vendor, snippet) in ((each, client) for each in MODES for client in clients[each].items()):
        choose(page, mode)
        code.get_by_role("radio", name=lazy.snippets.vendors[vendor].name).check()
        expect(code.locator("code")).to_have_text(snippet.text)
        selected = code.locator(".listing").evaluate("""(listing) => {
          getSelection().selectAllChildren(listing.querySelector("pre"));
          return getSelection().toString();
        }""")
        assert selected.rstrip("\n") == snippet.text.rstrip("\n")
        page.keyboard.press("Control+C")
        assert page.evaluate("navigator.clipboard.readText()").rstrip("\n") == snippet.text.rstrip("\n")
        code.get_by_role("button", name="Copy the code").click()
        expect(page.locator(".notice")).to_contain_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == snippet.text
        page.get_by_role("button", name="Dismiss").click()
