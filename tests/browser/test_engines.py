"""The same smoke in Chromium, Firefox and WebKit: the lesson in a frame of another site, in a sandbox, by itself."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from engine.features import FEATURES, views
from tests.browser.conftest import MODES, PATIENCE
from tests.browser.engines import LAUNCH, Engine, Playwrights
from tests.browser.plain import Plain
from tests.browser.walk import walk
from tools import engines, serve

VIEWS = views(tuple(feature.name for feature in FEATURES))
HERE = Path(__file__).parent
FAULTS = (HERE / "faults.js").read_text(encoding="utf-8").partition("\n")[2]
HOST_PAGE = """<!doctype html><title>A textbook</title><body style="margin: 0">
<script>
  window.heard = [];
  addEventListener("message", ({ data }) => { heard.push(data); });
  window.embed = (address, sandbox) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { width: 684, height: 602, title: "Lesson", style: "border: 0" });
    frame.onload = () => { window.arrived = true; };
    if (sandbox) frame.sandbox = sandbox;
    heard.length = 0;
    window.arrived = false;
    frame.src = address;
    document.body.replaceChildren(frame);
  };
</script>"""
WIDTHS = (684, 375)
ACTIONS = 40


class Lesson:
    """The lesson in an engine: by itself, or in a frame of another site's page."""

    def __init__(self, engine: Engine, sites: dict[str, str]) -> None:
        self.engine, self.sites = engine, sites
        self.embedded = False

    def embed(self, site: str = "site", sandbox: str = "") -> None:
        """Embed it in another site's page, and wait until it says that it is ready."""
        self.engine.visit(self.sites["book"])
        self.engine.evaluate("(...given) => embed(...given)", self.sites[site], sandbox)
        self.until("() => arrived && heard.some(({ type }) => type === 'microsim-ready')")
        self.embedded = not sandbox

    def open(self, address: str) -> None:
        """Show it without another page around it, and wait until it is ready."""
        self.embedded = False
        self.engine.visit(self.sites["site"] + address)
        self.until("() => document.documentElement.dataset.python === 'ready'")

    def around(self, function: str, *arguments: Any) -> Any:
        """What a function gives in the page around the lesson."""
        self.engine.inside(frame=False)
        try:
            return self.engine.evaluate(function, *arguments)
        finally:
            self.engine.inside(frame=True)

    def until(self, function: str, *arguments: Any) -> None:
        """Wait until a function gives what is true."""
        end = time.monotonic() + PATIENCE / 1000
        while not self.engine.evaluate(function, *arguments):
            assert time.monotonic() < end, (function, arguments)
            time.sleep(0.02)

    def until_around(self, function: str) -> None:
        """Wait until a function gives what is true in the page around the lesson, which is told things a moment later."""
        self.engine.inside(frame=False)
        try:
            self.until(function)
        finally:
            self.engine.inside(frame=True)

    def seen(self, selector: str) -> None:
        """Wait until something that a selector finds is shown."""
        self.until(
            "(selector) => [...document.querySelectorAll(selector)].some((each) => each.getClientRects().length "
            "&& each.checkVisibility())",
            selector,
        )

    def go(self, fragment: str) -> None:
        """Follow an address, and wait until its view is there."""
        self.engine.evaluate("(fragment) => { location.hash = fragment }", fragment)
        self.until(ARRIVED, fragment.partition("&")[0].partition("=")[2])

    def assert_fits(self, *where: object) -> None:
        """Nothing is cut off or too small, in a textbook's frame and on a phone."""
        for width in WIDTHS:
            self.around("(width) => { document.querySelector('iframe').width = width }", width)
            self.until("(width) => innerWidth === width", width)
            self.engine.evaluate(PAINT)
            self.until("() => painted")  # WebKit lays a frame out again after it has its new width
            faults = self.engine.evaluate(FAULTS)
            assert not faults, f"{where} at {width}: {faults}"
        self.around("(width) => { document.querySelector('iframe').width = width }", WIDTHS[0])

    def assert_silent(self) -> None:
        """Nothing went wrong, and Python goes on."""
        assert self.engine.evaluate("() => [...wrong, document.documentElement.dataset.python]") == ["ready"]


ARRIVED = """(view) => document.getElementById("sim").dataset.view === view
  && ![...document.querySelectorAll(".waiting")].some((each) => each.getClientRects().length)"""

PAINT = "() => { window.painted = false; requestAnimationFrame(() => setTimeout(() => { window.painted = true })) }"


@pytest.fixture(scope="session")
def watched(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build, its page with a first script that watches it."""
    folder = tmp_path_factory.mktemp("watched")
    for each in built.iterdir():
        if not each.name.startswith("index.html"):
            (folder / each.name).symlink_to(each)
    (folder / "watch.js").symlink_to(HERE / "watch.js")
    page = (built / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(page.replace("<head>", '<head><script src="./watch.js"></script>', 1))
    return folder


@pytest.fixture(scope="session")
def sites(watched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The lesson on a host with all its headers and on one that only lets others read it, and a textbook elsewhere."""
    book = tmp_path_factory.mktemp("book")
    (book / "index.html").write_text(HOST_PAGE)
    (book / "favicon.ico").write_bytes(b"")
    servers = {"site": serve.serve(watched), "open": plain("127.0.0.1", watched), "book": plain("localhost", book)}
    yield {name: f"http://{server.server_name}:{server.server_port}/" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()


class OpenHandler(Plain):
    """Files that any page may read, whatever its origin."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


def plain(name: str, folder: Path) -> ThreadingHTTPServer:
    """A running server that says nothing of scripts."""
    server = ThreadingHTTPServer((name, 0), partial(OpenHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(
    scope="session", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("chromium", *LAUNCH)]
)
def lesson(request: pytest.FixtureRequest, sites: dict[str, str]) -> Iterator[Lesson]:
    """The lesson in an engine, embedded; the tests of an engine share its browser and its page."""
    name = request.param
    if name in engines.MISSING and engines.absent(name):
        missing(engines.MISSING[name])
    if name not in LAUNCH:
        ours = Playwrights(request.getfixturevalue("lasting"))
        yield Lesson(ours, sites)
        ours.page.close()
        return
    with ExitStack() as opened:
        try:
            engine = opened.enter_context(LAUNCH[name]())
        except WebDriverException as error:
            missing(f"{name} does not start: {error.msg}")
        yield Lesson(engine, sites)


@pytest.fixture
def framed(lesson: Lesson) -> Iterator[Lesson]:
    """The lesson in a textbook's frame, with Explore open; in the end it has complained of nothing."""
    if not lesson.embedded:
        lesson.embed()
        lesson.engine.inside(frame=True)
    lesson.go("view=explore")
    yield lesson
    lesson.assert_silent()


def missing(reason: str) -> None:
    """Leave an engine out and say why; where it had to be there, fail."""
    (pytest.fail if engines.required() else pytest.skip)(reason)


def test_every_mode_shows_its_drawing_and_its_guidance(framed: Lesson) -> None:
    for slot, mode in enumerate(MODES, 1):
        framed.engine.click(f".segments label:nth-child({slot})")
        framed.seen(f'figure[data-mode="{mode}"] svg.drawing')
        framed.seen(f'.guide[data-mode="{mode}"] .points li')
        framed.assert_fits(mode)


def test_steps_are_reached_by_button_and_by_key(framed: Lesson) -> None:
    framed.go("view=explore&mode=async")
    framed.engine.click(".walk [data-value='1']")
    framed.until(STEP, "1")
    framed.engine.click('figure[data-mode="async"] .canvas')
    framed.engine.press("Home")
    framed.engine.press("ArrowRight")
    framed.until(STEP, "2")
    framed.seen('figure[data-mode="async"] .canvas [data-step="2"] .row')
    framed.assert_fits("a step")


def test_an_address_leads_to_a_step(framed: Lesson) -> None:
    framed.go("view=explore&mode=batch&step=3")
    framed.until(STEP, "3")
    framed.seen('figure[data-mode="batch"] svg.drawing')


def test_a_failure_is_drawn(framed: Lesson) -> None:
    framed.go("view=explore&mode=batch")
    framed.engine.click('.pane:has([value="failures"])')
    framed.engine.click('.failures [data-value="expired-batch"]')
    framed.seen("figure[data-failure] svg.drawing")
    framed.assert_fits("a failure")


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "explore"])
def test_every_view_opens(framed: Lesson, view: str) -> None:
    framed.engine.click(f'nav [data-view="{view}"]')
    framed.until(ARRIVED, view)
    framed.assert_fits(view)


def test_a_race_is_run_to_its_end(framed: Lesson) -> None:
    framed.go("view=race&scenario=thirty-seconds")
    framed.engine.click("#race-clock")
    framed.engine.press("End")
    framed.until("() => document.querySelector('#race-clock').value === '1000'")
    framed.until("() => document.querySelector('#race-result').textContent.trim() !== ''")
    framed.assert_fits("a race that was run")


def test_an_answer_is_told_what_comes_of_it_and_the_host_that_it_was_given(framed: Lesson) -> None:
    framed.go("view=practice&scenario=thirty-seconds")
    framed.engine.click(".facts label")
    framed.engine.click(".choices label")
    framed.engine.click("#practice-answer")
    framed.seen("#feedback")
    framed.assert_fits("an answer")
    framed.until_around("() => heard.some(({ type, verdict }) => type === 'microsim-event' && verdict)")
    assert framed.around("() => heard.filter(({ type, verdict }) => type === 'microsim-event' && verdict).length") == 1


def test_a_workload_that_is_typed_gets_advice(framed: Lesson) -> None:
    framed.go("view=workload")
    before = framed.engine.evaluate(ADVICE)
    framed.engine.type("#workload-requests", "5000")
    framed.until(f"(before) => ({ADVICE})() !== before", before)
    framed.assert_fits("advice")


def test_a_random_walk_breaks_nothing(framed: Lesson) -> None:
    walk(framed.engine.evaluate, ACTIONS, seed=12)
    assert framed.engine.evaluate("() => wrong") == []


def test_it_starts_in_a_sandbox(lesson: Lesson) -> None:
    """Without a policy of ours: in WebKit nothing is `'self'` to a frame that has no origin."""
    lesson.embed("open", "allow-scripts")
    assert lesson.engine.evaluate("() => heard.filter(({ type, wrong }) => wrong || type === 'microsim-error')") == []


def test_by_itself_it_opens_where_the_address_says_in_the_theme_that_it_says(lesson: Lesson) -> None:
    lesson.open("?theme=dark#view=explore&mode=batch&step=3")
    lesson.until(STEP, "3")
    lesson.seen('figure[data-mode="batch"] svg.drawing')
    paper = "() => getComputedStyle(document.body).backgroundColor"
    assert lesson.engine.evaluate(paper) == "rgb(23, 28, 36)"
    lesson.engine.click('nav [data-view="compare"]')
    lesson.until(ARRIVED, "compare")
    lesson.engine.evaluate("() => history.back()")
    lesson.until(ARRIVED, "explore")
    lesson.until(STEP, "3")
    lesson.assert_silent()


STEP = "(step) => document.getElementById('sim').dataset.step === step"
ADVICE = "() => document.querySelector('.answer').innerText"
