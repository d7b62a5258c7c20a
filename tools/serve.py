"""Serves `dist/` as Netlify would and builds it again whenever a source or content file changes.

`python -m tools.serve [--port 8000] [--host 127.0.0.1]`
"""

import argparse
import mimetypes
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import PythonFilter, watch

from engine.content.problems import ContentError
from tools.build import DIST, addresses, hosted_files, write_content
from tools.content import lessons, schema_files
from tools.netlify import headers_for

SOURCES = (
    "content",
    "engine",
    "simulator",
    "tools",
    "browser",
    "style",
    "index.html",
    "main.py",
    "pyscript.toml",
    "netlify.toml",
    "style.css",
)
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))

mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/yaml", ".yaml")


def main() -> int:
    parser = argparse.ArgumentParser(description="Serve the built lesson, and build it again when a file changes.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets other machines in")
    options = parser.parse_args()
    begun = time.time()
    show_content()
    if not build() and not (DIST / "index.html").exists():
        return 1
    try:
        server = serve(DIST, options.port, options.host)
    except OSError as error:
        print(
            f"Port {options.port} cannot be used ({error.strerror}). Choose another one: make serve PORT=8001",
            file=sys.stderr,
        )
        return 1
    print(f"The lesson is at http://{options.host}:{server.server_port}/ (stop with Ctrl+C)", flush=True)
    builder = Builder(build)
    try:
        for _ in saves(begun):
            show_content()
            builder.ask()
    except KeyboardInterrupt:
        pass
    server.shutdown()
    return 0


def saves(since: float) -> Generator[None, None, None]:
    """Comes round after each save; at first for what was saved since a time and before the files were watched."""
    watched = watch(
        *SOURCES,
        watch_filter=PythonFilter(extra_extensions=EXTENSIONS),
        debounce=400,
        step=100,
        yield_on_timeout=True,
        rust_timeout=500,
    )
    for number, changes in enumerate(watched):
        if changes or (number == 0 and newest() > since):
            yield


def newest() -> float:
    """When the last source was saved."""
    files = (file for source in map(Path, SOURCES) for file in (source, *source.rglob("*")) if file.is_file())
    return max(file.stat().st_mtime for file in files)


EXTENSIONS = (".yaml", ".json", ".js", ".mjs", ".css", ".html", ".toml", ".svg")


def serve(folder: Path, port: int = 0, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """A running server of `folder` with the headers of netlify.toml; port 0 takes a free one.

    Raises `OSError` where the port is taken.
    """
    server = Server((host, port), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def show_content() -> None:
    """Put the present content beside the built page: an author who reloads sees the new words, or where a mistake is,
    before a build is done, and where it fails.
    """
    try:
        for lesson, address in addresses(lessons()).items():
            if (DIST / address / "index.html").exists():
                write_content(DIST / address, hosted_files(lesson), schema_files(), edited="*\n")
    except ContentError:  # the lessons do not agree with their list, of which the build tells
        return
    except OSError as error:  # a file that an editor is just replacing, of which we are told next; or a full disk
        print(f"The content could not be copied: {error}", file=sys.stderr)


def build() -> bool:
    """Build again; whether that worked."""
    return subprocess.run([sys.executable, "-m", "tools.build", "--plain"], check=False).returncode == 0


class Builder:
    """Builds in a thread of its own, always the newest state: what is asked for during a build is built after it, once.

    >>> Builder(build).ask()  # doctest: +SKIP
    """

    def __init__(self, build: Callable[[], object]) -> None:
        self._build = build
        self._asked = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def ask(self) -> None:
        """Build what is there now; returns at once."""
        self._asked.set()

    def _run(self) -> None:
        while self._asked.wait():
            self._asked.clear()
            self._build()


class Server(ThreadingHTTPServer):
    """A server that does not mind a browser that goes away in the middle."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Files with Netlify's headers, and compressed where a compressed copy lies beside them."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def send_head(self) -> Any:
        self.plain_path = self.path.split("?")[0].split("#")[0]
        if self.plain_path.endswith("/"):
            self.plain_path += "index.html"
        self.encoding = ""
        accepted = self.headers.get("Accept-Encoding", "")
        for name, ending in ENCODINGS:
            if name in accepted and Path(self.translate_path(self.plain_path + ending)).is_file():
                self.path, self.encoding = self.plain_path + ending, name
                break
        return super().send_head()

    def guess_type(self, path: Any) -> str:
        for _, ending in ENCODINGS:
            path = str(path).removesuffix(ending)
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind == "application/yaml" else kind

    def end_headers(self) -> None:
        for name, value in cached_headers(getattr(self, "plain_path", self.path)).items():
            self.send_header(name, value)
        if getattr(self, "encoding", ""):
            self.send_header("Content-Encoding", self.encoding)
            self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing of each request: the terminal is for the build."""


cached_headers = cache(headers_for)


if __name__ == "__main__":
    sys.exit(main())
