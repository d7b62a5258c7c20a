"""Which facts flip the decision in the model, as far as that is known, and what an answer then makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.practice.flips import facts_to_change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Practice, Question
    from engine.features.practice.subject import Answers


def effects_known(material: Material, asked: Question, attempt: Attempt, answers: Answers) -> Mapping[str, bool]:
    """Of the facts that a learner sees of a scenario: whether another value of it alone makes another mode the best.

    What is not looked for yet is missing.
    """
    scenario = asked.scenario
    if scenario is None or attempt.asking:
        return {}
    return material.subject.effects(asked.case, facts_to_change(material, asked, attempt), answers)


def with_effects(own: Practice, asked: Question, effects: Mapping[str, bool]) -> Practice:
    """Practice whose open attempt knows which facts turn the decision beside those that decide."""
    attempt = own.attempt
    if asked.scenario is None or attempt.asking:
        return own
    also = tuple(fact for fact, flips in effects.items() if flips and fact not in attempt.deciding)
    return replace(own, attempt=replace(attempt, also=also))
