"""The buttons below an answer: to the race and back, another try, or what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.features.practice.controls import Control, Link
from engine.features.practice.ending import to_open_stop
from engine.features.practice.events import CompareReasons, Next, ShowAnswer, TryAgain
from engine.features.practice.path import path_done, to_argue
from engine.features.practice.repeats import due
from engine.features.practice.state import is_settled, order

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice, Question
    from engine.messages import Messages
    from engine.path import PathStop


def to_compare(own: Practice, race: str, messages: Messages) -> tuple[Control | Link, ...]:
    """First to the race, and from there back to the comparison."""
    left = own.attempt.left
    compare = Control("practice-compare", messages("practice.argue.to_compare"), CompareReasons(), left or not race)
    link = Link(messages("practice.argue.to_race"), race, not left)
    return (compare, link) if left else (link, compare) if race else (compare,)


def leading_on(
    lesson: Lesson,
    own: Practice,
    material: Material,
    asked: Question,
    open_stops: tuple[PathStop, ...],
    messages: Messages,
) -> tuple[Control | Link, ...]:
    """Another try, or what comes next."""
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
        following = to_open_stop(lesson, open_stops)
        if following and asked.scenario.questions and path_done(own, material):
            return (following, Control("practice-next", messages("practice.argue.more") if left else text, Next()))
    return (Control("practice-next", text, Next(), primary=True),)
