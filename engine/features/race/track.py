"""The picture of one mode's race: a bar on a logarithmic axis that all modes share, in percent of the axis's length."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from htpy import Element, Node, div, i, li, path, span, svg, ul

if TYPE_CHECKING:
    from engine.features.race.words import RaceWords
    from simulator.outcomes import Lane, Percentiles, Spread
    from simulator.workload import Workload

BINS = 96
"""The bars of a histogram, over the whole axis."""
SLACK = 1.1
"""How far a time may lie beyond the axis's end and still be drawn there: a hair's breadth on a logarithmic axis."""
ROOM = 3.0
"""How many times the axis's start the earliest time is at least, so that the mark of an end does not cover its bar."""
DEEPEST = 2
"""How many times the axis may be lengthened for that, to a tenth of its start each time."""
NEAR = 0.855
"""From here to the end of a narrow axis is no room for two names, nor is there as near to its start."""


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


def axis_of(words: RaceWords, spreads: Iterable[Spread], workload: Workload) -> Axis:
    """The axis of a workload's modes; it holds all days, so that another one does not change it."""
    ends = (time for spread in spreads for time in (spread.samples[0], *spread.done))
    return axis_over(words.ticks, words.reach, [*ends, workload.deadline, workload.timeout or workload.deadline])


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


def day(lane: Lane, spread: Spread, axis: Axis) -> Element:
    """One day: what the client does, the marks of what comes, and below it a thin line for all days."""
    marks: list[Node] = [
        i(class_=f"span {span.occupation}", style=_over(axis, span.start, span.end))
        for span in lane.spans
        if span.end > axis.start
    ]
    if shows_first(lane):
        marks.append(i(".mark.first", style=_at(axis, lane.first)))
    marks.append(i(class_="mark lost" if failed(lane) else "mark done", style=_at(axis, end_of(lane))))
    return div(".track", aria_hidden="true")[marks, tail(spread.done, axis)]


def end_of(lane: Lane) -> float:
    """When a mode is done, or has failed."""
    return lane.done if lane.cut is None else lane.cut


def failed(lane: Lane) -> bool:
    """Whether a timer cut a connection, or the work expired."""
    return lane.cut is not None or lane.expired


def shows_first(lane: Lane) -> bool:
    """Whether something useful comes before the end."""
    return lane.first < end_of(lane)


def days(spread: Spread, axis: Axis) -> Element:
    """All days: how many of them end when."""
    bounds = [axis.moment(number / BINS) for number in range(1, BINS)]
    ranks = [0, *(bisect_left(spread.samples, bound) for bound in bounds), len(spread.samples)]
    counts = [after - before for before, after in pairwise(ranks)]
    highest = max(counts)
    outline = "".join(f"V{100 - 100 * count / highest:.4g}h1" for count in counts)
    return div(".track.many", aria_hidden="true")[
        svg(viewBox=f"0 0 {BINS} 100", preserveAspectRatio="none")[path(d=f"M0 100{outline}V100z")],
        tail(spread.done, axis),
    ]


def tail(times: Percentiles, axis: Axis) -> Element:
    """A thin line from the median over the 95th to the 99th percentile."""
    median, p95, p99 = times
    return i(".tail")[
        i(".most", style=_over(axis, median, p95)),
        i(".rest", style=_over(axis, p95, p99)),
        i(".tick.median", style=_at(axis, median)),
        i(".tick.p95", style=_at(axis, p95)),
        i(".tick.p99", style=_at(axis, p99)),
    ]


def side(axis: Axis, tick: float) -> str | None:
    """The class of a name on the axis that is at one of its ends, or so near to one that it may have to go."""
    near = not 1 - NEAR < axis.place(tick) < NEAR
    return {axis.start: "first", axis.end: "last"}.get(tick, "near" if near else None)


def key(words: RaceWords, many: bool = False) -> Element:
    """The signs of the picture, of one day or of many, and what they stand for."""
    client = words.client
    signs = (
        [("bins", words.histogram)]
        if many
        else [
            ("span blocked", client.blocked),
            ("span holding", client.holding),
            ("span free", client.free),
            ("mark first", words.key_first),
            ("mark done", words.key_done),
        ]
    )
    return ul(".key", aria_label=words.key)[
        (li[span(".swatch", aria_hidden="true")[i(class_=kind)], name] for kind, name in (*signs, ("line", words.tail)))
    ]


def _at(axis: Axis, seconds: float) -> str:
    return f"inset-inline-start:{100 * axis.place(seconds):.2f}%"


def _over(axis: Axis, start: float, end: float) -> str:
    from_, to = axis.place(start), axis.place(end)
    return f"inset-inline-start:{100 * from_:.2f}%;inline-size:{100 * (to - from_):.2f}%"
