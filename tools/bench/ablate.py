"""What each coupling of tools/couplings.py gains: the page is built without it, and both are opened in turn.

`make bench ARGS=--ablate`, or `ARGS="--ablate --runs 15"`. A figure is the median, over the runs, of what a build
without the coupling took, divided by what the whole took in the same run; beside it stands the half of the runs that
lie around it. The whole is measured against itself as well: what that row shows of a difference is chance.
"""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Playwright

from tools import browser, build
from tools.bench import serving, tables
from tools.bench.visit import KILOBYTE, REST, WATCH, wait_for
from tools.couplings import COUPLINGS

WHOLE, AGAIN = "whole", "(nothing: the whole again)"
TOGETHER = ("dataclasses", "records")
"""What may gain only together, since several spare Python the same module."""
LATE = 10.0
"""Seconds that the server holds back what comes after the start, so that it is not measured with it."""

Figures = dict[str, float]
"""Milliseconds to ready, those of them that the main thread worked, milliseconds to the first diagram, kilobytes."""


@dataclass
class Gains:
    """What was measured: for each variant, run by run."""

    runs: dict[str, list[Figures | None]] = field(default_factory=lambda: defaultdict(list))
    """None stands for a tab that crashed."""

    def ratios(self, variant: str, figure: str) -> list[float]:
        """A variant's figure in each run, divided by the whole's."""
        pairs = zip(self.runs[variant], self.runs[WHOLE], strict=True)
        return [one[figure] / whole[figure] for one, whole in pairs if one and whole]

    def kilobytes(self, variant: str) -> float:
        """What a variant fetches until it is ready."""
        return median(each["kb"] for each in self.runs[variant] if each)


def ablate(playwright: Playwright, work: Path, runs: int) -> Gains:
    """Build every variant, and visit each as often as asked; the order turns from run to run."""
    addresses = {
        name: _served(work / f"{number}", without) for number, (name, without) in enumerate(variants().items())
    }
    gains = Gains()
    names = list(addresses)
    for number in range(runs):
        launched = browser.launch(playwright)
        turn = number * 5 % len(names)
        for name in names[turn:] + names[:turn]:
            gains.runs[name].append(_visited(launched, addresses[name]))
        launched.close()
        print(f"run {number + 1} of {runs}", flush=True)
    return gains


def variants() -> dict[str, tuple[str, ...]]:
    """What is left out of each build, by the build's name."""
    single = {each.name: (each.name,) for each in COUPLINGS if each.optional}
    return {WHOLE: (), AGAIN: (), **single, ", ".join(TOGETHER): TOGETHER}


def table(gains: Gains) -> str:
    """A row for each variant: how much longer a start takes without it, and how much more is fetched."""
    whole = gains.kilobytes(WHOLE)
    rows = [
        [
            name,
            *(_spread(gains.ratios(name, figure)) for figure in ("ready", "work", "diagram")),
            f"{gains.kilobytes(name) - whole:+.1f}",
            str(found.count(None)),
        ]
        for name, found in gains.runs.items()
        if name != WHOLE
    ]
    return tables.table(["without", "ready", "main thread", "first diagram", "KB to ready", "crashes"], rows)


def _spread(ratios: Sequence[float]) -> str:
    """The median as a change in per cent, and the middle half.

    >>> _spread([1.0, 1.1, 1.2])
    '+10.0% (+5 to +15)'
    """
    low, middle, high = quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else [ratios[0]] * 3
    return f"{100 * (middle - 1):+.1f}% ({100 * (low - 1):+.0f} to {100 * (high - 1):+.0f})"


class _Holding(serving.AtOnce):
    """A server that holds back what the page fetches after its start."""

    def send_head(self) -> Any:
        """Wait with the archive of what comes later."""
        if "/lazy-" in self.path:
            time.sleep(LATE)
        return super().send_head()


def _served(folder: Path, without: tuple[str, ...]) -> str:
    print(f"building without {', '.join(without) or 'nothing'}", flush=True)
    build.build(folder, without=frozenset(without))
    serving.compress(folder)
    server = serving.Server(("127.0.0.1", 0), partial(_Holding, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/index.html"


def _visited(launched: Browser, address: str) -> Figures | None:
    with launched.new_context() as context:
        try:
            return _start(context, address)
        except Error:
            return None


def _start(context: BrowserContext, address: str) -> Figures:
    """A first visit; work is the main thread's processor time, to which other programs hardly add."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(path=WATCH)
    page.wait_for_timeout(REST)
    before = _worked(session.send("Performance.getMetrics"))
    page.goto(address, wait_until="commit")
    wait_for(page, "sim:ready")
    work = _worked(session.send("Performance.getMetrics")) - before
    start = page.evaluate("() => bench.start()")
    return {
        "ready": start["ready"],
        "work": work,
        "diagram": start["diagram"],
        "kb": start["atReady"]["bytes"] / KILOBYTE,
    }


def _worked(metrics: Mapping[str, Any]) -> float:
    """Milliseconds that the main thread has worked so far."""
    found = {each["name"]: each["value"] for each in metrics["metrics"]}
    return float(found["TaskDuration"]) * 1000
