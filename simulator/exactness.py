"""How sure a learner is of the numbers of a workload, and how far they may then be off."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from simulator.parameters import Model
    from simulator.workload import Workload

Exactness = Literal["exact", "about", "guess"]
"""How far all numbers that a learner types may be off: not at all, as far as is usual for each, or farther."""
EXACTNESS: tuple[Exactness, ...] = get_args(Exactness)
ABOUT_RIGHT: Final = "about"
"""How exact numbers are of which nobody says it."""


@lru_cache(maxsize=8)
def believed(model: Model, exactness: Exactness) -> Model:
    """The model in which what a learner types may be off as far as the learner says.

    The range of a guess is wider as a ratio: twice as wide, 1.2 becomes 1.44.
    """
    if exactness == ABOUT_RIGHT:
        return model
    wider = model.readings.guess.value
    about = {fact: replace(doubt, within=doubt.within**wider) for fact, doubt in model.readings.about.items()}
    return replace(model, readings=replace(model.readings, about=about if exactness == "guess" else {}))


def off_by(model: Model, workload: Workload, exactness: Exactness) -> tuple[float, float] | None:
    """By which factors the numbers of a workload may be off, the least and the most; None where none may."""
    about = believed(model, exactness).readings.about
    factors = [doubt.within for fact, doubt in about.items() if getattr(workload, fact) is not None]
    return (min(factors), max(factors)) if factors else None
