"""What would flip a decision: the facts that decide, and what comes of changing one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.features.practice.subject import Deciding
from simulator.advice import Advice, advise
from simulator.sweep import can_sweep
from simulator.workload import FACTS, Value, Workload, known, others

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.findings import Finding
    from simulator.flips import Flip
    from simulator.parameters import Model

SLIDERS, FEWEST = 3, 2
"""How many numbers can be slid at most, and at least."""
REACH = 10
"""A number more than so many times as large or as small belongs to another workload."""
MOST_DECIDING = 3
"""How many facts decide, at most."""
SWITCH = 4.0
"""A fact without a number that becomes another counts as a number that becomes so many times as large."""
FACT_OF: Mapping[str, str] = {
    "presence": "reader",
    "output": "output_tokens",
    "rate": "rate_limit",
    "creations": "times_a_day",
    "loss": "deadline",
    "watchdog": "deadline",
}
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
    workload: Workload, advice: Advice, flips: Iterable[Flip], unseating: Iterable[str], among: Sequence[str] = FACTS
) -> Deciding:
    """The facts that decide a workload that nobody has written about, and those that would turn it as well.

    What turns it: another value within reach makes another mode best or unseats the best; or the fact rules out the
    runner-up, or a mode which would else be better. Of these, the few `among` which little must change decide. Where
    none of them turns it, nothing is more decisive than what usually matters.
    """
    told = {fact for fact, _ in known(workload)}
    found, second = tuple(flip for flip in flips if flip.fact in told), next(iter(advice.ranked[1:]), None)
    changes = [(flip.fact, _times(getattr(workload, flip.fact), flip.value)) for flip in found]
    near = [(fact, change) for fact, change in changes if change <= REACH]
    ruling = [
        (FACT_OF.get(finding.rule, finding.rule), _times(finding.limit or True, finding.value))
        for each in advice.ranked
        if each.points < advice.best.points or each is second
        for finding in each.failing
    ]
    least: dict[str, float] = {}
    for fact, change in [*near, *ruling, *((fact, SWITCH) for fact in unseating)] or changes:
        least[fact] = min(change, least.get(fact, change))
    turning = sorted((fact for fact in FACTS if fact in least), key=least.__getitem__)
    few = [fact for fact in turning if fact in among][:MOST_DECIDING] or list(among)[:MOST_DECIDING]
    return Deciding(
        tuple(fact for fact in FACTS if fact in few), tuple(fact for fact in FACTS if fact in {*turning} - {*few})
    )


def _times(was: Value, value: Value) -> float:
    """How many times as large or as small a number becomes; what has no number is switched."""
    if was is None:
        return math.inf
    if isinstance(was, bool | str) or not isinstance(value, int | float) or not (was and value):
        return SWITCH
    return max(value / was, was / value)


def decisive_numbers(workload: Workload, flips: Iterable[Flip], otherwise: Iterable[str]) -> tuple[str, ...]:
    """The numbers worth sliding: those that flip the advice, first those that flip it with the least change.

    Where fewer than two do, others take their place.
    """
    known_facts = {fact for fact, _ in known(workload)}
    numbers = [flip for flip in flips if can_sweep(flip.fact, getattr(workload, flip.fact))]
    ranked = [flip.fact for flip in sorted(numbers, key=lambda flip: _times(getattr(workload, flip.fact), flip.value))]
    others = [fact for fact in otherwise if fact not in ranked and fact in known_facts]
    return (*ranked[:SLIDERS], *others[: max(FEWEST - len(ranked), 0)])


def unseating(modes: Mapping[str, Mode], model: Model, workload: Workload, best: str) -> Iterator[str]:
    """The facts without a number of which another value leaves the best mode second or against the rules."""
    for fact, value in known(workload):
        changed: list[dict[str, Any]] = [{fact: other} for other in others(fact, value)]
        then = (advise(modes, model, replace(workload, **change)).best for change in changed)
        if any(each.mode != best or not each.feasible for each in then):
            yield fact


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
