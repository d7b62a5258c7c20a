"""One language of states: the race tells of a client what the steps of its mode tell, in the same order."""

from dataclasses import replace
from itertools import groupby

import pytest

from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.sequence.narrate import states_around
from simulator.client import state_names
from simulator.outcomes import tracks
from simulator.parameters import Model
from tests.support.workloads import CLICK


def told_by_the_steps(lesson: Lesson, model: Model, name: str, passed: set[str]) -> list[str]:
    """The states of a mode's client, in order, along the alternatives on which the `passed` steps lie."""
    mode = lesson.modes[name]
    frames = {step.within for step in mode.steps if step.id in passed}
    client = next(step.from_ for step in mode.steps if step.id == model.modes[name].steps.sent)
    return [
        around.during[client]
        for step, around in zip(mode.steps, states_around(lesson, mode), strict=True)
        if not _is_alternative(mode, step.within) or step.within in frames
    ]


def _is_alternative(mode: Mode, frame: str | None) -> bool:
    return frame is not None and (mode.frames or {})[frame].kind == "alternative"


def without_repeats(states: list[str]) -> list[str]:
    return [state for state, _ in groupby(states)]


@pytest.mark.parametrize("webhook", [True, False])
def test_for_one_request_race_and_explore_tell_the_same_states_in_the_same_order(
    lesson: Lesson, model: Model, webhook: bool
) -> None:
    one = replace(CLICK, requests=1, reader="watching", partial=True, timeout=None, webhook=webhook)
    for day in (0, 1, 500):
        for name, track in tracks(lesson.modes, model, one, day).items():
            known, steps = state_names(lesson, model, name), model.modes[name].steps
            told = [known[span.moment] for span in track.spans]
            passed = {getattr(steps, span.moment) for span in track.spans}
            explored = told_by_the_steps(lesson, model, name, passed)
            assert without_repeats(told) == without_repeats(explored), name
