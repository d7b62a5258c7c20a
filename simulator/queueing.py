"""What the vendor's queue does with the requests of a run, on each of many days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.latency import Chances, Column, completion, percentile, samples
from simulator.sums import MOST, in_turn, shifts
from simulator.workload import calls

if TYPE_CHECKING:
    from simulator.parameters import Queue
    from simulator.workload import Workload


@lru_cache(maxsize=8)
def queued(queue: Queue, together: int, turns: int, chance: Chances) -> tuple[Column, Sequence[bool]]:
    """Seconds in the queue on each day, and whether the vendor gave a wave up, so that it was sent again.

    What the queue does not hold at a time waits for the wave before it; a last one that is not full takes its share of
    the time. So does each turn. Each wave has a day of its own: another one of the same days, so that waves are
    independent and the days are still the ones that all workloads share.
    """
    waves = together / queue.capacity.value
    curve = completion(queue, together if waves <= 1 else int(queue.capacity.value))
    good, expiry = 1 - queue.bad_days.value, queue.expiry.value
    drawn = zip(chance.queue[0], samples(curve, *chance.queue), strict=True)
    once = [seconds if each <= good and seconds < expiry else None for each, seconds in drawn]
    days, typical = len(once), percentile(sorted(expiry if each is None else each for each in once), 0.5)
    after = [once[(day + days // 2) % days] for day in range(days)]
    wave = [
        first if first is not None else expiry + (typical if again is None else again)
        for first, again in zip(once, after, strict=True)
    ]
    late = [each is None for each in once]
    if waves <= 1 and turns == 1:
        return wave, late
    shares = [min(max(waves, 1.0) - number, 1.0) for number in range(math.ceil(waves))] * min(turns, MOST)
    late_on = shifts(len(shares), days)
    return (
        in_turn(wave, shares[:MOST], max(waves, 1.0) * turns),
        [any(late[day - shift] for shift in late_on) for day in range(days)],
    )


def batches_of(queue: Queue, workload: Workload) -> int:
    """One for each wave of each turn; requests that need each other's answers are batches of their own."""
    if not workload.independent:
        return calls(workload)
    return math.ceil(workload.requests / queue.capacity.value) * (workload.turns or 1)
