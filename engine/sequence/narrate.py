"""A mode in words: who does what at each step, durations, and the whole life of a request as text.

Whatever has participants and steps is narrated alike: a mode, and a drill of what goes wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode, Occupation, Step
    from engine.content.words import UnitNames
    from engine.features.failures.content import Drill

    Exchange = Mode | Drill
    """Participants, and the steps between them."""


@dataclass(frozen=True)
class Occupations:
    """What each participant, by name, does up to a step and from it on."""

    before: Mapping[str, Occupation]
    during: Mapping[str, Occupation]


def occupations(told: Exchange) -> list[Occupations]:
    """What the participants do around each step.

    A participant goes on with what it did unless a step says otherwise; every alternative starts from where the first
    one started.
    """
    now: dict[str, Occupation] = {participant.name: "free" for participant in told.participants}
    at_fork = now
    found: list[Occupations] = []
    frame: str | None = None
    for step in told.steps:
        if step.within != frame:
            if _is_alternative(told, frame) and _is_alternative(told, step.within):
                now = at_fork
            else:
                at_fork = now
            frame = step.within
        after = {**now, **(step.states or {})}
        found.append(Occupations(now, after))
        now = after
    return found


ROUNDED_UP = 0.995
"""From this share of a hundred on, two figures would read as a hundred."""


def duration(seconds: float, units: UnitNames, figures: int = 2) -> str:
    """Seconds as a reader says them, in two significant figures or more.

    A unit goes to a hundred, so that 64 s are not 1.1 min.

    >>> from engine.content.words import UnitNames
    >>> names = UnitNames("ms", "s", "min", "h", "days")
    >>> [duration(seconds, names) for seconds in (0.95, 64, 6600)]
    ['0.95 s', '64 s', '1.8 h']
    """
    for size, least, unit in (
        (86400, 360_000, units.days),
        (3600, 6000, units.h),
        (60, 100, units.min),
        (1, 0.1, units.s),
    ):
        if seconds >= least * ROUNDED_UP:
            return f"{_in_figures(seconds / size, figures)} {unit}"
    return f"{_in_figures(seconds * 1000, figures)} {units.ms}"


def exact_duration(seconds: float, units: UnitNames) -> str:
    """A duration in the largest unit that gives a short exact number; in two significant figures where none does."""
    for size, least, unit in (
        (86400, 2, units.days),
        (3600, 1, units.h),
        (60, 1, units.min),
        (1, 0.1, units.s),
        (0.001, 1, units.ms),
    ):
        count = seconds / size
        if least <= count < 1000 and abs(count - round(count, 1)) < 1e-9 * count:
            return f"{round(count, 1):g} {unit}"
    return duration(seconds, units)


def who(lesson: Lesson, told: Exchange, number: int) -> str:
    """What each participant does from step `number` (from 1) on."""
    names = lesson.words.explore.states
    during = occupations(told)[number - 1].during
    return " · ".join(f"{name}: {getattr(names, state)}" for name, state in during.items())


def route(step: Step) -> str:
    """Who sends to whom, or who works."""
    return f"{step.from_} → {step.to}" if step.to else step.from_


def prose(lesson: Lesson, mode: Mode) -> str:
    """The whole mode as plain text, for those who read it without a page."""
    units = lesson.words.guide.units
    lines = [*_steps(lesson, mode), ""]
    for measure in mode.measures:
        times = ", ".join(duration(seconds, units) for seconds in (measure.median, measure.p95, measure.p99))
        lines.append(f"{measure.name}: {times} ({getattr(lesson.words.guide.bases, measure.basis)})")
    return "\n".join(lines) + "\n"


def drill_prose(lesson: Lesson, drill: Drill) -> str:
    """A whole drill as plain text: what goes wrong, and what the client must do."""
    return "\n".join([*_steps(lesson, drill), "", *(f"- {point.text}" for point in drill.remedy)]) + "\n"


def _steps(lesson: Lesson, told: Exchange) -> list[str]:
    lines = [told.name, told.lead, ""]
    for number, step in enumerate(told.steps, 1):
        frame = f" [{(told.frames or {})[step.within].label}]" if step.within else ""
        lines += [
            f"{number}. {route(step)}{frame}: {step.label}",
            f"   {step.caption}",
            f"   {step.explanation}",
            f"   {who(lesson, told, number)}",
        ]
    return lines


def _is_alternative(told: Exchange, frame: str | None) -> bool:
    return frame is not None and (told.frames or {})[frame].kind == "alternative"


def _in_figures(value: float, figures: int) -> str:
    return f"{value:.0f}" if value >= 9.95 and figures == 2 else f"{float(f'{value:.{figures}g}'):g}"
