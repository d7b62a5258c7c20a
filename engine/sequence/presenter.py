"""What a page shows of a sequence, computed and worded: its steps as a list, the walk, what happens at a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sequence.narrate import route, who

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Sequence, Step
    from engine.vocabulary import Colour


@dataclass(frozen=True)
class Note:
    """What an annotation says at a step."""

    place: int
    """Of the annotation among those of the lesson, from 1."""
    colour: Colour
    text: str


@dataclass(frozen=True)
class Line:
    """A step in the list."""

    number: int
    kind: str
    label: str
    route: str
    notes: tuple[Note, ...]
    caption: str
    explanation: str
    who: str


@dataclass(frozen=True)
class StepList:
    """The steps as a list."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Walk:
    """The buttons that walk, and where the learner is."""

    previous: str
    next: str
    at_start: bool
    at_end: bool
    position: str


@dataclass(frozen=True)
class Caption:
    """What happens at the shown step."""

    heading: str
    who: str
    why: str


def step_list(lesson: Lesson, sequence: Sequence) -> StepList:
    """The steps of a sequence as a list."""
    return StepList(
        lesson.messages("explore.steps", name=sequence.name),
        tuple(_line(lesson, sequence, number) for number in range(1, len(sequence.steps) + 1)),
    )


def walk(lesson: Lesson, sequence: Sequence, step: int) -> Walk:
    """The buttons that walk a sequence at a step, from 1; 0 is before the first."""
    messages, last = lesson.messages, len(sequence.steps)
    return Walk(
        previous=messages("explore.previous"),
        next=messages("explore.next"),
        at_start=step <= 1,
        at_end=step >= last,
        position=messages("explore.position", step=step, last=last),
    )


def caption(lesson: Lesson, sequence: Sequence, step: int) -> Caption | None:
    """What happens at a step, from 1; None for 0, which is before the first."""
    if not step:
        return None
    shown = sequence.steps[step - 1]
    heading = lesson.messages("explore.step", number=step, caption=shown.caption)
    return Caption(heading, who(lesson, sequence, step), shown.explanation)


def _line(lesson: Lesson, sequence: Sequence, number: int) -> Line:
    step = sequence.steps[number - 1]
    return Line(
        number=number,
        kind=step.kind,
        label=step.label,
        route=route(lesson, sequence, step),
        notes=_notes(lesson, step),
        caption=step.caption,
        explanation=step.explanation,
        who=who(lesson, sequence, number),
    )


def _notes(lesson: Lesson, step: Step) -> tuple[Note, ...]:
    """What the annotations say at a step, whether they are shown or not."""
    notes = step.notes or {}
    return tuple(
        Note(
            place,
            annotation.colour,
            lesson.messages("explore.note", annotation=annotation.name, text=notes[name]),
        )
        for place, (name, annotation) in enumerate(lesson.about.annotations.items(), 1)
        if name in notes
    )
