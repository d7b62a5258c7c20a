"""What keeps a mode in time: a watchdog that starts plain calls for a late queue, a heartbeat in a silent stream."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.latency import percentile
from simulator.workload import watched as reads_along

if TYPE_CHECKING:
    from simulator.parameters import ModeParameters, Queue
    from simulator.simulation import Simulation
    from simulator.workload import Workload

RARE, CERTAIN = 0.95, 0.99
"""The share of runs of a queue that must keep a deadline alone, and of those that a watchdog starts."""


def watched(simulated: Callable[[str], Simulation], name: str, queue: Queue | None, workload: Workload) -> Simulation:
    """The days of a mode; where its queue is often late and a fallback is at hand, with a watchdog that starts it.

    It does so early enough that 99 in 100 of the runs that it starts keep the deadline, whatever the queue has done.
    """
    days = simulated(name)
    if workload.missed != "fallback" or queue is None or queue.fallback is None:
        return days
    if percentile(days.ends, RARE) <= workload.deadline:
        return days
    calls_then = simulated(queue.fallback.mode)
    needed = percentile(calls_then.ends, CERTAIN)
    start = workload.deadline - needed
    silent = percentile(calls_then.silences, CERTAIN) if calls_then.silences else 0.0
    if start <= 0 or (workload.timeout is not None and silent > workload.timeout):
        return days
    done = [
        each if each <= start else min(each, start + other)
        for each, other in zip(days.done, calls_then.done, strict=True)
    ]
    rescued = sum(each > start for each in days.done) / len(done)
    return replace(days, first=done, done=done, rescued=rescued, rescue=needed)


def needs_a_heartbeat(parameters: ModeParameters, workload: Workload, days: Simulation) -> bool:
    """Whether a timer on the way to a reader would cut a stream, which then needs a heartbeat."""
    if workload.timeout is None or not reads_along(workload) or all(need.of != "heard" for need in parameters.needs):
        return False
    return percentile(days.silences, CERTAIN) > workload.timeout
