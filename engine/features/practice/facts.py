"""The facts of a case as rows: what is marked, and once there is an answer, what was right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.scoring import FactState, state_of

if TYPE_CHECKING:
    from engine.features.practice.state import Attempt
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


def fact_rows(facts: Iterable[Fact], attempt: Attempt, messages: Messages) -> tuple[FactRow, ...]:
    """The facts of a case, in order."""
    return tuple(_row(fact, attempt, messages) for fact in facts)


def _row(fact: Fact, attempt: Attempt, messages: Messages) -> FactRow:
    if attempt.asking:
        return FactRow(fact.id, fact.name, fact.value, fact.id in attempt.marks, "plain", "")
    state = state_of(fact.id, attempt.marks, attempt.deciding, attempt.over)
    judged = "" if state == "plain" else messages(f"practice.judged.{state}")
    return FactRow(fact.id, fact.name, fact.value, fact.id in attempt.marks, state, judged)
