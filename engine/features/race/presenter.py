"""What Race shows, worked out and worded: the state of the race as a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.features.race.standing import Run, run_of, standing
from engine.features.race.state import STEPS, Race, scenario_of, workload_of
from engine.features.race.texts import (
    cost_text,
    many_days,
    percentile_texts,
    result,
    standing_text,
    time_text,
)
from engine.sections import Weight, heading, shown_weight
from simulator.lesson import wording
from simulator.outcomes import watched
from simulator.timeline import day_bar, histogram_bar
from simulator.wording import Wording, number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.messages import Messages
    from engine.timeline import Bar, Tick
    from simulator.workload import Workload

Rows = tuple[tuple[str, tuple[str, ...]], ...]
"""What each row is called, and its value for each mode."""


@dataclass(frozen=True)
class Limit:
    """A line across all tracks: the deadline, or the tightest timer."""

    kind: str
    text: str
    place: float
    side: str
    """Where its text stands: "before" it or "behind" it."""


@dataclass(frozen=True)
class TrackView:
    """One mode in the race."""

    id: str
    mode: Mode
    kind: str
    """What its client does, or how it ended."""
    standing: str
    """The same in words."""
    first: str
    """When it showed something useful; "" before that."""
    late: str
    """That it is late; "" where it is not."""
    percentiles: tuple[str, ...]
    """When it is done on all days; empty where one day is shown."""
    bar: Bar
    cost: str
    weight: Weight


@dataclass(frozen=True)
class Numbers:
    """What no tick of the clock changes: the race as a table with a column for each mode, and the workload's facts."""

    modes: tuple[Mode, ...]
    day: str
    day_rows: Rows
    days: str
    days_rows: Rows
    cost_heading: str
    costs: tuple[str, ...]
    weight_heading: str
    weights: tuple[Weight, ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RaceView:
    """Everything that Race shows."""

    messages: Messages
    scenarios: tuple[tuple[str, str], ...]
    """The names and titles of those that can race."""
    chosen: str | None
    situation: str
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
    limits: tuple[Limit, ...]
    result: str
    numbers: Numbers


def present(lesson: Lesson, content: LazyContent, own: Race) -> RaceView:
    """What the race shows where its clock stands."""
    messages, words, scenario = content.messages, wording(content), scenario_of(own, content)
    run = run_of(lesson, content, workload_of(own, content), own.seed)
    return RaceView(
        messages,
        tuple((name, each.title) for name, each in content.scenarios.items()),
        scenario,
        content.scenarios[scenario].situation if scenario else "",
        own.playing,
        own.many,
        many_days(content),
        "" if own.many else messages("race.day", day=own.seed),
        own.at,
        round(own.at * STEPS),
        STEPS,
        words.exact_duration(run.axis.moment(own.at)),
        run.axis.named(words),
        tuple(_track(lesson, messages, words, run, own, name) for name in run.tracks),
        tuple(_limits(messages, words, run)),
        result(lesson, content, words, run, own.at, own.many),
        _numbers(lesson, content, run.workload, own.seed),
    )


def _track(lesson: Lesson, messages: Messages, words: Wording, run: Run, own: Race, name: str) -> TrackView:
    stands, track, spread = standing(run, name, own.at), run.tracks[name], run.spreads[name]
    return TrackView(
        name,
        lesson.modes[name],
        stands.kind,
        standing_text(messages, words, stands),
        "" if stands.shown is None else messages("race.first", time=time_text(words, stands.shown)),
        messages("race.late") if stands.late else "",
        percentile_texts(messages, words, spread.done) if own.many else (),
        histogram_bar(spread, run.axis) if own.many else day_bar(track, spread, run.axis),
        cost_text(messages, words, run.costs[name]),
        shown_weight(lesson, lesson.modes[name]),
    )


def _limits(messages: Messages, words: Wording, run: Run) -> list[Limit]:
    deadline, timeout = words.exact_duration(run.workload.deadline), run.workload.timeout

    def limit(kind: str, text: str, seconds: float) -> Limit:
        place = run.axis.place(seconds)
        return Limit(kind, text, place, "before" if place > 0.5 else "behind")

    key = messages("race.deadline_first" if watched(run.workload) else "race.deadline", time=deadline)
    found = [limit("deadline", key, run.workload.deadline)]
    if timeout is not None:
        found.append(limit("timeout", messages("race.timeout", time=words.exact_duration(timeout)), timeout))
    return found


@lru_cache(maxsize=8)
def _numbers(lesson: Lesson, content: LazyContent, workload: Workload, seed: int) -> Numbers:
    messages, words, run = content.messages, wording(content), run_of(lesson, content, workload, seed)
    return Numbers(
        tuple(lesson.modes[name] for name in run.tracks),
        messages("race.day", day=seed),
        _day_rows(messages, words, run),
        many_days(content),
        _days_rows(messages, words, run),
        heading(lesson, "multiplier"),
        tuple(cost_text(messages, words, dollars) for dollars in run.costs.values()),
        heading(lesson, "weight"),
        tuple(shown_weight(lesson, lesson.modes[name]) for name in run.tracks),
        tuple((name, value) for _, name, value in words.facts(workload)),
    )


def _day_rows(messages: Messages, words: Wording, run: Run) -> Rows:
    tracks = run.tracks.values()

    def when(seconds: float, happens: bool) -> str:
        return time_text(words, seconds) if happens else messages("race.table.never")

    return (
        (messages("race.table.first"), tuple(when(each.first, each.shows_first or not each.failed) for each in tracks)),
        (messages("race.table.done"), tuple(when(each.done, not each.failed) for each in tracks)),
        (messages("race.table.in_flight"), tuple(number(each.in_flight) for each in tracks)),
        (messages("race.table.retries"), tuple(number(each.retries) for each in tracks)),
    )


def _days_rows(messages: Messages, words: Wording, run: Run) -> Rows:
    spreads = run.spreads.values()
    medians, p95s, p99s = zip(*(tuple(time_text(words, time) for time in each.done) for each in spreads), strict=True)

    def percent(share: float) -> str:
        return messages("race.table.percent", number=number(100 * share))

    return (
        (messages("race.table.median"), medians),
        (messages("race.table.p95"), p95s),
        (messages("race.table.p99"), p99s),
        (messages("race.table.cut"), tuple(percent(each.cut_share) for each in spreads)),
        (messages("race.table.late"), tuple(percent(each.late_share) for each in spreads)),
    )
