"""In how many of the plausible readings of a workload each mode is best, and which verdicts follow from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from engine.features.practice.subject import Verdict
    from simulator.parameters import Model
    from simulator.tipping import Tip


class Outcome(NamedTuple):
    """What came of a reading."""

    mode: str
    """The mode that comes first."""
    feasible: bool
    """Whether it keeps every rule."""
    close: frozenset[str] = frozenset()
    """The other modes that are too close to it to tell them apart."""


@dataclass(frozen=True)
class Share:
    """In how many readings one mode comes first, or close to it."""

    mode: str
    best: int
    """Those in which it is best and keeps every rule."""
    nearest: int
    """Those in which no mode keeps every rule and this one comes nearest."""
    close: int = 0
    """Those in which another mode comes first, by less than can be told apart."""

    @property
    def first(self) -> int:
        """Those in which it is the one to take."""
        return self.best + self.nearest


@dataclass(frozen=True)
class Shares:
    """In how many readings of a workload each mode is best."""

    modes: tuple[Share, ...]
    """The mode with the greatest share comes first."""
    tip: Tip | None = None
    """What would have to be known better to decide; None where nothing that may be off changes the verdict."""

    @property
    def first(self) -> str:
        """The mode with the greatest share."""
        return self.modes[0].mode

    @property
    def readings(self) -> int:
        """How many readings there are."""
        return sum(each.first for each in self.modes)

    @property
    def feasible(self) -> bool:
        """Whether in at least half of the readings some mode keeps every rule."""
        return 2 * sum(each.best for each in self.modes) >= self.readings

    def of(self, mode: str) -> float:
        """The share of readings, from 0 to 1, in which a mode is the one to take: it is best, or comes nearest."""
        return next(each.first for each in self.modes if each.mode == mode) / self.readings

    def good(self, mode: str) -> float:
        """The share of readings, from 0 to 1, in which a mode is the one to take, or too close to it to tell apart."""
        return next(each.first + each.close for each in self.modes if each.mode == mode) / self.readings

    def percent(self) -> tuple[Mapping[str, int], int]:
        """Of 100 readings, those in which each mode is best, and those in which no mode keeps every rule."""
        *each, none = whole_percents([*(each.best for each in self.modes), sum(each.nearest for each in self.modes)])
        return dict(zip((one.mode for one in self.modes), each, strict=True)), none


def verdict_of(found: Shares, mode: str, model: Model) -> Verdict:
    """How good a mode is: the one with the greatest share is best, one that is good often enough defensible."""
    if mode == found.first:
        return "best"
    readings = model.readings
    enough = found.of(mode) >= readings.defensible.value or found.good(mode) >= readings.comparable.value
    return "defensible" if enough else "poor"


def is_grey(found: Shares, model: Model) -> bool:
    """Whether the decision is a judgement call: another mode is defensible."""
    return any(verdict_of(found, each.mode, model) == "defensible" for each in found.modes)


def counted(outcomes: Sequence[Outcome], modes: Sequence[str]) -> Shares:
    """The shares of modes, from what came of each reading; of equal ones, those that are named earlier come first."""
    best = Counter(each.mode for each in outcomes if each.feasible)
    nearest = Counter(each.mode for each in outcomes if not each.feasible)
    close = Counter(mode for each in outcomes for mode in each.close)
    shares = (Share(mode, best[mode], nearest[mode], close[mode]) for mode in modes)
    return Shares(tuple(sorted(shares, key=lambda share: -share.first)))


def whole_percents(counts: Sequence[int]) -> list[int]:
    """Counts as whole percents that add up to 100: up go those that lose most by rounding down, and small ones first.

    >>> whole_percents([1, 1, 1]), whole_percents([199, 1, 0])
    ([34, 33, 33], [99, 1, 0])
    """
    exact = [100 * count / sum(counts) for count in counts]
    down = [int(each) for each in exact]
    by_loss = sorted(range(len(counts)), key=lambda index: (down[index] - exact[index], counts[index]))
    for index in by_loss[: 100 - sum(down)]:
        down[index] += 1
    return down
