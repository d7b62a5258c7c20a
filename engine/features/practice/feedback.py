"""What comes of an answer, as a plain value: its verdict, the model's numbers, the guidance, and what would flip it.

What would give the best mode away waits until nothing is left to find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.argument import present_argued, present_reasons, verdict_of
from engine.features.practice.controls import Control, Link
from engine.features.practice.earned import Earned, present_earned
from engine.features.practice.events import LookAt
from engine.features.practice.flips import FlipPicking, FlipSliders, present_flips
from engine.features.practice.guidance import sentence_at, usual_section
from engine.features.practice.layers import layers
from engine.features.practice.leading import leading_on, to_compare
from engine.features.practice.material import material_of
from engine.features.practice.state import current, question
from engine.html import link_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.argument import Argued, Reasons
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice, Question
    from engine.features.practice.subject import Answers, Outcome, Study, Verdict
    from engine.messages import Messages
    from engine.path import PathStop


@dataclass(frozen=True)
class JudgedMode:
    """A mode and how good it is in a case."""

    mode: Mode
    verdict: Verdict
    verdict_name: str


@dataclass(frozen=True)
class ShownFigure:
    """A number, how it differs from the other mode's, and that one; "" for what is not told yet."""

    name: str
    value: str
    difference: str
    other: str


@dataclass(frozen=True)
class Numbers:
    """The model's numbers of one mode."""

    heading: str
    figures: tuple[ShownFigure, ...]
    basis: str


@dataclass(frozen=True)
class ModeRow:
    """A mode beside the others; its control shows what would come of it."""

    judged: JudgedMode
    control: Control
    cells: tuple[str, ...]
    current: bool


@dataclass(frozen=True)
class ModeTable:
    """All modes side by side."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[ModeRow, ...]


@dataclass(frozen=True)
class Why:
    """The reasoning: an author's, or of a new case the model's."""

    heading: str
    more: str
    """What opens the sentences; "" where they are few, and not folded."""
    sentences: tuple[str, ...]
    differs: tuple[str, str] | None
    """Why the model judges otherwise: a lead-in and the reason."""
    sure: tuple[str, ...]
    """How sure the model is: in how many readings each mode is best; empty while that is not known."""


@dataclass(frozen=True)
class Confirm:
    """The way to the sentence of the guidance that applies, and to the race of the case."""

    heading: str
    quote: str
    guidance: Link
    mode: Mode
    race: Link | None


@dataclass(frozen=True)
class Feedback:
    """All that is shown after an answer."""

    focus: str
    name: str
    """The mode's name, as the verdict follows it."""
    judged: JudgedMode
    differences: tuple[str, ...]
    """How it differs from the best mode."""
    happens: str
    """The heading over what happens."""
    told: str
    """What happens, as an author says, at first in two sentences; "" in a case that nobody wrote."""
    reading: tuple[str, str] | None
    """A lead-in, and the reading under which a defensible mode is right."""
    earned: Earned | None
    """None where there is no single right answer."""
    argued: Argued | None
    """Where the case was argued, what to do then; nothing else follows yet."""
    reasons: Reasons | None
    """And once that is done, the reasons side by side."""
    numbers: Numbers | None
    modes: ModeTable | None
    why: Why | None
    confirm: Confirm
    flips: FlipSliders | FlipPicking | None
    controls: tuple[Control | Link, ...]


def present_feedback(
    lesson: Lesson,
    content: LazyContent,
    own: Practice,
    effects: Mapping[str, bool],
    answers: Answers,
    open_stops: tuple[PathStop, ...],
    focus: str,
) -> Feedback:
    """What came of the answer, or, once nothing is left to find out, of the mode that is looked at."""
    material, messages, attempt = material_of(lesson, content), content.messages, own.attempt
    asked = question(own, material)
    over, scenario = attempt.over, asked.scenario
    study = material.subject.study(asked.case, answers, sure=scenario is None)
    argued = present_argued(scenario, attempt, messages) if scenario else None
    told = over and not argued
    name = (attempt.look if over else "") or attempt.mode
    choice = asked.scenario.choices[name] if asked.scenario else None
    reading = choice.reading if choice else None
    happens, further = layers(choice.text if choice else "") if told else (choice.text if choice else "", "")
    judged = _judged(lesson, asked, study, name, messages)
    return Feedback(
        focus,
        messages("practice.feedback.mode", mode=judged.mode.name),
        judged,
        _differences(study, name, over),
        messages("practice.feedback.happens") if choice else "",
        happens,
        (messages("practice.feedback.reading"), reading) if reading else None,
        None if scenario and scenario.questions else present_earned(material, own, asked, effects, messages),
        argued,
        present_reasons(lesson, scenario, attempt, focus, messages) if scenario else None,
        _numbers(lesson, study.of(name), over, messages) if study and not argued else None,
        _modes(lesson, material, asked, study, name, messages) if told else None,
        _why(asked, study, further, messages) if told else None,
        _confirm(lesson, material, own, asked, name, usual_section(lesson, judged.verdict), messages),
        present_flips(lesson, content, attempt, asked, answers) if told else None,
        to_compare(own, _race(own, material, asked), messages)
        if argued
        else leading_on(lesson, own, material, asked, open_stops, messages),
    )


def _differences(study: Study | None, mode: str, over: bool) -> tuple[str, ...]:
    """How a mode differs from the best one, which is not named while it is sought."""
    found = study.of(mode) if study else None
    return () if found is None else found.sentences if over else found.veiled


def _numbers(lesson: Lesson, outcome: Outcome, over: bool, messages: Messages) -> Numbers:
    other = lesson.modes[outcome.against].name
    return Numbers(
        messages("practice.numbers.against", mode=other) if over else messages("practice.numbers.alone"),
        tuple(
            ShownFigure(
                figure.name,
                figure.value,
                figure.difference if over else "",
                messages("practice.numbers.other", mode=other, value=figure.other) if over else "",
            )
            for figure in outcome.figures
        ),
        messages("practice.numbers.basis"),
    )


def _verdict(asked: Question, study: Study | None, mode: str) -> Verdict:
    """How good a mode is: as the author says, or in a new case the model."""
    if asked.scenario:
        return asked.scenario.choices[mode].verdict
    return study.of(mode).verdict if study else "poor"


def _judged(lesson: Lesson, asked: Question, study: Study | None, mode: str, messages: Messages) -> JudgedMode:
    verdict = _verdict(asked, study, mode)
    words = verdict_of(asked.scenario, mode, messages) if asked.scenario else messages(f"practice.verdicts.{verdict}")
    return JudgedMode(lesson.modes[mode], verdict, words)


def _modes(
    lesson: Lesson, material: Material, asked: Question, study: Study | None, shown: str, messages: Messages
) -> ModeTable:
    return ModeTable(
        messages("practice.modes.caption"),
        (messages("practice.modes.mode"), *(study.columns if study else ())),
        tuple(
            ModeRow(
                _judged(lesson, asked, study, name, messages),
                Control(f"look-{name}", lesson.modes[name].name, LookAt(name)),
                study.of(name).cells if study else (),
                name == shown,
            )
            for name in material.subject.modes
        ),
    )


def _why(asked: Question, study: Study | None, further: str, messages: Messages) -> Why:
    scenario, more, sure = asked.scenario, messages("practice.why.more"), study.sure if study else ()
    if scenario is None:
        return Why(messages("practice.why.heading"), "", study.reasons if study else (), None, sure)
    return Why(
        messages("practice.why.because", reason=scenario.because),
        more,
        tuple(filter(None, (further, scenario.why))),
        (messages("practice.why.differs"), scenario.differs) if scenario.differs else None,
        sure,
    )


def _confirm(
    lesson: Lesson, material: Material, own: Practice, asked: Question, name: str, usual: str, messages: Messages
) -> Confirm:
    mode, race = lesson.modes[name], _race(own, material, asked)
    place = asked.scenario.choices[name].guidance if asked.scenario else None
    section = place.section if place else usual
    return Confirm(
        messages("practice.confirm.heading"),
        sentence_at(mode, place) if place else "",
        Link(
            messages("practice.confirm.guidance", mode=mode.name), link_to(view="explore", mode=name, section=section)
        ),
        mode,
        Link(messages("practice.confirm.race"), race) if race else None,
    )


def _race(own: Practice, material: Material, asked: Question) -> str:
    """The address of the race of the case; "" where there is none."""
    race = material.subject.race(asked.case)
    if race is not None and asked.scenario:
        race = {"scenario": current(own, material)}
    return link_to(view="race", **race) if race is not None else ""
