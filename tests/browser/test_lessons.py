"""Several lessons in one folder: one copy of what they share, and each with its own words, answers and edits."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, hosted, wait_until_ready
from tests.browser.watching import Watched
from tools.content import CONTENT, content_files, lessons

pytestmark = pytest.mark.xdist_group("lessons")  # the folder is built once

FORMERLY = "api-modes-lesson"
OWN = {"lesson", "lazy_content", "main"}
AUTHORS = re.compile(r"author-\w+\.txt")
"""What starts the author's page of a lesson, which names the lesson's own files."""
"""What a lesson has of its own beside its page; all else is there once."""
TINY = Path("tests/content/tiny")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The first lesson, one without failures, and one that has no more than it must, built together and served."""
    work = tmp_path_factory.mktemp("lessons")
    content, first = work / "content", lessons()[0]
    for name, left_out in ((first, ()), ("second", ("failures",))):
        for file in content_files(first):
            if file.startswith(("messages/", *left_out)):
                continue
            (content / name / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CONTENT / first / file, content / name / file)
    shutil.copytree(CONTENT / first / "drawings", content / "second" / "drawings")
    shutil.copytree(TINY, content / TINY.name)
    second = content / "second" / "lesson.yaml"
    text = second.read_text(encoding="utf-8").replace(f"formerly: {FORMERLY}\n", "")
    second.write_text(text.replace("title: Sync, Async, and Batch", "title: Another", 1), encoding="utf-8")
    (content / "lessons.yaml").write_text(f"- {first}\n- second\n- {TINY.name}\n", encoding="utf-8")
    with hosted(work / "dist", content) as found:
        yield found


@pytest.fixture
def page(watched: Callable[..., Watched]) -> Page:
    return watched().page


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    wait_until_ready(page)
    return page


def test_what_lessons_share_lies_there_once(three: Site, built: Path) -> None:
    theirs, others = ([asset.name for asset in (each / "assets").iterdir()] for each in (three.folder, built))
    together, alone = (
        [name for name in names if name.partition("-")[0] not in OWN and not AUTHORS.fullmatch(name)]
        for names in (theirs, others)
    )
    assert sorted(together) == sorted(alone)
    assert len([name for name in theirs if name.startswith("main-")]) == 3


def test_a_second_lesson_fetches_only_what_is_its_own(three: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    opened(page, f"{three.address}/")
    first, asked = set(asked), []
    opened(page, f"{three.address}/second/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Another API Flow")
    page.goto(f"{three.address}/second/#view=practice")
    expect(page.locator("#practice-answer")).to_be_visible()
    fresh = {path for path in asked if path.startswith("/assets/")} - first
    assert {Path(path).name.partition("-")[0] for path in fresh} >= {"lesson", "main"}
    assert {Path(path).name.partition("-")[0] for path in fresh} - {"lazy"} == OWN


def test_each_lesson_keeps_its_own_answers_and_finds_those_under_its_earlier_name(three: Site, page: Page) -> None:
    progress = page.locator("#practice-result")
    opened(page, f"{three.address}/#view=practice")
    page.locator("#practice-show").click()
    expect(progress).to_contain_text(" 1 of ")
    kept = page.evaluate("(name) => localStorage.getItem(name)", lessons()[0])
    page.evaluate("([name, kept]) => { localStorage.clear(); localStorage.setItem(name, kept) }", [FORMERLY, kept])
    opened(page, f"{three.address}/second/#view=practice")
    expect(progress).to_contain_text(" 0 of ")
    page.locator("#practice-show").click()
    expect(progress).to_contain_text(" 1 of ")
    opened(page, f"{three.address}/#view=practice")
    expect(progress).to_contain_text(" 1 of ")
    assert page.evaluate("Object.keys(localStorage).sort()") == [FORMERLY, "second"]


def test_an_edit_on_the_host_of_one_lesson_is_seen_there_alone(three: Site, page: Page) -> None:
    content = three.folder / "second" / "content"
    file = content / "modes/sync.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: Sync\n", "name: Call\n", 1), encoding="utf-8")
    (content / "edited.txt").write_text("modes/sync.yaml\n", encoding="utf-8")
    opened(page, f"{three.address}/second/")
    expect(page.get_by_role("radio", name="Call", exact=True)).to_be_attached()
    opened(page, f"{three.address}/")
    expect(page.get_by_role("radio", name="Sync", exact=True)).to_be_attached()
