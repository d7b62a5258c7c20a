"""What Your workload shows, worked out and worded: the advice, what would flip it, and the fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.features.workload.exactness import ExactnessView, present_exactness
from engine.features.workload.fields import FieldView, present_field
from engine.features.workload.form import WorkloadForm, field_errors, preset
from engine.features.workload.levers import Answers, levers, sweep_of
from engine.features.workload.measuring import MeasuringView, present_measuring
from engine.features.workload.prices import PricesView, belongs, present_prices
from engine.html import link_to
from engine.path import onward
from simulator.address import numbers, to_address
from simulator.advice import Advice, Ranked, advise
from simulator.lesson import model_of, wording
from simulator.outcomes import middle_day
from simulator.readings import known_shares
from simulator.readings_words import Sureness
from simulator.sentences import against, flip_text, reasons
from simulator.sliders import present_slider
from simulator.timeline import Axis, axis_of, day_bar
from simulator.windows import offer_text, offers, window_text
from simulator.wording import Wording, number, together
from simulator.workload import first_words_by
from simulator.worlds import number_of_worlds

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.subject import Verdict
    from engine.messages import Messages
    from engine.sliders.slider import Slider
    from engine.timeline import Bar, Tick
    from simulator.shares import Shares
    from simulator.windows import Offer
    from simulator.workload import Workload


@dataclass(frozen=True)
class RankedView:
    """One mode in the ranking."""

    id: str
    mode: Mode
    verdict: Verdict | None
    """None while the shares are being looked for."""
    grade: str
    """The verdict in words."""
    share: str
    """In how many readings it is best."""
    cost: str
    bar: Bar
    """The day in the middle of all."""
    times: str
    windows: tuple[str, ...]
    """What it costs within a completion window, in sentences."""
    against: tuple[str, ...]
    """What speaks against it, in sentences."""


@dataclass(frozen=True)
class Answer:
    """Which mode fits a workload best, and why."""

    best: Mode
    verdict: str
    reasons: tuple[str, ...]
    feasible: bool
    """Whether it meets every rule."""
    sure: tuple[str, ...]
    """How sure that is: the shares of the modes, and what would have to be known better."""
    looking: bool
    """Whether that is still being looked for."""


@dataclass(frozen=True)
class Ranking:
    """How each mode would do, the best first."""

    deadline: str
    deadline_place: float
    ticks: tuple[Tick, ...]
    modes: tuple[RankedView, ...]


@dataclass(frozen=True)
class GroupView:
    """Fields that stand together, and the choice of a model that fills some of them."""

    name: str
    fields: tuple[FieldView, ...]
    prices: PricesView | None
    given: str
    """How many of them are given, where they are in a fold; "" where they are not."""


@dataclass(frozen=True)
class WorkloadView:
    """Everything that Your workload shows."""

    messages: Messages
    scenarios: tuple[tuple[str, str], ...]
    """The names and titles of those whose workload can be loaded."""
    chosen: str
    can_undo: bool
    answer: Answer
    exactness: ExactnessView
    sliders: tuple[Slider, ...]
    """The facts that flip the advice with the least change; empty while they are looked for."""
    flips: tuple[tuple[Mode, str], ...] | None
    """What would flip it, by the mode that is then best, in a sentence; None while it is being looked for."""
    ranking: Ranking
    groups: tuple[GroupView, ...]
    measuring: MeasuringView
    race: str
    """The address of the race of this workload."""
    race_leads: bool
    """Whether the race is the one thing to do next."""


def present(lesson: Lesson, content: LazyContent, own: WorkloadForm, answers: Answers) -> WorkloadView:
    """What stands in the fields, and the advice on their last good values."""
    words, errors, workload = wording(content), field_errors(own, content), own.workload
    given = advise(lesson.modes, model_of(content), workload, known_shares(answers, workload, own.exactness))
    flips = answers.get(workload)
    return WorkloadView(
        content.messages,
        tuple((name, each.title) for name, each in content.scenarios.items()),
        preset(own, content),
        bool(own.past),
        _answer(lesson, content, words, workload, given),
        present_exactness(content, own),
        tuple(_slider(lesson, content, own, fact, answers) for fact in levers(own, content, answers)),
        None
        if flips is None
        else tuple(
            (lesson.modes[each.mode], flip_text(lesson.modes, model_of(content), workload, each, words))
            for each in flips
        ),
        _ranking(lesson, content, words, own, given),
        tuple(
            GroupView(
                group.name,
                tuple(present_field(content, words, own, fact, errors.get(fact)) for fact in group.facts),
                present_prices(content, own) if belongs(group.facts) else None,
                _given(content.messages, own, group.facts) if group.folded else "",
            )
            for group in content.words.workload.groups
        ),
        present_measuring(lesson, content, workload, own.pasted),
        link_to(view="race", **to_address(workload), **numbers(own.exactness)),
        onward(lesson, "workload") is None,
    )


def _given(messages: Messages, own: WorkloadForm, facts: tuple[str, ...]) -> str:
    given = [fact for fact in facts if getattr(own.workload, fact) is not None]
    return messages("workload.given", shown=number(len(given), messages), all=number(len(facts), messages))


def _answer(lesson: Lesson, content: LazyContent, words: Wording, workload: Workload, given: Advice) -> Answer:
    modes, model = lesson.modes, model_of(content)
    first, *others = reasons(modes, model, given, words)
    others += filter(None, [window_text(modes, model, workload, given, words)])
    return Answer(
        modes[given.best.mode],
        first,
        tuple(map(together, others)),
        given.feasible,
        sure_texts(lesson, content, given.shares),
        given.shares is None,
    )


def sure_texts(lesson: Lesson, content: LazyContent, shares: Shares | None) -> tuple[str, ...]:
    """How sure the advice is, in sentences; while that is looked for, that it is."""
    model, words = model_of(content), wording(content)
    if shares is None:
        return (content.messages("readings.looking", shown=number(number_of_worlds(model), content.messages)),)
    return tuple(map(together, Sureness(lesson.modes, model, words).sentences(shares)))


def _slider(lesson: Lesson, content: LazyContent, own: WorkloadForm, fact: str, answers: Answers) -> Slider:
    """A slider; what is best then stands above all of them, so none says it again."""
    first, now = getattr(own.start, fact), getattr(own.workload, fact)
    shown = present_slider(lesson, content, fact, first, now, sweep_of(own, fact, answers))
    return replace(shown, best="")


def _ranking(lesson: Lesson, content: LazyContent, words: Wording, own: WorkloadForm, given: Advice) -> Ranking:
    messages, workload = content.messages, own.workload
    axis = axis_of(content.words.race, (each.spread for each in given.ranked), workload)
    first_by, whole = first_words_by(workload), words.exact_duration(workload.deadline)
    first = "" if first_by is None else words.exact_duration(first_by)
    windows = offers(lesson.modes, model_of(content), workload, given)
    return Ranking(
        messages("race.deadlines", first=first, time=whole) if first else messages("race.deadline", time=whole),
        axis.place(first_by or workload.deadline),
        axis.named(words),
        tuple(_ranked(lesson, content, words, own, given, each, axis, windows) for each in given.ranked),
    )


def _ranked(
    lesson: Lesson,
    content: LazyContent,
    words: Wording,
    own: WorkloadForm,
    given: Advice,
    each: Ranked,
    axis: Axis,
    windows: tuple[Offer, ...],
) -> RankedView:
    messages, model, mode = content.messages, model_of(content), lesson.modes[each.mode]
    median, p95, p99 = map(words.duration, each.spread.done)
    return RankedView(
        each.mode,
        mode,
        verdict := verdict_of(given, each),
        messages(f"workload.verdicts.{verdict}") if verdict else "",
        share_text(messages, given, each),
        messages("workload.cost", dollars=words.money(each.cost_a_month)),
        day_bar(lesson, model, middle_day(model, each.mode, own.workload), axis, each.spread),
        messages("workload.times", median=median, p95=p95, p99=p99),
        tuple(together(offer_text(lesson.modes, one, words)) for one in windows if one.mode == each.mode),
        tuple(against(lesson.modes, model, each, given.best, words)),
    )


def verdict_of(given: Advice, each: Ranked) -> Verdict | None:
    """How good a mode is, once that is known; where no mode meets every rule, none is the best."""
    if given.shares is None:
        return None
    return "poor" if each.verdict == "best" and not given.feasible else each.verdict


def share_text(messages: Messages, given: Advice, each: Ranked) -> str:
    """In how many of 100 readings a mode is best; "" while that is not known."""
    return messages("workload.share", share=given.shares.percent()[0][each.mode]) if given.shares else ""
