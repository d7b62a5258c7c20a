"""How sure a verdict is: in how many plausible readings of a workload each mode is best, and what would settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.feature import Query
from simulator.tipping import Tip, tip
from simulator.worlds import Input, applies, inputs, number_of_worlds, places, world

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.features.practice.subject import Verdict
    from simulator.parameters import Model
    from simulator.workload import Workload

Outcome = tuple[str, bool]
"""The mode that comes first in a world, and whether it keeps every rule."""
GROUPS = 4
"""Into how many groups the worlds are parted by an input, to see whether another mode is best in each."""
CANDIDATES = 3
"""How many inputs are tried, at most, to find the value at which one of them alone makes another mode the best."""


@dataclass(frozen=True)
class Shares:
    """In how many readings of a workload each mode is best."""

    best: Mapping[str, int]
    """The readings in which a mode is best and keeps every rule; the modes with the greatest share come first."""
    nearest: Mapping[str, int]
    """Those in which no mode keeps every rule and this one comes nearest."""
    tip: Tip | None = None
    """What would have to be known better to decide; None where nothing would change the verdict."""

    @property
    def first(self) -> str:
        """The mode with the greatest share."""
        return next(iter(self.best))

    @property
    def readings(self) -> int:
        """How many readings there are."""
        return sum(self.best.values()) + sum(self.nearest.values())

    def of(self, mode: str) -> float:
        """The share of readings, from 0 to 1, in which a mode is the one to take: it is best, or comes nearest."""
        return (self.best[mode] + self.nearest[mode]) / self.readings

    def percent(self) -> tuple[Mapping[str, int], int]:
        """Of 100 readings, those in which each mode is best, and those in which no mode keeps every rule."""
        *each, none = whole_percents([*self.best.values(), sum(self.nearest.values())])
        return dict(zip(self.best, each, strict=True)), none


def verdict_of(found: Shares, mode: str, model: Model) -> Verdict:
    """How good a mode is: the one with the greatest share is best, one with enough of a share defensible."""
    if mode == found.first:
        return "best"
    return "defensible" if found.of(mode) >= model.readings.defensible.value else "poor"


def is_grey(found: Shares, model: Model) -> bool:
    """Whether the decision is a judgement call: another mode is defensible."""
    return any(verdict_of(found, mode, model) == "defensible" for mode in found.best)


def shares(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Shares:
    """In how many plausible readings of a workload each mode is best, and what would settle it."""
    return next(found for found in _pieces(modes, model, workload) if found)


def shares_query(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Query:
    """The same as a query, one reading after another. Its answer is a tuple with the shares."""
    return Query(shares_key(workload), lambda: _pieces(modes, model, workload))


def shares_key(workload: Workload) -> tuple[str, Workload]:
    """By what the answer of the query is known."""
    return "shares", workload


def _pieces(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Iterator[Shares | None]:
    """The shares at the end, and before it None after each reading."""
    outcomes: list[Outcome] = []
    for number in range(number_of_worlds(model)):
        outcomes.append(world(model, number).best(modes, workload))
        yield None
    found = counted(outcomes, [name for name in modes if name in model.modes])
    if is_grey(found, model):
        ahead = [each for each, _ in explaining(model, workload, [mode for mode, _ in outcomes])]
        found = replace(found, tip=(yield from tip(modes, model, workload, found.first, ahead[:CANDIDATES])))
    yield found


def counted(outcomes: Sequence[Outcome], modes: Sequence[str]) -> Shares:
    """The shares of modes, from what came of each reading; of equal ones, those that are named earlier come first."""
    best = Counter(mode for mode, feasible in outcomes if feasible)
    nearest = Counter(mode for mode, feasible in outcomes if not feasible)
    order = sorted(modes, key=lambda mode: -best[mode] - nearest[mode])
    return Shares({mode: best[mode] for mode in order}, {mode: nearest[mode] for mode in order})


def explaining(model: Model, workload: Workload, first: Sequence[str]) -> list[tuple[Input, float]]:
    """What explains which mode is `first` in the worlds, and how much of it, what explains most first."""
    found = [(each, explained(_groups(model, each), first)) for each in inputs(model) if applies(each, workload)]
    return sorted((each for each in found if each[1] > 0), key=lambda each: -each[1])


@lru_cache(maxsize=512)
def _groups(model: Model, each: Input) -> tuple[int, ...]:
    """In which group each world is: the quarters of the draws of an input, or its values."""
    count, drawn = number_of_worlds(model), places(model, each.key)
    if each.values:
        return tuple(each.values.index(each.drawn(place, count)) for place in drawn)
    return tuple(GROUPS * place // count for place in drawn)


def explained(groups: Sequence[int], outcomes: Sequence[str]) -> float:
    """How much of the outcomes their groups explain, from 0 to 1, without what chance would seem to explain.

    The tau of Goodman and Kruskal (1954): by how much one errs less often about an outcome whose group one knows.

    >>> explained([0, 0, 1, 1], ["sync", "sync", "batch", "batch"])
    1.0
    """
    count = len(outcomes)
    alone = sum(each * each for each in Counter(outcomes).values()) / count
    if alone == count:
        return 0.0
    sizes = Counter(groups)
    together = sum(
        each * each / sizes[group] for (group, _), each in Counter(zip(groups, outcomes, strict=True)).items()
    )
    tau, chance = (together - alone) / (count - alone), (len(sizes) - 1) / (count - 1)
    return max((tau - chance) / (1 - chance), 0.0) if chance < 1 else 0.0


def whole_percents(counts: Sequence[int]) -> list[int]:
    """Counts as whole percents that add up to 100: those that lose most by rounding down are rounded up.

    >>> whole_percents([1, 1, 1]), whole_percents([199, 1, 0])
    ([34, 33, 33], [100, 0, 0])
    """
    exact = [100 * count / sum(counts) for count in counts]
    down = [int(each) for each in exact]
    by_loss = sorted(range(len(counts)), key=lambda index: down[index] - exact[index])
    for index in by_loss[: 100 - sum(down)]:
        down[index] += 1
    return down
