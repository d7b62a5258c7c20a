"""What an answer was worth, and what it says of the learner: facts, points, how sure they were, what they predicted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.facts import FactRow, judged_facts
from engine.features.practice.scoring import MOST_POINTS, facts_right, points
from engine.features.practice.state import current, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Practice, Question
    from engine.messages import Messages


@dataclass(frozen=True)
class Earned:
    """What an answer was worth."""

    marks: str
    """Whether the right facts are marked; "" where the answer was shown."""
    points: str
    """How many points it earned; "" where it does not earn any, or not yet."""
    no_points: str
    """What is said where the answer was shown; "" else."""
    first_marks: str
    """What is said where the points go by other marks; "" else."""
    predicted: str
    """What was predicted, and what it is; "" where nothing was."""
    calibrated: str
    """How sure the learner was, and whether rightly; "" where that was not said."""
    facts: tuple[FactRow, ...]
    """Those that there is something to say of."""
    still: str
    """Which of those that decide flip nothing by themselves; "" for none."""


def present_earned(
    material: Material, own: Practice, asked: Question, effects: Mapping[str, bool], messages: Messages
) -> Earned:
    """All of it."""
    attempt, record = own.attempt, record_of(own, current(own, material))
    right = facts_right(attempt.marks, attempt.deciding, attempt.also)
    some = {*attempt.marks} & {*attempt.deciding, *attempt.also}
    degree = "right" if right else "also" if some and some <= {*attempt.also} else "half" if some else "wrong"
    scenario = asked.scenario if attempt.over else None
    earned = points(record, scenario) if scenario else 0
    unearned = attempt.shown and not earned
    changed = scenario and not attempt.repeat and record.marks and right != facts_right(record.marks, attempt.deciding)
    return Earned(
        messages(f"practice.marks.{degree}") if attempt.verdict else "",
        messages("practice.earned.points", points=earned, most=MOST_POINTS)
        if scenario and not unearned and not attempt.repeat
        else "",
        messages("practice.earned.repeat" if attempt.repeat else "practice.earned.no_points")
        if scenario and (unearned or attempt.repeat)
        else "",
        messages("practice.earned.first_marks") if changed else "",
        _predicted(material, asked, attempt, messages),
        _calibrated(attempt, right, messages),
        judged_facts(material, asked, attempt, messages),
        _still(material, asked, attempt, effects, messages),
    )


def _still(
    material: Material, asked: Question, attempt: Attempt, effects: Mapping[str, bool], messages: Messages
) -> str:
    """Which of the facts that decide flip nothing by themselves; "" for none, or while that is sought."""
    known = material.subject.known(asked.case)
    names = [fact.name for fact in known if fact.id in attempt.deciding and effects.get(fact.id) is False]
    if not (names and attempt.over):
        return ""
    facts = messages.listed("facts.all_of", names)
    return messages("practice.unflipped", facts=facts, count=len(names))


def _predicted(material: Material, asked: Question, attempt: Attempt, messages: Messages) -> str:
    number = asked.scenario.predict if asked.scenario else None
    if not (number and attempt.predicted and attempt.verdict):
        return ""
    right, value = material.subject.outcome(asked.case, number, attempt.mode)
    guess = material.subject.ranges(number)[attempt.predicted - 1]
    key = "right" if attempt.predicted == right else "wrong"
    return messages(f"practice.predict.was.{key}", guess=guess, value=value)


def _calibrated(attempt: Attempt, right: bool, messages: Messages) -> str:
    """How sure the learner said to be, and whether mode and facts were right."""
    if not (attempt.sure and attempt.verdict):
        return ""
    mode = "wrong" if attempt.verdict == "poor" else "right" if right else "half"
    if mode == "right" and attempt.verdict == "defensible":
        mode = "defensible"
    return messages(f"practice.calibrated.{mode}", level=messages(f"practice.sure.{attempt.sure}"))
