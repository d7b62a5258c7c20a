"""Hosts of every kind: the lesson starts, and says nothing wrong."""

import gzip
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Site, wait_until_ready
from tests.browser.dripping import Stalled
from tests.browser.watching import Watched
from tools.serve import Server

TEXTS = re.compile(r"\.(html|css|js|json|svg|txt|yaml)$")


@dataclass(frozen=True)
class Host:
    """What a host does that others do not; paths are told by a pattern."""

    refuses: str = "$^"
    status: int = 404
    page_instead: bool = False
    """It answers what it refuses with a page of its own and status 200."""
    compresses: str = "$^"
    says_plain: str = "$^"
    """Files whose type it does not know."""
    changes: Callable[[bytes], bytes] = bytes
    """What it does to texts."""


HOSTS = {
    "no compression": Host(),
    "gzip for texts and WebAssembly": Host(compresses=r"\.(html|css|js|json|svg|txt|wasm)$"),
    "gzip for scripts alone": Host(compresses=r"\.js$"),
    "gzip for all, which sends it twice packed": Host(compresses="."),
    "no Python, no YAML, no WebAssembly": Host(refuses=r"\.(py|yaml|toml|mjs|wasm|woff2)$"),
    "an error for Python and WebAssembly": Host(refuses=r"\.(py|wasm)$", status=500),
    "a page for what it does not know": Host(refuses=r"\.(py|yaml|toml|mjs|wasm|woff2)$", page_instead=True),
    "WebAssembly of another type": Host(compresses=r"\.wasm$", says_plain=r"\.wasm$"),
    "content for nobody": Host(refuses="/content/", status=503),
    "texts with another system's line ends": Host(changes=lambda data: data.replace(b"\n", b"\r\n")),
}


class Handler(SimpleHTTPRequestHandler):
    """The built folder as a host sends it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *arguments: object, **named: str) -> None:
        self.host = host
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        file = Path(self.translate_path("/index.html" if path == "/" else path))
        kind, data, status = self.guess_type(str(file)), b"", 200
        if re.search(self.host.refuses, path) or not file.is_file():
            data, kind = b"<!doctype html><title>Not here</title>", "text/html"
            status = 200 if self.host.page_instead else self.host.status
        else:
            data = file.read_bytes()
            if TEXTS.search(file.name) and file.name != "index.html":
                data = self.host.changes(data)
        if re.search(self.host.says_plain, path):
            kind = "text/plain"
        packed = bool(re.search(self.host.compresses, path))
        data = gzip.compress(data, 1) if packed else data
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(data)),
            **({"Content-Encoding": "gzip"} if packed else {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hosted(built: Path) -> Iterator[Callable[[Host], str]]:
    """Serves the built folder as a host would, to a learner."""
    servers = []

    def serve(host: Host) -> str:
        server = Server(("127.0.0.1", 0), partial(Handler, host, directory=str(built)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://lesson.localhost:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()


@pytest.mark.parametrize("kind", HOSTS)
def test_it_starts_and_says_nothing_wrong(
    kind: str, hosted: Callable[[Host], str], watched: Callable[..., Watched]
) -> None:
    here = watched()
    with here.page.expect_response("**/content/edited.txt"):
        here.page.goto(hosted(HOSTS[kind]))
        wait_until_ready(here.page)
    here.page.locator('nav a[data-view="practice"]').click()
    expect(here.page.locator("#practice-answer")).to_be_visible()
    expect(here.page.locator(".notice")).to_have_count(0)
    expect(here.page.locator(".failed")).to_be_hidden()
    here.forgive()  # the browser's own words about what was refused


def test_a_visit_asks_for_one_file_to_notice_edits(
    hosted: Callable[[Host], str], watched: Callable[..., Watched]
) -> None:
    page = watched().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/content/" in request.url else None)
    with page.expect_response("**/content/edited.txt") as listed:
        page.goto(hosted(Host()))
    listed.value.finished()
    page.locator('nav a[data-view="race"]').click()
    expect(page.locator(".race .time-bar").first).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked] == ["edited.txt"]


OF_OTHERS = """() => {
  dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
  dispatchEvent(new ErrorEvent("error", { message: "x", filename: "chrome-extension://abc/content.js" }));
  dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
  for (const reason of [undefined, "x", new Error("x")]) {
    dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
  }
  const script = Object.assign(document.createElement("script"), { src: "/their/tracker.js" });
  document.head.append(script);
  navigator.sendBeacon("/their/beacon", "");
  return new Promise((done) => script.addEventListener("error", () => done()));
}"""
"""What extensions, hosts and browsers do to a page."""


def held(site: Site, here: Watched) -> tuple[Page, list[Route]]:
    """A page whose interpreter is on its way."""
    waiting: list[Route] = []
    here.page.route("**/*.asm.bin", lambda route: waiting.append(route))
    with here.page.expect_request("**/*.asm.bin"):
        here.page.goto(site.address)
    return here.page, waiting


def test_what_is_wrong_with_somebody_else_is_no_failure_of_ours(site: Site, watched: Callable[..., Watched]) -> None:
    here = watched()
    page, waiting = held(site, here)
    page.evaluate(OF_OTHERS)
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    expect(page.locator(".failed")).to_be_hidden()
    waiting[0].continue_()
    wait_until_ready(page)
    here.forgive()


def test_what_was_said_of_a_failure_is_taken_back_when_python_is_ready(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page, waiting = held(site, watched())
    status = page.get_by_role("status")
    before = status.inner_text()
    page.evaluate("window.sim.fail('it is taking very long', 'too-long')")
    expect(page.locator("html")).to_have_attribute("data-reason", "too-long")
    expect(status).to_contain_text("not running")
    waiting[0].continue_()
    wait_until_ready(page)
    expect(page.locator(".failed")).to_be_hidden()
    assert status.inner_text() == before


@pytest.mark.parametrize("until", [b"<body>", b'id="region-about"'])
def test_a_page_that_breaks_off_says_so_and_goes_on_if_the_rest_comes(
    built: Path, watched: Callable[..., Watched], until: bytes
) -> None:
    """Wherever it breaks off, even before the sentence of the page itself."""
    stalled = Stalled(built, until)
    page = watched().page
    page.goto(stalled.address, wait_until="commit")
    expect(page.locator("html")).to_have_attribute("data-reason", "not-whole", timeout=30_000)
    expect(page.locator(".failed").last).to_be_visible()
    expect(page.get_by_role("button", name="Try again").last).to_be_visible()
    stalled.release()
    wait_until_ready(page)
    expect(page.locator(".failed:visible")).to_have_count(0)


def test_a_page_that_is_whole_starts_though_its_host_promised_more(
    built: Path, watched: Callable[..., Watched]
) -> None:
    stalled = Stalled(built, b"</body>")
    page = watched().page
    page.goto(stalled.address, wait_until="commit")
    wait_until_ready(page)
    stalled.release()


def test_without_a_network_a_page_that_opened_says_nothing_of_edits(
    site: Site, watched: Callable[..., Watched]
) -> None:
    """Even on an author's page; `watched` looks into the console."""
    page = watched().page
    gate: list[Route] = []
    page.route("**/lazy-*.wasm", lambda route: gate.append(route))
    with page.expect_request("**/lazy-*.wasm"):
        page.goto(site.address)
    page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })")
    page.route("**/content/**", lambda route: route.abort())
    gate[0].continue_()
    expect(page.locator("#region-code-sync pre")).to_be_attached()
    expect(page.locator(".notice")).to_have_count(0)
