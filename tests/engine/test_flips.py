"""What would change the advice: true of the model, and said in a sentence."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from simulator.advice import advise
from simulator.doubts import usual
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


def just_short(model: Model, workload: Workload, found: Flip) -> Workload:
    """The workload one number of two figures nearer to what it was (unknown: to the usual one), or as it was."""
    declared, was = DECLARED[found.fact], getattr(workload, found.fact)
    if isinstance(found.value, bool | str) or found.value is None:
        return workload
    if was is None and declared.guessed:
        was = usual(model.readings, found.fact)
    up = was is not None and found.value > was
    nearer = number_at(place_of(found.value) + (-1 if up else 1))
    if declared.kind == "count":
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
        before = advise(modes, model, just_short(model, workload, found)).best
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
        (
            Flip("deadline", 11_000.0, "counter"),
            "If the deadline for the whole answer is shorter than about 3.3 h, Counter is best.",
        ),
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
    modes: Mapping[str, Mode], model: Model, wording: Wording, flipped: Flip, sentence: str
) -> None:
    assert flip_text(modes, model, NIGHT, flipped, wording) == sentence


LOW_AND_HIGH: Mapping[str, tuple[Value, Value]] = {
    "requests": (4000, 200_000),
    "times_a_day": (0.45, 2.0),
    "turns": (2, 12),
    "concurrency": (4, 30),
    "input_tokens": (900, 30_000),
    "cached_share": (0.29, 0.9),
    "output_tokens": (3, 5000),
    "thinking_tokens": (90, 4000),
    "longest": (790, 20_000),
    "seconds": (0.5, 5400.0),
    "first_words": (4.0, 15.0),
    "deadline": (7000.0, 172_800.0),
    "timeout": (20.0, 100.0),
    "caller_timeout": (7.9, 29.0),
    "rate_limit": (90, 2000),
    "price_in": (0.09, 9.0),
    "price_out": (1.9, 40.0),
    "price_cached": (0.19, 2.0),
}
"""A value on either side of what the workload has, for each number."""
READ: Mapping[str, tuple[str, ...]] = {
    "requests": ("a run has fewer than about 4,100 requests", "a run has about 200,000 requests or more"),
    "times_a_day": ("it runs less often than about once every 2 days", "it runs about 2 times a day or more often"),
    "turns": ("a request takes fewer than about 3 turns", "a request takes about 12 turns or more"),
    "concurrency": (
        "fewer than about 5 requests run at a time",
        "about 30 requests or more run at a time",
        "as many requests run at a time as the rate limit allows",
    ),
    "input_tokens": ("the input is less than about 910 tokens", "the input is about 30,000 tokens or more"),
    "cached_share": (
        "less than about 30\N{NO-BREAK SPACE}% of the input is cached",
        "about 90\N{NO-BREAK SPACE}% or more of the input is cached",
    ),
    "thinking_tokens": (
        "the model thinks for less than about 91 tokens",
        "the model thinks for about 4,000 tokens or more",
    ),
    "longest": (
        "the longest answer is less than about 800 tokens",
        "the longest answer is about 20,000 tokens or more",
    ),
    "output_tokens": ("the output is less than about 4 tokens", "the output is about 5,000 tokens or more"),
    "seconds": ("the model takes less than about 0.51 s", "the model takes about 1.5 h or longer"),
    "first_words": (
        "the deadline for the first words is shorter than about 4.1 s",
        "the deadline for the first words is about 15 s or longer",
        "the first words have no deadline",
    ),
    "deadline": (
        "the deadline for the whole answer is shorter than about 2 h",
        "the deadline for the whole answer is about 2 days or longer",
    ),
    "timeout": (
        "the idle timeout is shorter than about 21 s",
        "the idle timeout is about 1.7 min or longer",
        "no idle timeout cuts a silent connection",
    ),
    "caller_timeout": (
        "the caller gives up in less than about 8 s",
        "the caller's timeout is about 29 s or longer",
        "the caller waits as long as it takes",
    ),
    "rate_limit": (
        "the rate limit is less than about 91 requests per minute",
        "the rate limit is about 2,000 requests per minute or more",
    ),
    "price_in": (
        "input costs less than about $0.09 per million tokens",
        "input costs about $9 per million tokens or more",
    ),
    "price_out": (
        "output costs less than about $2 per million tokens",
        "output costs about $40 per million tokens or more",
    ),
    "price_cached": (
        "cached input costs less than about $0.20 per million tokens",
        "cached input costs about $2 per million tokens or more",
    ),
    "independent": ("all requests are known up front", "the requests are not all known up front"),
    "partial": ("partial answers are useful and safe", "partial answers are not useful or not safe"),
    "webhook": ("you can receive a webhook", "you cannot receive a webhook"),
    "retention": ("the vendor may keep the data", "the vendor may not keep the data"),
    "shared_limit": ("live traffic needs the same rate limit", "nothing else needs your rate limit"),
    "background": (
        "the vendor runs requests in the background",
        "the vendor runs no requests in the background",
    ),
    "missed": (
        "plain calls can take over before the deadline",
        "a missed deadline is an annoyance only",
        "a missed deadline is a loss",
    ),
    "survives": (
        "the work must survive a closed page or a restart",
        "the work may be lost with a closed page or a restart",
    ),
    "reader": ("someone waits for the whole answer", "someone reads as it streams", "nobody is waiting"),
}
"""What every flip says of its fact, in each direction."""


@pytest.mark.parametrize("fact", DECLARED)
def test_every_fact_has_its_sentences_and_they_read_as_people_say_them(
    fact: str, modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    """Where a fact is added to a workload, its sentences are added to the messages."""
    declared, workload = (
        DECLARED[fact],
        replace(NIGHT, timeout=60, caller_timeout=15, turns=5, concurrency=10, seconds=60, first_words=8),
    )
    workload = replace(workload, cached_share=0.5, price_cached=0.3, thinking_tokens=500, longest=2000)
    values: tuple[Value, ...] = declared.choices or (True, False)
    if declared.quantity:
        values = (*LOW_AND_HIGH[fact], *([None] if declared.unlimited else []))
    told = tuple(flip_text(modes, model, workload, Flip(fact, value, "counter"), wording) for value in values)
    assert told == tuple(f"If {read}, Counter is best." for read in READ[fact])


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (0.032, "less often than about once every 30 days"),
        (0.14, "about once a week or more often"),
        (0.29, "about 2 times a week or more often"),
        (0.5, "about once every 2 days or more often"),
        (0.71, "about 5 times a week or more often"),
        (1.0, "about once a day or more often"),
        (24.0, "about 24 times a day or more often"),
    ],
)
def test_how_often_is_read_in_the_unit_that_people_use(
    modes: Mapping[str, Mode], model: Model, wording: Wording, value: float, read: str
) -> None:
    monthly = replace(NIGHT, times_a_day=0.04)
    assert flip_text(modes, model, monthly, Flip("times_a_day", value, "counter"), wording) == (
        f"If it runs {read}, Counter is best."
    )
