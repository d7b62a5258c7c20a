"""Whether a mode is too close to the best one to tell them apart, in one reading."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.findings import Finding
    from simulator.parameters import Readings

SOFT = "deadline"
"""The rule that may be broken by a little: where a missed deadline is a loss, another one takes its place."""


@dataclass(frozen=True)
class Standing:
    """How a mode stands in a reading."""

    broken: tuple[int, float]
    """The rules that it breaks, without the deadline: how many, and by how many tenfolds in all."""
    late: float
    """By how many tenfolds it misses the deadline."""
    points: dict[str, float]
    """What each cost adds."""


def too_close(mine: tuple[Finding, ...], best: tuple[Finding, ...], readings: Readings) -> bool:
    """Whether a mode is so little worse than the best one that nobody can tell, and better at something."""
    one, other = _standing(mine), _standing(best)
    late = one.late - other.late
    if one.broken != other.broken or late > math.log10(readings.latest.value):
        return False
    more = {rule: one.points.get(rule, 0.0) - other.points.get(rule, 0.0) for rule in one.points | other.points}
    more[SOFT] = late * readings.late.value
    return sum(more.values()) <= readings.close.value and not _outdone(more)


def _outdone(more: dict[str, float]) -> bool:
    """Whether a mode is worse in something, and better in nothing."""
    return max(more.values()) > 0 and min(more.values()) >= 0


def _standing(found: tuple[Finding, ...]) -> Standing:
    broken = [finding for finding in found if finding.points is None and not finding.passes]
    missed = {f.rule: math.log10(f.value / f.limit) for f in broken if f.value is not None and f.limit}
    return Standing(
        (
            sum(finding.rule != SOFT for finding in broken),
            sum(tenfolds for rule, tenfolds in missed.items() if rule != SOFT),
        ),
        missed.get(SOFT, 0.0),
        {finding.rule: finding.points for finding in found if finding.points is not None},
    )
