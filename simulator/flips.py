"""What would flip the advice on a workload, found by asking for advice on changed ones: so it is true of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.feature import Query
from simulator.advice import recommended
from simulator.search import nearest
from simulator.workload import DECLARED, FACTS, Value, Workload, others

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model


@dataclass(frozen=True)
class Flip:
    """The nearest value of a fact at which another mode becomes the best; just short of it, it does not."""

    fact: str
    value: Value
    mode: str


KnownFlips = Mapping[Workload, tuple[Flip, ...]]
"""What would flip the advice, by workload: it takes a while to find."""


def flips(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Iterator[Flip]:
    """What would make another mode the best, fact by fact; a fact that cannot by itself is left out."""
    found = (flip(modes, model, workload, fact) for fact in FACTS)
    return (each for each in found if each)


def flips_query(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Query:
    """The same as a query, one fact after another."""
    return Query(workload, lambda: (flip(modes, model, workload, fact) for fact in FACTS))


def flip(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Flip | None:
    """The nearest value of a fact at which another mode becomes the best; None where there is none in its range."""
    now = recommended(modes, model, workload)

    def other(value: Value) -> str | None:
        """The mode that is best then, if it is another one; None also where no mode is feasible."""
        change: dict[str, Any] = {fact: value}
        mode = recommended(modes, model, replace(workload, **change))
        return mode if mode != now else None

    found = ((value, other(value)) for value in _tried(model, workload, fact, other))
    return next((Flip(fact, value, mode) for value, mode in found if mode), None)


def _tried(model: Model, workload: Workload, fact: str, other: Callable[[Value], str | None]) -> Iterator[Value]:
    """The values of a fact that may flip the advice, the nearest first."""
    value, declared = getattr(workload, fact), DECLARED[fact]
    if declared.quantity is None:
        yield from others(fact, value)
    elif value is not None or declared.quantity.absent == "unlimited":
        limits = model.ranges[fact]
        found = nearest(value, limits.least, limits.most, declared.kind == "count", lambda number: bool(other(number)))
        if found is not None:
            yield found
        elif value is not None and declared.quantity.absent == "unlimited":
            yield None
