"""Workloads that the tests share: two to start from, and any at all."""

from collections.abc import Mapping

from hypothesis import strategies as st

from engine.features.practice.content import Scenario
from simulator.workload import DECLARED, Declared, Value, Workload

CLICK = Workload(
    requests=1,
    times_a_day=1000,
    independent=True,
    input_tokens=1000,
    output_tokens=200,
    reader="waiting",
    partial=False,
    deadline=30,
    timeout=60,
    rate_limit=1000,
    webhook=True,
    retention=True,
    price_in=3,
    price_out=15,
)
"""Somebody clicks and waits for a short answer."""

NIGHT = Workload(
    requests=100_000,
    times_a_day=1,
    independent=True,
    input_tokens=2000,
    output_tokens=200,
    reader="gone",
    partial=False,
    deadline=12 * 3600,
    timeout=None,
    rate_limit=1000,
    webhook=True,
    retention=True,
    price_in=3,
    price_out=15,
)
"""The issue's worked example: 100,000 documents a night."""


def _spread_out(least: float, most: float) -> st.SearchStrategy[float]:
    """Numbers as likely between 1 and 10 as between 10 and 100."""
    return st.floats(0, 1).map(lambda share: least * (most / least) ** share)


def _counts(most: float) -> st.SearchStrategy[int]:
    return _spread_out(1, most).map(round)


USUAL: Mapping[str, st.SearchStrategy[Value]] = {
    "requests": st.just(1) | _counts(10_000_000),
    "times_a_day": _spread_out(0.01, 100_000),
    "turns": st.none() | _counts(1000),
    "concurrency": st.none() | _counts(100_000),
    "input_tokens": _counts(200_000),
    "output_tokens": _counts(20_000),
    "cached_share": st.none() | st.floats(0, 0.95),
    "price_cached": st.none() | _spread_out(0.001, 5),
    "thinking_tokens": st.none() | st.just(0) | _counts(50_000),
    "longest": st.none() | _counts(100_000),
    "seconds": st.none() | _spread_out(0.1, 1800),
    "first_words": st.none() | _spread_out(0.2, 3600),
    "deadline": _spread_out(0.2, 604_800),
    "timeout": st.none() | _spread_out(5, 900),
    "rate_limit": _counts(100_000),
    "price_in": _spread_out(0.01, 20),
    "price_out": _spread_out(0.01, 100),
}
"""The numbers that a learner would meet, where these are fewer than a fact may be."""


def least_and_most(declared: Declared) -> tuple[float, float]:
    """Between which numbers that of a fact lies; what must be more than 0 is at least a thousandth."""
    limit = declared.limit or {}
    return limit.get("minimum", 0.001), limit["maximum"]


def _possible(declared: Declared) -> st.SearchStrategy[Value]:
    """Whatever a fact may be."""
    if declared.kind == "flag":
        return st.booleans()
    if declared.kind == "choice":
        return st.sampled_from(declared.choices)
    least, most = least_and_most(declared)
    numbers = st.integers(round(least), round(most)) if declared.kind == "count" else st.floats(least, most)
    return st.none() | numbers if declared.optional else numbers


possible_workload = st.builds(Workload, **{fact: _possible(each) for fact, each in DECLARED.items()})
"""Any workload that can be written down."""
any_workload = st.builds(Workload, **{fact: USUAL.get(fact, _possible(each)) for fact, each in DECLARED.items()})
"""Any workload that a learner would meet."""


def workload_of(scenario: Scenario) -> Workload:
    """The workload of a scenario, in a lesson that has a model."""
    assert scenario.workload
    return scenario.workload
