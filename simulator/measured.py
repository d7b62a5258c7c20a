"""Seconds that a learner measured, and how they become the days of the modes whose requests are served at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator.workload import FACTS, MeasuredWorkload, Workload

Column = Sequence[float]


@dataclass(frozen=True, eq=False)
class Measured:
    """Calls of the learner's own, the fastest first."""

    totals: Column
    """Seconds to the whole answer, sorted."""
    firsts: Column = ()
    """Seconds to the first token of the same calls; empty where they were not measured."""


def with_measured(workload: Workload, measured: Measured | None) -> Workload:
    """The same facts with measured times, or without."""
    if measured is measured_of(workload):
        return workload
    facts: dict[str, Any] = {fact: getattr(workload, fact) for fact in FACTS}
    return MeasuredWorkload(**facts, measured=measured) if measured else Workload(**facts)


def measured_of(workload: Workload) -> Measured | None:
    """The measured times of a workload, if it has some."""
    found: Measured | None = workload.measured if isinstance(workload, MeasuredWorkload) else None
    return found


def quantile(ordered: Column, share: float) -> float:
    """The value below which a share of sorted values lies, interpolated as NumPy's `percentile` does by default.

    >>> quantile([1.0, 2.0, 4.0], 0.5), quantile([1.0, 2.0, 4.0], 0.95)
    (2.0, 3.8)
    """
    below, part = _place(len(ordered), share)
    return _between(ordered, below, part)


def days_of(measured: Measured, first: Column, whole: Column, seconds: float | None) -> tuple[Column, Column]:
    """The measured times as days: the model's days in their order, each with the measured times of its rank.

    `first` and `whole` are the model's. Where the time to the first token was not measured, it is the model's share of
    the whole. Where the workload says how long a request takes, the measured times are scaled to that median.
    """
    scale = seconds / quantile(measured.totals, 0.5) if seconds else 1.0
    count, firsts, totals = len(measured.totals), [0.0] * len(whole), [0.0] * len(whole)
    for rank, day in enumerate(sorted(range(len(whole)), key=whole.__getitem__)):
        below, part = _place(count, (rank + 0.5) / len(whole))
        totals[day] = scale * _between(measured.totals, below, part)
        if measured.firsts:
            firsts[day] = scale * _between(measured.firsts, below, part)
        else:
            firsts[day] = totals[day] * first[day] / whole[day]
    return firsts, totals


def _place(count: int, share: float) -> tuple[int, float]:
    """Between which two of so many sorted values a share lies, and how far from the first."""
    place = share * (count - 1)
    below = min(int(place), max(count - 2, 0))
    return below, place - below


def _between(values: Column, below: int, part: float) -> float:
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * part
