"""An author's work is kept, and goes where the author sends it: a link, files, a folder."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.author import Bench, opening  # noqa: F401 -- a fixture
from tests.browser.watching import Watched
from tests.support.texts import HOSTILE
from tools import serve

Open = Callable[..., Bench]
LEAD = "lead: Send one request and wait for the whole answer."


def write(at: Bench, lead: str) -> None:
    at.open("modes/sync.yaml")
    at.replace(LEAD, lead)
    at.expect_checked("live")


def take_out(at: Bench, way: str) -> None:
    at.page.get_by_role("button", name="Take out your changes").click()
    at.panel.get_by_role("button", name=way).click()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_link_shows_the_draft_elsewhere_and_marks_it(bench: Open, watched: Callable[..., Watched]) -> None:
    at = bench(page=watched("wide", permissions=["clipboard-read", "clipboard-write"]).page)
    write(at, "lead: Ask and wait.")
    take_out(at, "Copy a link for a reviewer")
    expect(at.page.locator("#said")).to_contain_text("Link copied")
    link = copied(at.page)
    assert len(link) < 300
    other = bench(link.partition("//")[2].partition("/")[2], page=watched("wide").page)
    other.expect_checked("draft")
    expect(other.lesson.locator(".guide:visible .lead")).to_have_text("Ask and wait.")
    expect(other.page.locator("#kept")).to_contain_text("not kept")
    other.page.goto(other.page.url.partition("#")[0])
    other.expect_checked("built")


def test_a_hostile_draft_is_shown_and_does_nothing(bench: Open, watched: Callable[..., Watched]) -> None:
    at = bench(page=watched("wide", permissions=["clipboard-read", "clipboard-write"]).page)
    markup = next(change for kind, change in HOSTILE.items() if "<" in change("x"))
    text = re.sub(r"\s+", " ", markup("lead"))[:60]
    write(at, f"lead: {json.dumps(text)}")
    take_out(at, "Copy a link for a reviewer")
    expect(at.page.locator("#said")).to_contain_text("Link copied")
    other = bench(copied(at.page).partition("//")[2].partition("/")[2], page=watched("wide").page)
    other.expect_checked("draft")
    assert "<" in other.lesson.locator(".guide:visible .lead").inner_text()
    assert other.page.evaluate("document.querySelectorAll('main script, main img, main [onerror]').length") == 0
    assert other.lesson.locator("#sim script, #sim iframe, #sim [onerror]").count() == 0


def test_a_link_that_was_cut_off_says_so(bench: Open) -> None:
    at = bench("author.html#draft=eJw")
    expect(at.page.locator("#said")).to_contain_text("no draft that can be read")
    at.expect_checked("built")


def test_the_changed_files_are_downloaded(bench: Open) -> None:
    at = bench()
    write(at, "lead: Ask and wait.")
    with at.page.expect_download() as download:
        take_out(at, "Download the changed files")
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        assert archive.namelist() == ["modes/sync.yaml"]
        assert "lead: Ask and wait." in archive.read("modes/sync.yaml").decode()


def test_a_folder_that_is_refused_changes_nothing(bench: Open) -> None:
    at = bench()
    write(at, "lead: Ask and wait.")
    at.page.evaluate(
        "void (window.showDirectoryPicker = async () => { throw new DOMException('no', 'SecurityError'); })"
    )
    take_out(at, "Save in a folder…")
    expect(at.page.locator("#said")).to_contain_text("nothing was saved")


def test_the_changed_files_are_saved_in_a_folder(bench: Open) -> None:
    """The browser's own private folder stands for one on the disk."""
    at = bench()
    write(at, "lead: Ask and wait.")
    at.page.evaluate("void (window.showDirectoryPicker = () => navigator.storage.getDirectory())")
    take_out(at, "Save in a folder…")
    expect(at.page.locator("#said")).to_have_text("1 file saved in the folder.")
    saved = at.page.evaluate(
        "(async () => (await (await (await (await navigator.storage.getDirectory()).getDirectoryHandle('modes'))"
        ".getFileHandle('sync.yaml')).getFile()).text())()"
    )
    assert saved.replace("=../../schema/", "=../schema/") == at.text()  # the schemas lie elsewhere in a checkout


def test_it_says_when_the_device_is_full(bench: Open) -> None:
    at = bench()
    at.page.evaluate(
        "void (IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); })"
    )
    write(at, "lead: Ask and wait.")
    expect(at.page.locator("#kept")).to_contain_text("This device is full")


def test_a_newer_file_on_the_host_is_shown_and_not_overwritten(
    built: Path, tmp_path: Path, watched: Callable[..., Watched]
) -> None:
    folder = tmp_path / "dist"
    shutil.copytree(built, folder)
    server = serve.serve(folder)
    page = watched("wide").page
    page.set_viewport_size({"width": 1280, "height": 900})

    def opened() -> Bench:
        page.goto(f"http://127.0.0.1:{server.server_port}/author.html")
        expect(page.locator("#standing")).to_have_attribute("data-state", re.compile("built|live|good"))
        return Bench(page)

    at = opened()
    write(at, "lead: Ask and wait.")
    expect(page.locator("#kept")).to_have_attribute("data-state", "all")
    file = folder / "content/modes/sync.yaml"
    file.write_text(file.read_text().replace("name: Sync", "name: Synchronous"))
    at = opened()
    expect(at.panel).to_contain_text("modes/sync.yaml is newer on the host")
    expect(at.panel.locator(".taken")).to_contain_text(["-name: Synchronous", f"-{LEAD}"])
    at.open("modes/sync.yaml")
    assert "lead: Ask and wait." in at.text()
    at.panel.get_by_role("button", name="Take the host's text").click()
    expect(at.panel).to_contain_text("You have changed nothing yet.")
    assert "name: Synchronous" in at.text()
    at.undo()
    assert "lead: Ask and wait." in at.text()
    server.shutdown()
