"""What each rule of model.yaml says of a mode for a workload.

Some rules must be kept, or the mode is not feasible. The others weigh: they add points, in units of engineering weight
(a synchronous call is 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.verdict import RULE_OF
from simulator.latency import percentile
from simulator.outcomes import cost_a_month, watched

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Conduct, Model, Need
    from simulator.rules import Weigh
    from simulator.simulation import Course
    from simulator.workload import Workload

DAY_IN_MINUTES = 24 * 60


@dataclass(frozen=True)
class Finding:
    """What a rule says of a mode."""

    rule: str
    """The rule's name in model.yaml."""
    passes: bool
    """Whether the mode keeps it; of a rule that weighs, whether its number is bearable."""
    value: float | None = None
    """The mode's number, in the rule's unit, where the rule has one."""
    limit: float | None = None
    """What that number should not exceed."""
    points: float | None = None
    """What a rule that weighs adds; None for one that must be kept."""


def findings(mode: Mode, conduct: Conduct, model: Model, workload: Workload, days: Course) -> tuple[Finding, ...]:
    """What every rule says, in order; one that does not apply says nothing."""
    return (*_musts(conduct, workload, days), *_weighs(mode, conduct, model, workload, days))


def _musts(conduct: Conduct, workload: Workload, days: Course) -> Iterator[Finding]:
    for need in conduct.needs:
        if need.instead is None:
            yield Finding(RULE_OF.get(need.of, need.of), _met(need, workload))
    if workload.timeout is not None and days.silences:
        yield _within("timeout", percentile(days.silences, 0.99), workload.timeout)
    if conduct.shared:
        yield _within("rate", workload.requests * workload.times_a_day / DAY_IN_MINUTES, workload.rate_limit)
    yield _within("deadline", percentile(days.firsts if watched(workload) else days.ends, 0.95), workload.deadline)


def _weighs(mode: Mode, conduct: Conduct, model: Model, workload: Workload, days: Course) -> Iterator[Finding]:
    rules, attended = model.weighs, workload.reader != "gone"
    weight = mode.engineering.weight + sum(need.instead or 0 for need in conduct.needs if not _met(need, workload))
    yield Finding("engineering", True, weight, points=weight)
    if attended:
        yield _weighed("wait", rules.wait, percentile(days.firsts if workload.partial else days.ends, 0.95))
    if days.holds and (attended or workload.timeout is not None):
        yield _weighed("hold", rules.hold, percentile(days.firsts if watched(workload) else days.holds, 0.95))
    if days.pace:
        yield _weighed("crowd", rules.crowd, days.pace)
    dollars = cost_a_month(mode, workload)
    yield Finding("money", True, dollars, points=dollars / model.dollars_a_point.value)


def _met(need: Need, workload: Workload) -> bool:
    return workload.reader == "gone" if need.of == "nobody" else bool(getattr(workload, need.of))


def _within(rule: str, value: float, limit: float) -> Finding:
    return Finding(rule, value <= limit, value, limit)


def _weighed(name: str, rule: Weigh, value: float) -> Finding:
    points = sum(toll.each_tenfold * math.log10(value / toll.beyond) for toll in rule.tolls if value > toll.beyond)
    limit = min((toll.beyond for toll in rule.tolls), default=None)
    return Finding(name, not points, value, limit, points)
