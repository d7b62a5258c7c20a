"""What happens on each of many days when a mode serves a workload.

Times are in seconds from the start of the requests that start together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from simulator.latency import Chances, Column, chances, percentile
from simulator.measured import measured_of
from simulator.queueing import batches_of, queued
from simulator.runs import calls_of, plus, run, slowest_of
from simulator.service import call_of, service
from simulator.watchdog import needs_a_heartbeat, watched
from simulator.workload import calls, lanes
from simulator.workload import watched as reads_along

if TYPE_CHECKING:
    from simulator.parameters import Model, ModeParameters
    from simulator.workload import Workload
TAKEN_OUT: Mapping[str, Any] = {
    "times_a_day": 1,
    "reader": "gone",
    "first_words": None,
    "deadline": 1,
    "timeout": None,
    "caller_timeout": None,
    "missed": "annoyance",
    "retention": True,
    "background": True,
    "shared_limit": True,
    "survives": False,
    "price_in": 0,
    "price_out": 0,
    "price_cached": None,
}
"""The facts that cannot change the days, with what they are while the days are found."""


@dataclass(frozen=True, eq=False)
class Simulation:
    """One mode over many days, day by day."""

    first: Column
    done: Column
    held: Column
    """For how long the connection of a request is held; empty where it is not."""
    silence: Column
    """For how long nothing comes on it; empty likewise."""
    waited: Column
    """For how long nothing comes on the connection of a person who waits for all of them; empty likewise."""
    expired: Sequence[bool]
    """Whether the queue gave requests up, which were then sent again."""
    pace: float
    """Seconds from sending the first request to sending the last, at the rate limit."""
    begun: float
    """Seconds from sending the first request to sending the last of those that wait for no other one."""
    served: Column
    """For how long the model works on a request."""
    chance: Chances
    """What chance decided."""
    calls: int
    """How many calls a run makes."""
    retries: int
    batches: int
    """How many batches a run is; 0 where there is no queue."""
    rescued: float = 0.0
    """The share of days on which a watchdog starts plain calls, since the queue would be late."""
    rescue: float = 0.0
    """How long before the deadline it does; 0 where there is no watchdog."""
    heartbeat: bool = False
    """Whether the server writes something into a stream that would else be silent for too long."""

    @property
    def connected(self) -> bool:
        """Whether somebody holds a connection until the answer is there."""
        return bool(self.held)

    @cached_property
    def slowest(self) -> Column:
        """`silence` for the most silent request of the day."""
        return slowest_of(self.silence, self.chance, self.calls)

    @cached_property
    def firsts(self) -> Column:
        """`first`, sorted."""
        return self._in_order(self.first)

    @cached_property
    def ends(self) -> Column:
        """`done`, sorted."""
        return self._in_order(self.done)

    @cached_property
    def silences(self) -> Column:
        """`silence`, sorted."""
        return self._in_order(self.silence)

    @cached_property
    def waits(self) -> Column:
        """`waited`, sorted."""
        return self._in_order(self.waited)

    @cached_property
    def holds(self) -> Column:
        """`held`, sorted."""
        return self._in_order(self.held)

    @cached_property
    def services(self) -> Column:
        """`served`, sorted."""
        return self._in_order(self.served)

    @cached_property
    def _sorted(self) -> dict[int, Column]:
        return {}

    def _in_order(self, column: Column) -> Column:
        """A column, sorted; many are the same one, which is sorted once."""
        known = self._sorted
        if id(column) not in known:
            known[id(column)] = sorted(column)
        return known[id(column)]


def number_of_days(model: Model) -> int:
    """How many days the race and the advice look at."""
    return int(model.days.value)


def simulate(model: Model, name: str, workload: Workload, seed: int = 0) -> Simulation:
    """The model's days of one mode; the same seed gives the same days.

    What cannot change them is taken out of the workload, so that they are kept for others.
    """
    return _watched(_simulate, model, name, workload, seed)


def simulate_once(model: Model, name: str, workload: Workload, seed: int = 0) -> Simulation:
    """The same, not kept for long: for a model that is asked once for each workload."""
    return _watched(_simulate_once, model, name, workload, seed)


def _watched(
    simulated: Callable[[Model, str, Workload, int, int], Simulation],
    model: Model,
    name: str,
    workload: Workload,
    seed: int,
) -> Simulation:
    alone, count = _alone(workload, model.modes[name].connection == "closed"), number_of_days(model)
    days = watched(lambda mode: simulated(model, mode, alone, count, seed), name, model.modes[name].queue, workload)
    return replace(days, heartbeat=True) if needs_a_heartbeat(model.modes[name], workload, days) else days


@lru_cache(maxsize=8)
def _alone(workload: Workload, closed: bool) -> Workload:
    """The workload without what cannot change its days."""
    partial = reads_along(workload) if closed else workload.partial
    return replace(workload, **TAKEN_OUT, partial=partial)


@lru_cache(maxsize=24)
def _simulate(model: Model, name: str, workload: Workload, days: int, seed: int) -> Simulation:
    parameters = model.modes[name]
    chance = chances(model.latency, days, seed)
    measured = None if parameters.queue else measured_of(workload)
    first, whole = service(model.latency, call_of(model.latency, workload), measured, days, seed)
    answers, expired = _answers(parameters, workload, whole, chance)
    held, silence = {"silent": (whole, whole), "flowing": (whole, first), "closed": ((), ())}[parameters.connection]
    sent = calls_of(model.latency, parameters, workload)
    after = _after(parameters, workload, chance)
    together = parameters.queue and workload.independent
    done = plus(answers, after) if together else run(parameters, sent, answers, whole, after, chance)
    return Simulation(
        first=done if parameters.queue else _first(parameters, workload, first, plus(answers, after)),
        done=done,
        held=held,
        silence=silence,
        waited=done if parameters.connection == "silent" else silence,
        expired=expired,
        served=whole,
        chance=chance,
        calls=calls(workload),
        pace=sent.pace,
        begun=sent.begun,
        retries=sent.retries,
        batches=batches_of(parameters.queue, workload) if parameters.queue else 0,
    )


_simulate_once = lru_cache(maxsize=4)(_simulate.__wrapped__)


def _answers(
    parameters: ModeParameters, workload: Workload, whole: Column, chance: Chances
) -> tuple[Column, Sequence[bool]]:
    """When the answer to a request, or to all that go into a queue together, is there; and what expired before."""
    start = parameters.submit.value if parameters.submit else 0.0
    if not parameters.queue:
        return [each + start for each in whole] if start else whole, [False] * len(whole)
    turns = workload.turns or 1
    times, expired = queued(parameters.queue, workload.requests if workload.independent else 1, turns, chance)
    return [start * turns + max(each, one * turns) for each, one in zip(times, whole, strict=True)], expired


def _first(parameters: ModeParameters, workload: Workload, first: Column, whole: Column) -> Column:
    """When the first useful output is there: a part, where one is useful and can be shown, or the whole answer.

    A reader joins the stream of a job once it is submitted.
    """
    if not (parameters.parts and workload.partial):
        return whole
    return [each + parameters.submit.value for each in first] if parameters.submit else first


def _after(parameters: ModeParameters, workload: Workload, chance: Chances) -> Column:
    """How long after the end the client has the result; empty where it has it at once."""
    notice = parameters.notice
    if not notice:
        return ()
    rounds = (workload.turns or 1) if parameters.queue else 1
    if notice.call and workload.webhook:
        return [notice.call.value * rounds] * len(chance.poll)
    return [(poll * notice.interval.value + notice.fetch.value) * rounds for poll in chance.poll]


def in_flight(parameters: ModeParameters, workload: Workload, days: Simulation) -> int:
    """By Little's law: requests a second × seconds a request."""
    if not parameters.shared:
        return 0
    return min(lanes(workload)[0], math.ceil(workload.rate_limit / 60 * percentile(days.services, 0.5)))
