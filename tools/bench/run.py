"""All visits, interleaved run by run, so that whatever else the machine does slows every page alike."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Error, Playwright

from tools import browser
from tools.bench.lines import LINES, Line
from tools.bench.pages import NAMES, OURS, WITH_MODES
from tools.bench.serving import serve
from tools.bench.visit import Task, Visit, first_switch, visit

Columns = dict[str, float | None]
Key = tuple[str, str, str]
"""A line's name, "cold" or "warm", a page's name."""
COLD, WARM = "cold", "warm"


@dataclass
class Samples:
    """What was measured so far."""

    columns: dict[Key, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    long_tasks: list[list[Task]] = field(default_factory=list)
    """Those of each cold local start of this page."""

    def add(self, key: Key, columns: Columns) -> None:
        """Keep what is a number."""
        for name, value in columns.items():
            if value is not None:
                self.columns[key][name].append(value)

    def medians(self) -> dict[Key, dict[str, float]]:
        """The median of each column, and of all switches the 95th percentile as well."""
        found = {
            key: {name: median(values) for name, values in columns.items()} for key, columns in self.columns.items()
        }
        for key, columns in self.columns.items():
            if len(values := columns.get("switch", [])) > 1:
                found[key]["switch_p95"] = quantiles(values, n=20, method="inclusive")[-1]
        return found


def run(playwright: Playwright, folders: dict[str, Path], runs: int) -> Samples:
    """Measure every page on every line, as often as asked."""
    samples = Samples()
    addresses = {
        name: f"http://127.0.0.1:{serve(folders[name], strict=name == OURS).server_port}/index.html" for name in NAMES
    }
    for number in range(1, runs + 1):
        print(f"run {number} of {runs}", end="", flush=True)
        opened = browser.launch(playwright)
        for line in LINES:
            for name in NAMES[number % len(NAMES) :] + NAMES[: number % len(NAMES)]:
                try:
                    _measure(opened, name, addresses[name], line, samples)
                    print(".", end="", flush=True)
                except Error:  # the browser's own crash is not the page's speed; what was not measured is not counted
                    print("!", end="", flush=True)
        opened.close()
        print()
    return samples


def _measure(opened: Browser, name: str, address: str, line: Line, samples: Samples) -> None:
    """A first visit, a second one with what the HTTP cache kept, and one that tries to switch from the start."""
    switching = not line.megabits and name in WITH_MODES
    with opened.new_context() as context:
        first = visit(context, address, line, switching)
        _keep(samples, (line.name, COLD, name), first)
        second = visit(context, address, line, switching=False)
        _keep(samples, (line.name, WARM, name), second)
    if not line.megabits and name == OURS:
        samples.long_tasks.append(first.long_tasks)
    if name in WITH_MODES:
        with opened.new_context() as context:
            samples.add((line.name, COLD, name), {"works": first_switch(context, address, line)})
        with opened.new_context() as context:
            first_switch(context, address, line)
            samples.add((line.name, WARM, name), {"works": first_switch(context, address, line)})


def _keep(samples: Samples, key: Key, made: Visit) -> None:
    samples.add(key, made.columns)
    for switch in made.switches:
        samples.add(key, {"switch": switch["painted"], "handlers": switch["script"]})
