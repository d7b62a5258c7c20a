"""What would change the advice: true of the model, and said in a sentence."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from simulator.advice import advise
from simulator.flips import Flip, flip, flips
from simulator.parameters import Model
from simulator.search import number_at, place_of
from simulator.sentences import flip_text
from simulator.wording import Wording
from simulator.workload import DECLARED, QUANTITIES, Value, Workload
from tests.support.workloads import NIGHT, any_workload


def changed(workload: Workload, fact: str, value: Value) -> Workload:
    change: dict[str, Any] = {fact: value}
    return replace(workload, **change)


def just_short(workload: Workload, found: Flip) -> Workload:
    """The workload one number of two figures nearer to what it was, or as it was."""
    was = getattr(workload, found.fact)
    if isinstance(found.value, bool | str) or found.value is None:
        return workload
    up = was is not None and found.value > was
    nearer = number_at(place_of(found.value) + (-1 if up else 1))
    if isinstance(was, int) and not isinstance(was, bool):
        nearer = round(nearer) if round(nearer) != found.value else found.value - (1 if up else -1)
    passed = was is not None and (nearer <= was if up else nearer >= was)
    return workload if passed else changed(workload, found.fact, nearer)


@pytest.mark.slow
@settings(max_examples=25)
@given(workload=any_workload)
def test_a_flip_makes_its_mode_the_best_and_just_short_of_it_does_not(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    for found in flips(modes, model, workload):
        then = advise(modes, model, changed(workload, found.fact, found.value)).best
        assert (then.mode, then.feasible) == (found.mode, True)
        before = advise(modes, model, just_short(workload, found)).best
        assert before.mode != found.mode or not before.feasible, found


def test_the_nightly_run_flips_at_the_deadline_that_the_batch_just_keeps(
    modes: Mapping[str, Mode], model: Model
) -> None:
    found = flip(modes, model, NIGHT, "deadline")
    assert found is not None
    assert isinstance(found.value, float)
    p95 = next(each for each in advise(modes, model, NIGHT).ranked if each.mode == "banquet").spread.done[1]
    assert 0.9 * p95 < found.value < p95


def test_half_a_minute_flips_at_a_timer_that_is_a_little_longer(
    modes: Mapping[str, Mode], model: Model, half_a_minute: Workload
) -> None:
    found = flip(modes, model, replace(half_a_minute, seconds=32.0), "timeout")
    assert found is not None
    assert isinstance(found.value, float)
    assert (found.mode, 60 < found.value < 75) == ("counter", True)


def test_flips_come_fact_by_fact_and_each_fact_at_most_once(modes: Mapping[str, Mode], model: Model) -> None:
    facts = [each.fact for each in flips(modes, model, NIGHT)]
    assert len(facts) == len(set(facts)) > 3
    assert [flip(modes, model, NIGHT, fact) for fact in facts] == list(flips(modes, model, NIGHT))


def test_every_number_of_a_workload_has_a_range_to_look_in(model: Model) -> None:
    assert set(model.ranges) == set(QUANTITIES)


@pytest.mark.parametrize(
    ("flipped", "sentence"),
    [
        (Flip("deadline", 11_000.0, "counter"), "If the deadline is shorter than about 3.3 h, Counter is best."),
        (Flip("requests", 4700, "counter"), "If a run has fewer than about 4,800 requests, Counter is best."),
        (Flip("requests", 3, "counter"), "If a run has fewer than about 4 requests, Counter is best."),
        (
            Flip("timeout", 20.0, "ticket"),
            "If the idle timeout is shorter than about 21 s, Ticket is best.",
        ),
        (Flip("price_in", 9.0, "banquet"), "If input costs about $9 per million tokens or more, Banquet is best."),
        (Flip("reader", "waiting", "counter"), "If someone waits for the whole answer, Counter is best."),
        (Flip("retention", False, "counter"), "If the vendor may not keep the data, Counter is best."),
        (Flip("timeout", None, "counter"), "If no idle timeout cuts a silent connection, Counter is best."),
    ],
)
def test_a_flip_is_a_sentence_that_says_which_way(
    modes: Mapping[str, Mode], wording: Wording, flipped: Flip, sentence: str
) -> None:
    assert flip_text(modes, NIGHT, flipped, wording) == sentence


@pytest.mark.parametrize("fact", DECLARED)
def test_every_fact_has_its_sentences(fact: str, modes: Mapping[str, Mode], wording: Wording) -> None:
    """Where a fact is added to a workload, its sentences are added to the messages."""
    declared, workload = DECLARED[fact], replace(NIGHT, timeout=60, seconds=60)
    values: list[Value] = list(declared.choices)
    if declared.kind == "flag":
        values = [True, False]
    elif declared.quantity:
        own = getattr(workload, fact)
        values = [own * 2, own / 2, *([None] if declared.quantity.absent == "unlimited" else [])]
    for value in values:
        assert modes["counter"].name in flip_text(modes, workload, Flip(fact, value, "counter"), wording)
