"""What an author types wrong is underlined where it is, with the remedy, and the lesson stays the last good one."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import expect

from tests.browser.author import Bench, opening  # noqa: F401 -- a fixture


class Mistake(NamedTuple):
    """What is typed in place of what, what of it is underlined, and what is said."""

    old: str
    new: str
    underlined: str
    said: str
    mended: str = ""
    """What the button says that mends it by one click."""


LEAD = "lead: Send one request and wait for the whole answer."
MISTAKES = {
    "a tab": Mistake("    kind: request", "\tkind: request", "kind: request", "tab"),
    "a colon forgotten": Mistake("colour: blue", "colour blue", "colour blue", "no colon"),
    "a colon in a sentence": Mistake(LEAD, "lead: Send one request: wait.", ": wait.", "in quotation marks"),
    "a quotation mark not closed": Mistake(
        LEAD, 'lead: "Send one request.', '"Send one request.', "Close it where the text ends"
    ),
    "a key misspelt": Mistake("colour: blue", "color: blue", "color", "Did you mean colour?", "Use colour"),
    "a participant misspelt": Mistake("to: Vendor", "to: Vendr", "Vendr", "Did you mean Vendor?", "Use Vendor"),
    "a source misspelt": Mistake(
        "sources: [anthropic-sdk, openai-sdk]",
        "sources: [antropic-sdk, openai-sdk]",
        "antropic-sdk",
        "Did you mean anthropic-sdk?",
        "Use anthropic-sdk",
    ),
    "a wrong indent": Mistake("    to: Vendor", "   to: Vendor", "to: Vendor", "indentation"),
    "a key twice": Mistake("colour: blue", "colour: blue\ncolour: teal", "teal", "a second time"),
    "a number as text": Mistake("name: Sync", "name: 12", "12", "Put it in quotation marks", 'Use "12"'),
    "a # in a sentence": Mistake(LEAD, "lead: Send request #1 and wait.", "#1 and wait.", "comment"),
}


def test_each_typical_mistake(bench: Callable[..., Bench]) -> None:
    at = bench()
    at.open("modes/sync.yaml")
    good = at.text()
    for name, mistake in MISTAKES.items():
        at.replace(mistake.old, mistake.new)
        expect(at.marks.first, name).to_be_visible()
        underlined = "".join(at.marks.all_inner_texts())
        assert mistake.underlined in underlined, f"{name}: {underlined}"
        expect(at.panel, name).to_contain_text(mistake.said)
        at.expect_checked("good")
        expect(at.lesson.locator("figure:visible svg.drawing"), name).to_be_visible()
        expect(at.lesson.locator(".guide:visible .lead"), name).to_have_text(
            "Send one request and wait for the whole answer."
        )
        if mistake.mended:
            at.panel.get_by_role("button", name=mistake.mended, exact=True).first.click()
            expect(at.marks, name).to_have_count(0)
        else:
            at.undo()
        while at.text() != good:
            at.undo()
        expect(at.marks, name).to_have_count(0)
        at.expect_checked("built")


def test_a_file_that_is_emptied(bench: Callable[..., Bench]) -> None:
    at = bench()
    at.open("sources.yaml")
    at.page.locator(".cm-content").focus()
    at.page.keyboard.press("Control+a")
    at.page.keyboard.press("Delete")
    expect(at.panel).to_contain_text("The file is empty")
    expect(at.panel.get_by_role("button").first).to_have_text(re.compile("sources.yaml"))
    expect(at.lesson.locator("figure:visible svg.drawing")).to_be_visible()


def test_five_megabytes_are_pasted(bench: Callable[..., Bench]) -> None:
    at = bench()
    at.open("modes/sync.yaml")
    at.replace("name: Sync", "name: " + "x" * 5_000_000)
    expect(at.panel).to_contain_text("more than 262,144 characters")
    at.undo()
    at.expect_checked("built")
