"""How long the model behind every mode takes for one request: it reads, it may think, and it writes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.latency import Column, chances, percentile, writing
from simulator.measured import Measured, days_of

if TYPE_CHECKING:
    from simulator.parameters import Latency
    from simulator.workload import Workload

LONGEST = 2.326
"""The standard normal number that 1 in 100 exceed: as many answers are as long as the longest that may come."""


@dataclass(frozen=True)
class Call:
    """What the model has to do for a request."""

    read: float
    """Tokens to read; what a cache holds has been read before."""
    thought: float
    """Tokens to think before the first word of the answer."""
    written: float
    """Tokens of the answer, typically."""
    length: float
    """How much the length of answers varies: the standard deviation of its logarithm."""
    seconds: float | None
    """How long all that takes at the median, where that is known."""


def call_of(latency: Latency, workload: Workload) -> Call:
    """What a workload asks of the model: what it leaves open is as usual."""
    return Call(
        workload.input_tokens * (1 - (workload.cached_share or 0)),
        workload.thinking_tokens or 0,
        workload.output_tokens,
        _length(latency, workload),
        workload.seconds,
    )


def longest_output(workload: Workload) -> float:
    """The most tokens that a vendor must return for a request: what is thought counts like what is written."""
    return max(workload.output_tokens, workload.longest or 0) + (workload.thinking_tokens or 0)


@lru_cache(maxsize=32)
def service(latency: Latency, call: Call, measured: Measured | None, days: int, seed: int) -> tuple[Column, Column]:
    """Seconds to the first token of the answer and to the last, on each day: as measured, or scaled to the median."""
    chance = chances(latency, days, seed)
    start = latency.first_token.value + call.read / latency.reading.value
    first = [start * variability for variability in chance.variability]
    if call.thought:
        usual = writing(latency, chance, latency.length.value)
        first = [each + call.thought * a_token for each, a_token in zip(first, usual, strict=True)]
    wrote = writing(latency, chance, call.length)
    whole = [each + (call.written - 1) * a_token for each, a_token in zip(first, wrote, strict=True)]
    if measured:
        return days_of(measured, first, whole, call.seconds)
    if call.seconds is None:
        return first, whole
    scale = call.seconds / percentile(sorted(whole), 0.5)
    return [each * scale for each in first], [each * scale for each in whole]


def _length(latency: Latency, workload: Workload) -> float:
    """How much the length varies: as usual, or so much that 1 answer in 100 is as long as the longest."""
    if workload.longest is None:
        return latency.length.value
    return math.log(max(workload.longest / workload.output_tokens, 1)) / LONGEST
