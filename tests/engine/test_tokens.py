"""Facts of a workload that are about tokens: what is thought, how long an answer may become, what a cache holds."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from simulator.advice import Ranked, advise
from simulator.cost import cost_a_day
from simulator.flips import flip
from simulator.outcomes import spreads
from simulator.parameters import Model
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT, any_workload

READING = replace(CLICK, reader="watching", partial=True, first_words=5, deadline=60, output_tokens=800)
"""Somebody reads along, and the first words must be there in 5 s."""


def judged(modes: Mapping[str, Mode], model: Model, workload: Workload) -> dict[str, Ranked]:
    return {each.mode: each for each in advise(modes, model, workload).ranked}


def broken(each: Ranked) -> list[str]:
    return [finding.rule for finding in each.failing]


def a_day(modes: Mapping[str, Mode], model: Model, name: str, workload: Workload) -> float:
    return cost_a_day(modes[name], model.modes[name], model, workload)


# What the model thinks.


def test_thinking_is_billed_as_output(modes: Mapping[str, Mode], model: Model) -> None:
    thoughtful = replace(CLICK, thinking_tokens=800)
    # 1,000 requests a day of 1,000 tokens in at $3 and 200 + 800 tokens out at $15 a million
    assert a_day(modes, model, "counter", thoughtful) == pytest.approx(1000 * (1000 * 3 + 1000 * 15) / 1e6)
    assert a_day(modes, model, "banquet", thoughtful) == pytest.approx(1000 * (1000 * 3 + 1000 * 15) / 1e6 / 2)


def test_thinking_is_waited_for_before_the_first_token_and_whoever_reads_along_sees_nothing_meanwhile(
    modes: Mapping[str, Mode], model: Model
) -> None:
    before, after = (spreads(modes, model, replace(READING, thinking_tokens=each))["buffet"] for each in (0, 2000))
    thought = 2000 / model.latency.speed.components[0].median
    assert after.first[0] - before.first[0] == pytest.approx(thought, rel=0.02)
    assert after.done[0] - before.done[0] == pytest.approx(thought, rel=0.02)


def test_a_connection_is_silent_while_the_model_thinks(modes: Mapping[str, Mode], model: Model) -> None:
    assert judged(modes, model, READING)["buffet"].feasible
    assert "timeout" in broken(judged(modes, model, replace(READING, first_words=None, thinking_tokens=4000))["buffet"])


def test_thinking_flips_who_reads_along_from_streaming(modes: Mapping[str, Mode], model: Model) -> None:
    quick = replace(READING, thinking_tokens=0)
    assert advise(modes, model, quick).best.mode == "buffet"
    found = flip(modes, model, replace(quick, first_words=None, deadline=600), "thinking_tokens")
    assert found and found.mode == "ticket" and isinstance(found.value, int) and 1000 < found.value < 10_000


def test_what_is_thought_counts_toward_the_longest_answer_that_one_call_returns(
    modes: Mapping[str, Mode], model: Model
) -> None:
    long = replace(NIGHT, requests=10, output_tokens=100_000)
    assert "output" not in broken(judged(modes, model, long)["counter"])
    assert "output" in broken(judged(modes, model, replace(long, thinking_tokens=30_000))["counter"])


def test_where_the_median_is_known_thinking_is_part_of_it(modes: Mapping[str, Mode], model: Model) -> None:
    known = replace(READING, seconds=40)
    before, after = (spreads(modes, model, replace(known, thinking_tokens=each))["buffet"] for each in (0, 2400))
    assert after.done[0] == pytest.approx(before.done[0]) == pytest.approx(40)
    # of 800 + 2,400 tokens, three quarters are thought
    assert after.first[0] > 0.7 * after.done[0] > before.first[0]


# The longest answer.


def test_one_answer_in_a_hundred_is_as_long_as_the_longest(modes: Mapping[str, Mode], model: Model) -> None:
    found = spreads(modes, model, replace(NIGHT, requests=1, output_tokens=2000, longest=16_000))["counter"]
    assert found.done[2] == pytest.approx(16_000 / 80, rel=0.1)
    assert found.done[0] == pytest.approx(2000 / 80, rel=0.1)


def test_answers_of_one_length_vary_only_as_the_speed_does(modes: Mapping[str, Mode], model: Model) -> None:
    usual, even = (
        spreads(modes, model, replace(CLICK, output_tokens=2000, longest=longest))["counter"].done
        for longest in (None, 2000)
    )
    assert even[0] == pytest.approx(usual[0], rel=0.02)
    assert even[2] < usual[2]


def test_the_longest_answer_flips_what_waits_on_a_silent_connection(modes: Mapping[str, Mode], model: Model) -> None:
    short = replace(CLICK, output_tokens=1500, longest=3000, deadline=120)
    assert advise(modes, model, short).best.mode == "counter"
    found = flip(modes, model, short, "longest")
    assert found and found.mode != "counter" and isinstance(found.value, int)
    assert "timeout" in broken(judged(modes, model, replace(short, longest=found.value))["counter"])


def test_the_longest_answer_must_fit_into_one_call_and_the_typical_one_may_be_far_from_it(
    modes: Mapping[str, Mode], model: Model
) -> None:
    long = replace(NIGHT, requests=10, output_tokens=2000, longest=150_000)
    found = judged(modes, model, long)
    assert {mode for mode in ("counter", "buffet") if "output" in broken(found[mode])} == {"counter", "buffet"}


@settings(max_examples=50)
@given(workload=any_workload)
def test_more_to_think_never_costs_less_and_never_ends_earlier(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    """Where nothing watches the queue: what takes longer must be rescued earlier."""
    alone = replace(workload, requests=1, seconds=None, missed=None)
    less, more = (replace(alone, thinking_tokens=each) for each in (100, 1000))
    before, after = (spreads(modes, model, each) for each in (less, more))
    for name in modes:
        assert a_day(modes, model, name, more) > a_day(modes, model, name, less)
        assert all(later >= earlier for earlier, later in zip(before[name].done, after[name].done, strict=True))


# What a cache holds.


def test_cached_input_costs_its_own_price_and_in_a_batch_only_part_of_it_is_found_at_half_of_that(
    modes: Mapping[str, Mode], model: Model
) -> None:
    cached = replace(NIGHT, cached_share=0.8, price_cached=0.25)
    # 100,000 requests of 2,000 tokens in and 200 out, for $3, $0.25 and $15 a million
    assert a_day(modes, model, "counter", cached) == pytest.approx(200 * (0.2 * 3 + 0.8 * 0.25) + 20 * 15)
    # the batch of the tests finds half of what the cache holds, and costs half
    assert a_day(modes, model, "banquet", cached) == pytest.approx((200 * (0.6 * 3 + 0.4 * 0.25) + 20 * 15) / 2)


def test_without_a_price_of_its_own_cached_input_costs_a_tenth(modes: Mapping[str, Mode], model: Model) -> None:
    cached = replace(NIGHT, cached_share=1)
    assert a_day(modes, model, "counter", cached) == pytest.approx(200 * 0.3 + 20 * 15)


def test_nothing_cached_and_not_known_cost_the_same(modes: Mapping[str, Mode], model: Model) -> None:
    for name in modes:
        known = a_day(modes, model, name, replace(NIGHT, cached_share=0, price_cached=1))
        assert known == a_day(modes, model, name, NIGHT)


def test_what_a_cache_holds_is_not_read_again(modes: Mapping[str, Mode], model: Model) -> None:
    long = replace(CLICK, input_tokens=100_000)
    before, after = (spreads(modes, model, replace(long, cached_share=each))["counter"] for each in (None, 0.9))
    assert before.done[0] - after.done[0] == pytest.approx(90_000 / model.latency.reading.value, rel=0.05)


def test_a_cache_can_make_a_batch_the_dearer_one(modes: Mapping[str, Mode], model: Model) -> None:
    """The saving of the batch is lost where most of the input is cached and the batch finds half of it."""
    alike = replace(NIGHT, output_tokens=1, input_tokens=20_000, requests=20_000, deadline=86_400)
    assert advise(modes, model, alike).best.mode == "banquet"
    cached = replace(alike, cached_share=0.9)
    assert a_day(modes, model, "banquet", cached) > a_day(modes, model, "counter", cached)
    found = flip(modes, model, replace(alike, cached_share=0.1), "cached_share")
    assert found and found.mode == "counter"
