"""How sure a verdict is, in a browser: the shares come while the page is idle, and nothing moves when they do."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open

GREY = (
    "requests=1&times_a_day=1000&independent=1&input_tokens=1000&output_tokens=2000&seconds=30&reader=waiting&partial=0"
    "&deadline=300&timeout=60&rate_limit=1000&webhook=1&retention=1&survives=0&price_in=3&price_out=15"
)
"""Somebody waits 30 s for the whole answer, behind a timer of 60: nobody can say which mode is best."""
SHARES = re.compile(r" is best in [1-9]\d? of 100 plausible readings, ")


def test_your_own_says_in_how_many_readings_each_mode_is_best_and_what_to_know_better(open_page: Open) -> None:
    page = open_page(f"#view=workload&{GREY}")
    sure = page.locator(".workload .sure")
    expect(sure).to_contain_text(SHARES)
    expect(sure).to_contain_text("To decide, check ")
    expect(page.locator(".best-mode")).to_contain_text("leads, but it is a judgement call.")
    grades = page.locator(".ranking .grade")
    expect(grades.filter(has_text="defensible").first).to_be_attached()
    shares = [int(re.search(r"(\d+) of 100", text)[1]) for text in grades.all_inner_texts()]  # type: ignore[index]
    assert 95 <= sum(shares) <= 100


def test_nothing_below_moves_when_the_shares_come(open_page: Open) -> None:
    page = open_page(f"#view=workload&{GREY}")
    levers = page.locator(".workload .levers")
    before = levers.bounding_box()
    expect(page.locator(".workload .sure")).to_contain_text(SHARES)
    after = levers.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) <= 30, "one line of the reasons at most"


def test_how_sure_one_is_of_the_numbers_is_said_by_keyboard_and_changes_the_shares(open_page: Open) -> None:
    page = open_page(f"#view=workload&{GREY}")
    sure, choice = page.locator(".workload .sure"), page.get_by_label("How sure are you of your numbers?")
    expect(choice).to_have_value("about")
    expect(choice).to_have_accessible_description(
        re.compile(r"^Your numbers may be off by a factor of 1\.2 to 1\.5\.$")
    )
    expect(sure).to_contain_text(SHARES)
    usual = sure.inner_text()
    choice.focus()
    page.keyboard.press("ArrowUp")
    expect(choice).to_have_value("exact")
    expect(choice).to_have_accessible_description("Your numbers count as exact.")
    expect(choice).to_be_focused()
    expect(sure).not_to_have_text(usual)
    expect(sure).to_contain_text(SHARES)
    page.wait_for_url(re.compile("numbers=exact"))
    page.reload()
    expect(page.get_by_label("How sure are you of your numbers?")).to_have_value("exact")


def test_race_calls_a_judgement_call_one(open_page: Open) -> None:
    page = open_page(f"#view=race&{GREY}")
    page.get_by_role("button", name="1,000 days").or_(page.locator("#race-play")).first.click()
    page.get_by_role("button", name="1,000 days").click()
    result = page.locator("#race-result")
    expect(result).to_contain_text("A judgement call.")
    expect(result).to_contain_text(SHARES)
    expect(page.locator(".track .tag").filter(has_text=re.compile(r"^\d+ of 100$"))).not_to_have_count(0)
    assert "fits best" not in result.inner_text()
