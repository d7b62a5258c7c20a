"""Samples are seeded, have the shape that was published, and give percentiles in order."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.practice_content import Workshop
from simulator.latency import (
    chances,
    normals,
    percentile,
    samples,
)
from simulator.lesson import model_of

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


def test_the_same_seed_gives_the_same_days_and_another_seed_others(workshop: Workshop) -> None:
    latency = model_of(workshop).latency
    days = chances(latency, 100, 3).variability
    chances.cache_clear()
    assert chances(latency, 100, 3).variability == days != chances(latency, 100, 4).variability


def test_what_chance_decides_differs_from_column_to_column(workshop: Workshop) -> None:
    days = chances(model_of(workshop).latency, 1000, 0)
    mean = sum(poll * extreme for poll, extreme in zip(days.poll, days.extreme, strict=True)) / 1000
    assert mean == pytest.approx(0.25, abs=0.02)


def test_the_first_token_has_the_tail_of_the_published_probes(workshop: Workshop) -> None:
    """Over the ten models of the source, p95 / p50 is 1.66 and p99 / p50 is 4.18 at the median."""
    ordered = sorted(chances(model_of(workshop).latency, DAYS, 0).variability)
    assert percentile(ordered, 0.5) == pytest.approx(1, rel=0.02)
    assert ratio(ordered, 0.95) == pytest.approx(1.66, rel=0.03)
    assert ratio(ordered, 0.99) == pytest.approx(4.18, rel=0.08)


def test_a_small_batch_goes_through_both_published_points(workshop: Workshop) -> None:
    """Half within 7 minutes, 90 percent within an hour."""
    queues = [parameters.queue for parameters in model_of(workshop).modes.values() if parameters.queue]
    ordered = sorted(samples(queues[0].completions[0].curve, [0.5] * DAYS, normals(DAYS)))
    assert percentile(ordered, 0.5) == pytest.approx(7 * 60, rel=0.01)
    assert percentile(ordered, 0.9) == pytest.approx(3600, rel=0.01)


def test_every_curve_is_skewed_to_the_right(workshop: Workshop) -> None:
    latency = model_of(workshop).latency
    for column in (chances(latency, DAYS, 0).variability, chances(latency, DAYS, 0).writing):
        assert sum(column) / DAYS > percentile(sorted(column), 0.5)


def test_the_components_of_every_curve_add_up_to_the_whole(workshop: Workshop) -> None:
    model = model_of(workshop)
    curves = [
        model.latency.variability,
        model.latency.speed,
        *(
            completion.curve
            for parameters in model.modes.values()
            if parameters.queue
            for completion in parameters.queue.completions
        ),
    ]
    assert all(math.isclose(sum(component.share for component in curve.components), 1) for curve in curves)
