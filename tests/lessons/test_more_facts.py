"""The facts that few learners know: what each of them changes in the advice of a lesson with a model."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.advice import advise, recommended
from simulator.latency import percentile
from simulator.lesson import model_of
from simulator.parameters import Model
from simulator.sentences import reasons
from simulator.simulation import simulate
from simulator.wording import Wording
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT

CHAT = replace(CLICK, output_tokens=600, reader="watching", partial=True, deadline=120)
"""A chat in which somebody reads along."""
WEBHOOK = replace(CLICK, output_tokens=600, deadline=120, caller_timeout=8)
"""A chat platform calls a webhook and gives up after 8 s; the answer is a message of its own."""


@pytest.fixture
def model(lazy: LazyContent) -> Model:
    """The model, where the lesson has one."""
    if lazy.model is None:
        pytest.skip("the lesson has no model")
    return model_of(lazy)


def kind(model: Model, mode: str | None) -> str:
    """What a mode is, by what it does and not by its name."""
    assert mode
    parameters = model.modes[mode]
    return "queued" if parameters.queue else parameters.connection


def best(modes: Mapping[str, Mode], model: Model, workload: Workload) -> str:
    return kind(model, recommended(modes, model, workload))


def test_a_caller_that_gives_up_soon_is_answered_at_once_and_gets_the_answer_later(
    modes: Mapping[str, Mode], model: Model
) -> None:
    """A chat platform's webhook of 8 s: whatever holds the line is out, and so is a stream."""
    for workload in (WEBHOOK, replace(CHAT, caller_timeout=8), replace(WEBHOOK, reader="gone", deadline=600)):
        advice = advise(modes, model, workload)
        broken = {kind(model, each.mode): [finding.rule for finding in each.failing] for each in advice.ranked}
        assert kind(model, advice.best.mode) == "closed"
        assert broken["silent"] == broken["flowing"] == ["caller_timeout"]
    assert best(modes, model, replace(WEBHOOK, caller_timeout=None)) == "silent"
    assert best(modes, model, CHAT) == "flowing"
    assert best(modes, model, replace(CHAT, caller_timeout=60)) == "flowing"


LONG = replace(CLICK, seconds=90, output_tokens=3000, deadline=600, timeout=None)
"""Somebody waits for an answer of 90 s."""


def test_a_vendor_without_background_jobs_leaves_the_queue_and_the_workers_to_us(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    """That weighs one more, once, even where the vendor may keep nothing either; and the advice says so."""

    def weight(workload: Workload) -> float:
        job = next(each for each in advise(modes, model, workload).ranked if kind(model, each.mode) == "closed")
        return next(finding.points or 0 for finding in job.findings if finding.rule == "engineering")

    assert weight(LONG) == weight(replace(LONG, background=True)) == 4
    assert weight(replace(LONG, background=False)) == weight(replace(LONG, background=False, retention=False)) == 5
    without = replace(LONG, background=False, timeout=30)
    advice = advise(modes, model, without)
    assert kind(model, advice.best.mode) == "closed"
    own = "It means a queue of your own here, with workers that make plain calls."
    assert own in reasons(modes, model, advice, wording)
    assert own not in reasons(modes, model, advise(modes, model, replace(without, background=True)), wording)


def test_where_nothing_else_needs_the_rate_limit_filling_it_costs_nothing(
    modes: Mapping[str, Mode], model: Model
) -> None:
    """A weekly run that would pay little for a batch: beside live traffic it goes there all the same."""
    run = replace(NIGHT, requests=60_000, times_a_day=1 / 7, input_tokens=100, output_tokens=10)
    assert best(modes, model, run) == best(modes, model, replace(run, shared_limit=True)) == "queued"
    assert best(modes, model, replace(run, shared_limit=False)) == "silent"


EVAL = replace(NIGHT, requests=2000, times_a_day=1, deadline=24 * 3600)
"""Every night 2,000 items, all known up front."""


def test_each_turn_of_a_batch_waits_in_the_queue_again(modes: Mapping[str, Mode], model: Model) -> None:
    """One turn fits into a day; of four turns, one is likely to meet a bad day."""
    assert best(modes, model, EVAL) == best(modes, model, replace(EVAL, turns=1)) == "queued"
    four = advise(modes, model, replace(EVAL, turns=4))
    assert kind(model, four.best.mode) == "silent"
    queued = next(each for each in four.ranked if kind(model, each.mode) == "queued")
    assert [finding.rule for finding in queued.failing] == ["deadline"]
    assert best(modes, model, replace(EVAL, turns=4, deadline=7 * 24 * 3600)) == "queued"


def test_turns_take_what_a_simulation_of_their_own_says(model: Model) -> None:
    """Fifty items beside each other, each of six calls, one after another: the slowest of fifty sums of six."""
    (name,) = (name for name, parameters in model.modes.items() if kind(model, name) == "silent")
    one = simulate(model, name, replace(EVAL, requests=1)).ends
    random = Random(7)  # noqa: S311

    def items() -> float:
        return max(sum(random.choice(one) for _ in range(6)) for _ in range(50))

    drawn = sorted(items() for _ in range(2000))
    found = simulate(model, name, replace(EVAL, requests=50, turns=6, rate_limit=1_000_000)).ends
    for share in (0.5, 0.95):
        assert percentile(found, share) == pytest.approx(percentile(drawn, share), rel=0.1)


def test_fewer_at_a_time_take_longer(modes: Mapping[str, Mode], model: Model) -> None:
    """Ten at a time keep a deadline that one after another would miss."""
    run = replace(EVAL, requests=200, times_a_day=1 / 30, deadline=600, independent=True)
    assert best(modes, model, replace(run, concurrency=10)) == "silent"
    slow = advise(modes, model, replace(run, concurrency=1))
    assert not slow.best.feasible
    alike = [simulate(model, each.mode, replace(run, independent=False)).done for each in slow.ranked]
    chain = [simulate(model, each.mode, replace(run, requests=1, turns=200)).done for each in slow.ranked]
    for mine, theirs, each in zip(alike, chain, slow.ranked, strict=True):
        if kind(model, each.mode) != "queued":
            assert mine == theirs


HURRIED = replace(NIGHT, requests=2000, deadline=2 * 3600, price_in=30, price_out=150, rate_limit=1000)
"""A nightly run with 2 h, in which a batch is often too late and saves much."""


def test_what_a_missed_deadline_means_changes_how_many_may_be_late(modes: Mapping[str, Mode], model: Model) -> None:
    """Two batches in a hundred meet a bad day: too many where that is a loss."""
    relaxed = replace(HURRIED, deadline=20 * 3600)
    assert best(modes, model, relaxed) == best(modes, model, replace(relaxed, missed="annoyance")) == "queued"
    assert best(modes, model, replace(relaxed, missed="loss")) != "queued"


def test_with_a_fallback_a_watchdog_keeps_the_deadline_of_a_batch(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    assert best(modes, model, replace(HURRIED, deadline=3600)) == "silent"
    watched = advise(modes, model, replace(HURRIED, deadline=3600, missed="fallback"))
    assert kind(model, watched.best.mode) == "queued"
    assert watched.best.spread.late_share < 0.01
    told = reasons(modes, model, watched, wording)
    assert any("watchdog" in sentence for sentence in told)
    assert any("plain calls finish the work at the full price" in sentence for sentence in told)
    hopeless = replace(HURRIED, requests=100_000, deadline=3600, missed="fallback")
    assert not advise(modes, model, hopeless).best.feasible
