"""Explore: one mode at a time, each step explained by mouse, by keyboard and by tap."""

import re
from itertools import pairwise, product

import pytest
from playwright.sync_api import Page, expect

from engine.content.lesson import Lesson
from engine.sequence.narrate import states_of
from engine.sequence.walk import reading_seconds
from tests.browser.conftest import MODES, STEPS, Open, caption, choose, glanced


def test_the_page_opens_on_sync(open_page: Open) -> None:
    page = open_page()
    expect(page.get_by_role("radiogroup", name="API mode").get_by_role("radio")).to_have_count(4)
    expect(page.get_by_role("radio", name="Sync", exact=True)).to_be_checked()
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "sync")


def test_a_mode_shows_its_diagram_and_its_guidance(open_page: Open) -> None:
    page = open_page()
    for mode in MODES:
        choose(page, mode)
        expect(page.locator("figure:visible")).to_have_count(1)
        expect(page.locator("figure:visible")).to_have_attribute("data-mode", mode)
        expect(page.locator("figure:visible svg.drawing")).to_be_visible()
        expect(page.locator(".guide:visible")).to_have_attribute("data-mode", mode)
        assert glanced(page) == [mode]


def test_arrow_keys_move_between_modes(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("radio", name="Sync", exact=True).focus()
    for mode in MODES[1:]:
        page.keyboard.press("ArrowRight")
        expect(page.locator("figure:visible")).to_have_attribute("data-mode", mode)
        expect(page.get_by_role("radio", name=mode.capitalize(), exact=True)).to_be_focused()


def test_every_step_stands_once_in_the_drawing_and_once_in_the_list(open_page: Open) -> None:
    page = open_page()
    for mode, place in product(MODES, ("svg", "ol")):
        numbers = page.locator(f'figure[data-steps="explore"][data-mode="{mode}"] {place} [data-step]').evaluate_all(
            "steps => steps.map((step) => step.dataset.step)"
        )
        assert numbers == [str(number) for number in range(1, STEPS[mode] + 1)], (mode, place)


def test_pointing_at_a_drawn_step_lights_it_and_its_line_and_explains_it(open_page: Open) -> None:
    page = open_page()
    for mode in MODES:
        choose(page, mode)
        seen = set()
        for number in range(1, STEPS[mode] + 1):
            page.locator(f'figure:visible svg [data-step="{number}"] text').first.hover()
            assert_lit(page, number)
            seen.add(caption(page))
        assert len(seen) == STEPS[mode], mode


def test_the_keyboard_reaches_every_line_of_the_list_and_lights_its_step(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="As text").check()
    for mode in MODES:
        choose(page, mode)
        page.locator("figure:visible li button").first.focus()
        for number in range(2, STEPS[mode] + 1):
            page.keyboard.press("Tab")
            assert_lit(page, number)
            expect(page.locator(f'figure:visible li[data-step="{number}"] button')).to_be_focused()


def test_arrow_keys_walk_a_diagram_that_has_the_focus(open_page: Open) -> None:
    page = open_page("#view=explore&mode=async")
    page.locator("figure:visible .canvas").focus()
    page.keyboard.press("ArrowDown")
    assert_lit(page, 1)
    page.keyboard.press("End")
    assert_lit(page, STEPS["async"])
    page.keyboard.press("ArrowLeft")
    assert_lit(page, STEPS["async"] - 1)
    page.keyboard.press("Escape")
    expect(page.locator("#sim")).to_have_attribute("data-step", "0")


def test_a_tap_chooses_a_step(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync", "wide", has_touch=True)
    page.locator('figure:visible svg [data-step="3"] text').first.tap()
    assert_lit(page, 3)


def test_a_tap_on_a_line_of_the_list_chooses_its_step_on_a_phone(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync", "phone", has_touch=True)
    page.get_by_role("checkbox", name="As text").check()
    page.locator('figure:visible li[data-step="2"] button').tap()
    expect(page.locator("#sim")).to_have_attribute("data-step", "2")


def test_next_and_previous_walk_and_stop_at_the_ends(open_page: Open) -> None:
    page = open_page()
    onward, back = page.get_by_role("button", name="Next"), page.get_by_role("button", name="Previous")
    for number in range(1, STEPS["sync"] + 1):
        onward.click()
        assert_lit(page, number)
    expect(onward).to_be_disabled()
    for number in range(STEPS["sync"] - 1, 0, -1):
        back.click()
        assert_lit(page, number)
    expect(back).to_be_disabled()


def test_the_keyboard_goes_from_the_last_step_to_the_next_mode_and_from_view_to_view(open_page: Open) -> None:
    page = open_page()
    onward = page.get_by_role("button", name="Next", exact=True)
    onward.focus()
    for _ in range(STEPS["sync"] + 1):
        page.keyboard.press("Enter")
    assert_lit(page, STEPS["sync"])
    expect(onward).to_be_focused()
    page.keyboard.press("Tab")
    for mode in MODES[1:]:
        page.keyboard.press("Enter")
        expect(page.locator("#sim")).to_have_attribute("data-mode", mode)
        expect(page.locator(".walk a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#sim")).to_have_attribute("data-view", "compare")
    expect(page.locator("main")).to_be_focused()
    page.locator(".onward a").press("Enter")
    expect(page.locator("#sim")).to_have_attribute("data-view", "race")
    expect(page.locator(".onward a")).to_have_count(0)
    expect(page.locator("main, main :focus").first).to_be_focused()


def test_after_its_last_step_a_mode_leads_on_to_the_next_and_the_last_to_the_next_view(open_page: Open) -> None:
    page = open_page()
    for mode, following in pairwise(MODES):
        expect(page.locator("#sim")).to_have_attribute("data-mode", mode)
        page.locator("figure:visible .canvas").press("End")
        page.get_by_role("link", name=f"Next: {following.capitalize()}").click()
        expect(page.locator("#sim")).to_have_attribute("data-step", "0")
        expect(page.locator("figure:visible")).to_have_attribute("data-mode", following)
    page.locator("figure:visible .canvas").press("End")
    page.get_by_role("link", name="Next: 2 Compare").click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "compare")
    expect(page.locator('nav a[data-view="explore"]')).to_have_accessible_name("1 See, done")


def test_an_explanation_stands_in_the_place_of_the_guidance_and_leads_back_to_it(open_page: Open) -> None:
    page = open_page()
    guide = page.locator('.guide[data-mode="sync"]')
    expect(guide).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".explanation")).to_be_visible()
    expect(guide).to_be_hidden()
    page.get_by_role("button", name="Back: when to use Sync").click()
    expect(page.locator(".explanation")).to_have_count(0)
    expect(guide).to_be_visible()
    expect(page.locator("#sim")).to_have_attribute("data-step", "0")


def test_the_other_steps_fade_and_a_token_stands_on_the_arrow_of_the_chosen_one(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync&step=2", reduced_motion="reduce")
    opacity = "(steps) => steps.map((step) => Number(getComputedStyle(step).opacity))"
    steps = page.locator("figure:visible svg.drawing g.step")
    found = steps.evaluate_all(opacity)
    assert [number for number, each in enumerate(found, 1) if each == 1] == [2]
    visible = "(tokens) => tokens.filter((token) => getComputedStyle(token).visibility === 'visible').length"
    assert [each.locator(".token").evaluate_all(visible) for each in steps.all()] == [0, 0, 0, 0, 0]
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("#sim")).to_have_attribute("data-step", "1")
    assert [each.locator(".token").evaluate_all(visible) for each in steps.all()] == [1, 0, 0, 0, 0]


def test_each_participants_bar_fills_as_the_walk_goes(open_page: Open) -> None:
    page = open_page("#view=explore&mode=async")
    opacity = "(bars) => bars.map((bar) => Number(getComputedStyle(bar).opacity))"
    bars = page.locator("figure:visible svg.drawing .bar")
    assert set(bars.evaluate_all(opacity)) == {1}
    began = []
    for _ in range(STEPS["async"]):
        page.get_by_role("button", name="Next").click()
        began.append(sum(each == 1 for each in bars.evaluate_all(opacity)))
    assert began == sorted(began)
    assert began[0] < began[-1] == bars.count()


def test_walking_keeps_the_step_in_sight(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch")
    for _ in range(STEPS["batch"]):
        page.get_by_role("button", name="Next").click()
    expect(page.locator(f'figure:visible svg [data-step="{STEPS["batch"]}"] text').first).to_be_in_viewport()


def test_play_stays_at_each_step_as_long_as_reading_takes_and_stops_at_the_end(open_page: Open, lesson: Lesson) -> None:
    page = open_page()
    page.clock.install()
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    for number in range(2, STEPS["sync"] + 1):
        seconds = reading_seconds(lesson.modes["sync"].steps[number - 2])
        page.clock.run_for(round(1000 * seconds) - 2_000)
        expect(page.locator("#sim")).to_have_attribute("data-step", str(number - 1))
        page.clock.run_for(2_100)
        expect(page.locator("#sim")).to_have_attribute("data-step", str(number))
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_nothing_plays_by_itself(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    page.clock.run_for(60_000)
    expect(page.locator("#sim")).to_have_attribute("data-step", "0")


def test_words_and_bars_say_that_sync_blocks_the_client_and_async_frees_it(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync&step=3")
    who = page.locator(".explanation .who")
    expect(who).to_contain_text("Client: blocked")
    expect(page.locator('figure:visible svg.drawing .bar[data-fill="hatched"]')).not_to_have_count(0)
    choose(page, "async")
    for _ in range(4):
        page.get_by_role("button", name="Next").click()
    expect(who).to_contain_text("Client: free")
    expect(page.locator('figure:visible svg.drawing .bar[data-fill="hatched"]')).to_have_count(0)


def test_what_the_bars_mean_stands_below_the_drawing_of_every_mode(open_page: Open, lesson: Lesson) -> None:
    page = open_page()
    for mode in MODES:
        choose(page, mode)
        legend = page.locator("figure:visible .legend")
        expect(legend).to_be_in_viewport()
        assert [each.inner_text() for each in legend.locator(".state").all()] == [
            state.name for state in states_of(lesson, lesson.modes[mode])
        ]


def test_a_toggle_shows_and_hides_its_annotations_on_the_diagram(open_page: Open) -> None:
    page = open_page()
    for number, annotation in enumerate(("Latency", "Cost", "Engineering"), 1):
        toggle = page.get_by_role("checkbox", name=annotation)
        lines = page.locator(f"figure:visible svg .line.note-{number}")
        marks = page.locator("figure:visible svg .noted")
        hidden = marks.count()
        assert not toggle.is_checked()
        assert lines.count() == 0
        toggle.check()
        expect(lines.first).to_be_visible()
        assert marks.count() < hidden, "what is said needs no mark"
        toggle.uncheck()
        expect(lines).to_have_count(0)
        expect(marks).to_have_count(hidden)


def test_as_text_shows_the_list_instead_of_the_drawing(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="As text").check()
    expect(page.locator("figure:visible .canvas")).to_be_hidden()
    expect(page.locator("figure:visible .why").first).to_be_visible()


@pytest.mark.parametrize("size", ["phone", "small"])
def test_a_phone_has_the_drawing_and_on_demand_the_list(open_page: Open, size: str) -> None:
    page = open_page("", size)
    expect(page.locator("figure:visible .canvas")).to_be_visible()
    expect(page.locator("figure:visible .steps")).to_be_hidden()
    page.get_by_role("checkbox", name="As text").check()
    expect(page.locator("figure:visible .canvas")).to_be_hidden()
    expect(page.locator("figure:visible .steps .why").first).to_be_visible()


def test_one_pane_is_shown_at_a_time_and_the_address_says_which(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch")
    panes = page.get_by_role("radiogroup", name="What to show of the mode")
    shown = {"Diagram": ".figures", "When it breaks": ".failures", "Code": ".code"}
    for name, address in (
        ("When it breaks", "failure=failed-items"),
        ("Code", "pane=code"),
        ("Diagram", "mode=batch"),
    ):
        panes.get_by_role("radio", name=name).check()
        expect(page).to_have_url(re.compile(f"{address}$"))
        for each, place in shown.items():
            expect(page.locator(f"{place}:visible")).to_have_count(int(each == name))


def test_a_section_that_a_link_points_at_comes_into_sight_and_the_modes_stay_there(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch", "frame")
    page.locator(".profile:visible a.heading", has_text="Cost").click()
    expect(page.locator("#batch-price h3")).to_be_in_viewport()
    expect(page.get_by_role("radiogroup", name="API mode")).to_be_in_viewport(ratio=0.99)


def test_copied_mermaid_is_the_source_of_the_diagram_shown(open_page: Open) -> None:
    page = open_page("", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("checkbox", name="Latency").check()
    page.get_by_role("button", name="Copy Mermaid").click()
    expect(page.locator(".notice")).to_contain_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("sequenceDiagram")
    assert "Latency" in text
    assert "Cost" not in text


def test_where_copying_is_forbidden_the_text_is_there_to_be_copied_by_hand(open_page: Open) -> None:
    page = open_page("")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy Mermaid").click()
    expect(page.locator(".notice textarea")).to_have_value(re.compile("^sequenceDiagram"))
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator(".notice")).to_have_count(0)


def test_a_deep_link_opens_its_mode_and_step(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch&step=3")
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "batch")
    assert_lit(page, 3)


def test_the_address_follows_what_is_shown(open_page: Open) -> None:
    page = open_page()
    choose(page, "batch")
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_url(re.compile(r"#view=explore&mode=batch&step=write-jsonl$"))


def test_an_unknown_part_of_the_address_is_reported_politely_and_ignored(open_page: Open) -> None:
    page = open_page("?mode=carrier-pigeon#view=explore&step=99&colour=red")
    expect(page.locator(".notice")).to_contain_text("mode=carrier-pigeon")
    expect(page.locator(".notice")).to_contain_text("step=99")
    expect(page.locator(".notice")).to_contain_text("colour")
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "sync")


def assert_lit(page: Page, number: int) -> None:
    """The step, and no other, is lit in the drawing and in the list."""
    expect(page.locator("#sim")).to_have_attribute("data-step", str(number))
    lit = page.locator("figure:visible [data-step]").evaluate_all(
        "all => all.filter((e) => getComputedStyle(e).getPropertyValue('--lit')).map((e) => e.dataset.step)"
    )
    assert lit == [str(number)] * 2
