"""The race in a browser: its clock, its controls by pointer and by keyboard, its address, and how it fits."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import MODES, Open, at_every_size, wait_until_ready

OUTSIDE = """
() => [...document.querySelectorAll(".race *")].filter((element) => {
  const { left, right, width } = element.getBoundingClientRect();
  return width > 1 && !element.closest(".unseen, svg") && (left < -0.5 || right > innerWidth + 0.5);
}).map((element) => element.outerHTML.slice(0, 120))
"""
COVERED = """
() => [...document.querySelectorAll(".time-bar")].filter((bar) => {
  const begins = bar.querySelector(".span").getBoundingClientRect().left;
  return [...bar.querySelectorAll(".mark")].some((mark) => mark.getBoundingClientRect().left < begins + 8);
}).length
"""
"""How many bars show less than 8 pixels of what their client does before a mark covers it."""
SPOKEN = """
() => {
  window.spoken = [];
  new MutationObserver(() => window.spoken.push(document.getElementById("race-clock").value))
    .observe(document.querySelector(".race"), { subtree: true, attributes: true, characterData: true });
}
"""


def opened(open_page: Open, asked: str = "", size: str = "wide", **options: str) -> Page:
    """The race, when it is there."""
    page = open_page(f"#view=race{asked}", size, **options)
    expect(page.locator(".race")).to_be_visible()
    return page


def finished(page: Page) -> Page:
    """The race at its end."""
    page.get_by_label("Clock").press("End")
    expect(page.locator(".race .numbers")).to_be_visible()
    return page


def track(page: Page, mode: str) -> str:
    """What a track says of its mode."""
    return page.locator(f"#track-{mode} .news").inner_text()


def deadline(page: Page) -> Locator:
    """The handle of the deadline."""
    return page.locator("#race-deadline")


# The bet.


def test_the_race_is_reached_by_its_link_and_begins_at_zero_with_a_bet(open_page: Open) -> None:
    page = open_page()
    page.locator('nav a[data-view="race"]').click()
    expect(page.locator(".race .track")).to_have_count(len(MODES))
    expect(page.get_by_role("group", name="Which mode would you ship?")).to_be_visible()
    expect(page.locator("#race-clock")).to_have_value("0")
    expect(page.locator(".race :is(.span, .mark, .numbers)")).to_have_count(0)
    assert {track(page, mode) for mode in MODES} == {"ready"}


def test_a_bet_is_placed_by_keyboard_and_answered_at_the_end_in_one_sentence(open_page: Open) -> None:
    page = opened(open_page, "&scenario=document-summary", reduced_motion="reduce")
    page.get_by_role("radio", name="Sync", exact=True).press("ArrowRight")
    expect(page.get_by_role("radio", name="Streaming")).to_be_checked()
    page.get_by_label("Your time guess").select_option("10 s")
    expect(page.locator("#track-streaming .who")).to_contain_text("your bet")
    page.get_by_role("button", name="Play", exact=True).press("Enter")
    answer = page.locator("#race-result")
    expect(answer).to_contain_text("You bet on Streaming: done after")
    expect(answer).to_contain_text("You said within 10 s")
    expect(page.locator(".track.best")).to_have_count(1)
    expect(page.locator("#race-play")).to_be_focused()


def test_one_may_play_without_a_bet_and_bet_anew(open_page: Open) -> None:
    page = opened(open_page, "&scenario=nightly-tickets", reduced_motion="reduce")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("#race-result")).to_contain_text("Batch fits best")
    page.get_by_role("button", name="New bet").click()
    expect(page.get_by_role("group", name="Which mode would you ship?")).to_be_visible()
    expect(page.locator("#race-clock")).to_have_value("0")
    expect(page.locator(".race .numbers")).to_have_count(0)


# The clock.


def test_play_runs_the_clock_from_the_start_to_the_end(open_page: Open) -> None:
    page = opened(open_page, "&scenario=nightly-tickets")
    clock = page.locator("#race-clock")
    page.evaluate(SPOKEN)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(page.locator(".veil i")).to_be_visible()
    expect(page.locator("#race-result")).to_contain_text("You play without a bet.")
    expect(page.get_by_role("button", name="Play again", exact=True)).to_be_visible(timeout=15_000)
    expect(clock).to_have_value("1000")
    values = [int(value) for value in page.evaluate("window.spoken")]
    assert values == sorted(values)
    assert len(set(values)) > 20


def test_with_reduced_motion_play_jumps_to_the_end(open_page: Open) -> None:
    page = opened(open_page, reduced_motion="reduce")
    page.evaluate(SPOKEN)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("#race-clock")).to_have_value("1000")
    expect(page.get_by_role("button", name="Play again", exact=True)).to_be_visible()
    assert len(set(page.evaluate("window.spoken"))) <= 2


def test_another_view_stops_the_clock(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_role("button", name="Play", exact=True).click()
    page.locator('nav a[data-view="about"]').click()
    expect(page.locator(".about")).to_be_visible()
    page.locator('nav a[data-view="race"]').click()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_the_clock_is_set_by_keyboard_and_says_the_time_and_the_states(open_page: Open) -> None:
    page = opened(open_page, "&scenario=nightly-tickets")
    clock = page.get_by_label("Clock")
    clock.press("ArrowRight")
    expect(clock).to_have_attribute("aria-valuetext", re.compile(r"0\.1.*s"))
    expect(page.locator("#track-sync .news")).to_have_text("submitting, rate-limited")
    expect(page.locator("#track-batch .news")).to_have_text("busy, sending")
    expect(page.get_by_role("status").filter(has_text="At ")).to_contain_text("Batch busy, sending")
    for _ in range(4):
        clock.press("PageUp")
    expect(page.locator("#track-batch .news")).to_have_text("free, gone home")
    expect(page.locator("#track-async .news")).to_have_text("submitting, rate-limited")
    expect(clock).to_be_focused()
    clock.press("End")
    expect(page.locator("#track-batch .news")).to_contain_text(re.compile("done after .* before the deadline"))
    expect(clock).to_be_focused()


# The handles.


def test_the_deadline_is_moved_by_keys_and_the_winner_changes(open_page: Open) -> None:
    page = finished(opened(open_page, "&scenario=nightly-tickets"))
    expect(page.locator("#track-batch")).to_have_class(re.compile("best"))
    for _ in range(2):
        deadline(page).press("PageDown")
    expect(deadline(page)).to_be_focused()
    expect(page.locator("#track-batch")).not_to_have_class(re.compile("best"))
    expect(page.locator("#race-result")).to_contain_text("Sync fits best")
    expect(page).to_have_url(re.compile(r"scenario=nightly-tickets&deadline=\d{4}$"))
    shown = page.locator("#race-result").inner_text()
    page.reload()
    wait_until_ready(page)
    assert page.locator("#race-result").count() == 0 or not page.locator("#race-result").is_visible()
    finished(page)
    expect(page.locator("#race-result")).to_have_text(shown)


def test_the_deadline_is_dragged_and_its_line_comes_along(open_page: Open) -> None:
    page = finished(opened(open_page, "&scenario=document-summary"))
    line, box = page.locator(".limits .deadline"), deadline(page).bounding_box()
    before = line.bounding_box()
    assert box and before
    page.mouse.move(before["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(before["x"] - 120, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    after = line.bounding_box()
    assert after
    assert after["x"] == pytest.approx(before["x"] - 120, abs=20)
    expect(page).to_have_url(re.compile("deadline="))


def test_at_the_end_of_the_axis_there_is_no_timeout(open_page: Open) -> None:
    page = finished(opened(open_page, "&scenario=deep-research"))
    expect(page.locator("#track-sync .news")).to_contain_text("cut off after")
    page.locator("#race-timeout").press("End")
    expect(page.locator("#race-timeout")).to_have_attribute("aria-valuetext", "none")
    expect(page.locator("#track-sync .news")).to_contain_text("done after")
    expect(page.locator(".limits .timeout")).to_have_count(0)
    page.locator("#race-timeout").press("ArrowLeft")
    expect(page.locator(".limits .timeout")).to_have_count(1)


# Days and workloads.


def test_another_day_is_another_and_its_address_leads_back_to_it(open_page: Open) -> None:
    page = finished(opened(open_page, "&scenario=thirty-seconds"))
    before = track(page, "sync")
    page.get_by_role("button", name="Another day").click()
    expect(page).to_have_url(re.compile("scenario=thirty-seconds&day=2$"))
    after = track(page, "sync")
    assert after != before
    page.reload()
    wait_until_ready(page)
    finished(page)
    assert track(page, "sync") == after


def test_all_days_are_shown_as_dots_and_the_button_keeps_the_focus(open_page: Open) -> None:
    page = finished(opened(open_page, "&scenario=thirty-seconds"))
    button = page.get_by_role("button", name="1,000 days")
    button.press("Enter")
    expect(page.locator(".track .kept")).to_have_count(len(MODES))
    expect(page.locator("#track-sync .news")).to_contain_text("of 1,000 runs miss the deadline")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page).to_have_url(re.compile("days=many"))
    button.press("Enter")
    expect(page.locator(".track .kept")).to_have_count(0)


def test_a_scenario_is_chosen_from_the_list_and_begins_at_zero(open_page: Open) -> None:
    page = finished(opened(open_page))
    page.get_by_label("Workload", exact=True).select_option("deep-research")
    expect(page).to_have_url(re.compile("scenario=deep-research"))
    expect(page.locator("#race-clock")).to_have_value("0")
    finished(page)
    expect(page.locator("#track-sync .news")).to_contain_text("cut off after")
    expect(page.locator("#track-sync .mark.lost")).to_be_visible()


def test_an_address_may_hold_a_whole_workload(open_page: Open) -> None:
    asked = (
        "&requests=1&times_a_day=5&independent=1&input_tokens=10&output_tokens=10&reader=gone&partial=0"
        "&deadline=60&rate_limit=10&webhook=0&retention=1&price_in=2&price_out=10"
    )
    page = opened(open_page, asked)
    expect(page.get_by_label("Workload", exact=True).locator("option:checked")).to_have_text("Your workload")
    expect(page.locator(".handle.deadline output")).to_contain_text("60 s")


# How it fits.


@pytest.mark.parametrize("asked", ["&scenario=maintenance-report", "&scenario=corpus-embedding&days=many"])
def test_nothing_of_the_race_is_outside_of_the_window(open_page: Open, asked: str) -> None:
    page = opened(open_page, asked)
    for size in at_every_size(page):
        assert page.evaluate(OUTSIDE) == [], size
    page.get_by_label("Clock").press("PageUp")
    for size in at_every_size(page):
        assert page.evaluate(OUTSIDE) == [], size


SEEN = """
() => ["#race-play", ".lanes", ".dial.timeout", ".key"].filter((name) => {
  const { top, bottom } = document.querySelector(`.race ${name}`).getBoundingClientRect();
  return top < 0 || bottom > innerHeight;
})
"""
"""What of the race is not in sight."""


@pytest.mark.parametrize(("width", "height"), [(684, 602), (800, 602), (1280, 800)])
def test_the_whole_race_is_seen_without_scrolling(open_page: Open, width: int, height: int) -> None:
    page = opened(open_page, "&scenario=nightly-tickets")
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(SEEN) == []
    page.get_by_role("radio", name="Async").check()
    finished(page)
    assert page.evaluate(SEEN) == []


@pytest.mark.parametrize("view", ["race&scenario=chat", "workload"])
def test_a_short_bar_is_seen_beside_the_mark_of_its_end(open_page: Open, view: str) -> None:
    page = open_page(f"#view={view}")
    if view != "workload":
        finished(page)
    expect(page.locator(".time-bar .mark.done")).to_have_count(len(MODES))
    for size in at_every_size(page):
        assert page.evaluate(COVERED) == 0, size


@pytest.mark.parametrize("size", ["frame", "small"])
@pytest.mark.parametrize("control", ["clock", "deadline", "timeout"])
def test_the_track_of_a_control_is_as_long_as_the_axis(open_page: Open, size: str, control: str) -> None:
    page = opened(open_page, "", size)
    axis = page.locator(".time-bar").first.bounding_box()
    box = page.locator(f"#race-{control}").bounding_box()
    assert box and axis
    assert box["width"] - 16 == pytest.approx(axis["width"], abs=1)


def test_the_thumb_of_the_clock_stands_where_the_veil_begins(open_page: Open) -> None:
    page = opened(open_page)
    veil, bar = page.locator(".veil i").bounding_box(), page.locator(".time-bar").first.bounding_box()
    clock = page.get_by_label("Clock").bounding_box()
    assert veil and bar and clock
    assert veil["x"] == pytest.approx(bar["x"], abs=2)
    assert clock["x"] + 8 == pytest.approx(bar["x"], abs=2)
    assert clock["x"] + clock["width"] - 8 == pytest.approx(bar["x"] + bar["width"], abs=2)
