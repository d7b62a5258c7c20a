"""A case without a single right answer, once it is argued: which modes each question speaks for, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.scoring import good_enough

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.content import Scenario
    from engine.features.practice.state import Attempt
    from engine.messages import Messages


@dataclass(frozen=True)
class Reason:
    """A question that guides the decision, and the modes that it speaks for in this case."""

    ask: str
    modes: tuple[Mode, ...]
    """Those that it speaks for."""
    because: str
    """Its answer in this case, and why it speaks for them."""
    own: str
    """What is said where the learner chose it; "" else."""
    tips: str
    """What is said where its answer tips the decision; "" else."""


@dataclass(frozen=True)
class Reasons:
    """The learner's reasons beside all that guides the decision."""

    focus: str
    heading: str
    lead: str
    speaks_for: str
    """What stands before the modes that a question speaks for."""
    rows: tuple[Reason, ...]


@dataclass(frozen=True)
class Argued:
    """What comes after the argument: to see it in the race, and then to compare."""

    heading: str
    lead: str


def present_argued(scenario: Scenario, attempt: Attempt, messages: Messages) -> Argued | None:
    """What is said between the argument and the comparison; None at any other time."""
    if not (scenario.questions and attempt.over) or attempt.compared:
        return None
    key = "back" if attempt.left else "then"
    return Argued(messages(f"practice.argue.heading.{key}"), messages(f"practice.argue.lead.{key}"))


def present_reasons(
    lesson: Lesson, scenario: Scenario, attempt: Attempt, focus: str, messages: Messages
) -> Reasons | None:
    """Each question with the modes that it speaks for; None before it is time to compare."""
    questions, tipping = scenario.questions, scenario.tipping
    if not (questions and attempt.over and attempt.compared):
        return None
    tips = tipping.facts if tipping else ()
    return Reasons(
        f"{focus} compared",
        messages("practice.argue.compare"),
        _lead(lesson, scenario, attempt, messages),
        messages("practice.argue.speaks_for"),
        tuple(
            Reason(
                each.ask,
                tuple(lesson.modes[name] for name in each.speaks_for),
                each.because,
                messages("practice.argue.own") if fact in attempt.marks else "",
                messages("practice.argue.tips") if fact in tips else "",
            )
            for fact, each in questions.items()
        ),
    )


def _lead(lesson: Lesson, scenario: Scenario, attempt: Attempt, messages: Messages) -> str:
    """How many of the questions speak for the mode that was argued for, or that was shown."""
    questions = scenario.questions or {}
    count = sum(attempt.mode in each.speaks_for for each in questions.values())
    key, mode = "shown" if attempt.shown else "argued", lesson.modes[attempt.mode].name
    if not count and not attempt.shown:
        return messages("practice.argue.none", all=len(questions), mode=mode)
    return messages(f"practice.argue.count.{key}", count=count, all=len(questions), mode=mode)


def verdict_of(scenario: Scenario, name: str, messages: Messages) -> str:
    """How good a mode is, in words; in a case that is argued, best and defensible are both "can be defended"."""
    verdict = scenario.choices[name].verdict
    if scenario.questions and good_enough(verdict):
        return messages("practice.argue.defended")
    return messages(f"practice.verdicts.{verdict}")
