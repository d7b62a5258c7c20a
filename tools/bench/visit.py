"""One visit to one page on one line: what it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page

from tools.bench.lines import Line

WATCH = Path("bench/watch.js")
PATIENCE = 120.0
"""Seconds after which a page that is not ready counts as broken."""
REST = 1000
"""Milliseconds until a browser that has just closed one page and made another has nothing left to do, as a reader's."""
SETTLE = 800
"""Milliseconds for what a page does when idle, before it is measured further."""
SWITCHES = 40
TRY = "?bench-try"
KILOBYTE, MEGABYTE = 1000, 1_000_000


Task = dict[str, Any]
"""A long task: its start and duration in milliseconds, and during what it came."""


@dataclass(frozen=True)
class Visit:
    """What was measured: a column's name -> its value, None where the page has no such thing."""

    columns: dict[str, float | None]
    switches: list[dict[str, float]]
    long_tasks: list[Task]


def visit(context: BrowserContext, address: str, line: Line, switching: bool) -> Visit:
    """Open a page, wait until it is ready, and measure; with its mode switches if wanted."""
    with opened(context, address, line) as (page, session):
        page.wait_for_timeout(SETTLE)
        start: dict[str, Any] = page.evaluate("() => bench.start()")
        columns = {**_start(start), **memory(page, session)}
        switches: list[dict[str, float]] = []
        if switching:
            page.evaluate("() => bench.switches(4)")
            switches, columns["script"] = _switches(page, session)
        return Visit(columns, switches, start["longTasks"])


def first_switch(context: BrowserContext, address: str, line: Line) -> float | None:
    """When trying to switch from the start first shows another diagram."""
    with opened(context, address + TRY, line) as (page, _):
        wait_for(page, "switched")
        return float(page.evaluate("() => bench.start().switched"))


@contextmanager
def opened(context: BrowserContext, address: str, line: Line) -> Iterator[tuple[Page, CDPSession]]:
    """The page once it is ready, on the emulated line, with a session for what only the browser knows."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Performance.enable")
    if line.megabits:
        throughput = line.megabits * 1_000_000 / 8
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": line.latency,
                "downloadThroughput": throughput,
                "uploadThroughput": throughput / 3,
            },
        )
    page.add_init_script(path=WATCH)
    page.wait_for_timeout(REST)
    page.goto(address, wait_until="commit")
    wait_for(page, "sim:ready")
    yield page, session
    page.close()


def wait_for(page: Page, mark: str) -> None:
    """Wait for a performance mark.

    Raises `TimeoutError` where it does not come.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate("name => window.bench?.is(name)", mark):
        if time.monotonic() > end:
            raise TimeoutError(f"{page.url} did not come as far as {mark}")
        page.wait_for_timeout(50)


def memory(page: Page, session: CDPSession) -> dict[str, float | None]:
    """Megabytes in use after a garbage collection: JavaScript's heap, and WebAssembly's memories."""
    heap = metrics(session)["JSHeapUsedSize"] / MEGABYTE
    wasm = page.evaluate("() => bench.wasmBytes()") / MEGABYTE
    return {"heap": heap, "wasm": wasm, "memory": heap + wasm}


def metrics(session: CDPSession, collect: bool = True) -> dict[str, float]:
    """Chromium's own counts, by name, by default after a garbage collection."""
    if collect:
        session.send("HeapProfiler.collectGarbage")
    return {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}


def _start(start: dict[str, Any]) -> dict[str, float | None]:
    at_diagram, at_ready = start["atDiagram"], start["atReady"]
    return {
        "diagram": start["diagram"],
        "paint": start["paint"],
        "shift": start["shift"],
        "ready": start["ready"],
        "kb_diagram": at_diagram and at_diagram["bytes"] / KILOBYTE,
        "kb_ready": at_ready["bytes"] / KILOBYTE,
        "requests": at_ready["requests"],
    }


def _switches(page: Page, session: CDPSession) -> tuple[list[dict[str, float]], float]:
    """Each switch, and the mean of all script time that Chromium counted, in milliseconds."""
    before = metrics(session)["ScriptDuration"]
    switches: list[dict[str, float]] = page.evaluate("count => bench.switches(count)", SWITCHES)
    total = metrics(session, collect=False)["ScriptDuration"] - before
    return switches, total * 1000 / len(switches)
