"""The race in an address: what is kept of it, and what it leads to."""

from dataclasses import replace
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.features.race.address import from_url, to_url
from engine.features.race.state import NEVER, Race, ended, workload_of
from simulator.parameters import Model
from simulator.simulation import number_of_days
from simulator.workload import first_words_by


def test_the_address_of_the_start_is_empty_and_never_holds_the_clock_or_the_bet(
    first_race: Race, lazy: LazyContent
) -> None:
    assert to_url(first_race, lazy) == {}
    assert to_url(replace(first_race, at=0.3, playing=True, begun=True, bet="counter", guess=1.0), lazy) == {}


def test_an_address_leads_back_to_what_was_shown(
    first_race: Race, own_race: Race, lazy: LazyContent, model: Model, second_scenario: str
) -> None:
    for race in (
        Race(second_scenario),
        replace(first_race, seed=12),
        replace(ended(first_race), many=True),
        replace(first_race, deadline=42.0),
        Race(second_scenario, deadline=3600.0, timeout=30.0),
        Race(second_scenario, timeout=NEVER),
        own_race,
        replace(own_race, seed=number_of_days(model)),
        replace(ended(Race(second_scenario, seed=4)), many=True),
    ):
        asked = to_url(race, lazy)
        assert asked
        assert from_url(Race(second_scenario, seed=99, at=0.5, playing=True), asked, lazy) == (race, [])


def test_an_own_workload_whose_deadline_was_moved_is_kept_with_that_deadline(own_race: Race, lazy: LazyContent) -> None:
    moved = replace(own_race, deadline=77.0, timeout=NEVER)
    found, unknown = from_url(Race("gone"), to_url(moved, lazy), lazy)
    assert unknown == []
    assert workload_of(found, lazy) == workload_of(moved, lazy)


def test_the_deadline_that_is_moved_is_that_of_the_first_words_where_they_have_one(lazy: LazyContent) -> None:
    for name, scenario in lazy.scenarios.items():
        given, (race, _) = scenario.workload, from_url(Race("gone"), {"scenario": name, "deadline": "3"}, lazy)
        fact = "deadline" if first_words_by(workload_of(race, lazy)) is None else "first_words"
        moved: dict[str, Any] = {fact: 3.0}
        assert given
        assert workload_of(race, lazy) == replace(given, **moved), name


def test_an_address_of_what_is_shown_does_not_move_the_clock(lazy: LazyContent, second_scenario: str) -> None:
    race = Race(second_scenario, seed=2, at=0.5, playing=True, begun=True, bet="counter")
    assert from_url(race, to_url(race, lazy), lazy) == (race, [])


@pytest.mark.parametrize(
    "asked",
    [
        "scenario=nowhere",
        "day=0",
        "day=-1",
        "day=1.5",
        "day=1001",
        "day=" + "9" * 5000,
        "days=few",
        "requests=many",
        "deadline=soon",
        "timeout=-1",
    ],
)
def test_a_value_that_means_nothing_is_named_and_the_rest_from_url(
    asked: str, lazy: LazyContent, second_scenario: str
) -> None:
    name, _, value = asked.partition("=")
    sound = {"scenario": second_scenario} if name != "scenario" else {"day": "2"}
    race, unknown = from_url(Race("gone"), {name: value, **sound}, lazy)
    assert unknown == [asked]
    assert to_url(race, lazy).items() >= sound.items()


def test_a_name_that_means_nothing_is_named_and_so_is_less_than_a_whole_workload(
    first_race: Race, lazy: LazyContent
) -> None:
    assert from_url(first_race, {"colour": "blue"}, lazy) == (first_race, ["colour"])
    assert from_url(first_race, {"requests": "5", "deadline": "60"}, lazy) == (
        first_race,
        ["requests=5", "deadline=60"],
    )
