"""What would flip a decision: the facts that decide, and what turns the advice."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from engine.features.practice.subject import Deciding
from simulator.advice import advise
from simulator.flips import Flip, flips
from simulator.parameters import Model
from simulator.sensitivity import (
    MOST_DECIDING,
    deciding,
    decisive_numbers,
    turned,
    unseating,
)
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT, any_workload

NONE = SimpleNamespace(points=0, failing=())
NOTHING: Any = SimpleNamespace(ranked=(NONE, NONE), best=NONE)
"""Advice that rules nothing out."""


def decided(modes: Mapping[str, Mode], model: Model, workload: Workload) -> set[str]:
    """The facts that decide a workload."""
    advice = advise(modes, model, workload)
    unseated = unseating(modes, model, workload, advice.best.mode)
    found = deciding(workload, advice, flips(modes, model, workload), unseated)
    assert len(found.facts) <= MOST_DECIDING
    assert not {*found.facts} & {*found.also}
    return {*found.facts, *found.also}


def test_what_would_forbid_or_delay_the_nightly_run_decides_it(modes: Mapping[str, Mode], model: Model) -> None:
    found = decided(modes, model, NIGHT)
    assert {"reader", "retention", "independent", "deadline"} <= found
    assert not {"partial", "webhook", "price_out"} & found


def test_a_reader_who_watches_and_may_see_a_part_decides_for_the_mode_that_shows_it(
    modes: Mapping[str, Mode], model: Model
) -> None:
    watched = replace(CLICK, reader="watching", partial=True, output_tokens=2000, first_words=8, deadline=120)
    assert {"reader", "partial", "first_words"} <= decided(modes, model, watched)


@pytest.mark.parametrize(
    ("flip", "near"),
    [
        (Flip("requests", 1_000_000, "x"), True),
        (Flip("requests", 1_000_001, "x"), False),
        (Flip("deadline", 4320.0, "x"), True),
        (Flip("deadline", 4319.0, "x"), False),
        (Flip("reader", "waiting", "x"), True),
        (Flip("webhook", False, "x"), True),
        (Flip("timeout", 9.0, "x"), False),
    ],
)
def test_a_value_out_of_reach_does_not_decide_while_another_one_does(flip: Flip, near: bool) -> None:
    assert (flip.fact in deciding(NIGHT, NOTHING, [flip, Flip("retention", False, "x")], ()).facts) is near


def test_where_no_value_is_within_reach_those_out_of_reach_decide() -> None:
    assert deciding(NIGHT, NOTHING, [Flip("deadline", 9.0, "x")], ()).facts == ("deadline",)


def test_where_no_fact_flips_a_workload_those_that_come_first_decide() -> None:
    assert deciding(NIGHT, NOTHING, (), (), ("reader", "deadline", "requests", "webhook")) == Deciding(
        ("requests", "reader", "deadline")
    )


def test_of_many_facts_that_turn_a_workload_the_three_decide_of_which_least_must_change() -> None:
    found = [
        Flip("requests", 200_000, "x"),
        Flip("deadline", 1.1 * NIGHT.deadline, "x"),
        Flip("reader", "waiting", "x"),
        Flip("rate_limit", 5000, "x"),
    ]
    assert deciding(NIGHT, NOTHING, found, ()) == Deciding(("requests", "reader", "deadline"), ("rate_limit",))


def test_only_facts_that_a_learner_sees_decide_and_the_others_are_no_mistake() -> None:
    found = [Flip("deadline", 1.1 * NIGHT.deadline, "x"), Flip("price_in", 3.1, "x")]
    assert deciding(NIGHT, NOTHING, found, (), ("deadline", "reader")) == Deciding(("deadline",), ("price_in",))


@pytest.mark.slow
@settings(max_examples=10)  # each has many flips, and any of them tells
@given(workload=any_workload)
def test_a_turn_ends_at_the_flips_mode(modes: Mapping[str, Mode], model: Model, workload: Workload) -> None:
    for found in flips(modes, model, workload):
        turn = turned(modes, model, workload, found)
        assert turn.before == advise(modes, model, workload)
        assert turn.after.best.mode == found.mode != turn.before.best.mode or not turn.before.best.feasible


@pytest.mark.parametrize(
    ("fact", "value", "turning"),
    [
        ("deadline", 3000.0, ("banquet", "deadline", False)),
        ("retention", False, ("banquet", "retention", False)),
        ("reader", "waiting", ("banquet", "presence", False)),
        ("requests", 100, None),
    ],
)
def test_what_turns_the_nightly_run_is_the_rule_that_it_breaks_or_only_weight(
    modes: Mapping[str, Mode], model: Model, fact: str, value: float, turning: object
) -> None:
    rule = turned(modes, model, NIGHT, Flip(fact, value, "counter")).rule
    assert (rule and (rule[0], rule[1].rule, rule[1].passes)) == turning


def test_where_the_new_best_mode_broke_a_rule_its_keeping_it_is_what_turns_the_advice(
    modes: Mapping[str, Mode], model: Model
) -> None:
    half = replace(CLICK, output_tokens=2000, seconds=30.0, deadline=120)
    rule = turned(modes, model, half, Flip("timeout", 70.0, "counter")).rule
    assert rule is not None
    assert (rule[0], rule[1].rule, rule[1].passes) == ("counter", "timeout", True)


def test_the_numbers_that_are_slid_are_those_that_flip_with_the_least_change() -> None:
    flips = (
        Flip("requests", 1000, "counter"),
        Flip("reader", "waiting", "counter"),
        Flip("deadline", NIGHT.deadline / 2, "counter"),
        Flip("input_tokens", NIGHT.input_tokens * 3, "counter"),
        Flip("price_in", NIGHT.price_in * 9, "counter"),
    )
    assert decisive_numbers(NIGHT, flips, ["rate_limit"]) == ("deadline", "input_tokens", "price_in")


def test_where_fewer_numbers_flip_others_that_are_known_take_their_place() -> None:
    otherwise = ["seconds", "deadline", "requests"]
    assert decisive_numbers(NIGHT, (Flip("requests", 10, "counter"),), otherwise) == ("requests", "deadline")
    assert decisive_numbers(NIGHT, (), otherwise) == ("deadline", "requests")
