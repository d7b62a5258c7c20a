"""When the last answer of a run is there, on each of many days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.latency import Chances, Column
from simulator.sums import repeated
from simulator.workload import calls, lanes

if TYPE_CHECKING:
    from simulator.parameters import Latency, ModeParameters
    from simulator.workload import Workload


@dataclass(frozen=True, eq=False)
class Calls:
    """The calls of a run, as they are sent."""

    beside: int
    """How many are sent beside each other, each of which begins a lane."""
    length: int
    """How many follow each other in a lane."""
    retries: int
    """How many are refused (429) and sent again."""
    pace: float
    """Seconds from sending the first to sending the last at the rate limit, where nothing else delays them."""
    begun: float
    """Seconds from sending the first to sending the first of the last lane."""


def calls_of(latency: Latency, parameters: ModeParameters, workload: Workload) -> Calls:
    """How a mode sends the calls of a run."""
    count, (beside, length) = calls(workload), lanes(workload)
    if not parameters.shared:
        return Calls(beside, length, 0, 0.0, 0.0)
    retries = round(count * latency.refused.value) if beside > workload.rate_limit else 0
    pace = (count + retries - 1) * 60 / workload.rate_limit
    return Calls(beside, length, retries, pace, pace if length == 1 else (beside - 1) * 60 / workload.rate_limit)


def run(
    parameters: ModeParameters, sent: Calls, answers: Column, whole: Column, after: Column, chance: Chances
) -> Column:
    """When the last answer is there, where each call is answered by itself; `whole` is how long the model takes for it.

    The lanes begin at an even pace, and the last of them is taken to be the slowest.
    """
    each, pace, begun = plus(answers, after), sent.pace, sent.begun
    if sent.beside * sent.length == 1:
        return each
    if sent.length == 1:
        start = pace + (parameters.submit.value if parameters.submit else 0.0)
        slowest = slowest_of(whole, chance, sent.beside)
        last = [max(pace + answer, start + slow) for answer, slow in zip(answers, slowest, strict=True)]
        return plus(last, after)
    lane = slowest_of(repeated(each, sent.length), chance, sent.beside)
    return [max(pace + one, begun + all_in_it) for one, all_in_it in zip(each, lane, strict=True)]


def plus(times: Column, after: Column) -> Column:
    """Times that become longer by what comes after, if anything does."""
    return [each + wait for each, wait in zip(times, after, strict=True)] if after else times


def slowest_of(times: Column, chance: Chances, count: int) -> Column:
    """The slowest of `count` requests on each day: if u is uniform, u^(1/n) is its share of them.

    Beyond the slowest of the samples, the tail goes on as that of a lognormal curve through their last hundredth.
    """
    if not times or count == 1:
        return times
    ordered, days = sorted(times), len(times)
    hundredth = max(days // 100, 1)
    last, before = ordered[-1], ordered[days - 1 - hundredth]
    end = _upper(0.5 / days)
    slope = math.log(last / before) / (end - _upper((hundredth + 0.5) / days))
    return [
        last * math.exp(slope * (upper - end)) if place is None else ordered[place]
        for place, upper in _places(chance.extreme, count)
    ]


@lru_cache(maxsize=8)
def _places(extreme: Column, count: int) -> Sequence[tuple[int | None, float]]:
    """On each day, which of the samples the slowest of `count` requests is, and the number that it exceeds.

    It is none of them where a smaller share of all requests is slower than the slowest sample stands for.
    """
    days = len(extreme)
    shares = [-math.expm1(math.log(chance) / count) for chance in extreme]
    return [
        (min(int((1 - share) * days), days - 1) if share >= 0.5 / days else None, _upper(min(share, 0.5)))
        for share in shares
    ]


def _upper(share: float) -> float:
    """The standard normal number that the `share` of all exceed, at most a half, to 0.0005.

    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23.

    >>> round(_upper(0.05), 2), round(_upper(0.0001), 2)
    (1.65, 3.72)
    """
    t = math.sqrt(-2 * math.log(share))
    above, below = 2.515517 + t * (0.802853 + t * 0.010328), 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return t - above / below
