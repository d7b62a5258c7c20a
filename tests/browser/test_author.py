"""The author's page: words on the left, the lesson that they make on the right, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.author import VIEW, Bench, opening  # noqa: F401 -- a fixture
from tests.browser.conftest import Site
from tools.content import CONTENT

LESSON = "sync-async-batch-api-flow"


Open = Callable[..., Bench]


def test_it_shows_the_words_and_the_lesson_that_they_make(bench: Open) -> None:
    at = bench()
    assert at.text() == (CONTENT / LESSON / "lesson.yaml").read_text().replace("$schema=../", "$schema=")
    expect(at.lesson.get_by_role("heading", level=1)).to_have_text("Sync, Async, and Batch API Flow")
    at.expect_checked("built")
    expect(at.page.locator("#panel")).to_have_text("No problem found.")


def test_the_lesson_shows_new_words_in_the_state_that_it_is_in(bench: Open) -> None:
    at = bench()
    at.lesson.get_by_role("radio", name="Batch", exact=True).check()
    at.lesson.get_by_role("button", name="Next").click()
    step = at.lesson.locator(".explanation .caption")
    expect(step).not_to_be_empty()
    at.open("modes/batch.yaml")
    caption = re.search(r"caption: (.+)", at.text())
    assert caption
    at.replace(caption[1], "The client writes all requests into one file.")
    expect(step).to_contain_text("The client writes all requests into one file.")
    at.expect_checked("live")
    expect(at.lesson.get_by_role("radio", name="Batch", exact=True)).to_be_checked()
    expect(at.page.locator('#files [data-file="modes/batch.yaml"]')).to_contain_text("batch.yaml")
    expect(at.page.get_by_role("img", name="changed")).to_have_count(1)


def test_a_misspelt_participant_is_underlined_and_mended_by_one_click(bench: Open) -> None:
    at = bench()
    at.open("modes/sync.yaml")
    at.replace("to: Vendor", "to: Vendr")
    expect(at.marks).to_have_text("Vendr")
    at.expect_checked("good")
    expect(at.page.locator("#panel")).to_contain_text("Unknown participant Vendr. Did you mean Vendor?")
    expect(at.lesson.locator("figure:visible svg.drawing")).to_be_visible()
    at.marks.hover()
    at.page.get_by_role("button", name="Use Vendor").click()
    expect(at.marks).to_have_count(0)
    at.expect_checked("built")


def test_what_is_written_and_asked_for_before_the_lesson_has_started_counts_then(bench: Open) -> None:
    at = bench("author.html?file=modes/sync.yaml", checked=False)
    at.replace("to: Vendor", "to: Vendr")
    at.page.locator("#take-out").click()
    expect(at.marks).to_have_text("Vendr")
    at.expect_checked("good")
    expect(at.panel).to_contain_text("modes/sync.yaml")


def test_a_problem_leads_to_its_place(bench: Open) -> None:
    at = bench()
    at.open("sources.yaml")
    at.replace("publisher: OpenAI", "publishr: OpenAI")
    expect(at.marks).to_have_text("publishr")
    at.open("lesson.yaml")
    at.panel.get_by_role("button", name="sources.yaml, line 16").click()
    expect(at.page.locator("#file")).to_have_text("sources.yaml")
    expect(at.marks).to_have_text("publishr")


def test_what_was_written_and_what_can_be_undone_survive_a_reload(bench: Open) -> None:
    at = bench(checked=False)
    at.open("modes/sync.yaml")
    before = at.text()
    at.replace("name: Sync", "name: Ask")
    at.replace("lead: Send", "lead: Post")
    after = at.text()
    expect(at.page.locator("#kept")).to_have_attribute("data-state", "all")
    at.page.reload()
    expect(at.page.locator(".cm-content")).to_contain_text(":")
    at.open("modes/sync.yaml")
    assert at.text() == after
    at.page.locator(".cm-content").focus()
    for _ in range(2):
        at.page.keyboard.press("Control+z")
    assert at.text() == before


def test_escape_and_tab_leave_the_text_and_tab_indents(bench: Open) -> None:
    at = bench(checked=False)
    at.page.evaluate(f"{VIEW}.focus()")
    at.page.keyboard.press("Tab")
    assert at.text().startswith("  #")
    at.page.keyboard.press("Escape")
    at.page.keyboard.press("Tab")
    assert not at.page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_the_lessons_page_names_nothing_of_the_authors_page(site: Site) -> None:
    assert "author" not in re.sub(r"(?i)>[^<]*<", "", (site.folder / "index.html").read_text())


def test_axe_finds_nothing_but_the_scroller_of_the_editor(bench: Open) -> None:
    """Of that it says that keys cannot reach it; they can, since the text in it is what has the focus."""
    at = bench()
    at.open("modes/sync.yaml")
    at.replace("name: Sync", "nam: Sync")
    expect(at.marks).to_have_text("nam")
    at.page.evaluate(Path("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    found = at.page.evaluate("axe.run(document, { iframes: false })")["violations"]
    assert [each["id"] for each in found if "cm-scroller" not in each["nodes"][0]["html"]] == []


def test_axe_finds_nothing_in_the_lesson_beside_the_words(bench: Open) -> None:
    at = bench()
    [lesson] = [each for each in at.page.frames if each.parent_frame]
    lesson.evaluate(Path("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    assert [each["id"] for each in lesson.evaluate("axe.run(document)")["violations"]] == []
