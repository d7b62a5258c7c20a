"""Which mode fits a workload: the feasible mode with the fewest points (`findings`)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.closeness import too_close
from simulator.cost import MONTH
from simulator.doubts import settled
from simulator.findings import Finding, barred, expected_a_day, findings, substitutes
from simulator.outcomes import Spread, modelled, spread
from simulator.shares import Outcome, verdict_of
from simulator.simulation import Simulation, simulate

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.features.practice.subject import Verdict
    from simulator.parameters import Model, Need
    from simulator.shares import Shares
    from simulator.workload import Workload


Simulate = Callable[["Model", str, "Workload", int], Simulation]
"""(model, mode, workload, seed) → its days."""


@dataclass(frozen=True)
class Ranked:
    """A mode, judged."""

    mode: str
    feasible: bool
    verdict: Verdict | None
    """How good it is; None, for all but the first, while the shares are not known."""
    findings: tuple[Finding, ...]
    """In the order of the rules; a rule that does not apply has none."""
    spread: Spread
    cost_a_day: float
    substitutes: tuple[Need, ...] = ()
    """What it needs and the workload does not have, where something else takes its place."""
    rescued: float = 0.0
    """The share of runs in which a watchdog starts plain calls, since the queue would be late."""

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

    shares: Shares | None = None
    """In how many plausible readings each is best; None while that is not known."""

    @property
    def best(self) -> Ranked:
        """The mode that fits best, or, where none is feasible, the one that comes nearest."""
        return self.ranked[0]

    @property
    def feasible(self) -> bool:
        """Whether the best mode meets every rule, in most of the readings once these are known."""
        return self.shares.feasible if self.shares else self.best.feasible

    @property
    def grey(self) -> bool:
        """Whether it is a judgement call: another mode is defensible."""
        return any(each.verdict == "defensible" for each in self.ranked)

    def of(self, mode: str) -> Ranked:
        """How a mode is judged."""
        return next(each for each in self.ranked if each.mode == mode)


def advise(modes: Mapping[str, Mode], model: Model, workload: Workload, shares: Shares | None = None) -> Advice:
    """The modes for a workload, best first: feasible ones by points, then the others by how far they break rules.

    That is the central reading, in which every number is what it most likely is. Once the shares over all plausible
    readings are known, they rank the modes and say how good each is. A mode whose parameters the model does not know is
    left out.
    """
    meant = settled(model.readings, workload)
    judged = sorted(
        (_judged(name, mode, model, meant) for name, mode in modelled(modes, model).items()),
        key=lambda each: _rank(each.findings),
    )
    if shares is None:
        return Advice((replace(judged[0], verdict="best"), *judged[1:]))
    judged.sort(key=lambda each: (each.mode != shares.first, -shares.good(each.mode)))
    return Advice(tuple(replace(each, verdict=verdict_of(shares, each.mode, model)) for each in judged), shares)


def recommended(modes: Mapping[str, Mode], model: Model, workload: Workload) -> str | None:
    """The mode that `advise` calls best, at a fraction of the cost; None where no mode is feasible."""
    best, feasible = leading(modes, model, workload)
    return best if feasible else None


def leading(
    modes: Mapping[str, Mode], model: Model, workload: Workload, simulated: Simulate = simulate, seed: int = 0
) -> tuple[str, bool]:
    """The mode that `advise` puts first, and whether it keeps every rule."""
    best, feasible, _ = outcome(modes, model, workload, simulated, seed)
    return best, feasible


def outcome(
    modes: Mapping[str, Mode], model: Model, workload: Workload, simulated: Simulate = simulate, seed: int = 0
) -> Outcome:
    """The same, and the other modes that are too close to the first to tell them apart."""
    meant, known = settled(model.readings, workload), modelled(modes, model)

    def judged(names: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        return {
            name: findings(modes[name], model.modes[name], model, meant, simulated(model, name, meant, seed))
            for name in names
        }

    # One that is barred comes first, or close to the first, only where all are: mostly its days need not be known.
    found = judged(name for name in known if not barred(model.modes[name], meant))
    if all(_rank(each)[0] for each in found.values()):
        found = judged(known)
    best = min(found, key=lambda name: _rank(found[name]))
    close = (name for name in found if name != best and too_close(found[name], found[best], model))
    forbidden, broken, _ = _rank(found[best])
    return Outcome(best, not (forbidden or broken), frozenset(close))


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
        None,
        findings(mode, parameters, model, workload, days),
        spread(name, days, workload),
        expected_a_day(mode, parameters, model, workload, days),
        substitutes(parameters, workload, days),
        days.rescued,
    )
    return replace(found, feasible=not found.failing)
