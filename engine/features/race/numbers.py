"""The race in numbers: what no tick of the clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.features.race.standing import Run
from engine.features.race.texts import cost_text, many_days, percent_text, time_text
from engine.sections import Weight, heading, shown_weight
from simulator.lesson import wording
from simulator.wording import Wording, number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.messages import Messages

Rows = tuple[tuple[str, tuple[str, ...]], ...]
"""What each row is called, and its value for each mode."""


@dataclass(frozen=True)
class Numbers:
    """The race as a table with a column for each mode."""

    modes: tuple[Mode, ...]
    day: str
    day_rows: Rows
    days: str
    days_rows: Rows
    cost_heading: str
    costs: tuple[str, ...]
    weight_heading: str
    weights: tuple[Weight, ...]


@lru_cache(maxsize=8)
def numbers_of(lesson: Lesson, content: LazyContent, run: Run, seed: int) -> Numbers:
    """The numbers of one day and of all."""
    messages, words = content.messages, wording(content)
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
    )


def _day_rows(messages: Messages, words: Wording, run: Run) -> Rows:
    tracks = run.tracks.values()

    def when(seconds: float, happens: bool) -> str:
        return time_text(words, seconds) if happens else messages("race.table.never")

    return (
        (messages("race.table.first"), tuple(when(each.first, each.shows_first or not each.failed) for each in tracks)),
        (messages("race.table.done"), tuple(when(each.done, not each.failed) for each in tracks)),
        (messages("race.table.in_flight"), tuple(number(each.in_flight, messages) for each in tracks)),
        (messages("race.table.retries"), tuple(number(each.retries, messages) for each in tracks)),
    )


def _days_rows(messages: Messages, words: Wording, run: Run) -> Rows:
    spreads = run.spreads.values()
    p50s, p95s, p99s = zip(*(tuple(time_text(words, time) for time in each.done) for each in spreads), strict=True)
    return (
        (messages("race.table.p50"), p50s),
        (messages("race.table.p95"), p95s),
        (messages("race.table.p99"), p99s),
        (messages("race.table.cut"), tuple(percent_text(messages, each.cut_share) for each in spreads)),
        (messages("race.table.late"), tuple(percent_text(messages, each.late_share) for each in spreads)),
    )
