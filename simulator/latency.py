"""How long things take: seeded samples of curves with a long tail, and their percentiles.

The samples are stratified (a Latin hypercube: McKay, Beckman and Conover, 1979): every curve is sampled once in each of
as many equally likely slices as there are days, in a shuffled order. So a few hundred days give the percentiles that
would take thousands of independent draws, and the same days serve every workload.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.parameters import Curve, Latency, Queue

Column = Sequence[float]
"""One number for each day."""


@dataclass(frozen=True, eq=False)
class Chances:
    """What chance decides on each day, whatever the workload."""

    variability: Column
    """By what the time to the first token is multiplied."""
    writing: tuple[Column, Column]
    """A chance and a standard normal number, for how fast and how long the model writes."""
    queue: tuple[Column, Column]
    """A chance from 0 to 1 and a standard normal number, for whatever queue there is."""
    poll: Column
    """Where in the interval between two polls the work is done, from 0 to 1."""
    extreme: Column
    """How exceptional the slowest of many requests is, from 0 to 1."""


def percentile(ordered: Column, q: float) -> float:
    """The value below which the share `q` (0 to 1) of sorted samples lies, interpolated between neighbours.

    Sample k of n stands for the share (k − ½) / n (Hazen's plotting position).

    >>> percentile([1.0, 2.0, 3.0], 0.5), percentile([1.0, 2.0], 0.99)
    (2.0, 2.0)
    """
    place = min(max(q * len(ordered) - 0.5, 0.0), len(ordered) - 1.0)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


@lru_cache(maxsize=8)
def chances(latency: Latency, days: int, seed: int) -> Chances:
    """What chance decides on `days` days; the same seed gives the same days."""
    varied, written, queued, poll, extreme = _shuffles(days, seed)
    return Chances(
        variability=samples(latency.variability, *varied),
        writing=written,
        queue=queued,
        poll=poll,
        extreme=extreme,
    )


Pair = tuple[Column, Column]


@lru_cache(maxsize=16)
def _shuffles(days: int, seed: int) -> tuple[Pair, Pair, Pair, Column, Column]:
    """Chances from 0 to 1 and standard normal numbers, one of each slice for each day, whatever they are for."""
    random = Random(seed)  # noqa: S311

    slices = [(day + 0.5) / days for day in range(days)]

    def uniform() -> Column:
        return _shuffled(slices, random)

    def normal() -> Column:
        return _shuffled(normals(days), random)

    return (uniform(), normal()), (uniform(), normal()), (uniform(), normal()), uniform(), uniform()


def samples(curve: Curve, chance: Column, normal: Column) -> list[float]:
    """A sample of a curve for each day: `chance` picks the component, `normal` the place in it.

    Each component is sampled in as many equally likely slices as there are days that have it, so that a rare one has
    its tail.
    """
    of_components = [(math.log(component.median), component.sigma) for component in curve.components]
    return _sampled(of_components, tuple(component.share for component in curve.components), chance, normal)


def _sampled(
    of_components: Sequence[tuple[float, float]], shares: tuple[float, ...], chance: Column, normal: Column
) -> list[float]:
    """The same of components by the logarithm of their medians and its standard deviation."""
    picked, places = _placed(shares[:-1], tuple(chance), tuple(normal))
    if len(of_components) == 1:
        [(log, sigma)] = of_components
        return [math.exp(log + sigma * z) for z in places]
    logs, sigmas = zip(*of_components, strict=True)
    return [math.exp(logs[each] + sigmas[each] * z) for each, z in zip(picked, places, strict=True)]


@lru_cache(maxsize=64)
def _placed(
    shares: tuple[float, ...], chance: tuple[float, ...], normal: tuple[float, ...]
) -> tuple[Sequence[int], Column]:
    """Which component each day has, and its place in it: the same for all curves whose components have these shares."""
    bounds = list(accumulate(shares))
    picked = [bisect_left(bounds, u) for u in chance]
    places = [0.0] * len(picked)
    for number in range(len(shares) + 1):
        days = sorted((day for day, each in enumerate(picked) if each == number), key=normal.__getitem__)
        for day, z in zip(days, normals(len(days)), strict=True):
            places[day] = z
    return picked, places


def completion(queue: Queue, requests: int) -> Curve:
    """How long the queue takes for so many requests: between two sizes of the model, a curve between theirs."""
    sizes = queue.completions
    for small, large in pairwise(sizes):
        if requests < large.requests:
            share = math.log(max(requests, small.requests) / small.requests) / math.log(large.requests / small.requests)
            return _between(small.curve, large.curve, share)
    return sizes[-1].curve


def _between(one: Curve, other: Curve, share: float) -> Curve:
    """The curve that is so far on the way from one to the other, its medians on a logarithmic scale."""

    def mixed(mine: float, theirs: float) -> float:
        return mine + (theirs - mine) * share

    return replace(
        one,
        components=tuple(
            replace(
                mine,
                share=mixed(mine.share, theirs.share),
                median=math.exp(mixed(math.log(mine.median), math.log(theirs.median))),
                sigma=mixed(mine.sigma, theirs.sigma),
            )
            for mine, theirs in zip(one.components, other.components, strict=True)
        ),
    )


@lru_cache(maxsize=16)
def normals(count: int) -> tuple[float, ...]:
    """The middles of `count` equally likely slices of the standard normal distribution, in order.

    Newton's method on the distribution function, each from its inner neighbour: the function is concave there, so that
    no step overshoots.

    >>> [round(z, 3) for z in normals(4)]
    [-1.15, -0.319, 0.319, 1.15]
    >>> normals(1)
    (0.0,)
    """
    outer: list[float] = []
    z = 0.0
    for index in range(count // 2, count):
        share = (index + 0.5) / count
        step = math.inf
        while step > 1e-9:
            step = (share - 0.5 * math.erfc(-z / math.sqrt(2))) * math.sqrt(2 * math.pi) * math.exp(z * z / 2)
            z += step
        outer.append(z)
    return (*(-z for z in reversed(outer[count % 2 :])), *outer)


@lru_cache(maxsize=16)
def writing(latency: Latency, chance: Chances, length: float) -> list[float]:
    """Seconds to write each token that was expected, on each day; longer answers take more.

    `length` is the standard deviation of the logarithm of their length. Speed and length vary independently, so the
    ratio of two lognormals is one whose variances add up.
    """
    components = latency.speed.components
    of_components = [(math.log(1 / each.median), math.hypot(each.sigma, length)) for each in components]
    return _sampled(of_components, tuple(each.share for each in components), *chance.writing)


def _shuffled(values: Column, random: Random) -> Column:
    mixed = list(values)
    random.shuffle(mixed)
    return tuple(mixed)
