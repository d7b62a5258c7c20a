"""What stays behind after many mode switches, and what kept the main thread of this page busy while it started."""

from statistics import median

from playwright.sync_api import Browser

from tools.bench.lines import LINES
from tools.bench.visit import Task, metrics, opened

SWITCHES = 500
COUNTS = {"Nodes": "DOM nodes", "JSEventListeners": "event listeners", "JSHeapUsedSize": "JavaScript heap, bytes"}
LONGEST = 6


def endurance(launched: Browser, address: str) -> dict[str, dict[str, float]]:
    """Chromium's counts before and after many switches, each after a garbage collection."""
    with launched.new_context() as context, opened(context, address, LINES[0]) as (page, session):
        page.wait_for_timeout(2000)
        page.evaluate("() => bench.switches(40)")
        before, wasm = metrics(session), page.evaluate("() => bench.wasmBytes()")
        page.evaluate("count => bench.switches(count)", SWITCHES)
        after, grown = metrics(session), page.evaluate("() => bench.wasmBytes()")
        found = {label: {"before": before[name], "after": after[name]} for name, label in COUNTS.items()}
        return {**found, "WebAssembly memory, bytes": {"before": wasm, "after": grown}}


def longest(starts: list[list[Task]]) -> list[Task]:
    """The longest tasks after the first paint, longest first, of the start whose longest is the median one."""
    peaks = [max((task["duration"] for task in tasks), default=0) for tasks in starts]
    typical = median(peaks)
    chosen = min(zip(peaks, starts, strict=True), key=lambda each: abs(each[0] - typical))[1]
    return sorted(chosen, key=lambda task: -task["duration"])[:LONGEST]
