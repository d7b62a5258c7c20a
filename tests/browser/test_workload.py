"""Your workload in a browser: typing, the advice beside it, the address, and what can be taken home."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, at_every_size

THIRTY = (
    "#view=workload&requests=1&times_a_day=800&independent=1&input_tokens=6000&output_tokens=2300&seconds=30"
    "&reader=waiting&partial=0&deadline=120&timeout=60&rate_limit=500&webhook=1&retention=1&price_in=2&price_out=10"
)
"""A request that takes 30 seconds."""


def deadline(page: Page) -> object:
    return page.evaluate("new URLSearchParams(location.hash.slice(1)).get('deadline')")


def test_it_opens_filled_and_advised(open_page: Open) -> None:
    page = open_page("#view=workload")
    expect(page.get_by_role("textbox", name="Requests per run")).not_to_have_value("")
    expect(page.locator(".ranking > li")).to_have_count(4)
    expect(page.locator(".best-mode")).to_contain_text("fits best")


def test_the_advice_changes_while_one_types_and_the_caret_stays(open_page: Open) -> None:
    page = open_page(THIRTY)
    field = page.get_by_role("textbox", name="Deadline, whole answer")
    expect(page.locator(".deadline-key")).to_contain_text("2 min")
    field.press("ControlOrMeta+a")
    field.press_sequentially("24")
    expect(page.locator(".deadline-key")).to_contain_text("24 s")
    field.press("ArrowLeft")
    field.press_sequentially("0")
    expect(field).to_have_value("204")
    assert field.evaluate("field => [document.activeElement === field, field.selectionStart]") == [True, 2]
    field.press("End")
    field.press_sequentially(" min")
    expect(field).to_have_value("204 min")
    expect(page).to_have_url(re.compile(r"[#&]deadline=12240(&|$)"))


def wait_for_the_shares(page: Page) -> None:
    """In how many plausible readings each mode is best is known."""
    expect(page.locator(".workload .sure:not(.looking)")).to_contain_text("plausible reading")


def test_what_means_nothing_is_met_with_words_and_the_advice_stays(open_page: Open) -> None:
    page = open_page(THIRTY)
    field, ranking = page.get_by_role("textbox", name="Deadline, whole answer"), page.locator(".ranking")
    wait_for_the_shares(page)
    before = ranking.inner_text()
    field.fill("soon")
    expect(field).to_have_accessible_description(
        "Enter a time, such as 90 s, 5 min or 2 h 45 min. The advice still uses 2 min."
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    assert (ranking.inner_text(), deadline(page)) == (before, "120")
    field.fill("8 days")
    expect(field).to_have_accessible_description("Enter 7 days or less. The advice still uses 2 min.")
    field.fill("3 min")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page).to_have_url(re.compile("deadline=180&"))


def test_a_preset_fills_every_field(open_page: Open) -> None:
    page = open_page(THIRTY.replace("requests=1&", "requests=77&"))
    presets = page.get_by_role("combobox", name="Start from")
    expect(presets).to_have_value("")
    page.get_by_role("textbox", name="Deadline, whole answer").fill("soon")
    presets.select_option("chat")
    expect(page.get_by_role("textbox", name="Requests per run")).to_have_value("1")
    expect(page.get_by_role("textbox", name="Deadline, whole answer")).not_to_have_value("soon")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(presets).to_have_value("chat")


def test_flags_and_readers_count_by_keyboard_too(open_page: Open) -> None:
    page = open_page(THIRTY)
    webhook = page.get_by_role("checkbox", name="webhook")
    expect(webhook).to_be_checked()
    webhook.press("Space")
    expect(webhook).not_to_be_checked()
    waiting = page.get_by_role("radio", name="Someone waits for the whole answer")
    waiting.press("ArrowDown")
    expect(page.get_by_role("radio", name="Someone reads as it streams")).to_be_checked()
    expect(page).to_have_url(re.compile("reader=watching.*webhook=0&retention=1&price_in=2&price_out=10$"))


def test_a_colleague_opens_the_same_question(open_page: Open) -> None:
    page = open_page(THIRTY)
    page.get_by_role("textbox", name="Rate limit").fill("1.5k")
    page.get_by_role("checkbox", name="webhook").uncheck()
    expect(page).to_have_url(re.compile("webhook=0"))
    wait_for_the_shares(page)
    sent, advice = page.evaluate("location.hash"), page.locator(".ranking").inner_text()
    other = open_page(sent)
    expect(other.get_by_role("textbox", name="Rate limit")).to_have_value("1,500")
    expect(other.get_by_role("checkbox", name="webhook")).not_to_be_checked()
    wait_for_the_shares(other)
    assert other.locator(".ranking").inner_text() == advice


def test_what_would_change_the_advice_is_found_in_time(open_page: Open) -> None:
    page = open_page(THIRTY)
    expect(page.locator(".flip-list li").first).to_be_visible()
    expect(page.locator(".flip-list")).to_contain_text("If the idle timeout is about 65 s or longer, Sync is best.")


def test_the_record_is_copied_as_text(open_page: Open) -> None:
    page = open_page(THIRTY, permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator(".flip-list li").first).to_be_visible()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".notices-region")).not_to_be_empty()
    told = page.evaluate("navigator.clipboard.readText()")
    assert told.startswith("# Decision on the API mode")
    assert "- Deadline, whole answer: 2 min" in told and "## What would flip it" in told


def test_the_race_takes_the_workload_over(open_page: Open) -> None:
    page = open_page(THIRTY)
    page.get_by_role("link", name="Watch it race").click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "race")
    expect(page.locator(".race")).to_be_visible()
    assert deadline(page) == "120"


def test_a_slider_flips_the_advice_by_keyboard_and_undo_takes_it_back(open_page: Open) -> None:
    page = open_page(THIRTY)
    slider = page.get_by_role("slider", name="Tightest idle timeout")
    expect(slider).to_have_attribute("aria-valuetext", "60 s: Async")
    expect(page.locator(".best-mode")).to_have_text("Async leads, but it is a judgement call.")
    slider.press("ArrowRight")
    expect(page.locator(".best-mode")).to_have_text(re.compile("^Sync "))
    expect(slider).to_have_attribute("aria-valuetext", "90 s: Sync")
    expect(slider).to_be_focused()
    expect(page.get_by_role("textbox", name="Tightest idle timeout")).to_have_value("90 s")
    slider.press("End")
    expect(slider).to_have_attribute("aria-valuetext", "none: Sync")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".best-mode")).to_have_text("Async leads, but it is a judgement call.")
    expect(slider).to_have_attribute("aria-valuetext", "60 s: Async")
    expect(page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")


def test_a_track_names_its_zones_by_colour_sign_and_word(open_page: Open) -> None:
    page = open_page(THIRTY)
    zones = page.locator(".slider:has(#slide-timeout) .zone")
    expect(zones).to_have_text(["Async", "Sync"])
    expect(zones.locator(".sign")).to_have_count(2)
    colours = zones.evaluate_all("zones => zones.map((zone) => getComputedStyle(zone).color)")
    assert len(set(colours)) == 2
    expect(page.locator("#slide-timeout-zones")).to_have_text("Async until about 65 s, then Sync.")


def test_a_field_says_what_it_understood_and_asks_where_it_is_unsure(open_page: Open) -> None:
    page = open_page(THIRTY)
    field = page.get_by_role("textbox", name="Rate limit")
    field.fill("1.5k req/min")
    expect(field).to_have_accessible_description("= 1,500 requests per minute")
    field.fill("50.000")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("button", name="50 requests per minute")).to_be_visible()
    page.get_by_role("button", name="50,000 requests per minute").click()
    expect(field).to_have_value("50,000")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page).to_have_url(re.compile("rate_limit=50000"))


def test_back_leads_to_where_one_was_before_an_example(open_page: Open) -> None:
    page = open_page(THIRTY)
    page.get_by_role("textbox", name="Rate limit").fill("77")
    page.get_by_role("combobox", name="Start from").select_option("chat")
    expect(page).to_have_url(re.compile("rate_limit=(?!77&)"))
    page.go_back()
    expect(page.get_by_role("textbox", name="Rate limit")).to_have_value("77")
    page.go_forward()
    expect(page.get_by_role("combobox", name="Start from")).to_have_value("chat")


@pytest.mark.parametrize("size", ["wide", "frame", "phone"])
def test_the_advice_and_the_first_slider_are_seen_at_once(open_page: Open, size: str) -> None:
    page = open_page(THIRTY, size)
    expect(page.locator(".zone").first).to_be_visible()
    expect(page.locator(".best-mode")).to_be_in_viewport(ratio=1)
    expect(page.locator(".reasons")).to_be_in_viewport(ratio=1)
    expect(page.locator(".slider").first).to_be_in_viewport(ratio=1)


CUT_OFF = """() => [...document.querySelectorAll(".workload, .workload *")].filter((each) =>
  !each.matches(".unseen, .time-bar, .time-bar *, option") && each.scrollWidth > each.clientWidth + 1
  && getComputedStyle(each).display !== "inline").map((each) => each.outerHTML.slice(0, 90))"""
TINY = """() => [...document.querySelectorAll(".workload *")].filter((each) => each.textContent.trim()
  && parseFloat(getComputedStyle(each).fontSize) < 11).map((each) => each.outerHTML.slice(0, 90))"""


def test_nothing_is_cut_off_and_no_text_is_tiny(open_page: Open) -> None:
    page = open_page(THIRTY)
    expect(page.locator(".flip-list li").first).to_be_attached()
    page.get_by_role("textbox", name="Deadline, whole answer").fill("8 days")
    for size in at_every_size(page):
        assert (page.evaluate(CUT_OFF), page.evaluate(TINY)) == ([], []), size


@pytest.mark.parametrize("size", ["wide", "frame", "phone", "small"])
def test_what_fits_best_is_in_sight_while_one_types(open_page: Open, size: str) -> None:
    page = open_page(THIRTY, size)
    best = ".now" if size in ("wide", "frame") else ".best-mode"
    for name in ("Requests per run", "Deadline, whole answer", "Output price"):
        page.get_by_role("textbox", name=name).focus()
        expect(page.get_by_role("textbox", name=name)).to_be_in_viewport(ratio=1)
        expect(page.locator(best)).to_be_in_viewport(ratio=1)
