"""A lesson in several languages: each has a page, right before Python, and they lead to each other and keep the place."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.books import FRAME, served, written
from tests.browser.conftest import PATIENCE, Site, hosted, wait_until_ready
from tests.browser.watching import Watched
from tests.conftest import FIXTURE
from tests.support.pseudo import translate
from tools import build
from tools import content as on_disk
from tools.i18n.__main__ import update

pytestmark = pytest.mark.xdist_group("languages")  # the folder is built once

LEAD = "Vier Arten zu essen."
SAY = "(language) => frames[0].postMessage({ type: 'microsim-language', language }, '*')"
VIEWS = ("explore", "compare", "race", "practice", "workload", "about")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The lesson of the tests: in English, with one German sentence, and in pseudo text from right to left."""
    work = tmp_path_factory.mktemp("languages")
    content = work / "content"
    shutil.copytree(FIXTURE, content / "fixture")
    shutil.copytree(on_disk.SHARED_MESSAGES, content / "messages", ignore=shutil.ignore_patterns("i18n"))
    (content / "lessons.yaml").write_text("- fixture\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(on_disk, "SHARED_MESSAGES", content / "messages")
        update("fixture", "de", content)
        translate("fixture", "ar", content)
        german = content / "fixture" / "i18n" / "de.po"
        text = german.read_text(encoding="utf-8")
        german.write_text(text.replace('"Four ways to eat."\nmsgstr ""', f'"Four ways to eat."\nmsgstr "{LEAD}"'))
        build.build(work / "dist", content=content)
    with hosted(work / "dist") as found:
        yield found


@pytest.fixture
def page(watched: Callable[..., Watched]) -> Page:
    return watched().page


def test_each_language_has_a_page_that_is_right_before_python(site: Site) -> None:
    pages = {name: (site.folder / name / "index.html").read_text(encoding="utf-8") for name in (".", "de", "ar")}
    assert '<html lang="en">' in pages["."]
    assert '<html lang="de">' in pages["de"]
    assert '<html lang="ar" dir="rtl">' in pages["ar"]
    assert LEAD in pages["de"]
    assert '<link rel="alternate" hreflang="de" href="./de/">' in pages["."]
    assert '<link rel="alternate" hreflang="en" href="../">' in pages["de"]
    assert "../assets/" in pages["de"]


def test_the_address_and_a_link_in_about_lead_to_a_language_and_keep_the_place(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/?lang=de&theme=dark#view=explore&mode=buffet")
    page.wait_for_url(f"{site.address}/de/?theme=dark#view=explore&mode=buffet")
    wait_until_ready(page)
    assert page.evaluate("document.documentElement.lang") == "de"
    page.goto(f"{site.address}/de/#view=about")
    wait_until_ready(page)
    expect(page.get_by_role("link", name="Deutsch")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{site.address}/#view=about")
    wait_until_ready(page)
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url(f"{site.address}/de/#view=about")
    wait_until_ready(page)
    page.goto(f"{site.address}/?#view=compare")
    page.wait_for_url(f"{site.address}/de/#view=compare")
    wait_until_ready(page)


def test_a_reader_of_another_language_is_led_to_its_page(site: Site, watched: Callable[..., Watched]) -> None:
    page = watched(locale="de-AT").page
    page.goto(f"{site.address}/#view=compare")
    page.wait_for_url(f"{site.address}/de/#view=compare")
    wait_until_ready(page)


@pytest.mark.parametrize("width", [320, 684, 1280])
def test_longer_words_from_right_to_left_overflow_nothing(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 602})
    page.goto(f"{site.address}/ar/")
    wait_until_ready(page)
    for view in VIEWS:
        page.goto(f"{site.address}/ar/#view={view}")
        expect(page.locator("#sim")).to_have_attribute("data-view", view)
        expect(page.locator("#sim [aria-busy=true]")).to_have_count(0)
        too_wide = "[...document.querySelectorAll('html, #main')].some((each) => each.scrollWidth > each.clientWidth)"
        assert not page.evaluate(too_wide), view


@pytest.mark.parametrize(("language", "toward"), [("", 1), ("ar/", -1)])
def test_an_arrow_points_to_where_the_lines_go_on(site: Site, page: Page, language: str, toward: int) -> None:
    page.goto(f"{site.address}/{language}#view=explore&mode=counter")
    wait_until_ready(page)
    onward = page.locator(".walk a").first
    found = onward.evaluate("(link) => getComputedStyle(link, '::after').transform")
    assert found == f"matrix({toward}, 0, 0, 1, 0, 0)"


def book(site: Site, attributes: str = "", page_lang: str = "", path: str = "/#view=compare") -> str:
    """A page with the lesson in a frame."""
    html = written(f"{site.address}{path}", attributes=f"{FRAME} {attributes}")
    return html.replace("<body", f"<html{page_lang}><body")


def language_of_frame(page: Page) -> str:
    """The language of the lesson in the frame, once it is ready."""
    frame = page.frame_locator("iframe").locator("html")
    expect(frame).to_have_attribute("data-python", "ready", timeout=2 * PATIENCE)
    return str(frame.get_attribute("lang"))


@pytest.mark.parametrize(
    ("attributes", "page_lang", "shown"),
    [("", ' lang="de-AT"', "de"), ('lang="ar"', ' lang="de"', "ar"), ("", ' lang="fr"', "en"), ("", "", "de")],
)
def test_in_a_frame_the_language_is_that_of_the_line_or_of_the_page_around_or_the_readers(
    site: Site, watched: Callable[..., Watched], attributes: str, page_lang: str, shown: str
) -> None:
    page = watched(locale="de").page
    html = book(site, attributes, page_lang)
    page.route("**/book", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{site.address}/book")
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("lang", shown)
    assert language_of_frame(page) == shown


def test_a_page_of_another_origin_says_its_language_and_the_place_stays(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = watched(locale="de").page
    with served(book(site)) as address:
        page.goto(address)
        assert language_of_frame(page) == "de"
        for said, shown in (("en-GB", "en"), ("fr", "en"), ("ar", "ar"), ("de", "de")):
            page.evaluate(SAY, said)
            expect(page.frame_locator("iframe").locator("html")).to_have_attribute("lang", shown)
            assert language_of_frame(page) == shown
            expect(page.frame_locator("iframe").locator("#sim")).to_have_attribute("data-view", "compare")
        for junk in ("7", "null", "{}", "'constructor'", "'__proto__'"):
            page.evaluate(f"({SAY})({junk})")
        assert language_of_frame(page) == "de"


def test_what_the_reader_chose_holds_against_what_the_page_around_says(
    site: Site, watched: Callable[..., Watched]
) -> None:
    """Also where the browser keeps nothing for a frame of another origin, as here."""
    page = watched(locale="ar").page
    with served(book(site, path="/#view=about")) as address:
        page.goto(address)
        assert language_of_frame(page) == "ar"
        page.frame_locator("iframe").get_by_role("link", name="Deutsch").click()
        expect(page.frame_locator("iframe").locator("html")).to_have_attribute("lang", "de")
        assert language_of_frame(page) == "de"
        page.evaluate(SAY, "ar")
        assert language_of_frame(page) == "de"
        page.frame_locator("iframe").get_by_role("link", name="English").click()
        expect(page.frame_locator("iframe").locator("html")).to_have_attribute("lang", "en")
        assert language_of_frame(page) == "en"
