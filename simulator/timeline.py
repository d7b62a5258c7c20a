"""What the model works out, on a logarithmic axis of time that all modes share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from engine.timeline import Bar, Dots, Look, Mark, Segment, Tail, Tick
from simulator.client import states

if TYPE_CHECKING:
    from engine.content.lesson import Lesson, ParticipantState
    from engine.features.race.settings import RaceSettings
    from simulator.outcomes import Spread, Track
    from simulator.parameters import Model
    from simulator.wording import Wording
    from simulator.workload import Workload

COLUMNS = 128
"""Into so many columns the axis is divided to see how many dots stand near each other."""
PITCH = 0.09
"""How far the dots of a column stand apart at most: a share of the height."""
GOLDEN = (math.sqrt(5) - 1) / 2
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


def day_bar(lesson: Lesson, model: Model, track: Track, axis: Axis, spread: Spread | None = None) -> Bar:
    """One day of a mode, and below it, where asked for, a line for all days."""
    found = states(lesson, model, track.mode)
    segments = tuple(
        Segment(look(found[span.moment]), axis.place(span.start), axis.place(span.end) - axis.place(span.start))
        for span in track.spans
    )
    end = Mark("lost" if track.failed else "done", axis.place(track.end))
    marks = (Mark("first", axis.place(track.first)), end) if track.shows_first else (end,)
    return Bar(segments, marks, Tail(*map(axis.place, spread.done)) if spread else None)


def look(state: ParticipantState) -> Look:
    """How a state is drawn, and what it is called."""
    return Look(state.name, state.fill, state.colour)


def dots(spread: Spread, axis: Axis) -> Dots:
    """All days of a mode, each at its time; where many are, they stand closer."""
    days = (spread.kept, spread.missed)
    places = sorted((axis.place(time), late) for late, times in enumerate(days) for time in times)
    columns = [list(each) for _, each in groupby(places, lambda dot: min(int(dot[0] * COLUMNS), COLUMNS - 1))]
    most = max(map(len, columns))
    found: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for column in columns:
        count = len(column)
        reach = min(math.sqrt(count / most), PITCH * (count - 1))
        for rank, (place, late) in enumerate(column):
            found[late].append((place, 0.5 + reach * (_inside_out(rank, count) - 0.5)))
    return Dots(tuple(found[0]), tuple(found[1]))


def _inside_out(rank: int, count: int) -> float:
    """From 0 to 1: where the dot of a rank stands in its column, neighbours in time not beside each other."""
    return (rank * _stride(count) % count) / (count - 1) if count > 1 else 0.5


def _stride(count: int) -> int:
    """About the golden share of a count, and without a common factor, so that every rank gets a place of its own."""
    stride = max(1, round(count * GOLDEN))
    return next(each for each in range(stride, stride + count) if math.gcd(each, count) == 1)
