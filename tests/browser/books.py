"""A textbook's page with the lesson in a frame, of the lesson's own origin or of another one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import FrameLocator, Page

BOOK = """<!doctype html><title>A textbook</title><body style="margin: 0">
<script>window.heard = []; addEventListener("message", ({{ data }}) => heard.push(data));</script>
<div style="height: {above}px"></div>
<iframe src="{src}" title="Lesson" style="display: block; border: 0; {style}" {attributes}></iframe>
<div style="height: 3000px"></div>"""
FRAME = 'width="684" height="602" scrolling="no"'


@dataclass
class Book:
    """The page of a book, and the lesson in its frame."""

    page: Page
    frame: FrameLocator
    lesson: str
    """Where the lesson is."""
    let_python_come: Callable[[], None]

    def go(self, address: str) -> None:
        """Let the book point its frame at another address of the lesson."""
        self.page.locator("iframe").evaluate("(frame, address) => { frame.src = address }", self.lesson + address)

    def heights(self) -> list[int]:
        """The heights that the lesson has asked for."""
        heard: list[int] = self.page.evaluate(
            "heard.filter(({ type }) => type === 'microsim-resize').map(({ height }) => height)"
        )
        return heard


def written(src: str, above: int = 0, style: str = "", attributes: str = FRAME) -> str:
    """The page of a book, with so many pixels `above` its frame."""
    return BOOK.format(above=above, src=src, style=style, attributes=attributes)


@contextmanager
def served(html: str) -> Iterator[str]:
    """The address of a page of another origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if self.path == "/" else "image/x-icon")
            self.end_headers()
            self.wfile.write(html.encode() if self.path == "/" else b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
