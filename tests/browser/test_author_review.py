"""The lesson's own tests on the author's page: what the model says of each scenario beside what the author says."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.author import Bench, opening  # noqa: F401 -- a fixture

Open = Callable[..., Bench]
FIRST = "IDE inline code completion"


def review(at: Bench) -> None:
    at.page.get_by_role("button", name="Review").click()


def row(at: Bench, title: str) -> Locator:
    """A scenario, and what both say of it."""
    return at.panel.locator("tbody").filter(has_text=title)


def expect_at(at: Bench, line: str) -> None:
    """The cursor is in a line."""
    expect(at.page.locator(".cm-line.cm-activeLine")).to_have_text(line)


def test_each_scenario_stands_with_both_judgements_and_leads_to_its_place(bench: Open) -> None:
    at = bench()
    review(at)
    expect(at.panel.locator("tbody")).to_have_count(30)
    first = row(at, FIRST)
    expect(first).to_have_attribute("data-agreement", "agrees")
    expect(first.locator("td")).to_have_text(["Sync", re.compile(r"Sync 9\d")])
    expect(at.panel.locator(".summary")).to_contain_text(re.compile(r"of \d+ scenarios? agrees? with the model"))
    first.click()
    expect(at.page.locator("#file")).to_have_text("scenarios.yaml")
    expect_at(at, "inline-completion:")
    row(at, "Real-time chat").get_by_role("button").focus()
    at.page.keyboard.press("Enter")
    expect(at.page.locator(".cm-content")).to_be_focused()
    expect_at(at, "chat:")


def test_an_edit_judges_again_what_it_changes_and_says_where_the_two_differ(bench: Open) -> None:
    at = bench()
    at.open("scenarios.yaml")
    review(at)
    first = row(at, FIRST)
    expect(first).to_have_attribute("data-agreement", "agrees")
    old = "verdict: poor\n      text: >-\n        Twenty tokens arrive"
    at.replace(old, old.replace("poor", "defensible\n      reading: The editor shows words one by one."))
    expect(first).to_have_attribute("data-agreement", "differs")
    expect(first).to_contain_text("Streaming is defensible to you and poor to the model.")
    expect(at.panel.locator(".summary")).to_contain_text("1 differs and does not say why.")
    remark = at.panel.locator(".said li").filter(has_text="where this mode is best in")
    expect(remark).to_contain_text("or say in differs why you judge otherwise")
    remark.get_by_role("button").click()
    expect_at(at, "      verdict: defensible")
    at.undo()
    expect(first).to_have_attribute("data-agreement", "agrees")
    at.replace(
        "price_in: 2\n    price_out: 10\n  cards: [times_a_day, output",
        "price_in: 90\n    price_out: 90\n  cards: [times_a_day, output",
    )
    expect(first).to_have_attribute("data-agreement", "waiting")
    expect(first).to_have_attribute("data-agreement", re.compile("agrees|differs"))


def test_what_the_model_said_is_there_after_a_reload(bench: Open) -> None:
    at = bench()
    review(at)
    expect(row(at, FIRST)).to_have_attribute("data-agreement", "agrees")
    at = bench(page=at.page)
    review(at)
    expect(row(at, FIRST)).to_be_visible()
    assert row(at, FIRST).get_attribute("data-agreement") == "agrees"


def test_a_problem_keeps_the_last_table_and_says_so(bench: Open) -> None:
    at = bench()
    review(at)
    expect(row(at, FIRST)).to_be_visible()
    at.replace("title: Sync, Async", "titel: Sync, Async")
    expect(at.panel).to_contain_text("There is 1 problem. Until it is mended, this is what was found before.")
    expect(row(at, FIRST)).to_be_visible()


def test_it_fits_every_size_and_axe_finds_nothing_in_it(bench: Open) -> None:
    at = bench()
    review(at)
    expect(row(at, FIRST)).to_be_visible()
    for width, height in ((1280, 900), (800, 602), (375, 667)):
        at.page.set_viewport_size({"width": width, "height": height})
        assert at.page.evaluate("document.documentElement.scrollWidth") <= width
        assert at.panel.evaluate("each => each.scrollWidth <= each.clientWidth"), width
        expect(row(at, FIRST).get_by_role("button")).to_be_in_viewport()
    at.page.evaluate(Path("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    found = at.page.evaluate("axe.run('#panel', { iframes: false })")["violations"]
    assert [each["id"] for each in found] == []
