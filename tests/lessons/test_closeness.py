"""What makes a mode defensible though it is not the best, and the parts of a model that bring modes close together."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.advice import advise, outcome
from simulator.findings import Finding
from simulator.lesson import model_of
from simulator.outcomes import spreads
from simulator.parameters import Model
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT

READ = replace(
    CLICK, output_tokens=3000, thinking_tokens=6000, reader="watching", partial=True, deadline=600, timeout=None
)
"""Somebody reads along, after a model that thinks for more than a minute."""
FEW = replace(NIGHT, requests=30, deadline=12 * 3600.0)
"""Cents a night: half of them would not pay for a batch."""
TOLD = replace(CLICK, output_tokens=1500, reader="watching", partial=True, deadline=120, timeout=None)
"""Somebody reads an answer of half a minute as it comes."""


@pytest.fixture
def model(lazy: LazyContent) -> Model:
    """The model, where the lesson has one."""
    if lazy.model is None:
        pytest.skip("the lesson has no model")
    return model_of(lazy)


def named(model: Model, connection: str) -> str:
    """A mode without a queue, by what its connection does."""
    return next(name for name, each in model.modes.items() if each.connection == connection and not each.queue)


def queued(model: Model) -> str:
    return next(name for name, each in model.modes.items() if each.queue)


def points(modes: Mapping[str, Mode], model: Model, workload: Workload, mode: str, rule: str) -> float:
    found: tuple[Finding, ...] = advise(modes, model, workload).of(mode).findings
    return next((each.points or 0.0 for each in found if each.rule == rule), 0.0)


def test_a_batch_that_saves_cents_is_close_while_nobody_waits(modes: Mapping[str, Mode], model: Model) -> None:
    found = outcome(modes, model, FEW)
    assert found.mode == named(model, "silent")
    assert queued(model) in found.close
    assert queued(model) not in outcome(modes, model, replace(FEW, reader="waiting")).close


def test_a_stream_that_nobody_sees_is_never_close(modes: Mapping[str, Mode], model: Model) -> None:
    """It is one point more than a plain call, and better at nothing."""
    for workload in (FEW, replace(CLICK, reader="gone"), replace(CLICK, partial=False)):
        assert named(model, "flowing") not in outcome(modes, model, workload).close


def test_what_is_built_in_another_way_is_close_though_it_is_better_at_nothing_else(
    modes: Mapping[str, Mode], model: Model
) -> None:
    """Where the work must survive, a stream needs a store and a worker, and a job is that already."""
    job = named(model, "closed")
    assert outcome(modes, model, TOLD).mode == named(model, "flowing")
    assert job in outcome(modes, model, replace(TOLD, survives=True)).close
    generous = replace(model, readings=replace(model.readings, close=replace(model.readings.close, value=20)))
    assert job not in outcome(modes, generous, replace(TOLD, reader="gone")).close


def test_a_rule_that_two_modes_miss_by_about_as_much_does_not_part_them(
    modes: Mapping[str, Mode], model: Model
) -> None:
    """A job's stream begins 0.3 s later: of seconds that is nothing, and of a tenth of a second it is not."""
    job, late = named(model, "closed"), replace(TOLD, survives=True, input_tokens=300_000)
    come = advise(modes, model, late).of(job).spread.first[1]
    for first_words, close in ((2 * come, True), (come - 0.15, True), (come / 3, True)):
        assert (job in outcome(modes, model, replace(late, first_words=first_words)).close) is close
    quick = replace(TOLD, survives=True)
    soon = advise(modes, model, quick).of(named(model, "flowing")).spread.first[1]
    assert job not in outcome(modes, model, replace(quick, first_words=soon * 1.01)).close


def test_a_watchdog_weighs_as_much_as_it_does_of_the_work(modes: Mapping[str, Mode], model: Model) -> None:
    run = replace(FEW, missed="fallback")
    batch, often = queued(model), {}
    for deadline in (12 * 3600, 9000, 1800):
        found = advise(modes, model, replace(run, deadline=deadline)).of(batch)
        often[deadline] = found.rescued
        assert points(modes, model, replace(run, deadline=deadline), batch, "engineering") == 3 + found.rescued
    assert often[12 * 3600] == 0 < often[9000] < 0.1 < often[1800]


def test_a_deadline_counts_in_proportion_for_what_is_close(modes: Mapping[str, Mode], model: Model) -> None:
    """A little late is close, far too late is not, and nothing is where a missed deadline is a loss."""
    needed = advise(modes, model, FEW).of(queued(model)).spread.done
    close = {
        share: outcome(modes, model, replace(FEW, deadline=needed[1] * share)).close for share in (1.01, 0.99, 0.3)
    }
    assert queued(model) in close[1.01]
    assert queued(model) not in close[0.3]
    generous = replace(model, readings=replace(model.readings, close=replace(model.readings.close, value=4)))
    late = replace(FEW, deadline=needed[1] * 0.8, missed="annoyance")
    assert queued(model) in outcome(modes, generous, late).close
    assert queued(model) not in outcome(modes, generous, replace(late, missed="loss")).close
    assert queued(model) not in outcome(modes, generous, replace(late, deadline=needed[1] * 0.45)).close


def test_a_heartbeat_keeps_a_silent_stream_alive_for_who_reads_along(modes: Mapping[str, Mode], model: Model) -> None:
    stream, cut = named(model, "flowing"), replace(READ, timeout=60)
    kept = advise(modes, model, cut).of(stream)
    assert kept.feasible
    assert any(need.of == "heard" for need in kept.substitutes)
    assert points(modes, model, cut, stream, "engineering") == points(modes, model, READ, stream, "engineering") + 1
    assert spreads(modes, model, cut)[stream].cut_share == 0
    assert not advise(modes, model, replace(cut, reader="gone")).of(stream).feasible


def test_a_job_streams_to_who_reads_along_and_to_nobody_else(modes: Mapping[str, Mode], model: Model) -> None:
    job, read = named(model, "closed"), spreads(modes, model, READ)
    assert read[job].first[1] - read[named(model, "flowing")].first[1] == pytest.approx(0.3, abs=0.01)
    waits = spreads(modes, model, replace(READ, reader="waiting"))
    assert waits[job].first == waits[job].done
    more = points(modes, model, READ, job, "engineering") - points(
        modes, model, replace(READ, reader="waiting"), job, "engineering"
    )
    assert more == 1


def test_ten_silent_minutes_weigh_on_a_plain_call_and_not_on_a_stream(modes: Mapping[str, Mode], model: Model) -> None:
    long = replace(CLICK, reader="gone", seconds=1200, output_tokens=12000, deadline=7200)
    assert points(modes, model, long, named(model, "silent"), "silence") > 1
    assert points(modes, model, long, named(model, "flowing"), "silence") == 0
    assert points(modes, model, replace(long, seconds=120), named(model, "silent"), "silence") == 0


def test_a_wait_is_a_little_longer_where_nothing_shows_that_the_work_goes_on(
    modes: Mapping[str, Mode], model: Model
) -> None:
    long = replace(CLICK, seconds=30, output_tokens=2400, deadline=300)
    blind, seen = (points(modes, model, long, named(model, each), "wait") for each in ("silent", "flowing"))
    assert 0.05 < blind - seen < 0.3
    assert points(modes, model, replace(long, seconds=3), named(model, "silent"), "wait") == points(
        modes, model, replace(long, seconds=3), named(model, "flowing"), "wait"
    )
