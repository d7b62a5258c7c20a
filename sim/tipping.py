"""What would flip a decision: the facts to choose among, and what the model finds when one of them is another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sim.advise import Advice, Flip, advise
from sim.content.workload import FACTS, Fact, Workload

if TYPE_CHECKING:
    from sim.content.conduct import Model
    from sim.content.model import Mode
    from sim.rules import Finding

MOST = 6
"""How many facts a learner chooses among."""
STILL = 2
"""How many of them, at least, do not tip the decision."""


@dataclass(frozen=True)
class Turn:
    """The advice on a workload before and after one of its facts became another."""

    workload: Workload
    """As it is then."""
    before: Advice
    after: Advice
    rule: tuple[str, Finding] | None
    """A mode and a rule that it did not keep and then does, or kept and then does not; None where weights turn it."""


def offered(workload: Workload, tipping: Iterable[Fact], deciding: Iterable[Fact],
            flips: Iterable[Flip]) -> tuple[Fact, ...]:
    """The facts to choose among, in the order of the facts: those that tip the decision, and plausible others.

    First come those that an author says tip it, then those that decide, then of the facts that tip nothing those
    that are read nearest to the tipping ones, since what stands together is of a kind.
    """
    chosen = list(dict.fromkeys(tipping))
    tips = {flip.fact for flip in flips}
    places = [FACTS.index(fact) for fact in chosen]
    still = [fact for fact in FACTS if fact not in tips and (fact != "seconds" or workload.seconds is not None)]
    chosen += [fact for fact in deciding if fact in tips and fact not in chosen][:MOST - STILL - len(chosen)]
    decided = set(deciding)
    chosen += sorted(still, key=lambda fact: (fact not in decided, min(
        (abs(FACTS.index(fact) - place) for place in places), default=0)))[:MOST - len(chosen)]
    return tuple(fact for fact in FACTS if fact in chosen)


def turned(modes: Mapping[str, Mode], model: Model, workload: Workload, flip: Flip) -> Turn:
    """What comes of a flip, and the rule that brings it about, if one does."""
    change: dict[str, Any] = {flip.fact: flip.value}
    then = replace(workload, **change)
    before, after = advise(modes, model, workload), advise(modes, model, then)
    return Turn(then, before, after, next(_rules(before, after), None))


def _rules(before: Advice, after: Advice) -> Iterator[tuple[str, Finding]]:
    """The rules that the new best mode did not keep before, and those that the old one does not keep after."""
    for mode, passes in ((after.best.mode, True), (before.best.mode, False)):
        was = {finding.rule: finding.passes for finding in _of(before, mode)}
        for finding in _of(after, mode):
            if finding.points is None and finding.passes is passes and was.get(finding.rule, not passes) is not passes:
                yield mode, finding


def _of(advice: Advice, mode: str) -> tuple[Finding, ...]:
    return next(each.findings for each in advice.ranked if each.mode == mode)
