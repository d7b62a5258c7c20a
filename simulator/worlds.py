"""Plausible readings of a workload, drawn from how far everything behind a verdict may be off.

A *world* is one reading: every number of the model and every number that a learner typed is off by a factor of its own,
and what was left open is one of the values that are likely for it. The worlds are stratified (a Latin hypercube): each
input is drawn once in each of as many equally likely slices as there are worlds, so that two hundred are enough. They
are the same for every workload: two workloads differ by what was changed, never by luck.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Any

from engine.sections import weight as weight_of
from simulator.advice import outcome
from simulator.doubts import meant, settled
from simulator.latency import normals
from simulator.perturbation import Key, is_of_model, multiplied, number_at, numbers_that_may_be_off
from simulator.simulation import simulate_once
from simulator.workload import DECLARED, Value, Workload

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.shares import Outcome

Draw = float | Value
"""The factor by which a number is off, or the value of what was left open."""

ABOUT, UNKNOWN, WEIGHTS = "about", "unknown", "weights"
"""The kinds of inputs that are no numbers of the model: what was typed, what was left open, what modes weigh."""
NINETY = 1.645
"""A standard normal number lies between this and its opposite in 90 of 100 draws: so far `within` reaches."""
SETS_OF_DAYS = 8
"""How many sets of days the worlds share, so that no verdict rests on the luck of one."""


@dataclass(frozen=True)
class Input:
    """Something behind a verdict that may be off, or was left open."""

    key: Key
    within: float = 1
    """By how many times it may be off; of no account for what was left open."""
    values: tuple[Value, ...] = ()
    """What it may be, the usual value first; empty for a number that may be off."""
    bounds: tuple[float, ...] = ()
    """Where the share of each of the values ends, from 0 to 1."""

    def drawn(self, place: int, count: int) -> Draw:
        """What it is in one of `count` equally likely slices."""
        if self.values:
            return self.values[min(bisect_right(self.bounds, (place + 0.5) / count), len(self.values) - 1)]
        return self.factor(normals(count)[place])

    def factor(self, deviations: float) -> float:
        """The factor that is so many standard deviations away."""
        return math.exp(deviations * math.log(self.within) / NINETY)


@dataclass(frozen=True, eq=False)
class World:
    """A plausible reading of a model, and of whatever workload."""

    model: Model
    draws: Mapping[Key, Draw]
    seed: int = 0
    """Of its days."""

    def read(self, workload: Workload) -> Workload:
        """A workload as it is in this world."""
        changes: dict[str, Any] = {}
        for (kind, fact), draw in self._others:
            value = getattr(workload, fact) if kind != WEIGHTS else None
            if kind == ABOUT and value is not None:
                changes[fact] = _near(fact, value, draw)
            elif kind == UNKNOWN and value is None:
                changes[fact] = draw
        return settled(self.model.readings, replace(workload, **changes))

    def best(self, modes: Mapping[str, Mode], workload: Workload) -> Outcome:
        """The mode that comes first, whether it keeps every rule, and the others that are close to it."""
        weights = {name: draw for (kind, name), draw in self._others if kind == WEIGHTS}
        heavier = {name: _heavier(mode, weights.get(name, 1)) for name, mode in modes.items()}
        return outcome(heavier, self.model, self.read(workload), simulate_once, self.seed)

    @cached_property
    def _others(self) -> Sequence[tuple[tuple[str, str], Any]]:
        """The draws of what is no number of the model."""
        return [((str(key[0]), str(key[1])), draw) for key, draw in self.draws.items() if not is_of_model(key)]


def number_of_worlds(model: Model) -> int:
    """How many readings a verdict is taken over."""
    return int(model.readings.worlds.value)


@lru_cache(maxsize=1024)
def world(model: Model, number: int) -> World:
    """One of the worlds of a model; the same number gives the same one."""
    count = number_of_worlds(model)
    days = replace(model.days, value=model.readings.days.value)
    return moved(
        replace(model, days=days),
        {each.key: each.drawn(places(model, each.key)[number], count) for each in inputs(model)},
        number % SETS_OF_DAYS,
    )


def moved(model: Model, draws: Mapping[Key, Draw], seed: int = 0) -> World:
    """The world in which some inputs are moved, and all others are as they most likely are."""
    factors: Any = {key: draw for key, draw in draws.items() if is_of_model(key)}
    return World(multiplied(model, factors), draws, seed)


@lru_cache(maxsize=512)
def places(model: Model, key: Key) -> tuple[int, ...]:
    """In which of the equally likely slices an input is, in each of the worlds."""
    shuffled = list(range(number_of_worlds(model)))
    Random("/".join(map(str, key))).shuffle(shuffled)  # noqa: S311
    return tuple(shuffled)


@lru_cache(maxsize=4)
def inputs(model: Model) -> tuple[Input, ...]:
    """All that may be off, or was left open."""
    return tuple(_inputs(model))


def applies(each: Input, workload: Workload) -> bool:
    """Whether an input has a part in a workload: a number that was typed, or a fact that was left open."""
    kind, name = each.key[0], str(each.key[-1])
    if kind == ABOUT:
        return getattr(workload, name) is not None
    return kind != UNKNOWN or getattr(workload, name) is None


def number_in(found: World, modes: Mapping[str, Mode], workload: Workload, key: Key) -> Value:
    """What an input is in a world; of what varies, the median or the spread of its first component."""
    first, *path = key
    if first in (ABOUT, UNKNOWN):
        value: Value = getattr(found.read(workload), str(path[0]))
        return value
    if first == WEIGHTS:
        factor: Any = found.draws.get(key, 1.0)
        return weight_of(modes[str(path[0])]) * float(factor)
    return number_at(found.model, key)


def _inputs(model: Model) -> Iterator[Input]:
    for key, within in numbers_that_may_be_off(model):
        yield Input(key, within)
    for name in model.modes:
        yield Input((WEIGHTS, name), model.readings.weights.within)
    for fact, doubt in model.readings.about.items():
        yield Input((ABOUT, fact), doubt.within)
    for fact, unknown in model.readings.unknown.items():
        ends = list(accumulate(weight for _, weight in unknown.values))
        bounds = tuple(end / ends[-1] for end in ends)
        yield Input((UNKNOWN, fact), values=tuple(meant(value) for value, _ in unknown.values), bounds=bounds)


def _near(fact: str, value: Any, factor: float) -> float:
    """The number of a fact, multiplied, within what it may be; 1 of something is 1."""
    declared = DECLARED[fact]
    if declared.kind == "count" and value == 1:
        return 1
    limit = declared.limit or {}
    number: float = min(max(value * factor, limit.get("minimum", 0)), limit.get("maximum", math.inf))
    return round(number) if declared.kind == "count" else number


@lru_cache(maxsize=1024)
def _heavier(mode: Mode, factor: float) -> Mode:
    """A mode whose engineering weighs more or less, but never less than a plain call, which is the unit."""
    if weight_of(mode) <= 1 or factor == 1:
        return mode
    change: dict[str, Any] = {"weight": max(weight_of(mode) * factor, 1)}
    return replace(
        mode,
        sections={
            name: replace(section, **change) if section.weight else section for name, section in mode.sections.items()
        },
    )
