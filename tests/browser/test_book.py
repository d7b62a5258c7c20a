"""A real book with the lesson's folder in it, as its owner builds it, and the folder by itself."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from engine.content.load import Content
from engine.features.about.embed import snippet
from tests.browser.conftest import MODES, PATIENCE, Site
from tests.browser.plain import serving
from tests.browser.watching import Watched
from tools.content import languages, lessons
from tools.microsim.folder import make

FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
CONFIGURATION = """\
site_name: A book
site_url: %s/
use_directory_urls: %s
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
markdown_extensions: [attr_list, smarty, pymdownx.arithmatex, pymdownx.superfences]
plugins: [search]
"""
BUILDERS = {"material": ("mkdocs", "true"), "plain-addresses": ("mkdocs", "false"), "zensical": ("zensical", "true")}
"""What builds the book, and whether each page is a folder of its own."""
OTHER = "<!doctype html><title>Another sim</title><main><button>Start</button></main>"
BOXES_BELOW = """(height) => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().bottom > height)
  .map((each) => each.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that an owner copies."""
    made = make(tmp_path_factory.mktemp("microsim"), lessons()[0])
    assert made
    return made


@pytest.fixture(scope="session", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in BUILDERS])
def published(
    request: pytest.FixtureRequest, folder: Path, content: Content, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A book, built and served: a chapter with the lesson twice and another sim, and the lesson's own page."""
    book = tmp_path_factory.mktemp("book")
    with serving(book / "site") as address:
        build_book(book, address, request.param, folder, content)
        yield Site(book / "site", address)


def build_book(book: Path, address: str, kind: str, folder: Path, content: Content) -> None:
    """Write a book and let its owner's command build it, which may complain of nothing."""
    builder, folders = BUILDERS[kind]
    line = snippet(content.lesson).replace("sims/", "../../sims/")
    later = line.replace("main.html", "main.html?mode=batch").replace("<iframe", '<iframe loading="lazy"')
    chapter = f"""# Chapter 3\n\n[The lesson](../../sims/{folder.name}/index.md)\n\n{line}\n
<iframe src="../../sims/other/main.html" title="Another" width="100%" height="200"></iframe>\n\n{"Text. " * 3000}\n
{later}\n"""
    pages = {
        "mkdocs.yml": CONFIGURATION % (address, folders),
        "docs/index.md": "# A book\n",
        "docs/chapters/03/index.md": chapter,
        "docs/sims/other/index.md": "# Another\n",
        "docs/sims/other/main.html": OTHER,
    }
    for name, text in pages.items():
        (book / name).parent.mkdir(parents=True, exist_ok=True)
        (book / name).write_text(text, encoding="utf-8")
    copytree(folder, book / "docs/sims" / folder.name)
    done = subprocess.run(
        [Path(sys.executable).with_name(builder), "build", "--strict"],
        cwd=book,
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "WARNING" not in said, said


def test_a_book_publishes_the_folder_whole_and_unchanged(published: Site, folder: Path) -> None:
    there = published.folder / "sims" / folder.name
    ours = {file.relative_to(folder): file for file in folder.rglob("*") if file.is_file() and file.suffix != ".md"}
    assert {
        name
        for name, file in ours.items()
        if not (there / name).exists() or (there / name).read_bytes() != file.read_bytes()
    } == set()
    assert (there / "index.html").exists()


@pytest.fixture
def book(published: Site, watched: Callable[..., Watched]) -> Page:
    """The chapter, in a window in which a book gives its text 684 pixels."""
    page = watched("window").page
    page.set_viewport_size({"width": 1220, "height": 900})
    page.goto(f"{published.address}/chapters/03/")
    return page


def lesson(page: Page, number: int = 0) -> FrameLocator:
    """A frame of the page, when the lesson in it is ready."""
    frame = page.frame_locator(f'iframe[src*="main.html"]:not([title="Another"]) >> nth={number}')
    expect(frame.locator("html")).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
    return frame


def assert_right(frame: FrameLocator) -> None:
    """The lesson is shown, whole, and nothing else."""
    expect(frame.locator("#sim")).to_be_visible()
    expect(frame.locator(".md-header")).to_have_count(0)
    expect(frame.locator(":is(.failed, .notice):visible")).to_have_count(0)
    assert frame.locator("html").evaluate(FAULTS_WITHIN) == []


FAULTS_WITHIN = f"(_html) => ({FAULTS})()"


@pytest.mark.parametrize("published", ["material", "zensical"], indirect=True)
def test_the_lesson_is_at_home_in_a_chapter_and_on_its_own_page(book: Page) -> None:
    frame = lesson(book)
    box = book.locator("iframe").first.bounding_box()
    assert box
    assert 660 < box["width"] < 700
    assert box["height"] >= 602  # a frame that can size itself may be taller
    book.locator("iframe").first.evaluate("(frame) => { frame.style.width = '684px' }")
    assert_right(frame)
    expect(book.frame_locator('[title="Another"]').get_by_role("button")).to_be_visible()
    later = book.locator('iframe[loading="lazy"]')
    assert [each.url for each in book.frames if "mode=batch" in each.url] == []
    later.scroll_into_view_if_needed()
    second = lesson(book, 1)
    expect(second.locator("#sim")).to_have_attribute("data-mode", "batch")
    expect(frame.locator("#sim")).to_have_attribute("data-mode", "sync")
    book.locator('label[for^="__palette"]:visible').first.click()
    expect(book.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    frame.get_by_role("radio", name="Async").check()
    expect(frame.locator("#sim")).to_have_attribute("data-mode", "async")
    book.emulate_media(media="print")
    expect(frame.locator("figure:visible svg.drawing:visible")).to_have_count(len(MODES))
    assert book.pdf()
    book.emulate_media(media="screen")
    book.evaluate("window.sameDocument = true")
    book.get_by_role("link", name="The lesson", exact=True).first.click()
    expect(book.get_by_role("heading", level=1)).to_have_text("Sync, Async, and Batch API Flow")
    assert_right(lesson(book))
    assert book.evaluate("window.sameDocument"), "the book did not go there by itself"
    book.get_by_role("link", name="full screen").click()
    expect(book.locator("html")).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
    expect(book.locator("#sim")).to_be_visible()


def test_the_folder_holds_nothing_that_a_book_or_a_host_drops(folder: Path) -> None:
    """MkDocs and Jekyll leave out names that begin with a dot or a line; some file systems know no capitals."""
    names = [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]
    parts = [part for name in names for part in name.split("/")]
    assert [part for part in parts if part.startswith((".", "_", "#")) or part.endswith("~") or " " in part] == []
    assert len({name.lower() for name in names}) == len(names)
    dropped = (".br", ".gz", ".toml", ".py", ".wasm")
    assert [name for name in names if name.endswith(dropped) or name == "index.html"] == []
    assert [name for name in names if name.endswith((".md", ".ipynb"))] == ["index.md"]
    assert max(map(len, names)) < 80
    assert {"main.html", "index.md", "metadata.json", f"{folder.name}.png"} <= set(names)


def test_the_folder_has_the_lesson_in_every_language_and_each_leads_to_the_others(
    folder: Path, watched: Callable[..., Watched]
) -> None:
    page = watched().page
    with serving(folder) as address:
        page.goto(f"{address}/main.html?lang=de#view=about")
        page.wait_for_url(f"{address}/de/main.html#view=about")
        expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
        expect(page.locator("html")).to_have_attribute("lang", "de")
        for name, place in (("Español", "es/main.html"), ("English", "main.html")):
            page.get_by_role("link", name=name).click()
            page.wait_for_url(f"{address}/{place}#view=about")
            expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
    described = {file.relative_to(folder).as_posix() for file in folder.rglob("main.html")}
    assert described == {"main.html", *(f"{each}/main.html" for each in languages(folder.name))}


def test_from_a_file_no_control_lies_below_the_frame(folder: Path, watched: Callable[..., Watched]) -> None:
    """test-iframe-heights.py opens the page so, and fails for each that does."""
    seen = watched()
    page = seen.page
    page.set_viewport_size({"width": 700, "height": 602})
    page.goto((folder / "main.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator("figure:visible svg.drawing")).to_be_visible()
    assert page.evaluate(BOXES_BELOW, 602) == []
    seen.forgive()  # the browser's own words about modules from a file


def test_on_a_real_host_about_shows_and_copies_one_line_with_its_own_address(
    folder: Path, content: Content, watched: Callable[..., Watched]
) -> None:
    def answer(route: Route) -> None:
        file = folder.parent / urlsplit(route.request.url).path.lstrip("/")
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    seen = watched(permissions=["clipboard-read", "clipboard-write"])
    page, here = seen.page, f"https://book.example/{folder.name}/main.html"
    page.route("https://book.example/**", answer)
    page.goto(f"{here}?theme=dark#view=about")
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
    line = snippet(content.lesson, here)
    expect(page.locator("#snippet")).to_have_text(line)
    expect(page.locator("#about-embed")).not_to_contain_text(content.lesson.about.embed.relative)
    page.locator("#about-embed button").click()
    expect(page.locator(".notice")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == line
    seen.forgive()  # a host that is no machine of ours
