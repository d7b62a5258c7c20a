"""Serves every page alike: with netlify.toml's caching, and in Brotli wherever that is smaller."""

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli

from tools.kept import kept
from tools.serve import Handler

QUALITY = 11
COMPRESSED_ALREADY = {".woff2", ".bin", ".br", ".gz"}


class AtOnce(Handler):
    """The server of `make serve`, without the delay between headers and body that is loopback's alone."""

    disable_nagle_algorithm = True


class Lenient(AtOnce):
    """The same without a Content-Security-Policy, which stock PyScript would not run under."""

    def send_header(self, keyword: str, value: str) -> None:
        """Send any header but that one."""
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


class Server(ThreadingHTTPServer):
    """A server that bears with browsers that close before a file has arrived."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless the browser merely left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, strict: bool) -> ThreadingHTTPServer:
    """A running server of a page; a strict one sends the policy too."""
    server = Server(("127.0.0.1", 0), partial(AtOnce if strict else Lenient, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def compress(folder: Path) -> None:
    """Put a Brotli copy beside every file that it makes smaller; equal files are compressed once and for all."""
    for file in [file for file in folder.rglob("*") if file.is_file() and file.suffix not in COMPRESSED_ALREADY]:
        plain = file.read_bytes()
        packed = kept(f".{QUALITY}.br", plain, partial(brotli.compress, plain, quality=QUALITY))
        if len(packed) < len(plain):
            file.with_name(file.name + ".br").write_bytes(packed)
