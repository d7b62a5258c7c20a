"""What a page around the lesson hears and says, in a frame of another origin that isolates itself."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from engine.features.practice.encoding import encode
from engine.features.practice.scoring import Record
from tests.browser.conftest import Site, wait_until_ready
from tests.browser.watching import Watched
from tests.documented import documented, wrong

TEXTBOOK = "https://books.example.org/llm/textbook/llm-apis/v1"
ISOLATED = {"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin"}
SETTLED = "nightly-tickets"
KEPT = {"version": 1, "practice": f"scenario={SETTLED}&answers={encode({SETTLED: Record(shown=True)}, ())}"}
HOST = """<!doctype html><meta charset="utf-8"><title>A book</title><link rel="icon" href="data:,">
<iframe src="%s" title="Lesson" width="800" height="602" allow="clipboard-write"></iframe>
<script>
window.heard = [];
const junk = ["text", 7, null, undefined, [], {}, { subject: 1 }, { subject: "__proto__" }, { type: "microsim-event" },
  { subject: "SPLICE.getState.response", message_id: "another", state: { version: 1, practice: "order=9" } },
  { subject: "SPLICE.sendEvent" }, new ArrayBuffer(8), { type: "x".repeat(1e6) }];
addEventListener("message", ({ data, source }) => {
  heard.push(data);
  for (const each of junk) source.postMessage(each, "*");
  if (data.subject !== "SPLICE.getState") return;
  const answer = { subject: "SPLICE.getState.response", message_id: data.message_id };
  source.postMessage({ ...answer, state: JSON.stringify(%s) }, "*");
  source.postMessage({ ...answer, state: null }, "*");
});
</script>"""


def pasted() -> str:
    """The listener that docs/embedding.md offers."""
    text = Path("docs/embedding.md").read_text(encoding="utf-8")
    return text[text.index("<script>\n") : text.index("</script>\n") + len("</script>\n")]


@pytest.fixture
def book() -> Iterator[Callable[..., str]]:
    """Serves a page at an origin of its own, with some headers; gives its address."""
    servers = []

    def serve(body: str, headers: Mapping[str, str]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                for name, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("localhost", 0), Handler)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://localhost:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()


def test_a_page_hears_what_is_documented_and_nothing_else(
    site: Site, watched: Callable[..., Watched], book: Callable[..., str]
) -> None:
    page = watched("window").page
    lesson = f"{site.address}/?name=sync-async-batch-api-flow&xapi=1&textbook={TEXTBOOK}"
    body = HOST % (lesson, json.dumps(KEPT)) + pasted()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(book(body, ISOLATED))
    assert page.evaluate("crossOriginIsolated")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-python", "ready")

    frame.get_by_role("radio", name="Batch").check()
    frame.get_by_role("button", name="Next").click()
    frame.locator('nav a[data-view="practice"]').click()
    expect(frame.locator(f"#question-{SETTLED}")).to_be_visible()  # what the page kept
    frame.locator("#practice-next").click()
    frame.locator(".facts input").first.check()
    frame.locator("#choice-batch").check()
    frame.locator("#practice-answer").click()
    expect(frame.locator("#feedback")).to_be_visible()

    heard = page.evaluate("heard")
    events = [each["event"] for each in heard if each.get("type") == "microsim-event"]
    assert events == ["mode", "step", "answered"]
    assert wrong(heard) == []
    kinds = [each.get("type") or each["subject"] for each in heard]
    assert kinds.count("microsim-ready") == kinds.count("SPLICE.getState") == 1
    assert kinds.count("SPLICE.reportScoreAndState") == 1
    assert kinds.count("microsim-xapi") == 3
    for logged in ("microsim-ready", "answered"):
        assert [each for each in said if each.startswith(f"sync-async-batch-api-flow {logged}")]


@pytest.mark.parametrize("reason", ["missing-file", "no-access"])
def test_a_page_hears_why_the_lesson_is_not_live(
    reason: str,
    built: Path,
    watched: Callable[..., Watched],
    serve_plainly: Callable[[Path], str],
    book: Callable[..., str],
) -> None:
    made = watched("window")
    page = made.page
    body = HOST % (f"{serve_plainly(built)}/", "null")
    if reason == "no-access":  # a plain host allows no frame without an origin to fetch its files
        body = body.replace("<iframe", '<iframe sandbox="allow-scripts"')
    else:
        page.route("**/assets/start-*.js", lambda route: route.fulfill(status=404))
    page.goto(book(body, {}))
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("data-python", "failed")
    [error] = [each for each in page.evaluate("heard") if each.get("type") == "microsim-error"]
    assert error == {"type": "microsim-error", "version": 1, "lesson": "sync-async-batch-api-flow", "reason": reason}
    assert wrong([error]) == []
    made.forgive()


def test_a_page_in_no_frame_says_nothing(site: Site, watched: Callable[..., Watched]) -> None:
    page: Page = watched().page
    page.add_init_script("window.heard = []; addEventListener('message', ({ data }) => heard.push(data));")
    page.goto(site.address)
    wait_until_ready(page)
    page.get_by_role("radio", name="Batch").check()
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("heard.filter((each) => each?.type || each?.subject)") == []


def test_the_reasons_are_those_that_the_early_scripts_give() -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in Path("browser").rglob("*.js"))
    given = set(re.findall(r'fail\([^;]*?, "([a-z-]+)"\)', scripts)) | {"stopped", "no-access"}
    assert 'why = "stopped"' in scripts
    assert '? "no-access" : why' in scripts
    text = Path("docs/embedding.md").read_text(encoding="utf-8").split("| reason | why |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", text, re.M)) == given
    assert "microsim-error" in documented()
