"""Samples are seeded, have the shape that was published, and give percentiles in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.lazy_content import LazyContent
from simulator.latency import (
    chances,
    normals,
    percentile,
)
from simulator.lesson import model_of
from simulator.runs import slowest_of

DAYS = 10_000

times = st.lists(st.floats(0, 1e6), min_size=1, max_size=50).map(sorted)


def ratio(ordered: list[float], q: float) -> float:
    return percentile(ordered, q) / percentile(ordered, 0.5)


@given(times, st.floats(0, 1), st.floats(0, 1))
def test_a_higher_percentile_is_never_lower(ordered: list[float], one: float, other: float) -> None:
    assert percentile(ordered, min(one, other)) <= percentile(ordered, max(one, other)) * (1 + 1e-12)


@given(times, st.floats(0, 1))
def test_a_percentile_lies_among_the_samples(ordered: list[float], q: float) -> None:
    assert ordered[0] <= percentile(ordered, q) * (1 + 1e-12)
    assert percentile(ordered, q) <= ordered[-1] * (1 + 1e-12)


def test_half_of_the_samples_lie_below_the_median() -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.5


@pytest.mark.parametrize("count", [1, 2, 7, 400, DAYS])
def test_normal_slices_are_as_many_as_asked_for_in_order_and_symmetric(count: int) -> None:
    found = normals(count)
    assert len(found) == count
    assert all(one < other for one, other in pairwise(found))
    assert all(one == -other for one, other in zip(found, reversed(found), strict=True))


@pytest.mark.parametrize(("share", "z"), [(0.95, 1.644854), (0.99, 2.326348), (0.999, 3.090232)])
def test_normal_slices_have_the_quantiles_of_the_tables(share: float, z: float) -> None:
    assert percentile(normals(100_000), share) == pytest.approx(z, abs=1e-4)


def test_the_same_seed_gives_the_same_days_and_another_seed_others(lazy: LazyContent) -> None:
    latency = model_of(lazy).latency
    days = chances(latency, 100, 3).variability
    chances.cache_clear()
    assert chances(latency, 100, 3).variability == days != chances(latency, 100, 4).variability


def test_what_chance_decides_differs_from_column_to_column(lazy: LazyContent) -> None:
    days = chances(model_of(lazy).latency, 1000, 0)
    mean = sum(poll * extreme for poll, extreme in zip(days.poll, days.extreme, strict=True)) / 1000
    assert mean == pytest.approx(0.25, abs=0.02)


def test_the_slowest_of_ten_thousand_is_slower_than_a_request_however_few_days_there_are(lazy: LazyContent) -> None:
    for days in (50, 100, 1000):
        chance = chances(model_of(lazy).latency, days, 0)
        slowest = slowest_of(chance.variability, chance, 10_000)
        assert percentile(sorted(slowest), 0.5) > max(chance.variability)
