"""What would flip a decision: the facts that decide, those to choose among, and what comes of changing one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from simulator.advice import Advice, advise
from simulator.workload import DECLARED, FACTS, Value, Workload, known, others

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.findings import Finding
    from simulator.flips import Flip
    from simulator.parameters import Model

MOST = 6
"""How many facts a learner chooses among."""
STILL = 2
"""How many of them, at least, do not tip the decision."""
SLIDERS, FEWEST = 3, 2
"""How many numbers can be slid at most, and at least."""
REACH = 10
"""A number more than so many times as large or as small belongs to another workload."""
FACT_OF: Mapping[str, str] = {"presence": "reader", "rate": "rate_limit"}
"""The facts that rules are about; a rule that is not here is about the fact of its own name."""


@dataclass(frozen=True)
class Turn:
    """The advice on a workload before and after one of its facts became another."""

    workload: Workload
    """As it is then."""
    before: Advice
    after: Advice
    rule: tuple[str, Finding] | None
    """A mode and a rule that it did not keep and then does, or kept and then does not; None where costs turn it."""


def deciding(
    workload: Workload, advice: Advice, flips: Iterable[Flip], unseating: Iterable[str] = ()
) -> tuple[str, ...]:
    """The facts that decide a workload that nobody has written about.

    Those of which another value within reach, and nothing else, would make another mode best, or unseats the best; and
    those that rule out the runner-up, if there is one, or a mode which would else be better. Where there are none,
    those of which any value would; and where there are none either, nothing is more decisive than anything else.
    """
    found, best, second = tuple(flips), advice.ranked[0], next(iter(advice.ranked[1:]), None)
    ruling = {
        FACT_OF.get(finding.rule, finding.rule)
        for each in advice.ranked
        if each.points < best.points or each is second
        for finding in each.failing
    }
    near = {flip.fact for flip in found if _within_reach(getattr(workload, flip.fact), flip.value)}
    decisive = {*ruling, *near, *unseating} or {flip.fact for flip in found}
    return tuple(fact for fact in FACTS if fact in decisive) or FACTS


def decisive_numbers(workload: Workload, flips: Iterable[Flip], otherwise: Iterable[str]) -> tuple[str, ...]:
    """The numbers worth sliding: those that flip the advice, first those that flip it with the least change.

    Where fewer than two do, others take their place.
    """
    known_facts = {fact for fact, _ in known(workload)}
    numbers = [flip for flip in flips if DECLARED[flip.fact].quantity]
    ranked = [flip.fact for flip in sorted(numbers, key=lambda flip: _change(getattr(workload, flip.fact), flip.value))]
    others = [fact for fact in otherwise if fact not in ranked and fact in known_facts]
    return (*ranked[:SLIDERS], *others[: max(FEWEST - len(ranked), 0)])


def _change(was: Value, value: Value) -> float:
    """By how much a number changes, on a scale of ratios; a number that comes or goes changes by as much as `REACH`."""
    if not isinstance(was, int | float) or not isinstance(value, int | float) or was <= 0:
        return math.log(REACH)
    return abs(math.log(value / was))


def unseating(modes: Mapping[str, Mode], model: Model, workload: Workload, best: str) -> Iterator[str]:
    """The facts without a number of which another value leaves the best mode second or against the rules."""
    for fact in FACTS:
        changed: list[dict[str, Any]] = [{fact: other} for other in others(fact, getattr(workload, fact))]
        then = (advise(modes, model, replace(workload, **change)).best for change in changed)
        if any(each.mode != best or not each.feasible for each in then):
            yield fact


def _within_reach(was: Value, value: Value) -> bool:
    if isinstance(was, bool | str):
        return True
    return isinstance(was, int | float) and (not isinstance(value, int | float) or was / REACH <= value <= was * REACH)


def offered(
    workload: Workload, tipping: Iterable[str], deciding: Iterable[str], flips: Iterable[Flip]
) -> tuple[str, ...]:
    """The facts to choose among, in the order of the facts: those that tip the decision, and plausible others.

    First come those that an author says tip it, then those that decide, then of the facts that tip nothing those
    that are read nearest to the tipping ones, since what stands together is of a kind.
    """
    chosen = list(dict.fromkeys(tipping))
    tips = {flip.fact for flip in flips}
    places = [FACTS.index(fact) for fact in chosen]
    still = [fact for fact, _ in known(workload) if fact not in tips]
    chosen += [fact for fact in deciding if fact in tips and fact not in chosen][: MOST - STILL - len(chosen)]
    decided = set(deciding)
    chosen += sorted(
        still,
        key=lambda fact: (fact not in decided, min((abs(FACTS.index(fact) - place) for place in places), default=0)),
    )[: MOST - len(chosen)]
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
        was = {finding.rule: finding.passes for finding in before.of(mode).findings}
        for finding in after.of(mode).findings:
            if finding.points is None and finding.passes is passes and was.get(finding.rule, not passes) is not passes:
                yield mode, finding
