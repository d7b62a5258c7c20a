"""Which mode fits a workload, why, and what would have to change for another one to fit better.

The feasible mode with the fewest points is best (`rules`). Flips are found by asking the same question of changed
workloads, so they are true of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from engine.sequence.narrate import duration
from simulator.findings import Finding, findings
from simulator.outcomes import (
    Spread,
    conducted,
    cost_a_day,
    spread,
)
from simulator.search import nearest
from simulator.simulation import course
from simulator.workload import (
    FACTS,
    Fact,
    Reader,
    Workload,
)

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.content.words import UnitNames
    from simulator.parameters import Model
    from simulator.rules import (
        Must,
        Saying,
        Unit,
        Weigh,
    )

Verdict = Literal["best", "defensible", "poor"]
Value = bool | float | str | None
"""What a field of a workload can hold."""

WHOLE = frozenset(("requests", "input_tokens", "output_tokens", "rate_limit"))
"""The facts that are counted."""
MOST_FIGURES = 6
"""Numbers that so many figures do not tell apart are as good as the same."""


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
    def failing(self) -> tuple[Finding, ...]:
        """What makes it infeasible."""
        return tuple(finding for finding in self.findings if not finding.passes and finding.points is None)


@dataclass(frozen=True)
class Flip:
    """The nearest value of a fact at which another mode becomes the best; just short of it, it does not."""

    fact: Fact
    value: Value
    mode: str


KnownFlips = Mapping[Workload, tuple[Flip, ...]]
"""What would flip the advice, by workload: it takes a while to find."""


@dataclass(frozen=True)
class Advice:
    """The modes for a workload, best first."""

    ranked: tuple[Ranked, ...]

    @property
    def best(self) -> Ranked:
        """The mode that fits best, or, where none is feasible, the one that comes nearest."""
        return self.ranked[0]


def advise(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Advice:
    """The modes for a workload, best first: feasible ones by points, then the others by how many rules they break.

    A mode whose conduct the model does not know is left out.
    """
    judged = sorted(
        (_judged(name, mode, model, workload) for name, mode in conducted(modes, model).items()),
        key=lambda each: (len(each.failing), each.points),
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


def flips(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Iterator[Flip]:
    """What would make another mode the best, fact by fact; a fact that cannot by itself is left out."""
    found = (flip(modes, model, workload, fact) for fact in FACTS)
    return (each for each in found if each)


def flip(modes: Mapping[str, Mode], model: Model, workload: Workload, fact: Fact) -> Flip | None:
    """The nearest value of a fact at which another mode becomes the best; None where there is none in its range."""

    def winner(changed: Workload) -> str | None:
        best = advise(modes, model, changed).best
        return best.mode if best.feasible else None

    now = winner(workload)

    def other(value: Value) -> str | None:
        """The mode that is best then, if it is another one; None also where no mode is feasible."""
        change: dict[str, Any] = {fact: value}
        mode = winner(replace(workload, **change))
        return mode if mode != now else None

    found = ((value, other(value)) for value in _tried(model, workload, fact, other))
    return next((Flip(fact, value, mode) for value, mode in found if mode), None)


def reasons(modes: Mapping[str, Mode], model: Model, advice: Advice, units: UnitNames) -> list[str]:
    """What is best, and why: sentences made of the workload's own numbers, the verdict first.

    They name the deadline, what the runner-up costs more, the rule that a tempting mode breaks, who is as good, and
    what may still go wrong.
    """
    phrases, best = model.phrases, advice.best
    name = modes[best.mode].name
    if not best.feasible:
        return [
            _joined(phrases.none, name, phrases.nearest),
            *(_said(model, name, finding, units) for finding in best.failing),
        ]
    kept = next(finding for finding in reversed(best.findings) if finding.points is None)
    told = [_joined(name, phrases.best), _said(model, phrases.it, kept, units)]
    second = advice.ranked[1] if len(advice.ranked) > 1 else best
    if second.feasible and second.points > best.points:
        told.append(compared(modes, model, second, best, units))
    out = [each for each in advice.ranked if not each.feasible and (each.points < best.points or each is second)]
    told += [_said(model, modes[each.mode].name, each.failing[0], units) for each in sorted(out, key=_distance)[:1]]
    told += [
        _joined(modes[each.mode].name, phrases.defensible) for each in advice.ranked if each.verdict == "defensible"
    ]
    late = round(100 * best.spread.late_share)
    return [*told, _joined(phrases.late_on, str(late), phrases.late)] if late else told


def finding_text(model: Model, finding: Finding, units: UnitNames) -> str:
    """What a finding says, without the mode that it is about."""
    return _said(model, "", finding, units)


def burden(worse: Ranked, better: Ranked) -> Finding:
    """What most speaks against the worse of two modes: the number that weighs most beyond the same of the other."""
    same = {finding.rule: finding.points or 0 for finding in better.findings}
    return max(worse.findings, key=lambda finding: (finding.points or 0) - same.get(finding.rule, 0))


def compared(modes: Mapping[str, Mode], model: Model, worse: Ranked, better: Ranked, units: UnitNames) -> str:
    """What most speaks against the worse of two modes, with the same number of the better one."""
    same = {finding.rule: finding for finding in better.findings}
    most = burden(worse, better)
    rule: Weigh = getattr(model.weighs, most.rule)
    other = same[most.rule].value if most.rule in same else None
    more, less = _numbers(model, most.value, other, rule.unit, units)
    told = [modes[worse.mode].name, rule.says.opening, more, rule.says.middle]
    if most.rule in same:
        told += [model.phrases.against, less, model.phrases.of_mode, modes[better.mode].name]
    return _joined(*told, model.phrases.stop)


def flip_text(modes: Mapping[str, Mode], model: Model, workload: Workload, flip: Flip, name: str, value: str) -> str:
    """A flip as a sentence; `name` is what the fact is called, and `value` how the flip's value is written."""
    phrases = model.phrases
    return _joined(name, way_text(model, workload, flip, value), phrases.then, modes[flip.mode].name, phrases.is_best)


def way_text(model: Model, workload: Workload, flip: Flip, value: str) -> str:
    """A flip's value, and whether more or less of it does the same."""
    was = getattr(workload, flip.fact)
    if isinstance(flip.value, int | float) and not isinstance(flip.value, bool):
        more = was is not None and flip.value > was
        return _joined(value, model.phrases.or_more if more else model.phrases.or_less)
    return value


def _judged(name: str, mode: Mode, model: Model, workload: Workload) -> Ranked:
    conduct = model.modes[name]
    days = course(model, name, workload)
    found = Ranked(
        name,
        True,
        "poor",
        findings(mode, conduct, model, workload, days),
        spread(name, days, workload),
        cost_a_day(mode, workload),
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


def _distance(each: Ranked) -> tuple[int, float]:
    """How far a mode is from being feasible: rules broken, and how many times too large the first number is."""
    first = each.failing[0]
    return len(each.failing), first.value / first.limit if first.value and first.limit else 1.0


def _tried(model: Model, workload: Workload, fact: Fact, other: Callable[[Value], str | None]) -> Iterator[Value]:
    """The values of a fact that may flip the advice, the nearest first."""
    value = getattr(workload, fact)
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, str):
        yield from (reader for reader in get_args(Reader) if reader != value)
    elif value is not None or fact == "timeout":
        limits = model.ranges[fact]
        found = nearest(value, limits.least, limits.most, fact in WHOLE, lambda number: bool(other(number)))
        if found is not None:
            yield found
        elif value is not None and fact == "timeout":
            yield None


def _said(model: Model, subject: str, finding: Finding, units: UnitNames) -> str:
    if finding.points is not None:
        weigh: Weigh = getattr(model.weighs, finding.rule)
        return _joined(subject, *_filled(model, weigh.says, finding, weigh.unit, units), model.phrases.stop)
    must: Must = getattr(model.musts, finding.rule)
    return _joined(subject, *_filled(model, must.passes if finding.passes else must.fails, finding, must.unit, units))


def _filled(model: Model, saying: Saying, finding: Finding, unit: Unit, units: UnitNames) -> Iterator[str | None]:
    value, limit = _numbers(model, finding.value, finding.limit if saying.closing else None, unit, units)
    yield from (saying.opening, value, saying.middle)
    if saying.closing:
        yield from (limit, saying.closing)


def _numbers(
    model: Model, one: float | None, other: float | None, unit: Unit, units: UnitNames
) -> tuple[str | None, str | None]:
    """Two numbers that are held against each other, in as few figures as tell them apart."""
    pairs = (
        (_number(model, one, unit, units, figures), _number(model, other, unit, units, figures))
        for figures in range(2, MOST_FIGURES + 1)
    )
    first = next(pairs)
    return first if one == other else next((pair for pair in (first, *pairs) if pair[0] != pair[1]), first)


def _number(model: Model, value: float | None, unit: Unit, units: UnitNames, figures: int) -> str | None:
    """A number as it is read; `figures` are two, or more where two do not tell it from another one."""
    if value is None:
        return None
    match unit:
        case "seconds":
            return duration(value, units, figures)
        case "dollars":
            return f"{model.phrases.dollar}{value:,.{0 if value >= 10 and figures == 2 else 2}f}"
    if figures == 2:
        return f"{value:,.0f}" if value >= 10 else f"{round(value, 2):g}"
    return f"{round(value, figures - 2):,}".removesuffix(".0")


def _joined(*parts: str | None) -> str:
    """Parts of a sentence with spaces between them, but none before a mark."""
    text = ""
    for part in parts:
        text += f" {part}" if text and part and part[0] not in ",.:;" else part or ""
    return text
