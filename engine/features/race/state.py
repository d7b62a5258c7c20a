"""What the learner bets on and sees race, and where the clock stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

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
from simulator.exactness import ABOUT_RIGHT, Exactness
from simulator.lesson import model_of
from simulator.simulation import number_of_days
from simulator.workload import first_words_by

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from simulator.timeline import Axis
    from simulator.workload import Workload

TICK = 0.1
"""Seconds between two ticks of the clock."""
RUN = 8.0
"""Seconds in which the clock runs over the whole axis."""
STEPS = 1000
"""The steps of the controls that stand on the axis, over all of it."""
NEVER = math.inf
"""An idle timeout that cuts nothing."""


@dataclass(frozen=True)
class Race:
    """One workload on one day, or on very many."""

    scenario: str
    workload: Workload | None = None
    """A workload of the learner's own, which races in the scenario's place."""
    deadline: float | None = None
    """Where the learner has moved the deadline, in seconds: that of the first words, where they have one."""
    timeout: float | None = None
    """Where the learner has moved the idle timeout."""
    seed: int = 1
    """The day, from 1 to the last of those that are shown together."""
    bet: str = ""
    """The mode on which the learner bets."""
    guess: float | None = None
    """Within how many seconds the learner says that it will be done."""
    begun: bool = False
    """Whether the clock has left the start, so that there is no more betting."""
    seen: bool = False
    """Whether the end has been seen."""
    at: float = 0.0
    """Where the clock stands: the share of the axis that it has passed."""
    playing: bool = False
    exactness: Exactness = ABOUT_RIGHT
    """How sure the learner is of the numbers of the workload."""
    many: bool = False
    """Whether all days are shown instead of one."""


def ticked(own: Race) -> Race:
    """The race after one tick; at the end of the axis the clock stops."""
    at = own.at + TICK / RUN
    return replace(own, at=at) if at < 1 else ended(own)


def ended(own: Race) -> Race:
    """The race at its end."""
    return replace(own, at=1.0, playing=False, begun=True, seen=True)


def stopped(own: Race) -> Race:
    """The race with its clock stopped where it is."""
    return replace(own, playing=False) if own.playing else own


def update(own: Race, event: object, content: LazyContent, axis: Axis) -> Race:
    """The race after an event; what means nothing changes nothing."""
    match event:
        case ChooseScenario(scenario) if scenario in content.scenarios:
            return Race(scenario, seed=own.seed)
        case Bet(mode) if not own.begun and mode in model_of(content).modes:
            return replace(own, bet=mode)
        case Guess(seconds) if not own.begun:
            return replace(own, guess=next((tick for tick in axis.ticks if f"{tick:g}" == seconds), None))
        case NewBet():
            return replace(own, bet="", guess=None, begun=False, seen=False, at=0.0, playing=False, many=False)
        case TogglePlay() if own.playing:
            return replace(own, playing=False)
        case TogglePlay():
            at = own.at if own.at < 1 and not own.many else 0.0
            return replace(own, playing=True, begun=True, many=False, at=at)
        case Scrub(step) if step == STEPS:
            return replace(ended(own), many=False)
        case Scrub(step) if 0 <= step < STEPS:
            return replace(own, at=step / STEPS, begun=True, playing=False, many=False)
        case AnotherDay():
            return replace(ended(own), seed=own.seed % number_of_days(model_of(content)) + 1, many=False)
        case ToggleMany():
            return replace(ended(own), many=not own.many)
        case MoveDeadline(step) if 0 <= step <= STEPS:
            stops, now = content.words.race.stops, movable(workload_of(own, content))[1]
            return replace(own, deadline=moved(now, step, axis, stops))
        case MoveTimeout(step) if 0 <= step <= STEPS:
            stops, timeout = content.words.race.stops, workload_of(own, content).timeout
            at_end = step == STEPS
            return replace(own, timeout=NEVER if at_end else moved(timeout or axis.end, step, axis, stops))
    return own


def moved(now: float, step: int, axis: Axis, stops: Iterable[float]) -> float:
    """The stop that is nearest to a step of the axis, in the direction from `now` to it; each step leads to another."""
    place = step / STEPS
    onward = step > step_of(now, axis)
    ahead = [stop for stop in stops if (stop > now if onward else stop < now) and axis.start <= stop <= axis.end]
    if step == step_of(now, axis) or not ahead:
        return now
    return min(ahead, key=lambda stop: abs(axis.place(stop) - place))


def step_of(seconds: float, axis: Axis) -> int:
    """At which step of the axis a time stands."""
    return round(STEPS * axis.place(seconds))


def first(content: LazyContent) -> str:
    """The scenario that races first; the first of all where it was edited away."""
    start = content.words.race.start or ""
    return start if start in content.scenarios else next(iter(content.scenarios))


def scenario_of(own: Race, content: LazyContent) -> str | None:
    """The scenario that races, unless a workload of the learner's own does; the first where it was edited away."""
    if own.workload:
        return None
    return own.scenario if own.scenario in content.scenarios else first(content)


def given_workload(own: Race, content: LazyContent) -> Workload:
    """The workload that races, before the learner moves deadline and timeout."""
    scenario = scenario_of(own, content)
    return cast("Workload", content.scenarios[scenario].workload if scenario else own.workload)


def workload_of(own: Race, content: LazyContent) -> Workload:
    """The workload that races."""
    given = given_workload(own, content)
    if own.deadline is None and own.timeout is None:
        return given
    fact, deadline = movable(given)
    timeout = given.timeout if own.timeout is None else own.timeout
    change: dict[str, Any] = {fact: own.deadline or deadline, "timeout": None if timeout == NEVER else timeout}
    return replace(given, **change)


def movable(workload: Workload) -> tuple[str, float]:
    """The deadline that a learner moves, and its fact: that of the first words where they have one."""
    first_by = first_words_by(workload)
    return ("deadline", workload.deadline) if first_by is None else ("first_words", first_by)
