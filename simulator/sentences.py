"""The advice in sentences, which authors write in model.yaml with placeholders for names and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.messages import parse
from simulator.advice import burden

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.advice import Advice, Ranked
    from simulator.findings import Finding
    from simulator.flips import Flip
    from simulator.parameters import Model
    from simulator.rules import Constraint, Cost
    from simulator.wording import Wording
    from simulator.workload import Workload


def filled(sentence: str, **values: str) -> str:
    """A sentence with its placeholders filled in.

    >>> filled("{mode} costs {value} a month.", mode="Batch", value="$450")
    'Batch costs $450 a month.'
    """
    return "".join(values[piece] if index % 2 else piece for index, piece in enumerate(parse(sentence)))


def reasons(modes: Mapping[str, Mode], model: Model, advice: Advice, wording: Wording) -> list[str]:
    """What is best, and why, with the workload's own numbers, the verdict first.

    They name the deadline, what the runner-up costs more, the rule that a tempting mode breaks, who is as good, and
    what may still go wrong.
    """
    sentences, best = model.sentences, advice.best
    name = modes[best.mode].name
    if not best.feasible:
        return [
            filled(sentences.nearest, mode=name),
            *(finding_text(model, name, finding, wording) for finding in best.failing),
        ]
    kept = next(finding for finding in reversed(best.findings) if finding.points is None)
    found = [filled(sentences.best, mode=name), finding_text(model, sentences.it, kept, wording)]
    second = advice.ranked[1] if len(advice.ranked) > 1 else best
    if second.feasible and second.points > best.points:
        found.append(compared(modes, model, second, best, wording))
    out = [each for each in advice.ranked if not each.feasible and (each.points < best.points or each is second)]
    found += [
        finding_text(model, modes[each.mode].name, each.failing[0], wording) for each in sorted(out, key=_distance)[:1]
    ]
    found += [
        filled(sentences.defensible, mode=modes[each.mode].name)
        for each in advice.ranked
        if each.verdict == "defensible"
    ]
    late = round(100 * best.spread.late_share)
    return [*found, filled(sentences.late, share=str(late))] if late else found


def finding_text(model: Model, mode: str, finding: Finding, wording: Wording) -> str:
    """What a finding says of a mode, which is given by name."""
    if finding.points is not None:
        cost: Cost = getattr(model.costs, finding.rule)
        return filled(cost.says, mode=mode, value=wording.figure(finding.value, cost.unit))
    constraint: Constraint = getattr(model.constraints, finding.rule)
    value, limit = wording.compared(finding.value, finding.limit, constraint.unit)
    return filled(constraint.passes if finding.passes else constraint.fails, mode=mode, value=value, limit=limit)


def compared(modes: Mapping[str, Mode], model: Model, worse: Ranked, better: Ranked, wording: Wording) -> str:
    """What most speaks against the worse of two modes, with the same number of the better one."""
    most = burden(worse, better)
    same = next((finding for finding in better.findings if finding.rule == most.rule), None)
    if most.points is None or same is None:
        return finding_text(model, modes[worse.mode].name, most, wording)
    cost: Cost = getattr(model.costs, most.rule)
    more, less = wording.compared(most.value, same.value, cost.unit)
    return filled(cost.compares, mode=modes[worse.mode].name, value=more, other=less, best=modes[better.mode].name)


def flip_text(modes: Mapping[str, Mode], model: Model, workload: Workload, flip: Flip, wording: Wording) -> str:
    """A flip as a sentence."""
    return filled(
        model.sentences.flip,
        fact=wording.name(flip.fact),
        value=flipped_value(model, workload, flip, wording),
        mode=modes[flip.mode].name,
    )


def flipped_value(model: Model, workload: Workload, flip: Flip, wording: Wording) -> str:
    """A flip's value, and whether more or less of it does the same."""
    value, was = wording.value(flip.fact, flip.value), getattr(workload, flip.fact)
    if not isinstance(flip.value, int | float) or isinstance(flip.value, bool):
        return value
    more = was is not None and flip.value > was
    return filled(model.sentences.or_more if more else model.sentences.or_less, value=value)


def _distance(each: Ranked) -> tuple[int, float]:
    """How far a mode is from being feasible: rules broken, and how many times too large the first number is."""
    first = each.failing[0]
    return len(each.failing), first.value / first.limit if first.value and first.limit else 1.0
