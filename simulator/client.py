"""What a client does at each moment of its run, told as the steps of its mode tell it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from engine.sequence.narrate import states_around
from simulator.parameters import Moment

if TYPE_CHECKING:
    from engine.content.lesson import Lesson, ParticipantState
    from simulator.parameters import Model, ModeParameters

Doing = Literal["sending", "paced", "frozen", "reading", "elsewhere", "home", "collecting"]
"""What a client does, as its figure and its words show it."""

DOING: Mapping[str, Doing] = {
    "asked": "sending",
    "paced": "paced",
    "first": "reading",
    "noticed": "collecting",
    "polled": "collecting",
    "fetched": "collecting",
    "done": "collecting",
}
"""What it does from a moment on, where that is the same in every mode."""


def states(lesson: Lesson, model: Model, name: str) -> Mapping[Moment, ParticipantState]:
    """The state of the client of a mode from each moment on."""
    declared = lesson.about.states
    return {moment: declared[state] for moment, state in state_names(lesson, model, name).items()}


@lru_cache(maxsize=16)
def state_names(lesson: Lesson, model: Model, name: str) -> Mapping[Moment, str]:
    """The same by their names in lesson.yaml; a client whose connection was cut is in the first of them."""
    mode, steps = lesson.modes[name], model.modes[name].steps
    numbers = {step.id: number for number, step in enumerate(mode.steps)}
    around, client = states_around(lesson, mode), mode.steps[numbers[steps.sent]].from_
    found: dict[Moment, str] = {"cut": next(iter(lesson.about.states)), "paced": model.paced}
    for moment in get_args(Moment):
        if step := getattr(steps, moment, None):
            found[moment] = around[numbers[step]].during[client]
    return found


def doing(parameters: ModeParameters, moment: Moment) -> Doing:
    """What the client of a mode does from a moment on."""
    if moment == "sent":
        return "sending" if parameters.connection == "closed" else "frozen"
    return DOING.get(moment, parameters.away)
