"""What happens on each of many days when a mode serves a workload.

Times are in seconds from the start of the requests that start together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from simulator.latency import Chances, Column, chances, percentile
from simulator.measured import measured_of
from simulator.queueing import APART, batches_of, queued
from simulator.service import call_of, service

if TYPE_CHECKING:
    from simulator.parameters import Latency, Model, ModeParameters
    from simulator.workload import Workload

TAKEN_OUT: Mapping[str, Any] = {
    "times_a_day": 1,
    "reader": "gone",
    "first_words": None,
    "deadline": 1,
    "timeout": None,
    "caller_timeout": None,
    "retention": True,
    "background": True,
    "shared_limit": True,
    "survives": False,
    "price_in": 0,
    "price_out": 0,
    "price_cached": None,
}
"""The facts that cannot change the days, with what they are while the days are found."""

TURNS = 30
"""So many turns have a day each."""


@dataclass(frozen=True, eq=False)
class Simulation:
    """One mode over many days, day by day."""

    first: Column
    done: Column
    held: Column
    """For how long the connection of a request is held; empty where it is not."""
    silence: Column
    """For how long nothing comes on it; empty likewise."""
    slowest: Column
    """The same for the most silent request of the day."""
    waited: Column
    """For how long nothing comes on the connection of a person who waits for all of them; empty likewise."""
    expired: Sequence[bool]
    """Whether the queue gave requests up, which were then sent again."""
    pace: float
    """Seconds from sending the first request to sending the last."""
    retries: int
    in_flight: int
    batches: int
    """How many batches a run is; 0 where there is no queue."""

    @property
    def connected(self) -> bool:
        """Whether somebody holds a connection until the answer is there."""
        return bool(self.held)

    @cached_property
    def firsts(self) -> Column:
        """`first`, sorted."""
        return sorted(self.first)

    @cached_property
    def ends(self) -> Column:
        """`done`, sorted."""
        return sorted(self.done)

    @cached_property
    def silences(self) -> Column:
        """`silence`, sorted."""
        return sorted(self.silence)

    @cached_property
    def waits(self) -> Column:
        """`waited`, sorted."""
        return sorted(self.waited)

    @cached_property
    def holds(self) -> Column:
        """`held`, sorted."""
        return sorted(self.held)


def number_of_days(model: Model) -> int:
    """How many days the race and the advice look at."""
    return int(model.days.value)


def simulate(model: Model, name: str, workload: Workload, seed: int = 0) -> Simulation:
    """The model's days of one mode; the same seed gives the same days.

    What cannot change them is taken out of the workload, so that they are kept for others.
    """
    return _simulate(model, name, replace(workload, **TAKEN_OUT), number_of_days(model), seed)


def simulate_once(model: Model, name: str, workload: Workload, seed: int = 0) -> Simulation:
    """The same, kept for nobody: for a model that is asked once for each workload."""
    return _simulate.__wrapped__(model, name, replace(workload, **TAKEN_OUT), number_of_days(model), seed)


@lru_cache(maxsize=24)
def _simulate(model: Model, name: str, workload: Workload, days: int, seed: int) -> Simulation:
    parameters = model.modes[name]
    chance = chances(model.latency, days, seed)
    measured = None if parameters.queue else measured_of(workload)
    first, whole = service(model.latency, call_of(model.latency, workload), measured, days, seed)
    answers, expired = _answers(parameters, workload, whole, chance)
    useful = first if parameters.parts and workload.partial else answers
    held, silence = {"silent": (whole, whole), "flowing": (whole, first), "closed": ((), ())}[parameters.connection]
    retries = _retries(model.latency, parameters, workload)
    pace = _pace(parameters, workload, retries)
    after = _after(parameters, workload, chance)
    slowest = _slowest(whole, chance, workload.requests)
    done = _run(parameters, workload, answers, slowest, pace, after)
    return Simulation(
        first=done if parameters.queue else _sum(useful, after),
        done=done,
        held=held,
        silence=silence,
        slowest=slowest if silence is whole else _slowest(silence, chance, workload.requests),
        waited=done if parameters.connection == "silent" else silence,
        expired=expired,
        pace=pace,
        retries=retries,
        in_flight=_in_flight(parameters, workload, whole),
        batches=batches_of(parameters.queue, workload) if parameters.queue else 0,
    )


def _answers(
    parameters: ModeParameters, workload: Workload, whole: Column, chance: Chances
) -> tuple[Column, Sequence[bool]]:
    """When the answer to a request, or to all that go into a queue together, is there; and what expired before."""
    start = parameters.submit.value if parameters.submit else 0.0
    if not parameters.queue:
        return [each + start for each in whole] if start else whole, [False] * len(whole)
    times, expired = queued(parameters.queue, workload.requests if workload.independent else 1, chance)
    return [start + max(each, one) for each, one in zip(times, whole, strict=True)], expired


def _after(parameters: ModeParameters, workload: Workload, chance: Chances) -> Column:
    """How long after the end the client has the result; empty where it has it at once."""
    notice = parameters.notice
    if not notice:
        return ()
    if notice.call and workload.webhook:
        return [notice.call.value] * len(chance.poll)
    return [poll * notice.interval.value + notice.fetch.value for poll in chance.poll]


def _run(
    parameters: ModeParameters, workload: Workload, answers: Column, slowest: Column, pace: float, after: Column
) -> Column:
    """When the last answer is there.

    Requests that need each other's answers follow each other. Those that do not go into a queue together, or else they
    are sent at an even pace, and the last of them is taken to be the slowest.
    """
    count = workload.requests
    turns = _sum(answers, after)
    if count == 1 or (parameters.queue and workload.independent):
        return turns
    if not workload.independent:
        return [max(pace + turn, whole) for turn, whole in zip(turns, _in_turn(turns, count), strict=True)]
    start = pace + (parameters.submit.value if parameters.submit else 0.0)
    last = [max(pace + answer, start + slow) for answer, slow in zip(answers, slowest, strict=True)]
    return _sum(last, after)


def _in_turn(turns: Column, count: int) -> Column:
    """How long `count` turns take one after another on each day: the sum of as many days, which are independent.

    More than a few have the mean of so many, and a spread that grows with the square root.
    """
    few, days = min(count, TURNS), len(turns)
    mean, spread = sum(turns) / days, math.sqrt(count / few)
    shifts = [number * number * APART % days for number in range(few)]
    return [count * mean + spread * (sum(turns[day - shift] for shift in shifts) - few * mean) for day in range(days)]


def _sum(times: Column, after: Column) -> Column:
    return [each + wait for each, wait in zip(times, after, strict=True)] if after else times


def _slowest(times: Column, chance: Chances, count: int) -> Column:
    """The slowest of `count` requests on each day: if u is uniform, u^(1/n) is its share of them.

    Beyond the slowest of the samples, the tail goes on as that of a lognormal curve through their last hundredth.
    """
    if not times or count == 1:
        return times
    ordered, days = sorted(times), len(times)
    last, before = ordered[-1], ordered[days - 1 - days // 100]
    end = _upper(0.5 / days)
    slope = math.log(last / before) / (end - _upper((days // 100 + 0.5) / days))
    return [
        ordered[min(int((1 - beyond) * days), days - 1)]
        if beyond >= 0.5 / days
        else last * math.exp(slope * (upper - end))
        for beyond, upper in _beyond(chance.extreme, count)
    ]


@lru_cache(maxsize=8)
def _beyond(extreme: Column, count: int) -> Sequence[tuple[float, float]]:
    """On each day, the share of all requests that are slower than the slowest of `count`, and the number it exceeds."""
    shares = [-math.expm1(math.log(chance) / count) for chance in extreme]
    return [(share, _upper(min(share, 0.5))) for share in shares]


def _upper(share: float) -> float:
    """The standard normal number that the `share` of all exceed, at most a half, to 0.0005.

    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23.

    >>> round(_upper(0.05), 2), round(_upper(0.0001), 2)
    (1.65, 3.72)
    """
    t = math.sqrt(-2 * math.log(share))
    above, below = 2.515517 + t * (0.802853 + t * 0.010328), 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return t - above / below


def _retries(latency: Latency, parameters: ModeParameters, workload: Workload) -> int:
    full = parameters.shared and workload.independent and workload.requests > workload.rate_limit
    return round(workload.requests * latency.refused.value) if full else 0


def _pace(parameters: ModeParameters, workload: Workload, retries: int) -> float:
    if not parameters.shared or workload.requests == 1:
        return 0.0
    return (workload.requests + retries - 1) * 60 / workload.rate_limit


def _in_flight(parameters: ModeParameters, workload: Workload, whole: Column) -> int:
    """By Little's law: requests a second × seconds a request."""
    if not parameters.shared:
        return 0
    if not workload.independent:
        return 1
    return min(workload.requests, math.ceil(workload.rate_limit / 60 * percentile(sorted(whole), 0.5)))
