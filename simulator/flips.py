"""What would flip the advice on a workload, found by asking for advice on changed ones: so it is true of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.feature import Query
from simulator.advice import recommended
from simulator.doubts import usual
from simulator.search import nearest_pieces
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
    """The same as a query, one piece of advice after another."""
    return Query(workload, lambda: (each for fact in FACTS for each in flip_pieces(modes, model, workload, fact)))


def flip(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Flip | None:
    """The nearest value of a fact at which another mode becomes the best; None where there is none in its range."""
    return next(filter(None, flip_pieces(modes, model, workload, fact)), None)


def flip_pieces(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Iterator[Flip | None]:
    """None after each value that was tried, and the flip, if there is one, last."""
    now = recommended(modes, model, workload)
    without = False
    """Whether a value was tried at which no mode is feasible."""

    def then(value: Value) -> str | None:
        """The mode that is best then; None where no mode is feasible."""
        nonlocal without
        change: dict[str, Any] = {fact: value}
        mode = recommended(modes, model, replace(workload, **change))
        without = without or mode is None
        return mode

    def other(value: Value) -> str | None:
        """The mode that is best then, if it is another one; None also where no mode is feasible."""
        mode = then(value)
        return mode if mode != now else None

    value, declared = getattr(workload, fact), DECLARED[fact]
    tried: Iterable[Value] = others(fact, value)
    if value is None and declared.guessed and declared.quantity:
        value = usual(model.readings, fact)
    if declared.quantity and (value is not None or declared.unlimited):
        limits, found = model.ranges[fact], None
        whole = declared.kind == "count"
        for piece in nearest_pieces(value, limits.least, limits.most, whole, lambda number: bool(other(number))):
            found = piece
            yield None
        if found is None and without and now:
            # Another mode may be best just before none is feasible.
            for piece in nearest_pieces(value, limits.least, limits.most, whole, lambda number: then(number) != now):
                found = piece
                yield None
            found = found if found is not None and other(found) else None
        tried = (found,) if found is not None else (None,) if declared.unlimited and value is not None else ()
    for each in tried:
        if mode := other(each):
            yield Flip(fact, each, mode)
            return
        yield None
