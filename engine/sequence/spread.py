"""An axis of times: logarithmic, so that a second and a day have room on it, with a few marks that people know."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

from engine.sequence.narrate import exact_duration

if TYPE_CHECKING:
    from engine.messages import Messages

TICKS = (0.1, 1, 10, 60, 600, 3600, 36000, 86400)
"""Seconds that an axis may be marked with."""
MOST_TICKS = 4
MARGIN = 1.6
"""By how much the axis goes beyond the shortest and the longest time on it."""


@dataclass(frozen=True)
class Tick:
    """A mark of an axis."""

    at: float
    """From the axis' start, in per cent of its length."""
    text: str


@dataclass(frozen=True)
class Axis:
    """From a shortest to a longest time, in seconds, with some room on both sides."""

    shortest: float
    longest: float

    def place(self, seconds: float) -> float:
        """Where a time stands, in per cent of the axis.

        >>> round(Axis(1, 100).place(10))
        50
        """
        start, end = self.shortest / MARGIN, self.longest * MARGIN
        return round(100 * log10(seconds / start) / log10(end / start), 1)

    def ticks(self, messages: Messages) -> tuple[Tick, ...]:
        """A few marks, evenly chosen from those that fit."""
        shown = [each for each in TICKS if self.shortest / MARGIN <= each <= self.longest * MARGIN]
        apart = max(1, -(-len(shown) // MOST_TICKS))
        return tuple(Tick(self.place(each), exact_duration(each, messages)) for each in shown[::apart])
