"""What the path through the lesson asks of Practice: some scenarios to settle, then those that are argued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.features.practice.state import is_settled

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice

FIRST = 5
"""How many scenarios the path asks for before the one that is argued; one more where none is."""


def argued(material: Material) -> tuple[str, ...]:
    """The scenarios without a single right answer, which are argued."""
    return tuple(name for name, scenario in material.scenarios.items() if scenario.questions)


def asked_first(material: Material) -> int:
    """How many scenarios the path asks for, beside what is argued; one more where nothing is."""
    return min(FIRST if argued(material) else FIRST + 1, len(_others(material)))


def first_settled(own: Practice, material: Material) -> bool:
    """Whether as many scenarios are settled as the path asks for, beside what is argued."""
    return sum(is_settled(own, name, material) for name in _others(material)) >= asked_first(material)


def to_argue(own: Practice, material: Material) -> str:
    """The scenario that the path leads to now because it is to be argued; "" for none."""
    if not first_settled(own, material):
        return ""
    return next((name for name in argued(material) if not is_settled(own, name, material)), "")


def path_done(own: Practice, material: Material) -> bool:
    """Whether the first scenarios are settled, or as many others, and what is argued."""
    return first_settled(own, material) and not to_argue(own, material)


def _others(material: Material) -> list[str]:
    return [name for name, scenario in material.scenarios.items() if not scenario.questions]
