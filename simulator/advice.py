"""Which mode fits a workload: the feasible mode with the fewest points (`findings`)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.cost import MONTH, cost_a_day
from simulator.findings import Finding, findings
from simulator.outcomes import Spread, modelled, spread
from simulator.simulation import Simulation, simulate

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.features.practice.subject import Verdict
    from simulator.parameters import Model
    from simulator.workload import Workload


Simulate = Callable[["Model", str, "Workload", int], Simulation]
"""(model, mode, workload, seed) → its days."""


@dataclass(frozen=True)
class Ranked:
    """A mode, judged."""

    mode: str
    feasible: bool
    verdict: Verdict
    findings: tuple[Finding, ...]
    """In the order of the rules; a rule that does not apply has none."""
    spread: Spread
    cost_a_day: float

    @property
    def points(self) -> float:
        """What it costs in all, in units of engineering weight."""
        return sum(finding.points or 0 for finding in self.findings)

    @property
    def cost_a_month(self) -> float:
        """Dollars for 30 days."""
        return self.cost_a_day * MONTH

    @property
    def failing(self) -> tuple[Finding, ...]:
        """What makes it infeasible."""
        return tuple(finding for finding in self.findings if not finding.passes and finding.points is None)


@dataclass(frozen=True)
class Advice:
    """The modes for a workload, best first."""

    ranked: tuple[Ranked, ...]

    @property
    def best(self) -> Ranked:
        """The mode that fits best, or, where none is feasible, the one that comes nearest."""
        return self.ranked[0]

    def of(self, mode: str) -> Ranked:
        """How a mode is judged."""
        return next(each for each in self.ranked if each.mode == mode)


def advise(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Advice:
    """The modes for a workload, best first: feasible ones by points, then the others by how far they break rules.

    A mode whose parameters the model does not know is left out.
    """
    judged = sorted(
        (_judged(name, mode, model, workload) for name, mode in modelled(modes, model).items()),
        key=lambda each: _rank(each.findings),
    )
    first, *others = judged
    most = _most_points(judged, model)
    return Advice(
        (
            replace(first, verdict="best"),
            *(
                replace(each, verdict="defensible") if each.points <= most and _holds(each, model) else each
                for each in others
            ),
        )
    )


def recommended(modes: Mapping[str, Mode], model: Model, workload: Workload) -> str | None:
    """The mode that `advise` calls best, at a fraction of the cost; None where no mode is feasible."""
    best, feasible = leading(modes, model, workload)
    return best if feasible else None


def leading(
    modes: Mapping[str, Mode], model: Model, workload: Workload, simulated: Simulate = simulate, seed: int = 0
) -> tuple[str, bool]:
    """The mode that `advise` puts first, and whether it keeps every rule."""
    judged = [
        (_rank(findings(mode, model.modes[name], model, workload, simulated(model, name, workload, seed))), name)
        for name, mode in modelled(modes, model).items()
    ]
    (forbidden, broken, _), best = min(judged, key=lambda each: each[0])
    return best, not (forbidden or broken)


def burden(worse: Ranked, better: Ranked) -> Finding:
    """What most speaks against the worse of two modes: the number that costs most beyond the same of the other."""
    same = {finding.rule: finding.points or 0 for finding in better.findings}
    return max(worse.findings, key=lambda finding: (finding.points or 0) - same.get(finding.rule, 0))


def _rank(found: tuple[Finding, ...]) -> tuple[int, float, float]:
    """What modes are sorted by: what is forbidden, how many tenfolds they miss numbers by, and their points.

    A rule without a number, such as that somebody waits, outweighs every number.
    """
    broken = [finding for finding in found if finding.points is None and not finding.passes]
    missed = [finding.value / finding.limit for finding in broken if finding.value is not None and finding.limit]
    points = sum(finding.points or 0 for finding in found)
    return len(broken) - len(missed), sum(math.log10(each) for each in missed), points


def _judged(name: str, mode: Mode, model: Model, workload: Workload) -> Ranked:
    parameters = model.modes[name]
    days = simulate(model, name, workload)
    found = Ranked(
        name,
        True,
        "poor",
        findings(mode, parameters, model, workload, days),
        spread(name, days, workload),
        cost_a_day(mode, parameters, model, workload),
    )
    return replace(found, feasible=not found.failing)


def _most_points(judged: list[Ranked], model: Model) -> float:
    """The points up to which a mode is defensible: about as many as the first has.

    Where the first keeps a limit narrowly, as many as the second has: measured, the first may turn out to break it.
    """
    first, second = judged[0], judged[min(1, len(judged) - 1)]
    sure = all(
        _within(finding, 1 - model.margin.value)
        for finding in first.findings
        if finding.limit is not None and finding.points is None
    )
    return (first if sure or not second.feasible else second).points + model.tolerance.value


def _holds(each: Ranked, model: Model) -> bool:
    """Whether a mode breaks no rule, or only misses numbers narrowly."""
    return all(_within(finding, 1 + model.margin.value) for finding in each.failing)


def _within(finding: Finding, share: float) -> bool:
    return finding.value is not None and finding.limit is not None and finding.value <= finding.limit * share
