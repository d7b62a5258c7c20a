"""What is shown of the failures of a mode, computed and worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sequence.narrate import states_of
from engine.sequence.presenter import Caption, StepList, Walk, caption, step_list, walk

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson, ParticipantState
    from engine.content.mode import Point
    from engine.features.failures.content import Failure
    from engine.features.failures.state import Failures
    from engine.messages import Messages
    from engine.vocabulary import Colour


@dataclass(frozen=True)
class Choice:
    """A failure in the list."""

    name: str
    label: str
    pressed: bool


@dataclass(frozen=True)
class Figure:
    """The chosen failure, in the place of its mode's figure."""

    name: str
    step: int
    """The step that is lit; 0 is none."""
    title: str
    canvas: str
    """What the drawing is called, and how to walk it."""
    lead: str
    steps: StepList
    states: tuple[ParticipantState, ...]
    caption: Caption | None
    walk: Walk
    play: str
    playing: bool
    remedy_heading: str
    remedy: tuple[Point, ...]


@dataclass(frozen=True)
class FailuresShown:
    """The failures of a mode: a list to choose from, and the chosen one."""

    mode: str
    colour: Colour
    heading: str
    choices: tuple[Choice, ...]
    figure: Figure | None


def failures(lesson: Lesson, content: LazyContent, mode: str, own: Failures) -> FailuresShown | None:
    """The failures of a mode, by its file's name; None where it has none."""
    of_mode = content.failures.get(mode, {})
    if not of_mode:
        return None
    messages, chosen = content.messages, of_mode.get(own.failure)
    labels = {name: failure.name for name, failure in of_mode.items()}
    return FailuresShown(
        mode,
        lesson.modes[mode].colour,
        messages("failures.heading"),
        tuple(Choice(name, label, name == own.failure) for name, label in labels.items()),
        _figure(lesson, messages, chosen, own) if chosen else None,
    )


def _figure(lesson: Lesson, messages: Messages, failure: Failure, own: Failures) -> Figure:
    return Figure(
        name=own.failure,
        step=own.shown_step,
        title=lesson.messages("explore.diagram", name=failure.name),
        canvas=lesson.messages("explore.canvas", name=failure.name),
        lead=failure.lead,
        steps=step_list(lesson, failure),
        states=states_of(lesson, failure),
        caption=caption(lesson, failure, own.shown_step),
        walk=walk(lesson, failure, own.step),
        play=lesson.messages("explore.pause" if own.playing else "explore.play"),
        playing=own.playing,
        remedy_heading=messages("failures.remedy"),
        remedy=failure.remedy,
    )
