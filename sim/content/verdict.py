"""How good a choice can be and what it practises: needed where the shape of content is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sim.content.workshop import Scenario

Verdict = Literal["best", "defensible", "poor"]
Objective = Literal["latency", "cost", "engineering", "boundary"]


def best(scenario: Scenario) -> str:
    """The mode that fits a scenario best, by its file's name."""
    return next(mode for mode, choice in scenario.choices.items() if choice.verdict == "best")
