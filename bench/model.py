"""Times the model in the page: `make bench` puts this into it as a script, once the lazy features are there."""

import json
import time
from collections.abc import Callable
from copy import replace  # the page keeps its content as records that only this one knows

from js import document
from lazy_content import LAZY_CONTENT
from lesson import LESSON

from simulator.advice import advise
from simulator.flips import flip
from simulator.outcomes import spreads
from simulator.readings import shares_query
from simulator.workload import FACTS, Workload

MODES, MODEL = LESSON.modes, LAZY_CONTENT.model
MANY = replace(MODEL, days=replace(MODEL.days, value=10_000))
CLICK, NIGHT, *_ = (scenario.workload for scenario in LAZY_CONTENT.scenarios.values())


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def all_flips(workload: Workload) -> list[float]:
    """Milliseconds for every fact, each of which is one task of the page."""
    return [timed(lambda fact=fact: flip(MODES, MODEL, workload, fact)) for fact in FACTS]


def all_pieces(workload: Workload) -> list[float]:
    """Milliseconds for every piece of the search for the shares; between two of them the page can breathe."""
    found, start = [], time.perf_counter()
    for _ in shares_query(MODES, MODEL, workload).pieces():
        found.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
    return found


flips, first, again = all_flips(NIGHT), all_pieces(NIGHT), all_pieces(CLICK)
document.documentElement.dataset.bench = json.dumps(
    {
        "10,000 samples of each mode": timed(lambda: spreads(MODES, MANY, NIGHT, seed=1)),
        "1,000 days of another workload": timed(lambda: spreads(MODES, MODEL, CLICK, seed=2)),
        "advice": timed(lambda: advise(MODES, MODEL, CLICK)),
        "every flip of a workload": sum(flips),
        "the slowest fact of these": max(flips),
        "the shares of the first workload, while idle": sum(first),
        "the shares of another workload": sum(again),
        "the longest piece of these": max(*first, *again),
    }
)
