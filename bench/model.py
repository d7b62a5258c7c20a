"""Times the model in the page: `make bench` puts this into it as a script, once the lazy features are there."""

import json
import time
from collections.abc import Callable
from copy import replace  # the page keeps its content as records that only this one knows

from js import document
from lazy_content import LAZY_CONTENT
from lesson import LESSON

from engine.feature import Query
from simulator.advice import advise
from simulator.flips import flips_query
from simulator.outcomes import spreads
from simulator.readings import shares_query
from simulator.sweep import sweep_query

MODES, MODEL = LESSON.modes, LAZY_CONTENT.model
MANY = replace(MODEL, days=replace(MODEL.days, value=10_000))
CLICK, NIGHT, *_ = (scenario.workload for scenario in LAZY_CONTENT.scenarios.values())


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def pieces(query: Query) -> list[float]:
    """Milliseconds for every piece of an answer; between two of them the page can breathe."""
    found, start = [], time.perf_counter()
    for _ in query.pieces():
        found.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
    return found


flips = pieces(flips_query(MODES, MODEL, NIGHT))
sweep = pieces(sweep_query(MODES, MODEL, NIGHT, "deadline"))
first, again = pieces(shares_query(MODES, MODEL, NIGHT)), pieces(shares_query(MODES, MODEL, CLICK))
document.documentElement.dataset.bench = json.dumps(
    {
        "10,000 samples of each mode": timed(lambda: spreads(MODES, MANY, NIGHT, seed=1)),
        "1,000 days of another workload": timed(lambda: spreads(MODES, MODEL, CLICK, seed=2)),
        "advice": timed(lambda: advise(MODES, MODEL, CLICK)),
        "every flip of a workload": sum(flips),
        "its longest piece": max(flips),
        "the sweep of a slider": sum(sweep),
        "the longest piece of it": max(sweep),
        "the shares of the first workload, while idle": sum(first),
        "the shares of another workload": sum(again),
        "the longest piece of these": max(*first, *again),
    }
)
