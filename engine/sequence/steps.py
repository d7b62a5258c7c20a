"""What a step is called where it is linked to, and its number, which is what learners see.

The name stays when a step is put in before it; the number does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.content.mode import Sequence


def name_of(sequence: Sequence, number: int) -> str:
    """The name of a step by its number, from 1; "" for 0, which is none."""
    return sequence.steps[number - 1].id if number else ""


def number_of(sequence: Sequence, asked: str) -> int | None:
    """The number of the step that a link asks for, by its name or, as older links do, by its number; 0 is none.

    None if there is no such step.
    """
    names = [step.id for step in sequence.steps]
    if asked in names:
        return names.index(asked) + 1
    numbers = [str(number) for number in range(len(names) + 1)]
    return int(asked) if asked in numbers else None
