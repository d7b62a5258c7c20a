"""Which mode is recommended along the whole range of one fact, the other facts being as they are: a parameter sweep.

The fact is tried at a few values of each tenfold; between two that differ, halving finds where the recommendation
changes, to two significant figures. So a sweep costs about as much as a few dozen pieces of advice, and does not depend
on where between its ends a learner has just put the fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.feature import Query
from simulator.advice import recommended
from simulator.search import number_at, place_of
from simulator.workload import DECLARED

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.workload import Value, Workload

FIGURES = (10, 16, 25, 40, 63)
"""The two figures that are tried in each tenfold: each about 1.6 times the one before."""


@dataclass(frozen=True)
class Zone:
    """Neighbouring values of a fact for which the same mode is recommended."""

    low: float
    """The least of them, to two significant figures."""
    high: float
    """Where the next zone begins, or the end of the range."""
    mode: str | None
    """None where no mode is feasible."""


@dataclass(frozen=True)
class Sweep:
    """The zones of a fact, from its least value to its greatest."""

    fact: str
    zones: tuple[Zone, ...]
    without: tuple[str | None, ...] = ()
    """The mode where there is no such number, such as no timeout; empty for a fact that always has one."""

    def zone_at(self, value: float) -> Zone:
        """The zone of a value; beyond an end of the range, the one at that end."""
        return next((zone for zone in self.zones if value < zone.high), self.zones[-1])

    def mode_at(self, value: Value) -> str | None:
        """The mode that is recommended at a value."""
        if not isinstance(value, int | float):
            return self.without[0] if self.without else None
        return self.zone_at(value).mode


def sweep(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Sweep:
    """Which mode is recommended along the range of a fact, and at the fact's own value."""
    return next(found for found in _pieces(modes, model, workload, fact) if found)


def sweep_query(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Query:
    """The same as a query, one piece of advice after another. Its answer is a tuple with the sweep."""
    return Query((workload, fact), lambda: _pieces(modes, model, workload, fact))


def can_sweep(fact: str, value: Value) -> bool:
    """Whether a fact has a range to sweep: it is a number, and known."""
    declared = DECLARED[fact]
    return declared.quantity is not None and (value is not None or declared.unlimited)


def _pieces(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str) -> Iterator[Sweep | None]:
    """The sweep at the end, and before it None after each piece of advice."""
    declared, own, limits = DECLARED[fact], getattr(workload, fact), model.ranges[fact]
    bottom, top = place_of(limits.least), place_of(limits.most)
    whole = declared.kind == "count"

    def value_at(place: int) -> float:
        number = number_at(place)
        return max(round(number), 1) if whole else number

    def mode_at(place: int) -> str | None:
        change: dict[str, Any] = {fact: value_at(place)}
        return recommended(modes, model, replace(workload, **change))

    starts = [(bottom, mode_at(bottom))]
    """The first place of each zone, and its mode."""
    tried = {bottom, top, *(place for place in range(bottom, top) if place % 90 + 10 in FIGURES)}
    if isinstance(own, int | float) and limits.least < own < limits.most:
        tried.add(place_of(own))
    for near, far in pairwise(sorted(tried)):
        mode = mode_at(far)
        yield None
        while starts[-1][1] != mode:
            begin, end = max(near, starts[-1][0]), far
            while end - begin > 1:
                middle = (begin + end) // 2
                begin, end = (begin, middle) if mode_at(middle) != starts[-1][1] else (middle, end)
                yield None
            starts.append((end, mode_at(end)))
            yield None
    without: tuple[str | None, ...] = ()
    if declared.unlimited:
        change: dict[str, Any] = {fact: None}
        without = (recommended(modes, model, replace(workload, **change)),)
    ends = [*(value_at(place) for place, _ in starts[1:]), limits.most]
    zones = (Zone(value_at(place), end, mode) for (place, mode), end in zip(starts, ends, strict=True))
    yield Sweep(fact, tuple(zones), without)
