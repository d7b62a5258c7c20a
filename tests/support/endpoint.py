"""An endpoint for webhooks on this machine, and a vendor that calls it."""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

OnWebhook = Callable[[bytes, Mapping[str, str]], int]
"""What a service does with a webhook's body and headers: it answers with a status."""


class Endpoint(BaseHTTPRequestHandler):
    def __init__(self, on_webhook: OnWebhook, *args: Any) -> None:
        self.on_webhook = on_webhook
        super().__init__(*args)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(self.on_webhook(body, dict(self.headers)))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def delivered(on_webhook: OnWebhook, body: bytes, headers: Mapping[str, str]) -> int:
    """The status with which the service answers a webhook that reaches it over HTTP."""
    with HTTPServer(("127.0.0.1", 0), partial(Endpoint, on_webhook)) as server:
        thread = threading.Thread(target=server.handle_request, daemon=True)
        thread.start()
        connection = HTTPConnection("127.0.0.1", server.server_port)
        connection.request("POST", "/webhook", body, dict(headers))
        status = connection.getresponse().status
        connection.close()
        thread.join()
    return status
