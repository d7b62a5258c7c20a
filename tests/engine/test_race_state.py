"""What a learner does to the race: its controls, its clock and its address."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.features.race.state import (
    RUN,
    STEPS,
    TICK,
    AnotherDay,
    ChooseScenario,
    Race,
    Scrub,
    ToggleMany,
    TogglePlay,
    from_url,
    ticked,
    to_url,
    update,
    workload_of,
)
from simulator.parameters import Model
from simulator.simulation import number_of_days


def test_the_clock_runs_over_the_whole_axis_in_eight_seconds_and_stops(first_race: Race, lazy: LazyContent) -> None:
    race, ticks = update(first_race, TogglePlay(), lazy), 0
    assert (race.at, race.playing) == (0, True)
    while race.playing:
        race, ticks = ticked(race), ticks + 1
    assert race.at == 1
    assert ticks * TICK == pytest.approx(RUN, abs=2 * TICK) == pytest.approx(8, abs=2 * TICK)


def test_play_stops_the_clock_and_goes_on_from_there(first_race: Race, lazy: LazyContent) -> None:
    running = ticked(update(first_race, TogglePlay(), lazy))
    paused = update(running, TogglePlay(), lazy)
    assert paused == replace(running, playing=False)
    assert update(paused, TogglePlay(), lazy) == running


def test_setting_the_clock_stops_it_there(first_race: Race, lazy: LazyContent) -> None:
    race = update(replace(first_race, playing=True, many=True), Scrub(STEPS // 4), lazy)
    assert race == replace(first_race, at=0.25)


@pytest.mark.parametrize(
    "event", [Scrub(-1), Scrub(STEPS + 1), ChooseScenario("nowhere"), ChooseScenario(""), object()]
)
def test_what_means_nothing_changes_nothing(event: object, first_race: Race, lazy: LazyContent) -> None:
    running = replace(first_race, at=0.5, playing=True)
    assert update(running, event, lazy) == running


def test_another_day_is_shown_whole_and_after_the_last_comes_the_first(
    first_race: Race, lazy: LazyContent, model: Model
) -> None:
    running = replace(first_race, at=0.5, playing=True, many=True)
    assert update(running, AnotherDay(), lazy) == replace(first_race, seed=2)
    assert update(replace(first_race, seed=number_of_days(model)), AnotherDay(), lazy) == first_race


def test_all_days_are_shown_and_hidden_again(first_race: Race, lazy: LazyContent) -> None:
    shown = update(replace(first_race, at=0.5, playing=True), ToggleMany(), lazy)
    assert shown == replace(first_race, many=True)
    assert update(shown, ToggleMany(), lazy) == first_race
    assert update(shown, TogglePlay(), lazy) == replace(first_race, at=0, playing=True)


def test_a_scenario_takes_the_place_of_the_learners_own_workload(
    own_race: Race, lazy: LazyContent, second_scenario: str
) -> None:
    chosen = update(replace(own_race, seed=3), ChooseScenario(second_scenario), lazy)
    assert chosen == Race(second_scenario, seed=3)
    assert workload_of(chosen, lazy) == lazy.scenarios[second_scenario].workload


def test_where_a_scenario_was_edited_away_the_first_one_races(first_race: Race, lazy: LazyContent) -> None:
    assert workload_of(Race("gone"), lazy) == workload_of(first_race, lazy)


def test_the_address_of_the_start_is_empty_and_never_holds_the_clock(first_race: Race, lazy: LazyContent) -> None:
    assert to_url(first_race, lazy) == {}
    assert to_url(replace(first_race, at=0.3, playing=True), lazy) == {}


def test_an_address_leads_back_to_what_was_shown(
    first_race: Race, own_race: Race, lazy: LazyContent, model: Model, second_scenario: str
) -> None:
    for race in (
        Race(second_scenario),
        replace(first_race, seed=12),
        replace(first_race, many=True),
        own_race,
        replace(own_race, seed=number_of_days(model)),
        Race(second_scenario, seed=4, many=True),
    ):
        asked = to_url(race, lazy)
        assert asked
        assert from_url(Race(second_scenario, seed=99, at=0.5, playing=True), asked, lazy) == (race, [])


def test_an_address_of_what_is_shown_does_not_move_the_clock(lazy: LazyContent, second_scenario: str) -> None:
    race = Race(second_scenario, seed=2, at=0.5, playing=True)
    assert from_url(race, to_url(race, lazy), lazy) == (race, [])


@pytest.mark.parametrize(
    "asked",
    ["scenario=nowhere", "day=0", "day=-1", "day=1.5", "day=1001", "day=" + "9" * 5000, "days=few", "requests=many"],
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
