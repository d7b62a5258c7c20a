"""How sure a verdict is: the worlds in which it is taken, the shares of the modes, and what would settle it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from statistics import NormalDist, median
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from engine.sections import weight as weight_of
from simulator.advice import recommended
from simulator.doubts import NONE, Unknown
from simulator.parameters import Model
from simulator.readings import explained, shares
from simulator.readings_words import Sureness
from simulator.shares import Share, Shares, is_grey, verdict_of, whole_percents
from simulator.tipping import Tip
from simulator.wording import Wording
from simulator.workload import Workload
from simulator.worlds import ABOUT, UNKNOWN, WEIGHTS, inputs, moved, number_in, number_of_worlds, places, world
from tests.support.workloads import CLICK, NIGHT, any_workload
from tools.content_module import written

EXACT = 0.01
"""How near to what was drawn two numbers must be."""


def worlds(model: Model) -> list[int]:
    return list(range(number_of_worlds(model)))


# Worlds


def test_the_same_number_gives_the_same_world(model: Model) -> None:
    """Drawn anew, a world has the same numbers: chance has no part in a verdict."""
    world.cache_clear()
    first = world(model, 7)
    world.cache_clear()
    again = world(model, 7)
    assert first is not again
    assert dict(first.draws) == dict(again.draws)
    assert first.model.latency.first_token.value == again.model.latency.first_token.value


def test_a_number_lies_within_its_factor_in_ninety_of_a_hundred_worlds(model: Model) -> None:
    """`within: 2` means what it says: half to twice the number in 90 of 100 worlds, and evenly to both sides."""
    worlds = replace(model.readings.worlds, value=200)
    many = replace(model, readings=replace(model.readings, worlds=worlds))
    for each in inputs(many):
        if each.values:
            continue
        factors = [float(each.drawn(place, 200) or 0) for place in places(many, each.key)]
        inside = [factor for factor in factors if 1 / each.within <= factor <= each.within]
        assert abs(len(inside) / len(factors) - 0.9) <= EXACT, each.key
        assert median(factors) == pytest.approx(1, abs=EXACT), each.key


def test_a_world_changes_the_numbers_of_the_model_and_leaves_the_model_alone(model: Model) -> None:
    """Every number that may be off is another one in a world, and nothing else is."""
    key = ("latency", "first_token", "value")
    before = model.latency.first_token.value
    there = moved(model, {key: 2.0})
    assert there.model.latency.first_token.value == 2 * before
    assert there.model.latency.reading is model.latency.reading
    assert model.latency.first_token.value == before


def test_every_input_has_a_number_in_the_model(model: Model, modes: Mapping[str, Mode]) -> None:
    """What is drawn can be told: its number in the middle, and where it is moved to."""
    for each in inputs(model):
        if each.values or (each.key[0] == ABOUT and getattr(NIGHT, str(each.key[1])) is None):
            continue
        now = number_in(moved(model, {}), modes, NIGHT, each.key)
        then = number_in(moved(model, {each.key: 1.5}), modes, NIGHT, each.key)
        assert isinstance(now, int | float)
        assert isinstance(then, int | float)
        assert then == pytest.approx(1.5 * now), each.key


def test_a_page_that_holds_the_model_as_records_has_the_same_inputs(model: Model) -> None:
    """The build writes content as plain objects with the same fields and no class."""
    names: dict[str, Any] = {}
    exec(written(model=model), names)  # noqa: S102
    assert inputs(names["model"]) == inputs(model)
    assert len(inputs(model)) > len(model.modes) + len(model.readings.about)


def test_what_was_typed_is_about_and_one_request_is_one(model: Model) -> None:
    """A deadline of 12 h is one of about 12 h in each world, and a click is 1 request in all."""
    deadlines = {world(model, number).read(NIGHT).deadline for number in worlds(model)}
    assert len(deadlines) == number_of_worlds(model)
    assert min(deadlines) < NIGHT.deadline < max(deadlines)
    assert {world(model, number).read(CLICK).requests for number in worlds(model)} == {1}


def test_what_was_left_open_is_what_is_likely_as_often_as_it_is_likely(model: Model) -> None:
    """An unknown fact has each of its values in as many worlds as their weights say, and a known one its own."""
    unknown = Unknown(((NONE, 3), (60, 1)), "judgement", "Sometimes there is one.")
    doubted = replace(
        model, readings=replace(model.readings, unknown={**model.readings.unknown, "caller_timeout": unknown})
    )
    left_open, known = replace(CLICK, caller_timeout=None), replace(CLICK, caller_timeout=100)
    values = Counter(world(doubted, number).read(left_open).caller_timeout for number in worlds(doubted))
    assert values == {None: number_of_worlds(model) * 3 / 4, 60: number_of_worlds(model) / 4}
    assert {world(doubted, number).read(known).caller_timeout for number in worlds(doubted)} == {100}
    assert any(each.key == (UNKNOWN, "caller_timeout") for each in inputs(doubted))


def test_a_weight_of_one_is_the_unit(model: Model, modes: Mapping[str, Mode]) -> None:
    """Points are counted in plain calls, so what a plain call weighs is never off."""
    lightest = min(modes, key=lambda name: weight_of(modes[name]))
    assert moved(model, {(WEIGHTS, lightest): 20.0}).best(modes, CLICK) == moved(model, {}).best(modes, CLICK)


# Shares


@settings(max_examples=8, deadline=None)
@given(workload=any_workload)
def test_shares_add_up_to_a_hundred(model: Model, modes: Mapping[str, Mode], workload: Workload) -> None:
    """Each reading has one mode that is best or none that keeps every rule, and percents hide none of them."""
    found = shares(modes, model, workload)
    each, none = found.percent()
    assert sum(each.values()) + none == 100
    assert found.readings == number_of_worlds(model)
    assert sum(found.of(mode) for mode in modes) == pytest.approx(1)


def test_the_same_workload_has_the_same_shares(model: Model, modes: Mapping[str, Mode]) -> None:
    """Asked twice, the shares are the same."""
    assert shares(modes, model, NIGHT) == shares(modes, model, NIGHT)


def test_plain_cases_are_plain(model: Model, modes: Mapping[str, Mode]) -> None:
    """A click on a short answer and the documents of a night need no discussion."""
    for workload in (CLICK, NIGHT):
        found = shares(modes, model, workload)
        assert found.first == recommended(modes, model, workload)
        assert not is_grey(found, model)


def test_there_is_no_knife_edge(model: Model, modes: Mapping[str, Mode]) -> None:
    """59.99 s and 60 s are the same deadline, and so is any other number that is nearly the same."""
    for seconds in (20.0, 30.0, 45.0):
        base = replace(CLICK, seconds=seconds, timeout=None, deadline=60.0)
        one, other = (shares(modes, model, replace(base, deadline=each)) for each in (60.0, 59.99))
        assert [verdict_of(one, mode, model) for mode in modes] == [verdict_of(other, mode, model) for mode in modes]
        for mode in modes:
            assert abs(one.of(mode) - other.of(mode)) <= 0.02


def test_a_longer_deadline_gives_batch_no_smaller_share(model: Model, modes: Mapping[str, Mode]) -> None:
    """The later the answers may be, the more readings speak for the cheap mode."""
    last, cheap = 0.0, recommended(modes, model, NIGHT) or ""
    for hours in (1, 2, 4, 8, 16, 48):
        share = shares(modes, model, replace(NIGHT, deadline=hours * 3600.0)).of(cheap)
        assert share >= last
        last = share


def test_certain_numbers_give_a_certain_verdict(model: Model, modes: Mapping[str, Mode]) -> None:
    """With every factor at 1 all readings are the central one, but for their days."""
    there = moved(model, {})
    assert there.best(modes, NIGHT)[0] == recommended(modes, model, NIGHT)


def test_a_defensible_mode_has_enough_of_a_share(model: Model, modes: Mapping[str, Mode]) -> None:
    """The shares that model.yaml holds part defensible from poor; there is one best mode."""
    found = shares(modes, model, replace(NIGHT, deadline=3 * 3600.0))
    verdicts = {mode: verdict_of(found, mode, model) for mode in modes}
    assert list(verdicts.values()).count("best") == 1
    for mode, verdict in verdicts.items():
        enough = (
            found.of(mode) >= model.readings.defensible.value or found.good(mode) >= model.readings.comparable.value
        )
        assert (verdict != "poor") is (enough or verdict == "best")


# What would settle it


def test_what_to_know_better_tips_the_verdict(model: Model, modes: Mapping[str, Mode]) -> None:
    """At the value that is named, and nothing else changed, the mode that is named is best."""
    workload = replace(NIGHT, deadline=3 * 3600.0)
    found = shares(modes, model, workload)
    assert is_grey(found, model)
    tip = found.tip
    assert tip
    assert tip.mode not in (None, found.first)
    assert isinstance(tip.value, int | float)
    assert isinstance(tip.now, int | float)
    then = moved(model, {tip.key: tip.value / tip.now})
    assert then.best(modes, workload)[:2] == (tip.mode, True)
    assert tip.times >= 1


def test_what_has_no_part_in_it_explains_nothing() -> None:
    """Groups that are parted by chance explain no more than chance; groups that are the outcome explain all."""
    assert explained([0, 1] * 50, ["sync", "sync", "batch", "batch"] * 25) == pytest.approx(0, abs=EXACT)
    assert explained([0] * 50 + [1] * 50, ["sync"] * 50 + ["batch"] * 50) == pytest.approx(1)
    assert explained([0, 1, 2, 3], ["sync"] * 4) == 0


def test_percents_are_whole_and_lose_nothing() -> None:
    """Shares that are read in a sentence add up."""
    assert whole_percents([1, 1, 1]) == [34, 33, 33]
    assert sum(whole_percents([7, 11, 13, 0])) == 100


@pytest.mark.parametrize(
    ("now", "value", "said"),
    [
        (10.0, 12.0, "The model assumes $10; 20 % more would tip it."),
        (10.0, 7.0, "The model assumes $10; 30 % less would tip it."),
        (10.0, 42.0, "The model assumes $10; 4.2 times as much would tip it."),
        (10.0, 10.2, "The model assumes $10, right where Shelf becomes best."),
    ],
)
def test_how_far_away_it_tips_is_told_as_people_say_it(
    now: float, value: float, said: str, modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    named = {"shelf": replace(next(iter(modes.values())), name="Shelf")}
    found = Shares((Share("shelf", 1, 0),), Tip(("dollars_per_point", "value"), now, value, "shelf"))
    told = list(Sureness(named, model, wording).tip(found))
    assert told[-1].replace("\xa0", " ") == said


def test_how_much_answers_vary_is_told_by_the_longest(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    name = next(iter(modes))
    found = Shares((Share(name, 1, 0),), Tip(("latency", "length", "value"), 0.3, 0.2, name))
    length = replace(model.latency.length, unit="spread")
    spread = replace(model, latency=replace(model.latency, length=length))
    assert (
        "If 1 answer in 100 is about 1.6 times as long as usual, "
        in list(Sureness(modes, spread, wording).tip(found))[-1]
    )
    varies = replace(found, tip=Tip(("latency", "variability", "sigma"), 0.3, 0.24, name))
    assert "If it varied 20" in list(Sureness(modes, spread, wording).tip(varies))[-1]


def test_ninety_of_a_hundred_is_what_the_constant_says() -> None:
    """So far `within` reaches."""
    assert NormalDist().cdf(1.645) == pytest.approx(0.95, abs=0.001)
