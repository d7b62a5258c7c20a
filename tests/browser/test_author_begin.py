"""What an author begins, calls otherwise and deletes in the author's page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.author import VIEW, Bench, opening  # noqa: F401 -- a fixture
from tests.browser.watching import Watched
from tests.engine.test_skeletons import filled

Open = Callable[..., Bench]
SELECTED = f"(() => {{ const {{ doc, selection }} = {VIEW}.state; const {{ from }} = doc.lineAt(selection.main.from);"
SELECTED += " return [doc.sliceString(from, selection.main.from), doc.sliceString(selection.main.from, selection.main.to)]; })()"


def begin(at: Bench, kind: str, name: str) -> int:
    """Begin something with the keyboard alone; how many places need words then."""
    for _ in range(4):
        at.page.keyboard.press("Tab")
        if at.page.evaluate("document.activeElement.id") == "begin":
            break
    at.page.keyboard.press("Enter")
    expect(at.panel.get_by_role("heading", name="Begin something new")).to_be_visible()
    at.page.locator("#tabs button").last.focus()
    at.page.keyboard.press("Tab")
    at.page.keyboard.type(kind)
    at.page.keyboard.press("Tab")
    at.page.keyboard.type(name)
    at.page.keyboard.press("Enter")
    expect(at.page.locator("#said")).to_contain_text("their text begins with TODO")
    return int(re.findall(r"\d+", at.page.locator("#said").inner_text())[0])


def test_a_fifth_mode_is_made_from_nothing_by_keyboard_alone(bench: Open) -> None:
    at = bench()
    left = begin(at, "Mode", "Fax machine")
    expect(at.page.locator("#file")).to_have_text("modes/fax-machine.yaml")
    at.expect_checked("live")
    expect(at.page.locator("#standing")).to_have_text(f"The lesson shows your words; {left} places still need words.")
    expect(at.lesson.get_by_role("radio", name="Fax machine")).to_have_count(1)
    for _ in range(left):
        before, marked = at.page.evaluate(SELECTED)
        assert "TODO" in marked, before
        at.page.keyboard.insert_text(filled(before + marked)[len(before) :])
        at.page.keyboard.press("Control+Enter")
    expect(at.page.locator("#standing")).to_have_text("The lesson shows your words.")
    expect(at.panel).to_contain_text("No place needs words.")
    expect(at.page.locator("#tabs")).to_contain_text("Problems")
    assert at.page.locator("#tabs [data-value=problems] small").count() == 0
    at.lesson.get_by_role("radio", name="Fax machine").check()
    expect(at.lesson.locator("figure:visible svg.drawing")).to_contain_text("Words.")


def test_a_place_is_a_click_away_and_survives_a_reload(bench: Open) -> None:
    at = bench()
    begin(at, "Source", "fax-guide")
    at.panel.get_by_role("button", name=re.compile("publisher")).click()
    at.page.keyboard.insert_text("Acme")
    expect(at.panel.locator(".places button")).to_have_count(2)
    expect(at.page.locator("#kept")).to_have_attribute("data-state", "all")
    at.page.reload()
    expect(at.page.locator("#standing")).to_contain_text("2 places still need words")


def test_a_mode_has_another_name_wherever_it_is_named_and_a_file_is_deleted_and_comes_back(
    bench: Open, watched: Callable[..., Watched]
) -> None:
    seen = watched("wide")
    at = bench(page=seen.page)
    at.open("modes/async.yaml")
    at.page.locator("#begin").click()
    at.panel.get_by_label("New name").fill("Background")
    at.panel.get_by_role("button", name="Rename").click()
    expect(at.page.locator("#said")).to_contain_text("Renamed")
    expect(at.page.locator("#file")).to_have_text("modes/background.yaml")
    at.expect_checked("live")
    expect(at.page.locator('#files [data-file="modes/async.yaml"]')).to_have_count(0)
    at.open("messages.yaml")
    at.panel.get_by_role("button", name="Delete messages.yaml").click()
    expect(at.page.locator("#said")).to_contain_text("messages.yaml is deleted here")
    at.page.get_by_role("button", name="Take out your changes").click()
    with at.page.expect_download() as download:
        at.panel.get_by_role("button", name="Download the changed files").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        assert "modes/background.yaml" in archive.namelist()
        assert {"modes/async.yaml", "messages.yaml"} <= set(archive.read("DELETE.txt").decode().split())
    expect(at.page.locator("#kept")).to_have_attribute("data-state", "all")
    at.page.reload()
    expect(at.page.locator("#standing")).to_have_attribute("data-state", "live")
    assert all("404" in each for each in seen.errors)  # the host is asked whether it has the new files by now
    seen.forget()
    expect(at.page.locator('#files [data-file="messages.yaml"]')).to_have_count(0)
    at.page.get_by_role("button", name="Take out your changes").click()
    change = at.panel.locator("details", has=at.page.get_by_text("messages.yaml", exact=True))
    change.locator("summary").click()
    change.get_by_role("button", name="Go back to the host's text").click()
    expect(at.page.locator('#files [data-file="messages.yaml"]')).to_have_count(1)
