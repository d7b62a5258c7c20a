"""What Practice shows, as a plain value: everything is worked out and worded here, and the views only lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.asking import present_asking
from engine.features.practice.controls import Control
from engine.features.practice.events import (
    GoOn,
    GoOnWithSeries,
    NewSeries,
    OpenScenario,
    ShowOwn,
    ShowResult,
)
from engine.features.practice.facts import Facts, present_facts
from engine.features.practice.feedback import Feedback, present_feedback
from engine.features.practice.hunch_presenter import HunchPage, present_hunch
from engine.features.practice.layers import layers
from engine.features.practice.material import material_of
from engine.features.practice.path import argued, asked_first, path_done, settled_first
from engine.features.practice.progress import Progress, present_progress
from engine.features.practice.series import Dots, SeriesEnd, dots, present_series_end
from engine.features.practice.state import current, order, question
from engine.features.practice.turning_facts import effects_known, with_effects

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.practice.asking import Asking
    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Page, Practice
    from engine.features.practice.subject import Answers
    from engine.messages import Messages
    from engine.path import PathStop


@dataclass(frozen=True)
class Remark:
    """What the page says of the answers as a whole."""

    text: str
    control: Control | None = None


@dataclass(frozen=True)
class QuestionPage:
    """A question: what is known of it on one side, and on the other the choice, or what came of it."""

    key: str
    """Its identity: a new key is a new question."""
    focus: str | None
    title: str
    name: str
    """The scenario's title while it is argued: `title` then says that there is no single right answer; "" else."""
    brief: str
    """What is read first."""
    rest: str
    """What else there is to its story."""
    facts: Facts
    side: Asking | Feedback


Body = QuestionPage | SeriesEnd | Progress | HunchPage
"""What a page of Practice shows."""


@dataclass(frozen=True)
class PracticePage:
    """All of Practice."""

    name: Page
    heading: str
    here: str
    """Where the learner is."""
    dots: Dots | None
    """The answers of the series that is under way."""
    ways: tuple[Control, ...]
    """The buttons that lead to another page of Practice."""
    remark: Remark | None
    body: Body


def present(
    lesson: Lesson, content: LazyContent, own: Practice, answers: Answers, open_stops: tuple[PathStop, ...] = ()
) -> PracticePage:
    """The question that is open, or the result; `open_stops` of the path are not done.

    Elements that a control makes appear have a `focus`. Where the page had none of that value before, the focus belongs
    there; where several are new, to the first.
    """
    material, messages = material_of(lesson, content), content.messages
    return PracticePage(
        own.page,
        messages("practice.heading"),
        "" if own.page != "question" else _here(own, material, messages),
        _dots(own, material, messages),
        tuple(_ways(own, material, messages)),
        _remark(own, messages),
        _body(lesson, content, own, answers, open_stops),
    )


def _body(
    lesson: Lesson, content: LazyContent, own: Practice, answers: Answers, open_stops: tuple[PathStop, ...]
) -> Body:
    material = material_of(lesson, content)
    if own.page in ("hunch", "again"):
        return present_hunch(lesson, content, own)
    if own.page == "result":
        return present_progress(lesson, content, own, open_stops)
    if own.page == "series" and own.series and material.criterion:
        return present_series_end(lesson, content, own.series, material.criterion.row, answers)
    return _question(lesson, content, own, answers, open_stops)


def _here(own: Practice, material: Material, messages: Messages) -> str:
    if own.in_series and own.series and material.criterion:
        length = material.criterion.row
        return messages("practice.here.series", number=own.series.place(length), all=length)
    if own.attempt.repeat:
        return messages("practice.here.repeat")
    if current(own, material) in argued(material):
        return messages("practice.argue.here")
    names = [name for name in order(own, material) if name not in argued(material)]
    number, goal = names.index(current(own, material)) + 1, asked_first(material)
    if number > goal:
        return messages("practice.here.beyond", number=number)
    return messages("practice.here.scenario", number=number, all=goal)


def _dots(own: Practice, material: Material, messages: Messages) -> Dots | None:
    if own.page != "question" or not own.in_series or own.series is None or material.criterion is None:
        return None
    return dots(own.series, material.criterion.row, messages)


def _ways(own: Practice, material: Material, messages: Messages) -> list[Control]:
    if own.page in ("hunch", "again"):
        return []
    goal = asked_first(material)
    progress = messages("practice.ways.progress", done=min(settled_first(own, material), goal), all=goal)
    to_result = Control("practice-result", progress, ShowResult())
    to_scenarios = OpenScenario(current(own, material))
    if own.page == "result":
        done = own.own is None and path_done(own, material)
        text = messages("practice.ways.to_scenarios" if done else "practice.ways.go_on")
        return [Control("practice-back", text, GoOn(), primary=not done)]
    if own.in_series:
        return [to_result, Control("practice-back", messages("practice.ways.to_scenarios"), to_scenarios)]
    if not material.subject.has_series:
        return [to_result]
    if own.series and not own.series.complete(material.criterion.row if material.criterion else 0):
        return [to_result, Control("practice-new", messages("practice.series.go_on"), GoOnWithSeries())]
    return [to_result, Control("practice-new", messages("practice.series.new"), NewSeries())]


def _remark(own: Practice, messages: Messages) -> Remark | None:
    if own.own is not None:
        to_own = Control("practice-own", messages("practice.remarks.to_own"), ShowOwn())
        return Remark(messages("practice.remarks.shared"), to_own)
    return None if own.can_store else Remark(messages("practice.remarks.not_stored"))


def _question(
    lesson: Lesson, content: LazyContent, own: Practice, answers: Answers, open_stops: tuple[PathStop, ...]
) -> QuestionPage:
    material, messages, asked = (
        material_of(lesson, content),
        content.messages,
        question(own, material_of(lesson, content)),
    )
    effects = effects_known(material, asked, own.attempt, answers)
    own = with_effects(own, asked, effects)
    attempt = own.attempt
    key, stage = _key(own, material), _stage(attempt)
    questions = asked.scenario.questions if asked.scenario else None
    whole = bool(questions and attempt.asking)
    brief, rest = layers(asked.situation)
    return QuestionPage(
        key,
        key if stage == "first" else None,
        messages("practice.argue.title") if questions else asked.title,
        asked.title if whole else "",
        brief,
        rest,
        present_facts(material, asked, attempt, messages),
        present_asking(lesson, material, own, asked, key, messages)
        if attempt.asking
        else present_feedback(lesson, content, own, effects, answers, open_stops, f"{key} {stage}"),
    )


def _key(own: Practice, material: Material) -> str:
    series = own.series if own.in_series else None
    key = f"{series.seed}-{series.number}" if series else current(own, material)
    key = f"again-{key}" if own.attempt.repeat else key
    return key if own.own is None else f"shared-{key}"


def place(own: Practice, material: Material) -> str:
    """What Practice shows: a question, or another page."""
    return _key(own, material) if own.page == "question" else f"{own.page} compared" if own.compared else own.page


def _stage(attempt: Attempt) -> str:
    """How far the learner is with the question."""
    if not attempt.asking:
        return "shown" if attempt.shown else "answered"
    return "first" if attempt.first else "again"
