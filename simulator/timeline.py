"""What the model works out, on a logarithmic axis of time that all modes share."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.timeline import Bar, Mark, Segment, Tail, Tick

if TYPE_CHECKING:
    from engine.features.race.settings import RaceSettings
    from simulator.outcomes import Percentiles, Spread, Track
    from simulator.wording import Wording
    from simulator.workload import Workload

BINS = 96
"""The columns of a histogram, over the whole axis."""
SLACK = 1.1
"""A time up to so many times the axis's end is drawn at the end: on a logarithmic axis the difference is small."""
ROOM = 3.0
"""How many times the axis's start the earliest time is at least, so that the mark of an end does not cover its bar."""
DEEPEST = 2
"""How many times the axis may be lengthened for that, to a tenth of its start each time."""
NEAR = 0.855
"""A name closer to an end of the axis than this place is to its last one may overlap the name at that end."""


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis of time, in seconds."""

    start: float
    end: float
    ticks: tuple[float, ...]

    def place(self, seconds: float) -> float:
        """Where a time stands: 0 at the start of the axis, 1 at its end, and never beyond."""
        if seconds <= self.start:
            return 0.0
        return min(math.log(seconds / self.start) / math.log(self.end / self.start), 1.0)

    def moment(self, place: float) -> float:
        """The time that stands at a place from 0 to 1."""
        return float(self.start * (self.end / self.start) ** place)

    def named(self, wording: Wording) -> tuple[Tick, ...]:
        """The names on the axis."""
        return tuple(Tick(wording.exact_duration(tick), self.place(tick), self._side(tick)) for tick in self.ticks)

    def _side(self, tick: float) -> str | None:
        near = not 1 - NEAR < self.place(tick) < NEAR
        return {self.start: "first", self.end: "last"}.get(tick, "near" if near else None)


def axis_of(settings: RaceSettings, spreads: Iterable[Spread], workload: Workload) -> Axis:
    """The axis of a workload's modes; it holds all days, so that another one does not change it."""
    ends = (time for spread in spreads for time in (spread.samples[0], *spread.done))
    return axis_over(settings.ticks, settings.reach, [*ends, workload.deadline, workload.timeout or workload.deadline])


def axis_over(ticks: Sequence[float], reach: float, times: Sequence[float]) -> Axis:
    """The axis from the first tick to the first one that nothing lies beyond, `reach` at least, or else to the last.

    Where a time is near to the first tick or before it, the axis starts earlier: short times need room too.

    >>> axis_over((1, 10, 60), 10, [2, 9]).ticks
    (0.1, 1, 10)
    """
    earliest, latest = min(times), max(reach, *times)
    end = next((tick for tick in ticks if tick * SLACK >= latest), ticks[-1])
    earlier = (ticks[0] / 10**power for power in range(DEEPEST, 0, -1))
    first = [tick for tick in earlier if earliest < ROOM * 10 * tick]
    return Axis([*first, ticks[0]][0], end, (*first, *(tick for tick in ticks if tick <= end)))


def day_bar(track: Track, spread: Spread, axis: Axis) -> Bar:
    """One day of a mode."""
    segments = tuple(
        Segment(span.client, axis.place(span.start), axis.place(span.end) - axis.place(span.start))
        for span in track.spans
        if span.end > axis.start
    )
    end = Mark("lost" if track.failed else "done", axis.place(track.end))
    marks = (Mark("first", axis.place(track.first)), end) if track.shows_first else (end,)
    return Bar(_tail(spread.done, axis), segments, marks)


def histogram_bar(spread: Spread, axis: Axis) -> Bar:
    """All days of a mode: how many of them end when."""
    bounds = [axis.moment(number / BINS) for number in range(1, BINS)]
    ranks = [0, *(bisect_left(spread.samples, bound) for bound in bounds), len(spread.samples)]
    counts = [after - before for before, after in pairwise(ranks)]
    highest = max(counts)
    return Bar(_tail(spread.done, axis), histogram=tuple(count / highest for count in counts))


def _tail(times: Percentiles, axis: Axis) -> Tail:
    return Tail(*map(axis.place, times))
