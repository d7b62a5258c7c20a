"""The advice in sentences, which authors write in model.yaml with placeholders for names and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.messages import parse
from simulator.advice import burden
from simulator.doubts import settled
from simulator.search import number_at, place_of

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.advice import Advice, Ranked
    from simulator.findings import Finding
    from simulator.flips import Flip
    from simulator.parameters import Model
    from simulator.rules import Constraint, Cost
    from simulator.wording import Wording
    from simulator.workload import Value, Workload


EASY = 0.5
"""A number of at most this share of its limit is well inside it."""


def filled(sentence: str, **values: str) -> str:
    """A sentence with its placeholders filled in.

    >>> filled("{mode} costs {value} a month.", mode="Batch", value="$450")
    'Batch costs $450 a month.'
    """
    return "".join(values[piece] if index % 2 else piece for index, piece in enumerate(parse(sentence)))


def reasons(modes: Mapping[str, Mode], model: Model, advice: Advice, wording: Wording) -> list[str]:
    """What is best, and why, the verdict first: what it has over the runner-up, and how it meets the deadline.

    Then the rule that a tempting mode breaks, and what may still go wrong.
    """
    sentences, best = model.sentences, advice.best
    name = modes[best.mode].name
    if not advice.feasible:
        return [
            filled(sentences.nearest, mode=name),
            *(finding_text(model, name, finding, wording) for finding in best.failing),
        ]
    found = [filled(sentences.grey if advice.grey else sentences.best, mode=name)]
    second = advice.ranked[1] if len(advice.ranked) > 1 else best
    if second.feasible and second.points > best.points:
        found.append(gained(modes, model, best, second, wording))
    kept = next(finding for finding in reversed(best.findings) if finding.points is None)
    found.append(finding_text(model, sentences.it, kept, wording))
    found += _means(best, sentences.it)
    queue = model.modes[best.mode].queue
    if best.rescued and queue and queue.fallback:
        share = wording.messages.numeral(f"{100 * best.rescued:.2g}")
        found.append(filled(queue.fallback.means, mode=sentences.it, share=share))
    out = [each for each in advice.ranked if not each.feasible and (each.points < best.points or each is second)]
    found += [
        finding_text(model, modes[each.mode].name, each.failing[0], wording) for each in sorted(out, key=_distance)[:1]
    ]
    late = round(100 * best.spread.late_share)
    return [*found, filled(sentences.late, share=str(late))] if late else found


def against(modes: Mapping[str, Mode], model: Model, each: Ranked, best: Ranked, wording: Wording) -> list[str]:
    """What speaks against a mode: the rules that it breaks, or else how it is worse than the best; nothing of that."""
    if each.failing:
        return [finding_text(model, modes[each.mode].name, finding, wording) for finding in each.failing]
    if each.mode == best.mode:
        return []
    return [compared(modes, model, each, best, wording), *_means(each, modes[each.mode].name)]


def _means(each: Ranked, mode: str) -> list[str]:
    """What a mode is where something takes the place of what it needs."""
    return [filled(need.means, mode=mode) for need in each.substitutes if need.means]


def finding_text(model: Model, mode: str, finding: Finding, wording: Wording) -> str:
    """What a finding says of a mode, which is given by name."""
    if finding.points is not None:
        cost: Cost = getattr(model.costs, finding.rule)
        return filled(cost.says, mode=mode, value=wording.figure(finding.value, cost.unit))
    constraint: Constraint = getattr(model.constraints, finding.rule)
    share = finding.value / finding.limit if finding.value is not None and finding.limit else None
    near = constraint.narrowly if finding.passes else constraint.nearly
    if share is not None and near and abs(share - 1) <= model.margin.value:
        # two figures are all that it is worth: whether it is a little less or a little more, nobody knows
        value = wording.figure(finding.value, constraint.unit)
        return filled(near, mode=mode, value=value, limit=_limit(finding, constraint, wording))
    sentence = constraint.passes if finding.passes else constraint.fails
    if finding.passes and constraint.easily and share is not None and share <= EASY:
        sentence = constraint.easily
    value, _ = wording.compared(finding.value, finding.limit, constraint.unit)
    return filled(sentence, mode=mode, value=value, limit=_limit(finding, constraint, wording))


def _limit(finding: Finding, rule: Constraint, wording: Wording) -> str:
    """The limit as the workload says it."""
    if finding.limit is None or rule.unit != "seconds":
        return wording.figure(finding.limit, rule.unit)
    return wording.exact_duration(finding.limit)


def compared(modes: Mapping[str, Mode], model: Model, worse: Ranked, better: Ranked, wording: Wording) -> str:
    """What most speaks against the worse of two modes, as its difference to the better one."""
    most, same = _burden(worse, better)
    if most.points is None or same is None:
        return finding_text(model, modes[worse.mode].name, most, wording)
    cost: Cost = getattr(model.costs, most.rule)
    return _differing(cost.compares, cost, modes[worse.mode].name, most, modes[better.mode].name, same, wording)


def gained(modes: Mapping[str, Mode], model: Model, better: Ranked, worse: Ranked, wording: Wording) -> str:
    """What most speaks for the better of two modes, as its difference to the worse one."""
    most, same = _burden(worse, better)
    cost: Cost = getattr(model.costs, most.rule)
    sentence = cost.gains if same else cost.avoids or cost.gains
    return _differing(sentence, cost, model.sentences.it, same, modes[worse.mode].name, most, wording)


def _burden(worse: Ranked, better: Ranked) -> tuple[Finding, Finding | None]:
    """The number that costs the worse of two modes most beyond the other, and the same number of the other."""
    most = burden(worse, better)
    return most, next((finding for finding in better.findings if finding.rule == most.rule), None)


def _differing(
    sentence: str, cost: Cost, mode: str, its: Finding | None, than: str, theirs: Finding | None, wording: Wording
) -> str:
    """A sentence on the numbers of two modes; a mode may have none."""
    mine = its.value if its else None
    other = theirs.value if theirs else None
    value, same = wording.compared(mine, other, cost.unit)
    less, *_, more = sorted(each or 0.0 for each in (mine, other))
    return filled(
        sentence,
        mode=mode,
        value=value,
        than=than,
        other=same,
        difference=wording.figure(more - less, cost.unit),
        times=wording.times(more, less),
    )


def flip_text(modes: Mapping[str, Mode], model: Model, workload: Workload, flip: Flip, wording: Wording) -> str:
    """A flip as a sentence."""
    was: Value = getattr(settled(model.readings, workload), flip.fact)
    return change_text(flip.fact, was, flip.value, modes[flip.mode].name, wording)


def change_text(fact: str, was: Value, value: Value, mode: str, wording: Wording) -> str:
    """Which mode, given by name, is best where a fact has another value."""
    messages = wording.messages
    match value:
        case None:
            return messages(f"facts.flips.none.{fact}", mode=mode)
        case bool():
            return messages(f"facts.flips.yes.{fact}" if value else f"facts.flips.no.{fact}", mode=mode)
        case str():
            return messages(f"facts.flips.choice.{value}", mode=mode)
    border = wording.rounded(fact, _border(was, value))
    if _is_more(was, value):
        return messages(f"facts.flips.more.{fact}", value=border, mode=mode)
    return messages(f"facts.flips.less.{fact}", value=border, mode=mode)


def _border(was: Value, value: float) -> float:
    """Where a mode begins or ends to be the best on the way up: so a slider says the same number as a sentence."""
    if _is_more(was, value):
        return value
    return value + 1 if isinstance(value, int) and value < 10 else number_at(place_of(value) + 1)


def _is_more(was: Value, value: float) -> bool:
    return isinstance(was, int | float) and value > was


def _distance(each: Ranked) -> tuple[int, float]:
    """How far a mode is from being feasible: rules broken, and how many times too large the first number is."""
    first = each.failing[0]
    return len(each.failing), first.value / first.limit if first.value and first.limit else 1.0
