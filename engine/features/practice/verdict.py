"""How good a choice can be, what it practises and by which rule: needed where the shape of content is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from engine.content.practice_content import Scenario

RULE_OF = {"nobody": "presence"}
"""The rule of model.yaml that a need is judged by, where it is not the one of the need's own name."""
Verdict = Literal["best", "defensible", "poor"]
Objective = Literal["latency", "cost", "engineering", "boundary"]


def best(scenario: Scenario) -> str:
    """The mode that fits a scenario best, by its file's name."""
    return next(mode for mode, choice in scenario.choices.items() if choice.verdict == "best")
