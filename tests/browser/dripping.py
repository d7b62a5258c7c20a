"""A server whose page arrives in two parts, as on a line that stalls."""

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.serve import Handler, Server


class Stalled:
    """The built folder, whose page stops short of `until`, the text at which it goes on once `release` is called."""

    def __init__(self, folder: Path, until: bytes) -> None:
        self.until = until
        self.goes_on = threading.Event()
        self.server: ThreadingHTTPServer = Server(("127.0.0.1", 0), partial(Dripping, self, directory=str(folder)))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def release(self) -> None:
        """Send the rest of the page."""
        self.goes_on.set()


class Dripping(Handler):
    """Sends the page up to a text, and the rest when told."""

    def __init__(self, stalled: Stalled, *arguments: Any, **named: Any) -> None:
        self.stalled = stalled
        super().__init__(*arguments, **named)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if not self.plain_path.endswith("/index.html"):
            super().copyfile(source, outputfile)
            return
        first, mark, rest = source.read().partition(self.stalled.until)
        outputfile.write(first)
        outputfile.flush()
        self.stalled.goes_on.wait()
        outputfile.write(mark + rest)
