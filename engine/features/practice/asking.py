"""What a learner is asked while a question is open: a mode, a prediction, how sure they are; hints, and the buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.controls import Control
from engine.features.practice.events import Answer, ShowAnswer, TakeHint
from engine.features.practice.scoring import LEVELS, MOST_MARKS
from engine.sections import price

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Practice, Question
    from engine.messages import Messages


@dataclass(frozen=True)
class ModeChoice:
    """A mode to recommend."""

    id: str
    mode: Mode
    price: str
    """Its price multiplier; "" where a lesson has none."""
    chosen: bool


@dataclass(frozen=True)
class Sureness:
    """How sure a learner is, to choose from."""

    legend: str
    levels: tuple[tuple[int, str, bool], ...]
    """Each level, its name, and whether it is the chosen one."""


@dataclass(frozen=True)
class Prediction:
    """Ranges of a number, to choose one from."""

    legend: str
    basis: str
    """What it is reckoned from beside the facts; "" where they are enough."""
    ranges: tuple[tuple[int, str, bool], ...]
    """Each range, from 1, in words, and whether it is the chosen one."""


@dataclass(frozen=True)
class Hint:
    """A hint that was asked for."""

    name: str
    text: str
    focus: str | None


@dataclass(frozen=True)
class Asking:
    """All that is asked, the hints so far, and the buttons."""

    legend: str
    focus: str | None
    choices: tuple[ModeChoice, ...]
    prediction: Prediction | None
    sure: Sureness
    hints: tuple[Hint, ...]
    marked: str
    """What is said where too many facts are marked; "" else."""
    unfinished: str
    """What is said to an answer that is not finished; "" else."""
    controls: tuple[Control, ...]


def present_asking(
    lesson: Lesson, material: Material, own: Practice, asked: Question, key: str, messages: Messages
) -> Asking:
    """What a learner can do while a question is open."""
    attempt = own.attempt
    hints = asked.scenario.hints if asked.scenario else ()
    questions = asked.scenario.questions if asked.scenario else None
    answer = messages("practice.argue.answer" if questions else "practice.answer")
    controls = [Control("practice-answer", answer, Answer(), primary=True)]
    if attempt.hints < len(hints):
        hint = messages("practice.hints.another" if attempt.hints else "practice.hints.first")
        controls.append(Control("practice-hint", hint, TakeHint()))
    show = messages("practice.argue.show" if questions else "practice.show")
    controls.append(Control("practice-show", show, ShowAnswer()))
    return Asking(
        messages("practice.argue.choice" if questions else "practice.choice"),
        None if attempt.first else f"{key} again",
        tuple(_choice(lesson, name, name == attempt.mode) for name in material.subject.modes),
        _prediction(material, asked, attempt, messages),
        Sureness(
            messages("practice.sure.ask"),
            tuple((level, messages(f"practice.sure.{level}"), level == attempt.sure) for level in LEVELS),
        ),
        tuple(
            Hint(
                messages("practice.hints.number", number=number),
                hint,
                f"{key} hint" if number == len(hints) else None,
            )
            for number, hint in enumerate(hints[: attempt.hints], 1)
        ),
        messages("practice.facts.too_many", count=len(attempt.marks))
        if len(attempt.marks) > MOST_MARKS and not attempt.unfinished
        else "",
        messages(f"practice.unfinished.{attempt.unfinished}") if attempt.unfinished else "",
        tuple(controls),
    )


def _choice(lesson: Lesson, name: str, chosen: bool) -> ModeChoice:
    mode = lesson.modes[name]
    found = next((each.multiplier for each in mode.sections.values() if each.multiplier), None)
    return ModeChoice(name, mode, price(lesson, found) if found else "", chosen)


def _prediction(material: Material, asked: Question, attempt: Attempt, messages: Messages) -> Prediction | None:
    number = asked.scenario.predict if asked.scenario else None
    if number is None:
        return None
    ranges = enumerate(material.subject.ranges(number), 1)
    return Prediction(
        messages(f"practice.predict.ask.{number}"),
        material.subject.basis(asked.case, number),
        tuple((which, text, which == attempt.predicted) for which, text in ranges),
    )
