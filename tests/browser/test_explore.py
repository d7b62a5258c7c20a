"""Explore: one mode at a time, each step explained by mouse, by keyboard and by tap."""

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

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
        assert glanced(page) == [mode.capitalize()]


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
        numbers = page.locator(f'figure[data-mode="{mode}"] {place} [data-step]').evaluate_all(
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
    for mode in MODES:
        choose(page, mode)
        page.locator("figure:visible .canvas").focus()
        for number in range(1, STEPS[mode] + 1):
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


def test_walking_keeps_the_step_in_sight(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch")
    for _ in range(STEPS["batch"]):
        page.get_by_role("button", name="Next").click()
    expect(page.locator(f'figure:visible svg [data-step="{STEPS["batch"]}"] text').first).to_be_in_viewport()


def test_play_walks_to_the_end_and_stops_there(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    for number in range(2, STEPS["sync"] + 1):
        page.clock.run_for(4_100)
        expect(page.locator("#sim")).to_have_attribute("data-step", str(number))
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_nothing_plays_by_itself(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    page.clock.run_for(60_000)
    expect(page.locator("#sim")).to_have_attribute("data-step", "0")


def test_the_bands_show_that_sync_blocks_the_client_and_async_frees_it(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync&step=3")
    band = page.locator(".band").filter(has_text="Client")
    expect(band).to_contain_text("blocked")
    expect(band.locator(".cell.now")).to_have_attribute("data-fill", "hatched")
    choose(page, "async")
    for _ in range(4):
        page.get_by_role("button", name="Next").click()
    expect(band).to_contain_text("free")


def test_a_toggle_shows_and_hides_its_annotations_on_the_diagram(open_page: Open) -> None:
    page = open_page()
    for number, annotation in enumerate(("Latency", "Cost", "Engineering"), 1):
        toggle = page.get_by_role("checkbox", name=annotation)
        lines = page.locator(f"figure:visible svg .line.note-{number}")
        on_at_first = toggle.is_checked()
        assert (lines.count() > 0) == on_at_first
        for on in (not on_at_first, on_at_first):
            toggle.set_checked(on)
            expect(lines.first).to_be_visible() if on else expect(lines).to_have_count(0)


def test_as_text_shows_the_list_instead_of_the_drawing(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="As text").check()
    expect(page.locator("figure:visible .canvas")).to_be_hidden()
    expect(page.locator("figure:visible .why").first).to_be_visible()


@pytest.mark.parametrize("size", ["phone", "small"])
def test_a_phone_always_has_the_list(open_page: Open, size: str) -> None:
    page = open_page("", size)
    expect(page.locator("figure:visible .canvas")).to_be_hidden()
    expect(page.locator("figure:visible .why").first).to_be_visible()


def test_copied_mermaid_is_the_source_of_the_diagram_shown(open_page: Open) -> None:
    page = open_page("", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("checkbox", name="Cost").uncheck()
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
