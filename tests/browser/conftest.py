"""The built folder, served with its headers, in a real browser; each page is watched for errors and requests."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect, sync_playwright

from tests.browser.books import Book, served, written
from tests.browser.plain import serving
from tests.browser.visits import OPTIONS, Visits
from tests.browser.watching import Watched, watch
from tools import browser, build, serve

SIZES = {"wide": (800, 602), "frame": (700, 500), "phone": (375, 667), "small": (320, 568), "window": (1600, 900)}
EVERY_SIZE = [*SIZES.values(), (1280, 800)]
BOOK = (1000, 700)
MODES = ("sync", "streaming", "async", "batch")
STEPS = {"sync": 5, "streaming": 9, "async": 11, "batch": 11}
QUICK_TO_START = "--js-flags=--liftoff-only"
"""WebAssembly compiled once and simply: a page of a test is closed before the optimised code would pay."""
PATIENCE = 60_000
"""Milliseconds: a limit for a machine that hangs, not a measure."""

expect.set_options(timeout=PATIENCE)

collect_ignore = ["again.py"]


@dataclass
class Site:
    """Where the built folder is, on disk and on the network."""

    folder: Path
    address: str


@contextmanager
def hosted(folder: Path, content: Path | None = None) -> Iterator[Site]:
    """A folder that is served, and before, where `content` is given, built of that."""
    if content:
        build.build(folder, content=content)
    server = serve.serve(folder)
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()


class Gate:
    """Holds requests back until it is opened."""

    def __init__(self) -> None:
        self.held: list[Route] = []
        self.is_open = False

    def __call__(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def open(self) -> None:
        """Let everything through."""
        self.is_open = True
        for route in self.held:
            route.continue_()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A fresh build; the first process of the tests that needs it makes it for all."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder = shared / "dist"
    with (shared / "building").open("w") as building:
        fcntl.flock(building, fcntl.LOCK_EX)
        if not folder.exists():
            build.build(folder)
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The build, served."""
    with hosted(built) as found:
        yield found


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Browser:
    """The browser for pages that one test uses."""
    return browser.launch(driver, QUICK_TO_START)


@pytest.fixture(scope="session")
def lasting(driver: Playwright) -> Browser:
    """The browser for pages that are used for long, where optimised code pays."""
    return browser.launch(driver)


Open = Callable[..., Page]
OpenBook = Callable[..., Book]


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Makes a page that is watched, and in the end complains of what went wrong on it."""
    pages: list[Watched] = []

    def make(size: str = "wide", **options: Any) -> Watched:
        width, height = BOOK if size == "book" else SIZES[size]
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        made = watch(context)
        pages.append(made)
        return made

    yield make
    for each in pages:
        each.page.context.close()
        each.assert_silent()


@pytest.fixture(scope="session")
def visits(lasting: Browser, site: Site) -> Iterator[Visits]:
    """The pages that tests use one after the other."""
    kept = Visits(lasting, site.address)
    yield kept
    kept.close()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, site: Site, watched: Callable[..., Watched], visits: Visits
) -> Iterator[Open]:
    """Opens an address of the site and waits until Python is ready.

    In a page that was used before and shows nothing of that (tests/browser/visits.py), unless `fresh` asks for one that
    was not, or the address or an option that is given does.
    """
    visited: list[Watched] = []
    failed = request.session.testsfailed

    def go(address: str = "", size: str = "wide", ready: bool = True, fresh: bool = False, **options: Any) -> Page:
        if ready and not fresh and not address.startswith("?") and options.keys() <= OPTIONS:
            visited.append(visits.begin(address, SIZES[size], options))
            return visited[-1].page
        page = watched(size, **options).page
        page.goto(f"{site.address}/{address}")
        if ready:
            wait_until_ready(page)
        return page

    yield go
    for each in visited:
        visits.end(each, spoiled=bool(request.session.testsfailed > failed or each.errors))
    for each in visited:
        each.assert_silent()


@pytest.fixture
def serve_plainly() -> Iterator[Callable[[Path], str]]:
    """Serves a folder from an origin of its own, with no header that a plain host would not send."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture
def open_book(site: Site, watched: Callable[..., Watched]) -> Iterator[Callable[..., Book]]:
    """Opens a page of a book with the lesson in a frame, and waits until Python is ready.

    `other` puts the book on another origin; without `python` the library does not arrive until the gate is opened.
    """
    with ExitStack() as servers:

        def go(
            address: str = "",
            *,
            other: bool = False,
            python: bool = True,
            options: dict[str, Any] | None = None,
            **looks: Any,
        ) -> Book:
            page = watched("book", **(options or {})).page
            gate, html = Gate(), written(f"{site.address}/{address}", **looks)
            if not python:
                page.route("**/library-*", gate)
            page.route("**/book", lambda route: route.fulfill(body=html, content_type="text/html"))
            page.goto(servers.enter_context(served(html)) if other else f"{site.address}/book")
            book = Book(page, page.frame_locator("iframe"), f"{site.address}/", gate.open)
            if python:
                expect(book.frame.locator("html")).to_have_attribute("data-python", "ready")
            return book

        yield go


def wait_until_ready(page: Page) -> None:
    """Python has adopted the page."""
    expect(page.locator("html")).to_have_attribute("data-python", "ready")


def at_every_size(page: Page) -> Iterator[tuple[int, int]]:
    """Gives the page each size in turn."""
    for width, height in EVERY_SIZE:
        page.set_viewport_size({"width": width, "height": height})
        yield width, height


def choose(page: Page, mode: str) -> None:
    """Choose a mode as a learner does."""
    page.get_by_role("radio", name=mode.capitalize(), exact=True).check()
    expect(page.locator("#sim")).to_have_attribute("data-mode", mode)


def caption(page: Page) -> str:
    """What is said of the shown step, in the place of the guidance."""
    return page.locator(".explanation .caption").inner_text()


def glanced(page: Page) -> list[str | None]:
    """The modes whose profile is shown."""
    return [each.get_attribute("data-mode") for each in page.locator(".profile:visible").all()]
