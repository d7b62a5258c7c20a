"""Workloads that the tests share: two to start from, and any at all."""

from hypothesis import strategies as st

from engine.features.practice.content import Scenario
from simulator.workload import Workload

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


any_workload = st.builds(
    Workload,
    requests=st.one_of(st.just(1), _counts(10_000_000)),
    times_a_day=_spread_out(0.01, 100_000),
    independent=st.booleans(),
    input_tokens=_counts(200_000),
    output_tokens=_counts(20_000),
    reader=st.sampled_from(["waiting", "watching", "gone"]),
    partial=st.booleans(),
    deadline=_spread_out(0.2, 604_800),
    rate_limit=_counts(100_000),
    webhook=st.booleans(),
    retention=st.booleans(),
    price_in=_spread_out(0.01, 20),
    price_out=_spread_out(0.01, 100),
    timeout=st.none() | _spread_out(5, 900),
    seconds=st.none() | _spread_out(0.1, 1800),
)


def workload_of(scenario: Scenario) -> Workload:
    """The workload of a scenario, in a lesson that has a model."""
    assert scenario.workload
    return scenario.workload
