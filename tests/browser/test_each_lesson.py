"""Every lesson in content/, and a tiny one: each view opens, fits, leads on, and each of its questions can be answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from engine.content.load import Content
from engine.features import views
from tests.browser.conftest import BOOK, Site, hosted, wait_until_ready
from tests.browser.test_fit import assert_fits
from tests.browser.watching import watch
from tools import build
from tools.content import CONTENT, lessons, load_lesson

TINY = "tiny"
TESTS = Path("tests/content")
"""Where the lesson is that has no more than a lesson must have."""
SIZES = ((684, 602), (375, 667))

loaded = cache(load_lesson)


@dataclass
class Opened:
    """A lesson on a page."""

    page: Page
    content: Content

    @property
    def views(self) -> tuple[str, ...]:
        return views(self.content.lesson.features)

    def go(self, address: str) -> None:
        """To an address inside the lesson, in which everything means something, once all of its view is there."""
        self.page.evaluate("(address) => { location.hash = address }", address)
        view = address.partition("view=")[2].partition("&")[0]
        expect(self.page.locator("#sim")).to_have_attribute("data-view", view)
        expect(self.page.locator(".waiting:visible")).to_have_count(0)
        expect(self.page.locator(".notice")).to_have_count(0)

    def fits(self, *where: object) -> None:
        """Nothing is cut off or too small, in a frame and on a phone."""
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            assert_fits(self.page, self.content.lesson.name, width, *where)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The tiny lesson by itself, built and served."""
    with hosted(tmp_path_factory.mktemp(TINY) / "dist", TESTS) as found:
        yield found


@pytest.fixture(params=[*lessons(), TINY])
def opened(request: pytest.FixtureRequest, lasting: Browser) -> Iterator[Opened]:
    """Each lesson on a page of its own, which complains of errors in the end."""
    name = request.param
    site: Site = request.getfixturevalue("tiny" if name == TINY else "site")
    address = "" if name == TINY else build.addresses(lessons())[name]
    width, height = BOOK
    with lasting.new_context(viewport={"width": width, "height": height}) as context:
        watched = watch(context)
        watched.page.goto(f"{site.address}/{address}")
        wait_until_ready(watched.page)
        yield Opened(watched.page, loaded(name, TESTS if name == TINY else CONTENT))
    watched.assert_silent()


def test_every_view_fits_and_leads_only_to_where_something_is(opened: Opened) -> None:
    words, links = opened.content.lesson.messages, set()
    navigation = opened.page.get_by_role("navigation").locator("a .name")
    assert navigation.all_inner_texts() == [words(f"views.{view}") for view in opened.views]
    for view in opened.views:
        opened.go(f"#view={view}")
        opened.fits(view)
        links |= hrefs(opened.page.locator('#sim a[href^="#"]'))
    assert {f"#view={view}" for view in opened.views} <= {link.partition("&")[0] for link in links}
    for link in sorted(links):
        opened.go(link)


def test_every_mode_and_each_of_its_failures_is_drawn_and_fits(opened: Opened) -> None:
    for name in opened.content.lesson.modes:
        failures = opened.content.lazy.failures.get(name, {})
        for asked in ("", *(f"&failure={failure}" for failure in failures)):
            opened.go(f"#view=explore&mode={name}{asked}")
            opened.page.set_viewport_size({"width": 684, "height": 602})
            figure = f'figure[data-mode="{name}"]' + ("[data-failure]" if asked else ":not([data-failure])")
            expect(opened.page.locator(f"{figure} svg.drawing")).to_be_visible()
            opened.page.get_by_role("button", name=opened.content.lesson.messages("explore.next")).first.click()
            opened.fits(name, asked)


def test_every_scenario_can_be_answered(opened: Opened) -> None:
    page = opened.page
    for name, scenario in opened.content.lazy.scenarios.items():
        opened.go(f"#view=practice&scenario={name}")
        best = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "best")
        page.locator(f"#fact-{scenario.facts[0]}").check()
        page.locator(f"#choice-{best}").check()
        page.locator("#practice-answer").click()
        expect(page.locator("#feedback")).to_have_attribute("data-verdict", "best")
        opened.fits(name, "answered")
        if scenario.questions:
            expect(page.locator("#practice-discussion")).to_have_count(0)
            page.locator("#practice-compare").click()
            expect(page.locator("#reasons > ol > li")).to_have_count(len(scenario.questions))
            opened.fits(name, "compared")
        if scenario.tipping:
            if scenario.tipping.flips:
                page.locator(f"#flip-{scenario.tipping.facts[0]}").click()
                expect(page.locator(".finding .effect")).to_be_visible()
            page.locator("#practice-discussion summary").click()
            expect(page.locator("#practice-discussion p")).to_be_visible()
            opened.fits(name, "flipped")


def test_a_lesson_has_views_only_for_what_it_has_content_for() -> None:
    assert views(loaded(TINY, TESTS).lesson.features) == ("explore", "compare", "about")


def hrefs(links: Locator) -> set[str]:
    """Where links lead."""
    found: list[str] = links.evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    return {*found}
