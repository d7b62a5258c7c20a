"""What Your workload shows, worked out and worded: its fields, and the advice on what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.workload.form import WorkloadForm, field_errors, preset, text
from engine.html import link_to
from simulator.address import to_address
from simulator.advice import Advice, Ranked, advise, burden
from simulator.fields import LONGEST
from simulator.lesson import model_of, wording
from simulator.outcomes import cost_a_month, middle_day, watched
from simulator.sentences import finding_text, flip_text, reasons
from simulator.timeline import Axis, axis_of, day_bar
from simulator.wording import Wording
from simulator.workload import DECLARED, Kind, Workload

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.subject import Verdict
    from engine.messages import Messages
    from engine.timeline import Bar, Tick
    from simulator.fields import FieldError
    from simulator.findings import Finding
    from simulator.flips import KnownFlips

KEYBOARDS: Mapping[Kind, str] = {"count": "numeric", "number": "decimal", "duration": "text"}
"""What a phone offers for each kind of number; a unit is typed in letters."""


@dataclass(frozen=True)
class Option:
    """One of the values to choose from."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class FieldView:
    """The field of a fact."""

    fact: str
    kind: Kind
    name: str
    unit: str
    """What its number counts; "" where the field says so itself."""
    text: str
    """What stands in it."""
    longest: int
    """How many characters may stand in it."""
    keyboard: str
    checked: bool
    """Whether a flag is set."""
    options: tuple[Option, ...]
    note: str
    """What to type, or what is wrong; "" for nothing."""
    wrong: bool


@dataclass(frozen=True)
class RankedView:
    """One mode in the ranking."""

    id: str
    mode: Mode
    verdict: Verdict
    grade: str
    """The verdict in words."""
    cost: str
    bar: Bar
    """The day in the middle of all."""
    times: str
    against: tuple[str, ...]
    """What speaks against it, in sentences."""


@dataclass(frozen=True)
class AdviceView:
    """The advice on a workload."""

    best: Mode
    verdict: str
    reasons: str
    deadline: str
    deadline_place: float
    ticks: tuple[Tick, ...]
    ranking: tuple[RankedView, ...]
    flips: tuple[tuple[Mode, str], ...] | None
    """What would change it, by the mode that is then best, in a sentence; None while it is being looked for."""


@dataclass(frozen=True)
class WorkloadView:
    """Everything that Your workload shows."""

    messages: Messages
    scenarios: tuple[tuple[str, str], ...]
    """The names and titles of those whose workload can be loaded."""
    chosen: str
    groups: tuple[tuple[str, tuple[FieldView, ...]], ...]
    last_good: str
    """Which of the fields the advice takes at another value than what stands in them."""
    advice: AdviceView
    race: str
    """The address of the race of this workload."""


def present(lesson: Lesson, content: LazyContent, own: WorkloadForm, known: KnownFlips) -> WorkloadView:
    """What stands in the fields, and the advice on their last good values."""
    words, errors = wording(content), field_errors(own, content)
    return WorkloadView(
        content.messages,
        tuple((name, each.title) for name, each in content.scenarios.items()),
        preset(own, content),
        tuple(
            (group.name, tuple(_field(content, words, own, fact, errors.get(fact)) for fact in group.facts))
            for group in content.words.workload.groups
        ),
        _last_good(content.messages, words, own, errors),
        _advice(lesson, content, words, own.workload, known),
        link_to(view="race", **to_address(own.workload)),
    )


def _field(content: LazyContent, words: Wording, own: WorkloadForm, fact: str, error: FieldError | None) -> FieldView:
    declared, value = DECLARED[fact], getattr(own.workload, fact)
    hint = content.words.workload.hints.get(fact, "")
    return FieldView(
        fact,
        declared.kind,
        words.name(fact),
        words.unit(fact),
        text(own, fact, content) if declared.quantity else "",
        LONGEST,
        KEYBOARDS.get(declared.kind, ""),
        value is True,
        tuple(Option(each, words.value(fact, each), each == value) for each in declared.choices),
        _error_text(content.messages, words, fact, error) if error else hint,
        error is not None,
    )


def _error_text(messages: Messages, words: Wording, fact: str, error: FieldError) -> str:
    if error.limit is None:
        return messages(f"workload.errors.{error.why}")
    return messages(f"workload.limits.{error.why}", limit=words.value(fact, error.limit))


def _last_good(messages: Messages, words: Wording, own: WorkloadForm, errors: Mapping[str, FieldError]) -> str:
    facts = [
        messages("workload.last_good_fact", name=words.name(fact), value=words.value(fact, getattr(own.workload, fact)))
        for fact in errors
    ]
    return messages("workload.last_good", facts=messages.listed("list", facts)) if facts else ""


def _advice(lesson: Lesson, content: LazyContent, words: Wording, workload: Workload, known: KnownFlips) -> AdviceView:
    messages, model = content.messages, model_of(content)
    given = advise(lesson.modes, model, workload)
    axis = axis_of(content.words.race, (each.spread for each in given.ranked), workload)
    first, *others = reasons(lesson.modes, model, given, words)
    deadline, flips = words.exact_duration(workload.deadline), known.get(workload)
    return AdviceView(
        lesson.modes[given.best.mode],
        first,
        " ".join(others),
        messages("race.deadline_first" if watched(workload) else "race.deadline", time=deadline),
        axis.place(workload.deadline),
        axis.named(words),
        tuple(_ranked(lesson, content, words, workload, given, each, axis) for each in given.ranked),
        None
        if flips is None
        else tuple((lesson.modes[each.mode], flip_text(lesson.modes, model, workload, each, words)) for each in flips),
    )


def _ranked(
    lesson: Lesson,
    content: LazyContent,
    words: Wording,
    workload: Workload,
    given: Advice,
    each: Ranked,
    axis: Axis,
) -> RankedView:
    messages, model, mode = content.messages, model_of(content), lesson.modes[each.mode]
    median, p95, p99 = map(words.duration, each.spread.done)
    return RankedView(
        each.mode,
        mode,
        verdict_of(each),
        messages(f"workload.verdicts.{verdict_of(each)}"),
        messages("workload.cost", dollars=words.money(cost_a_month(mode, workload))),
        day_bar(lesson, model, middle_day(model, each.mode, workload), axis, each.spread),
        messages("workload.times", median=median, p95=p95, p99=p99),
        tuple(finding_text(model, mode.name, finding, words) for finding in _against(each, given.best)),
    )


def verdict_of(each: Ranked) -> Verdict:
    """How good a mode is; what is not feasible is never the best."""
    return each.verdict if each.feasible or each.verdict == "defensible" else "poor"


def _against(each: Ranked, best: Ranked) -> Iterator[Finding]:
    """What makes a mode infeasible, or else what most makes it worse than the best one; nothing of that one."""
    if each.failing:
        yield from each.failing
    elif each is not best:
        yield burden(each, best)
