"""The facts of a case: a few that matter as cards, to pick from and then judged, and all others below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.scoring import FactState, state_of

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Question
    from engine.features.practice.subject import Fact
    from engine.messages import Messages


@dataclass(frozen=True)
class FactRow:
    """A fact of a case."""

    id: str
    name: str
    value: str
    marked: bool
    state: FactState
    """How it was judged."""
    judged: str
    """The same in words; "" where there is nothing to say of it."""


@dataclass(frozen=True)
class Facts:
    """The facts that matter, and all others."""

    heading: str
    cards: tuple[FactRow, ...]
    """In a case that is argued: the questions, and none once that is done."""
    more: str
    """What opens all others."""
    others: tuple[tuple[str, str], ...]
    """Name and value of each."""


def present_facts(material: Material, asked: Question, attempt: Attempt, messages: Messages) -> Facts:
    """All facts of a case, those first that matter."""
    chosen = {*cards(material, asked), *attempt.marks}
    known = material.subject.known(asked.case)
    questions = asked.scenario.questions if asked.scenario else None
    if questions:
        return Facts(
            messages("practice.argue.mark"),
            tuple(_question(fact, each.ask, attempt) for fact, each in questions.items()) if attempt.asking else (),
            messages("practice.facts.all"),
            tuple((fact.name, fact.value) for fact in known),
        )
    return Facts(
        messages("practice.facts.mark" if attempt.asking else "practice.facts.heading"),
        tuple(_row(fact, attempt, messages) for fact in known if fact.id in chosen),
        messages("practice.facts.all"),
        tuple((fact.name, fact.value) for fact in known if fact.id not in chosen),
    )


def cards(material: Material, asked: Question) -> tuple[str, ...]:
    """The facts that a learner begins with: those of its author, or else those that decide and others."""
    scenario = asked.scenario
    if scenario is None:
        return material.subject.cards(asked.case, ())
    return scenario.cards or tuple(scenario.questions or ()) or material.subject.cards(asked.case, scenario.facts)


def judged_facts(material: Material, asked: Question, attempt: Attempt, messages: Messages) -> tuple[FactRow, ...]:
    """The facts of which there is something to say."""
    rows = (_row(fact, attempt, messages) for fact in material.subject.known(asked.case))
    return tuple(row for row in rows if row.judged)


def _question(fact: str, ask: str, attempt: Attempt) -> FactRow:
    """A question that guides the decision, in the place of the fact that answers it."""
    return FactRow(fact, ask, "", fact in attempt.marks, "plain", "")


def _row(fact: Fact, attempt: Attempt, messages: Messages) -> FactRow:
    marked = fact.id in attempt.marks
    if attempt.asking:
        return FactRow(fact.id, fact.name, fact.value, marked, "plain", "")
    state = state_of(fact.id, attempt.marks, attempt.deciding, attempt.over, attempt.also)
    told = "right" if state == "missed" and not attempt.marks else state
    judged = "" if state == "plain" else messages(f"practice.judged.{told}")
    return FactRow(fact.id, fact.name, fact.value, marked, state, judged)
