"""What comes of an answer, as a plain value: its verdict, the model's numbers, the guidance, and what would flip it.

What would give the best mode away waits until nothing is left to find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.argument import present_argued, present_reasons, verdict_of
from engine.features.practice.controls import Control, Link
from engine.features.practice.earned import Earned, present_earned
from engine.features.practice.events import CompareReasons, LookAt, Next, ShowAnswer, TryAgain
from engine.features.practice.flips import FlipPicking, FlipSliders, present_flips
from engine.features.practice.guidance import sentence_at, usual_section
from engine.features.practice.material import material_of
from engine.features.practice.path import path_done, to_argue
from engine.features.practice.repeats import due
from engine.features.practice.state import current, is_settled, order
from engine.html import link_to
from engine.path import onward

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.argument import Argued, Reasons
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice, Question
    from engine.features.practice.subject import Answers, Outcome, Study, Verdict
    from engine.messages import Messages


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
    sentences: tuple[str, ...]
    differs: tuple[str, str] | None
    """Why the model judges otherwise: a lead-in and the reason."""


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
    happens: str
    """The heading over what happens."""
    sentences: tuple[str, ...]
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
    lesson: Lesson, content: LazyContent, own: Practice, asked: Question, answers: Answers, focus: str
) -> Feedback:
    """What came of the answer, or, once nothing is left to find out, of the mode that is looked at."""
    material, messages, attempt = material_of(lesson, content), content.messages, own.attempt
    study, over, scenario = material.subject.study(asked.case), attempt.over, asked.scenario
    argued = present_argued(scenario, attempt, messages) if scenario else None
    told = over and not argued
    name = (attempt.look if over else "") or attempt.mode
    choice = asked.scenario.choices[name] if asked.scenario else None
    reading = choice.reading if choice else None
    judged = _judged(lesson, asked, study, name, messages)
    return Feedback(
        focus,
        messages("practice.feedback.mode", mode=judged.mode.name),
        judged,
        messages("practice.feedback.happens"),
        _happens(choice.text if choice else "", study, name, over),
        (messages("practice.feedback.reading"), reading) if reading else None,
        None if scenario and scenario.questions else present_earned(material, own, asked, messages),
        argued,
        present_reasons(lesson, scenario, attempt, focus, messages) if scenario else None,
        _numbers(lesson, study.of(name), over, messages) if study and not argued else None,
        _modes(lesson, material, asked, study, name, messages) if told else None,
        _why(asked, study, messages) if told else None,
        _confirm(lesson, material, own, asked, name, usual_section(lesson, judged.verdict), messages),
        present_flips(lesson, content, attempt, asked, answers) if told else None,
        _to_compare(own, material, asked, messages) if argued else _controls(lesson, own, material, asked, messages),
    )


def _happens(told: str, study: Study | None, mode: str, over: bool) -> tuple[str, ...]:
    """What the author says of a mode, then how it differs from the best one, which is not named while it is sought."""
    found = study.of(mode) if study else None
    differences = () if found is None else found.sentences if over else found.veiled
    return tuple(filter(None, (told, *differences)))


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


def _why(asked: Question, study: Study | None, messages: Messages) -> Why:
    scenario = asked.scenario
    if scenario is None:
        return Why(messages("practice.why.heading"), study.reasons if study else (), None)
    return Why(
        messages("practice.why.because", reason=scenario.because),
        (scenario.why,),
        (messages("practice.why.differs"), scenario.differs) if scenario.differs else None,
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


def _to_compare(own: Practice, material: Material, asked: Question, messages: Messages) -> tuple[Control | Link, ...]:
    """First to the race, and from there back to the comparison."""
    race, left = _race(own, material, asked), own.attempt.left
    compare = Control("practice-compare", messages("practice.argue.to_compare"), CompareReasons(), left or not race)
    link = Link(messages("practice.argue.to_race"), race, not left)
    return (compare, link) if left else (link, compare) if race else (compare,)


def _controls(
    lesson: Lesson, own: Practice, material: Material, asked: Question, messages: Messages
) -> tuple[Control | Link, ...]:
    if not own.attempt.over:
        return (
            Control("practice-again", messages("practice.again"), TryAgain(), primary=True),
            Control("practice-show", messages("practice.show"), ShowAnswer()),
        )
    if asked.scenario is None:
        ended = own.series and material.criterion and own.series.ended(material.criterion.row)
        text = messages("practice.to_series_end" if ended else "practice.next")
    else:
        left = bool(due(own, material)) or any(not is_settled(own, name, material) for name in order(own, material))
        text = messages("practice.next" if left else "practice.to_result")
        if to_argue(own, material):
            text = messages("practice.argue.next")
        following = onward(lesson, "practice")
        if following and asked.scenario.questions and path_done(own, material):
            further = Control("practice-next", messages("practice.argue.more") if left else text, Next())
            return (Link(following.text, following.address, primary=True), further)
    return (Control("practice-next", text, Next(), primary=True),)
