"""What Race shows, worked out and worded: the state of the race as a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.features.race.answer import answer_text, guess_text
from engine.features.race.numbers import Numbers, numbers_of
from engine.features.race.standing import Run, Standing, run_of, standing
from engine.features.race.state import STEPS, Race, given_workload, movable, scenario_of, step_of, workload_of
from engine.features.race.texts import (
    cost_text,
    many_days,
    missed_text,
    now_text,
    standing_text,
)
from engine.sections import Weight, shown_weight
from engine.timeline import Bar, Dots
from simulator.lesson import wording
from simulator.measured_words import measured_text
from simulator.readings_words import Sureness
from simulator.timeline import day_bar, dots
from simulator.windows import window_text
from simulator.wording import Wording

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.race.standing import Figure
    from engine.messages import Messages
    from engine.timeline import Tick
    from simulator.shares import Shares

SURE = 0.95
"""The share of days on which a deadline is to be kept."""
READY = Standing("ready", "", late=False)


@dataclass(frozen=True)
class Stake:
    """A mode to bet on."""

    name: str
    mode: Mode
    chosen: bool


@dataclass(frozen=True)
class Handle:
    """A line across all tracks that a learner moves: the deadline, or the idle timeout."""

    name: str
    label: str
    text: str
    """The time at which it stands."""
    step: int
    place: float | None
    """None where there is no line."""


@dataclass(frozen=True)
class TrackView:
    """One mode in the race."""

    id: str
    mode: Mode
    figure: Figure
    """What its client does, or how it ended."""
    words: str
    """The same in words; of all days, how many miss the deadline."""
    late: bool
    picture: Bar | Dots
    cost: str
    weight: Weight
    bet: bool
    """Whether the learner bets on it."""
    said: str
    """That it fits best, leads or comes closest, once that may be seen; "" for others."""
    best: bool
    """Whether that is said of it before all others."""


@dataclass(frozen=True)
class RaceView:
    """Everything that Race shows."""

    messages: Messages
    scenarios: tuple[tuple[str, str], ...]
    """The names and titles of those that can race."""
    chosen: str | None
    situation: str
    measured: tuple[str, ...]
    """What the learner measured, where the days are those."""
    begun: bool
    """Whether the time for bets is over."""
    over: bool
    """Whether the end is shown, of one day or of all."""
    stakes: tuple[Stake, ...]
    guesses: tuple[tuple[str, str], ...]
    """The times within which it may be done, as values and texts; "" for none."""
    guess: str
    playing: bool
    many: bool
    days: str
    """All days, in words."""
    day: str
    """The day that is shown; "" where all are."""
    at: float
    """Where the clock stands: the share of the axis that it has passed."""
    step: int
    steps: int
    now: str
    """Where the clock stands, as a time."""
    ticks: tuple[Tick, ...]
    tracks: tuple[TrackView, ...]
    handles: tuple[Handle, ...]
    answer: tuple[str, ...]
    """What is said of the bet: before the end what it is, then what came of it."""
    standings: str
    """How the modes stand on the way, for who does not see it."""
    numbers: Numbers | None
    """None before the end was seen."""
    facts: tuple[tuple[str, str], ...]


def present(lesson: Lesson, content: LazyContent, own: Race, shares: Shares | None = None) -> RaceView:
    """What the race shows where its clock stands."""
    messages, words, scenario = content.messages, wording(content), scenario_of(own, content)
    run = race_of(lesson, content, own, shares)
    over = own.at >= 1 or own.many
    return RaceView(
        messages,
        tuple((name, each.title) for name, each in content.scenarios.items()),
        scenario,
        content.scenarios[scenario].situation if scenario else "",
        measured_text(lesson, content, run.workload),
        own.begun,
        over,
        tuple(Stake(name, lesson.modes[name], name == own.bet) for name in run.tracks),
        (("", messages("race.bet.any")), *((f"{tick:g}", words.exact_duration(tick)) for tick in run.axis.ticks)),
        "" if own.guess is None else f"{own.guess:g}",
        own.playing,
        own.many,
        many_days(content),
        "" if own.many else messages("race.day", day=own.seed),
        own.at,
        round(own.at * STEPS),
        STEPS,
        words.exact_duration(run.axis.moment(own.at)),
        run.axis.named(words),
        tuple(_track(messages, words, run, own, name) for name in run.tracks),
        _handles(messages, words, run),
        tuple(filter(None, _answer(messages, words, run, own, over))),
        now_text(messages, words, run, own.at) if own.begun and not over else "",
        numbers_of(lesson, content, run, own.seed) if own.seen else None,
        tuple((name, value) for _, name, value in words.facts(run.workload)),
    )


def race_of(lesson: Lesson, content: LazyContent, own: Race, shares: Shares | None = None) -> Run:
    """The race worked out, whatever its clock says; `shares` say how sure the advice is, once that is known."""
    return run_of(lesson, content, workload_of(own, content), own.seed, given_workload(own, content), shares)


def _answer(messages: Messages, words: Wording, run: Run, own: Race, over: bool) -> tuple[str, ...]:
    if over:
        guess = "" if own.many else guess_text(messages, words, run, own.bet, own.guess)
        saved = window_text(run.lesson.modes, run.model, run.workload, run.advice, words)
        return answer_text(messages, words, run, own.bet, own.many), guess, *_sure(words, run), saved or ""
    if not own.begun:
        return ()
    if own.bet in run.tracks:
        return (messages("race.bet.placed", mode=run.name(own.bet)),)
    return (messages("race.bet.none"),)


def _track(messages: Messages, words: Wording, run: Run, own: Race, name: str) -> TrackView:
    stands = _standing(run, own, name)
    text = missed_text(messages, run.spreads[name]) if own.many else standing_text(messages, words, run, name, stands)
    mode = run.lesson.modes[name]
    return TrackView(
        name,
        mode,
        stands.figure,
        text,
        stands.late,
        _picture(run, own, name),
        cost_text(messages, words, run.costs[name]),
        shown_weight(run.lesson, mode),
        name == own.bet,
        _best_text(messages, run, name) if own.at >= 1 or own.many else "",
        name == run.advice.best.mode and (own.at >= 1 or own.many),
    )


def _best_text(messages: Messages, run: Run, name: str) -> str:
    """What the advice says of a mode in a word or two: of the first one, and in a judgement call of each defensible."""
    advice = run.advice
    leads = name == advice.best.mode
    if advice.grey and advice.shares and advice.of(name).verdict != "poor":
        share = advice.shares.percent()[0][name]
        return messages("race.share", share=share)
    if not leads:
        return ""
    return messages("race.best" if advice.feasible else "race.closest")


def _sure(words: Wording, run: Run) -> tuple[str, ...]:
    """In how many plausible readings each mode is best, in a judgement call."""
    shares = run.advice.shares
    if shares is None or not run.advice.grey:
        return ()
    return tuple(Sureness(run.lesson.modes, run.model, words).shares(shares))


def _standing(run: Run, own: Race, name: str) -> Standing:
    """How a mode stands: on all days, whether more of them are late than the advice allows."""
    if own.many:
        late = run.spreads[name].late_share > 1 - SURE
        return Standing("late" if late else "done", "", late)
    return standing(run, name, own.at) if own.begun else READY


def _picture(run: Run, own: Race, name: str) -> Bar | Dots:
    """The picture of a mode: nothing before the race begins."""
    if own.many:
        return _dots(run, name)
    if not own.begun:
        return Bar((), ())
    return day_bar(run.lesson, run.model, run.tracks[name], run.axis)


@lru_cache(maxsize=8)
def _dots(run: Run, name: str) -> Dots:
    return dots(run.spreads[name], run.axis)


def _handles(messages: Messages, words: Wording, run: Run) -> tuple[Handle, ...]:
    axis, (fact, deadline), timeout = run.axis, movable(run.workload), run.workload.timeout
    return (
        Handle(
            "deadline",
            messages("race.handles.first" if fact == "first_words" else "race.handles.deadline"),
            words.exact_duration(deadline),
            step_of(deadline, axis),
            axis.place(deadline),
        ),
        Handle(
            "timeout",
            messages("race.handles.timeout"),
            messages("race.handles.none") if timeout is None else words.exact_duration(timeout),
            STEPS if timeout is None else step_of(timeout, axis),
            None if timeout is None else axis.place(timeout),
        ),
    )
