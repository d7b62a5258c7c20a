"""A vendor's API on this machine: it answers HTTP as scripted, and remembers what it was asked."""

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What the vendor answers once: a status, headers and a body, which may break off before its end."""

    status: int
    body: bytes
    type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    cut: bool = False


@dataclass(frozen=True)
class Asked:
    """A request that has reached the vendor."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Vendor:
    """Where it listens, what it answers to which request, and what it was asked. The last answer to a request is repeated."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    asked: list[Asked] = field(default_factory=list)

    def on(self, request: str, *answers: Answer) -> None:
        """To a request, as `POST /v1/messages`, it gives these answers, one after another."""
        self.answers[request] = [*answers]

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        left = self.answers[f"{asked.method} {asked.path.partition('?')[0]}"]
        if not left:
            return refused(404, {"error": {"type": "not_found_error", "message": f"{asked.method} {asked.path}"}})
        return left.pop(0) if len(left) > 1 else left[0]

    def requests(self, request: str) -> list[Asked]:
        return [each for each in self.asked if f"{each.method} {each.path.partition('?')[0]}" == request]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, vendor: Vendor, *args: Any) -> None:
        self.vendor = vendor
        super().__init__(*args)

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True  # a client that has seen enough

    def do_GET(self) -> None:
        self.respond()

    def do_POST(self) -> None:
        self.respond()

    def respond(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"] or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.vendor.answer(Asked(self.command, self.path, headers, body))
        self.send_response(answer.status)
        self.send_header("content-type", answer.type)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("content-length", str(len(answer.body) + answer.cut))  # a body that is cut lacks a byte
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = answer.cut

    def log_message(self, *_: object) -> None:
        """Nothing is printed: a sample's own lines are read."""


@contextmanager
def listening() -> Iterator[Vendor]:
    """A vendor on a free port, as long as the context lasts."""
    vendor = Vendor()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, vendor))
    server.daemon_threads = True
    vendor.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.01), daemon=True)
    thread.start()
    try:
        yield vendor
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def said(body: object) -> Answer:
    """A JSON answer."""
    return Answer(200, json.dumps(body).encode())


def lines(*bodies: object) -> Answer:
    """A file of results: JSON, one a line."""
    text = "".join(f"{json.dumps(body)}\n" for body in bodies)
    return Answer(200, text.encode(), "application/x-jsonl")


def refused(status: int, body: object, **headers: str) -> Answer:
    """An error, with headers such as `retry_after`."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status, json.dumps(body).encode(), headers=named)


def stream(*events: dict[str, Any], cut: bool = False) -> Answer:
    """Server-sent events; each that has a type is named by it. One that is cut breaks off without its last byte."""
    text = "".join(
        (f"event: {event['type']}\n" if "type" in event else "") + f"data: {json.dumps(event)}\n\n" for event in events
    )
    return Answer(200, text.encode(), "text/event-stream", cut=cut)
