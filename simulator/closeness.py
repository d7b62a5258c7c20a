"""Whether a mode is too close to the best one to tell them apart, in one reading."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.findings import Finding
    from simulator.parameters import Model

SOFT = "deadline"
"""The rule that may be broken by a little: where a missed deadline is a loss, another one takes its place."""


@dataclass(frozen=True)
class Standing:
    """How a mode stands in a reading."""

    forbidden: int
    """How many rules without a number it breaks."""
    missed: dict[str, float]
    """By how many tenfolds it misses the limits of the others."""
    points: dict[str, float]
    """What each cost adds."""
    builds: frozenset[str]
    """What must be built for it in place of what the workload lacks."""


def too_close(mine: tuple[Finding, ...], best: tuple[Finding, ...], model: Model) -> bool:
    """Whether a mode is so little worse than the best one that nobody can tell, and better at something."""
    one, other, readings = _standing(mine), _standing(best), model.readings
    worse = {rule: one.missed.get(rule, 0.0) - other.missed.get(rule, 0.0) for rule in one.missed | other.missed}
    late = worse.pop(SOFT, 0.0)
    equal = math.log10(1 + model.margin.value)
    if one.forbidden != other.forbidden or late > math.log10(readings.latest.value):
        return False
    if any(abs(tenfolds) > equal for tenfolds in worse.values()):
        return False
    more = {rule: one.points.get(rule, 0.0) - other.points.get(rule, 0.0) for rule in one.points | other.points}
    more[SOFT] = late * readings.late.value
    return sum(more.values()) <= readings.close.value and not (_outdone(more) and other.builds <= one.builds)


def _outdone(more: Mapping[str, float]) -> bool:
    """Whether a mode is worse in something, and better in nothing."""
    return max(more.values()) > 0 and min(more.values()) >= 0


def _standing(found: tuple[Finding, ...]) -> Standing:
    broken = [finding for finding in found if finding.points is None and not finding.passes]
    missed = {f.rule: math.log10(f.value / f.limit) for f in broken if f.value is not None and f.limit}
    return Standing(
        len(broken) - len(missed),
        missed,
        {finding.rule: finding.points for finding in found if finding.points is not None},
        frozenset(part for finding in found for part in finding.builds),
    )
