"""What a learner does to the race: the bet, its controls, its clock and its handles."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race.events import (
    AnotherDay,
    Bet,
    ChooseScenario,
    Guess,
    MoveDeadline,
    MoveTimeout,
    NewBet,
    Scrub,
    ToggleMany,
    TogglePlay,
)
from engine.features.race.presenter import race_of
from engine.features.race.state import NEVER, RUN, STEPS, TICK, Race, ended, step_of, ticked, workload_of
from engine.features.race.state import update as state_update
from simulator.parameters import Model
from simulator.simulation import number_of_days
from simulator.timeline import Axis


@pytest.fixture(scope="module")
def axis(lesson: Lesson, lazy: LazyContent, first_race: Race) -> Axis:
    """The axis of the first race."""
    return race_of(lesson, lazy, first_race).axis


@pytest.fixture(scope="module")
def over(first_race: Race) -> Race:
    """The first race at its end."""
    return ended(first_race)


def update(own: Race, event: object, lazy: LazyContent, axis: Axis) -> Race:
    return state_update(own, event, lazy, axis)


def test_the_race_begins_at_zero_and_nothing_has_been_seen(first_race: Race) -> None:
    assert (first_race.at, first_race.begun, first_race.seen, first_race.bet) == (0.0, False, False, "")


def test_a_bet_is_placed_before_the_race_and_not_later(
    first_race: Race, lazy: LazyContent, axis: Axis, lesson: Lesson
) -> None:
    one, other = list(lesson.modes)[:2]
    race = update(update(first_race, Bet(one), lazy, axis), Bet(other), lazy, axis)
    race = update(race, Guess(f"{axis.ticks[2]:g}"), lazy, axis)
    assert (race.bet, race.guess) == (other, axis.ticks[2])
    assert update(race, Guess(""), lazy, axis).guess is None
    running = update(race, TogglePlay(), lazy, axis)
    assert (running.bet, running.begun) == (other, True)
    for event in (Bet(one), Guess("")):
        assert update(running, event, lazy, axis) == running


def test_a_new_bet_leads_back_to_the_start_of_the_same_workload_and_day(
    over: Race, lazy: LazyContent, axis: Axis, lesson: Lesson
) -> None:
    race = replace(over, bet=next(iter(lesson.modes)), guess=1.0, seed=5, deadline=30.0, many=True)
    assert update(race, NewBet(), lazy, axis) == Race(over.scenario, seed=5, deadline=30.0)


def test_the_clock_runs_over_the_whole_axis_in_eight_seconds_and_stops(
    first_race: Race, lazy: LazyContent, axis: Axis
) -> None:
    race, ticks = update(first_race, TogglePlay(), lazy, axis), 0
    assert (race.at, race.playing) == (0, True)
    while race.playing:
        assert not race.seen
        race, ticks = ticked(race), ticks + 1
    assert (race.at, race.seen) == (1, True)
    assert ticks * TICK == pytest.approx(RUN, abs=2 * TICK) == pytest.approx(8, abs=2 * TICK)


def test_play_stops_the_clock_and_goes_on_from_there(first_race: Race, lazy: LazyContent, axis: Axis) -> None:
    running = ticked(update(first_race, TogglePlay(), lazy, axis))
    paused = update(running, TogglePlay(), lazy, axis)
    assert paused == replace(running, playing=False)
    assert update(paused, TogglePlay(), lazy, axis) == running


def test_setting_the_clock_stops_it_there(first_race: Race, over: Race, lazy: LazyContent, axis: Axis) -> None:
    race = update(replace(first_race, playing=True, many=True), Scrub(STEPS // 4), lazy, axis)
    assert race == replace(first_race, at=0.25, begun=True)
    assert update(race, Scrub(STEPS), lazy, axis) == over
    assert update(over, Scrub(0), lazy, axis) == replace(over, at=0)


@pytest.mark.parametrize(
    "event",
    [
        Scrub(-1),
        Scrub(STEPS + 1),
        MoveDeadline(-1),
        MoveTimeout(STEPS + 1),
        ChooseScenario("nowhere"),
        ChooseScenario(""),
        Bet("nothing"),
        object(),
    ],
)
def test_what_means_nothing_changes_nothing(event: object, first_race: Race, lazy: LazyContent, axis: Axis) -> None:
    for race in (first_race, replace(first_race, at=0.5, begun=True, playing=True)):
        assert update(race, event, lazy, axis) == race


def test_another_day_is_shown_whole_and_after_the_last_comes_the_first(
    over: Race, lazy: LazyContent, model: Model, axis: Axis
) -> None:
    running = replace(over, at=0.5, playing=True, many=True)
    assert update(running, AnotherDay(), lazy, axis) == replace(over, seed=2)
    assert update(replace(over, seed=number_of_days(model)), AnotherDay(), lazy, axis) == over


def test_all_days_are_shown_and_hidden_again(first_race: Race, over: Race, lazy: LazyContent, axis: Axis) -> None:
    shown = update(replace(first_race, at=0.5, playing=True), ToggleMany(), lazy, axis)
    assert shown == replace(over, many=True)
    assert update(shown, ToggleMany(), lazy, axis) == over
    assert update(shown, TogglePlay(), lazy, axis) == replace(over, at=0, playing=True)


def test_a_scenario_takes_the_place_of_the_learners_own_workload_and_begins_at_its_start(
    own_race: Race, lazy: LazyContent, second_scenario: str, axis: Axis
) -> None:
    race = replace(ended(own_race), seed=3, deadline=5.0, many=True)
    chosen = update(race, ChooseScenario(second_scenario), lazy, axis)
    assert chosen == Race(second_scenario, seed=3)
    assert workload_of(chosen, lazy) == lazy.scenarios[second_scenario].workload


def test_where_a_scenario_was_edited_away_the_first_one_races(first_race: Race, lazy: LazyContent) -> None:
    assert workload_of(Race("gone"), lazy) == workload_of(first_race, lazy)


def test_each_step_of_a_handle_leads_to_another_time_in_its_direction(
    over: Race, lazy: LazyContent, axis: Axis
) -> None:
    race, seen = over, [workload_of(over, lazy).deadline]
    for direction in (1, 1, 1, -1, -1, -1, -1):
        race = update(race, MoveDeadline(step_of(seen[-1], axis) + direction), lazy, axis)
        seen.append(workload_of(race, lazy).deadline)
        assert (seen[-1] - seen[-2]) * direction > 0
        assert seen[-1] in lazy.words.race.stops
    assert (race.at, race.seen) == (over.at, over.seen)


def test_a_handle_that_is_dragged_stops_near_to_the_pointer_and_never_beyond_the_axis(
    over: Race, lazy: LazyContent, axis: Axis
) -> None:
    for step in range(0, STEPS + 1, 50):
        deadline = workload_of(update(over, MoveDeadline(step), lazy, axis), lazy).deadline
        assert abs(step_of(deadline, axis) - step) < 50
        assert axis.start <= deadline <= axis.end


def test_at_the_end_of_the_axis_nothing_cuts_a_connection(over: Race, lazy: LazyContent, axis: Axis) -> None:
    race = update(over, MoveTimeout(STEPS), lazy, axis)
    assert race.timeout == NEVER
    assert workload_of(race, lazy).timeout is None
    back = update(race, MoveTimeout(STEPS // 2), lazy, axis)
    assert workload_of(back, lazy).timeout in lazy.words.race.stops
