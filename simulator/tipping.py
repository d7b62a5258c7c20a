"""What would have to be known better to decide: one input, with the value at which another mode becomes the best."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.worlds import World, moved, number_in

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.perturbation import Key
    from simulator.workload import Value, Workload
    from simulator.worlds import Draw, Input

STEPS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""At how many standard deviations an input is tried, both ways."""
HALVINGS = 6
"""How often the way between two of them is halved: what is left is less than the two figures that are shown."""


DAYS = 4
"""So many times as many days as a reading has: where a verdict tips rests on one set of days, not on many."""


@dataclass(frozen=True)
class Tip:
    """An input whose other value makes another mode the best, all other inputs being as they most likely are."""

    key: Key
    """The input."""
    now: Value
    """What it is taken to be."""
    value: Value = None
    """Where it tips; None where it does not do so alone."""
    mode: str | None = None
    """The mode that is best there."""

    @property
    def times(self) -> float:
        """How many times more or less than now it tips; 1 for what has no number."""
        if (
            isinstance(self.now, bool)
            or not isinstance(self.now, int | float)
            or not isinstance(self.value, int | float)
        ):
            return 1.0
        return max(self.value / self.now, self.now / self.value)


def tip(
    modes: Mapping[str, Mode], model: Model, workload: Workload, best: str, candidates: Sequence[Input]
) -> Generator[None, None, Tip | None]:
    """What to know better: the first of the candidates that tips alone, or else the first of all.

    It stops after each value that was tried.
    """

    longer = replace(model, days=replace(model.days, value=DAYS * model.readings.days.value))

    def there(draws: Mapping[Key, Draw]) -> World:
        return moved(longer, draws)

    def other(each: Input, draw: Draw) -> str | None:
        """The mode that is best when one input is moved, where it is another one."""
        mode, feasible, _ = there({each.key: draw}).best(modes, workload)
        return mode if feasible and mode != best else None

    def known(each: Input, draws: Mapping[Key, Draw]) -> Value:
        return number_in(there(draws), modes, workload, each.key)

    if not candidates:
        return None
    now, *_ = there({}).best(modes, workload)
    yield
    for each in candidates if now == best else ():
        found = yield from _among(each, other) if each.values else _along(each, other)
        if found:
            draw, mode = found
            return Tip(each.key, known(each, {}), known(each, {each.key: draw}), mode)
    return Tip(candidates[0].key, known(candidates[0], {}))


Other = Callable[["Input", "Draw"], str | None]
Search = Generator[None, None, "tuple[Draw, str] | None"]


def _among(each: Input, other: Other) -> Search:
    """The first value of what was left open at which another mode is best."""
    for value in each.values[1:]:
        mode = other(each, value)
        yield
        if mode:
            return value, mode
    return None


def _along(each: Input, other: Other) -> Search:
    """The factor nearest to 1 at which another mode is best, from 1 outward both ways, then by halving."""
    near = 0.0
    for step in STEPS:
        for way in (1, -1):
            mode = other(each, each.factor(way * step))
            yield
            if mode:
                low, high = near, step
                for _ in range(HALVINGS):
                    middle = (low + high) / 2
                    nearer = other(each, each.factor(way * middle))
                    yield
                    low, high, mode = (low, middle, nearer) if nearer else (middle, high, mode)
                return each.factor(way * high), mode
        near = step
    return None
