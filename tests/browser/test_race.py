"""The race in a browser: its clock, its controls by pointer and by keyboard, its address, and how it fits."""

import re

import pytest
from playwright.sync_api import Page, expect

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


def track(page: Page, mode: str) -> str:
    """What a track says of its mode."""
    return page.locator(f"#track-{mode}").inner_text()


def test_the_race_is_reached_by_its_link_and_shows_four_tracks_at_rest(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("link", name="Race", exact=True).click()
    expect(page.locator(".race .track")).to_have_count(len(MODES))
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(page.locator("#race-clock")).to_have_value("1000")


def test_play_runs_the_clock_from_the_start_to_the_end(open_page: Open) -> None:
    page = opened(open_page, "&scenario=nightly-tickets")
    clock = page.locator("#race-clock")
    page.evaluate(SPOKEN)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(page.locator(".veil i")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(clock).to_have_value("1000")
    values = [int(value) for value in page.evaluate("window.spoken")]
    assert values == sorted(values)
    assert len(set(values)) > 20


def test_with_reduced_motion_play_jumps_to_the_end(open_page: Open) -> None:
    page = opened(open_page, reduced_motion="reduce")
    page.get_by_label("Clock").press("Home")
    expect(page.locator(".veil i")).to_be_visible()
    page.evaluate(SPOKEN)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("#race-clock")).to_have_value("1000")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    assert len(set(page.evaluate("window.spoken"))) <= 2


def test_another_view_stops_the_clock(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_role("button", name="Play", exact=True).click()
    page.get_by_role("link", name="About", exact=True).click()
    expect(page.locator(".about")).to_be_visible()
    page.get_by_role("link", name="Race", exact=True).click()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_the_clock_is_set_by_keyboard_and_says_the_time(open_page: Open) -> None:
    page = opened(open_page, "&scenario=nightly-tickets")
    clock = page.get_by_label("Clock")
    clock.press("Home")
    expect(clock).to_have_attribute("aria-valuetext", re.compile(r"0\.1\ss"))
    expect(page.locator("#track-sync .now")).to_have_text("blocked")
    expect(page.get_by_role("status").filter(has_text="At ")).to_contain_text("Batch blocked")
    clock.press("PageUp")
    expect(clock).not_to_have_attribute("aria-valuetext", re.compile(r"0\.1\ss"))
    expect(clock).to_be_focused()
    clock.press("End")
    expect(page.locator("#track-batch .now")).to_contain_text("done after")
    expect(clock).to_be_focused()


def test_another_day_is_another_and_its_address_leads_back_to_it(open_page: Open) -> None:
    page = opened(open_page, "&scenario=thirty-seconds")
    before = track(page, "sync")
    page.get_by_role("button", name="Another day").click()
    expect(page).to_have_url(re.compile("scenario=thirty-seconds&day=2$"))
    after = track(page, "sync")
    assert after != before
    page.reload()
    wait_until_ready(page)
    expect(page.locator("#track-sync")).to_be_visible()
    assert track(page, "sync") == after


def test_all_days_are_shown_as_histograms_and_the_button_keeps_the_focus(open_page: Open) -> None:
    page = opened(open_page)
    button = page.get_by_role("button", name="1,000 days")
    button.press("Enter")
    expect(page.locator(".track path")).to_have_count(len(MODES))
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page).to_have_url(re.compile("days=many"))
    button.press("Enter")
    expect(page.locator(".track path")).to_have_count(0)


def test_a_scenario_is_chosen_from_the_list(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_label("Workload", exact=True).select_option("deep-research")
    expect(page).to_have_url(re.compile("scenario=deep-research"))
    expect(page.locator("#track-sync .now")).to_contain_text("cut after")
    expect(page.locator("#track-sync .mark.lost")).to_be_visible()


def test_an_address_may_hold_a_whole_workload(open_page: Open) -> None:
    asked = (
        "&requests=1&times_a_day=5&independent=1&input_tokens=10&output_tokens=10&reader=gone&partial=0"
        "&deadline=60&rate_limit=10&webhook=0&retention=1&price_in=2&price_out=10"
    )
    page = opened(open_page, asked)
    expect(page.get_by_label("Workload", exact=True).locator("option:checked")).to_have_text("Your workload")
    expect(page.locator(".limits")).to_contain_text("deadline 1")


@pytest.mark.parametrize("asked", ["&scenario=maintenance-report", "&scenario=corpus-embedding&days=many"])
def test_nothing_of_the_race_is_outside_of_the_window(open_page: Open, asked: str) -> None:
    page = opened(open_page, asked)
    for size in at_every_size(page):
        assert page.evaluate(OUTSIDE) == [], size
    page.get_by_label("Clock").press("PageDown")
    for size in at_every_size(page):
        assert page.evaluate(OUTSIDE) == [], size


@pytest.mark.parametrize("view", ["race", "workload"])
def test_a_short_bar_is_seen_beside_the_mark_of_its_end(open_page: Open, view: str) -> None:
    page = open_page(f"#view={view}")
    expect(page.locator(".time-bar .mark.done")).to_have_count(len(MODES))
    for size in at_every_size(page):
        assert page.evaluate(COVERED) == 0, size


@pytest.mark.parametrize("size", ["frame", "small"])
def test_the_track_of_the_clock_is_as_long_as_the_axis(open_page: Open, size: str) -> None:
    page = opened(open_page, "", size)
    clock, axis = page.locator("#race-clock"), page.locator(".time-bar").first.bounding_box()
    drawn = clock.evaluate("(clock) => getComputedStyle(clock).backgroundSize")
    box = clock.bounding_box()
    assert box and axis
    assert drawn == "calc(100% - 16px) 5px"
    assert box["width"] - 16 == pytest.approx(axis["width"], abs=1)


def test_the_thumb_of_the_clock_stands_where_the_veil_begins(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_label("Clock").press("Home")
    veil, bar = page.locator(".veil i").bounding_box(), page.locator(".time-bar").first.bounding_box()
    clock = page.get_by_label("Clock").bounding_box()
    assert veil and bar and clock
    assert veil["x"] == pytest.approx(bar["x"], abs=2)
    assert clock["x"] + 8 == pytest.approx(bar["x"], abs=2)
    assert clock["x"] + clock["width"] - 8 == pytest.approx(bar["x"] + bar["width"], abs=2)
