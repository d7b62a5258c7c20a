"""The numbers of a lesson's model: they have the shape that was published, and tell in words what they should."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from engine.sections import measures
from simulator.flips import Flip
from simulator.latency import chances, normals, percentile, samples, writing
from simulator.lesson import model_of
from simulator.outcomes import spreads
from simulator.parameters import Model
from simulator.sensitivity import turned
from simulator.sentences import finding_text
from simulator.simulation import simulate
from simulator.wording import Wording
from tests.support.workloads import workload_of

DAYS = 10_000


@pytest.fixture(autouse=True)
def _model(lazy: LazyContent) -> None:
    if lazy.model is None:
        pytest.skip("the lesson has no model")


def ratio(ordered: list[float], q: float) -> float:
    return percentile(ordered, q) / percentile(ordered, 0.5)


def test_the_first_token_has_the_tail_of_the_published_probes(lazy: LazyContent) -> None:
    """Over the ten models of the source, p95 / p50 is 1.66 and p99 / p50 is 4.18 at the median."""
    ordered = sorted(chances(model_of(lazy).latency, DAYS, 0).variability)
    assert percentile(ordered, 0.5) == pytest.approx(1, rel=0.02)
    assert ratio(ordered, 0.95) == pytest.approx(1.66, rel=0.03)
    assert ratio(ordered, 0.99) == pytest.approx(4.18, rel=0.08)


def test_a_small_batch_goes_through_both_published_points(lazy: LazyContent) -> None:
    """Half within 7 minutes, 90 percent within an hour."""
    queues = [parameters.queue for parameters in model_of(lazy).modes.values() if parameters.queue]
    ordered = sorted(samples(queues[0].completions[0].curve, [0.5] * DAYS, normals(DAYS)))
    assert percentile(ordered, 0.5) == pytest.approx(7 * 60, rel=0.01)
    assert percentile(ordered, 0.9) == pytest.approx(3600, rel=0.01)


def test_waves_take_what_a_simulation_of_their_own_says(lazy: LazyContent) -> None:
    """Six waves, one after another, each with its own wait; two in a hundred expire and are sent again."""
    model = model_of(lazy)
    [name] = [name for name, parameters in model.modes.items() if parameters.queue]
    queue = model.modes[name].queue
    assert queue
    many = replace(workload_of(lazy.scenarios["nightly-tickets"]), requests=6 * int(queue.capacity.value))
    [large] = queue.completions[-1].curve.components
    random = Random(7)  # noqa: S311

    def wave() -> float:
        waited = random.lognormvariate(math.log(large.median), large.sigma)
        return queue.expiry.value + wave() if random.random() < queue.bad_days.value else waited

    drawn = sorted(sum(wave() for _ in range(6)) for _ in range(20_000))
    model_days = simulate(model, name, many).ends
    for share in (0.5, 0.95):
        assert percentile(model_days, share) == pytest.approx(percentile(drawn, share), rel=0.08)


def test_a_run_that_expires_and_is_done_in_time_all_the_same_is_not_late(
    modes: Mapping[str, Mode], lazy: LazyContent
) -> None:
    model, workload = model_of(lazy), workload_of(lazy.scenarios["corpus-embedding"])
    for name, found in spreads(modes, model, workload).items():
        assert max(found.samples) < workload.deadline
        assert found.late_share == 0
        assert any(simulate(model, name, workload).expired) == (model.modes[name].queue is not None)


def test_a_batch_of_one_more_takes_no_longer_than_that(lazy: LazyContent) -> None:
    model = model_of(lazy)
    [name] = [name for name, parameters in model.modes.items() if parameters.queue]
    few = workload_of(lazy.scenarios["nightly-tickets"])
    for requests in (5_000, 50_000):
        before, after = (
            percentile(simulate(model, name, replace(few, requests=each)).ends, 0.95)
            for each in (requests, requests + 1)
        )
        assert after == pytest.approx(before, rel=0.001)


def test_the_slowest_of_more_requests_is_always_slower(lazy: LazyContent) -> None:
    model = model_of(lazy)
    [name] = [name for name, parameters in model.modes.items() if parameters.connection == "silent"]
    one = replace(workload_of(lazy.scenarios["nightly-tickets"]), rate_limit=1_000_000)
    slowest = [
        percentile(sorted(simulate(model, name, replace(one, requests=each)).slowest), 0.5)
        for each in (10, 100, 1_000, 10_000, 100_000)
    ]
    assert all(more > 1.02 * less for less, more in pairwise(slowest))


@pytest.mark.parametrize(
    ("mode", "measure", "scenario", "changed", "first"),
    [
        ("sync", 0, "chat", {}, False),
        ("streaming", 0, "chat", {}, True),
        ("streaming", 1, "chat", {}, False),
        ("async", 0, "chat", {"output_tokens": 3000}, False),
        ("async", 1, "chat", {"output_tokens": 3000, "webhook": False}, False),
        ("batch", 1, "nightly-tickets", {"requests": 50_000}, False),
    ],
)
def test_what_a_mode_says_of_its_time_is_what_the_model_says_of_that_workload(
    modes: Mapping[str, Mode], lazy: LazyContent, mode: str, measure: int, scenario: str, changed: Any, first: bool
) -> None:
    """One workload has one set of numbers, in Explore and in Race."""
    workload = replace(workload_of(lazy.scenarios[scenario]), **changed)
    found = spreads(modes, model_of(lazy), workload)[mode]
    said = measures(modes[mode])[measure]
    for number, computed in zip((said.median, said.p95, said.p99), found.first if first else found.done, strict=True):
        assert number == float(f"{computed:.1e}")


def test_every_curve_is_skewed_to_the_right(lazy: LazyContent) -> None:
    latency = model_of(lazy).latency
    chance = chances(latency, DAYS, 0)
    for column in (chance.variability, writing(latency, chance, latency.length.value)):
        assert sum(column) / DAYS > percentile(sorted(column), 0.5)


def test_the_components_of_every_curve_add_up_to_the_whole(lazy: LazyContent) -> None:
    model = model_of(lazy)
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


@pytest.mark.slow
@pytest.mark.xdist_group("flips")
def test_no_flip_of_a_scenario_holds_a_number_against_one_that_reads_the_same(
    modes: Mapping[str, Mode],
    model: Model,
    wording: Wording,
    lazy: LazyContent,
    tipped: Mapping[str, tuple[Flip, ...]],
) -> None:
    """A sentence such as "is silent for up to 60 s, and the timer cuts at 60 s" tells nothing."""
    turns = [
        turned(modes, model, workload_of(lazy.scenarios[name]), each)
        for name, found in tipped.items()
        for each in found
    ]
    rules = [finding for turn in turns if turn.rule for finding in turn.rule[1:] if finding.value and finding.limit]
    assert len(rules) >= len(tipped)
    for finding in rules:
        first, second = re.findall(
            r"\d[\d,.]*\d (?:ms|s|min|h|days)\b|\d[\d,.]*",
            re.sub(r"\d+ of \d+|in \d+", "", finding_text(model, "It", finding, wording)),
        )[:2]
        assert first != second, finding
