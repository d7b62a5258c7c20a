"""Scenarios that were missed come back: after a few others, and once more on a later visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.practice.scoring import good_enough, missed
from engine.features.practice.state import Attempt, is_settled, record_of

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice

AFTER = 3
"""After how many other scenarios one comes back."""
ON_A_LATER_VISIT = 99
"""It does not come back on this visit."""
SOON = 1
"""On a later visit it comes back after the first other one."""


def noted(own: Practice, name: str, material: Material) -> Practice:
    """Practice after an answer to a scenario: what was missed is to come back, and all others are one nearer."""
    attempt = own.attempt
    if attempt.repeat:
        right = attempt.verdict != "" and good_enough(attempt.verdict)
        rest = tuple(each for each in own.again if each[0] != name)
        return replace(own, again=rest if right else (*rest, (name, ON_A_LATER_VISIT)))
    if not is_settled(own, name, material):
        return own
    nearer = tuple((each, wait if wait == ON_A_LATER_VISIT else max(wait - 1, 0)) for each, wait in own.again)
    known = any(each == name for each, _ in own.again)
    if known or not missed(record_of(own, name), material.scenarios[name]):
        return replace(own, again=nearer)
    return replace(own, again=(*nearer, (name, AFTER)))


def due(own: Practice, material: Material) -> str:
    """The scenario that is to come back now; "" for none."""
    return next((name for name, wait in own.again if wait == 0 and name in material.scenarios), "")


def with_repeat(own: Practice, name: str) -> Practice:
    """Practice with a second look at a scenario."""
    return replace(own, scenario=name, attempt=Attempt(repeat=True), in_series=False, page="question", confirming=False)
